// Extracts the claims of annotated sentences and prints them in the form that the scorer of the annotations
// reads: one line a record, {"id", "events": [{source, target, event, modality, said_by, start, end,
// confidence}]}.
//
//     bench_accuracy [--models DIR] [--trace ID] RECORDS.jsonl > PRED.jsonl
//
// RECORDS.jsonl: {"id", "lang", "date" or null, "text"} a line. With --trace, what is seen in that record is
// printed instead.
#include <fstream>
#include <iostream>
#include <string>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "extract/grammar_extractor.hpp"
#include "extract/language/analyser.hpp"

namespace {

using entente::Article;
using entente::Claim;
using nlohmann::ordered_json;

Article article_of(const ordered_json& record) {
    Article article;
    article.id = record.at("id").get<std::string>();
    article.text = record.at("text").get<std::string>();
    article.language = record.at("lang").get<std::string>();
    if (record.contains("date") && record["date"].is_string())
        article.published = entente::parse_day(record["date"].get<std::string>());
    return article;
}

ordered_json states_of(const std::vector<entente::Participant>& side) {
    ordered_json states = ordered_json::array();
    for (const auto& participant : side)
        if (std::find(states.begin(), states.end(), participant.state) == states.end())
            states.push_back(participant.state);
    return states;
}

/// The id of the speaker, else the words of its phrase that begin with a capital: a newspaper's or agency's
/// name.
ordered_json speaker_of(const Claim& claim) {
    if (!claim.attribution) return nullptr;
    if (!claim.attribution->id.empty()) return claim.attribution->id;
    std::string name;
    std::string word;
    for (const char c : claim.attribution->text + " ") {
        if (c != ' ') {
            word += c;
            continue;
        }
        if (!word.empty() && word.front() >= 'A' && word.front() <= 'Z' && word != "The")
            name += (name.empty() ? "" : " ") + word;
        word.clear();
    }
    return name.empty() ? ordered_json(nullptr) : ordered_json(name);
}

ordered_json day(const std::optional<entente::Day>& value) {
    return value ? ordered_json(entente::to_string(*value)) : ordered_json(nullptr);
}

ordered_json event_of(const Claim& claim) {
    return {{"source", states_of(claim.source)},
            {"target", states_of(claim.target)},
            {"event", entente::to_string(claim.event.type)},
            {"modality", entente::to_string(claim.modality)},
            {"said_by", speaker_of(claim)},
            {"start", claim.time.resolved ? day(claim.time.interval.start) : ordered_json(nullptr)},
            {"end", claim.time.resolved ? day(claim.time.interval.end) : ordered_json(nullptr)},
            {"confidence", claim.confidence},
            {"trigger", claim.evidence.trigger}};
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app{"Extracts the claims of annotated sentences for their scorer"};
    std::string models = entente::default_model_folder().string();
    std::string traced;
    std::string file;
    app.add_option("--models", models, "Folder of the language models");
    app.add_option("--trace", traced, "Print what is seen in this record instead");
    app.add_option("RECORDS", file, "JSONL with id, lang, date, text")->required();
    CLI11_PARSE(app, argc, argv);
    const auto extractor = entente::GrammarExtractor::load(models);
    std::ifstream lines(file);
    if (!lines) {
        std::cerr << file << ": cannot be opened\n";
        return 1;
    }
    for (std::string line; std::getline(lines, line);) {
        if (line.empty()) continue;
        const Article article = article_of(ordered_json::parse(line));
        if (!traced.empty()) {
            if (article.id == traced) extractor.trace(article, std::cout);
            continue;
        }
        ordered_json events = ordered_json::array();
        for (const Claim& claim : extractor.extract(article)) events.push_back(event_of(claim));
        std::cout << ordered_json{{"id", article.id}, {"events", std::move(events)}}.dump() << '\n';
    }
    return 0;
}
