#include "graph/detail/claim_rows.hpp"

#include <string>

#include "graph/fnv.hpp"
#include "knowledge/table.hpp"

namespace entente {

namespace {

std::string join(const std::vector<std::string>& parts) {
    std::string out;
    for (const auto& part : parts) {
        out += (out.empty() ? "" : ";") + part;
    }
    return out;
}

void bind_quantity(Statement& to, int first, const std::optional<Quantity>& quantity) {
    if (quantity) {
        to.bind(first, quantity->value)
            .bind(first + 1, quantity->unit)
            .bind(first + 2, quantity->qualifier)
            .bind(first + 3, quantity->from);
    } else {
        to.bind_null(first).bind_null(first + 1).bind_null(first + 2).bind_null(first + 3);
    }
}

std::int64_t number(std::size_t value) { return static_cast<std::int64_t>(value); }
std::size_t size(std::int64_t value) { return static_cast<std::size_t>(value); }

}  // namespace

std::int64_t digest_of(const Claim& claim, const std::string& article_id) {
    if (claim.article != article_id) {
        Claim moved = claim;
        moved.article = article_id;
        return digest_of(moved, article_id);
    }
    return static_cast<std::int64_t>(Fnv{}.add(claim.id).add(claim_id(claim)).add(claim.confidence).value());
}

ClaimRows::ClaimRows(Database& database, ActorRows& actors)
    : database_(database),
      actors_(actors),
      insert_(database.prepare(
          "INSERT INTO claim(id, digest, article, type, mode, cameo, context, goldstein, relation, modality,"
          " attribution, attribution_text, time_start, time_end, granularity, time_text, resolved, place, "
          "quantity,"
          " quantity_unit, quantity_qualifier, quantity_from, quote, quote_start, quote_end, text_start, "
          "text_end,"
          " trigger_text, confidence, extractor) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, "
          "?13, ?14,"
          " ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30)")),
      insert_words_(database.prepare("INSERT INTO evidence_words(rowid, quote) VALUES (?1, ?2)")),
      insert_participant_(database.prepare(
          "INSERT INTO participant(claim, side, position, actor, state, name, kind, role,"
          " mention, mention_start, mention_end) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)")),
      // One row of values: an INSERT from a SELECT would keep a journal of its own to undo it by.
      insert_report_(database.prepare(
          "INSERT INTO report(pair, claim, direction, relation_direction, family, relation, role, stage,"
          " obligation, id, type, mode, cameo, context, goldstein, modality, time_start, time_end, "
          "granularity,"
          " resolved, place, quantity, quantity_unit, quantity_qualifier, quantity_from, confidence, article,"
          " publisher, origin, published, current) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12,"
          " ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31)")),
      article_(database.prepare("SELECT a.row, a.publisher, a.origin, a.published, a.replaced_by IS NULL"
                                " FROM claim c JOIN article a ON a.row = c.article WHERE c.row = ?1")),
      renew_article_(database.prepare(
          "UPDATE report SET (origin, current) = (SELECT origin, replaced_by IS NULL FROM article WHERE row ="
          " ?1) WHERE claim IN (SELECT row FROM claim WHERE article = ?1)")),
      load_(database.prepare(
          "SELECT c.id, a.id, c.type, mode, cameo, context, goldstein, relation, modality, attribution,"
          " attribution_text, time_start, time_end, granularity, time_text, resolved, place, quantity, "
          "quantity_unit,"
          " quantity_qualifier, quantity_from, quote, quote_start, quote_end, text_start, text_end, "
          "trigger_text,"
          " confidence, extractor FROM claim c JOIN article a ON a.row = c.article WHERE c.row = ?1")),
      load_participants_(
          database.prepare("SELECT side, actor, state, name, kind, role, mention, mention_start,"
                           " mention_end FROM participant WHERE claim = ?1 ORDER BY side, position")),
      digest_(database.prepare("SELECT digest FROM claim WHERE row = ?1")),
      of_article_(database.prepare("SELECT row FROM claim WHERE article = ?1 ORDER BY row")),
      pairs_of_article_(database.prepare(
          "SELECT DISTINCT r.pair FROM claim c JOIN report r ON r.claim = c.row WHERE c.article = ?1")),
      pairs_of_claim_(database.prepare("SELECT DISTINCT pair FROM report WHERE claim = ?1")),
      remove_reports_(database.prepare("DELETE FROM report WHERE claim = ?1")),
      remove_of_article_(database.prepare("DELETE FROM claim WHERE article = ?1")),
      remove_words_(database.prepare("INSERT INTO evidence_words(evidence_words, rowid, quote)"
                                     " SELECT 'delete', row, quote FROM claim WHERE article = ?1")) {}

void ClaimRows::insert(const Claim& claim, const std::string& article_id, std::int64_t article,
                       std::vector<PairKey>& pairs) {
    insert_.bind(1, claim.id)
        .bind(2, digest_of(claim, article_id))
        .bind(3, article)
        .bind(4, to_string(claim.event.type))
        .bind_text_or_null(5, claim.event.mode)
        .bind_text_or_null(6, claim.event.cameo)
        .bind_text_or_null(7, join(claim.event.context))
        .bind(8, claim.event.goldstein)
        .bind_text_or_null(9, claim.relation)
        .bind(10, to_string(claim.modality));
    if (claim.attribution) {
        insert_.bind_text_or_null(11, claim.attribution->id).bind(12, claim.attribution->text);
    } else {
        insert_.bind_null(11).bind_null(12);
    }
    insert_.bind(13, claim.time.interval.start)
        .bind(14, claim.time.interval.end)
        .bind(15, to_string(claim.time.interval.granularity))
        .bind_text_or_null(16, claim.time.text)
        .bind(17, std::int64_t{claim.time.resolved})
        .bind_text_or_null(18, claim.place);
    bind_quantity(insert_, 19, claim.quantity);
    const auto& evidence = claim.evidence;
    insert_.bind(23, evidence.text)
        .bind(24, number(evidence.start))
        .bind(25, number(evidence.end))
        .bind(26, number(evidence.text_start))
        .bind(27, number(evidence.text_end))
        .bind(28, evidence.trigger)
        .bind(29, claim.confidence)
        .bind(30, claim.extractor)
        .run();
    const auto row = database_.last_row();
    insert_words_.bind(1, row).bind(2, evidence.text).run();

    for (int side = 0; side < 2; ++side) {
        std::int64_t position = 0;
        for (const auto& participant : side == 0 ? claim.source : claim.target) {
            insert_participant_.bind(1, row)
                .bind(2, std::int64_t{side})
                .bind(3, position++)
                .bind(4, actors_.row(participant.id));
            if (participant.state.empty()) {
                insert_participant_.bind_null(5);
            } else {
                insert_participant_.bind(5, actors_.row(participant.state));
            }
            insert_participant_.bind(6, participant.name)
                .bind(7, to_string(participant.kind))
                .bind_text_or_null(8, participant.role)
                .bind(9, participant.mention.text)
                .bind(10, number(participant.mention.start))
                .bind(11, number(participant.mention.end))
                .run();
        }
    }
    insert_reports(claim, row, pairs);
}

void ClaimRows::insert_reports(const Claim& claim, std::int64_t row, std::vector<PairKey>& pairs) {
    const auto reports = pair_claims(claim, [this](const ActorId& id) { return actors_.resolve(id); });
    if (reports.empty()) {
        return;
    }
    article_.bind(1, row).step();
    insert_report_.bind(2, row)
        .bind(10, claim.id)
        .bind(11, to_string(claim.event.type))
        .bind_text_or_null(12, claim.event.mode)
        .bind_text_or_null(13, claim.event.cameo)
        .bind_text_or_null(14, join(claim.event.context))
        .bind(15, claim.event.goldstein)
        .bind(16, to_string(claim.modality))
        .bind(17, claim.time.interval.start)
        .bind(18, claim.time.interval.end)
        .bind(19, to_string(claim.time.interval.granularity))
        .bind(20, std::int64_t{claim.time.resolved})
        .bind_text_or_null(21, claim.place)
        .bind(26, claim.confidence)
        .bind(27, article_.integer(0))
        .bind(28, article_.integer(1))
        .bind(29, article_.integer(2))
        .bind(30, article_.day(3))
        .bind(31, article_.integer(4));
    bind_quantity(insert_report_, 22, claim.quantity);
    article_.reset();
    for (const auto& about : reports) {
        const auto pair = actors_.pair(about.low, about.high);
        insert_report_.bind(1, pair)
            .bind(3, std::int64_t{static_cast<std::uint8_t>(about.direction)})
            .bind(4, std::int64_t{static_cast<std::uint8_t>(about.relation_direction)})
            .bind(5, about.family)
            .bind_text_or_null(6, about.relation)
            .bind(7, std::int64_t{static_cast<std::uint8_t>(about.role)})
            .bind_text_or_null(8, about.stage)
            .bind_text_or_null(9, about.obligation)
            .run();
        pairs.push_back(pair);
    }
}

Claim ClaimRows::load(std::int64_t row) {
    Claim claim;
    auto& from = load_;
    if (!from.bind(1, row).step()) {
        return claim;
    }
    claim.id = from.text(0);
    claim.article = from.text(1);
    claim.event.type = parse_event_type(from.text(2)).value_or(EventType::consult);
    claim.event.mode = from.text(3);
    claim.event.cameo = from.text(4);
    claim.event.context = split_list(from.text(5));
    claim.event.goldstein = from.real(6);
    claim.relation = from.text(7);
    claim.modality = parse_modality(from.text(8)).value_or(Modality::possible);
    if (!from.is_null(10)) {
        claim.attribution = Attribution{ActorId{from.text(9)}, std::string{from.text(10)}};
    }
    claim.time.interval = {from.day(11), from.day(12),
                           parse_granularity(from.text(13)).value_or(Granularity::open)};
    claim.time.text = from.text(14);
    claim.time.resolved = from.integer(15) != 0;
    claim.place = from.text(16);
    if (!from.is_null(17)) {
        claim.quantity = Quantity{from.real(17), std::string{from.text(18)}, std::string{from.text(19)},
                                  from.is_null(20) ? std::nullopt : std::optional{from.real(20)}};
    }
    claim.evidence = {std::string{from.text(21)}, size(from.integer(22)), size(from.integer(23)),
                      std::string{from.text(26)}, size(from.integer(24)), size(from.integer(25))};
    claim.confidence = from.real(27);
    claim.extractor = from.text(28);
    from.reset();

    auto& people = load_participants_;
    people.bind(1, row);
    while (people.step()) {
        Participant participant;
        participant.id = actors_.id(people.integer(1));
        if (!people.is_null(2)) {
            participant.state = actors_.id(people.integer(2));
        }
        participant.name = people.text(3);
        participant.kind = parse_actor_kind(people.text(4)).value_or(ActorKind::organisation);
        participant.role = people.text(5);
        participant.mention = {std::string{people.text(6)}, size(people.integer(7)), size(people.integer(8))};
        (people.integer(0) == 0 ? claim.source : claim.target).push_back(std::move(participant));
    }
    return claim;
}

std::int64_t ClaimRows::digest(std::int64_t row) {
    std::int64_t digest = 0;
    if (digest_.bind(1, row).step()) {
        digest = digest_.integer(0);
        digest_.reset();
    }
    return digest;
}

std::vector<std::int64_t> ClaimRows::of_article(std::int64_t article) {
    std::vector<std::int64_t> rows;
    of_article_.bind(1, article);
    while (of_article_.step()) {
        rows.push_back(of_article_.integer(0));
    }
    return rows;
}

std::vector<PairKey> ClaimRows::pairs_of_article(std::int64_t article) {
    std::vector<PairKey> pairs;
    pairs_of_article_.bind(1, article);
    while (pairs_of_article_.step()) {
        pairs.push_back(pairs_of_article_.integer(0));
    }
    return pairs;
}

void ClaimRows::renew_article(std::int64_t article) { renew_article_.bind(1, article).run(); }

void ClaimRows::remove_of_article(std::int64_t article) {
    remove_words_.bind(1, article).run();
    remove_of_article_.bind(1, article).run();
}

void ClaimRows::renew_reports(std::int64_t row, std::vector<PairKey>& pairs) {
    pairs_of_claim_.bind(1, row);
    while (pairs_of_claim_.step()) {
        pairs.push_back(pairs_of_claim_.integer(0));
    }
    remove_reports_.bind(1, row).run();
    insert_reports(load(row), row, pairs);
}

}  // namespace entente
