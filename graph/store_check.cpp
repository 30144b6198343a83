// Store: integrity, and figures.
#include <string>

#include "graph/detail/store_impl.hpp"

namespace entente {

namespace {

std::size_t count(Database& database, std::string_view sql) {
    return static_cast<std::size_t>(database.integer(sql));
}

std::optional<Day> day(Database& database, std::string_view sql) {
    auto statement = database.prepare(sql);
    return statement.step() ? statement.day(0) : std::nullopt;
}

}  // namespace

std::vector<Finding> Store::check() {
    std::vector<Finding> findings;
    try {
        auto integrity = impl_->database.prepare("PRAGMA integrity_check");
        while (integrity.step()) {
            if (integrity.text(0) != "ok") {
                findings.push_back({"database", std::string{integrity.text(0)}});
            }
        }
        auto foreign = impl_->database.prepare("PRAGMA foreign_key_check");
        while (foreign.step()) {
            findings.push_back({std::string{foreign.text(0)}, "row " + std::to_string(foreign.integer(1)) +
                                                                  " refers to nothing in " +
                                                                  std::string{foreign.text(2)}});
        }
    } catch (const StoreError& error) {
        findings.push_back({"database", error.what()});
    }
    return findings;
}

std::vector<Finding> Store::verify() {
    auto findings = check();
    auto& articles = impl_->prepared.articles;
    auto& claims = impl_->prepared.claims;
    try {
        auto all = impl_->database.prepare("SELECT row FROM article ORDER BY row");
        while (all.step()) {
            const auto row = all.integer(0);
            const auto article = articles.load(row);
            if (content_id(article) != articles.content(row)) {
                findings.push_back({article.id, "the article is not what was stored"});
            }
            for (const auto claim_row : claims.of_article(row)) {
                const auto claim = claims.load(claim_row);
                const auto& evidence = claim.evidence;
                if (digest_of(claim, article.id) != claims.digest(claim_row)) {
                    findings.push_back({claim.id, "the claim is not what was stored"});
                }
                if (evidence.text_end < evidence.text_start || evidence.text_end > article.text.size() ||
                    article.text.compare(evidence.text_start, evidence.text_end - evidence.text_start,
                                         evidence.text) != 0) {
                    findings.push_back({claim.id, "its quote does not stand at bytes " +
                                                      std::to_string(evidence.text_start) + " to " +
                                                      std::to_string(evidence.text_end) + " of article " +
                                                      article.id});
                }
            }
        }
    } catch (const StoreError& error) {
        findings.push_back({"database", error.what()});
    }
    return findings;
}

StoreStats Store::stats() {
    auto& database = impl_->database;
    StoreStats stats;
    stats.articles = count(database, "SELECT count(*) FROM article WHERE replaced_by IS NULL");
    stats.replaced_articles = count(database, "SELECT count(*) FROM article WHERE replaced_by IS NOT NULL");
    stats.publishers = count(database, "SELECT count(*) FROM publisher WHERE name <> ''");
    stats.origins = count(database, "SELECT count(DISTINCT origin) FROM article WHERE replaced_by IS NULL");
    stats.history_claims = count(
        database,
        "SELECT count(*) FROM article a JOIN claim c ON c.article = a.row WHERE a.replaced_by IS NOT NULL");
    stats.claims = count(database, "SELECT count(*) FROM claim") - stats.history_claims;
    stats.actors = count(database, "SELECT count(DISTINCT actor) FROM participant");
    stats.events = count(database, "SELECT count(*) FROM event");
    stats.background_relations = count(database, "SELECT count(*) FROM relation WHERE basis = 'background'");
    stats.relations = count(database, "SELECT count(*) FROM relation") - stats.background_relations;
    stats.first_published = day(database, "SELECT min(published) FROM article WHERE replaced_by IS NULL");
    stats.last_published = day(database, "SELECT max(published) FROM article WHERE replaced_by IS NULL");
    stats.bytes = database.integer("PRAGMA page_count") * database.integer("PRAGMA page_size");
    return stats;
}

}  // namespace entente
