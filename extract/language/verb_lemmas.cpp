#include "extract/language/verb_lemmas.hpp"

#include <algorithm>

#include "extract/language/letters.hpp"
#include "knowledge/table.hpp"

namespace entente {

namespace {

constexpr std::size_t longest_form = 60;  // bytes; longer words are no verbs

bool is_vowel(char letter) { return std::string_view("aeiou").find(letter) != std::string_view::npos; }

/// `text` without `ending`, nullopt if it does not end so or nothing is left.
std::optional<std::string> without(const std::string& text, std::string_view ending) {
    if (text.size() <= ending.size() || !text.ends_with(ending)) return std::nullopt;
    return text.substr(0, text.size() - ending.size());
}

bool ends_in_double_consonant(const std::string& text) {
    return text.size() > 2 && text[text.size() - 1] == text[text.size() - 2] && !is_vowel(text.back());
}

/// "hop" of "hoped": one vowel and one consonant behind it, in a word of one syllable.
bool is_short_syllable(const std::string& stem) {
    const auto vowels = std::count_if(stem.begin(), stem.end(), is_vowel);
    return vowels == 1 && stem.size() > 1 && !is_vowel(stem.back()) && is_vowel(stem[stem.size() - 2]) &&
           std::string_view("wxy").find(stem.back()) == std::string_view::npos;
}

/// Infinitives of an English stem as it stands before "-ed" and "-ing", the likeliest first.
void english_infinitives(const std::string& stem, std::vector<std::string>& out) {
    if (ends_in_double_consonant(stem)) out.push_back(stem.substr(0, stem.size() - 1));
    if (is_short_syllable(stem)) out.push_back(stem + "e");
    out.push_back(stem);
    out.push_back(stem + "e");
    if (const auto c = without(stem, "ck")) out.push_back(*c + "c");
}

std::vector<std::string> english_candidates(const std::string& form) {
    std::vector<std::string> out{form};
    if (const auto stem = without(form, "ied")) out.push_back(*stem + "y");
    if (const auto stem = without(form, "ed")) english_infinitives(*stem, out);
    if (const auto stem = without(form, "ying")) out.push_back(*stem + "ie");
    if (const auto stem = without(form, "ing")) english_infinitives(*stem, out);
    if (const auto stem = without(form, "in'")) english_infinitives(*stem, out);
    if (const auto stem = without(form, "in\u2019")) english_infinitives(*stem, out);
    if (const auto stem = without(form, "ies")) out.push_back(*stem + "y");
    if (const auto stem = without(form, "s")) out.push_back(*stem);
    if (const auto stem = without(form, "es")) out.push_back(*stem);
    return out;
}

/// Infinitives of a Dutch stem as the first person has it ("maak", "stel", "geef", "reis", "initieer").
void dutch_infinitives(const std::string& stem, std::vector<std::string>& out) {
    if (stem.size() < 2) return;
    const char last = stem.back();
    if (is_vowel(last)) {
        out.push_back(stem + "n");
        out.push_back(stem + stem.back() + "n");
        return;
    }
    std::vector<std::string> bases{stem};
    if (last == 'f') bases.push_back(stem.substr(0, stem.size() - 1) + "v");
    if (last == 's') bases.push_back(stem.substr(0, stem.size() - 1) + "z");
    const std::size_t size = stem.size();
    const bool long_vowel = size >= 3 && is_vowel(stem[size - 2]) && stem[size - 2] == stem[size - 3];
    if (const auto before = without(stem, "ieer")) out.push_back(*before + "iëren");
    for (const std::string& base : bases) {
        if (long_vowel) out.push_back(base.substr(0, size - 2) + base.back() + "en");
    }
    if (!long_vowel && is_vowel(stem[size - 2])) out.push_back(stem + last + "en");
    for (const std::string& base : bases) out.push_back(base + "en");
}

/// Infinitives of a Dutch form that may have an ending, but no "ge-".
void dutch_inflected(const std::string& form, std::vector<std::string>& out) {
    out.push_back(form);
    for (const std::string_view ending : {"de", "d"}) {  // "lopend", "lopende"
        if (const auto infinitive = without(form, ending); infinitive && infinitive->ends_with('n')) {
            out.push_back(*infinitive);
        }
    }
    for (const std::string_view ending : {"", "t", "te", "ten", "d", "de", "den", "e", "en"}) {
        if (const auto stem = without(form, ending)) dutch_infinitives(*stem, out);
    }
}

std::vector<std::string> dutch_candidates(const std::string& form) {
    std::vector<std::string> out;
    // A participle: "ge" at the beginning, or behind a separable prefix.
    constexpr int most_tries = 3;
    int tries = 0;
    for (std::size_t at = form.find("ge"); at != std::string::npos && tries < most_tries;
         at = form.find("ge", at + 1), ++tries) {
        const std::string prefix = form.substr(0, at);
        std::vector<std::string> verbs;
        dutch_inflected(form.substr(at + 2), verbs);
        for (const std::string& verb : verbs) out.push_back(prefix + verb);
    }
    dutch_inflected(form, out);
    return out;
}

/// The separated particles of a verb.
struct Particles {
    std::string all;                ///< in lower case, one behind the other
    std::vector<std::string> free;  ///< those that are no part of a fixed phrase ("in beslag nemen")
};

std::vector<Particles> particles_of(const Sentence& sentence) {
    std::vector<Particles> result(sentence.tokens.size());
    std::vector<bool> fixed(sentence.tokens.size(), false);
    for (const Token& token : sentence.tokens) {
        if (token.head >= 0 && token.deprel == "fixed") fixed[static_cast<std::size_t>(token.head)] = true;
    }
    for (std::size_t index = 0; index < sentence.tokens.size(); ++index) {
        const Token& token = sentence.tokens[index];
        if (token.head < 0 || token.deprel != "compound:prt") continue;
        Particles& own = result[static_cast<std::size_t>(token.head)];
        const std::string form = lower_case(token.form);
        own.all += form;
        if (!fixed[index]) own.free.push_back(form);
    }
    return result;
}

}  // namespace

VerbLemmas::VerbLemmas(const std::string& language) : dutch_(language == "nl") {
    const Table table = Table::load("verbs." + language + ".tsv");
    const std::size_t lemma = table.column("lemma");
    const std::size_t forms = table.column("forms");
    for (std::size_t row = 0; row < table.size(); ++row) {
        const std::string& verb = table.cell(row, lemma);
        if (!verbs_.insert(verb).second) throw table.error(row, "'" + verb + "' is listed twice");
        for (const std::string& form : split_list(table.cell(row, forms))) irregular_[form].push_back(verb);
    }
}

bool VerbLemmas::knows(std::string_view lemma) const { return verbs_.contains(lower_case(lemma)); }

std::optional<std::string> VerbLemmas::irregular(const std::string& form, std::string_view particle) const {
    // Of "doorgelezen" try "doorgelezen", "oorgelezen", …, so that the longest irregular form decides.
    for (std::size_t at = 0; at < form.size(); ++at) {
        if (at > 0 && !dutch_) break;
        const auto found = irregular_.find(form.substr(at));
        if (found == irregular_.end()) continue;
        for (const std::string& verb : found->second) {
            std::string candidate = std::string(particle) + form.substr(0, at) + verb;
            if (verbs_.contains(candidate)) return candidate;
        }
    }
    return std::nullopt;
}

std::optional<std::string> VerbLemmas::regular(const std::string& form, std::string_view particle) const {
    for (const std::string& candidate : dutch_ ? dutch_candidates(form) : english_candidates(form)) {
        if (std::string lemma = std::string(particle) + candidate; verbs_.contains(lemma)) return lemma;
    }
    return std::nullopt;
}

std::optional<std::string> VerbLemmas::find(std::string_view form, std::string_view particle) const {
    if (form.size() > longest_form) return std::nullopt;
    const std::string lower = lower_case(form);
    if (auto lemma = irregular(lower, particle)) return lemma;
    return regular(lower, particle);
}

void VerbLemmas::mend(Sentence& sentence) const {
    const std::vector<Particles> particles = dutch_ ? particles_of(sentence) : std::vector<Particles>();
    for (std::size_t index = 0; index < sentence.tokens.size(); ++index) {
        Token& verb = sentence.tokens[index];
        if (dutch_ && verb.upos == Upos::aux && !particles[index].free.empty()) {
            // "wezen diplomaten uit": the past of wijzen, not a form of "to be".
            auto lemma = irregular(lower_case(verb.form), particles[index].free.front());
            if (lemma && !lemma->ends_with(verb.lemma)) {
                verb.upos = Upos::verb;
                verb.lemma = std::move(*lemma);
            }
            continue;
        }
        if (verb.upos != Upos::verb) continue;
        std::string particle;
        if (dutch_ && !particles[index].all.empty()) {
            const Particles& own = particles[index];
            const bool joined = verb.lemma.size() > own.all.size() && verb.lemma.starts_with(own.all);
            const std::string base = joined ? verb.lemma.substr(own.all.size()) : verb.lemma;
            const auto one = std::find_if(own.free.begin(), own.free.end(),
                                          [&](const std::string& each) { return knows(each + base); });
            if (one != own.free.end()) {
                verb.lemma = *one + base;
                continue;
            }
            const auto hyphened =
                std::find_if(own.free.begin(), own.free.end(), [&](const std::string& each) {
                    return knows(each + "-" + base);  // "eigende … toe": toe-eigenen
                });
            if (hyphened != own.free.end()) {
                verb.lemma = *hyphened + "-" + base;
                continue;
            }
            verb.lemma = base;
            if (!own.free.empty()) particle = own.free.front();
            // "af te blazen", lemmatised as if it were another verb with a particle.
            if (auto lemma = particle.empty() ? std::nullopt : find(verb.form, particle)) {
                verb.lemma = std::move(*lemma);
                continue;
            }
        }
        // No finite past is an infinitive: "zagen" in the past is of zien.
        const bool own_past = dutch_ && verb.feats.find("Tense=Past") != std::string::npos &&
                              verb.feats.find("VerbForm=Fin") != std::string::npos &&
                              verb.lemma == lower_case(verb.form);
        if (own_past)
            if (auto lemma = irregular(lower_case(verb.form), particle)) {
                verb.lemma = std::move(*lemma);
                continue;
            }
        if (knows(verb.lemma)) continue;
        auto lemma = find(verb.form, particle);
        if (!lemma && !particle.empty()) lemma = find(verb.form, "");
        if (lemma) verb.lemma = std::move(*lemma);
    }
}

}  // namespace entente
