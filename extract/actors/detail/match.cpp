#include "extract/actors/detail/match.hpp"

#include <algorithm>

#include "extract/actors/detail/words.hpp"

namespace entente::detail {

namespace {

bool is_dash(std::string_view form) {
    return form == "-" || form == "\u2010" || form == "\u2011" || form == "\u2013" || form == "\u2014";
}

/// A genitive may be cut off from these only.
bool takes_genitive(Form form) {
    return form == Form::name || form == Form::seat || form == Form::person || form == Form::surname ||
           form == Form::place || form == Form::group;
}

class Matcher {
 public:
    Matcher(const Sentence& sentence, const Lexicon& lexicon, std::uint8_t language)
        : sentence_(sentence), lexicon_(lexicon), language_(language), genitive_(lexicon.word("s")) {}

    MatchedSentence run() {
        cut();
        for (std::size_t at = 0; at < result_.pieces.size();) {
            Match match = longest(at);
            if (match.senses.empty()) {
                ++at;
                continue;
            }
            // "the West" does not cut "West Bank" in two.
            const bool pronoun = sentence_.tokens[match.first].upos == Upos::pron;  // "dat het Syrië aanvalt"
            if (!pronoun && (lexicon_.context(language_, result_.pieces[at].word) & determiner) != 0)
                if (Match inner = longest(at + 1); inner.piece_last > match.piece_last)
                    match = std::move(inner);
            // "King Abdullah II": the longer name inside wins over "King Abdullah".
            const auto of_person = [](const Match& m) { return m.has(Form::person) || m.has(Form::surname); };
            if (of_person(match))
                for (std::size_t inside = at + 1; inside < match.piece_last; ++inside)
                    if (Match inner = longest(inside);
                        inner.piece_last > match.piece_last && of_person(inner)) {
                        match = std::move(inner);
                        break;
                    }
            at = std::max(match.piece_last, at + 1);
            result_.matches.push_back(std::move(match));
        }
        return std::move(result_);
    }

 private:
    void cut() {
        std::vector<Word> words;
        char glue = ' ';
        std::size_t previous_end = 0;
        for (std::size_t t = 0; t < sentence_.tokens.size(); ++t) {
            const Token& token = sentence_.tokens[t];
            result_.first_piece.push_back(result_.pieces.size());
            split_words(token.form, words);
            const bool adjoins = t > 0 && token.begin == previous_end;
            if (words.empty()) {
                // A word without letters that the tables know ("&"), or a dash between two tokens.
                if (const WordId id = lexicon_.word(token.form); id != 0)
                    result_.pieces.push_back({id, 0, static_cast<std::uint32_t>(t), false, false, ' '});
                glue = is_dash(token.form) && adjoins ? '-' : ' ';
            }
            for (const Word& word : words) {
                Piece piece{lexicon_.word(word.folded),
                            0,
                            static_cast<std::uint32_t>(t),
                            word.capital,
                            word.upper,
                            word.glue};
                if (&word == &words.front() && piece.glue == ' ' && adjoins) piece.glue = glue;
                if (const std::size_t end = name_in_compound(word); end != 0) {
                    const std::string_view folded = word.folded;
                    piece.word = lexicon_.word(folded.substr(0, end));
                    result_.pieces.push_back(piece);
                    piece = {lexicon_.word(folded.substr(end)), 0, piece.token, false, false, '-'};
                    result_.pieces.push_back(piece);
                    glue = ' ';
                    continue;
                }
                if (language_ == dutch && word.folded.size() > 3 && word.folded.back() == 's')
                    piece.stem =
                        lexicon_.word(std::string_view(word.folded).substr(0, word.folded.size() - 1));
                result_.pieces.push_back(piece);
                glue = ' ';
            }
            previous_end = token.end;
        }
        result_.first_piece.push_back(result_.pieces.size());
    }

    bool has_sense(std::string_view folded, const auto& wanted) const {
        const WordId id = lexicon_.word(folded);
        const auto node = id == 0 ? std::nullopt : lexicon_.step(0, id);
        if (!node) return false;
        const std::vector<Sense>& senses = lexicon_.nodes[*node].senses;
        return std::any_of(senses.begin(), senses.end(), [&](const Sense& sense) {
            return (sense.languages & language_) != 0 && wanted(sense);
        });
    }

    /// "Hamasleider", "Sovjettroepen": where the name in front of a Dutch noun that acts ends, in bytes of
    /// the folded word; 0 if it is no such compound.
    std::size_t name_in_compound(const Word& word) const {
        constexpr std::size_t shortest = 4;
        const std::string_view folded = word.folded;
        if (language_ != dutch || !word.capital || folded.size() < 2 * shortest || lexicon_.word(folded) != 0)
            return 0;
        for (std::size_t end = folded.size() - shortest; end >= shortest; --end)
            if (has_sense(folded.substr(end), [](const Sense& s) { return s.form == Form::role; }) &&
                has_sense(folded.substr(0, end), [&](const Sense& s) {
                    const bool body = s.form == Form::name && lexicon_.actors[s.index].kind != "state";
                    return !s.upper && (body || s.form == Form::seat || s.form == Form::adjective);
                }))
                return end;
        return 0;
    }

    bool fits(const Sense& sense, std::size_t from, bool genitive) const {
        if ((sense.languages & language_) == 0) return false;
        if (genitive && !takes_genitive(sense.form)) return false;
        if (sense.form == Form::role || sense.form == Form::reference) return true;
        if (sense.upper && !result_.pieces[from].upper) return false;
        for (std::size_t i = 0; i < 16; ++i)
            if (((sense.capitals >> i) & 1u) != 0 && !result_.pieces[from + i].capital) return false;
        return true;
    }

    Match longest(std::size_t from) const {
        Match best;
        const std::vector<Piece>& pieces = result_.pieces;
        const auto consider = [&](std::uint32_t node, std::size_t last, bool genitive) {
            std::vector<Sense> senses;
            for (const Sense& sense : lexicon_.nodes[node].senses)
                if (fits(sense, from, genitive)) senses.push_back(sense);
            if (senses.empty()) return;
            best.senses = std::move(senses);
            best.piece_last = last;
            best.ambiguous = lexicon_.nodes[node].ambiguous[language_ == dutch ? 1 : 0];
            best.genitive = genitive;
        };
        std::uint32_t node = 0;
        for (std::size_t at = from; at < pieces.size(); ++at) {
            if (pieces[at].stem != 0)
                if (const auto next = lexicon_.step(node, pieces[at].stem)) consider(*next, at + 1, true);
            const auto next = pieces[at].word == 0 ? std::nullopt : lexicon_.step(node, pieces[at].word);
            if (!next) break;
            node = *next;
            consider(node, at + 1, false);
        }
        if (best.senses.empty()) return best;
        best.piece_first = from;
        if (best.piece_last < pieces.size() && pieces[best.piece_last].glue == '\'' &&
            pieces[best.piece_last].word == genitive_) {
            best.genitive = true;
            // "Trump's" in one token.
            if (pieces[best.piece_last].token == pieces[best.piece_last - 1].token) ++best.piece_last;
        }
        best.first = pieces[from].token;
        best.last = pieces[best.piece_last - 1].token + std::size_t{1};
        best.before = from > result_.first_piece[best.first];
        best.after = best.piece_last < result_.first_piece[best.last];
        if (!best.genitive && best.last < sentence_.tokens.size()) {
            const std::string& next = sentence_.tokens[best.last].form;
            const bool adjoins = sentence_.tokens[best.last].begin == sentence_.tokens[best.last - 1].end;
            best.genitive = next == "'s" || next == "\u2019s" ||
                            (adjoins && (next == "'" || next == "\u2019") &&
                             sentence_.tokens[best.last].upos == Upos::part);
        }
        return best;
    }

    const Sentence& sentence_;
    const Lexicon& lexicon_;
    const std::uint8_t language_;
    const WordId genitive_;
    MatchedSentence result_;
};

}  // namespace

MatchedSentence match_sentence(const Sentence& sentence, const Lexicon& lexicon, std::uint8_t language) {
    return Matcher(sentence, lexicon, language).run();
}

}  // namespace entente::detail
