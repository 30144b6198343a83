#include <map>

#include "knowledge/table.hpp"
#include "queries/answers.hpp"

namespace entente::answers {

namespace {

using Keys = std::vector<std::string>;

/// The keys of a row that has all that rows of its kind may have.
Keys keys_of(const nlohmann::ordered_json& row, Keys before, const Keys& behind) {
    for (const auto& item : row.items()) {
        before.push_back(item.key());
    }
    before.insert(before.end(), behind.begin(), behind.end());
    return before;
}

}  // namespace

std::vector<Answer::Column> tie_columns(const Context& context) {
    return {{"source_name", context.say("Source", "Bron"), true},
            {"relation_text", context.say("Relation", "Relatie"), false},
            {"target_name", context.say("Target", "Doel"), true},
            {"period", context.say("Period", "Periode"), false}};
}

std::vector<Answer::Column> support_columns(const Context& context) {
    return {{"articles", context.say("Articles", "Artikelen"), false},
            {"origins", context.say("Origins", "Herkomsten"), false},
            {"confidence", context.say("Conf.", "Zeker"), false},
            {"id", "Id", false}};
}

std::vector<Answer::Column> happening_columns(const Context& context) {
    return {{"source_name", context.say("Source", "Bron"), true},
            {"event_text", context.say("Event", "Gebeurtenis"), false},
            {"target_name", context.say("Target", "Doel"), true}};
}

std::vector<Answer::Column> joined_columns(std::initializer_list<std::vector<Answer::Column>> parts) {
    std::vector<Answer::Column> all;
    for (const auto& part : parts) {
        all.insert(all.end(), part.begin(), part.end());
    }
    return all;
}

Keys relation_keys(const Context& context, const Keys& before, const Keys& behind) {
    Relation relation;
    relation.ended_by = "c";
    return keys_of(row_of(relation, context), before, behind);
}

Keys event_keys(const Context& context, const Keys& before, const Keys& behind) {
    Event event;
    event.quantity = Quantity{};
    return keys_of(row_of(event, context), before, behind);
}

std::string event_label(EventType type, std::string_view language) {
    static const auto dutch = [] {
        std::map<std::string, std::string, std::less<>> labels;
        const Table table = Table::load("plover.tsv");
        for (std::size_t row = 0; row < table.size(); ++row) {
            labels.emplace(table.cell(row, "type"), table.cell(row, "label_nl"));
        }
        return labels;
    }();
    const std::string name{to_string(type)};
    const auto found = language == "nl" ? dutch.find(name) : dutch.end();
    return found == dutch.end() ? name : found->second;
}

}  // namespace entente::answers
