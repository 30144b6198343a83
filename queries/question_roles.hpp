#pragma once

#include <cstdint>
#include <vector>

#include "queries/question_parts.hpp"

namespace entente {

/// On which side of a relation or event a question puts an actor.
enum class Side : std::uint8_t { either, source, target };

/// The side of each of `parts.actors`: by the preposition before it, by the passive ("was invaded by"), by
/// the verb that agrees with it in Dutch ("welke landen steunt Rusland"), else by its place before or after
/// the word of the relation. For what has a direction only.
std::vector<Side> sides_of(const QuestionParts& parts);

/// Whether two actors are alternatives to one another for a third that is asked for: "who sanctioned Iran and
/// Syria", "wie is bevriend met Rusland of China"; not "who mediates between Iran and Iraq".
bool names_alternatives(const QuestionParts& parts);

/// Whether it asks for whom something is done to: "was sanctioned most", "kreeg de meeste wapens".
bool asks_who_suffers(const QuestionParts& parts);

/// Whether the question asks for yes or no: "is Poland an ally of …", "viel Irak Koeweit binnen".
bool asks_yes_or_no(const QuestionParts& parts);

}  // namespace entente
