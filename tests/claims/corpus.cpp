#include "tests/claims/corpus.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "knowledge/table.hpp"

namespace entente::test {

namespace {

std::vector<std::string> states_of(const std::vector<Participant>& side) {
    std::vector<std::string> states;
    for (const Participant& participant : side) states.push_back(participant.state);
    std::sort(states.begin(), states.end());
    states.erase(std::unique(states.begin(), states.end()), states.end());
    return states;
}

std::string day(const std::optional<Day>& value) { return value ? to_string(*value) : "-"; }

std::string number(double value) {
    std::ostringstream text;
    text.precision(15);
    text << value;
    return text.str();
}

std::string join(const std::vector<std::string>& parts) {
    std::string text;
    for (const std::string& part : parts) text += (text.empty() ? "" : ",") + part;
    return text;
}

/// The claim in the form of the corpus, with every attribute.
ExpectedClaim written(const Claim& claim) {
    ExpectedClaim found;
    found.source = states_of(claim.source);
    found.target = states_of(claim.target);
    found.event = to_string(claim.event.type);
    found.modality = to_string(claim.modality);
    found.said = !claim.attribution              ? "-"
                 : claim.attribution->id.empty() ? claim.attribution->text
                                                 : claim.attribution->id;
    found.start = claim.time.resolved ? day(claim.time.interval.start) : "-";
    found.end = claim.time.resolved ? day(claim.time.interval.end) : "-";
    found.quantity = claim.quantity ? number(claim.quantity->value) : "-";
    return found;
}

bool same(const std::string& expected, const std::string& found) {
    return expected.empty() || expected == found;
}

/// `SANCTION|REQUEST`: either.
bool same_event(const std::string& expected, const std::string& found) {
    const auto alternatives = split_list(expected, '|');
    return std::find(alternatives.begin(), alternatives.end(), found) != alternatives.end();
}

/// One source, one target; without direction where the type has none.
std::vector<ExpectedClaim> pairs_of(const ExpectedClaim& claim) {
    std::vector<ExpectedClaim> pairs;
    const auto type = parse_event_type(claim.event.substr(0, claim.event.find('|')));
    for (const std::string& source : claim.source) {
        for (const std::string& target : claim.target) {
            if (source == target) continue;
            ExpectedClaim pair = claim;
            const bool turn = type && is_mutual(*type) && target < source;
            pair.source = {turn ? target : source};
            pair.target = {turn ? source : target};
            const bool known = std::any_of(pairs.begin(), pairs.end(), [&](const ExpectedClaim& p) {
                return p.source == pair.source && p.target == pair.target;
            });
            if (!known) pairs.push_back(std::move(pair));
        }
    }
    return pairs;
}

bool fits(const ExpectedClaim& expected, const ExpectedClaim& found) {
    return same_event(expected.event, found.event) && expected.source == found.source &&
           expected.target == found.target && expected.modality == found.modality &&
           same(expected.said, found.said) && same(expected.start, found.start) &&
           same(expected.end, found.end) && same(expected.quantity, found.quantity);
}

std::string text_of(const ExpectedClaim& claim) {
    std::string text = join(claim.source) + " " + claim.event + " " + join(claim.target);
    const auto add = [&](const char* name, const std::string& value) {
        if (!value.empty() && value != "-") text += std::string(" ") + name + "=" + value;
    };
    if (claim.modality != "asserted") add("modality", claim.modality);
    add("said", claim.said);
    add("start", claim.start);
    add("end", claim.end);
    add("quantity", claim.quantity);
    return text;
}

ExpectedClaim read_claim(const std::string& line, const std::string& where) {
    std::istringstream words(line);
    ExpectedClaim claim;
    std::string source;
    std::string target;
    words >> source;
    if (source == "?") {
        claim.optional = true;
        words >> source;
    }
    words >> claim.event >> target;
    const auto events = split_list(claim.event, '|');
    if (target.empty() || !std::all_of(events.begin(), events.end(), [](const std::string& event) {
            return parse_event_type(event).has_value();
        }))
        throw std::runtime_error(where + ": a claim is SOURCE EVENT TARGET");
    claim.source = split_list(source, ',');
    claim.target = split_list(target, ',');
    std::sort(claim.source.begin(), claim.source.end());
    std::sort(claim.target.begin(), claim.target.end());
    for (std::string word; words >> word;) {
        const auto equals = word.find('=');
        const std::string name = word.substr(0, equals);
        std::string* attribute = name == "modality"   ? &claim.modality
                                 : name == "said"     ? &claim.said
                                 : name == "start"    ? &claim.start
                                 : name == "end"      ? &claim.end
                                 : name == "quantity" ? &claim.quantity
                                                      : nullptr;
        if (attribute == nullptr || equals == std::string::npos)
            throw std::runtime_error(where + ": '" + word + "' is no attribute of a claim");
        *attribute = word.substr(equals + 1);
        std::replace(attribute->begin(), attribute->end(), '_', ' ');
    }
    return claim;
}

}  // namespace

std::vector<Block> read_corpus(const std::string& file) {
    std::ifstream lines(file);
    if (!lines) throw std::runtime_error(file + ": cannot be opened");
    std::vector<Block> blocks;
    std::string date;
    std::size_t number = 0;
    for (std::string line; std::getline(lines, line);) {
        ++number;
        const std::string where = file + ":" + std::to_string(number);
        if (line.empty() || line.starts_with("#")) {
            if (line.empty()) date.clear();
        } else if (line.starts_with("@date ")) {
            date = line.substr(6);
        } else if (line.starts_with("  ")) {
            if (blocks.empty()) throw std::runtime_error(where + ": a claim without a sentence");
            if (line.substr(2) != "-") blocks.back().claims.push_back(read_claim(line, where));
        } else {
            Block block;
            block.line = number;
            block.date = date;
            block.known_limit = line.starts_with("! ");
            block.text = block.known_limit ? line.substr(2) : line;
            blocks.push_back(std::move(block));
        }
    }
    return blocks;
}

std::vector<std::string> deviations(const Block& block, const std::vector<Claim>& claims) {
    std::vector<ExpectedClaim> missing;
    for (const ExpectedClaim& claim : block.claims)
        for (ExpectedClaim& pair : pairs_of(claim)) missing.push_back(std::move(pair));
    std::vector<std::string> wrong;
    for (const Claim& claim : claims) {
        for (const ExpectedClaim& found : pairs_of(written(claim))) {
            const auto match = std::find_if(missing.begin(), missing.end(),
                                            [&](const ExpectedClaim& e) { return fits(e, found); });
            if (match != missing.end())
                missing.erase(match);
            else
                wrong.push_back("not expected: " + text_of(found) + " (" + claim.evidence.trigger + ")");
        }
    }
    for (const ExpectedClaim& claim : missing)
        if (!claim.optional) wrong.push_back("missing: " + text_of(claim));
    return wrong;
}

}  // namespace entente::test
