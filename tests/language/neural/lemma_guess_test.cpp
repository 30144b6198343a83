#include "extract/language/neural/lemma_guess.hpp"

#include "tests/catch.hpp"

using namespace entente::neural;

TEST_CASE("forms with the same ending, tag and kind of capitals share the keys of that ending",
          "[language][neural]") {
    const auto walked = ending_keys("walked", 3);
    const auto talked = ending_keys("talked", 3);
    REQUIRE(walked.size() == longest_ending + 1);
    CHECK(std::equal(walked.begin(), walked.begin() + 6, talked.begin()));
    CHECK(walked[6] != talked[6]);
    CHECK(ending_keys("talked", 4)[0] != talked[0]);
    CHECK(ending_keys("Talked", 3)[2] != talked[2]);
    CHECK(ending_keys("NATO", 3)[1] != ending_keys("Nato", 3)[1]);
    CHECK(ending_keys("", 3).size() == 1);
}

TEST_CASE("a longer ending outweighs shorter ones, as far as it was seen", "[language][neural]") {
    const EndingCounts::Script shorter[] = {{7, 80}, {8, 20}};
    const EndingCounts::Script longer[] = {{8, 9}};
    const std::vector<EndingCounts> endings = {{100, shorter}, {9, longer}};
    CHECK(ending_probability(endings, 8) > 0.8);
    CHECK(ending_probability(endings, 7) < 0.1);
    CHECK(ending_probability(endings, 7) > ending_probability(endings, 9));
    CHECK(ending_probability(endings, 9) > 0);
    CHECK(ending_probability({}, 9) > 0);
}
