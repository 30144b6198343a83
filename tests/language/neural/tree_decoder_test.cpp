#include "extract/language/neural/tree_decoder.hpp"

#include <algorithm>

#include "extract/language/neural/trainer/random.hpp"
#include "tests/catch.hpp"

using namespace entente::neural;

namespace {

bool is_tree_with_one_root(const std::vector<int>& heads) {
    if (std::ranges::count(heads, -1) != 1) return false;
    for (std::size_t start = 0; start < heads.size(); ++start) {
        int node = static_cast<int>(start);
        for (std::size_t step = 0; node >= 0; ++step) {
            if (step > heads.size()) return false;
            node = heads[static_cast<std::size_t>(node)];
        }
    }
    return true;
}

double total(const std::vector<float>& scores, std::size_t columns, const std::vector<int>& heads) {
    double sum = 0;
    for (std::size_t d = 0; d < heads.size(); ++d)
        sum += scores[d * columns + static_cast<std::size_t>(heads[d] + 1)];
    return sum;
}

/// The best total of all trees, by trying all assignments of heads.
double best_total(const std::vector<float>& scores, std::size_t columns, std::size_t length) {
    std::vector<int> heads(length, -1);
    double best = -1e30;
    while (true) {
        if (is_tree_with_one_root(heads)) best = std::max(best, total(scores, columns, heads));
        std::size_t at = 0;
        while (at < length && heads[at] + 1 == static_cast<int>(length)) heads[at++] = -1;
        if (at == length) return best;
        ++heads[at];
    }
}

}  // namespace

TEST_CASE("the decoded tree is the best of all trees with one root", "[language][neural]") {
    Random random(11);
    for (int round = 0; round < 300; ++round) {
        const std::size_t length = 1 + random.below(5);
        const std::size_t columns = 16;
        std::vector<float> scores(length * columns);
        for (float& score : scores) score = random.uniform() * 10;
        if (round % 3 == 0) {  // many tokens that would like to be the root
            for (std::size_t d = 0; d < length; ++d) scores[d * columns] += 8;
        }
        const std::vector<int> heads = best_tree(scores, columns, length);
        REQUIRE(is_tree_with_one_root(heads));
        CHECK(total(scores, columns, heads) == Approx(best_total(scores, columns, length)));
    }
}

TEST_CASE("a long sentence without any preference has a tree with one root", "[language][neural]") {
    Random random(12);
    const float range = GENERATE(0.0F, 1.0F, 100000.0F);
    const std::size_t length = 120;
    std::vector<float> scores(length * 128);
    for (float& score : scores) score = (random.uniform() - 0.5F) * range;
    CHECK(is_tree_with_one_root(best_tree(scores, 128, length)));
    CHECK(best_tree({}, 0, 0).empty());
}
