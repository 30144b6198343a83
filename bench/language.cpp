// bench_language: scores and speed of the shipped models beside the figures of UDPipe 1 on the same data.

#include <algorithm>
#include <array>
#include <chrono>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <sys/resource.h>
#include <time.h>

#include "extract/language/analyser.hpp"
#include "extract/language/conllu.hpp"
#include "extract/language/score.hpp"

namespace {

using namespace entente;
using Clock = std::chrono::steady_clock;

/// UDPipe 1, trained and measured on the same files, one thread.
struct Baseline {
    std::string_view file;
    double upos, lemma, uas, las;
};
constexpr std::array baselines = {
    Baseline{"nl-test", 95.2, 96.9, 80.7, 76.0},
    Baseline{"en-test", 94.7, 96.3, 84.9, 81.8},
    Baseline{"en-test-news", 97.2, 95.9, 80.0, 77.8},
};
struct BaselineSpeed {
    std::string_view language;
    double tokens_per_second;
};
constexpr std::array baseline_speeds = {BaselineSpeed{"nl", 7'600}, BaselineSpeed{"en", 5'400}};
constexpr double baseline_megabytes = 200;

double seconds_since(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

std::optional<Baseline> baseline_of(std::string_view name) {
    const auto* found =
        std::find_if(baselines.begin(), baselines.end(), [&](const Baseline& b) { return b.file == name; });
    if (found == baselines.end()) return std::nullopt;
    return *found;
}

/// "nl-test.conllu.gz" -> "nl-test"
std::string stem(const std::filesystem::path& file) {
    const std::string name = file.filename().string();
    return name.substr(0, name.find('.'));
}

double percent(std::size_t part, std::size_t whole) {
    return whole == 0 ? 0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
}

void print_scores(const std::string& name, const Scores& scores) {
    const auto row = [&](std::string_view label, std::size_t right, std::optional<double> baseline) {
        const double ours = percent(right, scores.tokens);
        if (baseline) {
            fmt::print("  {:<8}{:>7.2f}{:>9.1f}{:>+9.2f}\n", label, ours, *baseline, ours - *baseline);
        } else {
            fmt::print("  {:<8}{:>7.2f}\n", label, ours);
        }
    };
    const auto baseline = baseline_of(name);
    const auto figure = [&](double Baseline::*member) {
        return baseline ? std::optional<double>((*baseline).*member) : std::nullopt;
    };
    fmt::print("{}, {} tokens\n  {:<8}{:>7}{:>9}{:>9}\n", name, scores.tokens, "", "ours",
               baseline ? "UDPipe 1" : "", baseline ? "gain" : "");
    row("UPOS", scores.upos, figure(&Baseline::upos));
    row("feats", scores.feats, std::nullopt);
    row("lemma", scores.lemma, figure(&Baseline::lemma));
    row("UAS", scores.uas, figure(&Baseline::uas));
    row("LAS", scores.las, figure(&Baseline::las));
    fmt::print("  F1 of relations (gold):");
    std::size_t column = 0;
    for (const auto& [relation, counts] : scores.relations) {
        fmt::print("{}{:<13}{:>5.1f} ({:>4})", column++ % 4 == 0 ? "\n    " : "   ", relation,
                   100 * counts.f1(), counts.gold);
    }
    fmt::print("\n  names: {:.1f} % of {} tagged PROPN as a whole, {:.1f} % linked by flat as well\n\n",
               percent(scores.names_tagged, scores.names), scores.names,
               percent(scores.names_linked, scores.names));
}

class Models {
 public:
    explicit Models(std::filesystem::path folder) : folder_(std::move(folder)) {}

    const Analyser& get(const std::string& language) {
        const auto found = loaded_.find(language);
        if (found != loaded_.end()) return found->second;
        const auto start = Clock::now();
        const Analyser& model = loaded_.emplace(language, Analyser::load(folder_, language)).first->second;
        fmt::print("{} ({}) loaded in {:.1f} ms\n", language, model.version(), 1000 * seconds_since(start));
        return model;
    }

 private:
    std::filesystem::path folder_;
    std::map<std::string, Analyser> loaded_;
};

/// Time that this thread had a processor, so that other programs do not count.
double thread_seconds() {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

/// Median of several runs over the gold tokens, one thread, after a warm-up.
double tokens_per_second(const Analyser& model, const std::vector<Sentence>& sentences) {
    constexpr int runs = 5;
    std::size_t tokens = 0;
    for (const Sentence& sentence : sentences) tokens += sentence.tokens.size();
    std::vector<double> seconds;
    for (int run = 0; run <= runs; ++run) {
        std::vector<Sentence> copy = sentences;
        const double start = thread_seconds();
        model.tag_and_parse(copy);
        if (run > 0) seconds.push_back(thread_seconds() - start);
    }
    std::sort(seconds.begin(), seconds.end());
    return static_cast<double>(tokens) / seconds[runs / 2];
}

double peak_megabytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;  // kilobytes on Linux
}

int run(const std::filesystem::path& folder, const std::vector<std::filesystem::path>& files) {
    Models models(folder);
    models.get("nl");
    models.get("en");
    for (const auto& file : files) {
        const std::string name = stem(file);
        const std::string language = name.substr(0, 2);
        const Analyser& model = models.get(language);
        const ConlluDocument gold = read_conllu_file(file);
        std::vector<Sentence> ours = gold.sentences;
        model.tag_and_parse(ours);
        print_scores(name, score(gold.sentences, ours));
        const auto* speed =
            std::find_if(baseline_speeds.begin(), baseline_speeds.end(),
                         [&](const BaselineSpeed& each) { return each.language == language; });
        const double tokens = tokens_per_second(model, gold.sentences);
        fmt::print("  {:.0f} tokens/s, one thread", tokens);
        if (speed != baseline_speeds.end())
            fmt::print(" ({:.1f} times UDPipe 1)", tokens / speed->tokens_per_second);
        fmt::print("\n\n");
    }
    fmt::print(
        "peak memory, both languages and one treebank file loaded: {:.0f} MB (UDPipe 1: about {:.0f})\n",
        peak_megabytes(), baseline_megabytes);
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) {
        fmt::print(stderr,
                   "bench_language [--models FOLDER] TREEBANK.conllu[.gz]…\n"
                   "Scores the models on gold tokens. The files' names begin with their language.\n"
                   "Example: bench_language treebanks/nl-test.conllu.gz treebanks/en-test.conllu.gz\n");
        return 2;
    }
    std::filesystem::path folder = default_model_folder();
    std::vector<std::filesystem::path> files;
    for (int index = 1; index < argc; ++index) {
        if (std::string_view(argv[index]) == "--models" && index + 1 < argc) {
            folder = argv[++index];
        } else {
            files.emplace_back(argv[index]);
        }
    }
    try {
        return run(folder, files);
    } catch (const std::exception& error) {
        fmt::print(stderr, "bench_language: {}\n", error.what());
        return 1;
    }
}
