#include "graph/detail/graph_read.hpp"

#include "knowledge/table.hpp"

namespace entente {

namespace {

Interval interval(const Statement& row, int first) {
    return {row.day(first), row.day(first + 1),
            parse_granularity(row.text(first + 2)).value_or(Granularity::open)};
}

Support support(const Statement& row, int first) {
    const auto count = [&](int column) { return static_cast<std::uint32_t>(row.integer(first + column)); };
    return {count(0), count(1), count(2), count(3)};
}

}  // namespace

const char* const relation_columns =
    "r.row, r.id, r.type, r.source, r.target, r.symmetric, r.sign, r.valid_start, r.valid_end, r.granularity,"
    " r.modality, r.basis, r.stage, r.obligation, r.confidence, r.goldstein, r.claims, r.articles, "
    "r.publishers,"
    " r.origins, r.known_from, r.ended_by, r.ended_rule";

const char* const event_columns =
    "e.row, e.id, e.type, e.mode, e.cameo, e.context, e.goldstein, e.source, e.target, e.modality, "
    "e.time_start,"
    " e.time_end, e.granularity, e.place, e.quantity, e.quantity_unit, e.quantity_qualifier, e.quantity_from,"
    " e.confidence, e.claims, e.articles, e.publishers, e.origins";

Relation read_relation(const Statement& row, ActorRows& actors) {
    Relation relation;
    relation.id = row.text(1);
    relation.type = row.text(2);
    relation.source = actors.id(row.integer(3));
    relation.target = actors.id(row.integer(4));
    relation.symmetric = row.integer(5) != 0;
    relation.sign = row.real(6);
    relation.valid = interval(row, 7);
    relation.modality = parse_modality(row.text(10)).value_or(Modality::possible);
    relation.basis = row.text(11) == "background" ? Basis::background : Basis::articles;
    relation.stage = row.text(12);
    relation.obligation = row.text(13);
    relation.confidence = row.real(14);
    relation.goldstein = row.real(15);
    relation.support = support(row, 16);
    relation.known_from = row.day(20);
    relation.ended_by = row.text(21);
    relation.ended_rule = row.text(22);
    return relation;
}

Event read_event(const Statement& row, ActorRows& actors) {
    Event event;
    event.id = row.text(1);
    event.code.type = parse_event_type(row.text(2)).value_or(EventType::consult);
    event.code.mode = row.text(3);
    event.code.cameo = row.text(4);
    event.code.context = split_list(row.text(5));
    event.code.goldstein = row.real(6);
    event.source = {actors.id(row.integer(7))};
    event.target = {actors.id(row.integer(8))};
    event.modality = parse_modality(row.text(9)).value_or(Modality::possible);
    event.time = interval(row, 10);
    event.place = row.text(13);
    if (!row.is_null(14)) {
        event.quantity = Quantity{row.real(14), std::string{row.text(15)}, std::string{row.text(16)},
                                  row.is_null(17) ? std::nullopt : std::optional{row.real(17)}};
    }
    event.confidence = row.real(18);
    event.support = support(row, 19);
    return event;
}

}  // namespace entente
