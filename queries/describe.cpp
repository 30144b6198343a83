#include "graph/relation_type.hpp"
#include "queries/actor_names.hpp"
#include "queries/answers.hpp"
#include "queries/understand.hpp"

namespace entente {

namespace {

/// The sentence in one of the two languages.
struct Voice {
    bool dutch = false;
    const char* operator()(const char* english, const char* nederlands) const {
        return dutch ? nederlands : english;
    }
};

std::string list_of(const std::vector<std::string>& items, const Voice& voice) {
    std::string text;
    for (std::size_t i = 0; i < items.size(); ++i) {
        text += i == 0 ? "" : (i + 1 == items.size() ? voice(" or ", " of ") : ", ");
        text += items[i];
    }
    return text;
}

std::string names_of_all(const std::vector<ActorId>& ids, std::string_view language, const Voice& voice) {
    std::vector<std::string> names;
    constexpr std::size_t most = 8;  // of a large group the first do
    for (const ActorId& id : ids) {
        if (names.size() + 1 >= most && ids.size() > most) {
            names.push_back(std::to_string(ids.size() - names.size()) + voice(" others", " anderen"));
            break;
        }
        names.push_back(ActorNames::instance().label(id, language));
    }
    return list_of(names, voice);
}

std::string kind_text(const Query& query, const Voice& voice) {
    switch (query.kind) {
        case QueryKind::relations:
            switch (query.stance) {
                case Stance::any:
                    return voice("relations", "relaties");
                case Stance::friendly:
                    return voice("friendly relations", "vriendschappelijke relaties");
                case Stance::hostile:
                    return voice("hostile relations", "vijandige relaties");
            }
            return {};
        case QueryKind::events:
            return voice("events", "gebeurtenissen");
        case QueryKind::when:
            return voice("when it happened or held, oldest first",
                         "wanneer het gebeurde of gold, oudste eerst");
        case QueryKind::development:
            return voice("events and the curve of tension and cooperation",
                         "gebeurtenissen en het verloop van spanning en samenwerking");
        case QueryKind::count:
            return voice("events with a number", "gebeurtenissen met een aantal");
        case QueryKind::friends_of_enemies:
            return voice("allies of the enemies", "bondgenoten van de vijanden");
        case QueryKind::enemies_of_friends:
            return voice("enemies of the allies", "vijanden van de bondgenoten");
        case QueryKind::enemies_of_enemies:
            return voice("enemies of the enemies", "vijanden van de vijanden");
        case QueryKind::friends_of_friends:
            return voice("allies of the allies", "bondgenoten van de bondgenoten");
        case QueryKind::path:
            return voice("the shortest chain of relations", "de kortste keten van relaties");
        case QueryKind::changes:
            return voice("relations that began, ended or turned",
                         "relaties die begonnen, eindigden of omsloegen");
        case QueryKind::blocs:
            return voice("blocs of actors that stand together", "blokken van partijen die samen staan");
        case QueryKind::triads:
            return voice("triads out of balance", "driehoeken uit balans");
        case QueryKind::mediators:
            return query.filter.between
                       ? voice("who mediates", "wie bemiddelt")
                       : voice("who mediates, and between whom", "wie bemiddelt, en tussen wie");
        case QueryKind::central:
            return voice("who is most central", "wie het meest centraal staat");
        case QueryKind::conflicts:
            return voice("claims that contradict each other", "beweringen die elkaar tegenspreken");
        case QueryKind::ranking:
            switch (query.ranked) {
                case Party::either:
                    return voice("who has most relations", "wie de meeste relaties heeft");
                case Party::source:
                    return voice("who is most often the source of relations",
                                 "van wie de meeste relaties uitgaan");
                case Party::target:
                    return voice("who is most often the target of relations",
                                 "wie het meest het doel van relaties is");
            }
            return {};
    }
    return {};
}

std::string types_text(const Query& query, const Voice& voice) {
    std::vector<std::string> labels;
    for (const std::string& name : query.filter.relations) {
        const RelationType* type = find_relation_type(name);
        labels.push_back(type == nullptr
                             ? name
                             : std::string{"\""} + (voice.dutch ? type->label_nl : type->label_en) + "\"");
    }
    for (const EventType type : query.filter.events) {
        const std::string label = answers::event_label(type, voice.dutch ? "nl" : "en");
        labels.push_back(voice.dutch ? "\"" + label + "\"" : label);
    }
    return list_of(labels, voice);
}

std::string unit_text(const std::string& unit, const Voice& voice) {
    if (unit == "troops") {
        return voice("troops", "troepen");
    }
    if (unit == "money") {
        return voice("money", "geld");
    }
    return unit == "people" ? voice("people", "mensen") : unit;
}

/// How the period is meant; a day needs no words, and events just happen then.
std::string during_text(const Query& query, const Voice& voice) {
    const Filter& filter = query.filter;
    if (query.kind != QueryKind::relations && query.kind != QueryKind::when &&
        query.kind != QueryKind::ranking) {
        return {};
    }
    switch (filter.during) {
        case During::begins:
            return voice(", begun", ", begonnen");
        case During::ends:
            return voice(", ended", ", beëindigd");
        case During::holds:
            return filter.since || filter.until ? voice(", held at some time", ", die golden op enig moment")
                                                : "";
    }
    return {};
}

std::string period_text(const Query& query, const Voice& voice) {
    const Filter& filter = query.filter;
    std::string text;
    if (filter.on) {
        text += std::string{voice(" on ", " op ")} + to_string(*filter.on);
    }
    if (filter.since && filter.until) {
        text += std::string{voice(" from ", " van ")} + to_string(*filter.since) +
                voice(" to ", " tot en met ") + to_string(*filter.until);
    } else if (filter.since) {
        text += std::string{voice(" since ", " sinds ")} + to_string(*filter.since);
    } else if (filter.until) {
        text += std::string{voice(" until ", " tot en met ")} + to_string(*filter.until);
    }
    if (filter.known_on) {
        text += std::string{voice(", as known on ", ", zoals bekend op ")} + to_string(*filter.known_on);
    }
    return text;
}

}  // namespace

std::string describe(const Query& query, std::string_view language) {
    const Voice voice{language == "nl"};
    std::string text =
        (query.yes_or_no ? voice("yes or no: ", "ja of nee: ")
                         : (query.how_many ? voice("how many: ", "hoeveel: ") : std::string{})) +
        kind_text(query, voice);
    const std::string kind = text;
    // "relations of Iran", but "relations since 2022, of Iran".
    const auto comma = [&] { return text == kind ? "" : ","; };
    if (const std::string types = types_text(query, voice); !types.empty()) {
        text += query.kind == QueryKind::when ? "," : "";
        text += std::string{voice(" of type ", " van het type ")} + types;
    }
    if (!query.unit.empty()) {
        text += " (" + unit_text(query.unit, voice) + ")";
    }
    text += during_text(query, voice) + period_text(query, voice);
    if (query.filter.between) {
        text += comma();
        text += std::string{voice(" between ", " tussen ")} +
                ActorNames::instance().label(query.filter.between->first, language) + voice(" and ", " en ") +
                ActorNames::instance().label(query.filter.between->second, language);
    }
    if (!query.sources.empty()) {
        text += std::string{voice(", by ", ", door ")} + names_of_all(query.sources, language, voice);
    }
    if (!query.targets.empty()) {
        text += std::string{voice(", towards ", ", jegens ")} + names_of_all(query.targets, language, voice);
    }
    if (!query.filter.actors.empty()) {
        if (query.kind == QueryKind::conflicts) {
            text += voice(" about ", " over ");
        } else {
            text += comma();
            text += voice(" of ", " van ");
        }
        text += names_of_all(query.filter.actors, language, voice);
    }
    if (!query.with.empty()) {
        text += std::string{voice(", with ", ", met ")} + names_of_all(query.with, language, voice);
    }
    if (!query.publisher.empty()) {
        text += std::string{voice(", said by ", ", gezegd door ")} +
                ActorNames::instance().label(query.publisher, language);
    }
    if (!query.filter.publishers.empty()) {
        text += std::string{voice(", according to ", ", volgens ")} + list_of(query.filter.publishers, voice);
    }
    if (query.filter.background) {
        text += voice(", with memberships from tables", ", met lidmaatschappen uit tabellen");
    }
    if (query.filter.limit > 0) {
        const std::string number = std::to_string(query.filter.limit);
        text += query.kind == QueryKind::ranking
                    ? voice(", the first ", ", de eerste ") + number
                    : voice(", the ", ", de ") + number + voice(" best supported", " best onderbouwde");
    }
    if (query.planned) {
        text += voice(", also those announced, promised or suspended",
                      ", ook aangekondigde, beloofde en opgeschorte");
    }
    return text;
}

}  // namespace entente
