#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "extract/events/frame.hpp"
#include "knowledge/table.hpp"

namespace entente {

/// The cells that frames and operators have in common. All of them throw KnowledgeError with file and line
/// where the cell of `row` in column `header` cannot be read.

std::vector<std::string> read_triggers(const Table& table, std::size_t row);
/// VERB, NOUN, ADJ, or any other universal tag. Empty cell: empty.
std::optional<Upos> read_pos(const Table& table, std::size_t row);
std::vector<Condition> read_conditions(const Table& table, std::size_t row, const WordGroups& groups);
/// `text` is the cell without a final `=`.
std::vector<SlotPath> read_slots(const Table& table, std::size_t row, const std::string& text);
std::optional<Modality> read_modality(const Table& table, std::size_t row);

/// How specific the conditions are: each weighs 10, less 1 where it is satisfied by a whole group or an
/// ending, less 4 where it only asks for an actor or for the absence of something.
int rank_of(const std::vector<Condition>& conditions);
/// The same for those of a row; below all others where the row says `last`.
int rank_in(const Table& table, std::size_t row, const std::vector<Condition>& conditions);

}  // namespace entente
