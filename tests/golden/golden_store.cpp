// golden_store FILE < WORLD: makes a store of the claims in WORLD (the lines of tests/graph/world.hpp), so
// that golden cases do not depend on what extraction finds. `\e` in a line is the escape character, `\r` the
// right-to-left override, `_` in a publisher's name a space; an article's title is its text up to the first
// stop.
#include <algorithm>
#include <chrono>
#include <iostream>
#include <iterator>
#include <string>

#include "graph/store.hpp"
#include "tests/graph/world.hpp"

using namespace entente;
using namespace std::chrono_literals;

namespace {

void replace_all(std::string& text, const std::string& from, const std::string& to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
}

/// Rough Goldstein scores: enough for a curve.
double score(EventType type) {
    if (type == EventType::agree) {
        return 6.0;
    }
    return type == EventType::assault ? -10.0 : (type == EventType::sanction ? -7.0 : 0.0);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::cerr << "usage: golden_store FILE < WORLD\n";
        return 2;
    }
    std::string lines{std::istreambuf_iterator<char>{std::cin}, std::istreambuf_iterator<char>{}};
    replace_all(lines, "\\e", "\x1b");
    replace_all(lines, "\\r", "\u202e");
    auto store = Store::open(argv[1], StoreMode::write);
    for (auto& [article, claim] : world::read(lines)) {
        std::replace(article.publisher.begin(), article.publisher.end(), '_', ' ');
        article.title = article.text.substr(0, article.text.find('.'));
        article.id = content_id(article);
        claim.article = article.id;
        claim.event.goldstein = score(claim.event.type);
        claim.id = claim_id(claim);
        store.add(article, {&claim, 1}, Day{2026y / 1 / 2});
    }
}
