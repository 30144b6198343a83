#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/events/frame_lexicon.hpp"
#include "extract/events/mention_index.hpp"
#include "extract/events/tree.hpp"

namespace entente {

/// A phrase in a grammatical function of the active sentence.
struct Argument {
    std::string slot;  ///< "subj", "obj", "iobj", "poss", "between", "head", a preposition ("to", "out_of"),
                       ///< or "company": takes part in a meeting that is named beside its verb
    int node = -1;     ///< head of the phrase
    double quality = 1.0;  ///< 1: as the tree says; less the more had to be supposed
    std::string how;       ///< for the trace: "subject", "by-phrase", "antecedent", …
    int under = -1;        ///< the node under which a preposition hangs
    bool deep = false;     ///< deep below the trigger: only slots like `met*` reach it
};

/// Whether one of them stands in `slot`.
bool has_slot(const std::vector<Argument>& arguments, std::string_view slot);

/// Finds the arguments of words in one sentence: passive, infinitives with control and raising, relative
/// clauses, participles, conjunction, light verbs and nominalisations are all brought to the functions of the
/// active sentence; prepositional phrases count whether they hang from the trigger or from its object. Refers
/// to its parts.
class ArgumentFinder {
 public:
    ArgumentFinder(const Tree& tree, const MentionIndex& mentions, const FrameLexicon& frames,
                   const OperatorLexicon& operators)
        : tree_(tree), mentions_(mentions), frames_(frames), operators_(operators) {}

    /// The arguments of `trigger` as a verb, noun or adjective, best first within a slot.
    std::vector<Argument> of(int trigger, Upos pos) const;

    /// The subject on the surface of the predicate `node`, looked for above it where it has none of its own
    /// (control, raising, conjunction, participles); node -1 if there is none.
    Argument surface_subject(int node, int depth = 0) const;
    /// Whether the verb `node` is passive (an auxiliary, or a bare participle).
    bool passive(int node) const;
    /// The light verb, or a verb that takes an event as its object (announce, suspend), that `noun` hangs
    /// under as its object; -1 if there is none.
    int light_verb_of(int noun) const;

 private:
    std::vector<Argument> verb_arguments(int verb) const;
    std::vector<Argument> noun_arguments(int noun) const;
    std::vector<Argument> adjective_arguments(int adjective) const;
    std::vector<Argument> copula_arguments(int copula) const;

    void add_subjects(int verb, std::vector<Argument>& found) const;
    void add_objects(int verb, std::vector<Argument>& found) const;
    void add_supposed_objects(int verb, std::vector<Argument>& found) const;
    /// An object only for the parser: "rekent [op 500 miljoen]".
    bool is_prepositional(int object) const;
    /// "in de richting van Japan" under `noun`: the slot `in_de_richting_van`.
    void add_phrasal_preposition(int noun, const std::string& preposition, Argument argument,
                                 std::vector<Argument>& found) const;
    void add_prepositions(int node, double quality, int depth, std::vector<Argument>& found) const;
    /// Dutch puts what belongs to an infinitive before it, where the parser may hang it from the verb above.
    void add_from_governor(int infinitive, std::vector<Argument>& found) const;
    /// In "het verdrag dat Finland sloot" only number and sense tell the subject from the object.
    void mend_relative_clause(int verb, std::vector<Argument>& found) const;
    void add_premodifiers(int noun, std::vector<Argument>& found) const;
    void add_from_verb_above(int noun, std::vector<Argument>& found) const;
    void add_company(int noun, std::vector<Argument>& found) const;
    Argument blamed_by(int verb) const;
    int person_before(int pronoun) const;
    void add_of_phrases(int noun, std::vector<Argument>& found) const;
    Argument own_subject(int node) const;
    Argument antecedent(Argument argument) const;
    /// "Greece was among the first countries that …", with the node of "countries": that of "Greece". -1 if
    /// nobody is said to be `noun`, or one of them.
    int said_to_be(int noun) const;
    Argument whom_the_gerund_is_about(int node) const;
    bool names_actor_below(int noun) const;
    Argument subject_of_infinitive(int node, int depth) const;
    Argument subject_of_noun(int noun, int depth) const;
    bool names_actor(int node) const;
    /// "het beschieten van de stad".
    bool is_nominal_infinitive(int node) const;

    const Tree& tree_;
    const MentionIndex& mentions_;
    const FrameLexicon& frames_;
    const OperatorLexicon& operators_;
};

}  // namespace entente
