#include "extract/language/perceptron/perceptron_model.hpp"

#include <string>
#include <utility>
#include <vector>

#include "extract/language/letters.hpp"
#include "extract/language/perceptron/frozen_map.hpp"
#include "extract/language/perceptron/lemmatiser.hpp"
#include "extract/language/perceptron/parser.hpp"
#include "extract/language/perceptron/tagger.hpp"
#include "extract/language/perceptron/weights.hpp"
#include "extract/language/perceptron/word.hpp"

namespace entente {

namespace perceptron {
namespace {

std::vector<std::string> lines(std::string_view text) {
    std::vector<std::string> result;
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        result.emplace_back(line);
        text.remove_prefix(std::min(text.size(), line.size() + 1));
    }
    return result;
}

struct TagName {
    Upos upos;
    std::string feats;
};

/// One linear classifier: its weights in the model file and the rows they lie in.
struct Classifier {
    std::span<const std::int8_t> weights;
    RowLayout layout;

    Classifier(const ModelFile& file, std::string_view section, std::size_t classes)
        : weights(file.array<std::int8_t>(section)), layout(weights.size(), classes) {
        if (classes == 0 || classes > 0xFFFF || weights.size() <= layout.width() ||
            weights.size() % RowLayout::block != 0) {
            throw file.damaged("section '" + std::string(section) + "' has a wrong size");
        }
    }
    void scores(std::span<const std::size_t> rows, std::vector<std::int16_t>& result) const {
        result.resize(layout.width());
        sum_rows(weights.data(), rows, layout.width(), result.data());
    }
};

class Model : public SyntaxModel {
 public:
    explicit Model(ModelFile file)
        : file_(std::move(file)),
          tags_(read_tags()),
          scripts_(read_scripts()),
          prefixes_(lines(file_.text("lemma.prefixes"))),
          labels_(lines(file_.text("labels"))),
          tagger_(file_, "tagger.weights", tags_.size()),
          lemmatiser_(file_, "lemma.weights", scripts_.size()),
          parser_(file_, "parser.weights", labels_.transitions()),
          gazetteer_(file_.array<std::uint64_t>("gazetteer")),
          tag_lexicon_(file_.array<std::uint64_t>("tagger.lexicon")),
          lemma_lexicon_(file_.array<std::uint64_t>("lemma.lexicon")),
          joins_particles_(file_.meta("particles") == "joined") {
        if (labels_.names.empty() || labels_.names[labels_.root] != "root") {
            throw file_.damaged("has no relation 'root'");
        }
    }

    void annotate(std::span<Sentence> sentences) const override {
        for (Sentence& sentence : sentences) annotate(sentence);
    }

 private:
    std::vector<TagName> read_tags() const {
        std::vector<TagName> tags;
        for (const std::string& line : lines(file_.text("tags"))) {
            const std::size_t tab = line.find('\t');
            if (tab == std::string::npos) throw file_.damaged("has a damaged list of tags");
            tags.push_back({parse_upos(line.substr(0, tab)), line.substr(tab + 1)});
        }
        return tags;
    }

    std::vector<LemmaScript> read_scripts() const {
        std::vector<LemmaScript> scripts;
        for (const std::string& line : lines(file_.text("lemma.scripts"))) {
            auto script = parse_lemma_script(line);
            if (!script) throw file_.damaged("has a damaged list of lemma rules");
            scripts.push_back(std::move(*script));
        }
        return scripts;
    }

    void annotate(Sentence& sentence) const {
        if (sentence.tokens.empty()) return;
        std::vector<Word> words;
        words.reserve(sentence.tokens.size());
        for (const Token& token : sentence.tokens) words.push_back(read_word(token.form, gazetteer_));
        const std::vector<Tag> tags = tag(words);
        for (std::size_t index = 0; index < words.size(); ++index) {
            Token& token = sentence.tokens[index];
            token.upos = tags_[tags[index]].upos;
            token.feats = tags_[tags[index]].feats;
            token.lemma = lemma(token.form, words[index], tags[index]);
        }
        parse(sentence, words, tags);
        if (joins_particles_) join_particles(sentence);
    }

    std::vector<Tag> tag(const std::vector<Word>& words) const {
        const std::vector<TagSet> sets = tag_sets(words, tag_lexicon_);
        std::vector<Tag> tags;
        tags.reserve(words.size());
        std::vector<std::size_t> rows;
        std::vector<std::int16_t> scores;
        Tag before = no_tag;
        Tag before_that = no_tag;
        for (std::size_t at = 0; at < words.size(); ++at) {
            tagger_rows(words, sets, at, before, before_that, tagger_.layout, rows);
            tagger_.scores(rows, scores);
            tags.push_back(static_cast<Tag>(best(scores.data(), tags_.size())));
            before_that = std::exchange(before, tags.back());
        }
        return tags;
    }

    std::string lemma(const std::string& form, const Word& word, Tag tag) const {
        if (const auto known = lemma_lexicon_.find(lemma_key(word, tag)); known && *known < scripts_.size()) {
            if (auto result = apply(scripts_[*known], form, prefixes_)) return std::move(*result);
        }
        std::vector<std::size_t> rows;
        std::vector<std::int16_t> scores;
        lemma_rows(word, tag, lemmatiser_.layout, rows);
        lemmatiser_.scores(rows, scores);
        std::optional<std::string> result;
        std::int16_t highest = 0;
        for (std::size_t index = 0; index < scripts_.size(); ++index) {
            if (scripts_[index].letters == LemmaScript::Case::whole) continue;
            if (result && scores[index] <= highest) continue;
            if (auto candidate = apply(scripts_[index], form, prefixes_)) {
                result = std::move(candidate);
                highest = scores[index];
            }
        }
        return result.value_or(form);
    }

    void parse(Sentence& sentence, const std::vector<Word>& words, const std::vector<Tag>& tags) const {
        std::vector<ParserToken> tokens;
        tokens.reserve(words.size());
        for (std::size_t index = 0; index < words.size(); ++index) {
            tokens.push_back({words[index].lower, words[index].suffixes[2],
                              static_cast<std::uint8_t>(tags_[tags[index]].upos), tags[index]});
        }
        ParserState state(tokens, labels_);
        std::vector<std::size_t> rows;
        std::vector<std::int16_t> scores;
        while (!state.finished()) {
            state.rows(parser_.layout, rows);
            parser_.scores(rows, scores);
            state.apply(best_transition(state, labels_, scores.data()));
        }
        for (std::size_t index = 0; index < words.size(); ++index) {
            const int head = state.heads()[index];
            sentence.tokens[index].head = head == state.size() ? -1 : head;
            sentence.tokens[index].deprel = labels_.names[static_cast<std::size_t>(state.labels()[index])];
        }
    }

    /// A verb's lemma takes its separated particle in front ("viel … binnen": binnenvallen).
    static void join_particles(Sentence& sentence) {
        for (const Token& particle : sentence.tokens) {
            if (particle.deprel != "compound:prt" || particle.head < 0) continue;
            Token& verb = sentence.tokens[static_cast<std::size_t>(particle.head)];
            const std::string prefix = lower_case(particle.form);
            if (verb.upos == Upos::verb && !verb.lemma.starts_with(prefix)) verb.lemma.insert(0, prefix);
        }
    }

    ModelFile file_;
    std::vector<TagName> tags_;
    std::vector<LemmaScript> scripts_;
    std::vector<std::string> prefixes_;
    Labels labels_;
    Classifier tagger_;
    Classifier lemmatiser_;
    Classifier parser_;
    FrozenMap gazetteer_;
    FrozenMap tag_lexicon_;
    FrozenMap lemma_lexicon_;
    bool joins_particles_;
};

}  // namespace
}  // namespace perceptron

std::unique_ptr<SyntaxModel> load_perceptron_model(ModelFile file) {
    return std::make_unique<perceptron::Model>(std::move(file));
}

}  // namespace entente
