#include "tests/export/sample_selection.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <string_view>

#include "knowledge/table.hpp"

namespace entente::sample {
namespace {

struct Known {
    std::map<std::string, Actor> actors;
    std::map<std::string, std::pair<bool, double>> relations;  ///< symmetric, sign
};

const Known& known() {
    static const Known value = [] {
        Known known;
        const Table countries = Table::load("countries.tsv");
        for (std::size_t row = 0; row < countries.size(); ++row) {
            const std::string& id = countries.cell(row, "alpha3");
            known.actors[id] = {id, countries.cell(row, "name_en"), countries.cell(row, "name_nl"),
                                ActorKind::state};
        }
        const Table organisations = Table::load("organisations.tsv");
        for (std::size_t row = 0; row < organisations.size(); ++row) {
            const std::string& id = organisations.cell(row, "id");
            const bool armed = organisations.cell(row, "kind") == "armed_group";
            known.actors[id] = {id, organisations.cell(row, "name_en"), organisations.cell(row, "name_nl"),
                                armed ? ActorKind::armed_group : ActorKind::organisation};
        }
        const Table relations = Table::load("relations.tsv");
        for (std::size_t row = 0; row < relations.size(); ++row) {
            known.relations[relations.cell(row, "name")] = {
                relations.cell(row, "symmetric") == "yes",
                std::strtod(relations.cell(row, "sign").c_str(), nullptr)};
        }
        return known;
    }();
    return value;
}

std::string id(const char* prefix, std::size_t number) {
    char text[32];
    std::snprintf(text, sizeof text, "%s%016zx", prefix, number);
    return text;
}

Interval interval(const Tie& tie) {
    Interval valid;
    if (const auto from = parse_interval(tie.from))
        valid.start = from->start, valid.granularity = from->granularity;
    if (const auto to = parse_interval(tie.to)) valid.end = to->end, valid.granularity = to->granularity;
    return valid;
}

Participant participant(const Actor& actor) {
    return {.id = actor.id, .name = actor.name_en, .kind = actor.kind, .state = actor.id};
}

}  // namespace

Selection selection(const std::vector<Tie>& ties) {
    const char* publishers[] = {"The Harbour Post", "De Waarnemer", "Northern Wire", "Kustkoerier",
                                "Meridian Daily"};
    Selection made;
    std::map<std::string, Actor> actors;
    for (std::size_t i = 0; i < ties.size(); ++i) {
        const Tie& tie = ties[i];
        const auto [symmetric, sign] = known().relations.at(tie.relation);
        Relation relation{.id = id("r_", i + 1),
                          .type = tie.relation,
                          .source = tie.source,
                          .target = tie.target,
                          .symmetric = symmetric,
                          .sign = sign,
                          .valid = interval(tie),
                          .modality = tie.modality,
                          .confidence = 1.0 - 0.5 / (1.0 + tie.origins),
                          .goldstein = 10 * sign,
                          .support = {tie.origins + tie.origins / 2, tie.origins + tie.origins / 3,
                                      std::min(tie.origins, 5u), tie.origins},
                          .claims = {id("c_", i + 1)}};
        if (symmetric && relation.target < relation.source) std::swap(relation.source, relation.target);
        if (relation.type == "member_of") relation.basis = Basis::background, relation.support = {};
        relation.known_from = relation.valid.start;
        for (const char* actor : {tie.source, tie.target}) actors[actor] = known().actors.at(actor);

        const std::string quote = std::string(tie.source) + ' ' + tie.relation + ' ' + tie.target + '.';
        Claim claim{.id = id("c_", i + 1), .article = id("a_", i + 1)};
        claim.source = {participant(actors[tie.source])};
        claim.target = {participant(actors[tie.target])};
        claim.event = {.type = sign < 0 ? EventType::accuse : EventType::agree, .goldstein = 10 * sign};
        claim.relation = tie.relation;
        claim.modality = tie.modality;
        claim.time = {relation.valid, tie.from, true};
        claim.evidence = {.text = quote, .start = 10, .end = 10 + quote.size(), .trigger = tie.relation};
        claim.confidence = relation.confidence;
        claim.extractor = "grammar/1";
        made.events.push_back({.id = id("e_", i + 1),
                               .code = claim.event,
                               .source = {tie.source},
                               .target = {tie.target},
                               .modality = tie.modality,
                               .time = relation.valid,
                               .confidence = relation.confidence,
                               .support = relation.support,
                               .claims = relation.claims});
        made.sources.push_back({.article = id("a_", i + 1),
                                .title = "Article " + std::to_string(i + 1),
                                .url = "https://news.example/" + std::to_string(i + 1),
                                .publisher = publishers[i % 5],
                                .language = i % 5 == 1 || i % 5 == 3 ? "nl" : "en",
                                .published = relation.valid.start});
        made.relations.push_back(std::move(relation));
        made.claims.push_back(std::move(claim));
    }
    for (auto& [name, actor] : actors) made.actors.push_back(std::move(actor));
    return made;
}

Selection small() {
    Selection made = selection({
        {"RUS", "at_war", "UKR", "2022-02-24", "", 40},
        {"USA", "military_aid", "UKR", "2022-03", "", 22},
        {"USA", "sanctions", "RUS", "2014-03", "", 18},
        {"RUS", "tariffs", "USA", "2022", "", 2},
        {"PRK", "troops_deployed_to", "RUS", "2024-10", "", 9},
        {"PRK", "defence_pact", "RUS", "2024-06-19", "", 12},
        {"CHN", "trades_with", "RUS", "2014", "", 7},
        {"CHN", "military_aid", "RUS", "2023", "2024", 3, Modality::denied},
        {"USA", "tariffs", "CHN", "2018-07", "", 11},
    });
    made.title = "The war in Ukraine and its backers";
    return made;
}

Selection usual() {
    Selection made = selection({
        {"RUS", "at_war", "UKR", "2022-02-24", "", 40},
        {"RUS", "occupies", "UKR", "2014-02", "", 25},
        {"RUS", "attacks", "UKR", "2022-02-24", "", 60},
        {"UKR", "attacks", "RUS", "2023", "", 14},
        {"USA", "military_aid", "UKR", "2022-03", "", 22},
        {"USA", "sanctions", "RUS", "2014-03", "", 18},
        {"DEU", "military_aid", "UKR", "2022-02", "", 15},
        {"GBR", "military_aid", "UKR", "2022-02", "", 16},
        {"FRA", "military_aid", "UKR", "2022-03", "", 11},
        {"NLD", "military_aid", "UKR", "2022-03", "", 12},
        {"POL", "military_aid", "UKR", "2022-03", "", 13},
        {"EU", "sanctions", "RUS", "2014-07", "", 20},
        {"EU", "economic_aid", "UKR", "2022", "", 10},
        {"NATO", "supports", "UKR", "2022", "", 9},
        {"RUS", "threatens", "NATO", "2022", "", 6},
        {"PRK", "troops_deployed_to", "RUS", "2024-10", "", 9},
        {"PRK", "defence_pact", "RUS", "2024-06-19", "", 12},
        {"PRK", "military_aid", "RUS", "2023-09", "", 7},
        {"KOR", "sanctions", "PRK", "2016", "", 5},
        {"KOR", "defence_pact", "USA", "1953-10", "", 6},
        {"JPN", "defence_pact", "USA", "1960-01", "", 6},
        {"CHN", "trades_with", "RUS", "2014", "", 7},
        {"CHN", "joint_exercise", "RUS", "2018", "", 5},
        {"CHN", "threatens", "TWN", "2016", "", 14},
        {"USA", "military_aid", "TWN", "1979", "", 8},
        {"USA", "tariffs", "CHN", "2018-07", "", 11},
        {"CHN", "tariffs", "USA", "2018-07", "", 9},
        {"CHN", "territorial_dispute", "PHL", "2012", "", 6},
        {"PHL", "defence_pact", "USA", "1951", "", 4},
        {"IND", "territorial_dispute", "CHN", "2020-05", "", 7},
        {"IND", "trades_with", "RUS", "2022", "", 6},
        {"IND", "armed_clash", "PAK", "2025-05", "2025-05", 12},
        {"PAK", "ally", "CHN", "2015", "", 4},
        {"IRN", "military_aid", "RUS", "2022-08", "", 10},
        {"ISR", "at_war", "HAMAS", "2023-10-07", "", 35},
        {"ISR", "at_war", "HEZBOLLAH", "2023-10-08", "2024-11-27", 20},
        {"ISR", "ceasefire", "HEZBOLLAH", "2024-11-27", "", 9},
        {"IRN", "supports_armed_group", "HEZBOLLAH", "2014", "", 12},
        {"IRN", "supports_armed_group", "HAMAS", "2014", "", 9},
        {"IRN", "attacks", "ISR", "2024-04-13", "2024-10-01", 18},
        {"ISR", "attacks", "IRN", "2024-10-26", "2025-06-24", 17},
        {"USA", "military_aid", "ISR", "2014", "", 15},
        {"USA", "sanctions", "IRN", "2018-05", "", 14},
        {"IRN", "supports_armed_group", "HOUTHIS", "2015", "", 8},
        {"HOUTHIS", "attacks", "ISR", "2023-10", "", 7},
        {"USA", "attacks", "HOUTHIS", "2024-01", "2025-05", 8},
        {"GBR", "attacks", "HOUTHIS", "2024-01", "2024-12", 4},
        {"SAU", "at_war", "HOUTHIS", "2015-03", "2022-04", 9},
        {"SAU", "diplomatic_relations", "IRN", "2023-03", "", 7},
        {"CHN", "mediates", "SAU", "2023-03", "2023-03", 4},
        {"TUR", "mediates", "RUS", "2022-03", "2022-07", 5},
        {"TUR", "military_aid", "UKR", "2021", "", 5},
        {"TUR", "territorial_dispute", "GRC", "2014", "", 5},
        {"ARM", "at_war", "AZE", "2020-09-27", "2020-11-10", 12},
        {"ARM", "peace_agreement", "AZE", "2025-08", "", 6, Modality::promised},
        {"TUR", "ally", "AZE", "2020", "", 6},
        {"BLR", "ally", "RUS", "2014", "", 8},
        {"EU", "sanctions", "BLR", "2020-10", "", 7},
        {"HUN", "trades_with", "RUS", "2014", "", 4},
        {"POL", "accuses", "BLR", "2021-11", "", 5},
        {"DEU", "diplomatic_relations", "CHN", "2014", "", 3},
        {"LTU", "accuses", "BLR", "2023", "", 3},
        {"FIN", "applies_to_join", "NATO", "2022-05", "2023-04", 8},
        {"SWE", "applies_to_join", "NATO", "2022-05", "2024-03", 8},
        {"TUR", "threatens", "SWE", "2022-06", "2023-07", 4, Modality::threatened},
        {"POL", "member_of", "NATO", "1999-03-12"},
        {"DEU", "member_of", "NATO", "1955-05-06"},
        {"FRA", "member_of", "NATO", "1949-04-04"},
        {"NLD", "member_of", "NATO", "1949-04-04"},
        {"GBR", "member_of", "NATO", "1949-04-04"},
        {"USA", "member_of", "NATO", "1949-04-04"},
        {"TUR", "member_of", "NATO", "1952-02-18"},
        {"FIN", "member_of", "NATO", "2023-04-04"},
        {"SWE", "member_of", "NATO", "2024-03-07"},
        {"LTU", "member_of", "NATO", "2004-03-29"},
        {"HUN", "member_of", "NATO", "1999-03-12"},
        {"GRC", "member_of", "NATO", "1952-02-18"},
        {"AUS", "defence_pact", "USA", "2021-09", "", 6},
        {"AUS", "defence_pact", "GBR", "2021-09", "", 6},
        {"RUS", "cyber_attack", "DEU", "2015", "2015", 3, Modality::denied},
        {"NLD", "expels_diplomats", "RUS", "2022-03-29", "2022-03-29", 4},
        {"RUS", "expels_diplomats", "NLD", "2022-04-19", "2022-04-19", 3},
    });
    made.period = {
        .start = parse_day("2014-01-01"), .end = parse_day("2026-06-30"), .granularity = Granularity::day};
    made.title = "Who stands with whom";
    return made;
}

Selection europe() {
    std::vector<Tie> ties;
    for (const char* member :
         {"NLD", "BEL", "LUX", "DEU", "FRA", "ITA", "ESP", "PRT", "POL", "CZE", "SVK", "HUN", "ROU",
          "BGR", "GRC", "HRV", "SVN", "AUT", "DNK", "SWE", "FIN", "EST", "LVA", "LTU", "IRL"}) {
        ties.push_back({member, "member_of", "EU", "2004"});
        if (std::string_view(member) < "I") ties.push_back({member, "military_aid", "UKR", "2022", "", 4});
    }
    const std::vector<Tie> others{{"SRB", "applies_to_join", "EU", "2009", "", 5},
                                  {"UKR", "applies_to_join", "EU", "2022-02", "", 12},
                                  {"MDA", "applies_to_join", "EU", "2022-03", "", 7},
                                  {"ALB", "applies_to_join", "EU", "2014", "", 3},
                                  {"MKD", "applies_to_join", "EU", "2005", "", 3},
                                  {"BIH", "applies_to_join", "EU", "2016", "", 3},
                                  {"MNE", "applies_to_join", "EU", "2010", "", 3},
                                  {"ALB", "territorial_dispute", "SRB", "2008", "", 2},
                                  {"RUS", "at_war", "UKR", "2022-02-24", "", 40},
                                  {"RUS", "ally", "BLR", "2014", "", 8},
                                  {"RUS", "troops_deployed_to", "MDA", "1992", "", 4},
                                  {"RUS", "diplomatic_relations", "SRB", "2014", "", 5},
                                  {"HUN", "trades_with", "RUS", "2014", "", 6},
                                  {"EU", "sanctions", "RUS", "2014-07", "", 20},
                                  {"EU", "sanctions", "BLR", "2020", "", 6},
                                  {"GBR", "military_aid", "UKR", "2022", "", 14},
                                  {"NOR", "military_aid", "UKR", "2022", "", 9},
                                  {"CHE", "sanctions", "RUS", "2022", "", 5},
                                  {"GBR", "tariffs", "EU", "2020", "", 2, Modality::threatened},
                                  {"TUR", "territorial_dispute", "GRC", "2014", "", 5},
                                  {"TUR", "accuses", "EU", "2016", "", 5},
                                  {"ISL", "trades_with", "GBR", "2014", "", 2}};
    ties.insert(ties.end(), others.begin(), others.end());
    return selection(ties);
}

Selection large(std::size_t actors, std::size_t relations) {
    std::vector<const char*> states, types;
    for (const auto& [name, actor] : known().actors) {
        if (actor.kind == ActorKind::state && states.size() < actors) states.push_back(name.c_str());
    }
    for (const auto& [name, what] : known().relations) types.push_back(name.c_str());
    std::uint64_t state = 20240229;
    const auto below = [&](std::size_t limit) {  // splitmix64
        std::uint64_t z = (state += 0x9E3779B97F4A7C15u);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
        return static_cast<std::size_t>((z ^ (z >> 31)) % limit);
    };
    std::vector<Tie> ties;
    static const char* const years[] = {"2014", "2016", "2018", "2020", "2021", "2022", "2023", "2024"};
    while (ties.size() < relations) {
        const std::size_t first = below(states.size()), second = below(states.size());
        const std::size_t source = first * second / states.size();  // some have more than others
        const std::size_t target = below(states.size());
        if (source == target) continue;
        const char* type = types[below(types.size())];
        const char* from = years[below(8)];
        const char* to = below(3) == 0 ? "2025" : "";
        const auto origins = static_cast<unsigned>(1 + below(12));
        ties.push_back({states[source], type, states[target], from, to, origins,
                        below(8) == 0 ? Modality::threatened : Modality::asserted});
    }
    return selection(ties);
}

Selection hostile(const std::vector<std::string>& texts) {
    std::vector<Tie> ties(texts.size() - 1, Tie{"USA", "at_war", "RUS", "2022-02-24", "", 3});
    Selection made = selection(ties);
    made.actors.clear();
    const auto name = [](std::size_t i) {
        char text[24];
        std::snprintf(text, sizeof text, "N%03zu", i);
        return std::string(text);
    };
    for (std::size_t i = 0; i < texts.size(); ++i) {
        made.title += texts[i] + " | ";
        made.actors.push_back({name(i), texts[i], texts[i], ActorKind::state});
        if (i + 1 == texts.size()) break;
        Relation& relation = made.relations[i];
        relation.source = name(i);
        relation.target = name(i + 1);
        relation.stage = relation.obligation = texts[i];
        Claim& claim = made.claims[i];
        claim.source.front().id = claim.source.front().state = name(i);
        claim.target.front().id = claim.target.front().state = name(i + 1);
        claim.evidence.text = claim.evidence.trigger = claim.place = claim.source.front().role = texts[i];
        claim.attribution = Attribution{.id = {}, .text = texts[i]};
        Source& source = made.sources[i];
        source.title = source.publisher = source.url = texts[i];
    }
    return made;
}

}  // namespace entente::sample
