// One sentence becomes a claim, a relation in a store, an answer and a diagram; the exit status says whether
// it did.
#include <iostream>

#include "export/format.hpp"
#include "extract/grammar_extractor.hpp"
#include "extract/language/analyser.hpp"
#include "graph/store.hpp"
#include "queries/answer.hpp"
#include "queries/understand.hpp"

int main() {
    const auto extractor = entente::GrammarExtractor::load(entente::default_model_folder());
    entente::Article article;
    article.text = "Russia invaded Ukraine on 24 February 2022.";
    article.language = "en";
    article.origins = {{0, article.text.size(), 0, article.text.size()}};
    article.id = entente::content_id(article);

    const entente::Day today = std::chrono::year{2022} / 3 / 1;
    auto store = entente::Store::open(":memory:", entente::StoreMode::write);
    store.add(article, extractor.extract(article), today);
    const auto question = entente::understand("who is at war with whom", today);
    if (!question) {
        std::cerr << question.error() << '\n';
        return 1;
    }
    const entente::Answer answer = entente::answer(store, question->query, question->language, today);
    entente::write(*entente::find_format("dot"), std::cout, entente::select(store, question->query), {});
    return answer.rows.empty() ? 1 : 0;
}
