#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "graph/article.hpp"
#include "graph/detail/database.hpp"

namespace entente {

/// Articles and their versions. A lineage is all versions of one article, named by its first row; each
/// version but the current one says by which it was replaced.
class ArticleRows {
 public:
    explicit ArticleRows(Database& database);

    /// The lineage to which an article belongs by its id, else by its URL and place on the page; 0 if it is
    /// new.
    std::int64_t find_lineage(const Article& article);
    std::vector<std::int64_t> versions(std::int64_t lineage);  ///< rows, in the order of their insertion
    std::int64_t current(std::int64_t lineage);
    std::string content(std::int64_t row);

    /// Its content id is computed here. A lineage of 0: the article begins its own.
    std::int64_t insert(const Article& article, Day added, std::int64_t lineage);
    Article load(std::int64_t row);
    void remove(std::int64_t row);

    /// Puts the versions in order: by publication where the days are known, else by addition.
    void order_versions(std::int64_t lineage);

 private:
    Database& database_;
    Statement by_id_;
    Statement by_url_;
    Statement versions_;
    Statement current_;
    Statement content_;
    Statement next_row_;
    Statement insert_;
    Statement insert_words_;
    Statement insert_publisher_;
    Statement publisher_;
    Statement load_;
    Statement remove_;
    Statement remove_words_;
    Statement dates_;
    Statement replace_;
};

}  // namespace entente
