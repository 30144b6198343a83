#pragma once

#include <string>
#include <vector>

#include "extract/events/arguments.hpp"
#include "extract/events/mention_index.hpp"
#include "extract/events/tree.hpp"

namespace entente {

/// An actor in a role of an event, and how it was found.
struct Party {
    Participant actor;
    const ActorMention* mention = nullptr;
    int node = -1;              ///< head of the mention
    double quality = 1.0;       ///< 1: the head of the phrase in that role, by the tree
    std::string how;            ///< for the trace
    bool via_place = false;     ///< a place that stands for its state
    bool via_modifier = false;  ///< a genitive, demonym or of-phrase of the phrase, not its head
};

/// Finds the actors in phrases of one sentence. Refers to its parts.
class PartyFinder {
 public:
    PartyFinder(const Tree& tree, const MentionIndex& mentions) : tree_(tree), mentions_(mentions) {}

    /// Where in a phrase to look.
    enum class Where { anywhere, head_only, modifiers_only, preposition };

    /// The actors of the phrase whose head is `argument.node`, with all that is coordinated with it: its head
    /// if that is an actor, else its genitive, demonym, of- or from-phrase. With Where::preposition: the
    /// phrase under it that begins with `preposition`. `places`: also a name that is only a place here.
    std::vector<Party> in_phrase(const Argument& argument, Where where, const std::string& preposition = {},
                                 bool places = false) const;
    /// The places in which a trigger's arguments say it happens, as parties.
    std::vector<Party> places(const std::vector<Argument>& arguments) const;
    /// The first actor that is named in the clause of `predicate`, clauses below it left out.
    std::vector<Party> first_in_clause(int predicate, double quality, const std::string& how) const;
    /// Whether an actor of the phrase acts for a state or organisation.
    bool names_actor(int node) const;
    /// The same, where a name that is only a place counts as well.
    bool names_actor_or_place(int node) const;
    /// Whether `node` heads the name of a state, or of its capital or government as "Tehran" or "the
    /// Kremlin".
    bool names_government(int node) const;
    /// Whether `node` heads the name of a state, or of a region or city of one.
    bool names_place(int node) const;

 private:
    void add_head(int node, double quality, const std::string& how, bool places,
                  std::vector<Party>& found) const;
    /// "a coalition led by France", "een coalitie onder leiding van Frankrijk": who leads what `node` names.
    void add_leader(int node, double quality, const std::string& how, std::vector<Party>& found) const;
    void add_modifiers(int node, double quality, const std::string& how, int depth, bool places,
                       std::vector<Party>& found) const;
    void add_mention(const ActorMention& mention, int node, double quality, const std::string& how,
                     std::vector<Party>& found) const;
    bool before_compound_head(int node) const;
    /// Whether the word begins with the name of whose it is, or of what it is about: "Hezbollah-kampen".
    bool is_owner_in_word(int node) const;
    /// Whether it is the latter: "Oekraïne-beleid".
    bool is_topic(int node) const;
    int written_before(const ActorMention& mention) const;
    void add_written_conjuncts(std::vector<int>& conjuncts) const;
    /// Who does it with the subject `conjuncts`, or as well: "together with", "joined by", "as did".
    void add_companions(std::vector<int>& conjuncts) const;
    std::vector<const ActorMention*> coordinated_demonyms(const ActorMention& mention) const;

    const Tree& tree_;
    const MentionIndex& mentions_;
};

/// Whom a participant acts for: its state or organisation, else itself if it is one; empty for a person
/// nobody knows.
const ActorId& stands_for(const Participant& participant);

}  // namespace entente
