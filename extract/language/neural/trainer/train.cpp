#include "extract/language/neural/trainer/train.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <fstream>
#include <numbers>
#include <stdexcept>

namespace entente::neural {

namespace {

/// Chunks of sentences of about the same length, in random order.
std::vector<std::vector<std::uint32_t>> epoch_batches(const TrainingData& data,
                                                      const std::vector<float>& weights,
                                                      const TrainingOptions& options, std::size_t epoch) {
    Random random(options.seed, 1000 + epoch);
    std::vector<std::uint32_t> order;
    for (std::uint32_t s = 0; s < data.sentences.size(); ++s) {
        float left = weights[s];
        for (; left >= 1.0F; left -= 1.0F) order.push_back(s);
        if (left > 0.0F && random.uniform() < left) order.push_back(s);
    }
    random.shuffle(order);
    constexpr std::size_t pool = 4000;
    std::vector<std::vector<std::uint32_t>> batches;
    for (std::size_t first = 0; first < order.size(); first += pool) {
        const auto begin = order.begin() + static_cast<std::ptrdiff_t>(first);
        const auto end = order.begin() + static_cast<std::ptrdiff_t>(std::min(order.size(), first + pool));
        std::stable_sort(begin, end, [&data](std::uint32_t a, std::uint32_t b) {
            return data.sentences[a].size() > data.sentences[b].size();
        });
        std::size_t tokens = options.batch_tokens;
        for (auto at = begin; at != end; ++at) {
            const std::size_t length = data.sentences[*at].size();
            if (tokens + length > options.batch_tokens) {
                batches.emplace_back();
                tokens = 0;
            }
            batches.back().push_back(*at);
            tokens += length;
        }
    }
    random.shuffle(batches);
    return batches;
}

constexpr std::uint64_t checkpoint_magic = 0x31504B4345544E45ULL;

void save(const std::filesystem::path& file, std::size_t epoch, const Parameters& parameters,
          const Optimiser& optimiser) {
    const std::filesystem::path beside = file.string() + ".new";
    std::ofstream out(beside, std::ios::binary | std::ios::trunc);
    const std::uint64_t header[] = {checkpoint_magic, epoch, parameters.dense.size(),
                                    parameters.words.values.size(), parameters.grams.values.size()};
    out.write(reinterpret_cast<const char*>(header), sizeof header);
    write_floats(out, parameters.dense);
    write_floats(out, parameters.words.values);
    write_floats(out, parameters.grams.values);
    write_floats(out, parameters.styles.values);
    optimiser.save(out);
    out.close();
    if (!out) throw std::runtime_error(beside.string() + ": cannot be written; is there room on the disk?");
    std::filesystem::rename(beside, file);
}

std::size_t load(const std::filesystem::path& file, Parameters& parameters, Optimiser& optimiser) {
    std::ifstream in(file, std::ios::binary);
    std::uint64_t header[5] = {};
    in.read(reinterpret_cast<char*>(header), sizeof header);
    if (!in || header[0] != checkpoint_magic || header[2] != parameters.dense.size() ||
        header[3] != parameters.words.values.size() || header[4] != parameters.grams.values.size()) {
        throw std::runtime_error(file.string() +
                                 ": is the checkpoint of another training; remove it to begin anew");
    }
    read_floats(in, parameters.dense);
    read_floats(in, parameters.words.values);
    read_floats(in, parameters.grams.values);
    read_floats(in, parameters.styles.values);
    optimiser.load(in);
    if (!in) throw std::runtime_error(file.string() + ": is cut short; remove it to begin anew");
    return header[1];
}

}  // namespace

void train(const TrainingData& data, const std::vector<float>& weights, TrainingOptions options,
           const std::filesystem::path& checkpoint,
           const std::function<void(const EpochReport&, const Parameters&)>& report) {
    Dimensions& d = options.dimensions;
    d.features = static_cast<std::uint32_t>(data.vocabulary.features.size());
    d.scripts = static_cast<std::uint32_t>(data.vocabulary.predicted_scripts);
    d.relations = static_cast<std::uint32_t>(data.vocabulary.relations.size());
    Parameters parameters(d, data.vocabulary, options.seed);
    Optimiser optimiser(parameters, options.optimiser);
    GradientComputer computer(d);
    std::size_t done = 0;
    if (!checkpoint.empty() && std::filesystem::exists(checkpoint))
        done = load(checkpoint, parameters, optimiser);

    if (done >= options.epochs) report({done, 0, 0}, optimiser.averaged(parameters));
    const double steps_per_epoch = static_cast<double>(epoch_batches(data, weights, options, 1).size());
    const double all_steps = steps_per_epoch * static_cast<double>(options.epochs);
    for (std::size_t epoch = done + 1; epoch <= options.epochs; ++epoch) {
        const auto start = std::chrono::steady_clock::now();
        double loss = 0;
        std::size_t tokens = 0;
        for (const std::vector<std::uint32_t>& batch : epoch_batches(data, weights, options, epoch)) {
            const auto now = static_cast<double>(optimiser.steps());
            const double warmth = std::min(1.0, (now + 1) / static_cast<double>(options.warm_up));
            const double position = std::min(1.0, now / all_steps);
            const double fall = 0.5 * (1.0 + std::cos(std::numbers::pi * position));
            const auto rate = static_cast<float>(options.rate * warmth * std::max(0.01, fall));
            std::size_t size = 0;
            for (const std::uint32_t s : batch) size += data.sentences[s].size();
            loss += computer.run(data, batch, options.dropout, options.loss_weights,
                                 Random(options.seed, 1'000'000 + optimiser.steps()), parameters) *
                    static_cast<double>(size);
            tokens += size;
            optimiser.step(parameters, rate);
        }
        const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - start;
        if (!checkpoint.empty()) save(checkpoint, epoch, parameters, optimiser);
        report({epoch, loss / static_cast<double>(tokens), spent.count()}, optimiser.averaged(parameters));
    }
}

}  // namespace entente::neural
