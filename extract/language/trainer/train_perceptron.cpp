#include "extract/language/trainer/train_perceptron.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <random>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "extract/language/gazetteer.hpp"
#include "extract/language/letters.hpp"
#include "extract/language/perceptron/frozen_map.hpp"
#include "extract/language/perceptron/lemmatiser.hpp"
#include "extract/language/perceptron/parser.hpp"
#include "extract/language/perceptron/perceptron_model.hpp"
#include "extract/language/perceptron/tagger.hpp"
#include "extract/language/perceptron/weights.hpp"
#include "extract/language/perceptron/word.hpp"
#include "extract/language/trainer/averaged_weights.hpp"
#include "extract/language/trainer/oracle.hpp"

namespace entente {

namespace perceptron {
namespace {

using Report = std::function<void(const std::string&)>;

/// A sentence as the learners see it.
struct Example {
    std::vector<Word> words;
    std::vector<Tag> tags;  // gold
    std::vector<int> heads;
    std::vector<int> labels;
};

struct TagList {
    std::vector<std::string> names;  // "NOUN\tNumber=Sing", the most frequent first
    std::map<std::string, Tag> numbers;
    std::vector<std::uint8_t> upos;
};

std::string tag_name(const Token& token) { return std::string(to_string(token.upos)) + '\t' + token.feats; }

/// The keys by falling count, equal counts in order of the keys.
std::vector<std::string> by_frequency(const std::map<std::string, std::size_t>& counts) {
    std::vector<std::string> names;
    for (const auto& [name, count] : counts) names.push_back(name);
    std::stable_sort(names.begin(), names.end(), [&](const std::string& left, const std::string& right) {
        return counts.at(left) > counts.at(right);
    });
    return names;
}

TagList list_tags(const std::vector<Sentence>& sentences) {
    std::map<std::string, std::size_t> counts;
    std::map<std::string, std::uint8_t> upos;
    for (const Sentence& sentence : sentences) {
        for (const Token& token : sentence.tokens) {
            ++counts[tag_name(token)];
            upos[tag_name(token)] = static_cast<std::uint8_t>(token.upos);
        }
    }
    TagList list;
    list.names = by_frequency(counts);
    for (std::size_t index = 0; index < list.names.size(); ++index) {
        list.numbers[list.names[index]] = static_cast<Tag>(index);
        list.upos.push_back(upos[list.names[index]]);
    }
    return list;
}

std::vector<std::string> list_labels(const std::vector<Sentence>& sentences) {
    std::map<std::string, std::size_t> counts;
    for (const Sentence& sentence : sentences) {
        for (const Token& token : sentence.tokens) ++counts[token.deprel];
    }
    return by_frequency(counts);
}

std::vector<Example> examples_of(const std::vector<Sentence>& sentences, const TagList& tags,
                                 const std::vector<std::string>& labels, const FrozenMap& gazetteer) {
    std::map<std::string, int> label_numbers;
    for (const std::string& label : labels)
        label_numbers.emplace(label, static_cast<int>(label_numbers.size()));
    std::vector<Example> examples;
    for (const Sentence& sentence : sentences) {
        Example example;
        const int root = static_cast<int>(sentence.tokens.size());
        for (const Token& token : sentence.tokens) {
            example.words.push_back(read_word(token.form, gazetteer));
            example.tags.push_back(tags.numbers.at(tag_name(token)));
            example.heads.push_back(token.head < 0 ? root : token.head);
            example.labels.push_back(label_numbers.at(token.deprel));
        }
        examples.push_back(std::move(example));
    }
    return examples;
}

/// Deterministic on every standard library, unlike std::shuffle.
void shuffle(std::vector<std::size_t>& order, std::mt19937_64& random) {
    for (std::size_t index = order.size(); index > 1; --index)
        std::swap(order[index - 1], order[random() % index]);
}

/// Per lower-cased word that is frequent enough to be trusted, the number of the set of its tags.
std::map<std::uint64_t, std::uint32_t> tag_lexicon(const std::vector<Example>& examples,
                                                   const std::vector<std::size_t>& chosen) {
    constexpr int least_count = 5;
    constexpr double least_share = 0.02;
    std::map<std::uint64_t, std::map<Tag, int>> counts;
    for (const std::size_t index : chosen) {
        for (std::size_t at = 0; at < examples[index].words.size(); ++at) {
            ++counts[examples[index].words[at].lower][examples[index].tags[at]];
        }
    }
    std::map<std::uint64_t, std::uint32_t> lexicon;
    for (const auto& [word, tags] : counts) {
        int total = 0;
        for (const auto& [tag, count] : tags) total += count;
        if (total < least_count) continue;
        std::uint64_t set = 1;
        for (const auto& [tag, count] : tags) {
            if (count >= total * least_share) set = mix(set, tag);
        }
        lexicon[word] = static_cast<std::uint32_t>(set >> 42) | 1;
    }
    return lexicon;
}

struct TaggerModel {
    std::vector<std::uint64_t> lexicon;
    std::vector<float> weights;
};

std::vector<Tag> run_tagger(const TaggerModel& model, const Example& example, const RowLayout& layout,
                            std::size_t tags) {
    const std::vector<TagSet> sets = tag_sets(example.words, FrozenMap(model.lexicon));
    std::vector<Tag> result;
    std::vector<std::size_t> rows;
    std::vector<float> scores(layout.width());
    Tag before = no_tag;
    Tag before_that = no_tag;
    for (std::size_t at = 0; at < example.words.size(); ++at) {
        tagger_rows(example.words, sets, at, before, before_that, layout, rows);
        sum_rows(model.weights.data(), rows, layout.width(), scores.data());
        result.push_back(static_cast<Tag>(best(scores.data(), tags)));
        before_that = std::exchange(before, result.back());
    }
    return result;
}

TaggerModel train_tagger(const std::vector<Example>& examples, std::vector<std::size_t> chosen,
                         std::size_t tags, const PerceptronSettings& settings, int epochs,
                         const Report& report) {
    TaggerModel model;
    model.lexicon = FrozenMap::freeze(tag_lexicon(examples, chosen));
    const RowLayout layout(settings.tagger_slots, tags);
    AveragedWeights weights(settings.tagger_slots);
    std::mt19937_64 random(settings.seed);
    std::vector<std::size_t> rows;
    std::vector<float> scores(layout.width());
    for (int epoch = 1; epoch <= epochs; ++epoch) {
        shuffle(chosen, random);
        std::size_t words = 0;
        std::size_t wrong = 0;
        for (const std::size_t index : chosen) {
            const Example& example = examples[index];
            const std::vector<TagSet> sets = tag_sets(example.words, FrozenMap(model.lexicon));
            Tag before = no_tag;
            Tag before_that = no_tag;
            for (std::size_t at = 0; at < example.words.size(); ++at) {
                tagger_rows(example.words, sets, at, before, before_that, layout, rows);
                sum_rows(weights.data(), rows, layout.width(), scores.data());
                const auto guess = static_cast<Tag>(best(scores.data(), tags));
                if (guess != example.tags[at]) {
                    weights.add(rows, example.tags[at], 1);
                    weights.add(rows, guess, -1);
                    ++wrong;
                }
                weights.step();
                before_that = std::exchange(before, guess);
                ++words;
            }
        }
        report(fmt::format("tagger, epoch {}: {:.2f} % wrong", epoch,
                           100.0 * static_cast<double>(wrong) / static_cast<double>(words)));
    }
    model.weights = weights.averages();
    return model;
}

/// Tags for each example from a tagger that has not seen it.
std::vector<std::vector<Tag>> jackknifed_tags(const std::vector<Example>& examples, std::size_t tags,
                                              const PerceptronSettings& settings, const Report& report) {
    const auto folds = static_cast<std::size_t>(settings.folds);
    // Blocks of neighbours, so that a document's sentences are in one fold.
    const std::size_t block = std::clamp<std::size_t>(examples.size() / (4 * folds), 1, 50);
    std::vector<std::vector<Tag>> result(examples.size());
    const RowLayout layout(settings.tagger_slots, tags);
    for (std::size_t fold = 0; fold < folds; ++fold) {
        std::vector<std::size_t> chosen;
        for (std::size_t index = 0; index < examples.size(); ++index) {
            if (index / block % folds != fold) chosen.push_back(index);
        }
        const TaggerModel model =
            train_tagger(examples, std::move(chosen), tags, settings, std::max(1, settings.tagger_epochs / 2),
                         [](const std::string&) {});
        std::size_t words = 0;
        std::size_t wrong = 0;
        for (std::size_t index = 0; index < examples.size(); ++index) {
            if (index / block % folds != fold) continue;
            result[index] = run_tagger(model, examples[index], layout, tags);
            for (std::size_t at = 0; at < result[index].size(); ++at)
                wrong += result[index][at] != examples[index].tags[at];
            words += result[index].size();
        }
        report(fmt::format("tagger, fold {} of {}: {:.2f} % wrong", fold + 1, folds,
                           100.0 * static_cast<double>(wrong) / static_cast<double>(words)));
    }
    return result;
}

std::vector<float> train_parser(const std::vector<Example>& examples,
                                const std::vector<std::vector<Tag>>& tags,
                                const std::vector<std::uint8_t>& upos, const Labels& labels,
                                const PerceptronSettings& settings, const Report& report) {
    constexpr double exploration =
        0.9;  // share of wrong decisions that are followed, from the second epoch on
    const RowLayout layout(settings.parser_slots, labels.transitions());
    AveragedWeights weights(settings.parser_slots);
    std::mt19937_64 random(settings.seed);
    std::vector<std::size_t> order(examples.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::vector<std::size_t> rows;
    std::vector<float> scores(layout.width());
    for (int epoch = 1; epoch <= settings.parser_epochs; ++epoch) {
        shuffle(order, random);
        std::size_t decisions = 0;
        std::size_t wrong = 0;
        for (const std::size_t index : order) {
            const Example& example = examples[index];
            std::vector<ParserToken> tokens;
            for (std::size_t at = 0; at < example.words.size(); ++at) {
                const Tag tag = tags[index][at];
                tokens.push_back({example.words[at].lower, example.words[at].suffixes[2], upos[tag], tag});
            }
            const Oracle oracle(example.heads, example.labels, labels);
            ParserState state(tokens, labels);
            while (!state.finished()) {
                state.rows(layout, rows);
                sum_rows(weights.data(), rows, layout.width(), scores.data());
                const Transition guess = best_transition(state, labels, scores.data());
                const Transition good = oracle.best(state, scores.data());
                if (oracle.cost(state, guess) == oracle.cost(state, good)) {
                    state.apply(guess);
                } else {
                    weights.add(rows, good, 1);
                    weights.add(rows, guess, -1);
                    ++wrong;
                    const bool explores =
                        epoch > 1 && static_cast<double>(random() >> 11) * 0x1p-53 < exploration;
                    state.apply(explores ? guess : good);
                }
                weights.step();
                ++decisions;
            }
        }
        report(fmt::format("parser, epoch {}: {:.2f} % wrong", epoch,
                           100.0 * static_cast<double>(wrong) / static_cast<double>(decisions)));
    }
    return weights.averages();
}

/// Whether lemmas of verbs contain their separated particles.
bool joins_particles(const std::vector<Sentence>& sentences) {
    std::size_t joined = 0;
    std::size_t all = 0;
    for (const Sentence& sentence : sentences) {
        for (const Token& token : sentence.tokens) {
            if (token.deprel != "compound:prt" || token.head < 0) continue;
            ++all;
            joined += sentence.tokens[static_cast<std::size_t>(token.head)].lemma.starts_with(
                lower_case(token.form));
        }
    }
    return joined * 2 > all;
}

/// What the lemmatiser learns from: forms and lemmas, without particles that stand elsewhere in the sentence.
struct LemmaExample {
    std::string form;
    std::string lemma;
    Word word;
    Tag tag;
};

std::vector<LemmaExample> lemma_examples(const std::vector<Sentence>& sentences,
                                         const std::vector<Example>& examples, bool joined) {
    std::vector<LemmaExample> result;
    for (std::size_t index = 0; index < sentences.size(); ++index) {
        const std::vector<Token>& tokens = sentences[index].tokens;
        std::vector<std::string> lemmas;
        for (const Token& token : tokens) lemmas.push_back(token.lemma);
        if (joined) {
            for (const Token& token : tokens) {
                if (token.deprel != "compound:prt" || token.head < 0) continue;
                std::string& lemma = lemmas[static_cast<std::size_t>(token.head)];
                const std::string prefix = lower_case(token.form);
                if (lemma.size() > prefix.size() && lemma.starts_with(prefix)) lemma.erase(0, prefix.size());
            }
        }
        for (std::size_t at = 0; at < tokens.size(); ++at) {
            result.push_back(
                {tokens[at].form, lemmas[at], examples[index].words[at], examples[index].tags[at]});
        }
    }
    return result;
}

std::vector<std::string> separable_prefixes(const std::vector<Sentence>& sentences) {
    constexpr int least_count = 3;
    std::map<std::string, int> counts;
    for (const Sentence& sentence : sentences) {
        for (const Token& token : sentence.tokens) {
            if (token.deprel == "compound:prt") ++counts[lower_case(token.form)];
        }
    }
    std::vector<std::string> prefixes;
    for (const auto& [prefix, count] : counts) {
        if (count >= least_count) prefixes.push_back(prefix);
    }
    std::stable_sort(prefixes.begin(), prefixes.end(), [](const std::string& left, const std::string& right) {
        return left.size() > right.size();
    });
    return prefixes;
}

std::string joined_lines(const std::vector<std::string>& lines) {
    std::string result;
    for (const std::string& line : lines) result += line + '\n';
    return result;
}

void train_lemmatiser(const std::vector<Sentence>& sentences, const std::vector<Example>& examples,
                      const PerceptronSettings& settings, ModelFileWriter& writer, const Report& report) {
    constexpr int epochs = 5;
    constexpr int least_count = 2;  // a rule that was needed once is left to the lexicon
    const bool joined = joins_particles(sentences);
    const std::vector<std::string> prefixes =
        joined ? separable_prefixes(sentences) : std::vector<std::string>();
    const std::vector<std::string> infixes =
        joined ? std::vector<std::string>{"ge"} : std::vector<std::string>();
    const std::vector<LemmaExample> words = lemma_examples(sentences, examples, joined);

    std::vector<std::string> scripts;
    std::map<std::string, std::set<std::string>> uses;
    for (const LemmaExample& word : words) {
        scripts.push_back(to_line(find_script(word.form, word.lemma, infixes, prefixes)));
        uses[scripts.back()].insert(word.form);
    }
    std::map<std::string, std::size_t> counts;
    for (const auto& [script, forms] : uses) counts[script] = forms.size();
    const std::vector<std::string> names = by_frequency(counts);
    std::map<std::string, std::uint32_t> numbers;
    for (const std::string& name : names) numbers.emplace(name, static_cast<std::uint32_t>(numbers.size()));

    std::map<std::uint64_t, std::map<std::uint32_t, int>> lexicon_counts;
    for (std::size_t index = 0; index < words.size(); ++index) {
        ++lexicon_counts[lemma_key(words[index].word, words[index].tag)][numbers.at(scripts[index])];
    }
    std::map<std::uint64_t, std::uint32_t> lexicon;
    for (const auto& [key, candidates] : lexicon_counts) {
        lexicon[key] =
            std::max_element(candidates.begin(), candidates.end(), [](const auto& left, const auto& right) {
                return left.second < right.second;
            })->first;
    }

    // Each word form is learned once per tag, as new words are met by kind and not by frequency.
    std::vector<std::size_t> kinds;
    std::set<std::uint64_t> seen;
    for (std::size_t index = 0; index < words.size(); ++index) {
        const std::string& name = scripts[index];
        if (name.front() == 'W' || counts.at(name) < least_count) continue;
        if (seen.insert(lemma_key(words[index].word, words[index].tag)).second) kinds.push_back(index);
    }
    const RowLayout layout(settings.lemma_slots, names.size());
    AveragedWeights weights(settings.lemma_slots);
    std::mt19937_64 random(settings.seed);
    std::vector<std::size_t> rows;
    std::vector<float> scores(layout.width());
    for (int epoch = 1; epoch <= epochs; ++epoch) {
        shuffle(kinds, random);
        std::size_t wrong = 0;
        for (const std::size_t index : kinds) {
            lemma_rows(words[index].word, words[index].tag, layout, rows);
            sum_rows(weights.data(), rows, layout.width(), scores.data());
            const std::size_t guess = best(scores.data(), names.size());
            const std::size_t right = numbers.at(scripts[index]);
            if (guess != right) {
                weights.add(rows, right, 1);
                weights.add(rows, guess, -1);
                ++wrong;
            }
            weights.step();
        }
        report(fmt::format("lemmatiser, epoch {}: {:.2f} % wrong of {}; {} rules", epoch,
                           100.0 * static_cast<double>(wrong) / static_cast<double>(kinds.size()),
                           kinds.size(), names.size()));
    }
    writer.add("lemma.scripts", joined_lines(names));
    writer.add("lemma.prefixes", joined_lines(prefixes));
    writer.add_array("lemma.lexicon", FrozenMap::freeze(lexicon));
    writer.add_array("lemma.weights", quantised(weights.averages()));
    writer.meta("particles", joined ? "joined" : "apart");
}

}  // namespace
}  // namespace perceptron

void train_perceptron(const std::vector<Sentence>& sentences, const PerceptronSettings& settings,
                      const std::filesystem::path& file,
                      const std::function<void(const std::string&)>& report) {
    using namespace perceptron;
    ModelFileWriter writer{std::string(perceptron_magic)};
    writer.meta("language", settings.language);
    writer.meta("name", settings.name);
    const TagList tags = list_tags(sentences);
    const Labels labels(list_labels(sentences));
    std::map<std::uint64_t, std::uint32_t> kinds;
    for (const auto& [name, set] : gazetteer(settings.language)) kinds[gazetteer_key(name)] = set;
    const std::vector<std::uint64_t> names = FrozenMap::freeze(kinds);
    const std::vector<Example> examples = examples_of(sentences, tags, labels.names, FrozenMap(names));
    writer.add_array("gazetteer", names);
    writer.add("tags", joined_lines(tags.names));
    writer.add("labels", joined_lines(labels.names));

    train_lemmatiser(sentences, examples, settings, writer, report);

    std::vector<std::size_t> all(examples.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    const TaggerModel tagger =
        train_tagger(examples, all, tags.names.size(), settings, settings.tagger_epochs, report);
    writer.add_array("tagger.lexicon", tagger.lexicon);
    writer.add_array("tagger.weights", quantised(tagger.weights));

    const auto predicted = jackknifed_tags(examples, tags.names.size(), settings, report);
    writer.add_array("parser.weights",
                     quantised(train_parser(examples, predicted, tags.upos, labels, settings, report)));
    writer.write(file);
}

}  // namespace entente
