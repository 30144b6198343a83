#include <chrono>
#include <string>

#include <fmt/format.h>

#include "extract/language/conllu.hpp"
#include "extract/language/score.hpp"
#include "extract/language/syntax_model.hpp"

int main(int argc, char** argv) {
    using namespace entente;
    const auto model = load_syntax_model(std::filesystem::path(argv[1]));
    for (int i = 2; i < argc; ++i) {
        const auto doc = read_conllu_file(argv[i]);
        auto ours = doc.sentences;
        const auto start = std::chrono::steady_clock::now();
        model->annotate(ours);
        const double s = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
        const Scores r = score(doc.sentences, ours);
        const auto p = [&](std::size_t n) { return 100.0 * double(n) / double(r.tokens); };
        fmt::print(
            "{}: UPOS {:.2f} feats {:.2f} lemma {:.2f} UAS {:.2f} LAS {:.2f}; {:.0f} tokens/s; names {} "
            "tagged {} linked {}\n",
            argv[i], p(r.upos), p(r.feats), p(r.lemma), p(r.uas), p(r.las), double(r.tokens) / s, r.names,
            r.names_tagged, r.names_linked);
        for (const auto& [name, c] : r.relations) fmt::print(" {} {:.1f} ({})", name, 100 * c.f1(), c.gold);
        fmt::print("\n");
    }
}
