// Store: the quotes behind a claim, event or relation; words in articles.
#include <algorithm>
#include <map>
#include <string>
#include <tuple>

#include "graph/detail/store_impl.hpp"
#include "graph/known_actor.hpp"
#include "graph/merge.hpp"

namespace entente {

namespace {

/// A row of the statements below: claim, event id, role, rule, whether it speaks against.
struct Part {
    std::int64_t claim = 0;
    std::string event;
    std::string role;
    std::string rule;
    bool against = false;
};

constexpr const char* parts_of_claim =
    "SELECT c.row, (SELECT e.id FROM event_claim l JOIN event e ON e.row = l.event WHERE l.claim = c.row "
    "ORDER BY e.id"
    " LIMIT 1), '', '', c.modality IN ('denied', 'negated') FROM claim c WHERE c.id = ?1";

/// Against an event: what denies the same kind of event between the two, within a week.
constexpr const char* parts_of_event =
    "SELECT l.claim, e.id, '', '', 0 FROM event e JOIN event_claim l ON l.event = e.row WHERE e.id = ?1"
    " UNION ALL"
    " SELECT l.claim, d.id, '', '', 1 FROM event e JOIN event d ON d.pair = e.pair AND d.row <> e.row"
    " JOIN event_claim l ON l.event = d.row WHERE e.id = ?1 AND d.type = e.type AND d.source = e.source"
    " AND e.modality NOT IN ('denied', 'negated') AND d.modality IN ('denied', 'negated')"
    " AND (e.found_from IS NULL OR d.found_from IS NULL OR (d.found_from <= e.found_to + 7 AND"
    " d.found_to >= e.found_from - 7))";

/// Against a relation: what denies the same relation between the two.
constexpr const char* parts_of_relation =
    "SELECT l.claim, e.id, l.role, l.rule, 0 FROM relation r JOIN relation_claim l ON l.relation = r.row"
    " JOIN event e ON e.row = l.event WHERE r.id = ?1"
    " UNION ALL"
    " SELECT l.claim, e.id, '', '', 1 FROM relation r JOIN relation d ON d.pair = r.pair AND d.type = r.type"
    " AND d.source = r.source AND d.row <> r.row JOIN relation_claim l ON l.relation = d.row"
    " JOIN event e ON e.row = l.event WHERE r.id = ?1 AND r.modality NOT IN ('denied', 'negated')"
    " AND d.modality IN ('denied', 'negated')";

std::vector<Part> parts_of(Database& database, std::string_view id) {
    std::vector<Part> parts;
    for (const char* sql : {parts_of_claim, parts_of_event, parts_of_relation}) {
        auto rows = database.prepare(sql);
        rows.bind(1, id);
        while (rows.step()) {
            parts.push_back({rows.integer(0), std::string{rows.text(1)}, std::string{rows.text(2)},
                             std::string{rows.text(3)}, rows.integer(4) != 0});
        }
        if (!parts.empty()) {
            break;
        }
    }
    return parts;
}

/// What an event or relation is called now that was called `id` before an older claim turned up and renamed
/// it: the claim that named it is still among its claims. Looks at all that have more than one claim. Empty
/// if there is none.
std::string name_now(Database& database, ActorRows& actors, std::string_view id) {
    if (id.starts_with("e_")) {
        auto rows = database.prepare(
            "SELECT e.id, e.pair, r.direction, r.family, e.modality, c.id FROM event e"
            " JOIN event_claim l ON l.event = e.row JOIN claim c ON c.row = l.claim"
            " JOIN report r ON r.pair = e.pair AND r.claim = c.row WHERE e.claims > 1");
        while (rows.step()) {
            const auto [low, high] = actors.ids(rows.integer(1));
            const auto modality = parse_modality(rows.text(4)).value_or(Modality::possible);
            if (event_id(low, high, static_cast<Direction>(rows.integer(2)), rows.text(3), modality,
                         rows.text(5)) == id) {
                return std::string{rows.text(0)};
            }
        }
    } else if (id.starts_with("r_")) {
        auto rows = database.prepare(
            "SELECT r.id, r.type, r.source, r.target, r.modality, c.id FROM relation r"
            " JOIN relation_claim l ON l.relation = r.row JOIN claim c ON c.row = l.claim"
            " WHERE r.claims > 1 AND l.role <> 'ends'");
        while (rows.step()) {
            const auto modality = parse_modality(rows.text(4)).value_or(Modality::possible);
            if (relation_id(rows.text(1), actors.id(rows.integer(2)), actors.id(rows.integer(3)), modality,
                            rows.text(5)) == id) {
                return std::string{rows.text(0)};
            }
        }
    }
    return {};
}

/// `"north korea" OR "noord-korea"`: any of an actor's names, as an FTS5 query.
std::string any_name(const ActorId& id) {
    std::string query;
    for (const auto& name : names_of(id)) {
        std::string quoted;
        for (const char c : name) {
            quoted += c;
            if (c == '"') {
                quoted += c;
            }
        }
        query += (query.empty() ? "\"" : " OR \"") + quoted + '"';
    }
    return '(' + query + ')';
}

/// All words of a text as an FTS5 query; what FTS5 takes for syntax is only text here.
std::string all_words(std::string_view words) {
    std::string query;
    std::string word;
    const auto flush = [&] {
        if (!word.empty()) {
            query += (query.empty() ? "\"" : " \"") + word + '"';
            word.clear();
        }
    };
    for (const char c : words) {
        if (c == ' ' || c == '"' || c == '\t' || c == '\n') {
            flush();
        } else {
            word += c;
        }
    }
    flush();
    return query;
}

}  // namespace

std::vector<Testimony> Store::evidence(std::string_view id) {
    auto parts = parts_of(impl_->database, id);
    if (parts.empty()) {
        if (const auto now = name_now(impl_->database, impl_->prepared.actors, id); !now.empty()) {
            parts = parts_of(impl_->database, now);
        }
    }
    auto article_of = impl_->database.prepare(
        "SELECT a.row, a.replaced_by IS NOT NULL FROM claim c JOIN article a ON a.row = c.article"
        " WHERE c.row = ?1");
    std::vector<Testimony> out;
    for (const auto& part : parts) {
        Testimony testimony;
        testimony.claim = impl_->prepared.claims.load(part.claim);
        article_of.bind(1, part.claim).step();
        testimony.source = impl_->source(article_of.integer(0));
        testimony.superseded = article_of.integer(1) != 0;
        article_of.reset();
        testimony.against = part.against;
        testimony.event = part.event;
        testimony.role = part.role;
        testimony.rule = part.rule;
        out.push_back(std::move(testimony));
    }
    std::sort(out.begin(), out.end(), [](const Testimony& a, const Testimony& b) {
        const auto key = [](const Testimony& one) {
            return std::tuple{!one.source.published, one.source.published, std::string_view{one.claim.id},
                              std::string_view{one.role}, std::string_view{one.rule}};
        };
        return key(a) < key(b);
    });
    return out;
}

std::size_t Store::articles_naming(const ActorId& a, const ActorId& b, std::optional<Day> since,
                                   std::optional<Day> until) {
    auto count = impl_->database.prepare(
        "SELECT count(*) FROM article_words w JOIN article a ON a.row = w.rowid WHERE article_words MATCH ?1"
        " AND a.replaced_by IS NULL AND (?2 IS NULL OR a.published >= ?2) AND (?3 IS NULL OR a.published <= "
        "?3)");
    count.bind(1, any_name(a) + " AND " + any_name(b)).bind(2, since).bind(3, until);
    return count.step() ? static_cast<std::size_t>(count.integer(0)) : 0;
}

std::vector<std::string> Store::publishers() {
    std::vector<std::string> names;
    auto rows = impl_->database.prepare("SELECT name FROM publisher WHERE name <> '' ORDER BY name");
    while (rows.step()) {
        names.emplace_back(rows.text(0));
    }
    return names;
}

std::vector<std::string> Store::find_articles(std::string_view words, std::size_t limit) {
    std::vector<std::string> ids;
    const auto query = all_words(words);
    if (query.empty()) {
        return ids;
    }
    auto rows = impl_->database.prepare(
        "SELECT a.id FROM article_words w JOIN article a ON a.row = w.rowid WHERE article_words MATCH ?1"
        " AND a.replaced_by IS NULL ORDER BY w.rank, a.id LIMIT ?2");
    rows.bind(1, query).bind(2, static_cast<std::int64_t>(limit));
    while (rows.step()) {
        ids.emplace_back(rows.text(0));
    }
    return ids;
}

}  // namespace entente
