#include "tests/language/neural/toy_treebank.hpp"

namespace entente::neural {

namespace {

Token token(const char* form, Upos upos, const char* lemma, const char* feats, int head,
            const char* relation) {
    Token result;
    result.form = form;
    result.upos = upos;
    result.lemma = lemma;
    result.feats = feats;
    result.head = head;
    result.deprel = relation;
    return result;
}

}  // namespace

std::vector<Sentence> toy_treebank(int copies) {
    std::vector<Sentence> once(4);
    once[0].tokens = {token("Landen", Upos::noun, "land", "Number=Plur", 1, "nsubj"),
                      token("vielen", Upos::verb, "binnenvallen", "Number=Plur", -1, "root"),
                      token("Utopia", Upos::propn, "Utopia", "Number=Sing", 1, "obj"),
                      token("binnen", Upos::adp, "binnen", "", 1, "compound:prt"),
                      token(".", Upos::punct, ".", "", 1, "punct")};
    once[1].tokens = {token("Schepen", Upos::noun, "schip", "Number=Plur", -1, "root")};
    once[2].tokens = {token("De", Upos::det, "de", "Definite=Def", 1, "det"),
                      token("landen", Upos::noun, "land", "Number=Plur", 2, "nsubj"),
                      token("vielen", Upos::verb, "vallen", "Number=Plur", -1, "root")};
    once[3].tokens = {token("Utopia", Upos::propn, "Utopia", "Number=Sing", 2, "obj"),
                      token("vielen", Upos::verb, "aanvallen", "Number=Plur", -1, "root"),
                      token("schepen", Upos::noun, "schip", "Number=Plur", 1, "nsubj"),
                      token("aan", Upos::adp, "aan", "", 1, "compound:prt")};
    once[3].tokens[0].head = 1;
    std::vector<Sentence> all;
    for (int i = 0; i < copies; ++i) all.insert(all.end(), once.begin(), once.end());
    return all;
}

}  // namespace entente::neural
