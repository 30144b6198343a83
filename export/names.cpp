#include "export/names.hpp"

#include <array>
#include <charconv>

#include "knowledge/table.hpp"

namespace entente {
namespace {

double degrees(const Table& table, std::size_t row, const std::string& cell) {
    double value = 0.0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (error != std::errc{} || end != cell.data() + cell.size()) {
        throw table.error(row, "'" + cell + "' is no number of degrees");
    }
    return value;
}

Continent continent_of(const Table& regions, std::size_t row) {
    const std::string& name = regions.cell(row, "continent");
    if (name.empty()) return Continent::none;
    if (name == "africa") return Continent::africa;
    if (name == "americas") return Continent::americas;
    if (name == "asia") return Continent::asia;
    if (name == "europe") return Continent::europe;
    if (name == "oceania") return Continent::oceania;
    throw regions.error(row, "'" + name + "' is no continent (africa, americas, asia, europe, oceania)");
}

std::string without_underscores(std::string_view type) {
    std::string text(type);
    for (char& c : text) {
        if (c == '_') c = ' ';
    }
    return text;
}

}  // namespace

Names::Names(Language language) : language_(language) {
    const Table regions = Table::load("regions.tsv");
    std::unordered_map<std::string, Continent> continents;
    for (std::size_t row = 0; row < regions.size(); ++row) {
        continents[regions.cell(row, "region")] = continent_of(regions, row);
    }

    const Table countries = Table::load("countries.tsv");
    const auto alpha3 = countries.column("alpha3"), alpha2 = countries.column("alpha2"),
               numeric = countries.column("numeric"), lat = countries.column("lat"),
               lon = countries.column("lon"), region = countries.column("region");
    for (std::size_t row = 0; row < countries.size(); ++row) {
        if (countries.cell(row, lat).empty() || countries.cell(row, lon).empty()) continue;
        const std::string& name = countries.cell(row, region);
        const auto continent = continents.find(name);
        places_[countries.cell(row, alpha3)] = {
            .iso2 = countries.cell(row, alpha2),
            .numeric = countries.cell(row, numeric),
            .region = name,
            .continent = continent == continents.end() ? Continent::none : continent->second,
            .latitude = degrees(countries, row, countries.cell(row, lat)),
            .longitude = degrees(countries, row, countries.cell(row, lon))};
    }

    const Table organisations = Table::load("organisations.tsv");
    const auto id = organisations.column("id"), seat = organisations.column("seat");
    for (std::size_t row = 0; row < organisations.size(); ++row) {
        const auto found = places_.find(organisations.cell(row, seat));
        if (found == places_.end()) continue;
        Place place = found->second;
        place.iso2.clear();
        place.numeric.clear();
        places_.emplace(organisations.cell(row, id), std::move(place));
    }

    const Table relations = Table::load("relations.tsv");
    const auto type = relations.column("name"),
               label = relations.column(language == Language::nl ? "label_nl" : "label_en");
    for (std::size_t row = 0; row < relations.size(); ++row) {
        relations_[relations.cell(row, type)] = relations.cell(row, label);
    }
}

std::string_view Names::actor(const Actor& actor) const {
    if (language_ == Language::nl && !actor.name_nl.empty()) return actor.name_nl;
    if (!actor.name_en.empty()) return actor.name_en;
    return actor.name_nl.empty() ? actor.id : actor.name_nl;
}

std::string Names::relation(std::string_view type) const {
    const auto found = relations_.find(std::string(type));
    return found == relations_.end() || found->second.empty() ? without_underscores(type) : found->second;
}

std::string Names::short_relation(std::string_view type) const {
    return language_ == Language::en ? without_underscores(type) : relation(type);
}

std::string_view Names::modality(Modality modality) const {
    return label(modality, language_ == Language::en ? "en" : "nl");
}

std::string Names::count(std::size_t number, Counted what) const {
    struct Word {
        std::string_view en, en_more, nl, nl_more;
    };
    constexpr std::array<Word, 6> words{{{"actor", "actors", "actor", "actoren"},
                                         {"tie", "ties", "band", "banden"},
                                         {"relation", "relations", "betrekking", "betrekkingen"},
                                         {"article", "articles", "artikel", "artikelen"},
                                         {"publisher", "publishers", "uitgever", "uitgevers"},
                                         {"year", "years", "jaar", "jaar"}}};
    const Word& word = words[static_cast<std::size_t>(what)];
    return std::to_string(number) + ' ' +
           std::string(number == 1 ? in_language(language_, word.en, word.nl)
                                   : in_language(language_, word.en_more, word.nl_more));
}

const Place* Names::place(std::string_view actor) const {
    const auto found = places_.find(std::string(actor));
    return found == places_.end() ? nullptr : &found->second;
}

}  // namespace entente
