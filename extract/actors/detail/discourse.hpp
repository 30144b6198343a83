#pragma once

#include <optional>
#include <span>
#include <vector>

#include "extract/actors/detail/article_view.hpp"

namespace entente::detail {

/// How many sentences back a definite phrase ("the alliance", "the president") is looked up.
inline constexpr std::size_t long_memory = 60;

/// Adds `actor` where none of `actors` has its id.
void add_distinct(std::vector<Participant>& actors, const Participant& actor);

/// Who was spoken of so far, and how prominently: ties pronouns and definite phrases back. One object per
/// article, which is fed its sentences in order.
class Discourse {
 public:
    explicit Discourse(ArticleView& view) : view_(view) {}

    /// Adds to `drafts`, those of sentence `s`, its pronouns and definite phrases, gives actors to the roles
    /// that have none yet, and drops those for which none is found. Sorts them.
    void resolve(std::size_t s, std::vector<Draft>& drafts);

 private:
    struct Referent {
        std::size_t sentence = 0;
        std::size_t token = 0;  ///< first
        std::size_t last = 0;   ///< not included
        bool subject = false;
        bool subordinate = false;  ///< subject of an adverbial or relative clause
        bool person = false;
        bool plural = false;
        bool place = false;
        bool adjective = false;
        bool private_party = false;
        bool joined = false;     ///< a coordination
        bool listed = false;     ///< one of a coordination
        bool reference = false;  ///< "the two countries"
        char gender = ' ';
        std::size_t role = Draft::none;
        std::vector<Participant> actors;
    };

    /// How prominent `referent` is for something in sentence `s`; subjects count for more if `as_subject`.
    static int salience(std::size_t s, const Referent& referent, bool as_subject = true);
    /// The referents of sentence `s` and the `back` sentences before it: all that is looked at, so that long
    /// articles take linear time.
    std::span<const Referent> recent(std::size_t s, std::size_t back) const;
    void remember(std::size_t s, const Draft& draft);
    /// Whether a Dutch "het" at `token` cannot be `referent`, or as well be a neuter noun behind it:
    /// "Frankrijk hield [het vliegtuig] aan nadat Spanje [het] had gewaarschuwd"; names like "de Verenigde
    /// Staten" are plural.
    bool neuter_between(std::size_t s, const Referent& referent, std::size_t token) const;
    /// Whether "Het" at `token` begins a sentence as the subject of a verb with an object, and the sentence
    /// before names nothing neuter: "[Het] heeft de ambassadeur ontboden".
    bool begins_deed(std::size_t s, std::size_t token) const;
    /// Whether `token` stands in an adverbial or relative clause.
    bool in_subordinate_clause(std::size_t s, std::size_t token) const;
    void join(std::size_t s, const Referent& next);
    /// `speaker`: as speaker_of() finds it; may be null.
    /// `done` are the drafts before it that are settled, `drafts` those of the sentence that are not yet.
    std::optional<Draft> reference(std::size_t s, const Match& match, const ReferenceEntry& entry,
                                   const std::vector<Draft>& done, std::span<const Draft> drafts,
                                   const Draft* speaker) const;
    bool settle(std::size_t s, Draft& draft, const std::vector<Draft>& done);

    const Referent* person(std::size_t s, std::size_t token, char gender, bool possessive) const;
    const Referent* collective(std::size_t s, std::size_t token, bool possessive) const;
    const Referent* plural(std::size_t s, std::size_t token) const;
    /// Whom "both sides", "the three countries" at `token` stand for; empty where that is not clear.
    std::vector<Participant> several(std::size_t s, std::size_t token, RefKind kind, std::size_t count) const;
    std::vector<Participant> each(std::size_t s, std::size_t token) const;
    /// The state named last before `token`, as a place or not, that is no subject of the same sentence; of
    /// several that stand in a list none. Empty if there is none in this sentence and the three before.
    std::optional<Participant> ruled(std::size_t s, std::size_t token) const;
    /// The state that `one` has to do with in the text before `token`: the only other one that the last
    /// sentences name, or the one that the article names most. None where that is not clear.
    std::optional<Participant> opposite_of(std::size_t s, std::size_t token, const Participant& one) const;
    /// The last of the kind that `entry` names, none of `excluded`. `noun`: the head of the phrase, as
    /// written.
    std::optional<Participant> last_of(const ReferenceEntry& entry, std::string_view noun, bool nearest,
                                       const std::vector<ActorId>& excluded) const;
    /// The Dutch definite phrases of sentence `s` whose words adjectives or participles part: "het Afrikaanse
    /// land", "de door Iran gesteunde beweging".
    std::vector<Match> parted_references(std::size_t s, std::span<const Draft> drafts) const;
    /// The state (or organisation) that an actor acts for.
    std::optional<Participant> principal(const Participant& actor) const;
    /// The noun that the relative clause around `token` belongs to; none if there is no such clause.
    std::size_t relative_head(std::size_t s, std::size_t token) const;
    /// The subject of the verb above `token`, or who controls it where it is an infinitive ("asked France to
    /// withdraw its troops"); none if there is none. `verb` becomes that verb.
    std::size_t local_subject(std::size_t s, std::size_t token, std::size_t& verb) const;
    /// The subject of the verb whose object is `token`: an object is not its own subject ("The DPRK called it
    /// a warning"). Empty if there is none.
    ActorId own_subject(std::size_t s, std::size_t token) const;
    /// The same where the subject is a coordination, or stands in the clause above a participle: all of them.
    std::vector<ActorId> own_subjects(std::size_t s, std::size_t token) const;
    /// The states that the subject of the verb above `token` acts for, where `token` is no part of it: "the
    /// country" there is another one. `inside`: drafts, of which those within `match` are none either.
    std::vector<ActorId> not_meant(std::size_t s, const Match& match, std::span<const Draft> inside) const;
    /// Whether the subject of sentence `s` is a name that nobody knows.
    bool has_unknown_subject(std::size_t s) const;
    /// Whether "the neighbours", `match`, without a number, are those of the subject, to whom it does
    /// something: a country of which the text spoke before.
    bool are_its_own(std::size_t s, const Match& match) const;
    /// Whom the verb is about in "punish Hanoi for its war", "cut ties with Hanoi over its war": the object
    /// or the name behind it, where `token` stands in the reason; in "send soldiers to Moscow to support its
    /// war" the name in front of the infinitive. None elsewhere.
    std::size_t blamed(std::size_t s, std::size_t token) const;
    /// In "Chad accused Sudan of arming rebels, a charge it denies" the subject of the sentence, who does not
    /// deny it himself; none elsewhere.
    std::size_t subject_of_denied(std::size_t s, std::size_t token) const;
    /// Whether the clause of `verb` is what a subject of another clause says or complains of.
    bool reported_by_another(std::size_t s, std::size_t verb) const;
    /// Whether "it" is an object as the thing is of the clause above: "blockaded the strip since Hamas seized
    /// it", "seized the ship and sank it".
    bool means_thing_above(std::size_t s, std::size_t token) const;
    bool genitive_after(std::size_t s, std::size_t token) const;
    /// The one state that the sentence speaks of; empty if there are none or several.
    std::optional<Participant> only_state(std::size_t s) const;
    bool is_expletive(std::size_t s, std::size_t token) const;
    /// Whom "we" stands for at `token`, in a quotation: those who speak it in the same sentence, as far as
    /// they act for somebody. Null if nobody does.
    const Draft* speaker_of(std::size_t s, std::size_t token, const std::vector<Draft>& drafts) const;
    bool plural_verb(std::size_t s, std::size_t token) const;

    ArticleView& view_;
    std::vector<Referent> referents_;
    std::vector<Participant> list_;  ///< what "A, B and" has so far
    std::size_t list_end_ = 0;
    std::size_t list_sentence_ = Draft::none;
    bool list_person_ = false;
    bool list_subject_ = false;
};

}  // namespace entente::detail
