#include "graph/detail/report_rows.hpp"

#include <string>

#include "knowledge/table.hpp"

namespace entente {

namespace {

const std::string columns =
    "SELECT r.direction, r.relation_direction, r.family, r.relation, r.role, r.stage, r.obligation,"
    " r.claim, r.id, r.type, r.mode, r.cameo, r.context, r.goldstein, r.modality, r.time_start, r.time_end,"
    " r.granularity, r.resolved, r.place, r.quantity, r.quantity_unit, r.quantity_qualifier, r.quantity_from,"
    " r.confidence, r.article, r.publisher, r.origin, r.published FROM report r ";

Report read(const Statement& row) {
    Report report;
    auto& about = report.about;
    about.direction = static_cast<Direction>(row.integer(0));
    about.relation_direction = static_cast<Direction>(row.integer(1));
    about.family = row.text(2);
    about.relation = row.text(3);
    about.role = static_cast<RelationRole>(row.integer(4));
    about.stage = row.text(5);
    about.obligation = row.text(6);
    report.claim = row.text(8);
    report.code.type = parse_event_type(row.text(9)).value_or(EventType::consult);
    report.code.mode = row.text(10);
    report.code.cameo = row.text(11);
    if (!row.is_null(12)) {
        report.code.context = split_list(row.text(12));
    }
    report.code.goldstein = row.real(13);
    report.modality = parse_modality(row.text(14)).value_or(Modality::possible);
    if (row.integer(18) != 0) {
        report.time = {row.day(15), row.day(16), parse_granularity(row.text(17)).value_or(Granularity::open)};
    }
    report.place = row.text(19);
    if (!row.is_null(20)) {
        report.quantity = Quantity{row.real(20), std::string{row.text(21)}, std::string{row.text(22)},
                                   row.is_null(23) ? std::nullopt : std::optional{row.real(23)}};
    }
    report.confidence = row.real(24);
    report.article = row.integer(25);
    report.publisher = row.integer(26);
    report.origin = row.integer(27);
    report.published = row.day(28);
    return report;
}

}  // namespace

ReportRows::ReportRows(Database& database, ActorRows& actors)
    : actors_(actors),
      now_(database.prepare(columns + "WHERE r.pair = ?1 AND r.current")),
      then_(database.prepare(
          columns +
          "JOIN article a ON a.row = r.article WHERE r.pair = ?1"
          " AND (?2 IS NULL OR (a.known <= ?2 AND (a.replaced_known IS NULL OR a.replaced_known > ?2)))"
          " AND (?3 IS NULL OR (a.added <= ?3 AND (a.replaced_added IS NULL OR a.replaced_added > ?3)))")) {}

PairReports ReportRows::load(PairKey pair, const AsKnown& when) {
    PairReports out;
    const auto [low, high] = actors_.ids(pair);
    auto& rows = when.now() ? now_ : then_;
    rows.bind(1, pair);
    if (!when.now()) {
        rows.bind(2, when.known_on).bind(3, when.stored_on);
    }
    while (rows.step()) {
        out.reports.push_back(read(rows));
        out.reports.back().about.low = low;
        out.reports.back().about.high = high;
        out.claims.push_back(rows.integer(7));
    }
    return out;
}

}  // namespace entente
