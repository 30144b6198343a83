#include "extract/language/trainer/news_variants.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <random>
#include <set>
#include <string_view>

#include <fmt/format.h>

#include "extract/language/letters.hpp"
#include "knowledge/table.hpp"

namespace entente {

namespace {

using Random = std::mt19937_64;

constexpr std::size_t shortest_sentence = 5;
constexpr std::size_t longest_phrase = 4;  // words that give way to a name
constexpr double phrase_share = 0.5;       // of the phrases that might
constexpr double place_share = 0.5;        // of the places
constexpr double date_share = 0.4;         // of Dutch sentences with a place for a date

bool happens(Random& random, double share) { return static_cast<double>(random() >> 11) * 0x1p-53 < share; }

template <class Container>
const auto& any_of(const Container& values, Random& random) {
    return values[random() % values.size()];
}

std::vector<std::string> words_of(const std::string& name) {
    std::vector<std::string> words;
    for (std::size_t at = 0; at < name.size();) {
        const std::size_t end = std::min(name.find(' ', at), name.size());
        if (end > at) words.push_back(name.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

bool is_capitalised(const std::string& word) {
    return !word.empty() && is_upper_case(code_point_at(word, 0).value) &&
           word.find_first_of(".()") == std::string::npos;
}

struct Names {
    std::vector<std::string> places;                // of one word
    std::vector<std::vector<std::string>> persons;  // of one to three words
    std::set<std::string> all_places;
};

Names read_names(const std::string& language) {
    Names names;
    const Table countries = Table::load("countries.tsv");
    for (const std::string& column : {"name_" + language, "capital_" + language}) {
        for (std::size_t row = 0; row < countries.size(); ++row) {
            const std::string& name = countries.cell(row, column);
            if (is_capitalised(name) && name.find(' ') == std::string::npos &&
                names.all_places.insert(name).second) {
                names.places.push_back(name);
            }
        }
    }
    const Table leaders = Table::load("leaders.tsv");
    for (const std::string& column : {"name_" + language, "short_" + language}) {
        for (std::size_t row = 0; row < leaders.size(); ++row) {
            const std::vector<std::string> words = words_of(leaders.cell(row, column));
            if (!words.empty() && words.size() <= 3 &&
                std::all_of(words.begin(), words.end(), is_capitalised)) {
                names.persons.push_back(words);
            }
        }
    }
    return names;
}

/// Replaces tokens [first, last) by `words`, the first of which takes the place of `head`, which is among
/// them. Heads of other tokens are moved along. Dependents of `head` within the range are lost with it.
void replace(Sentence& sentence, std::size_t first, std::size_t last, std::size_t head,
             std::vector<Token> words) {
    std::vector<Token>& tokens = sentence.tokens;
    words.front().head = tokens[head].head;
    words.front().deprel = tokens[head].deprel;
    const auto old_count = static_cast<int>(last - first);
    const auto shift = static_cast<int>(words.size()) - old_count;
    const auto moved = [&](int index) {
        if (index < static_cast<int>(first)) return index;
        if (index < static_cast<int>(last)) return static_cast<int>(first);
        return index + shift;
    };
    for (std::size_t index = 0; index < tokens.size(); ++index) {
        if (index < first || index >= last) tokens[index].head = moved(tokens[index].head);
    }
    words.front().head = moved(words.front().head);
    for (std::size_t index = 1; index < words.size(); ++index) words[index].head = static_cast<int>(first);
    tokens.erase(tokens.begin() + static_cast<std::ptrdiff_t>(first),
                 tokens.begin() + static_cast<std::ptrdiff_t>(last));
    tokens.insert(tokens.begin() + static_cast<std::ptrdiff_t>(first), words.begin(), words.end());
}

Token word(const std::string& form, const std::string& lemma, Upos upos, const std::string& feats,
           const std::string& deprel) {
    Token token;
    token.form = form;
    token.lemma = lemma;
    token.upos = upos;
    token.feats = feats;
    token.deprel = deprel;
    return token;
}

class Variants {
 public:
    Variants(const std::string& language, std::uint64_t seed)
        : dutch_(language == "nl"), names_(read_names(language)), random_(seed) {}

    /// A variant of `sentence`, nullopt if there was nothing to change.
    std::optional<Sentence> make(const Sentence& sentence) {
        if (sentence.tokens.size() < shortest_sentence) return std::nullopt;
        Sentence variant = sentence;
        bool changed = false;
        // From the end, so that changes do not move what is still to be looked at.
        for (std::size_t index = variant.tokens.size(); index > 0; --index) {
            if (index <= variant.tokens.size()) changed |= change(variant, index - 1);
        }
        if (dutch_ && happens(random_, date_share)) changed |= insert_date(variant);
        if (!changed) return std::nullopt;
        return variant;
    }

    Random& random() { return random_; }

 private:
    std::vector<Token> place() {
        const std::string& name = any_of(names_.places, random_);
        return {word(name, name, Upos::propn, dutch_ ? "Gender=Neut|Number=Sing" : "Number=Sing", "")};
    }

    std::vector<Token> person() {
        std::vector<Token> tokens;
        for (const std::string& name : any_of(names_.persons, random_)) {
            tokens.push_back(word(name, name, Upos::propn, dutch_ ? "" : "Number=Sing", "flat"));
        }
        return tokens;
    }

    static bool is_role(std::string_view deprel) {
        return deprel == "nsubj" || deprel == "nsubj:pass" || deprel == "obj" || deprel == "iobj" ||
               deprel == "obl" || deprel == "obl:agent" || deprel == "obl:arg" || deprel == "nmod" ||
               deprel == "conj";
    }

    static bool is_modifier(std::string_view deprel) {
        return deprel == "det" || deprel == "amod" || deprel == "nmod:poss" || deprel == "nummod" ||
               deprel == "compound";
    }

    /// Changes the phrase whose head is token `head`, if it is one that may be and luck has it.
    bool change(Sentence& sentence, std::size_t head) {
        const std::vector<Token>& tokens = sentence.tokens;
        const Token& noun = tokens[head];
        if (noun.upos == Upos::propn && names_.all_places.contains(noun.form) && noun.deprel != "flat" &&
            !has_dependent(tokens, head, "flat")) {
            if (!happens(random_, place_share)) return false;
            replace(sentence, head, head + 1, head, place());
            return true;
        }
        if (noun.upos != Upos::noun || noun.feats.find("Number=Sing") == std::string::npos ||
            !is_role(noun.deprel)) {
            return false;
        }
        // Determiners and the like stand before the noun; nothing but prepositions may hang on it otherwise.
        std::size_t first = head;
        bool determined = false;
        for (std::size_t index = 0; index < tokens.size(); ++index) {
            if (tokens[index].head != static_cast<int>(head)) continue;
            const bool modifier = is_modifier(tokens[index].deprel);
            if (!modifier && tokens[index].deprel != "case" && tokens[index].deprel != "cc" &&
                tokens[index].deprel != "punct") {
                return false;
            }
            if (!modifier) continue;
            if (index > head || has_dependent(tokens, index, "")) return false;
            first = std::min(first, index);
            determined |= tokens[index].deprel == "det" || tokens[index].deprel == "nmod:poss";
        }
        if (!determined || head + 1 - first > longest_phrase || !happens(random_, phrase_share)) return false;
        for (std::size_t index = first; index < head; ++index) {
            if (tokens[index].head != static_cast<int>(head) || !is_modifier(tokens[index].deprel))
                return false;
        }
        replace(sentence, first, head + 1, head, happens(random_, 0.5) ? place() : person());
        return true;
    }

    static bool has_dependent(const std::vector<Token>& tokens, std::size_t head, std::string_view deprel) {
        return std::any_of(tokens.begin(), tokens.end(), [&](const Token& token) {
            return token.head == static_cast<int>(head) && (deprel.empty() || token.deprel == deprel);
        });
    }

    /// A date behind the finite verb of the main clause, or behind the subject that follows it.
    bool insert_date(Sentence& sentence) {
        const std::vector<Token>& tokens = sentence.tokens;
        const auto root =
            std::find_if(tokens.begin(), tokens.end(), [](const Token& token) { return token.head < 0; });
        if (root == tokens.end() || root->upos != Upos::verb) return false;
        const auto clause = static_cast<int>(root - tokens.begin());
        std::size_t finite = tokens.size();
        std::size_t subject = tokens.size();
        for (std::size_t index = 0; index < tokens.size(); ++index) {
            const bool belongs = static_cast<int>(index) == clause || tokens[index].head == clause;
            if (!belongs) continue;
            const bool verb = static_cast<int>(index) == clause || tokens[index].deprel.starts_with("aux");
            if (verb && finite == tokens.size() &&
                tokens[index].feats.find("VerbForm=Fin") != std::string::npos)
                finite = index;
            if (tokens[index].deprel.starts_with("nsubj")) subject = index;
        }
        if (finite == tokens.size() || subject == tokens.size()) return false;
        std::size_t at = finite + 1;
        if (subject > finite) {
            // Directly behind the verb: a name or a pronoun.
            if (subject != finite + 1) return false;
            at = subject + 1;
            while (at < tokens.size() && tokens[at].head == static_cast<int>(subject) &&
                   tokens[at].deprel == "flat")
                ++at;
            if (has_dependent_behind(tokens, subject, at)) return false;
        } else if (finite == 0) {
            return false;
        }
        // Pronouns keep close to the verb.
        if (at >= tokens.size() || tokens[at].upos == Upos::pron || tokens[at].upos == Upos::punct)
            return false;
        insert(sentence, at, clause, date());
        return true;
    }

    static bool has_dependent_behind(const std::vector<Token>& tokens, std::size_t head, std::size_t at) {
        for (std::size_t index = at; index < tokens.size(); ++index) {
            if (tokens[index].head == static_cast<int>(head)) return true;
        }
        return false;
    }

    /// Tokens whose heads count from the first of them; the one with head -1 hangs on the clause.
    std::vector<Token> date() {
        static constexpr std::array<std::string_view, 7> days = {
            "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"};
        static constexpr std::array<std::string_view, 12> months = {
            "januari", "februari", "maart",     "april",   "mei",      "juni",
            "juli",    "augustus", "september", "oktober", "november", "december"};
        const auto name = [](std::string_view form, const std::string& deprel, int head) {
            Token token =
                word(std::string(form), std::string(form), Upos::propn, "Gender=Com|Number=Sing", deprel);
            token.head = head;
            return token;
        };
        const auto number = [](const std::string& form, const std::string& deprel, int head) {
            Token token = word(form, form, Upos::num, "", deprel);
            token.head = head;
            return token;
        };
        const auto preposition = [](const std::string& form, int head) {
            Token token = word(form, form, Upos::adp, "", "case");
            token.head = head;
            return token;
        };
        const std::string year = fmt::format("{}", 1990 + random_() % 40);
        const std::string day = fmt::format("{}", 1 + random_() % 31);
        switch (random_() % 5) {
            case 0:
                return {name(any_of(days, random_), "obl", -1)};
            case 1:
                return {preposition("op", 1), name(any_of(days, random_), "obl", -1)};
            case 2:
                return {preposition("op", 1), number(day, "obl", -1),
                        name(any_of(months, random_), "flat", 1)};
            case 3:
                return {preposition("in", 1), number(year, "obl", -1)};
            default:
                return {preposition("op", 1), number(day, "obl", -1),
                        name(any_of(months, random_), "flat", 1), number(year, "flat", 1)};
        }
    }

    static void insert(Sentence& sentence, std::size_t at, int clause, std::vector<Token> words) {
        const auto count = static_cast<int>(words.size());
        const auto place = static_cast<int>(at);
        for (Token& token : sentence.tokens) {
            if (token.head >= place) token.head += count;
        }
        for (Token& token : words) {
            token.head = token.head < 0 ? (clause >= place ? clause + count : clause) : token.head + place;
        }
        sentence.tokens.insert(sentence.tokens.begin() + place, words.begin(), words.end());
    }

    bool dutch_;
    Names names_;
    Random random_;
};

}  // namespace

std::vector<NewsVariant> news_variants(const std::vector<Sentence>& sentences, const std::string& language,
                                       double share, std::uint64_t seed) {
    Variants variants(language, seed);
    std::vector<NewsVariant> result;
    const auto wanted = static_cast<std::size_t>(share * static_cast<double>(sentences.size()));
    // Most sentences have something to change; the bound ends the search where few do.
    for (std::size_t attempt = 0; attempt < 10 * wanted && result.size() < wanted; ++attempt) {
        const std::size_t source = variants.random()() % sentences.size();
        if (auto variant = variants.make(sentences[source])) result.push_back({std::move(*variant), source});
    }
    return result;
}

}  // namespace entente
