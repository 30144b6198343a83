#pragma once

#include <cstdint>
#include <map>
#include <string>

namespace entente {

/// What a capitalised word is in the tables of knowledge/, as bits of a set.
enum NameKind : std::uint8_t {
    name_of_place = 1,         ///< a country or a capital ("Korea" of "Noord-Korea" is not, "Noord-Korea" is)
    adjective_of_place = 2,    ///< "Noord-Koreaanse"
    inhabitant = 4,            ///< "Noord-Koreanen"
    name_of_person = 8,        ///< a word of a leader's name
    name_of_organisation = 16  ///< a word or the abbreviation of an organisation's name
};

/// The capitalised words of names in countries.tsv, leaders.tsv and organisations.tsv in `language` ("nl",
/// "en"), with the sets of NameKinds they have there. Meant for training: a model keeps what it was trained
/// with. Throws KnowledgeError where a table is wrong.
std::map<std::string, std::uint8_t> gazetteer(const std::string& language);

}  // namespace entente
