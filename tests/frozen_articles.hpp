#pragma once

#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "extract/language/conllu.hpp"
#include "tests/catch.hpp"

namespace entente {

/// A file's text, from below tests/, the folder that tests run in; the test fails without it.
inline std::string read_test_file(const std::string& file) {
    std::ifstream in(file);
    CAPTURE(file);
    REQUIRE(in.good());
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

/// The sentences of each article, by its id: what a sentence's sent_id has before its first full stop.
inline std::map<std::string, std::vector<Sentence>> articles_of(const ConlluDocument& document) {
    std::map<std::string, std::vector<Sentence>> articles;
    for (std::size_t s = 0; s < document.sentences.size(); ++s) {
        const std::string& id = document.extras[s].sent_id;
        articles[id.substr(0, id.find('.'))].push_back(document.sentences[s]);
    }
    return articles;
}

}  // namespace entente
