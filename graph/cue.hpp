#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// Whether `cue` (lower case, one word or several) stands in `folded` (see lower_ascii) as words of their
/// own. A cue of five letters or more may have an ending of up to three letters ("sanction": "sanctions"), a
/// shorter one an s.
bool has_cue(std::string_view folded, std::string_view cue);

/// Whether one of them does.
bool has_any_cue(std::string_view folded, const std::vector<std::string>& cues);

/// A stage or obligation of knowledge/agreement_stages.tsv. Ranks order the stages; obligations have none.
struct AgreementTerm {
    std::string name;
    int rank = 0;
    std::vector<std::string> cues;
};

/// In the order of their ranks. Read once. Throws KnowledgeError where the table is wrong.
const std::vector<AgreementTerm>& agreement_stages();
const std::vector<AgreementTerm>& agreement_obligations();

/// From this rank on ("signed") there is an agreement; before, it was only talked of.
int signed_rank();
/// 0 for an empty or unknown stage.
int stage_rank(std::string_view stage);

}  // namespace entente
