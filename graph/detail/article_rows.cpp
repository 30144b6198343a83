#include "graph/detail/article_rows.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <tuple>

#include "knowledge/table.hpp"

namespace entente {

namespace {

/// TextOrigins as a row of LEB128 numbers: each as the distance from where the one before it ended.
std::vector<unsigned char> encode(const std::vector<TextOrigin>& origins) {
    std::vector<unsigned char> bytes;
    const auto put = [&](std::size_t value) {
        for (; value >= 0x80; value >>= 7U) {
            bytes.push_back(static_cast<unsigned char>(value | 0x80U));
        }
        bytes.push_back(static_cast<unsigned char>(value));
    };
    TextOrigin last;
    for (const auto& origin : origins) {
        put(origin.text_start - (last.text_start + last.length));
        put(origin.length);
        // Stretches of the input nearly always follow one another; where not, the distance wraps round.
        put(origin.origin_start - (last.origin_start + last.origin_length));
        put(origin.origin_length);
        last = origin;
    }
    return bytes;
}

std::vector<TextOrigin> decode(std::span<const unsigned char> bytes) {
    std::vector<TextOrigin> origins;
    std::size_t at = 0;
    const auto take = [&] {
        std::size_t value = 0;
        for (unsigned shift = 0; at < bytes.size() && shift < 64; shift += 7) {
            const auto byte = bytes[at++];
            value |= static_cast<std::size_t>(byte & 0x7FU) << shift;
            if (byte < 0x80) {
                break;
            }
        }
        return value;
    };
    TextOrigin last;
    while (at < bytes.size()) {
        TextOrigin origin;
        origin.text_start = last.text_start + last.length + take();
        origin.length = take();
        origin.origin_start = last.origin_start + last.origin_length + take();
        origin.origin_length = take();
        origins.push_back(origin);
        last = origin;
    }
    return origins;
}

std::string join(const std::vector<std::string>& parts) {
    std::string out;
    for (const auto& part : parts) {
        out += (out.empty() ? "" : ";") + part;
    }
    return out;
}

std::int64_t first_or_zero(Statement& statement) {
    std::int64_t value = 0;
    if (statement.step()) {
        value = statement.integer(0);
        statement.reset();
    }
    return value;
}

}  // namespace

ArticleRows::ArticleRows(Database& database)
    : database_(database),
      by_id_(database.prepare("SELECT lineage FROM article WHERE id = ?1 ORDER BY row LIMIT 1")),
      by_url_(
          database.prepare("SELECT lineage FROM article WHERE url = ?1 AND item = ?2 ORDER BY row LIMIT 1")),
      versions_(database.prepare("SELECT row FROM article WHERE lineage = ?1 ORDER BY row")),
      current_(database.prepare("SELECT row FROM article WHERE lineage = ?1 AND replaced_by IS NULL")),
      content_(database.prepare("SELECT content FROM article WHERE row = ?1")),
      next_row_(database.prepare("SELECT ifnull(max(row), 0) + 1 FROM article")),
      insert_(database.prepare(
          "INSERT INTO article(id, content, page, item, title, text, origins, url, publisher, dateline, "
          "agencies,"
          " published, language, added, known, lineage, origin, row)"
          " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?17)")),
      insert_words_(database.prepare("INSERT INTO article_words(rowid, title, text) VALUES (?1, ?2, ?3)")),
      insert_publisher_(database.prepare("INSERT OR IGNORE INTO publisher(name) VALUES (?1)")),
      publisher_(database.prepare("SELECT row FROM publisher WHERE name = ?1")),
      load_(database.prepare("SELECT a.id, page, item, title, text, origins, url, p.name, dateline, "
                             "agencies, published, language"
                             " FROM article a JOIN publisher p ON p.row = a.publisher WHERE a.row = ?1")),
      remove_(database.prepare("DELETE FROM article WHERE row = ?1")),
      remove_words_(database.prepare("INSERT INTO article_words(article_words, rowid, title, text)"
                                     " SELECT 'delete', row, title, text FROM article WHERE row = ?1")),
      dates_(database.prepare("SELECT row, published, added FROM article WHERE lineage = ?1")),
      replace_(
          database.prepare("UPDATE article SET replaced_by = ?2, replaced_known = ?3, replaced_added = ?4"
                           " WHERE row = ?1")) {}

std::int64_t ArticleRows::find_lineage(const Article& article) {
    if (const auto lineage = first_or_zero(by_id_.bind(1, article.id)); lineage != 0 || article.url.empty()) {
        return lineage;
    }
    return first_or_zero(by_url_.bind(1, article.url).bind(2, static_cast<std::int64_t>(article.index)));
}

std::vector<std::int64_t> ArticleRows::versions(std::int64_t lineage) {
    std::vector<std::int64_t> rows;
    versions_.bind(1, lineage);
    while (versions_.step()) {
        rows.push_back(versions_.integer(0));
    }
    return rows;
}

std::int64_t ArticleRows::current(std::int64_t lineage) { return first_or_zero(current_.bind(1, lineage)); }

std::string ArticleRows::content(std::int64_t row) {
    std::string content;
    if (content_.bind(1, row).step()) {
        content = content_.text(0);
        content_.reset();
    }
    return content;
}

std::int64_t ArticleRows::insert(const Article& article, Day added, std::int64_t lineage) {
    publisher_.bind(1, article.publisher);
    auto publisher = first_or_zero(publisher_);
    if (publisher == 0) {
        insert_publisher_.bind(1, article.publisher).run();
        publisher = database_.last_row();
    }
    const auto row = first_or_zero(next_row_);
    insert_.bind(1, article.id)
        .bind(2, content_id(article))
        .bind(3, article.page)
        .bind(4, static_cast<std::int64_t>(article.index))
        .bind(5, article.title)
        .bind(6, article.text)
        .bind_blob(7, encode(article.origins))
        .bind_text_or_null(8, article.url)
        .bind(9, publisher)
        .bind_text_or_null(10, article.dateline)
        .bind_text_or_null(11, join(article.agencies))
        .bind(12, article.published)
        .bind_text_or_null(13, article.language)
        .bind(14, added)
        .bind(15, article.published.value_or(added))
        .bind(16, lineage == 0 ? row : lineage)
        .bind(17, row)
        .run();
    insert_words_.bind(1, row).bind(2, article.title).bind(3, article.text).run();
    return row;
}

Article ArticleRows::load(std::int64_t row) {
    Article article;
    if (!load_.bind(1, row).step()) {
        return article;
    }
    article.id = load_.text(0);
    article.page = load_.text(1);
    article.index = static_cast<std::size_t>(load_.integer(2));
    article.title = load_.text(3);
    article.text = load_.text(4);
    article.origins = decode(load_.blob(5));
    article.url = load_.text(6);
    article.publisher = load_.text(7);
    article.dateline = load_.text(8);
    article.agencies = split_list(load_.text(9));
    article.published = load_.day(10);
    article.language = load_.text(11);
    load_.reset();
    return article;
}

void ArticleRows::remove(std::int64_t row) {
    remove_words_.bind(1, row).run();
    remove_.bind(1, row).run();
}

void ArticleRows::order_versions(std::int64_t lineage) {
    struct Version {
        std::int64_t row;
        std::optional<Day> published;
        Day added;
    };
    std::vector<Version> versions;
    dates_.bind(1, lineage);
    while (dates_.step()) {
        versions.push_back({dates_.integer(0), dates_.day(1), *dates_.day(2)});
    }
    std::sort(versions.begin(), versions.end(), [](const Version& a, const Version& b) {
        return std::tie(a.published, a.row) < std::tie(b.published, b.row);
    });
    for (std::size_t i = 0; i < versions.size(); ++i) {
        replace_.bind(1, versions[i].row);
        if (i + 1 == versions.size()) {
            replace_.bind_null(2).bind_null(3).bind_null(4).run();
            continue;
        }
        const auto& next = versions[i + 1];
        // A correction of the same day can only have been known when it was added.
        const bool later = next.published && next.published != versions[i].published;
        replace_.bind(2, next.row).bind(3, later ? *next.published : next.added).bind(4, next.added).run();
    }
}

}  // namespace entente
