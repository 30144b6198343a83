// Times the stages of extraction on plain text: the language analysis against everything that comes after it.
//
//     bench_extract LANGUAGE FILE [ROUNDS]
//
// FILE is plain text. Prints processor seconds of one core per round (the median), and sentences per second.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "bench/cpu_seconds.hpp"
#include "extract/actors/find_actors.hpp"
#include "extract/actors/gazetteer.hpp"
#include "extract/events/find_claims.hpp"
#include "extract/events/language.hpp"
#include "extract/language/analyser.hpp"
#include "extract/time/find_times.hpp"

namespace {

double median(std::vector<double> seconds) {
    std::sort(seconds.begin(), seconds.end());
    return seconds[seconds.size() / 2];
}

/// Processor seconds that `stage` takes.
template <class Stage>
double timed(Stage stage) {
    const double start = entente::cpu_seconds();
    stage();
    return entente::cpu_seconds() - start;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 3) {
        std::cerr << "usage: bench_extract LANGUAGE FILE [ROUNDS]\n";
        return 2;
    }
    const std::string language = argv[1];
    std::ifstream file(argv[2]);
    std::stringstream text;
    text << file.rdbuf();
    if (!file) {
        std::cerr << argv[2] << ": cannot be read\n";
        return 1;
    }
    const int rounds = argc > 3 ? std::max(1, std::stoi(argv[3])) : 5;

    const auto analyser = entente::Analyser::load(entente::default_model_folder(), language);
    const auto gazetteer = entente::Gazetteer::load();
    const entente::EventLanguage words(language);
    entente::Article article;
    article.id = "bench";
    article.language = language;
    article.text = text.str();

    std::vector<entente::Sentence> sentences = analyser.analyse(article.text);  // warms up
    std::vector<double> parse, actors, times, events;
    std::size_t claims = 0;
    for (int round = 0; round < rounds; ++round) {
        std::vector<entente::ActorMention> found;
        std::vector<entente::TimeMention> when;
        parse.push_back(timed([&] { sentences = analyser.analyse(article.text); }));
        actors.push_back(timed([&] { found = entente::find_actors(article, sentences, gazetteer); }));
        times.push_back(timed([&] { when = entente::find_times(sentences, article.published, language); }));
        events.push_back(timed(
            [&] { claims = entente::find_claims(article, sentences, found, when, words, "bench").size(); }));
    }
    const double after = median(actors) + median(times) + median(events);
    const double all = median(parse) + after;
    fmt::print("{} sentences, {} claims\n", sentences.size(), claims);
    fmt::print("{:28}{:10.3f} s\n", "sentences, tags, trees", median(parse));
    fmt::print("{:28}{:10.3f} s\n", "actors", median(actors));
    fmt::print("{:28}{:10.3f} s\n", "times", median(times));
    fmt::print("{:28}{:10.3f} s\n", "events", median(events));
    fmt::print("after the parse / the parse: {:.2f}\n", after / median(parse));
    fmt::print("sentences a second: {:.0f}\n", static_cast<double>(sentences.size()) / all);
    return 0;
}
