#include "tests/graph/world.hpp"

#include <algorithm>
#include <map>
#include <sstream>
#include <stdexcept>

namespace entente::world {

namespace {

std::vector<Participant> participants(const std::string& list) {
    std::vector<Participant> out;
    std::stringstream in{list};
    for (std::string id; std::getline(in, id, '+');) {
        const auto kind = id.starts_with("person:") ? ActorKind::person : ActorKind::state;
        out.push_back({id, id, kind, kind == ActorKind::person ? "" : id, "", {id, 0, 0}});
    }
    return out;
}

EventCode code(const std::string& text) {
    const auto bracket = std::min(text.find('['), text.size());
    const auto slash = std::min(text.find('/'), bracket);
    EventCode code;
    const auto type = parse_event_type(text.substr(0, slash));
    if (!type) {
        throw std::invalid_argument("no event type: " + text);
    }
    code.type = *type;
    if (slash < bracket) {
        code.mode = text.substr(slash + 1, bracket - slash - 1);
    }
    if (bracket < text.size()) {
        code.context = {text.substr(bracket + 1, text.size() - bracket - 2)};
    }
    return code;
}

ClaimTime time(const std::string& text) {
    if (text == "?") {
        return {};
    }
    const auto dots = text.find("..");
    if (dots == std::string::npos) {
        return {parse_interval(text).value(), text, true};
    }
    const auto first = parse_interval(text.substr(0, dots)).value();
    const auto last = parse_interval(text.substr(dots + 2));
    return {{first.start, last ? last->end : std::nullopt, first.granularity}, text, true};
}

}  // namespace

std::vector<Reported> read(std::string_view lines) {
    std::vector<Reported> world;
    std::stringstream in{std::string{lines}};
    for (std::string line; std::getline(in, line);) {
        std::stringstream words{line};
        std::string when;
        std::string source;
        std::string event;
        std::string target;
        std::string relation;
        if (!(words >> when >> source >> event >> target >> relation)) {
            continue;
        }
        std::map<std::string, std::string> options;
        for (std::string word; words >> word;) {
            const auto equals = word.find('=');
            auto& value = options[word.substr(0, equals)];
            value = word.substr(equals + 1);
            if (word.starts_with("text=")) {
                std::string rest;
                std::getline(words, rest);
                value += rest;
            }
        }
        Reported one;
        auto& article = one.article;
        auto& claim = one.claim;
        article.text = options.count("text") != 0U ? options["text"] : line;
        article.publisher = options["by"];
        article.published = parse_day(options["published"]);
        article.url = options["url"];
        article.language = "en";
        article.id = content_id(article);
        claim.article = article.id;
        claim.source = participants(source);
        claim.target = participants(target);
        claim.event = code(event);
        claim.relation = relation == "-" ? "" : relation;
        if (options.count("modality") != 0U) {
            claim.modality = parse_modality(options["modality"]).value();
        }
        claim.time = time(when);
        claim.place = options["place"];
        if (options.count("quantity") != 0U) {
            claim.quantity = Quantity{std::stod(options["quantity"]), "soldiers", "", {}};
        }
        claim.confidence = options.count("confidence") != 0U ? std::stod(options["confidence"]) : 0.5;
        claim.evidence = {article.text, 0, article.text.size(), "", 0, article.text.size()};
        claim.extractor = "world/1";
        claim.id = claim_id(claim);
        world.push_back(std::move(one));
    }
    return world;
}

PairGraph merged(const std::vector<Reported>& world) {
    std::vector<Report> reports;
    std::map<std::string, std::int64_t> publishers;
    std::map<std::string, std::int64_t> articles;
    for (const auto& [article, claim] : world) {
        const auto number = articles.emplace(article.id, articles.size()).first->second;
        const auto publisher = publishers.emplace(article.publisher, publishers.size()).first->second;
        const auto pairs = pair_claims(claim);
        for (auto& report : reports_of(claim, pairs, {number, publisher, number, article.published})) {
            reports.push_back(std::move(report));
        }
    }
    return merge_pair(reports);
}

std::vector<std::string> lines_of(const std::vector<Relation>& relations) {
    std::vector<std::string> lines;
    for (const auto& relation : relations) {
        const auto when = to_string(relation.valid);
        auto line =
            relation.source + ' ' + relation.type + ' ' + relation.target + ' ' + (when.empty() ? "?" : when);
        if (relation.modality != Modality::asserted) {
            line += " (" + std::string{to_string(relation.modality)} + ")";
        }
        if (!relation.ended_rule.empty()) {
            line += " " + relation.ended_rule;
        }
        if (!relation.stage.empty()) {
            line += " stage " + relation.stage;
        }
        lines.push_back(std::move(line));
    }
    std::sort(lines.begin(), lines.end());
    return lines;
}

std::vector<std::string> relations(const PairGraph& graph) {
    std::vector<Relation> all;
    for (const auto& merged : graph.relations) {
        all.push_back(merged.relation);
    }
    return lines_of(all);
}

}  // namespace entente::world
