#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/language/perceptron/tagger.hpp"
#include "extract/language/perceptron/weights.hpp"
#include "extract/language/perceptron/word.hpp"

namespace entente::perceptron {

/// What the parser sees of a token.
struct ParserToken {
    std::uint64_t form = 0;    ///< Word::lower
    std::uint64_t suffix = 0;  ///< Word::suffixes[2]
    std::uint8_t upos = 0;
    Tag tag = no_tag;
};

/// A transition of the arc-hybrid system (Kuhlmann, Gómez-Rodríguez and Satta 2011), as a class number: 0
/// shifts, 1 to L attaches the top of the stack to the front of the buffer with label 0 to L-1, L+1 to 2L to
/// the word below it.
using Transition = std::size_t;
constexpr Transition shift = 0;

/// The relations of a model, by number.
struct Labels {
    std::vector<std::string> names;
    std::size_t root = 0;               ///< number of `root`
    std::vector<std::uint8_t> is_case;  ///< per label: whether it is `case` or `mark`
    explicit Labels(std::vector<std::string> all);
    std::size_t transitions() const { return 2 * names.size() + 1; }
};

/// A sentence being parsed. Node `size()` is the root, behind the last word.
class ParserState {
 public:
    static constexpr int none = -1;

    ParserState(std::span<const ParserToken> tokens, const Labels& labels);

    int size() const { return static_cast<int>(tokens_.size()); }
    bool finished() const { return next_ == size() && stack_.empty(); }
    bool may_shift() const { return next_ < size(); }
    bool may_attach_left() const;
    bool may_attach_right() const { return stack_.size() >= 2; }
    void apply(Transition transition);

    /// The heads found so far (`size()` for the root, `none` for not yet), and their labels.
    const std::vector<int>& heads() const { return heads_; }
    const std::vector<int>& labels() const { return arc_labels_; }
    const std::vector<int>& stack() const { return stack_; }
    /// The front of the buffer.
    int next() const { return next_; }

    void rows(const RowLayout& layout, std::vector<std::size_t>& rows) const;

 private:
    struct Children {
        int left = none, left2 = none, right = none, right2 = none;  // outermost first
        int left_count = 0, right_count = 0;
        std::uint64_t left_labels = 0, right_labels = 0;  // sets, as hashes
        std::uint64_t case_form = 0;                      // the first preposition or conjunction
    };
    void attach(int child, int head, int label);

    std::span<const ParserToken> tokens_;
    const Labels& labels_;
    std::vector<int> stack_;
    int next_ = 0;
    std::vector<int> heads_;
    std::vector<int> arc_labels_;
    std::vector<Children> children_;
};

/// The allowed transition with the highest score; an unfinished state has at least one.
template <class Score>
Transition best_transition(const ParserState& state, const Labels& labels, const Score* scores) {
    const std::size_t count = labels.names.size();
    const Transition none = labels.transitions();
    Transition result = none;
    const auto consider = [&](Transition transition) {
        if (result == none || scores[transition] > scores[result]) result = transition;
    };
    if (state.may_shift()) consider(shift);
    if (state.may_attach_left()) {
        if (state.next() == state.size()) {
            consider(1 + labels.root);
        } else {
            for (std::size_t label = 0; label < count; ++label) {
                if (label != labels.root) consider(1 + label);
            }
        }
    }
    if (state.may_attach_right()) {
        for (std::size_t label = 0; label < count; ++label) {
            if (label != labels.root) consider(1 + count + label);
        }
    }
    return result;
}

}  // namespace entente::perceptron
