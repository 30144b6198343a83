#include "extract/language/conllu.hpp"

#include <array>
#include <charconv>
#include <memory>
#include <optional>

#include <fmt/format.h>

#include "extract/language/gzip.hpp"

namespace entente {

namespace {

constexpr std::size_t columns = 10;
constexpr std::size_t largest_sentence = 100'000;  // words; a larger one is a damaged file

std::string_view unless_underscore(std::string_view cell) { return cell == "_" ? std::string_view() : cell; }

std::optional<std::size_t> number(std::string_view text) {
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

bool has_no_space_after(std::string_view misc) {
    std::size_t at = 0;
    while (at <= misc.size()) {
        const std::size_t end = std::min(misc.find('|', at), misc.size());
        if (misc.substr(at, end - at) == "SpaceAfter=No") return true;
        at = end + 1;
    }
    return false;
}

/// A stretch of the sentence's text: a word of its own, or the words [first, last] of a multiword token.
struct SurfaceToken {
    std::string form;
    std::size_t first = 0;
    std::size_t last = 0;
    bool space_after = true;
};

class Reader {
 public:
    explicit Reader(std::string_view bytes) : rest_(bytes) {}

    ConlluDocument read() {
        while (!rest_.empty()) {
            std::string_view line = rest_.substr(0, rest_.find('\n'));
            rest_.remove_prefix(std::min(rest_.size(), line.size() + 1));
            ++line_number_;
            if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
            if (line.empty()) {
                finish_sentence();
            } else if (line.front() == '#') {
                comment(line.substr(1));
            } else {
                word_line(line);
            }
        }
        finish_sentence();
        return std::move(document_);
    }

 private:
    [[noreturn]] void fail(const std::string& problem) const {
        throw ConlluError(fmt::format("{}: {}", line_number_, problem));
    }

    void comment(std::string_view line) {
        const std::size_t equals = line.find('=');
        if (equals == std::string_view::npos) return;
        const auto trim = [](std::string_view text) {
            while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
            while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
            return text;
        };
        const std::string_view key = trim(line.substr(0, equals));
        if (key == "text") text_ = trim(line.substr(equals + 1));
        if (key == "sent_id") extra_.sent_id = trim(line.substr(equals + 1));
        if (key == "source_version") extra_.source_version = trim(line.substr(equals + 1));
    }

    void word_line(std::string_view line) {
        std::array<std::string_view, columns> cells;
        std::size_t count = 0;
        for (std::size_t at = 0; at <= line.size();) {
            const std::size_t end = std::min(line.find('\t', at), line.size());
            if (count == columns) fail("more than 10 columns");
            cells[count++] = line.substr(at, end - at);
            at = end + 1;
        }
        if (count != columns) fail(fmt::format("{} columns instead of 10, separated by tabs", count));
        const std::string_view id = cells[0];
        if (id.find('.') != std::string_view::npos) return;
        if (const std::size_t dash = id.find('-'); dash != std::string_view::npos) {
            range(id.substr(0, dash), id.substr(dash + 1), cells);
            return;
        }
        std::vector<Token>& tokens = sentence_.tokens;
        if (number(id) != tokens.size() + 1) {
            fail(fmt::format("the id '{}' where {} was expected", id, tokens.size() + 1));
        }
        if (tokens.size() == largest_sentence) fail("a sentence of more than 100,000 words");
        if (cells[1].empty()) fail("an empty form");
        Token token;
        token.form = cells[1];
        token.lemma = cells[2] == "_" && cells[1] != "_" ? std::string_view() : cells[2];
        token.upos = parse_upos(cells[3]);
        token.feats = unless_underscore(cells[5]);
        token.deprel = unless_underscore(cells[7]);
        if (cells[6] != "_") {
            const auto head = number(cells[6]);
            if (!head || *head > largest_sentence) fail(fmt::format("the head '{}' is no number", cells[6]));
            token.head = static_cast<int>(*head) - 1;
        }
        extra_.xpos.emplace_back(cells[4]);
        extra_.misc.emplace_back(cells[9]);
        if (surface_.empty() || surface_.back().last < tokens.size()) {
            surface_.push_back({token.form, tokens.size(), tokens.size(), !has_no_space_after(cells[9])});
        }
        tokens.push_back(std::move(token));
    }

    void range(std::string_view first, std::string_view last,
               const std::array<std::string_view, columns>& cells) {
        const auto from = number(first);
        const auto to = number(last);
        if (!from || !to || *from != sentence_.tokens.size() + 1 || *to < *from || *to > largest_sentence) {
            fail(fmt::format("the range '{}' does not fit the words before it", cells[0]));
        }
        surface_.push_back({std::string(cells[1]), *from - 1, *to - 1, !has_no_space_after(cells[9])});
    }

    /// Gives each word of `token`, which stands at byte `at` of the text, its place.
    void place(const SurfaceToken& token, std::size_t at) {
        const std::size_t end = at + token.form.size();
        std::size_t begin = at;
        for (std::size_t index = token.first; index <= token.last; ++index) {
            Token& word = sentence_.tokens[index];
            const std::size_t left = end - begin;
            const bool fits =
                word.form.size() <= left && token.form.compare(begin - at, word.form.size(), word.form) == 0;
            word.begin = begin;
            if (token.first == token.last) {
                word.end = end;
            } else {
                word.end = fits ? begin + word.form.size() : begin;
            }
            // What no word accounts for belongs to the last one.
            if (index == token.last && word.end < end) word.end = end;
            begin = word.end;
        }
    }

    /// Places all words in `text`; false if the forms do not follow each other in it.
    bool place_all(std::string_view text, std::size_t offset) {
        std::size_t at = 0;
        for (const SurfaceToken& token : surface_) {
            while (at < text.size() && text.compare(at, token.form.size(), token.form) != 0) {
                const auto byte = static_cast<unsigned char>(text[at]);
                // White space only: a plain space, or a byte of a wider one.
                if (byte > ' ' && byte < 0x80) return false;
                ++at;
            }
            if (at >= text.size()) return false;
            place(token, offset + at);
            at += token.form.size();
        }
        return true;
    }

    void finish_sentence() {
        if (!sentence_.tokens.empty()) {
            if (surface_.back().last >= sentence_.tokens.size())
                fail("a multiword token's words are missing");
            check_heads();
            sentence_.begin = document_.text.size();
            if (!place_all(text_, sentence_.begin)) {
                text_.clear();
                for (const SurfaceToken& token : surface_) {
                    place(token, sentence_.begin + text_.size());
                    text_ += token.form;
                    if (token.space_after && &token != &surface_.back()) text_ += ' ';
                }
            }
            document_.text += text_;
            sentence_.end = document_.text.size();
            document_.text += '\n';
            document_.sentences.push_back(std::move(sentence_));
            document_.extras.push_back(std::move(extra_));
        }
        sentence_ = {};
        extra_ = {};
        surface_.clear();
        text_.clear();
    }

    /// A tree has one root and every head exists; a sentence where a head or a relation is missing has none.
    void check_heads() {
        bool whole = true;
        for (const Token& token : sentence_.tokens) {
            if (token.head >= static_cast<int>(sentence_.tokens.size()))
                fail("a head beyond the sentence's end");
            if (token.deprel.empty()) whole = false;
        }
        if (whole) return;
        for (Token& token : sentence_.tokens) {
            token.head = -1;
            token.deprel.clear();
        }
    }

    std::string_view rest_;
    std::size_t line_number_ = 0;
    ConlluDocument document_;
    Sentence sentence_;
    ConlluExtra extra_;
    std::vector<SurfaceToken> surface_;
    std::string text_;
};

bool is_word_byte(char byte) {
    const auto value = static_cast<unsigned char>(byte);
    return value >= 0x80 || (value >= '0' && value <= '9') || (value >= 'A' && value <= 'Z') ||
           (value >= 'a' && value <= 'z');
}

/// Whether `second` is glued to `first` as the second half of one written word ("do" "n't", "China" "'s").
bool is_one_word(const Token& first, const Token& second) {
    if (first.end != second.begin || first.form.empty() || second.form.empty()) return false;
    if (!is_word_byte(first.form.back())) return false;
    const bool clitic = second.form.size() > 1 && second.form.front() == '\'' && is_word_byte(second.form[1]);
    const bool typographic = second.form.size() > 3 && second.form.compare(0, 3, "\u2019") == 0;
    return clitic || typographic ||
           (is_word_byte(second.form.front()) && static_cast<unsigned char>(second.form.front()) < 0x80);
}

/// Cells hold no tabs and no line breaks.
std::string cell(std::string_view text) {
    std::string result;
    for (const char byte : text) result += byte == '\t' || byte == '\n' || byte == '\r' ? ' ' : byte;
    return result.empty() ? "_" : result;
}

}  // namespace

ConlluDocument read_conllu(std::string_view bytes) { return Reader(bytes).read(); }

ConlluDocument read_conllu_file(const std::filesystem::path& file) {
    std::string bytes;
    try {
        bytes = read_gzip(file);
    } catch (const std::runtime_error& error) {
        throw ConlluError(error.what());
    }
    try {
        return read_conllu(bytes);
    } catch (const ConlluError& error) {
        throw ConlluError(file.string() + ":" + error.what());
    }
}

std::string write_conllu(std::string_view text, const std::vector<Sentence>& sentences,
                         std::string_view id_prefix) {
    std::string out;
    for (std::size_t index = 0; index < sentences.size(); ++index) {
        const Sentence& sentence = sentences[index];
        const std::vector<Token>& tokens = sentence.tokens;
        out += fmt::format("# sent_id = {}{}\n# text = {}\n", id_prefix, index + 1,
                           cell(text.substr(sentence.begin, sentence.end - sentence.begin)));
        const auto misc = [&](std::size_t last) {
            return last + 1 < tokens.size() && tokens[last].end == tokens[last + 1].begin ? "SpaceAfter=No"
                                                                                          : "_";
        };
        std::size_t word_end = 0;  // the tokens before this one belong to a multiword token
        for (std::size_t at = 0; at < tokens.size(); ++at) {
            if (at >= word_end) {
                word_end = at + 1;
                while (word_end < tokens.size() && is_one_word(tokens[word_end - 1], tokens[word_end]))
                    ++word_end;
                if (word_end - at > 1) {
                    const std::size_t begin = tokens[at].begin;
                    out += fmt::format("{}-{}\t{}\t_\t_\t_\t_\t_\t_\t_\t{}\n", at + 1, word_end,
                                       cell(text.substr(begin, tokens[word_end - 1].end - begin)),
                                       misc(word_end - 1));
                } else {
                    word_end = at;  // a word of its own
                }
            }
            const Token& token = tokens[at];
            const bool tree = !token.deprel.empty();
            const int head = tree ? token.head + 1 : (at == 0 ? 0 : 1);
            const std::string_view deprel =
                tree ? std::string_view(token.deprel) : (at == 0 ? "root" : "dep");
            out += fmt::format("{}\t{}\t{}\t{}\t_\t{}\t{}\t{}\t_\t{}\n", at + 1, cell(token.form),
                               cell(token.lemma), to_string(token.upos), cell(token.feats), head, deprel,
                               at < word_end ? "_" : misc(at));
        }
        out += '\n';
    }
    return out;
}

}  // namespace entente
