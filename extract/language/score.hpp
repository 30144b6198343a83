#pragma once

#include <cstddef>
#include <map>
#include <span>
#include <string>

#include "extract/language/sentence.hpp"

namespace entente {

/// Counts of one relation.
struct RelationScore {
    std::size_t gold = 0;
    std::size_t predicted = 0;
    std::size_t correct = 0;
    /// 2PR / (P + R), from 0 to 1; 1 if there was nothing to find and nothing was found.
    double f1() const;
};

/// Counts of an analysis against the gold standard, on gold tokens, punctuation included.
struct Scores {
    std::size_t tokens = 0;
    std::size_t upos = 0;   ///< right tags
    std::size_t feats = 0;  ///< all features right
    std::size_t lemma = 0;
    std::size_t uas = 0;  ///< right heads
    std::size_t las = 0;  ///< right heads and relations; subtypes do not count
    /// By the names nsubj, nsubj:pass, obj, iobj, obl, obl:agent, compound:prt, flat, appos, conj, acl:relcl,
    /// ccomp, xcomp. Right is: dependent, head and relation. Subtypes count where they are named; the others
    /// are compared without. A right `obl` also has the right prepositions (the same `case` dependents).
    std::map<std::string, RelationScore> relations;
    std::size_t names = 0;  ///< gold names: a PROPN head and its `flat` dependents, all PROPN
    /// Of these, those whose tokens are all tagged PROPN, and no neighbour that is none in the gold standard.
    std::size_t names_tagged = 0;
    std::size_t names_linked = 0;  ///< of these, those joined by exactly the gold `flat` relations
    Scores& operator+=(const Scores& other);
};

/// Compares sentence by sentence. Both have the same sentences and tokens; throws std::invalid_argument if
/// not.
Scores score(std::span<const Sentence> gold, std::span<const Sentence> predicted);

}  // namespace entente
