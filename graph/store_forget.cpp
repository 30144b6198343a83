// Store: taking sources out, and deriving everything anew.
#include <set>
#include <string>

#include "graph/detail/store_impl.hpp"

namespace entente {

namespace {

const char* doomed_articles(ForgetWhat::By by) {
    switch (by) {
        case ForgetWhat::By::publisher:
            return "SELECT a.row, a.lineage, a.replaced_by IS NULL FROM article a JOIN publisher p ON p.row "
                   "= a.publisher"
                   " WHERE p.name = ?1";
        case ForgetWhat::By::url:
            return "SELECT row, lineage, replaced_by IS NULL FROM article WHERE url = ?1";
        case ForgetWhat::By::article:
            return "SELECT row, lineage, replaced_by IS NULL FROM article WHERE lineage IN"
                   " (SELECT lineage FROM article WHERE id = ?1)";
    }
    return "";
}

}  // namespace

ForgetOutcome Store::forget(const ForgetWhat& what) {
    auto& database = impl_->database;
    auto& articles = impl_->prepared.articles;
    auto& claims = impl_->prepared.claims;
    auto& origins = impl_->prepared.origins;
    return impl_->change([&] {
        ForgetOutcome outcome;
        std::set<std::int64_t> doomed;
        std::set<std::int64_t> lineages;
        std::vector<std::int64_t> relabelled;
        auto select = database.prepare(doomed_articles(what.by));
        select.bind(1, what.value);
        std::vector<std::int64_t> current;
        while (select.step()) {
            doomed.insert(select.integer(0));
            lineages.insert(select.integer(1));
            if (select.integer(2) != 0) {
                current.push_back(select.integer(0));
            }
        }
        auto hide = database.prepare("UPDATE article SET lineage = -row, replaced_by = NULL WHERE row = ?1");
        auto show = database.prepare("UPDATE article SET replaced_by = NULL WHERE replaced_by = ?1");
        auto mute =
            database.prepare("DELETE FROM report WHERE claim IN (SELECT row FROM claim WHERE article = ?1)");
        for (const auto row : doomed) {
            const auto pairs = claims.pairs_of_article(row);
            impl_->touched.insert(pairs.begin(), pairs.end());
            show.bind(1, row).run();
            hide.bind(1, row).run();
            mute.bind(1, row).run();
        }
        for (const auto row : current) {
            origins.remove(row, relabelled);
        }
        // Where the current version goes, the one before it stands again.
        auto has_print = database.prepare("SELECT 1 FROM article_fingerprint WHERE article = ?1");
        for (const auto lineage : lineages) {
            articles.order_versions(lineage);
            const auto row = articles.current(lineage);
            if (row == 0) {
                continue;
            }
            const bool stood = has_print.bind(1, row).step();
            has_print.reset();
            if (!stood) {
                origins.insert(row, articles.load(row).text, relabelled);
                relabelled.push_back(row);
            }
        }
        impl_->touch_articles(relabelled);
        // Events and relations let go of the claims before these go.
        impl_->merge_touched();
        auto count = database.prepare("SELECT count(*) FROM claim WHERE article = ?1");
        for (const auto row : doomed) {
            count.bind(1, row).step();
            outcome.claims += static_cast<std::size_t>(count.integer(0));
            count.reset();
            claims.remove_of_article(row);
            articles.remove(row);
        }
        outcome.articles = doomed.size();
        database.run("DELETE FROM publisher WHERE row NOT IN (SELECT publisher FROM article)");
        return outcome;
    });
}

void Store::rebuild(const WorkDone& progress) {
    auto& database = impl_->database;
    auto& claims = impl_->prepared.claims;
    auto& origins = impl_->prepared.origins;
    impl_->change([&] {
        database.run(
            "DELETE FROM article_link; DELETE FROM article_band; DELETE FROM article_fingerprint;"
            "UPDATE article SET origin = row");
        std::vector<std::int64_t> relabelled;
        auto current =
            database.prepare("SELECT row, text FROM article WHERE replaced_by IS NULL ORDER BY row");
        while (current.step()) {
            origins.insert(current.integer(0), current.text(1), relabelled);
        }
        std::vector<PairKey> pairs;
        std::vector<std::int64_t> rows;
        std::size_t done = 0;
        auto all = database.prepare("SELECT row FROM claim ORDER BY row");
        while (all.step()) {
            rows.push_back(all.integer(0));
        }
        for (const auto row : rows) {
            claims.renew_reports(row, pairs);
            pairs.clear();
            if (progress) {
                progress("claims read again", ++done, rows.size());
            }
        }
        impl_->merge_all(progress);
        impl_->prepared.graph.store_background(true);
        return true;
    });
}

}  // namespace entente
