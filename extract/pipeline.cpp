#include "extract/pipeline.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>

namespace entente {

namespace {

constexpr std::size_t articles_per_round = 256;

/// The claims of each article, in the order of the articles.
std::vector<std::vector<Claim>> extract_round(const std::vector<Article>& articles,
                                              const Extractor& extractor, unsigned threads) {
    std::vector<std::vector<Claim>> claims(articles.size());
    std::atomic<std::size_t> next{0};
    std::exception_ptr failure;
    std::mutex failure_mutex;
    const auto work = [&] {
        try {
            for (std::size_t i = next++; i < articles.size(); i = next++) {
                claims[i] = extractor.extract(articles[i]);
            }
        } catch (...) {  // carried over to the calling thread
            const std::scoped_lock lock{failure_mutex};
            failure = std::current_exception();
        }
    };
    {
        std::vector<std::jthread> workers;
        for (std::size_t i = 1; i < std::min<std::size_t>(threads, articles.size()); ++i) {
            workers.emplace_back(work);
        }
        work();
    }
    if (failure) {
        std::rethrow_exception(failure);
    }
    return claims;
}

}  // namespace

void extract_inputs(std::span<const std::string> inputs, const ReadOptions& options,
                    const Extractor& extractor, unsigned threads,
                    const std::function<void(const Article&, std::vector<Claim>)>& sink,
                    const ProblemSink& problem) {
    if (threads == 0) {
        threads = std::max(1U, std::thread::hardware_concurrency());
    }
    std::vector<Article> round;
    const auto finish_round = [&] {
        auto claims = extract_round(round, extractor, threads);
        for (std::size_t i = 0; i < round.size(); ++i) {
            sink(round[i], std::move(claims[i]));
        }
        round.clear();
    };
    for (const std::string& input : inputs) {
        read_input(
            input, options,
            [&](Article article) {
                round.push_back(std::move(article));
                if (round.size() == articles_per_round) {
                    finish_round();
                }
            },
            problem);
    }
    finish_round();
}

}  // namespace entente
