#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "export/format.hpp"

namespace entente {

enum class Continent : std::uint8_t { none, africa, americas, asia, europe, oceania };

/// Where an actor is on the map: a state's capital, or the capital of the state where an organisation has its
/// seat.
struct Place {
    std::string iso2;     ///< empty for organisations
    std::string numeric;  ///< ISO 3166-1, three digits; empty for organisations
    std::string region;   ///< "Western Europe"
    Continent continent = Continent::none;
    double latitude = 0.0;   ///< degrees north
    double longitude = 0.0;  ///< degrees east
};

/// What captions and tooltips count.
enum class Counted : std::uint8_t { actor, tie, relation, article, publisher, year };

/// Names, places and labels out of knowledge/, in one language. Threads may share a const one.
class Names {
 public:
    /// Reads the tables. Throws KnowledgeError.
    explicit Names(Language language);

    Language language() const { return language_; }
    /// The actor's name in the language, else its English name, else its id. Never empty unless the id is.
    std::string_view actor(const Actor& actor) const;
    /// "has sanctions on"; the type itself, without underscores, if the table does not have it.
    std::string relation(std::string_view type) const;
    /// As short as it can stand beside a line: "sanctions", "military aid".
    std::string short_relation(std::string_view type) const;
    /// "threatened", "gedreigd".
    std::string_view modality(Modality modality) const;
    /// "1 article", "3 artikelen".
    std::string count(std::size_t number, Counted what) const;
    /// Null where nothing is known.
    const Place* place(std::string_view actor) const;

 private:
    Language language_;
    std::unordered_map<std::string, Place> places_;
    std::unordered_map<std::string, std::string> relations_;
};

/// `en` or `nl` out of the two.
inline std::string_view in_language(Language language, std::string_view en, std::string_view nl) {
    return language == Language::nl ? nl : en;
}

}  // namespace entente
