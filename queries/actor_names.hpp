#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "graph/actor.hpp"

namespace entente {

/// Text as names are compared: lower case, without diacritics, apostrophes and dashes of one kind, single
/// spaces. `text` is valid UTF-8.
std::string fold_name(std::string_view text);

/// Words [first, last) with a space between them.
std::string joined(const std::vector<std::string>& words, std::size_t first, std::size_t last);

/// A name without the genitive that names in questions may carry: "Iran's", "Ruslands", "Hamas'".
std::string without_genitive(const std::string& name);

/// An actor named in a question: words [first, last) of it.
struct NamedActor {
    std::size_t first = 0;
    std::size_t last = 0;
    ActorId id;
    std::vector<ActorId> others = {};  ///< the further members of a group; `id` is its first
    bool operator==(const NamedActor&) const = default;
};

/// All names of states, organisations, armed groups and office-holders of knowledge/, in both languages, with
/// demonyms, capitals and codes; immutable, threads may share one.
class ActorNames {
 public:
    /// Built once from the tables. Throws KnowledgeError.
    static const ActorNames& instance();

    /// The actor of that name, code, demonym or id, in either language, whatever the case. Otherwise the ids
    /// whose names are nearest (Damerau-Levenshtein), best first, at most three, perhaps none.
    tl::expected<ActorId, std::vector<ActorId>> find(std::string_view name) const;

    /// The actors that `words` (folded) name, longest match first, in the order of the words.
    std::vector<NamedActor> find_all(const std::vector<std::string>& words) const;

    /// "North Korea (PRK)": what messages call an actor. `language` is en or nl.
    std::string label(const ActorId& id, std::string_view language) const;

 private:
    ActorNames();
    void add(std::string_view name, const ActorId& id);

    std::map<std::string, ActorId, std::less<>> by_name_;
    std::size_t longest_words_ = 1;
};

}  // namespace entente
