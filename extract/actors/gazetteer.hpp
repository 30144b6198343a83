#pragma once

#include <memory>
#include <optional>
#include <string_view>

#include "graph/claim.hpp"
#include "graph/interval.hpp"

namespace entente {

namespace detail {
struct Lexicon;
}

/// The tables of knowledge/ that name actors (countries, organisations, leaders, names, role nouns,
/// references, ambiguous), ready to be matched. Immutable: threads may share one. Loading takes some tens of
/// milliseconds, so load it once.
class Gazetteer {
 public:
    /// Throws KnowledgeError, which names the file and line that is wrong.
    static Gazetteer load();

    Gazetteer(Gazetteer&&) noexcept;
    Gazetteer& operator=(Gazetteer&&) noexcept;
    Gazetteer(const Gazetteer&) = delete;
    Gazetteer& operator=(const Gazetteer&) = delete;
    ~Gazetteer();

    /// The state, organisation or armed group with this id; its `state` is what it acts for (UNSC: UN). Empty
    /// if there is none.
    std::optional<Participant> actor(std::string_view id) const;

    /// Who held `office` ("head_of_state", "foreign_minister": the column of leaders.tsv) of `actor` on
    /// `day`; empty if the tables do not say. `mention` is empty.
    std::optional<Participant> office_holder(std::string_view actor, std::string_view office, Day day) const;

    /// For the other sources of this room.
    const detail::Lexicon& lexicon() const { return *lexicon_; }

 private:
    explicit Gazetteer(std::unique_ptr<const detail::Lexicon> lexicon);
    std::unique_ptr<const detail::Lexicon> lexicon_;
};

}  // namespace entente
