#include "queries/understand.hpp"

namespace entente {

const std::vector<std::string>& example_questions(std::string_view language) {
    static const std::vector<std::string> english = {
        "who allied with whom since 2022",
        "who is at war with whom now",
        "what happened between Russia and Ukraine in 2022",
        "relations of Turkey",
        "who are the partners of China",
        "is Poland an ally of the United States",
        "which sanctions on Iran held in 2016",
        "who met Putin in 2024",
        "who imposed sanctions on Russia, and which still hold",
        "when did Saudi Arabia break off relations with Iran",
        "how did relations between China and the United States develop",
        "who are the allies of Iran's enemies",
        "how is North Korea linked to Germany",
        "shortest chain of relations between North Korea and NATO",
        "what changed between 2021 and 2023",
        "which blocs were there on 1 January 2024",
        "which triads are out of balance on 1 January 2024",
        "who mediates",
        "who is most central in 2024",
        "which claims contradict each other",
        "what does Russia claim that others deny",
        "who sent how many soldiers to Russia",
        "what did we know on 1 March 2022 about Ukraine"};
    static const std::vector<std::string> dutch = {
        "wie werd bondgenoot van wie sinds 2022",
        "wie is nu in oorlog met wie",
        "wat gebeurde er tussen Rusland en Oekraïne in 2022",
        "relaties van Turkije",
        "wie zijn de partners van China",
        "is Polen een bondgenoot van de Verenigde Staten",
        "welke sancties golden in 2016 tegen Iran",
        "wie ontmoette Poetin in 2024",
        "wie legde sancties op aan Rusland, en welke gelden nog",
        "wanneer verbrak Saoedi-Arabië de betrekkingen met Iran",
        "hoe ontwikkelden de betrekkingen tussen China en de Verenigde Staten zich",
        "wie zijn de bondgenoten van de vijanden van Iran",
        "hoe hangt Noord-Korea samen met Duitsland",
        "kortste keten van relaties tussen Noord-Korea en de NAVO",
        "wat veranderde er tussen 2021 en 2023",
        "welke blokken waren er op 1 januari 2024",
        "welke driehoeken zijn uit balans op 1 januari 2024",
        "wie bemiddelt",
        "wie staat het meest centraal in 2024",
        "welke beweringen spreken elkaar tegen",
        "wat beweert Rusland dat anderen ontkennen",
        "wie stuurde hoeveel soldaten naar Rusland",
        "wat wisten we op 1 maart 2022 over Oekraïne"};
    return language == "nl" ? dutch : english;
}

}  // namespace entente
