#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "graph/detail/database.hpp"
#include "graph/fingerprint.hpp"
#include "graph/interval.hpp"

namespace entente {

/// Which current articles are copies of one text. Articles are linked where their texts resemble each other
/// and they were published within a week; all that hang together are one origin, named by the smallest row
/// among them.
class OriginRows {
 public:
    explicit OriginRows(Database& database);

    /// Takes a current article in. Appends the rows of articles whose origin has changed, its own among them.
    void insert(std::int64_t article, std::string_view text, std::vector<std::int64_t>& changed);
    /// Takes an article out that was in: it was replaced, or is about to be forgotten. As insert.
    void remove(std::int64_t article, std::vector<std::int64_t>& changed);

 private:
    void relabel(const std::vector<std::int64_t>& articles, std::vector<std::int64_t>& changed);
    std::vector<std::int64_t> linked(std::int64_t article);
    Fingerprint load(std::int64_t article);
    bool within_a_week(std::int64_t a, std::int64_t b);
    /// The day on which the article was published, if anything says so.
    std::optional<std::int64_t> published(std::int64_t article);
    /// The periods of four weeks of all articles that may be within a week of that day.
    std::vector<std::int64_t> periods_near(const std::optional<std::int64_t>& day);

    Statement insert_print_;
    Statement insert_band_;
    Statement insert_link_;
    Statement candidates_;
    Statement published_;
    Statement next_band_;
    Statement days_apart_;
    Statement load_print_;
    Statement linked_;
    Statement origin_;
    Statement set_origin_;
    Statement remove_print_;
    Statement remove_band_;
    Statement remove_links_;
};

}  // namespace entente
