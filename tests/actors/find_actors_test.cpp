#include "extract/actors/find_actors.hpp"

#include <algorithm>
#include <set>
#include <sstream>
#include <string>

#include "knowledge/table.hpp"
#include "tests/catch.hpp"
#include "tests/frozen_articles.hpp"

using namespace entente;

namespace {

const Gazetteer& gazetteer() {
    static const Gazetteer loaded = Gazetteer::load();
    return loaded;
}

/// `Downing Street = GBR`, `Rafah = PSE place`, `Germany = DEU private`
std::string describe(const ActorMention& mention) {
    std::string text = mention.actors.front().mention.text + " = ";
    for (std::size_t i = 0; i < mention.actors.size(); ++i) text += (i > 0 ? "," : "") + mention.actors[i].id;
    if (mention.place) text += " place";
    if (mention.private_party) text += " private";
    return text;
}

/// Words with their tags and no tree: "French/ADJ troops/NOUN left/VERB Mali/PROPN". "^" joins a word to the
/// one before it, "|" begins a sentence.
std::pair<Article, std::vector<Sentence>> tagged(const std::string& words, const std::string& language) {
    Article article;
    article.language = language;
    std::vector<Sentence> sentences(1);
    std::istringstream in(words);
    for (std::string word; in >> word;) {
        if (word == "|") {
            sentences.emplace_back().begin = article.text.size();
            continue;
        }
        const std::size_t slash = word.rfind('/');
        const bool joined = word.front() == '^';
        Token token;
        token.form = word.substr(joined ? 1 : 0, slash - (joined ? 1 : 0));
        token.upos = parse_upos(word.substr(slash + 1));
        if (!article.text.empty() && !joined) article.text += ' ';
        token.begin = article.text.size();
        article.text += token.form;
        token.end = article.text.size();
        sentences.back().end = token.end;
        sentences.back().tokens.push_back(token);
    }
    return {article, sentences};
}

std::vector<std::string> mentions_of(const std::string& words, const std::string& language) {
    const auto [article, sentences] = tagged(words, language);
    std::vector<std::string> result;
    for (const ActorMention& mention : find_actors(article, sentences, gazetteer()))
        result.push_back(describe(mention));
    return result;
}

void check_cases(const std::string& language) {
    const ConlluDocument document = read_conllu(read_test_file("actors/articles." + language + ".conllu"));
    const auto articles = articles_of(document);
    const Table cases = Table::parse("actors/cases." + language + ".tsv",
                                     read_test_file("actors/cases." + language + ".tsv"));
    for (std::size_t row = 0; row < cases.size(); ++row) {
        const std::string& id = cases.cell(row, "article");
        CAPTURE(cases.file(), cases.line(row), id);
        const auto sentences = articles.find(id);
        REQUIRE(sentences != articles.end());
        Article article;
        article.text = document.text;
        article.language = language;
        article.published = parse_day(cases.cell(row, "date"));
        std::string text;
        for (const ActorMention& mention : find_actors(article, sentences->second, gazetteer()))
            text += (text.empty() ? "" : "; ") + describe(mention);
        CHECK(text == cases.cell(row, "expect"));
    }
}

}  // namespace

TEST_CASE("English articles name these actors", "[actors]") { check_cases("en"); }

TEST_CASE("Dutch articles name these actors", "[actors]") { check_cases("nl"); }

TEST_CASE("actors are found without trees", "[actors]") {
    const auto [language, words, expected] = GENERATE(table<std::string, std::string, std::string>({
        {"en", "French/ADJ troops/NOUN left/VERB Mali/PROPN", "French troops = FRA"},
        {"en", "French/ADJ troops/NOUN left/VERB Mali/PROPN", "Mali = MLI"},
        {"en", "They/PRON met/VERB in/ADP France/PROPN", "France = FRA place"},
        {"en", "Moscow/PROPN refused/VERB", "Moscow = RUS"},
        {"en", "the/DET north/NOUN of/ADP Syria/PROPN", "Syria = SYR place"},
        {"en", "southern/ADJ Gaza/PROPN burned/VERB", "Gaza = PSE place"},
        {"en", "the/DET leaders/NOUN of/ADP Chile/PROPN and/CCONJ Peru/PROPN met/VERB",
         "leaders of Chile and Peru = CHL,PER"},
        {"en", "two/NUM Iranians/PROPN fled/VERB", "Iranians = IRN private"},
        {"en", "Iranians/PROPN voted/VERB", "Iranians = IRN"},
        {"en", "Egyptian/ADJ students/NOUN marched/VERB", "Egyptian students = EGY private"},
        {"en", "U.S./PROPN officials/NOUN agreed/VERB", "U.S. officials = USA"},
        {"en", "the/DET Security/PROPN Council/PROPN met/VERB", "Security Council = UNSC"},
        {"en", "the/DET Kremlin/PROPN denied/VERB it/PRON", "Kremlin = RUS"},
        {"en", "Türkiye/PROPN objected/VERB", "Türkiye = TUR"},
        {"en", "Ivory/PROPN Coast/PROPN voted/VERB", "Ivory Coast = CIV"},
        {"en", "EU/PROPN countries/NOUN agreed/VERB", "EU countries = EU"},
        {"en", "the/DET Dutch/ADJ navy/NOUN sailed/VERB", "Dutch navy = NLD"},
        {"en", "Japanese/ADJ jets/NOUN took/VERB off/ADP", "Japanese jets = JPN"},
        {"en", "Russia/PROPN ^'s/PART Security/PROPN Council/PROPN met/VERB", "Security Council = RUS"},
        {"en", "Iran/PROPN ^'s/PART Supreme/PROPN National/PROPN Security/PROPN Council/PROPN met/VERB",
         "National Security Council = IRN"},
        {"en", "the/DET president/NOUN and/CCONJ the/DET Security/PROPN Council/PROPN met/VERB",
         "Security Council = UNSC"},
        {"en", "Bosnian/ADJ Serbs/PROPN withdrew/VERB", "Serbs = BIH"},
        {"nl", "Franse/ADJ troepen/NOUN verlieten/VERB Mali/PROPN", "Franse troepen = FRA"},
        {"nl", "ze/PRON overlegden/VERB in/ADP Frankrijk/PROPN", "Frankrijk = FRA place"},
        {"nl", "Moskou/PROPN weigerde/VERB", "Moskou = RUS"},
        {"nl", "het/DET noorden/NOUN van/ADP Syrië/PROPN", "Syrië = SYR place"},
        {"nl", "Ruslands/PROPN leger/NOUN viel/VERB aan/ADP", "Ruslands leger = RUS"},
        {"nl", "de/DET leiders/NOUN van/ADP Chili/PROPN en/CCONJ Peru/PROPN",
         "leiders van Chili en Peru = CHL,PER"},
        {"nl", "twee/NUM Iraniërs/NOUN vluchtten/VERB", "Iraniërs = IRN private"},
        {"nl", "Egyptische/ADJ studenten/NOUN betoogden/VERB", "Egyptische studenten = EGY private"},
        {"nl", "NAVO-landen/NOUN leveren/VERB wapens/NOUN", "NAVO-landen = NATO"},
        {"nl", "Zuid-Koreaanse/ADJ militairen/NOUN oefenen/VERB", "Zuid-Koreaanse militairen = KOR"},
        {"nl", "de/DET Navo/PROPN vergadert/VERB", "Navo = NATO"},
        {"nl", "de/DET Russische/ADJ Veiligheidsraad/PROPN dreigt/VERB", "Veiligheidsraad = RUS"},
        {"nl", "Oekraine/PROPN protesteert/VERB", "Oekraine = UKR"},
        {"nl", "Mexico's/PROPN regering/NOUN zwijgt/VERB", "Mexico's regering = MEX"},
        {"nl", "de/DET Deense/ADJ marine/NOUN vertrok/VERB", "Deense marine = DNK"},
        {"nl", "de/DET Russische/ADJ vredesonderhandelaars/NOUN vertrokken/VERB",
         "Russische vredesonderhandelaars = RUS"},
        {"nl", "de/DET Duits-Franse/ADJ regeringen/NOUN weigerden/VERB", "Duits-Franse regeringen = DEU,FRA"},
    }));
    CAPTURE(words);
    const std::vector<std::string> found = mentions_of(words, language);
    CAPTURE(found);
    CHECK(std::find(found.begin(), found.end(), expected) != found.end());
}

TEST_CASE("every country acts under each of its names and adjectives", "[actors]") {
    const Table table = Table::load("countries.tsv");
    const auto first_word_tagged = [](const std::string& surface, const char* tag) {
        std::string words;
        std::istringstream in(surface);
        for (std::string word; in >> word;) words += word + '/' + tag + ' ';
        return words;
    };
    const auto ids = [](const std::vector<std::string>& mentions) {
        std::string all;
        for (const std::string& mention : mentions) all += mention + ';';
        return all;
    };
    // Of these the article decides, or the territory's own adjective is another state's too.
    const std::set<std::string> undecided = {"Congolese",      "Dominican", "Dominicaanse", "Guinean",
                                             "Virgin Islands", "Reunion",   "Lets",         "Indisch"};
    for (std::size_t row = 0; row < table.size(); ++row) {
        if (table.cell(row, "un_member") == "no") continue;
        const std::string& code = table.cell(row, "alpha3");
        CAPTURE(table.line(row), code);
        for (const auto& [column, language] : {std::pair("name_en", "en"), std::pair("name_nl", "nl")}) {
            const std::string& name = table.cell(row, column);
            const auto found = mentions_of(first_word_tagged(name, "PROPN") + "protesteert/VERB", language);
            CAPTURE(name, found);
            CHECK(ids(found).find("= " + code + ";") != std::string::npos);
        }
        for (const std::string& adjective : split_list(table.cell(row, "adj_en"))) {
            if (undecided.contains(adjective)) continue;
            const auto found =
                mentions_of(first_word_tagged(adjective, "ADJ") + "troops/NOUN left/VERB", "en");
            CAPTURE(adjective, found);
            CHECK(ids(found).find("troops = " + code + ";") != std::string::npos);
        }
        for (const std::string& adjective : split_list(table.cell(row, "adj_nl_infl"))) {
            if (undecided.contains(adjective)) continue;
            const auto found =
                mentions_of("de/DET " + first_word_tagged(adjective, "ADJ") + "troepen/NOUN", "nl");
            CAPTURE(adjective, found);
            CHECK(ids(found).find("troepen = " + code + ";") != std::string::npos);
        }
    }
}

TEST_CASE("people whom no table knows are named in full, and known again", "[actors]") {
    const auto [language, words, expected] = GENERATE(table<std::string, std::string, std::string>({
        {"en",
         "Iraqi/ADJ envoy/NOUN Hazim/PROPN Al/PROPN ^-/PUNCT ^Tamimi/PROPN left/VERB | Al/PROPN ^-/PUNCT "
         "^Tamimi/PROPN met/VERB Al/PROPN ^-/PUNCT ^Jumaili/PROPN",
         "Iraqi envoy Hazim Al-Tamimi = person:hazim-al-tamimi; Iraqi = IRQ; Al-Tamimi = "
         "person:hazim-al-tamimi"},
        {"en", "Canadian/ADJ envoy/NOUN Joan/PROPN Johnson/PROPN ^-/PUNCT ^Hayes/PROPN left/VERB",
         "Canadian envoy Joan Johnson-Hayes = person:joan-johnson-hayes; Canadian = CAN"},
        {"nl",
         "de/DET Iraakse/ADJ minister/NOUN Hazim/PROPN Al-Tamimi/PROPN vertrok/VERB | Al-Tamimi/PROPN "
         "zweeg/VERB",
         "Iraakse minister Hazim Al-Tamimi = person:hazim-al-tamimi; Iraakse = IRQ; Al-Tamimi = "
         "person:hazim-al-tamimi"},
        // One surname, somebody else; a surname that stands first.
        {"en", "French/ADJ envoy/NOUN Hunter/PROPN Biden/PROPN left/VERB | Biden/PROPN slept/VERB",
         "French envoy Hunter Biden = person:hunter-biden; French = FRA; Biden = person:hunter-biden"},
        {"en", "Chinese/ADJ envoy/NOUN Li/PROPN Hui/PROPN left/VERB | Li/PROPN slept/VERB",
         "Chinese envoy Li Hui = person:li-hui; Chinese = CHN; Li = person:li-hui"},
        {"en", "Donald/PROPN Trump/PROPN Jr./PROPN visited/VERB Greenland/PROPN", "Greenland = GRL"},
        {"nl",
         "de/DET Iraakse/ADJ minister/NOUN Jan/PROPN Tamim/PROPN vertrok/VERB | Tamims/PROPN leger/NOUN "
         "bleef/VERB",
         "Iraakse minister Jan Tamim = person:jan-tamim; Iraakse = IRQ; Tamims = person:jan-tamim; leger = "
         "IRQ"},
        // Of the tables after all, spelt otherwise.
        {"en", "Alyaksandr/PROPN Lukashenka/PROPN left/VERB",
         "Alyaksandr Lukashenka = person:alexander-lukashenko"},
        {"en", "Gov./PROPN Tim/PROPN Hallam/PROPN left/VERB", "Tim Hallam = person:tim-hallam private"},
        {"en", "Sen./PROPN Lisa/PROPN Hallam/PROPN left/VERB", "Lisa Hallam = person:lisa-hallam private"},
    }));
    CAPTURE(words);
    std::string found;
    for (const std::string& mention : mentions_of(words, language))
        found += (found.empty() ? "" : "; ") + mention;
    CHECK(found == expected);
}

TEST_CASE("for whom somebody acts, a part of a state, a complement or what follows tells", "[actors]") {
    const auto [language, words, expected] = GENERATE(table<std::string, std::string, std::string>({
        {"en", "Texas/PROPN governor/NOUN Ann/PROPN Hallam/PROPN left/VERB", "USA"},
        {"en", "Belgorod/PROPN officials/NOUN left/VERB", "RUS"},
        {"en", "the/DET governor/NOUN of/ADP Kharkiv/PROPN left/VERB", "UKR"},
        {"en",
         "the/DET Afghan/ADJ ambassador/NOUN to/ADP the/DET United/PROPN States/PROPN Hamid/PROPN "
         "Rahmati/PROPN left/VERB",
         "AFG"},
        {"en", "Foreign/PROPN Minister/PROPN Ivan/PROPN Dimov/PROPN of/ADP Bulgaria/PROPN left/VERB", "BGR"},
        {"en", "NASA/PROPN chief/NOUN Ann/PROPN Hallam/PROPN left/VERB", "USA"},
        {"en", "Kharkiv/PROPN regional/ADJ governor/NOUN Oleh/PROPN Hnatiuk/PROPN left/VERB", "UKR"},
        {"en", "officials/NOUN in/ADP Washington/PROPN agreed/VERB", "USA"},
        {"nl", "gouverneur/NOUN Oleh/PROPN Hnatioek/PROPN van/ADP Charkiv/PROPN vertrok/VERB", "UKR"},
    }));
    CAPTURE(words);
    const auto [article, sentences] = tagged(words, language);
    std::string role;
    for (const ActorMention& mention : find_actors(article, sentences, gazetteer()))
        if (mention.kind == MentionKind::role) role += mention.actors.front().state;
    CHECK(role == expected);
}

TEST_CASE("of several bearers of a surname, office and what was named last decide", "[actors]") {
    const auto [words, expected] = GENERATE(table<std::string, std::string>({
        {"President/PROPN Clinton/PROPN left/VERB | Hillary/PROPN Clinton/PROPN stayed/VERB",
         "Clinton = person:bill-clinton"},
        {"Kim/PROPN Jong-un/PROPN left/VERB | Kim/PROPN slept/VERB | Kim/PROPN Yo-jong/PROPN stayed/VERB",
         "Kim = person:kim-jong-un"},
        {"Kim/PROPN Jong-un/PROPN left/VERB | Kim/PROPN Yo-jong/PROPN stayed/VERB | Kim/PROPN slept/VERB",
         "Kim = person:kim-yo-jong"},
        {"Ten/NUM years/NOUN passed/VERB", ""},
    }));
    CAPTURE(words);
    const auto found = mentions_of(words, "en");
    CAPTURE(found);
    CHECK(
        (expected.empty() ? found.empty() : std::find(found.begin(), found.end(), expected) != found.end()));
}

TEST_CASE("the premier is the one who was called so, a chief of an agency no head of state", "[actors]") {
    auto [article, sentences] = tagged(
        "British/ADJ Prime/PROPN Minister/PROPN Keir/PROPN Starmer/PROPN met/VERB German/ADJ "
        "Chancellor/PROPN Olaf/PROPN Scholz/PROPN | the/DET prime/ADJ minister/NOUN left/VERB | the/DET "
        "CIA/PROPN chief/NOUN stayed/VERB",
        "en");
    article.published = parse_day("2024-11-20");
    std::string found;
    for (const ActorMention& mention : find_actors(article, sentences, gazetteer()))
        if (mention.sentence > 0) found += describe(mention) + "; ";
    CHECK(found == "prime minister = person:keir-starmer; CIA chief = USA; CIA = USA; ");
}

TEST_CASE("a hyphen joins two leaders or two words of a stranger's name", "[actors]") {
    const auto of_day = [](const std::string& words) {
        auto [article, sentences] = tagged(words, "en");
        article.published = parse_day("2023-11-20");
        std::string found;
        for (const ActorMention& mention : find_actors(article, sentences, gazetteer()))
            found += describe(mention) + "; ";
        return found;
    };
    CHECK(of_day("the/DET Biden/PROPN ^-/PUNCT ^Xi/PROPN summit/NOUN") ==
          "Biden = person:joe-biden; Xi = person:xi-jinping; ");
    CHECK(of_day("French/ADJ envoy/NOUN Ann/PROPN Biden/PROPN ^-/PUNCT ^Hallam/PROPN left/VERB | Biden/PROPN "
                 "^-/PUNCT ^Hallam/PROPN slept/VERB") ==
          "French envoy Ann Biden-Hallam = person:ann-biden-hallam; French = FRA; Biden-Hallam = "
          "person:ann-biden-hallam; ");
    CHECK(of_day("the/DET director/NOUN of/ADP the/DET Moscow/PROPN ^-/PUNCT ^based/VERB firm/NOUN") ==
          "Moscow = RUS; ");
}

TEST_CASE("a part's president is not the state's", "[actors]") {
    const auto found = mentions_of("the/DET president/NOUN of/ADP Catalonia/PROPN left/VERB", "en");
    CAPTURE(found);
    CHECK(std::find(found.begin(), found.end(), "president of Catalonia = ESP") == found.end());
}

TEST_CASE("an abbreviation in brackets names whose initials it has", "[actors]") {
    const auto [words, expected] = GENERATE(table<std::string, std::string>({
        {"the/DET Sudanese/ADJ Armed/PROPN Forces/PROPN (/PUNCT SAF/PROPN )/PUNCT left/VERB | the/DET "
         "SAF/PROPN returned/VERB",
         "SAF = SDN"},
        {"the/DET Korean/PROPN People/PROPN ^'s/PART Army/PROPN (/PUNCT KPA/PROPN )/PUNCT left/VERB | "
         "KPA/PROPN officials/NOUN returned/VERB",
         "KPA officials = PRK"},
        {"Russia/PROPN (/PUNCT AFP/PROPN )/PUNCT refused/VERB | AFP/PROPN reported/VERB it/PRON", ""},
    }));
    CAPTURE(words);
    const auto found = mentions_of(words, "en");
    CAPTURE(found);
    const bool there = std::find(found.begin(), found.end(), expected) != found.end();
    const bool none = std::none_of(found.begin(), found.end(),
                                   [](const std::string& mention) { return mention.starts_with("AFP"); });
    CHECK((expected.empty() ? none : there));
}

TEST_CASE("the ministry is the one that was named with its task", "[actors]") {
    const auto found = mentions_of(
        "the/DET Russian/ADJ ministry/NOUN of/ADP defence/NOUN said/VERB Ukrainian/ADJ drones/NOUN "
        "attacked/VERB | the/DET ministry/NOUN accused/VERB Britain/PROPN",
        "en");
    CAPTURE(found);
    CHECK(std::find(found.begin(), found.end(), "ministry = RUS") != found.end());
}

TEST_CASE("these are no actors", "[actors]") {
    const auto [language, words] = GENERATE(table<std::string, std::string>({
        {"en", "an/DET anti-China/ADJ march/NOUN"},
        {"en", "a/DET pro-Russian/ADJ website/NOUN"},
        {"en", "the/DET US-led/ADJ war/NOUN"},
        {"en", "Air/PROPN France/PROPN grew/VERB"},
        {"en", "the/DET New/PROPN York/PROPN Times/PROPN wrote/VERB"},
        {"en", "they/PRON told/VERB us/PRON"},
        {"en", "a/DET china/NOUN cup/NOUN"},
        {"en", "the/DET Indian/PROPN Ocean/PROPN is/AUX deep/ADJ"},
        {"en", "she/PRON speaks/VERB Russian/PROPN"},
        {"en", "they/PRON left/VERB in/ADP May/PROPN"},
        {"en", "Let/VERB us/PRON sleep/VERB"},
        {"en", "Sadr/PROPN slept/VERB"},
        {"nl", "een/DET anti-Chinese/ADJ betoging/NOUN"},
        {"nl", "let/VERB op/ADP"},
        {"nl", "het/PRON regende/VERB"},
        {"nl", "de/DET Indische/ADJ Oceaan/PROPN is/AUX diep/ADJ"},
        {"nl", "de/DET Zuid-Chinese/ADJ Zee/PROPN is/AUX diep/ADJ"},
        {"nl", "zij/PRON wenen/VERB"},
    }));
    CAPTURE(words);
    const std::vector<std::string> found = mentions_of(words, language);
    CAPTURE(found);
    CHECK(found.empty());
}

TEST_CASE("who holds an office depends on the day", "[actors]") {
    using namespace std::chrono_literals;
    const auto [actor, office, day, person] =
        GENERATE(table<std::string, std::string, std::string, std::string>({
            {"FRA", "head_of_state", "2010-01-01", "person:nicolas-sarkozy"},
            {"FRA", "head_of_state", "2015-01-01", "person:francois-hollande"},
            {"FRA", "head_of_state", "2020-01-01", "person:emmanuel-macron"},
            {"USA", "head_of_state", "2018-09-30", "person:donald-trump"},
            {"USA", "head_of_state", "2022-09-30", "person:joe-biden"},
            {"USA", "head_of_state", "1990-08-20", "person:george-h-w-bush"},
            {"GBR", "head_of_government", "1985-01-01", "person:margaret-thatcher"},
            {"NLD", "head_of_government", "2015-01-01", "person:mark-rutte"},
            {"NATO", "secretary_general", "2025-01-01", "person:mark-rutte"},
            {"RUS", "defence_minister", "2024-11-30", "person:andrei-belousov"},
        }));
    CAPTURE(actor, office, day);
    const auto holder = gazetteer().office_holder(actor, office, *parse_day(day));
    REQUIRE(holder);
    CHECK(holder->id == person);
    CHECK(holder->state == actor);
}

TEST_CASE("nobody holds an office that the tables do not know", "[actors]") {
    CHECK_FALSE(gazetteer().office_holder("FRA", "astronaut", *parse_day("2020-01-01")));
    CHECK_FALSE(gazetteer().office_holder("FRA", "head_of_state", *parse_day("1500-01-01")));
    CHECK_FALSE(gazetteer().actor("XYZ"));
}

TEST_CASE("a body acts for the one that it is part of", "[actors]") {
    CHECK(gazetteer().actor("UNSC")->state == "UN");
    CHECK(gazetteer().actor("EC")->state == "EU");
    CHECK(gazetteer().actor("IRGC")->state == "IRN");
    CHECK(gazetteer().actor("NATO")->state == "NATO");
    CHECK(gazetteer().actor("FRA")->state == "FRA");
}

TEST_CASE("an empty article and empty sentences have no actors", "[actors]") {
    CHECK(find_actors(Article(), {}, gazetteer()).empty());
    const std::vector<Sentence> empty(3);
    CHECK(find_actors(Article(), empty, gazetteer()).empty());
}

TEST_CASE("any order of words and any tree gives mentions inside their sentence", "[actors]") {
    const std::vector<std::string> words = {
        "Russia", "'s",   "the",  "of",     "and",          ",",         "-",
        "French", "he",   "both", "troops", "his",          "Trump",     "led",
        "zijn",   "\xc3", "van",  "land",   "Frans-Duitse", "minister",  "Congo",
        "whose",  "West", "Bank", "NATO",   "summit",       "EU-landen", "king"};
    const std::vector<std::string> relations = {"nsubj",     "obj",   "nmod", "compound", "flat",
                                                "acl:relcl", "xcomp", "conj", "root"};
    std::uint32_t state = 7;
    const auto draw = [&](std::size_t below) {
        state = state * 1664525u + 1013904223u;
        return static_cast<std::size_t>(state >> 8) % below;
    };
    for (int round = 0; round < 300; ++round) {
        Article article;
        article.language = std::string(round % 2 == 0 ? "en" : "nl");
        article.published = parse_day("2024-11-30");
        std::vector<Sentence> sentences(2);
        for (Sentence& sentence : sentences) {
            const std::size_t length = draw(20);
            for (std::size_t t = 0; t < length; ++t) {
                Token token;
                token.form = words[draw(words.size())];
                token.begin = article.text.size();
                article.text += token.form;
                token.end = article.text.size();
                if (draw(4) != 0) article.text += ' ';
                token.upos = static_cast<Upos>(draw(17));
                token.head = static_cast<int>(draw(length + 1)) - 1;
                token.deprel = relations[draw(relations.size())];
                sentence.tokens.push_back(token);
            }
        }
        for (const ActorMention& mention : find_actors(article, sentences, gazetteer())) {
            REQUIRE(mention.first < mention.last);
            REQUIRE(mention.last <= sentences[mention.sentence].tokens.size());
            REQUIRE(mention.first <= mention.head);
            REQUIRE(mention.head < mention.last);
            REQUIRE_FALSE(mention.actors.empty());
        }
    }
}
