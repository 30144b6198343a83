#include "extract/events/frame_lexicon.hpp"

#include <algorithm>
#include <charconv>
#include <set>
#include <utility>

#include "extract/events/cells.hpp"
#include "knowledge/table.hpp"

namespace entente {

namespace {

/// What plover*.tsv, cameo.tsv and relations.tsv allow.
struct Codebook {
    std::map<std::string, std::string> scores;  ///< type, or type/mode -> Goldstein score as written
    std::set<std::string> contexts;
    std::map<std::string, std::string> cameo;  ///< code -> Goldstein score as written
    std::set<std::string> relations;

    Codebook() {
        const Table types = Table::load("plover.tsv");
        for (std::size_t i = 0; i < types.size(); ++i) scores[types.cell(i, "type")] = types.cell(i, "score");
        const Table modes = Table::load("plover_modes.tsv");
        for (std::size_t i = 0; i < modes.size(); ++i)
            scores[modes.cell(i, "type") + "/" + modes.cell(i, "mode")] = modes.cell(i, "score");
        const Table contexts_table = Table::load("plover_contexts.tsv");
        for (std::size_t i = 0; i < contexts_table.size(); ++i)
            contexts.insert(contexts_table.cell(i, "context"));
        const Table codes = Table::load("cameo.tsv");
        for (std::size_t i = 0; i < codes.size(); ++i)
            cameo[codes.cell(i, "code")] = codes.cell(i, "goldstein");
        const Table relation_table = Table::load("relations.tsv");
        for (std::size_t i = 0; i < relation_table.size(); ++i)
            relations.insert(relation_table.cell(i, "name"));
    }
};

const Codebook& codebook() {
    static const Codebook book;
    return book;
}

double number(const std::string& text) {
    double value = 0.0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

std::optional<EventCode> read_event(const Table& table, std::size_t row) {
    const std::string& name = table.cell(row, "event");
    if (name == "NONE") return std::nullopt;
    if (name == "SAME") {  // the type is that of the event that is answered; this one is never a claim's
        EventCode code;
        code.type = EventType::sanction;
        return code;
    }
    const auto type = parse_event_type(name);
    if (!type) throw table.error(row, "'" + name + "' is no PLOVER type, not SAME and not NONE");
    const Codebook& book = codebook();
    EventCode code;
    code.type = *type;
    code.mode = table.cell(row, "mode");
    if (!code.mode.empty() && !book.scores.contains(name + "/" + code.mode))
        throw table.error(row, name + " has no mode '" + code.mode + "' in plover_modes.tsv");
    code.context = split_list(table.cell(row, "context"));
    for (const std::string& context : code.context)
        if (!book.contexts.contains(context))
            throw table.error(row, "'" + context + "' is not in plover_contexts.tsv");
    std::sort(code.context.begin(), code.context.end());
    code.cameo = table.cell(row, "cameo");
    if (!code.cameo.empty() && !book.cameo.contains(code.cameo))
        throw table.error(row, "'" + code.cameo + "' is not in cameo.tsv");
    code.goldstein = event_score(code);
    return code;
}

Frame read_frame(const Table& table, std::size_t row, const WordGroups& groups) {
    Frame frame;
    frame.triggers = read_triggers(table, row);
    const auto pos = read_pos(table, row);
    if (!pos || (*pos != Upos::verb && *pos != Upos::noun && *pos != Upos::adj))
        throw table.error(row, "pos is VERB, NOUN or ADJ");
    frame.pos = *pos;
    frame.same = table.cell(row, "event") == "SAME";
    frame.conditions = read_conditions(table, row, groups);
    frame.event = read_event(table, row);
    std::string target = table.cell(row, "target");
    if (target.ends_with('=')) {
        frame.mutual = true;
        target.pop_back();
    }
    frame.source = read_slots(table, row, table.cell(row, "source"));
    frame.target = read_slots(table, row, target);
    if (frame.event && (frame.source.empty() || (frame.target.empty() && !frame.mutual)))
        throw table.error(row, "an event needs a source and a target");
    frame.relation = table.cell(row, "relation");
    if (!frame.relation.empty() && !codebook().relations.contains(frame.relation))
        throw table.error(row, "'" + frame.relation + "' is not in relations.tsv");
    frame.modality = read_modality(table, row).value_or(Modality::asserted);
    frame.example = table.cell(row, "example");
    frame.line = table.line(row);
    frame.rank = rank_in(table, row, frame.conditions);
    return frame;
}

void read_act(const Table& table, std::size_t row, Operator& op) {
    const auto types = split_list(table.cell(row, "event"), '|');
    if (types.size() > 2) throw table.error(row, "event has at most two types: of cooperation | of conflict");
    std::vector<std::optional<EventType>> acts;
    for (const std::string& name : types) {
        acts.push_back(parse_event_type(name));
        if (!acts.back() && name != "-") throw table.error(row, "'" + name + "' is no PLOVER type");
    }
    if (acts.empty()) return;
    op.event = acts.front();
    op.event_of_conflict = acts.back();
    op.mode = table.cell(row, "mode");
    for (const auto& act : acts)
        if (act && !op.mode.empty() &&
            !codebook().scores.contains(std::string(to_string(*act)) + "/" + op.mode))
            throw table.error(row, "there is no such mode '" + op.mode + "' in plover_modes.tsv");
}

Operator read_operator(const Table& table, std::size_t row, const WordGroups& groups) {
    Operator op;
    op.triggers = read_triggers(table, row);
    op.pos = read_pos(table, row);
    op.conditions = read_conditions(table, row, groups);
    op.complement = split_list(table.cell(row, "complement"), '|');
    if (op.complement.empty()) throw table.error(row, "complement says where the event stands");
    const std::string& modality = table.cell(row, "modality");
    op.necessity = modality == "necessity";
    op.entitlement = modality == "entitlement";
    op.hearsay = modality == "hearsay";
    if (op.entitlement || op.hearsay) op.modality = Modality::possible;
    if (!op.necessity && !op.entitlement && !op.hearsay) op.modality = read_modality(table, row);
    read_act(table, row, op);
    std::string target;
    for (const std::string& slot : split_list(table.cell(row, "target"), '|')) {
        if (slot == "below")
            op.target_below = true;
        else
            target += slot + "|";
    }
    op.target = read_slots(table, row, target);
    const std::string& says = table.cell(row, "says");
    if (!says.empty() && says != "yes" && says != "no") throw table.error(row, "says is yes, no or empty");
    op.says = says == "yes";
    op.line = table.line(row);
    op.rank = rank_of(op.conditions);
    return op;
}

/// Sorts rows of one kind of trigger (in full, or by ending) by rank; the order of the file decides between
/// equals.
template <class Row>
void sort_by_rank(std::vector<const Row*>& rows) {
    std::stable_sort(rows.begin(), rows.end(), [](const Row* a, const Row* b) {
        return std::pair(-a->rank, a->line) < std::pair(-b->rank, b->line);
    });
}

}  // namespace

double event_score(const EventCode& code) {
    const Codebook& book = codebook();
    if (const auto cameo = book.cameo.find(code.cameo); cameo != book.cameo.end() && !cameo->second.empty())
        return number(cameo->second);
    const std::string type(to_string(code.type));
    if (const auto mode = book.scores.find(type + "/" + code.mode);
        mode != book.scores.end() && !mode->second.empty())
        return number(mode->second);
    const auto score = book.scores.find(type);
    return score == book.scores.end() ? 0.0 : number(score->second);
}

void TriggerIndex::add(const std::string& trigger, std::uint32_t row) {
    if (trigger.starts_with('*'))
        endings_[trigger.substr(1)].push_back(row);
    else
        lemmas_[trigger].push_back(row);
}

std::vector<std::uint32_t> TriggerIndex::find(std::string_view lemma) const {
    std::vector<std::uint32_t> rows;
    if (const auto exact = lemmas_.find(lemma); exact != lemmas_.end()) rows = exact->second;
    for (std::size_t start = 0; start < lemma.size() && !endings_.empty(); ++start)
        if (const auto ending = endings_.find(lemma.substr(start)); ending != endings_.end())
            rows.insert(rows.end(), ending->second.begin(), ending->second.end());
    return rows;
}

FrameLexicon FrameLexicon::load(const std::string& language, const WordGroups& groups) {
    const Table table = Table::load("frames." + language + ".tsv");
    FrameLexicon lexicon;
    for (std::size_t row = 0; row < table.size(); ++row) {
        lexicon.frames_.push_back(read_frame(table, row, groups));
        const Frame& frame = lexicon.frames_.back();
        for (const std::string& trigger : frame.triggers)
            lexicon.index_[frame.pos].add(trigger, static_cast<std::uint32_t>(row));
    }
    return lexicon;
}

std::vector<const Frame*> FrameLexicon::candidates(std::string_view lemma, Upos pos) const {
    const auto index = index_.find(pos);
    if (index == index_.end()) return {};
    std::vector<const Frame*> in_full;
    std::vector<const Frame*> by_ending;
    for (const std::uint32_t row : index->second.find(lemma)) {
        const Frame& frame = frames_[row];
        const bool named =
            std::find(frame.triggers.begin(), frame.triggers.end(), lemma) != frame.triggers.end();
        (named ? in_full : by_ending).push_back(&frame);
    }
    sort_by_rank(in_full);
    sort_by_rank(by_ending);
    in_full.insert(in_full.end(), by_ending.begin(), by_ending.end());
    return in_full;
}

bool FrameLexicon::names_event(std::string_view lemma, Upos pos) const {
    const auto index = index_.find(pos);
    return index != index_.end() && !index->second.find(lemma).empty();
}

OperatorLexicon OperatorLexicon::load(const std::string& language, const WordGroups& groups) {
    const Table table = Table::load("operators." + language + ".tsv");
    OperatorLexicon lexicon;
    for (std::size_t row = 0; row < table.size(); ++row) {
        lexicon.operators_.push_back(read_operator(table, row, groups));
        for (const std::string& trigger : lexicon.operators_.back().triggers)
            lexicon.index_.add(trigger, static_cast<std::uint32_t>(row));
    }
    return lexicon;
}

std::vector<const Operator*> OperatorLexicon::candidates(std::string_view lemma, Upos pos) const {
    std::vector<const Operator*> found;
    for (const std::uint32_t row : index_.find(lemma)) {
        const Operator& op = operators_[row];
        if (!op.pos || *op.pos == pos) found.push_back(&op);
    }
    sort_by_rank(found);
    return found;
}

}  // namespace entente
