#include "extract/actors/detail/lexicon.hpp"

#include <algorithm>
#include <set>

#include "extract/actors/detail/words.hpp"
#include "knowledge/table.hpp"

namespace entente::detail {

namespace {

std::uint8_t languages_of(const Table& table, std::size_t row, const std::string& text) {
    if (text == "en") return english;
    if (text == "nl") return dutch;
    if (text == "both") return both_languages;
    throw table.error(row, "lang is '" + text + "'; it must be en, nl or both");
}

/// Builds a Lexicon table by table.
class Loader {
 public:
    Lexicon load() {
        countries();
        organisations();
        persons();
        names();
        roles("role_nouns.en.tsv", english);
        roles("role_nouns.nl.tsv", dutch);
        references("references.en.tsv", english);
        references("references.nl.tsv", dutch);
        contexts("context_words.en.tsv", 0);
        contexts("context_words.nl.tsv", 1);
        ambiguous();
        return std::move(lexicon_);
    }

 private:
    WordId intern(const std::string& folded) {
        const auto [found, added] =
            lexicon_.words.try_emplace(folded, static_cast<WordId>(lexicon_.words.size() + 1));
        return found->second;
    }

    /// The node of `surface`, made if need be; 0 if it has no words.
    std::uint32_t node(const std::vector<Word>& words) {
        std::uint32_t at = 0;
        for (const Word& word : words) {
            const std::uint64_t key = (std::uint64_t{at} << 32) | intern(word.folded);
            const auto [edge, added] =
                lexicon_.edges.try_emplace(key, static_cast<std::uint32_t>(lexicon_.nodes.size()));
            if (added) lexicon_.nodes.emplace_back();
            at = edge->second;
        }
        return at;
    }

    void add(const std::string& surface, Form form, std::uint8_t languages, std::uint32_t index) {
        if (surface.empty()) return;
        const std::vector<Word> words = split_words(surface);
        const std::uint32_t at = node(words);
        if (at == 0) return;
        Sense sense{.form = form, .languages = languages, .upper = false, .capitals = 0, .index = index};
        if (form != Form::role && form != Form::reference) {
            for (std::size_t i = 0; i < words.size() && i < 16; ++i)
                if (words[i].capital) sense.capitals = static_cast<std::uint16_t>(sense.capitals | (1u << i));
            sense.upper = words.size() == 1 && words[0].upper && words[0].folded.size() <= 3;
        }
        std::vector<Sense>& senses = lexicon_.nodes[at].senses;
        for (Sense& old : senses)
            if (old.form == form && old.index == index && old.capitals == sense.capitals &&
                old.upper == sense.upper) {
                old.languages |= languages;
                return;
            }
        senses.push_back(sense);
    }

    void add_all(const Table& table, std::size_t row, std::string_view column, Form form,
                 std::uint8_t languages, std::uint32_t index) {
        for (const std::string& surface : split_list(table.cell(row, column)))
            add(surface, form, languages, index);
    }

    std::uint32_t actor(const Table& table, std::size_t row, const std::string& id, ActorKind actor_kind,
                        const std::string& state, const std::string& kind) {
        const auto index = static_cast<std::uint32_t>(lexicon_.actors.size());
        if (!lexicon_.actor_index.emplace(id, index).second)
            throw table.error(row, "'" + id + "' is there twice");
        ActorEntry& entry = lexicon_.actors.emplace_back();
        entry.actor.id = id;
        entry.actor.name_en = table.cell(row, "name_en");
        entry.actor.name_nl = table.cell(row, "name_nl");
        entry.actor.kind = actor_kind;
        entry.state = state;
        entry.kind = kind;
        return index;
    }

    std::uint32_t actor_of(const Table& table, std::size_t row, const std::string& id) const {
        const auto found = lexicon_.actor_index.find(id);
        if (found == lexicon_.actor_index.end())
            throw table.error(row, "no actor '" + id + "' in countries.tsv or organisations.tsv");
        return found->second;
    }

    void countries() {
        const Table table = Table::load("countries.tsv");
        for (std::size_t row = 0; row < table.size(); ++row) {
            const std::string& id = table.cell(row, "alpha3");
            const std::uint32_t index = actor(table, row, id, ActorKind::state, id, "state");
            add_all(table, row, "name_en", Form::name, english, index);
            add_all(table, row, "aliases_en", Form::name, english, index);
            add_all(table, row, "name_nl", Form::name, dutch, index);
            add_all(table, row, "aliases_nl", Form::name, dutch, index);
            add_all(table, row, "capital_en", Form::seat, english, index);
            add_all(table, row, "capital_nl", Form::seat, dutch, index);
            add_all(table, row, "metonyms_en", Form::seat, english, index);
            add_all(table, row, "metonyms_nl", Form::seat, dutch, index);
            add_all(table, row, "adj_en", Form::adjective, english, index);
            add_all(table, row, "noun_en_sg", Form::national, english, index);
            add_all(table, row, "noun_en_pl", Form::nationals, english, index);
            add_all(table, row, "adj_nl", Form::adjective, dutch, index);
            add_all(table, row, "adj_nl_infl", Form::adjective, dutch, index);
            add_all(table, row, "noun_nl_sg", Form::national, dutch, index);
            add_all(table, row, "noun_nl_pl", Form::nationals, dutch, index);
            add_all(table, row, "noun_nl_f_sg", Form::national, dutch, index);
            add_all(table, row, "noun_nl_f_pl", Form::nationals, dutch, index);
        }
    }

    void organisations() {
        const Table table = Table::load("organisations.tsv");
        for (std::size_t row = 0; row < table.size(); ++row) {
            const std::string& id = table.cell(row, "id");
            const std::string& kind = table.cell(row, "kind");
            const bool armed = kind == "armed_group" || kind == "separatist";
            const std::string& whole = table.cell(row, "part_of");
            const std::uint32_t index =
                actor(table, row, id, armed ? ActorKind::armed_group : ActorKind::organisation,
                      whole.empty() ? id : whole, kind);
            for (const char* column : {"name_en", "abbr_en", "aliases_en"})
                add_all(table, row, column, Form::name, english, index);
            for (const char* column : {"name_nl", "abbr_nl", "aliases_nl"})
                add_all(table, row, column, Form::name, dutch, index);
        }
        for (std::size_t row = 0; row < table.size(); ++row)
            if (const std::string& whole = table.cell(row, "part_of"); !whole.empty())
                actor_of(table, row, whole);
    }

    void persons() {
        const Table table = Table::load("leaders.tsv");
        std::set<std::pair<std::string, std::uint32_t>> surfaces;
        for (std::size_t row = 0; row < table.size(); ++row) {
            const std::string& id = table.cell(row, "person_id");
            const auto [found, added] =
                lexicon_.person_index.try_emplace(id, static_cast<std::uint32_t>(lexicon_.persons.size()));
            const std::uint32_t index = found->second;
            if (added) lexicon_.persons.push_back({id, table.cell(row, "name_en"), 'm', {}});
            PersonEntry& person = lexicon_.persons[index];
            if (const std::string& gender = table.cell(row, "gender"); !gender.empty())
                person.gender = gender[0];
            actor_of(table, row, table.cell(row, "actor"));
            const auto start = parse_interval(table.cell(row, "start"));
            if (!start) throw table.error(row, "start is no date; write 2024, 2024-05 or 2024-05-14");
            Term term{table.cell(row, "actor"), table.cell(row, "office"), table.cell(row, "title_en"),
                      *start->start, std::nullopt};
            if (const std::string& end = table.cell(row, "end"); !end.empty()) {
                const auto interval = parse_interval(end);
                if (!interval) throw table.error(row, "end is no date; write 2024, 2024-05 or 2024-05-14");
                term.end = interval->end;
            }
            person.terms.push_back(std::move(term));
            // Full names are unlike short ones: they hold without context.
            for (const char* column : {"name_en", "name_nl"})
                person_surface(table.cell(row, column), false, index);
            for (const char* column : {"short_en", "short_nl"})
                person_surface(table.cell(row, column), true, index);
            for (const std::string& variant : split_list(table.cell(row, "variants")))
                person_surface(variant, split_words(variant).size() == 1, index);
        }
        for (std::uint32_t p = 0; p < lexicon_.persons.size(); ++p) {
            std::vector<Term>& terms = lexicon_.persons[p].terms;
            std::sort(terms.begin(), terms.end(), [](const Term& a, const Term& b) {
                return std::tie(a.start, a.office) < std::tie(b.start, b.office);
            });
            for (std::uint32_t t = 0; t < terms.size(); ++t)
                lexicon_.offices[terms[t].actor + ' ' + terms[t].office].emplace_back(p, t);
        }
    }

    void person_surface(const std::string& surface, bool short_name, std::uint32_t index) {
        const bool single = split_words(surface).size() <= 1;
        add(surface, short_name || single ? Form::surname : Form::person, both_languages, index);
    }

    void names() {
        static const std::map<std::string, Form> forms = {
            {"name", Form::name},         {"seat", Form::seat},           {"adjective", Form::adjective},
            {"national", Form::national}, {"nationals", Form::nationals}, {"people", Form::nationals},
            {"place", Form::place},       {"prefix", Form::prefix},       {"none", Form::nothing}};
        const Table table = Table::load("names.tsv");
        for (std::size_t row = 0; row < table.size(); ++row) {
            const auto form = forms.find(table.cell(row, "form"));
            if (form == forms.end()) throw table.error(row, "unknown form '" + table.cell(row, "form") + "'");
            const std::uint8_t languages = languages_of(table, row, table.cell(row, "lang"));
            std::vector<std::uint32_t> members;
            for (const std::string& id : split_list(table.cell(row, "actors")))
                members.push_back(actor_of(table, row, id));
            if (members.empty() != (form->second == Form::nothing))
                throw table.error(row, "every form but none needs an actor");
            if (members.size() > 1) {
                add(table.cell(row, "surface"), Form::group, languages,
                    static_cast<std::uint32_t>(lexicon_.groups.size()));
                lexicon_.groups.push_back(std::move(members));
            } else {
                add(table.cell(row, "surface"), form->second, languages, members.empty() ? 0 : members[0]);
            }
        }
    }

    void roles(const std::string& file, std::uint8_t language) {
        static const std::map<std::string, RoleClass> classes = {
            {"person", RoleClass::person},    {"group", RoleClass::group},
            {"body", RoleClass::body},        {"country", RoleClass::country},
            {"thing", RoleClass::thing},      {"relational", RoleClass::relational},
            {"opposite", RoleClass::opposite}};
        static const std::map<std::string, Acts> all_acts = {{"yes", Acts::yes},
                                                             {"tied", Acts::tied},
                                                             {"rebel", Acts::rebel},
                                                             {"flying", Acts::flying},
                                                             {"private", Acts::party}};
        const Table table = Table::load(file);
        for (std::size_t row = 0; row < table.size(); ++row) {
            const auto role_class = classes.find(table.cell(row, "class"));
            if (role_class == classes.end())
                throw table.error(
                    row, "class must be person, group, body, country, thing, relational or opposite");
            const auto acts = all_acts.find(table.cell(row, "acts"));
            if (acts == all_acts.end())
                throw table.error(row, "acts must be yes, tied, rebel, flying or private");
            RoleEntry role{table.cell(row, "noun"), role_class->second, acts->second, false,
                           table.cell(row, "office")};
            if (role.noun.empty()) throw table.error(row, "no noun");
            const std::string& plural = table.cell(row, "plural");
            add(role.noun, Form::role, language, static_cast<std::uint32_t>(lexicon_.roles.size()));
            role.plural = plural == role.noun && role.role_class != RoleClass::body &&
                          role.role_class != RoleClass::country;
            lexicon_.roles.push_back(role);
            if (!plural.empty() && plural != role.noun) {
                role.plural = true;
                add(plural, Form::role, language, static_cast<std::uint32_t>(lexicon_.roles.size()));
                lexicon_.roles.push_back(role);
            }
        }
    }

    void references(const std::string& file, std::uint8_t language) {
        static const std::map<std::string, RefKind> kinds = {
            {"person", RefKind::person},     {"collective", RefKind::collective},
            {"any", RefKind::any},           {"state", RefKind::state},
            {"alliance", RefKind::alliance}, {"union", RefKind::union_},
            {"body", RefKind::body},         {"organisation", RefKind::organisation},
            {"armed", RefKind::armed},       {"agency", RefKind::agency},
            {"place", RefKind::place}};
        static const std::map<std::string, RefNumber> numbers = {
            {"sing", RefNumber::sing},         {"plur", RefNumber::plur},
            {"any", RefNumber::any},           {"pair", RefNumber::pair},
            {"triple", RefNumber::triple},     {"quad", RefNumber::quad},
            {"quint", RefNumber::quint},       {"each", RefNumber::each},
            {"relative", RefNumber::relative}, {"speaker", RefNumber::speaker},
            {"opposite", RefNumber::opposite}};
        const Table table = Table::load(file);
        for (std::size_t row = 0; row < table.size(); ++row) {
            const std::string& phrase = table.cell(row, "phrase");
            const auto kind = kinds.find(table.cell(row, "kind"));
            if (kind == kinds.end()) throw table.error(row, "unknown kind");
            const auto number = numbers.find(table.cell(row, "number"));
            if (number == numbers.end()) throw table.error(row, "unknown number");
            const std::string& gender = table.cell(row, "gender");
            add(phrase, Form::reference, language, static_cast<std::uint32_t>(lexicon_.references.size()));
            lexicon_.references.push_back(
                {kind->second, number->second, gender.empty() ? ' ' : gender[0],
                 table.cell(row, "possessive") == "yes",
                 split_words(phrase).size() > 1 && number->second != RefNumber::each,
                 split_list(table.cell(row, "only"))});
        }
    }

    void contexts(const std::string& file, std::size_t language) {
        static const std::map<std::string, std::uint32_t> classes = {{"place_prep", place_prep},
                                                                     {"city_prep", city_prep},
                                                                     {"of", of_word},
                                                                     {"and", and_word},
                                                                     {"det", determiner},
                                                                     {"former", former},
                                                                     {"place_noun", place_noun},
                                                                     {"venue_noun", venue_noun},
                                                                     {"compass", compass},
                                                                     {"quantifier", quantifier},
                                                                     {"calendar", calendar},
                                                                     {"title_m", title_m},
                                                                     {"title_f", title_f},
                                                                     {"title", title},
                                                                     {"against_prefix", against_prefix},
                                                                     {"led", led},
                                                                     {"led_deed", led_deed},
                                                                     {"backed", backed},
                                                                     {"sport", sport},
                                                                     {"sport_hint", sport_hint},
                                                                     {"language_verb", language_verb},
                                                                     {"indefinite", indefinite},
                                                                     {"city_noun", city_noun},
                                                                     {"seated", seated},
                                                                     {"reason_prep", reason_prep},
                                                                     {"help_verb", help_verb},
                                                                     {"denial", denial},
                                                                     {"harm_verb", harm_verb},
                                                                     {"air_hint", air_hint},
                                                                     {"ruling", ruling}};
        const Table table = Table::load(file);
        for (std::size_t row = 0; row < table.size(); ++row) {
            const auto found = classes.find(table.cell(row, "class"));
            if (found == classes.end())
                throw table.error(row, "unknown class '" + table.cell(row, "class") + "'");
            const std::vector<Word> words = split_words(table.cell(row, "word"));
            if (words.size() > 1) throw table.error(row, "one word a row");
            // "&" has no letters; it is compared as it is.
            const WordId id = intern(words.empty() ? table.cell(row, "word") : words[0].folded);
            std::vector<std::uint32_t>& table_of = lexicon_.contexts[language];
            if (table_of.size() <= id) table_of.resize(id + 1, 0);
            table_of[id] |= found->second;
        }
    }

    void ambiguous() {
        const Table table = Table::load("ambiguous.tsv");
        std::map<std::uint32_t, std::string> surfaces;
        for (std::size_t row = 0; row < table.size(); ++row) {
            const std::uint32_t at = node(split_words(table.cell(row, "surface")));
            if (at == 0) throw table.error(row, "no surface");
            const std::uint8_t languages = languages_of(table, row, table.cell(row, "lang"));
            AmbiguousEntry entry;
            for (const std::string& candidate : split_list(table.cell(row, "candidates"))) {
                const bool known =
                    lexicon_.actor_index.contains(candidate) || lexicon_.person_index.contains(candidate);
                if (known)
                    entry.candidates.push_back(candidate);
                else if (candidate == "person" || candidate == "first name")
                    entry.maybe_person = true;
                else if (candidate == "word" || candidate == "verb" || candidate == "month" ||
                         candidate == "letter")
                    entry.maybe_word = true;
                else if (candidate == "owner")
                    entry.maybe_owned = true;
            }
            entry.preferred = table.cell(row, "default");
            for (std::size_t language : {0u, 1u})
                if (((languages >> language) & 1u) != 0)
                    lexicon_.nodes[at].ambiguous[language] =
                        static_cast<std::int32_t>(lexicon_.ambiguous.size());
            lexicon_.ambiguous.push_back(std::move(entry));
        }
        const Table cues = Table::load("ambiguous_cues.tsv");
        for (std::size_t row = 0; row < cues.size(); ++row) {
            const std::uint32_t at = node(split_words(cues.cell(row, "surface")));
            const auto rows = at == 0 ? std::array<std::int32_t, 2>{-1, -1} : lexicon_.nodes[at].ambiguous;
            if (rows[0] < 0 && rows[1] < 0)
                throw cues.error(row, "'" + cues.cell(row, "surface") + "' has no row in ambiguous.tsv");
            AmbiguousEntry::Cues entry{cues.cell(row, "candidate"), {}};
            if (entry.candidate != "-" && !lexicon_.actor_index.contains(entry.candidate) &&
                !lexicon_.person_index.contains(entry.candidate))
                throw cues.error(row, "no actor '" + entry.candidate + "'");
            for (const std::string& cue : split_list(cues.cell(row, "cues")))
                for (const Word& word : split_words(cue)) entry.words.push_back(intern(word.folded));
            if (rows[0] >= 0) lexicon_.ambiguous[static_cast<std::size_t>(rows[0])].cues.push_back(entry);
            if (rows[1] >= 0 && rows[1] != rows[0])
                lexicon_.ambiguous[static_cast<std::size_t>(rows[1])].cues.push_back(entry);
        }
    }

    Lexicon lexicon_;
};

}  // namespace

const Term& Lexicon::term(const PersonEntry& person, std::optional<Day> day) const {
    if (!day) return person.terms.back();
    // Of offices held together the highest ("president" before "party leader").
    const auto rank = [](const Term& candidate) {
        if (candidate.office == "head_of_state" || candidate.office == "supreme_leader") return 3;
        return candidate.office == "head_of_government" ? 2 : 1;
    };
    const Term* held = nullptr;
    const Term* before = nullptr;
    for (const Term& candidate : person.terms) {
        if (candidate.start > *day) break;
        before = &candidate;
        if (candidate.end && *candidate.end <= *day) continue;
        if (held == nullptr || rank(candidate) > rank(*held)) held = &candidate;
    }
    if (held != nullptr) return *held;
    return before != nullptr ? *before : person.terms.front();
}

Participant Lexicon::participant(const PersonEntry& person, std::optional<Day> day) const {
    const Term& held = term(person, day);
    const auto found = actor_index.find(held.actor);
    return {person.id,         person.name,
            ActorKind::person, found == actor_index.end() ? held.actor : actors[found->second].state,
            held.title,        {}};
}

Participant Lexicon::participant(std::uint32_t actor) const {
    const ActorEntry& entry = actors[actor];
    return {entry.actor.id, entry.actor.name_en, entry.actor.kind, entry.state, "", {}};
}

Lexicon load_lexicon() { return Loader().load(); }

}  // namespace entente::detail
