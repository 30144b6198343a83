#include "extract/events/quotations.hpp"

#include <algorithm>
#include <string>

namespace entente {

namespace {

constexpr std::size_t longest_quotation = 20;  ///< sentences; a longer quotation is a mark that nobody closed

enum class Side { opens, closes, either, none };

}  // namespace

void QuotationTracker::mark_quoted(const SentenceView& view) {
    const Tree& tree = view.tree;
    const int size = tree.size();
    quoted_.assign(static_cast<std::size_t>(size), open_ != Mark::none);
    for (int i = 0; i < size; ++i) {
        const std::string& form = tree.token(i).form;
        Mark mark = Mark::none;
        Side side = Side::none;
        if (form == "\"") {
            const bool space_before = i == 0 || tree.token(i - 1).end < tree.token(i).begin;
            const bool space_behind = i + 1 >= size || tree.token(i).end < tree.token(i + 1).begin;
            mark = Mark::straight;
            side = space_before == space_behind ? Side::either : space_before ? Side::opens : Side::closes;
        } else if (form == "“" || form == "``") {
            mark = open_ == Mark::low ? Mark::low : Mark::curly;  // „so“
            side = open_ == Mark::low ? Side::closes : Side::opens;
        } else if (form == "„") {
            mark = Mark::low;
            side = Side::opens;
        } else if (form == "”" || form == "''") {
            mark = open_ == Mark::low ? Mark::low : Mark::curly;
            side = Side::closes;
        } else if (form == "«" || form == "»") {
            mark = Mark::angle;
            side = Side::either;
        } else if (form == "‘") {
            mark = Mark::single;
            side = Side::opens;
        } else if (form == "’") {
            const bool word_behind = i + 1 < size && tree.token(i).end == tree.token(i + 1).begin &&
                                     tree.token(i + 1).upos != Upos::punct;
            mark = Mark::single;
            side = word_behind ? Side::none : Side::closes;
        }
        if (open_ == mark && mark != Mark::none && (side == Side::closes || side == Side::either)) {
            open_ = Mark::none;
        } else if (open_ == Mark::none && (side == Side::opens || side == Side::either)) {
            open_ = mark;
        }
        quoted_[static_cast<std::size_t>(i)] = open_ != Mark::none;
    }
}

void QuotationTracker::next(const SentenceView& view, bool begins_paragraph) {
    const Tree& tree = view.tree;
    revealed_.reset();
    given_up_ = false;
    const auto is_mark = [&](int i) {
        static constexpr const char* kMarks[] = {"\"", "“", "``", "„", "«", "‘"};
        return i >= 0 && i < tree.size() &&
               std::any_of(std::begin(kMarks), std::end(kMarks),
                           [&](const char* m) { return tree.token(i).form == m; });
    };
    const bool reopened = open_ != Mark::none && begins_paragraph && is_mark(0);
    if (open_ != Mark::none && ((begins_paragraph && !reopened) || ++sentences_ > longest_quotation)) {
        open_ = Mark::none;
        given_up_ = !speaker_;
        speaker_.reset();
    }
    if (reopened) open_ = Mark::none;  // the mark is repeated at each paragraph of a quotation
    const bool was_open = open_ != Mark::none || reopened;
    mark_quoted(view);
    const bool any = std::find(quoted_.begin(), quoted_.end(), true) != quoted_.end();
    if (!was_open) sentences_ = 0;
    // A sentence that is a quotation from its first to its last word goes on with the speaker before.
    int last = tree.size() - 1;
    while (last > 0 && tree.token(last).upos == Upos::punct) --last;
    const bool whole = is_mark(0) && std::find(quoted_.begin(), quoted_.begin() + last + 1, false) ==
                                         quoted_.begin() + last + 1;
    std::optional<Speaker> own;
    for (int i = 0; any && !own && i < tree.size(); ++i)
        if (!quoted_[static_cast<std::size_t>(i)] && view.tree.is_verb(i)) own = speaker_by(view, i);
    if (own) {
        own->node = -1;
        own->how = "speaker of the quotation";
        if (was_open && !speaker_) revealed_ = own;
    }
    if (was_open && !speaker_ && !own && open_ == Mark::none) given_up_ = true;
    if (own)
        speaker_ = std::move(own);
    else if (!was_open && !whole)
        speaker_.reset();
}

const Speaker* QuotationTracker::speaker_at(int node) const {
    const auto at = static_cast<std::size_t>(node);
    return at < quoted_.size() && quoted_[at] && speaker_ ? &*speaker_ : nullptr;
}

bool QuotationTracker::awaits_speaker(int node) const {
    const auto at = static_cast<std::size_t>(node);
    return at < quoted_.size() && quoted_[at] && !speaker_ && open_ != Mark::none;
}

}  // namespace entente
