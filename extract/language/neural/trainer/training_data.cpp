#include "extract/language/neural/trainer/training_data.hpp"

#include <algorithm>
#include <set>

#include "extract/language/neural/lemma_guess.hpp"
#include "extract/language/neural/lemma_script.hpp"

namespace entente::neural {

namespace {

constexpr std::uint32_t least_word_count = 2;
constexpr std::uint32_t least_gram_forms = 3;
constexpr std::size_t least_script_count = 3;
constexpr std::size_t least_feature_count = 2;
/// A lemma that a form has less often than this is taken for a mistake.
constexpr double least_lemma_share = 0.04;

/// Names by falling count, then by name, and the number of those seen at least `least` times.
std::pair<std::vector<std::string>, std::size_t> ranked(const std::map<std::string, std::size_t>& counts,
                                                        std::size_t least) {
    std::vector<std::pair<std::string, std::size_t>> order(counts.begin(), counts.end());
    std::ranges::stable_sort(order, [](const auto& a, const auto& b) { return a.second > b.second; });
    std::pair<std::vector<std::string>, std::size_t> result;
    for (auto& [name, count] : order) {
        if (count >= least) ++result.second;
        result.first.push_back(std::move(name));
    }
    return result;
}

std::map<std::string, std::int32_t> numbered(const std::vector<std::string>& names) {
    std::map<std::string, std::int32_t> numbers;
    for (const std::string& name : names) {
        numbers.emplace(name, static_cast<std::int32_t>(numbers.size()));
    }
    return numbers;
}

void count_words(std::span<const Sentence> sentences, TrainingData& data,
                 std::unordered_map<std::string, std::uint32_t>& form_numbers) {
    const WordList& list = data.vocabulary.list;
    std::unordered_map<std::uint64_t, WordClasses> classes;
    for (std::size_t i = 0; i < list.keys.size(); ++i) classes.emplace(list.keys[i], list.classes[i]);
    std::vector<WordKeys> keys;
    std::vector<std::uint64_t> word_order;
    std::unordered_map<std::uint64_t, std::uint32_t> word_counts;
    std::vector<std::uint64_t> gram_order;
    std::unordered_map<std::uint64_t, std::uint32_t> gram_counts;
    for (const Sentence& sentence : sentences) {
        for (const Token& token : sentence.tokens) {
            const auto [at, fresh] =
                form_numbers.emplace(token.form, static_cast<std::uint32_t>(keys.size()));
            if (fresh) {
                word_keys(token.form, keys.emplace_back());
                if (!classes.empty()) {
                    const auto known = classes.find(keys.back().word);
                    add_class_keys(known == classes.end() ? 0 : known->second, keys.back());
                }
                data.forms.emplace_back();
                std::vector<std::uint64_t> distinct = keys.back().grams;
                std::ranges::sort(distinct);
                distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
                for (const std::uint64_t gram : distinct) {
                    if (++gram_counts[gram] == 1) gram_order.push_back(gram);
                }
            }
            const std::uint64_t word = keys[at->second].word;
            if (++word_counts[word] == 1) word_order.push_back(word);
        }
    }
    std::unordered_map<std::uint64_t, std::uint32_t> word_rows;
    for (const std::uint64_t word : word_order) {
        if (word_counts[word] < least_word_count) continue;
        data.vocabulary.words.push_back(word);
        data.vocabulary.word_counts.push_back(word_counts[word]);
        word_rows[word] = static_cast<std::uint32_t>(data.vocabulary.words.size());
    }
    std::unordered_map<std::uint64_t, std::uint32_t> gram_rows;
    for (const std::uint64_t gram : gram_order) {
        if (gram_counts[gram] < least_gram_forms) continue;
        gram_rows[gram] = static_cast<std::uint32_t>(data.vocabulary.grams.size());
        data.vocabulary.grams.push_back(gram);
    }
    for (std::size_t i = 0; i < keys.size(); ++i) {
        TrainingForm& form = data.forms[i];
        const auto word = word_rows.find(keys[i].word);
        form.word = word == word_rows.end() ? 0 : word->second;
        form.count = word_counts[keys[i].word];
        for (const std::uint64_t gram : keys[i].grams) {
            const auto row = gram_rows.find(gram);
            if (row != gram_rows.end()) form.grams.push_back(row->second);
        }
    }
}

using Dictionary = std::map<std::pair<std::string, Upos>, std::map<std::string, std::size_t>>;

void count_endings(const Dictionary& dictionary, const std::map<std::string, std::int32_t>& script_numbers,
                   Vocabulary& vocabulary) {
    constexpr std::uint32_t least_forms = 2;
    constexpr std::size_t most_scripts = 6;
    std::map<std::uint64_t, std::map<std::uint32_t, std::uint32_t>> counts;
    std::set<std::uint64_t> lemmas;
    for (const auto& [key, scripts] : dictionary) {
        const auto& [form, upos] = key;
        const auto best = std::ranges::max_element(
            scripts, [](const auto& a, const auto& b) { return a.second < b.second; });
        const auto script = static_cast<std::uint32_t>(script_numbers.at(best->first));
        if (const auto lemma = apply_lemma_script(best->first, form)) {
            lemmas.insert(known_lemma_key(code_points(*lemma), static_cast<unsigned>(upos)));
        }
        if (script >= vocabulary.predicted_scripts) continue;
        for (const std::uint64_t ending : ending_keys(form, static_cast<unsigned>(upos)))
            ++counts[ending][script];
    }
    vocabulary.known_lemmas.assign(lemmas.begin(), lemmas.end());
    for (const auto& [ending, scripts] : counts) {
        std::vector<std::pair<std::uint32_t, std::uint32_t>> order(scripts.begin(), scripts.end());
        std::ranges::stable_sort(order, [](const auto& a, const auto& b) { return a.second > b.second; });
        std::uint32_t total = 0;
        for (const auto& [script, count] : order) total += count;
        if (total < least_forms) continue;
        order.resize(std::min(order.size(), most_scripts));
        vocabulary.endings.push_back(ending);
        vocabulary.ending_places.push_back(static_cast<std::uint32_t>(vocabulary.ending_counts.size()));
        vocabulary.ending_counts.push_back(total);
        vocabulary.ending_counts.push_back(static_cast<std::uint32_t>(order.size()));
        for (const auto& [script, count] : order) {
            vocabulary.ending_counts.push_back(script);
            vocabulary.ending_counts.push_back(count);
        }
    }
}

}  // namespace

std::string lemma_without_particles(const Sentence& sentence, std::size_t index) {
    const Token& verb = sentence.tokens[index];
    std::string particles;
    for (const Token& token : sentence.tokens) {
        if (token.head == static_cast<int>(index) && token.deprel == "compound:prt") {
            particles += utf8(lower_case(code_points(token.form)));
        }
    }
    if (verb.lemma.size() > particles.size() && verb.lemma.starts_with(particles)) {
        return verb.lemma.substr(particles.size());
    }
    return verb.lemma;
}

TrainingData prepare(std::span<const Sentence> sentences, bool particles_in_front, WordList list) {
    TrainingData data;
    Vocabulary& vocabulary = data.vocabulary;
    vocabulary.particles_in_front = particles_in_front;
    vocabulary.list = std::move(list);
    std::unordered_map<std::string, std::uint32_t> form_numbers;
    count_words(sentences, data, form_numbers);

    std::map<std::string, std::size_t> feature_counts;
    std::map<std::string, std::size_t> relation_counts;
    std::map<std::string, std::size_t> script_counts;
    std::vector<std::vector<std::string>> scripts;
    Dictionary dictionary;
    for (const Sentence& sentence : sentences) {
        std::vector<std::string>& row = scripts.emplace_back();
        for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
            const Token& token = sentence.tokens[i];
            ++feature_counts[token.feats];
            ++relation_counts[token.deprel];
            row.push_back(lemma_script(
                token.form, particles_in_front ? lemma_without_particles(sentence, i) : token.lemma));
            ++script_counts[row.back()];
            ++dictionary[{token.form, token.upos}][row.back()];
        }
    }
    std::size_t kept = 0;
    std::tie(vocabulary.features, kept) = ranked(feature_counts, least_feature_count);
    vocabulary.features.resize(kept);
    vocabulary.relations = ranked(relation_counts, 1).first;
    std::tie(vocabulary.scripts, vocabulary.predicted_scripts) = ranked(script_counts, least_script_count);
    const auto feature_numbers = numbered(vocabulary.features);
    const auto relation_numbers = numbered(vocabulary.relations);
    const auto script_numbers = numbered(vocabulary.scripts);

    count_endings(dictionary, script_numbers, vocabulary);
    for (const auto& [key, counts] : dictionary) {
        std::size_t total = 0;
        for (const auto& [script, count] : counts) total += count;
        vocabulary.lemma_keys.push_back(lemma_key(key.first, static_cast<unsigned>(key.second)));
        vocabulary.lemma_choices.push_back(static_cast<std::uint32_t>(vocabulary.choices.size()));
        vocabulary.choices.push_back(0);
        for (const std::string& script : ranked(counts, 1).first) {
            if (static_cast<double>(counts.at(script)) < least_lemma_share * static_cast<double>(total))
                break;
            vocabulary.choices.push_back(static_cast<std::uint32_t>(script_numbers.at(script)));
            ++vocabulary.choices[vocabulary.lemma_choices.back()];
        }
    }

    data.styles.assign(sentences.size(), 0);
    for (std::size_t s = 0; s < sentences.size(); ++s) {
        std::vector<TrainingToken>& tokens = data.sentences.emplace_back();
        for (std::size_t i = 0; i < sentences[s].tokens.size(); ++i) {
            const Token& token = sentences[s].tokens[i];
            const auto features = feature_numbers.find(token.feats);
            const std::int32_t script = script_numbers.at(scripts[s][i]);
            tokens.push_back({form_numbers.at(token.form), static_cast<std::uint8_t>(token.upos),
                              features == feature_numbers.end() ? -1 : features->second,
                              script < static_cast<std::int32_t>(vocabulary.predicted_scripts) ? script : -1,
                              token.head, relation_numbers.at(token.deprel)});
        }
    }
    return data;
}

}  // namespace entente::neural
