#include "extract/language/tokens/tokeniser.hpp"

#include <algorithm>
#include <array>

#include "extract/language/letters.hpp"

namespace entente::tokens {

namespace {

bool is_quote(char32_t value) {
    return value == '"' || value == '\'' || value == '`' || value == 0xAB || value == 0xBB || value == 0xB4 ||
           (value >= 0x2018 && value <= 0x201F) || value == 0x2039 || value == 0x203A;
}
bool is_apostrophe(char32_t value) { return value == '\'' || value == 0x2019 || value == 0x02BC; }
bool is_long_dash(char32_t value) { return value >= 0x2012 && value <= 0x2015; }
bool is_currency(char32_t value) { return value == '$' || value == 0xA3 || value == 0xA5 || value == 0x20AC; }
bool is_superscript(char32_t value) { return value == 0xB2 || value == 0xB3 || value == 0xB9; }
bool is_word(char32_t value) { return is_letter(value) || is_digit(value) || is_superscript(value); }

/// Always a token of its own (or a run of itself), wherever it stands.
bool separates(char32_t value) {
    switch (value) {
        case '(':
        case ')':
        case '[':
        case ']':
        case '{':
        case '}':
        case '"':
        case '!':
        case '?':
        case ';':
        case '=':
        case '<':
        case '>':
        case '|':
        case '*':
        case '%':
        case 0x2026:  // …
        case 0x2022:  // •
        case 0xAB:
        case 0xBB:
        case 0x201C:
        case 0x201D:
        case 0x201E:
            return true;
        default:
            return is_long_dash(value) || is_currency(value);
    }
}

/// Tokens that are runs of one character.
bool repeats(char32_t value) {
    return value == '.' || value == '!' || value == '?' || value == '-' || value == '*' || value == '=' ||
           value == '_' || value == '\'' || value == '`' || value == '<' || value == '>';
}

class Tokeniser {
 public:
    Tokeniser(std::string_view text, const Conventions& conventions)
        : text_(text), conventions_(conventions) {}

    std::vector<Piece> run(const Stretch& stretch) {
        std::size_t begin = stretch.begin;
        for (std::size_t at = stretch.begin; at < stretch.end;) {
            const CodePoint point = code_point_at(text_, at);
            if (is_space(point.value)) {
                chunk(begin, at);
                begin = point.end;
            }
            at = std::min(point.end, stretch.end);
        }
        chunk(std::min(begin, stretch.end), stretch.end);
        return std::move(pieces_);
    }

 private:
    std::string_view view(std::size_t begin, std::size_t end) const {
        return text_.substr(begin, end - begin);
    }
    char32_t first(std::size_t at) const { return code_point_at(text_, at).value; }
    char32_t last(std::size_t end) const { return code_point_before(text_.substr(0, end), end).value; }

    void add(std::size_t begin, std::size_t end, Abbreviation abbreviation = Abbreviation::none) {
        if (begin < end) pieces_.push_back({begin, end, abbreviation});
    }

    /// What stands between white space.
    void chunk(std::size_t begin, std::size_t end) {
        if (begin >= end) return;
        if (is_address(begin, end)) {
            const std::size_t closing = address_end(begin, end);
            add(begin, closing);
            begin = closing;
        }
        while (begin < end) {
            const std::size_t stop = next_separator(begin, end);
            core(begin, stop);
            begin = stop;
            if (begin < end) begin = separator(begin, end);
        }
    }

    bool is_address(std::size_t begin, std::size_t end) const {
        const std::string_view word = view(begin, end);
        if (word.starts_with("http://") || word.starts_with("https://") || word.starts_with("www."))
            return true;
        const std::size_t sign = word.find('@');
        return sign != std::string_view::npos && sign > 0 && word.find('.', sign) != std::string_view::npos &&
               word.find_first_of("()<>\"") == std::string_view::npos;
    }

    std::size_t address_end(std::size_t begin, std::size_t end) const {
        while (end > begin + 1 &&
               std::string_view(".,;:!?)\"'>]").find(text_[end - 1]) != std::string_view::npos)
            --end;
        return end;
    }

    std::size_t next_separator(std::size_t begin, std::size_t end) const {
        std::size_t at = begin;
        while (at < end) {
            const CodePoint point = code_point_at(text_, at);
            if (separates(point.value)) return at;
            if (point.value == '-' && point.end < end && text_[point.end] == '-') return at;
            if (point.value == '.' && view(at, end).starts_with("..")) return at;
            at = point.end;
        }
        return end;
    }

    std::size_t separator(std::size_t begin, std::size_t end) {
        const CodePoint point = code_point_at(text_, begin);
        std::size_t stop = point.end;
        if (repeats(point.value)) {
            // "?!" is one token as well.
            const auto same = [&](char32_t value) {
                return value == point.value ||
                       ((point.value == '?' || point.value == '!') && (value == '?' || value == '!'));
            };
            while (stop < end && same(first(stop))) stop = code_point_at(text_, stop).end;
        }
        add(begin, stop);
        return stop;
    }

    /// A chunk without separators: quotes, commas and the like at its ends, words, hyphens, full stops.
    void core(std::size_t begin, std::size_t end) {
        while (begin < end && !is_word(first(begin)) && !keeps_start(begin, end)) {
            begin = mark(begin, end);
        }
        std::size_t stop = end;
        std::vector<Piece> behind;
        while (stop > begin) {
            const CodePoint point = code_point_before(text_.substr(0, stop), stop);
            if (is_word(point.value)) break;
            if (point.value == '.') {
                const Abbreviation kind = abbreviation(begin, stop);
                if (kind != Abbreviation::none) break;
            } else if (keeps_end(begin, point.end, stop)) {
                break;
            }
            std::size_t from = std::max(begin, point.end);
            if (point.value == '\'' && from > begin && text_[from - 1] == '\'') --from;  // '' is one mark
            behind.push_back({from, stop, Abbreviation::none});
            stop = from;
        }
        if (begin < stop) word(begin, stop);
        std::for_each(behind.rbegin(), behind.rend(),
                      [&](const Piece& piece) { add(piece.begin, piece.end); });
    }

    std::size_t mark(std::size_t begin, std::size_t end) {
        const CodePoint point = code_point_at(text_, begin);
        std::size_t stop = point.end;
        if (repeats(point.value) || point.value == ',') {
            while (stop < end && first(stop) == point.value) stop = code_point_at(text_, stop).end;
        }
        add(begin, stop);
        return stop;
    }

    /// Marks that belong to the word behind them: "'s", "'t", "'80", "-5", ".5", "@name", "#tag", "+31".
    bool keeps_start(std::size_t begin, std::size_t end) const {
        const CodePoint point = code_point_at(text_, begin);
        if (point.end >= end) return false;
        const char32_t next = first(point.end);
        if (is_apostrophe(point.value)) {
            if (is_digit(next)) return is_short_year(point.end, end);
            const std::string rest = lower_case(view(point.end, end));
            if (conventions_.english()) return is_clitic(rest);
            for (const std::string_view word : {"s", "t", "n", "m", "k", "r", "ns"}) {
                if (!rest.starts_with(word)) continue;
                const std::string_view behind = std::string_view(rest).substr(word.size());
                if (behind.empty() || behind.front() == '-' || !is_word(code_point_at(behind, 0).value))
                    return true;
            }
            return false;
        }
        if (point.value == '-' || point.value == '+' || point.value == '.') return is_digit(next);
        return (point.value == '@' || point.value == '#') && is_word(next);
    }

    /// The two digits of "'80".
    bool is_short_year(std::size_t begin, std::size_t end) const {
        std::size_t at = begin;
        while (at < end && is_digit(first(at))) at = code_point_at(text_, at).end;
        return at - begin == 2;
    }

    static bool is_clitic(std::string_view lower) {
        for (const std::string_view clitic : {"s", "re", "ve", "ll", "d", "m"}) {
            if (lower == clitic) return true;
        }
        return false;
    }

    /// Marks that belong to the word before them: "50+", "C++", "1995-" (of "1995- en"), "binnen-".
    bool keeps_end(std::size_t begin, std::size_t at, std::size_t stop) const {
        if (at <= begin) return false;
        const char32_t value = first(at);
        if (value == '-' || value == '+') return is_word(last(at)) || (value == '+' && last(at) == '+');
        // The inch and foot marks, degrees.
        return value == 0xB0 && stop > at && is_digit(last(at));
    }

    Abbreviation abbreviation(std::size_t begin, std::size_t end) const {
        constexpr std::size_t longest = 24;  // bytes
        return end - begin > longest ? Abbreviation::none : conventions_.abbreviation(view(begin, end));
    }

    /// Begins and ends with a word character, or with something that belongs to one.
    void word(std::size_t begin, std::size_t end) {
        while (begin < end) {
            if (text_[end - 1] == '.') {
                if (const Abbreviation kind = abbreviation(begin, end); kind != Abbreviation::none) {
                    add(begin, end, kind);
                    return;
                }
            }
            const std::size_t inner = inner_mark(begin, end);
            if (inner == end) {
                conventions_.english() ? english_word(begin, end) : add(begin, end);
                return;
            }
            core(begin, inner);  // has no such mark
            begin = code_point_at(text_, inner).end;
            add(inner, begin);
            while (begin < end && !is_word(first(begin)) && !keeps_start(begin, end))
                begin = mark(begin, end);
        }
    }

    /// A mark within a word that is a token of its own: a comma or colon that is no part of a number or of a
    /// time, a full stop between two sentences that are glued together, and in English hyphens and strokes.
    std::size_t inner_mark(std::size_t begin, std::size_t end) const {
        for (std::size_t at = code_point_at(text_, begin).end; at < end;) {
            const CodePoint point = code_point_at(text_, at);
            if (point.end >= end) return end;
            const char32_t before = last(at);
            const char32_t behind = first(point.end);
            switch (point.value) {
                case ',':
                case ':':
                    if (!(is_digit(before) && is_digit(behind))) return at;
                    break;
                case '.':
                    if (is_glued_stop(begin, at, end)) return at;
                    break;
                case '/':
                    if (conventions_.english() && is_letter(before) && is_letter(behind) && at - begin > 1)
                        return at;
                    break;
                case '-':
                    if (conventions_.english() && separates_hyphen(begin, at, end)) return at;
                    break;
                default:
                    if (is_quote(point.value) && !is_apostrophe(point.value)) return at;
            }
            at = point.end;
        }
        return end;
    }

    /// "buren.Lees": two letters in lower case, a full stop, a capital and a letter in lower case.
    bool is_glued_stop(std::size_t begin, std::size_t at, std::size_t end) const {
        const CodePoint before = code_point_before(text_.substr(0, at), at);
        if (before.end <= begin || !is_lower_case(before.value) || !is_lower_case(last(before.end)))
            return false;
        const CodePoint behind = code_point_at(text_, at + 1);
        return is_upper_case(behind.value) && behind.end < end && is_lower_case(first(behind.end));
    }

    bool separates_hyphen(std::size_t begin, std::size_t at, std::size_t end) const {
        const std::string_view left = view(begin, at);
        const std::string_view right = view(at + 1, end);
        const bool digits =
            std::all_of(left.begin(), left.end(), [](char byte) { return byte >= '0' && byte <= '9'; });
        if (digits && is_digit(first(at + 1)))
            return right.find('-') == std::string_view::npos && left.size() <= 4;
        constexpr std::size_t longest_prefix = 12;  // bytes
        if (left.size() <= longest_prefix && conventions_.is_prefix(left)) return false;
        return !is_given_name(left, right);
    }

    /// "Jong-un", "Jae-in": two short syllables, the second in lower case and no English word.
    bool is_given_name(std::string_view left, std::string_view right) const {
        constexpr std::size_t longest_syllable = 6;  // bytes
        if (left.size() > longest_syllable || right.size() > longest_syllable || left.size() < 2)
            return false;
        if (!is_upper_case(code_point_at(left, 0).value) || !is_lower_case(code_point_at(left, 1).value))
            return false;
        for (std::size_t at = 0; at < right.size();) {
            const CodePoint point = code_point_at(right, at);
            if (!is_lower_case(point.value)) return false;
            at = point.end;
        }
        if (conventions_.is_second(right)) return false;
        // A given name follows a family name.
        if (pieces_.empty() || pieces_.back().end + 1 != static_cast<std::size_t>(left.data() - text_.data()))
            return false;
        const Piece& family = pieces_.back();
        return is_upper_case(first(family.begin)) && is_lower_case(last(family.end)) &&
               family.end - family.begin <= longest_syllable;
    }

    /// English: clitics and units apart.
    void english_word(std::size_t begin, std::size_t end) {
        const std::string lower = lower_case(view(begin, end));
        if (lower.size() != end - begin) {  // a letter whose lower case has another length
            add(begin, end);
            return;
        }
        for (const std::string_view whole : {"cannot", "gonna", "wanna", "gotta"}) {
            if (lower == whole) {
                const std::size_t cut = begin + 3;
                add(begin, cut);
                add(cut, end);
                return;
            }
        }
        for (const std::string_view negation : {"n't", "n’t"}) {
            if (lower.size() > negation.size() && lower.ends_with(negation)) {
                add(begin, end - negation.size());
                add(end - negation.size(), end);
                return;
            }
        }
        for (const std::string_view clitic :
             {"'s", "'re", "'ve", "'ll", "'d", "'m", "’s", "’re", "’ve", "’ll", "’d", "’m"}) {
            if (lower.size() > clitic.size() && lower.ends_with(clitic)) {
                english_word(begin, end - clitic.size());
                add(end - clitic.size(), end);
                return;
            }
        }
        std::size_t digits = begin;
        while (digits < end && (is_digit(first(digits)) || text_[digits] == ',' || text_[digits] == '.')) {
            digits = code_point_at(text_, digits).end;
        }
        if (digits > begin && digits < end && is_unit(std::string_view(lower).substr(digits - begin))) {
            add(begin, digits);
            add(digits, end);
            return;
        }
        add(begin, end);
    }

    static bool is_unit(std::string_view lower) {
        static constexpr std::array<std::string_view, 26> units = {
            "kg", "g",  "km", "m",  "cm", "mm", "lb", "lbs", "oz", "ft", "mph", "kph", "am",
            "pm", "bn", "k",  "mw", "gw", "kw", "gb", "mb",  "hz", "kt", "mi",  "tn",  "km2"};
        return std::find(units.begin(), units.end(), lower) != units.end();
    }

    std::string_view text_;
    const Conventions& conventions_;
    std::vector<Piece> pieces_;
};

bool is_closing(char32_t value) {
    return value == ')' || value == ']' || value == '"' || value == '\'' || value == 0x201D ||
           value == 0x2019 || value == 0xBB;
}
bool is_opening(char32_t value) {
    return value == '(' || value == '[' || value == '"' || value == '\'' || value == '`' || value == 0x201C ||
           value == 0x2018 || value == 0xAB || value == 0x201E;
}

/// Per token, whether it stands in round brackets that are closed not far behind.
std::vector<bool> in_brackets(std::string_view text, const std::vector<Piece>& pieces) {
    constexpr std::size_t farthest = 60;  // tokens
    std::vector<bool> inside(pieces.size(), false);
    std::size_t open = pieces.size();
    for (std::size_t index = 0; index < pieces.size(); ++index) {
        if (text[pieces[index].begin] == '(') open = index;
        if (text[pieces[index].begin] == ')' && open < index) {
            if (index - open <= farthest)
                std::fill(inside.begin() + static_cast<std::ptrdiff_t>(open),
                          inside.begin() + static_cast<std::ptrdiff_t>(index), true);
            open = pieces.size();
        }
    }
    return inside;
}

}  // namespace

std::vector<Piece> tokenise(std::string_view text, const Stretch& stretch, const Conventions& conventions) {
    const std::vector<Piece> pieces = Tokeniser(text, conventions).run(stretch);
    std::vector<Piece> result;
    result.reserve(pieces.size());
    for (std::size_t index = 0; index < pieces.size(); ++index) {
        Piece piece = pieces[index];
        const auto begins_sentence = [&](const Piece& next) {
            return conventions.is_starter(text.substr(next.begin, next.end - next.begin));
        };
        // "He said no. Then he left.": no number follows, so this is the word "no" and a full stop.
        const bool last = index + 1 == pieces.size();
        if (piece.abbreviation == Abbreviation::number && (last || begins_sentence(pieces[index + 1]))) {
            result.push_back({piece.begin, piece.end - 1, Abbreviation::none});
            piece = {piece.end - 1, piece.end, Abbreviation::none};
        }
        result.push_back(piece);
    }
    return result;
}

std::vector<std::size_t> sentence_starts(std::string_view text, const std::vector<Piece>& pieces,
                                         const Conventions& conventions) {
    const auto first = [&](std::size_t index) { return code_point_at(text, pieces[index].begin).value; };
    const auto form = [&](std::size_t index) {
        return text.substr(pieces[index].begin, pieces[index].end - pieces[index].begin);
    };
    const std::vector<bool> bracketed = in_brackets(text, pieces);
    std::vector<std::size_t> starts{0};
    for (std::size_t index = 0; index + 1 < pieces.size(); ++index) {
        if (bracketed[index]) continue;
        const char32_t value = first(index);
        if (index > 0 && value == 0x2022 && starts.back() != index) {  // a bullet
            starts.push_back(index);
            continue;
        }
        const bool stop = form(index) == ".";
        const bool shout = value == '!' || value == '?';
        const bool dots = value == 0x2026 || form(index).starts_with("..");
        const Abbreviation kind = pieces[index].abbreviation;
        if (!stop && !shout && !dots && kind == Abbreviation::none) continue;
        std::size_t next = index + 1;
        // Closing marks that are glued to the full stop belong to the sentence.
        while (next < pieces.size() && pieces[next].begin == pieces[next - 1].end && is_closing(first(next)))
            ++next;
        if (next >= pieces.size()) break;
        const bool spaced = pieces[next].begin > pieces[next - 1].end;
        std::size_t word = next;
        while (word + 1 < pieces.size() &&
               (is_opening(first(word)) || is_long_dash(first(word)) || form(word) == "-"))
            ++word;
        const bool capital = is_upper_case(first(word));
        const bool digit = is_digit(first(word));
        const bool other = !is_letter(first(word)) && !digit;
        bool ends = false;
        if (kind == Abbreviation::none) {
            ends = capital || (spaced && (digit || (stop && other && is_opening(first(next)))));
            if (stop && spaced && !ends) ends = !is_lower_case(first(word)) && !other;
        } else if (spaced) {
            const bool starter = capital && conventions.is_starter(form(word));
            ends = kind == Abbreviation::any && starter;
        }
        if (ends && next > starts.back()) {
            starts.push_back(next);
            index = next - 1;
        }
    }
    return starts;
}

std::vector<Sentence> split(std::string_view text, const Conventions& conventions) {
    std::vector<Sentence> sentences;
    for (const Stretch& stretch : paragraphs(text)) {
        const std::vector<Piece> pieces = tokenise(text, stretch, conventions);
        if (pieces.empty()) continue;
        const std::vector<std::size_t> starts = sentence_starts(text, pieces, conventions);
        for (std::size_t number = 0; number < starts.size(); ++number) {
            const std::size_t last = number + 1 < starts.size() ? starts[number + 1] : pieces.size();
            Sentence sentence;
            for (std::size_t index = starts[number]; index < last; ++index) {
                Token token;
                token.begin = pieces[index].begin;
                token.end = pieces[index].end;
                token.form = text.substr(token.begin, token.end - token.begin);
                sentence.tokens.push_back(std::move(token));
            }
            sentence.begin = sentence.tokens.front().begin;
            sentence.end = sentence.tokens.back().end;
            sentences.push_back(std::move(sentence));
        }
    }
    return sentences;
}

}  // namespace entente::tokens
