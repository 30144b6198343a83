#include <vector>

#include "extract/language/lemma_conventions.hpp"
#include "extract/language/name_words.hpp"
#include "extract/language/noun_lemmas.hpp"
#include "extract/language/surnames.hpp"
#include "extract/language/verb_lemmas.hpp"
#include "tests/catch.hpp"

using namespace entente;

TEST_CASE("a verb's lemma is found by rule or table", "[language][lemma]") {
    const auto [language, form, particle, lemma] =
        GENERATE(table<std::string, std::string, std::string, std::string>({
            {"nl", "viel", "binnen", "binnenvallen"},
            {"nl", "verdronk", "", "verdrinken"},
            {"nl", "doorgelezen", "", "doorlezen"},
            {"nl", "vaststelt", "", "vaststellen"},
            {"nl", "aanvielen", "", "aanvallen"},
            {"nl", "besloegen", "", "beslaan"},
            {"nl", "Reisden", "", "reizen"},
            {"nl", "initieerde", "", "initi\u00ebren"},
            {"nl", "gepest", "", "pesten"},
            {"nl", "geef", "op", "opgeven"},
            {"en", "shunned", "", "shun"},
            {"en", "diluted", "", "dilute"},
            {"en", "hoped", "", "hope"},
            {"en", "visited", "", "visit"},
            {"en", "mimicking", "", "mimic"},
            {"en", "fled", "", "flee"},
            {"en", "lying", "", "lie"},
            {"en", "specializing", "", "specialize"},
        }));
    CAPTURE(form);
    CHECK(VerbLemmas(language).find(form, particle) == lemma);
}

TEST_CASE("lemmas that are no verbs, or none with their particle, are replaced", "[language][lemma]") {
    const VerbLemmas verbs("nl");
    Sentence sentence;
    sentence.tokens = {{0, 4, "viel", "velen", Upos::verb, "", -1, "root"},
                       {5, 11, "binnen", "binnen", Upos::adp, "", 0, "compound:prt"},
                       {12, 18, "vaten", "vatelen", Upos::noun, "", 0, "obj"}};
    verbs.mend(sentence);
    CHECK(sentence.tokens[0].lemma ==
          "binnenvallen");  // the particle makes a verb of the form, not of "velen"
    sentence.tokens[0].lemma = "binnenvielen";
    verbs.mend(sentence);
    CHECK(sentence.tokens[0].lemma == "binnenvallen");
    CHECK(sentence.tokens[2].lemma == "vatelen");
    sentence.tokens[2] = {12, 18, "beslag", "beslag", Upos::noun, "", 1, "fixed"};
    sentence.tokens[0].lemma = "binnenvallen";
    verbs.mend(sentence);
    CHECK(sentence.tokens[0].lemma == "vallen");
}

TEST_CASE("what is no verb has no lemma", "[language][lemma]") {
    const std::string endless(100'000, 'g');
    for (const std::string& form :
         std::vector<std::string>{"", "ge", "gege", "t", "\xff", "zwxq", "123", endless}) {
        CHECK_FALSE(VerbLemmas("nl").find(form, ""));
        CHECK_FALSE(VerbLemmas("en").find(form, ""));
    }
}

TEST_CASE("names keep their capitals in lemmas, other words lose them", "[language][lemma]") {
    const auto mended = [](const std::string& form, const std::string& lemma, Upos upos) {
        Sentence sentence;
        sentence.tokens = {{0, form.size(), form, lemma, upos, "", -1, "root"}};
        LemmaConventions("en").mend(sentence);
        return sentence.tokens[0].lemma;
    };
    CHECK(mended("WHO", "who", Upos::propn) == "WHO");
    CHECK(mended("Rusland", "rusland", Upos::propn) == "Rusland");
    CHECK(mended("Staten", "staat", Upos::propn) == "Staat");
    CHECK(mended("\u00c9cole", "\u00e9cole", Upos::propn) == "\u00c9cole");
    CHECK(mended("", "", Upos::propn).empty());
    CHECK(mended("Laughter", "Laughter", Upos::noun) == "laughter");
    CHECK(mended("GISB", "GISB", Upos::noun) == "GISB");
    CHECK(mended("People", "person", Upos::noun) == "people");
    CHECK(mended("Russian", "Russian", Upos::adj) == "Russian");
}

TEST_CASE("an English plural has its singular", "[language][lemma]") {
    const NounLemmas nouns("en");
    CHECK(nouns.singular("Ties") == "tie");
    CHECK(nouns.singular("allies") == "ally");
    CHECK(nouns.singular("embassies") == "embassy");
    CHECK(nouns.singular("wives") == "wife");
    CHECK(nouns.singular("crises") == "crisis");
    CHECK(nouns.singular("spokesmen") == "spokesman");
    CHECK_FALSE(nouns.singular("Kyiv"));
    CHECK_FALSE(nouns.singular(""));
    CHECK_FALSE(NounLemmas("nl").singular("ties"));
}

TEST_CASE("common words and numbers that the tree joins to a Dutch name are names", "[language][lemma]") {
    Sentence sentence;
    sentence.tokens = {{0, 2, "na", "na", Upos::adp, "", 2, "case"},
                       {3, 5, "de", "de", Upos::det, "", 2, "det"},
                       {6, 12, "Koude", "koud", Upos::adj, "Degree=Pos", -1, "root"},
                       {13, 19, "Oorlog", "Oorlog", Upos::propn, "", 2, "flat"},
                       {20, 22, "op", "op", Upos::adp, "", 5, "case"},
                       {23, 29, "Kanaal", "Kanaal", Upos::propn, "", 2, "nmod"},
                       {30, 31, "2", "2", Upos::num, "", 5, "flat"},
                       {32, 39, "Journaal", "journaal", Upos::noun, "Number=Sing", 5, "flat"}};
    NameWords("en").mend(sentence);
    CHECK(sentence.tokens[2].upos == Upos::adj);
    NameWords("nl").mend(sentence);
    CHECK(sentence.tokens[2].upos == Upos::propn);
    CHECK(sentence.tokens[2].lemma == "Koude");
    CHECK(sentence.tokens[2].feats.empty());
    CHECK(sentence.tokens[6].upos == Upos::num);  // "2 Journaal" counts
    CHECK(sentence.tokens[7].upos == Upos::propn);
    sentence.tokens.pop_back();
    NameWords("nl").mend(sentence);
    CHECK(sentence.tokens[6].upos == Upos::propn);
}

TEST_CASE("small words, years, compounds and points of the compass are no words of a name",
          "[language][lemma]") {
    Sentence sentence;
    sentence.tokens = {{0, 2, "in", "in", Upos::adp, "", 1, "case"},
                       {3, 12, "Westelijk", "westelijk", Upos::adj, "", -1, "root"},
                       {13, 20, "Limburg", "Limburg", Upos::propn, "", 1, "flat"},
                       {21, 25, "2024", "2024", Upos::num, "", 2, "flat"},
                       {26, 29, "Jip", "Jip", Upos::propn, "", 1, "appos"},
                       {30, 32, "en", "en", Upos::cconj, "", 4, "flat"},
                       {33, 43, "Janneke-taal", "Janneke-taal", Upos::noun, "", 4, "flat"}};
    const Sentence before = sentence;
    NameWords("nl").mend(sentence);
    CHECK(sentence == before);
}

TEST_CASE("the English preposition within a name is no Dutch conjunction", "[language][lemma]") {
    Sentence sentence;
    sentence.tokens = {{0, 2, "De", "de", Upos::det, "", 1, "det"},
                       {3, 7, "Bank", "Bank", Upos::propn, "", 6, "nsubj"},
                       {8, 10, "of", "of", Upos::cconj, "", 3, "cc"},
                       {11, 17, "Canada", "Canada", Upos::propn, "", 1, "conj"},
                       {18, 20, "in", "in", Upos::adp, "", 5, "case"},
                       {21, 27, "Ottawa", "Ottawa", Upos::propn, "", 3, "nmod"},
                       {28, 34, "wachtte", "wachten", Upos::verb, "", -1, "root"}};
    NameWords("nl").mend(sentence);
    CHECK(sentence.tokens[2].upos == Upos::propn);
    for (const std::size_t index : {2, 3}) {
        CHECK(sentence.tokens[index].head == 1);
        CHECK(sentence.tokens[index].deprel == "flat");
    }
    CHECK(sentence.tokens[5].head == 1);
    CHECK(sentence.tokens[5].deprel == "nmod");

    Sentence choice;
    choice.tokens = {{0, 7, "Frankrijk", "Frankrijk", Upos::propn, "", -1, "root"},
                     {8, 10, "of", "of", Upos::cconj, "", 2, "cc"},
                     {11, 17, "Canada", "Canada", Upos::propn, "", 0, "conj"}};
    const Sentence before = choice;
    NameWords("nl").mend(choice);
    CHECK(choice == before);
}

TEST_CASE("a surname's capitalised beginning is part of the name", "[language][lemma]") {
    Sentence sentence;
    sentence.tokens = {{0, 12, "Burgemeester", "burgemeester", Upos::noun, "", 3, "nsubj"},
                       {13, 15, "De", "de", Upos::det, "Definite=Def", 2, "det"},
                       {16, 21, "Wever", "Wever", Upos::propn, "", 0, "appos"},
                       {22, 27, "sprak", "spreken", Upos::verb, "", -1, "root"}};
    Surnames("nl").mend(sentence, {});
    CHECK(sentence.tokens[1].upos == Upos::propn);
    CHECK(sentence.tokens[1].head == 0);
    CHECK(sentence.tokens[1].deprel == "appos");
    CHECK(sentence.tokens[2].head == 1);
    CHECK(sentence.tokens[2].deprel == "flat");
}

TEST_CASE("an article before a name stays one at the beginning and behind a mark", "[language][lemma]") {
    Sentence sentence;
    sentence.tokens = {{0, 2, "De", "de", Upos::det, "", 1, "det"},
                       {3, 8, "Elzas", "Elzas", Upos::propn, "", -1, "root"},
                       {9, 10, ":", ":", Upos::punct, "", 1, "punct"},
                       {11, 13, "De", "de", Upos::det, "", 4, "det"},
                       {14, 19, "Elzas", "Elzas", Upos::propn, "", 1, "appos"}};
    const Sentence before = sentence;
    Surnames("nl").mend(sentence, {});
    CHECK(sentence.tokens[0].upos == Upos::det);
    CHECK(sentence.tokens[3].upos == Upos::det);
    CHECK(sentence.tokens[4].head == before.tokens[4].head);
}

TEST_CASE("an article at the beginning is part of a surname that the text shows elsewhere",
          "[language][lemma]") {
    const auto begins_sentence = [] {
        Sentence sentence;
        sentence.tokens = {{0, 2, "De", "de", Upos::det, "Definite=Def", 1, "det"},
                           {3, 8, "Jonge", "Jonge", Upos::propn, "", 2, "nsubj"},
                           {9, 14, "sprak", "spreken", Upos::verb, "", -1, "root"}};
        return sentence;
    };
    std::vector<Sentence> text(1);
    text[0].tokens = {{0, 4, "Hugo", "Hugo", Upos::propn, "", -1, "root"},
                      {5, 7, "de", "de", Upos::propn, "", 0, "flat"},
                      {8, 13, "Jonge", "Jonge", Upos::propn, "", 0, "flat"}};
    const Surnames surnames("nl");
    CHECK(surnames.find(text) == Surnames::Names{"De Jonge"});

    Sentence known = begins_sentence();
    surnames.mend(known, surnames.find(text));
    CHECK(known.tokens[0].upos == Upos::propn);
    CHECK(known.tokens[0].deprel == "nsubj");
    CHECK(known.tokens[1].head == 0);
    CHECK(known.tokens[1].deprel == "flat");

    Sentence unknown = begins_sentence();
    surnames.mend(unknown, {});
    CHECK(unknown.tokens[0].upos == Upos::det);
}

TEST_CASE("a genitive is known by its surname", "[language][lemma]") {
    Sentence sentence;
    sentence.tokens = {{0, 2, "De", "de", Upos::det, "Definite=Def", 2, "det"},
                       {3, 11, "Morgan's", "morgans", Upos::adj, "Degree=Pos", 2, "amod"},
                       {12, 16, "werk", "werk", Upos::noun, "", -1, "root"}};
    Surnames("nl").mend(sentence, {"De Morgan"});
    CHECK(sentence.tokens[0].upos == Upos::propn);
    CHECK(sentence.tokens[1].upos == Upos::propn);
    CHECK(sentence.tokens[1].lemma == "Morgan");
}
