#include "extract/language/neural/neural_model.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "extract/language/name_boundaries.hpp"
#include "extract/language/neural/lemma_guess.hpp"
#include "extract/language/neural/lemma_script.hpp"
#include "extract/language/neural/model_data.hpp"
#include "extract/language/neural/tree_decoder.hpp"

namespace entente::neural {

namespace {

/// Tokens computed together: enough to fill a product's rows, few enough for the activations to stay in the
/// cache.
constexpr std::size_t batch_tokens = 1024;
/// A longer sentence is parsed in pieces of this length, the roots of later pieces under that of the first.
constexpr std::size_t longest_piece = 400;
constexpr std::size_t most_words = 20000;

// Weights of what speaks for a lemma beside the network, chosen on the dev files.
constexpr double ending_weight = 1;
constexpr double known_weight = 2;
constexpr double tail_weight = 1;

/// Tokens `begin` (included) to `end` of a sentence.
struct Piece {
    Sentence* sentence;
    std::size_t begin;
    std::size_t end;
    std::size_t length() const { return end - begin; }
    Token& token(std::size_t i) const { return sentence->tokens[begin + i]; }
};

/// Memory of one thread, reused from call to call.
struct Workspace {
    Activations activations;
    ArcScores arcs;
    Floats dependents, heads, products, relations;
    WordKeys keys;
};

class Annotator {
 public:
    Annotator(const ModelData& model, const NameBoundaries& names, Workspace& memory)
        : model_(model), names_(names), memory_(memory) {}

    void annotate(std::span<const Piece> pieces);

 private:
    void embed(const Batch& batch, std::span<const Piece> pieces);
    /// The input vector of a form.
    std::span<const float> vector_of(const std::string& form);
    void tag(const Batch& batch, std::span<const Piece> pieces);
    std::string lemma_of(const Token& token, std::span<const float> scores) const;
    std::string guessed_lemma(const Token& token, std::span<const float> scores) const;
    double knowledge_of(std::string_view lemma, unsigned upos) const;
    void parse(const Batch& batch, std::span<const Piece> pieces);

    const ModelData& model_;
    const NameBoundaries& names_;
    Workspace& memory_;
    std::unordered_map<std::string_view, std::size_t> known_forms_;
    std::vector<Floats> vectors_;
};

/// Lowers the scores of arcs between neighbours that are different names.
void keep_names_apart(const Piece& piece, const NameBoundaries& names, ArcScores& arcs) {
    constexpr float penalty = 1000;
    const std::span<const Token> tokens(piece.sentence->tokens.data() + piece.begin, piece.length());
    for (const auto& [first, boundary, last] : names.find(tokens)) {
        for (std::size_t left = first; left < boundary; ++left) {
            for (std::size_t right = boundary; right < last; ++right) {
                arcs.values[left * arcs.columns + right + 1] -= penalty;
                arcs.values[right * arcs.columns + left + 1] -= penalty;
            }
        }
    }
}

std::size_t best_of(std::span<const float> scores) {
    return kernels().largest_of(scores.data(), scores.size());
}

std::span<const float> Annotator::vector_of(const std::string& form) {
    const auto [at, fresh] = known_forms_.emplace(form, vectors_.size());
    if (!fresh) return vectors_[at->second];
    const Dimensions& d = model_.dimensions;
    Floats& vector = vectors_.emplace_back(d.input(), 0.0F);
    word_keys(form, memory_.keys);
    if (!model_.classes.empty()) {
        const std::uint32_t classes = find(model_.classes, memory_.keys.word);
        add_class_keys(classes == TableEntry::empty ? 0 : classes, memory_.keys);
    }
    const std::uint32_t word = find(model_.words, memory_.keys.word);
    const std::size_t row = word == TableEntry::empty ? 0 : std::size_t{word} + 1;
    const Kernels& kernel = kernels();
    kernel.add_quantised(vector.data(), model_.word_vectors.values.data() + row * d.word,
                         model_.word_vectors.scales[row], d.word);
    std::size_t grams = 0;
    float* sum = vector.data() + d.word;
    for (const std::uint64_t key : memory_.keys.grams) {
        const std::uint32_t gram = find(model_.grams, key);
        if (gram == TableEntry::empty) continue;
        ++grams;
        kernel.add_quantised(sum, model_.gram_vectors.values.data() + std::size_t{gram} * d.gram,
                             model_.gram_vectors.scales[gram], d.gram);
    }
    const float share = 1.0F / std::sqrt(static_cast<float>(std::max<std::size_t>(1, grams)));
    for (std::size_t i = 0; i < d.gram; ++i) sum[i] *= share;
    return vector;
}

void Annotator::embed(const Batch& batch, std::span<const Piece> pieces) {
    const std::size_t width = model_.dimensions.input();
    Activations& a = memory_.activations;
    a.input.resize(batch.rows() * width);
    for (std::size_t s = 0; s < pieces.size(); ++s) {
        for (std::size_t i = 0; i < pieces[s].length(); ++i) {
            std::ranges::copy(vector_of(pieces[s].token(i).form),
                              a.input.begin() + static_cast<std::ptrdiff_t>(batch.row(s, i) * width));
        }
    }
}

std::string Annotator::lemma_of(const Token& token, std::span<const float> scores) const {
    const auto upos = static_cast<unsigned>(token.upos);
    const std::uint32_t known = find(model_.lemmas, lemma_key(token.form, upos));
    if (known != TableEntry::empty) {
        // Of the lemmas that this form was seen with, the one that fits best here.
        const auto choices = model_.lemma_choices.subspan(known + 1, model_.lemma_choices[known]);
        const auto score = [&](std::uint32_t script) {
            return script < scores.size() ? scores[script] : -1e30F;
        };
        const std::uint32_t best = *std::ranges::max_element(choices, {}, score);
        if (auto lemma = apply_lemma_script(model_.scripts[best], token.form)) return *lemma;
    }
    return guessed_lemma(token, scores);
}

/// Of the scripts that the network or the form's endings propose, the one that both like best; lemmas that
/// are known, or end in a known word, are preferred.
std::string Annotator::guessed_lemma(const Token& token, std::span<const float> scores) const {
    const auto upos = static_cast<unsigned>(token.upos);
    std::vector<EndingCounts> endings;
    std::vector<std::uint32_t> candidates{static_cast<std::uint32_t>(best_of(scores))};
    for (const std::uint64_t key : ending_keys(token.form, upos)) {
        const std::uint32_t place = find(model_.endings, key);
        if (place == TableEntry::empty) break;
        const std::uint32_t* counts = model_.ending_counts.data() + place;
        static_assert(sizeof(EndingCounts::Script) == 2 * sizeof(std::uint32_t));
        endings.push_back(
            {counts[0], {reinterpret_cast<const EndingCounts::Script*>(counts + 2), counts[1]}});
        for (const EndingCounts::Script& script : endings.back().scripts) {
            if (std::ranges::find(candidates, script.script) == candidates.end())
                candidates.push_back(script.script);
        }
    }
    std::optional<std::string> best;
    double best_score = 0;
    for (const std::uint32_t script : candidates) {
        auto lemma = apply_lemma_script(model_.scripts[script], token.form);
        if (!lemma || lemma->empty()) continue;
        const double score = scores[script] + ending_weight * std::log(ending_probability(endings, script)) +
                             knowledge_of(*lemma, upos);
        if (!best || score > best_score) {
            best = std::move(lemma);
            best_score = score;
        }
    }
    return best ? *best : utf8(lower_case(code_points(token.form)));
}

double Annotator::knowledge_of(std::string_view lemma, unsigned upos) const {
    const std::u32string points = code_points(lemma);
    if (find(model_.known_lemmas, known_lemma_key(points, upos)) != TableEntry::empty) return known_weight;
    for (std::size_t first = 1; first + shortest_tail <= points.size(); ++first) {
        const std::u32string_view tail = std::u32string_view(points).substr(first);
        if (find(model_.known_lemmas, known_lemma_key(tail, upos)) != TableEntry::empty) return tail_weight;
    }
    return 0;
}

void Annotator::tag(const Batch& batch, std::span<const Piece> pieces) {
    const Dimensions& d = model_.dimensions;
    for (std::size_t s = 0; s < pieces.size(); ++s) {
        for (std::size_t i = 0; i < pieces[s].length(); ++i) {
            const std::span<const float> scores(
                memory_.activations.tag_scores.data() + batch.row(s, i) * d.tag_columns(), d.tag_columns());
            Token& token = pieces[s].token(i);
            token.upos = static_cast<Upos>(best_of(scores.first(tag_count)));
            token.feats = model_.features[best_of(scores.subspan(d.feature_column(), d.features))];
            token.lemma = lemma_of(token, scores.subspan(d.script_column(), d.scripts));
        }
    }
}

void Annotator::parse(const Batch& batch, std::span<const Piece> pieces) {
    const Dimensions& d = model_.dimensions;
    const Roles& r = memory_.activations.roles;
    const std::size_t role_row = 2 * d.arc + 2 * d.relation;
    memory_.dependents.resize(batch.rows() * d.relation);
    memory_.heads.resize(batch.rows() * d.relation);
    std::size_t row = 0;
    for (std::size_t s = 0; s < pieces.size(); ++s) {
        const Piece& piece = pieces[s];
        score_arcs(batch, s, d, model_.layout, model_.exact, r, memory_.arcs);
        keep_names_apart(piece, names_, memory_.arcs);
        const std::vector<int> heads = best_tree(memory_.arcs.values, memory_.arcs.columns, piece.length());
        for (std::size_t i = 0; i < piece.length(); ++i, ++row) {
            const float* roles = r.roles.data() + 2 * std::size_t{d.arc};
            std::copy_n(roles + batch.row(s, i) * role_row, d.relation,
                        memory_.dependents.data() + row * d.relation);
            const float* head =
                heads[i] < 0
                    ? model_.exact.values + model_.layout.root_relation.offset
                    : roles + batch.row(s, static_cast<std::size_t>(heads[i])) * role_row + d.relation;
            std::copy_n(head, d.relation, memory_.heads.data() + row * d.relation);
            piece.token(i).head = heads[i] < 0 ? -1 : heads[i] + static_cast<int>(piece.begin);
        }
    }
    score_relations(memory_.dependents.data(), memory_.heads.data(), row, d, model_.layout, model_.exact,
                    memory_.products, memory_.relations);
    const std::size_t columns = model_.exact.relation_head.columns;
    row = 0;
    for (const Piece& piece : pieces) {
        for (std::size_t i = 0; i < piece.length(); ++i, ++row) {
            float* scores = memory_.relations.data() + row * columns;
            Token& token = piece.token(i);
            std::size_t best = model_.root_relation;
            if (token.head >= 0) {
                scores[model_.root_relation] = -1e30F;
                best = best_of({scores, d.relations});
            }
            token.deprel = model_.relations[best];
        }
    }
}

void Annotator::annotate(std::span<const Piece> pieces) {
    if (vectors_.size() > most_words) {
        vectors_.clear();
        known_forms_.clear();
    }
    std::vector<std::size_t> lengths;
    for (const Piece& piece : pieces) lengths.push_back(piece.length());
    const Batch batch(std::move(lengths));
    embed(batch, pieces);
    run_network(batch, model_.dimensions, model_.layout, model_.weights, model_.exact, memory_.activations);
    tag(batch, pieces);
    parse(batch, pieces);
}

/// Makes one tree of the trees of a long sentence's pieces.
void join_pieces(Sentence& sentence) {
    int root = -1;
    for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
        Token& token = sentence.tokens[i];
        if (token.head >= 0) continue;
        if (root < 0) {
            root = static_cast<int>(i);
        } else {
            token.head = root;
            token.deprel = "parataxis";
        }
    }
}

/// Puts separated particles in front of their verb's lemma: "viel … binnen" is binnenvallen.
void prepend_particles(Sentence& sentence) {
    std::vector<std::pair<std::size_t, std::string>> fronts;
    for (const Token& token : sentence.tokens) {
        if (token.deprel != "compound:prt" || token.head < 0) continue;
        const auto verb = static_cast<std::size_t>(token.head);
        if (fronts.empty() || fronts.back().first != verb) fronts.emplace_back(verb, "");
        fronts.back().second += utf8(lower_case(code_points(token.form)));
    }
    for (const auto& [verb, front] : fronts) {
        Token& token = sentence.tokens[verb];
        if (token.upos == Upos::verb) token.lemma.insert(0, front);
    }
}

class NeuralModel : public SyntaxModel {
 public:
    explicit NeuralModel(ModelFile file) : names_(file.meta("language")), data_(std::move(file)) {}

    void annotate(std::span<Sentence> sentences) const override {
        thread_local Workspace memory;
        Annotator annotator(data_, names_, memory);
        std::vector<Piece> pieces;
        for (Sentence& sentence : sentences) {
            for (std::size_t begin = 0; begin < sentence.tokens.size(); begin += longest_piece) {
                pieces.push_back({&sentence, begin, std::min(sentence.tokens.size(), begin + longest_piece)});
            }
        }
        std::ranges::stable_sort(pieces,
                                 [](const Piece& a, const Piece& b) { return a.length() > b.length(); });
        for (std::size_t first = 0; first < pieces.size();) {
            std::size_t last = first;
            std::size_t tokens = 0;
            while (last < pieces.size() &&
                   (last == first || tokens + pieces[last].length() <= batch_tokens)) {
                tokens += pieces[last++].length();
            }
            annotator.annotate(std::span(pieces).subspan(first, last - first));
            first = last;
        }
        for (Sentence& sentence : sentences) {
            if (sentence.tokens.size() > longest_piece) join_pieces(sentence);
            if (data_.particles_in_front) prepend_particles(sentence);
        }
    }

 private:
    NameBoundaries names_;
    ModelData data_;
};

}  // namespace

}  // namespace entente::neural

namespace entente {

std::unique_ptr<SyntaxModel> load_neural_model(ModelFile file) {
    return std::make_unique<neural::NeuralModel>(std::move(file));
}

}  // namespace entente
