#include "extract/language/perceptron/parser.hpp"

#include <algorithm>

namespace entente::perceptron {

Labels::Labels(std::vector<std::string> all) : names(std::move(all)) {
    for (std::size_t index = 0; index < names.size(); ++index) {
        if (names[index] == "root") root = index;
        is_case.push_back(names[index] == "case" || names[index] == "mark");
    }
}

ParserState::ParserState(std::span<const ParserToken> tokens, const Labels& labels)
    : tokens_(tokens),
      labels_(labels),
      heads_(tokens.size(), none),
      arc_labels_(tokens.size(), none),
      children_(tokens.size() + 1) {
    stack_.reserve(tokens.size());
}

bool ParserState::may_attach_left() const {
    if (stack_.empty()) return false;
    // Only one word hangs on the root.
    return next_ < size() || stack_.size() == 1;
}

void ParserState::attach(int child, int head, int label) {
    heads_[static_cast<std::size_t>(child)] = head;
    arc_labels_[static_cast<std::size_t>(child)] = label;
    Children& family = children_[static_cast<std::size_t>(head)];
    const std::uint64_t bit = std::uint64_t{1} << (label & 63);
    if (child < head) {
        family.left2 = family.left;
        family.left = child;
        ++family.left_count;
        family.left_labels |= bit;
    } else {
        family.right2 = family.right;
        family.right = child;
        ++family.right_count;
        family.right_labels |= bit;
    }
    if (labels_.is_case[static_cast<std::size_t>(label)]) {
        family.case_form = tokens_[static_cast<std::size_t>(child)].form;
    }
}

void ParserState::apply(Transition transition) {
    if (transition == shift) {
        stack_.push_back(next_++);
        return;
    }
    const int child = stack_.back();
    stack_.pop_back();
    const std::size_t count = labels_.names.size();
    if (transition <= count) {
        attach(child, next_, static_cast<int>(transition - 1));
    } else {
        attach(child, stack_.back(), static_cast<int>(transition - 1 - count));
    }
}

void ParserState::rows(const RowLayout& layout, std::vector<std::size_t>& rows) const {
    static const ParserToken absent{1, 1, 30, no_tag};
    static const ParserToken root{2, 2, 31, no_tag - 1};
    static const Children childless{};
    const auto token = [&](int node) -> const ParserToken& {
        if (node < 0 || node > size()) return absent;
        return node == size() ? root : tokens_[static_cast<std::size_t>(node)];
    };
    const auto family = [&](int node) -> const Children& {
        return node < 0 || node > size() ? childless : children_[static_cast<std::size_t>(node)];
    };
    const auto label = [&](int node) -> std::uint64_t {
        if (node < 0 || node >= size()) return 99;
        return static_cast<std::uint64_t>(arc_labels_[static_cast<std::size_t>(node)]) + 1;
    };
    const auto on_stack = [&](std::size_t depth) {
        return depth < stack_.size() ? stack_[stack_.size() - 1 - depth] : none;
    };
    const int i0 = on_stack(0);
    const int i1 = on_stack(1);
    const int i2 = on_stack(2);
    const ParserToken& s0 = token(i0);
    const ParserToken& s1 = token(i1);
    const ParserToken& s2 = token(i2);
    const ParserToken& b0 = token(next_);
    const ParserToken& b1 = token(next_ + 1);
    const ParserToken& b2 = token(next_ + 2);
    const ParserToken& before = token(next_ - 1);
    const Children& fs0 = family(i0);
    const Children& fs1 = family(i1);
    const Children& fb0 = family(next_);
    const ParserToken& s0l = token(fs0.left);
    const ParserToken& s0r = token(fs0.right);
    const ParserToken& s0l2 = token(fs0.left2);
    const ParserToken& s0r2 = token(fs0.right2);
    const ParserToken& s1l = token(fs1.left);
    const ParserToken& s1r = token(fs1.right);
    const ParserToken& b0l = token(fb0.left);
    const ParserToken& b0l2 = token(fb0.left2);
    const auto distance = [](int left, int right) -> std::uint64_t {
        if (left < 0 || right < 0) return 0;
        const int words = right - left;
        return static_cast<std::uint64_t>(words <= 4 ? words : words <= 6 ? 5 : words <= 10 ? 6 : 7);
    };
    const std::uint64_t gap = distance(i0, next_);
    const std::uint64_t gap1 = distance(i1, i0);

    rows.clear();
    std::uint64_t number = 0xA5A5;
    const auto add = [&](std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0, std::uint64_t d = 0) {
        rows.push_back(layout.start(mix(mix(a + number, b + (c << 32)), d)));
        number += 0x9E3779B97F4A7C15U;
    };
    const auto tags = [](const ParserToken& a, const ParserToken& b) {
        return a.upos + std::uint64_t{64} * b.upos;
    };
    // words and tags alone
    add(s0.form, s0.upos);
    add(s0.form);
    add(s0.tag);
    add(s0.suffix, s0.upos);
    add(b0.form, b0.upos);
    add(b0.form);
    add(b0.tag);
    add(b0.suffix, b0.upos);
    add(b1.form, b1.upos);
    add(b1.tag);
    add(b2.form, b2.upos);
    add(b2.tag);
    add(s1.form, s1.upos);
    add(s1.tag);
    add(s2.tag);
    add(s2.form);
    add(before.form, b0.form);
    // pairs
    add(s0.form, b0.form);
    add(s0.form, b0.upos, s0.upos);
    add(s0.upos, b0.form, b0.upos);
    add(s0.tag, b0.tag);
    add(s0.tag, b0.form);
    add(s0.form, b0.tag);
    add(s1.form, s0.form);
    add(s1.form, s0.tag);
    add(s1.tag, s0.form);
    add(s1.tag, s0.tag);
    add(s1.tag, b0.tag);
    add(s1.form, b0.upos);
    add(s1.upos, b0.form);
    add(b0.tag, b1.tag);
    add(s0.upos, b0.form, b1.upos);
    add(s0.form, b1.upos, b0.upos);
    // triples of tags
    add(s0.tag, b0.tag, b1.upos);
    add(s0.upos, b0.tag, b1.tag, b2.upos);
    add(tags(s0, b0), tags(b1, b2), 1);
    add(tags(s1, s0), b0.upos);
    add(s1.tag, s0.tag, b0.tag);
    add(tags(s1, s0), tags(b0, b1), 1);
    add(tags(s2, s1), tags(s0, b0), 1);
    // distance
    add(s0.form, gap, 1);
    add(s0.tag, gap, 2);
    add(b0.form, gap, 3);
    add(b0.tag, gap, 4);
    add(s0.tag, gap, b0.tag);
    add(s0.form, gap, 5, b0.form);
    add(s1.tag, gap1, s0.tag);
    add(s1.tag, gap1, s0.tag, b0.upos);
    // valency
    add(s0.form, static_cast<std::uint64_t>(fs0.left_count), 1);
    add(s0.tag, static_cast<std::uint64_t>(fs0.left_count), 2);
    add(s0.form, static_cast<std::uint64_t>(fs0.right_count), 3);
    add(s0.tag, static_cast<std::uint64_t>(fs0.right_count), 4);
    add(s1.tag, static_cast<std::uint64_t>(fs1.right_count), 5);
    add(b0.form, static_cast<std::uint64_t>(fb0.left_count), 6);
    add(b0.tag, static_cast<std::uint64_t>(fb0.left_count), 7);
    // children
    add(s0l.form, s0.upos);
    add(s0l.tag, label(fs0.left), s0.upos);
    add(s0r.form, s0.upos);
    add(s0r.tag, label(fs0.right), s0.upos);
    add(s1r.tag, label(fs1.right), s1.upos, s0.tag);
    add(s1l.tag, label(fs1.left), s1.upos);
    add(s1r.form, s1.upos);
    add(b0l.form, b0.upos);
    add(b0l.tag, label(fb0.left), b0.upos);
    add(b0l.tag, b0.tag, s0.tag);
    add(s0l.tag, s0.tag, b0.tag);
    add(s0r.tag, s0.tag, b0.tag);
    add(tags(s0, s0l), tags(s0l2, b0), 1);
    add(tags(s0, s0r), tags(s0r2, b0), 1);
    add(tags(b0, b0l), tags(b0l2, s0), 1);
    // sets of labels
    add(s0.form, fs0.left_labels);
    add(s0.tag, fs0.left_labels);
    add(s0.form, fs0.right_labels);
    add(s0.tag, fs0.right_labels);
    add(s1.tag, fs1.right_labels, 0, s0.upos);
    add(s1.tag, fs1.left_labels, 0, s0.tag);
    add(b0.form, fb0.left_labels);
    add(b0.tag, fb0.left_labels);
    add(b0.tag, fb0.left_labels, 0, s0.tag);
    add(fs0.left_labels, fs0.right_labels, 0, tags(s0, b0));
    add(fs1.left_labels, fs1.right_labels, 0, tags(s1, s0));
    // prepositions and conjunctions
    add(fs0.case_form, s0.upos, b0.upos);
    add(fs0.case_form, s1.form, 1);
    add(fs0.case_form, b0.form, 2);
    add(fs0.case_form, s1.tag, 3, s0.tag);
    add(fs0.case_form, tags(s1, s2), s0.upos);
    add(fb0.case_form, s0.form, 4);
    add(fb0.case_form, s0.tag, b0.tag);
    add(fs1.case_form, s1.upos, s0.tag, fs0.case_form);
}

}  // namespace entente::perceptron
