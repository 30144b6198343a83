#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "graph/claim.hpp"
#include "graph/detail/actor_rows.hpp"
#include "graph/detail/database.hpp"
#include "graph/report.hpp"

namespace entente {

/// Claims with participants, evidence, and what they say about pairs of actors. Rows are only added, and
/// removed when their article is forgotten.
class ClaimRows {
 public:
    ClaimRows(Database& database, ActorRows& actors);

    /// Stores the claim and its reports for the article of that id and row; the pairs that it touches are
    /// added to `pairs`.
    void insert(const Claim& claim, const std::string& article_id, std::int64_t article,
                std::vector<PairKey>& pairs);
    Claim load(std::int64_t row);
    std::int64_t digest(std::int64_t row);
    std::vector<std::int64_t> of_article(std::int64_t article);  ///< rows, in the order of insertion
    std::vector<PairKey> pairs_of_article(std::int64_t article);
    /// Brings the reports of an article up to date with its origin and whether it is current.
    void renew_article(std::int64_t article);
    void remove_of_article(std::int64_t article);
    /// Works out anew what stored claims say about pairs, after a change of the tables or of decisions on
    /// actors.
    void renew_reports(std::int64_t row, std::vector<PairKey>& pairs);

 private:
    void insert_reports(const Claim& claim, std::int64_t row, std::vector<PairKey>& pairs);

    Database& database_;
    ActorRows& actors_;
    Statement insert_;
    Statement insert_words_;
    Statement insert_participant_;
    Statement insert_report_;
    Statement article_;
    Statement renew_article_;
    Statement load_;
    Statement load_participants_;
    Statement digest_;
    Statement of_article_;
    Statement pairs_of_article_;
    Statement pairs_of_claim_;
    Statement remove_reports_;
    Statement remove_of_article_;
    Statement remove_words_;
};

/// What `digest` of a claim stored for that article must be: a hash of all its content.
std::int64_t digest_of(const Claim& claim, const std::string& article_id);

}  // namespace entente
