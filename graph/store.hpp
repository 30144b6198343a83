#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "graph/actor.hpp"
#include "graph/article.hpp"
#include "graph/claim.hpp"
#include "graph/filter.hpp"
#include "graph/opposition.hpp"
#include "graph/relation.hpp"
#include "graph/selection.hpp"
#include "graph/spell.hpp"
#include "graph/statement.hpp"
#include "graph/store_error.hpp"
#include "graph/ties.hpp"

namespace entente {

enum class StoreMode : std::uint8_t {
    read,  ///< the file must exist; nothing is written
    write  ///< made if it does not exist; an older format is brought up to date
};

/// What adding an article did.
struct AddOutcome {
    enum class Kind : std::uint8_t {
        added,
        unchanged,    ///< this article was there with these claims; nothing was done
        new_version,  ///< it replaces an earlier version, whose claims are kept as history
        old_version   ///< a newer version was there: kept as history only
    };
    Kind kind = Kind::added;
    std::size_t claims = 0;  ///< stored now
    /// Ids of claims that were left out: their quote does not stand in the article at the bytes that they
    /// name.
    std::vector<std::string> unquoted;
};

/// What is forgotten: everything of a publisher, a URL, or an article (with all its versions).
struct ForgetWhat {
    enum class By : std::uint8_t { publisher, url, article };
    By by = By::article;
    std::string value;
};

struct ForgetOutcome {
    std::size_t articles = 0;  ///< versions, those replaced earlier included
    std::size_t claims = 0;
};

/// Something wrong that check or verify found.
struct Finding {
    std::string id;       ///< of the claim or article, or a table's name
    std::string problem;  ///< a sentence
    bool operator==(const Finding&) const = default;
};

struct StoreStats {
    std::size_t articles = 0;           ///< current versions
    std::size_t replaced_articles = 0;  ///< earlier versions
    std::size_t publishers = 0;
    std::size_t origins = 0;  ///< independent texts among the current articles
    std::size_t claims = 0;   ///< of current versions
    std::size_t history_claims = 0;
    std::size_t actors = 0;
    std::size_t events = 0;
    std::size_t relations = 0;             ///< from articles
    std::size_t background_relations = 0;  ///< from knowledge/
    std::optional<Day> first_published;
    std::optional<Day> last_published;
    std::int64_t bytes = 0;  ///< of the database
    bool operator==(const StoreStats&) const = default;
};

/// A claim as testimony for or against an event or relation.
struct Testimony {
    Claim claim;
    Source source;
    bool against = false;     ///< it denies or negates it
    bool superseded = false;  ///< a newer version of its article has replaced it
    std::string event;        ///< the event that it reports; empty if none
    std::string role;  ///< what it does to the relation: opens, confirms, ends; empty for events and claims
    std::string rule;  ///< the rule of knowledge/relations.tsv behind the role
};

struct ActorDecision {
    enum class Kind : std::uint8_t { merge, distinct };
    std::int64_t id = 0;
    Kind kind = Kind::merge;
    ActorId actor;  ///< merge: this one …
    ActorId into;   ///< … is this one; distinct: the two are not the same
    Day added;
    bool undone = false;
    bool operator==(const ActorDecision&) const = default;
};

/// An actor with how often claims name it.
struct ActorCount {
    Actor actor;
    std::size_t claims = 0;
    bool operator==(const ActorCount&) const = default;
};

/// Somebody whom articles name.
struct NamedParticipant {
    std::string name;  ///< as an article has it
    ActorId id;
    ActorId state;  ///< for whom they act; empty if nobody says so
    bool operator==(const NamedParticipant&) const = default;
};

/// Is told how far a long work is: so many of all `unit` ("claims read again").
using WorkDone = std::function<void(std::string_view unit, std::size_t done, std::size_t all)>;

/// Articles, claims, and the graph merged from them, in one SQLite file (docs/schema.md). One process writes
/// at a time, any number read. A Store is used by one thread at a time; a thread that reads meanwhile opens
/// its own. Every member throws StoreError where the file or disk fails. Nothing that returned is lost when
/// the process dies.
class Store {
 public:
    /// Opens `path`; ":memory:" is a store that goes with the object.
    static Store open(const std::string& path, StoreMode mode);
    /// The version of the file format that this program writes.
    static int format();

    Store(const Store&) = delete;
    Store(Store&&) noexcept;
    Store& operator=(const Store&) = delete;
    Store& operator=(Store&&) noexcept;
    ~Store();

    /// Several additions as one: all of them are stored by commit(), or none. What they touch is merged once.
    /// Without commit() the destructor takes everything back. Once an addition has thrown, commit() throws
    /// too. One at a time; it must not outlive its Store.
    class Batch {
     public:
        Batch(const Batch&) = delete;
        Batch(Batch&&) noexcept;
        Batch& operator=(const Batch&) = delete;
        Batch& operator=(Batch&&) = delete;
        ~Batch();
        /// Merges what was touched and stores it.
        void commit();
        /// Stores the articles and claims but puts merging off until the next commit() or merge_pending():
        /// for large imports. Events and relations are as before until then. A merge reads all claims on a
        /// pair, so that one at the end costs much less than one for each part.
        void commit_unmerged();

     private:
        friend class Store;
        void refuse_failed() const;
        explicit Batch(Store* store) : store_(store) {}
        Store* store_;  ///< null when done
    };
    Batch batch();

    /// Stores `article` with its claims; `added` is today, as known time. An article of the same given id or
    /// URL with other content is a new version. Actors are resolved by the decisions made so far. Cost does
    /// not depend on the size of the graph, but for index look-ups and the claims between the same pairs of
    /// actors. Its own transaction, unless a Batch is open.
    AddOutcome add(const Article& article, std::span<const Claim> claims, Day added);

    /// Takes articles out, with all that rested on them alone: the graph is then as if they had never been
    /// added.
    ForgetOutcome forget(const ForgetWhat& what);

    /// Whether something waits for merge_pending(): a long import is under way, or was killed.
    bool has_unmerged();
    /// Merges what commit_unmerged() put off. False: there was nothing.
    bool merge_pending(const WorkDone& progress = {});
    /// Derives all events and relations anew from the stored claims and the tables of knowledge/.
    void rebuild(const WorkDone& progress = {});

    /// SQLite's own integrity check and foreign keys. Empty: nothing wrong.
    std::vector<Finding> check();
    /// check(), and every article hashed again, every claim hashed again, and its quote found at its offsets.
    std::vector<Finding> verify();
    StoreStats stats();

    /// The part of the graph that `filter` means, with the actors that it names.
    Selection select(const Filter& filter);
    /// The relations that `filter` means, as ties: what searches in graphs ask, at a fraction of the cost.
    /// Its limit does not count.
    Ties ties(const Filter& filter);
    /// Of those, the ones between an actor of `left` and one of `right`, by one look-up for each pair of the
    /// two. Not for a filter with known_on or stored_on.
    Ties ties_between(const Filter& filter, std::span<const ActorId> left, std::span<const ActorId> right);
    /// The relations that `filter` means and that are between the two of one of the pairs, in either
    /// direction, by id, without their claims, by one look-up for each pair. Its actors, between and limit do
    /// not count.
    std::vector<Relation> relations_between(const Filter& filter,
                                            std::span<const std::pair<ActorId, ActorId>> pairs);
    /// The relations that `filter` means, as spells. Its limit does not count. Not for a filter with known_on
    /// or stored_on.
    Spells spells(const Filter& filter);
    /// How many claims support a relation of `filter`, for each source of one. Not for a filter with known_on
    /// or stored_on.
    std::map<ActorId, std::size_t> claims_by_source(const Filter& filter);
    /// Calls `visit` for the denied events of `filter` that somebody asserts, newest first; with a speaker,
    /// for the events that it tells of and somebody says the opposite of, its newest publication first.
    /// `visit` returns false to stop. Modalities, known_on and stored_on of the filter do not count.
    void oppositions(const Filter& filter, const Speaker& speaker,
                     const std::function<bool(const Opposition&)>& visit);
    /// The claims behind a claim, event or relation id, oldest publication first; empty if there is no such
    /// id. A name that an event or relation had before an older claim renamed it is found too, by looking
    /// through all that have several claims.
    std::vector<Testimony> evidence(std::string_view id);

    std::optional<Claim> claim(std::string_view id);
    std::optional<Article> article(std::string_view id);  ///< its current version
    /// How many current articles name both actors by any name of theirs in knowledge/, published from `since`
    /// to `until` (both included). Articles without a date count only if neither is given.
    std::size_t articles_naming(const ActorId& a, const ActorId& b, std::optional<Day> since,
                                std::optional<Day> until);
    /// Ids of current articles whose title or text has all words of `words`, best match first (FTS5, bm25).
    std::vector<std::string> find_articles(std::string_view words, std::size_t limit);

    /// The publishers of its articles, sorted; without the empty one of articles that name none.
    std::vector<std::string> publishers();
    /// All actors that claims name, by id.
    std::vector<ActorCount> actors();
    /// Those whom claims call `name`, or by a longer name that ends in it ("Szijjarto" finds Peter
    /// Szijjarto), whatever the case of ASCII letters; most often named first. Reads all claims.
    std::vector<NamedParticipant> participants_called(std::string_view name);
    /// States that `actor` is `into`: its claims count as those of `into` from now on. Returns the decision's
    /// number. The reason as text where it cannot be: they were stated to be distinct, or it would go round
    /// in a circle.
    tl::expected<std::int64_t, std::string> merge_actors(const ActorId& actor, const ActorId& into,
                                                         Day today);
    /// States that the two are not the same: takes back a merge of the two, and refuses later ones until
    /// undone.
    tl::expected<std::int64_t, std::string> distinct_actors(const ActorId& a, const ActorId& b, Day today);
    /// Takes back a decision. The reason where there is none of that number, or it was taken back before.
    tl::expected<void, std::string> undo_decision(std::int64_t id);
    std::vector<ActorDecision> actor_decisions();

    /// A statement that reads the documented views (docs/schema.md). Throws StoreError (misuse) for one that
    /// writes.
    Statement read(std::string_view sql);

    struct Impl;  ///< of graph/detail/, for the parts of this room

 private:
    explicit Store(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace entente
