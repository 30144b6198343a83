#include "graph/fingerprint.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "tests/catch.hpp"

using namespace entente;

namespace {

std::string story(int words, int first = 0) {
    std::string text;
    for (int i = 0; i < words; ++i) {
        text += "word" + std::to_string(first + i) + (i % 12 == 11 ? ". " : " ");
    }
    return text;
}

bool meet(const Fingerprint& a, const Fingerprint& b) {
    const auto left = bands_of(a);
    const auto right = bands_of(b);
    return std::any_of(left.begin(), left.end(),
                       [&](auto band) { return std::find(right.begin(), right.end(), band) != right.end(); });
}

}  // namespace

TEST_CASE("a lightly edited copy resembles its text, another text does not", "[graph][fingerprint]") {
    const auto original = fingerprint_of(story(300));
    const auto cut = fingerprint_of(story(270));
    const auto headed = fingerprint_of("A new headline here\n" + story(300) + "Reporting by others.");
    const auto other = fingerprint_of(story(300, 1000));
    CHECK(resemblance(original, original) == 1.0);
    CHECK(resemblance(original, cut) >= same_origin);
    CHECK(resemblance(original, headed) >= same_origin);
    CHECK(resemblance(original, other) < 0.1);
    CHECK(meet(original, cut));
    CHECK(meet(original, headed));
    CHECK_FALSE(meet(original, other));
}

TEST_CASE("case, punctuation and layout do not matter to a fingerprint", "[graph][fingerprint]") {
    CHECK(fingerprint_of("Kim  received\nBelousov, in PYONGYANG.") ==
          fingerprint_of("kim received Belousov in Pyongyang"));
    CHECK(fingerprint_of("") == fingerprint_of(" \n"));
}

TEST_CASE("short texts that share a phrase do not meet in the index", "[graph][fingerprint]") {
    int met = 0;
    const auto first = fingerprint_of("Actor one met actor two over matter 17, officials in city nine said.");
    for (int i = 0; i < 200; ++i) {
        met += meet(first, fingerprint_of("Minister " + std::to_string(i) + " left for talk " +
                                          std::to_string(i * 7) + ", officials in city " +
                                          std::to_string(i * 3) + " said."))
                   ? 1
                   : 0;
    }
    CHECK(met < 20);
}
