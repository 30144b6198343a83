#include "graph/cue.hpp"

#include <algorithm>

#include "knowledge/table.hpp"

namespace entente {

namespace {

/// Letters of any script: bytes above ASCII are parts of letters here, but for typographic punctuation, which
/// begins with E2.
bool is_letter(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || (byte >= 0x80 && byte != 0xE2);
}

std::vector<AgreementTerm> load_terms(std::string_view kind) {
    const auto table = Table::load("agreement_stages.tsv");
    std::vector<AgreementTerm> terms;
    for (std::size_t row = 0; row < table.size(); ++row) {
        const auto& row_kind = table.cell(row, "kind");
        if (row_kind != "stage" && row_kind != "obligation") {
            throw table.error(row, "column 'kind': '" + row_kind + "' is neither stage nor obligation");
        }
        if (row_kind != kind) {
            continue;
        }
        AgreementTerm term;
        term.name = table.cell(row, "name");
        for (const char digit : table.cell(row, "rank")) {
            if (digit < '0' || digit > '9') {
                throw table.error(row, "column 'rank': not a number");
            }
            term.rank = term.rank * 10 + (digit - '0');
        }
        term.cues = split_list(table.cell(row, "cues_en"));
        for (auto& cue : split_list(table.cell(row, "cues_nl"))) {
            term.cues.push_back(std::move(cue));
        }
        terms.push_back(std::move(term));
    }
    std::stable_sort(terms.begin(), terms.end(),
                     [](const AgreementTerm& a, const AgreementTerm& b) { return a.rank < b.rank; });
    return terms;
}

}  // namespace

bool has_cue(std::string_view folded, std::string_view cue) {
    for (auto at = folded.find(cue); at != std::string_view::npos; at = folded.find(cue, at + 1)) {
        if (at > 0 && is_letter(folded[at - 1])) {
            continue;
        }
        std::size_t ending = 0;
        while (at + cue.size() + ending < folded.size() && is_letter(folded[at + cue.size() + ending])) {
            ++ending;
        }
        if (ending == 0 || (cue.size() >= 5 && ending <= 3) ||
            (ending == 1 && folded[at + cue.size()] == 's')) {
            return true;
        }
    }
    return false;
}

bool has_any_cue(std::string_view folded, const std::vector<std::string>& cues) {
    return std::any_of(cues.begin(), cues.end(), [&](const auto& cue) { return has_cue(folded, cue); });
}

const std::vector<AgreementTerm>& agreement_stages() {
    static const auto stages = load_terms("stage");
    return stages;
}

const std::vector<AgreementTerm>& agreement_obligations() {
    static const auto obligations = load_terms("obligation");
    return obligations;
}

int stage_rank(std::string_view stage) {
    for (const auto& term : agreement_stages()) {
        if (term.name == stage) {
            return term.rank;
        }
    }
    return 0;
}

int signed_rank() {
    static const int rank = stage_rank("signed");
    return rank;
}

}  // namespace entente
