#include "graph/store.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "graph/detail/schema.hpp"
#include "graph/detail/store_impl.hpp"

namespace entente {

namespace {

/// From so many pairs on, the graph is made anew as a whole where they hold half of it.
constexpr std::size_t many_pairs = 256;

/// The claims of `article` that quote it rightly, each once; the others go to `unquoted`.
std::vector<const Claim*> quoted_claims(const Article& article, std::span<const Claim> claims,
                                        std::vector<std::string>& unquoted) {
    std::vector<const Claim*> quoted;
    std::set<std::string_view> seen;
    for (const auto& claim : claims) {
        const auto& evidence = claim.evidence;
        const bool inside =
            evidence.text_start <= evidence.text_end && evidence.text_end <= article.text.size();
        if (!inside || article.text.compare(evidence.text_start, evidence.text_end - evidence.text_start,
                                            evidence.text) != 0) {
            unquoted.push_back(claim.id);
        } else if (seen.insert(claim.id).second) {
            quoted.push_back(&claim);
        }
    }
    return quoted;
}

std::vector<std::int64_t> digests_of(const std::vector<const Claim*>& claims, const std::string& article) {
    std::vector<std::int64_t> digests;
    for (const auto* claim : claims) {
        digests.push_back(digest_of(*claim, article));
    }
    std::sort(digests.begin(), digests.end());
    return digests;
}

}  // namespace

Store::Store(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

int Store::format() { return schema_version; }

Store Store::open(const std::string& path, StoreMode mode) {
    Store store{std::make_unique<Impl>(path, mode)};
    if (mode == StoreMode::write) {
        store.impl_->change([&] {
            store.impl_->prepared.graph.store_background(false);
            return true;
        });
    }
    return store;
}

void Store::Impl::merge_touched(const WorkDone& progress) {
    auto pending = database.prepare("SELECT pair FROM pending");
    while (pending.step()) {
        touched.insert(pending.integer(0));
    }
    if (touched_most()) {
        merge_all(progress);
    } else {
        merge({touched.begin(), touched.end()}, progress);
    }
}

void Store::Impl::merge_all(const WorkDone& progress) {
    std::vector<PairKey> pairs;
    auto all = database.prepare("SELECT DISTINCT pair FROM report ORDER BY pair");
    while (all.step()) {
        pairs.push_back(all.integer(0));
    }
    prepared.graph.store_all([&] { merge(pairs, progress); });
}

void Store::Impl::merge(const std::vector<PairKey>& pairs, const WorkDone& progress) {
    std::size_t done = 0;
    for (const auto pair : pairs) {
        prepared.graph.store(pair, prepared.reports.load(pair));
        if (progress) {
            progress("pairs of actors merged", ++done, pairs.size());
        }
    }
    touched.clear();
    database.run("DELETE FROM pending");
}

bool Store::Impl::touched_most() {
    if (touched.size() < many_pairs) {
        return false;
    }
    auto count = database.prepare("SELECT count(*) FROM report WHERE pair = ?1");
    std::int64_t reports = 0;
    for (const auto pair : touched) {
        count.bind(1, pair).step();
        reports += count.integer(0);
        count.reset();
    }
    return 2 * reports >= database.integer("SELECT max(row) FROM claim");
}

void Store::Impl::forget_uncommitted() {
    touched.clear();
    prepared.actors.forget_cache();
}

void Store::Impl::touch_articles(const std::vector<std::int64_t>& articles) {
    for (const auto article : articles) {
        prepared.claims.renew_article(article);
        const auto pairs = prepared.claims.pairs_of_article(article);
        touched.insert(pairs.begin(), pairs.end());
    }
}

AddOutcome Store::add(const Article& article, std::span<const Claim> all_claims, Day added) {
    auto& articles = impl_->prepared.articles;
    auto& claims = impl_->prepared.claims;
    auto& origins = impl_->prepared.origins;
    AddOutcome outcome;
    const auto quoted = quoted_claims(article, all_claims, outcome.unquoted);
    return impl_->change([&] {
        const auto lineage = articles.find_lineage(article);
        for (const auto version : lineage == 0 ? std::vector<std::int64_t>{} : articles.versions(lineage)) {
            if (articles.content(version) != content_id(article)) {
                continue;
            }
            std::vector<std::int64_t> stored;
            for (const auto row : claims.of_article(version)) {
                stored.push_back(claims.digest(row));
            }
            std::sort(stored.begin(), stored.end());
            if (stored == digests_of(quoted, article.id)) {
                outcome.kind = AddOutcome::Kind::unchanged;
                return outcome;
            }
        }
        const auto previous = lineage == 0 ? 0 : articles.current(lineage);
        const auto row = articles.insert(article, added, lineage);
        std::vector<PairKey> pairs;
        for (const auto* claim : quoted) {
            claims.insert(*claim, article.id, row, pairs);
        }
        impl_->touched.insert(pairs.begin(), pairs.end());
        outcome.claims = quoted.size();

        std::vector<std::int64_t> relabelled;
        if (lineage != 0) {
            articles.order_versions(lineage);
            if (articles.current(lineage) != row) {
                outcome.kind = AddOutcome::Kind::old_version;
                impl_->touch_articles({row});
                return outcome;
            }
            outcome.kind = AddOutcome::Kind::new_version;
            origins.remove(previous, relabelled);
            relabelled.push_back(previous);
        }
        origins.insert(row, article.text, relabelled);
        impl_->touch_articles(relabelled);
        return outcome;
    });
}

bool Store::has_unmerged() { return impl_->database.integer("SELECT EXISTS (SELECT 1 FROM pending)") != 0; }

bool Store::merge_pending(const WorkDone& progress) {
    if (!has_unmerged()) {
        return false;
    }
    return impl_->change([&] {
        impl_->merge_touched(progress);
        return true;
    });
}

Store::Batch Store::batch() {
    impl_->batch.emplace(impl_->database);
    impl_->batch_failed = false;
    return Batch{this};
}

Store::Batch::Batch(Batch&& other) noexcept : store_(std::exchange(other.store_, nullptr)) {}

Store::Batch::~Batch() {
    if (store_ != nullptr) {
        store_->impl_->batch.reset();
        store_->impl_->forget_uncommitted();
    }
}

void Store::Batch::refuse_failed() const {
    if (store_->impl_->batch_failed) {
        throw StoreError(StoreError::Reason::misuse, store_->impl_->database.path(),
                         "an article of this batch could not be stored",
                         "nothing of the batch was; add it again");
    }
}

void Store::Batch::commit() {
    refuse_failed();
    store_->impl_->merge_touched();
    store_->impl_->batch->commit();
    std::exchange(store_, nullptr)->impl_->batch.reset();
}

void Store::Batch::commit_unmerged() {
    refuse_failed();
    auto& impl = *store_->impl_;
    auto insert = impl.database.prepare("INSERT OR IGNORE INTO pending(pair) VALUES (?1)");
    for (const auto pair : impl.touched) {
        insert.bind(1, pair).run();
    }
    impl.touched.clear();
    impl.batch->commit();
    std::exchange(store_, nullptr)->impl_->batch.reset();
}

Statement Store::read(std::string_view sql) { return impl_->database.prepare_reading(sql); }

std::optional<Claim> Store::claim(std::string_view id) {
    auto find = impl_->database.prepare(
        "SELECT c.row FROM claim c JOIN article a ON a.row = c.article WHERE c.id = ?1"
        " ORDER BY a.replaced_by IS NULL DESC, c.row DESC LIMIT 1");
    if (!find.bind(1, id).step()) {
        return std::nullopt;
    }
    return impl_->prepared.claims.load(find.integer(0));
}

std::optional<Article> Store::article(std::string_view id) {
    auto find = impl_->database.prepare("SELECT row FROM article WHERE id = ?1 AND replaced_by IS NULL");
    if (!find.bind(1, id).step()) {
        return std::nullopt;
    }
    return impl_->prepared.articles.load(find.integer(0));
}

}  // namespace entente
