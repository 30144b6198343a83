#include "graph/detail/origin_rows.hpp"

#include <algorithm>
#include <set>

namespace entente {

namespace {

void append_number(std::vector<unsigned char>& bytes, std::uint32_t value) {
    for (unsigned shift = 0; shift < 32; shift += 8) {
        bytes.push_back(static_cast<unsigned char>(value >> shift));
    }
}

constexpr std::int64_t days_a_period = 28;
constexpr std::int64_t week = 7;
constexpr std::int64_t first_day = 719528;  ///< 1970-01-01, counted from the first day of the year 0
constexpr int band_bits = 42;

/// The period of four weeks in which the day lies; 0 if there is none.
std::int64_t period_of(const std::optional<std::int64_t>& day) {
    return day ? std::max<std::int64_t>(*day + first_day, 0) / days_a_period + 1 : 0;
}

/// The bands of one period stand together, so that articles that are added in the order of their dates are
/// compared within a few pages of the index.
std::int64_t key_of(std::int64_t period, std::int64_t band) {
    constexpr auto mask = (std::int64_t{1} << band_bits) - 1;
    return (period << band_bits) | (band & mask);
}

}  // namespace

OriginRows::OriginRows(Database& database)
    : insert_print_(database.prepare("INSERT INTO article_fingerprint(article, minima) VALUES (?1, ?2)")),
      insert_band_(database.prepare("INSERT OR IGNORE INTO article_band(band, article) VALUES (?1, ?2)")),
      insert_link_(database.prepare("INSERT INTO article_link(article, other) VALUES (?1, ?2)")),
      candidates_(database.prepare("SELECT article FROM article_band WHERE band = ?1")),
      published_(database.prepare("SELECT published FROM article WHERE row = ?1")),
      next_band_(database.prepare("SELECT min(band) FROM article_band WHERE band >= ?1")),
      days_apart_(database.prepare("SELECT abs(a.published - b.published) FROM article a, article b"
                                   " WHERE a.row = ?1 AND b.row = ?2")),
      load_print_(database.prepare("SELECT minima FROM article_fingerprint WHERE article = ?1")),
      linked_(database.prepare("SELECT other FROM article_link WHERE article = ?1 UNION ALL"
                               " SELECT article FROM article_link WHERE other = ?1")),
      origin_(database.prepare("SELECT origin FROM article WHERE row = ?1")),
      set_origin_(database.prepare("UPDATE article SET origin = ?2 WHERE row = ?1")),
      remove_print_(database.prepare("DELETE FROM article_fingerprint WHERE article = ?1")),
      remove_band_(database.prepare("DELETE FROM article_band WHERE band = ?1 AND article = ?2")),
      remove_links_(database.prepare("DELETE FROM article_link WHERE article = ?1 OR other = ?1")) {}

Fingerprint OriginRows::load(std::int64_t article) {
    Fingerprint print;
    if (load_print_.bind(1, article).step()) {
        const auto bytes = load_print_.blob(0);
        for (std::size_t i = 0; i < print.minima.size() && 4 * i + 3 < bytes.size(); ++i) {
            for (std::size_t byte = 0; byte < 4; ++byte) {
                print.minima[i] |= static_cast<std::uint32_t>(bytes[4 * i + byte]) << (8 * byte);
            }
        }
        load_print_.reset();
    }
    return print;
}

/// A wire story is copied within days; later ones with the same words (a form letter, a daily report) are
/// news.
bool OriginRows::within_a_week(std::int64_t a, std::int64_t b) {
    days_apart_.bind(1, a).bind(2, b).step();
    const bool near = days_apart_.is_null(0) || days_apart_.integer(0) <= 7;
    days_apart_.reset();
    return near;
}

std::optional<std::int64_t> OriginRows::published(std::int64_t article) {
    published_.bind(1, article).step();
    const auto day = published_.is_null(0) ? std::nullopt : std::optional{published_.integer(0)};
    published_.reset();
    return day;
}

std::vector<std::int64_t> OriginRows::periods_near(const std::optional<std::int64_t>& day) {
    std::vector<std::int64_t> periods;
    const auto add_from = [&](std::int64_t period) {
        next_band_.bind(1, key_of(period, 0)).step();
        const bool found = !next_band_.is_null(0);
        if (found) {
            periods.push_back(next_band_.integer(0) >> band_bits);
        }
        next_band_.reset();
        return found;
    };
    if (!day) {  // near to all
        for (std::int64_t from = 0; add_from(from); from = periods.back() + 1) {
        }
        return periods;
    }
    if (add_from(0) && periods.back() != 0) {
        periods.pop_back();
    }
    for (auto at = period_of(*day - week); at <= period_of(*day + week); ++at) {
        periods.push_back(at);
    }
    return periods;
}

std::vector<std::int64_t> OriginRows::linked(std::int64_t article) {
    std::vector<std::int64_t> out;
    linked_.bind(1, article);
    while (linked_.step()) {
        out.push_back(linked_.integer(0));
    }
    return out;
}

void OriginRows::insert(std::int64_t article, std::string_view text, std::vector<std::int64_t>& changed) {
    const auto print = fingerprint_of(text);
    std::set<std::int64_t> candidates;
    const auto bands = bands_of(print);
    const auto day = published(article);
    for (const auto near : periods_near(day)) {
        for (const auto band : bands) {
            candidates_.bind(1, key_of(near, band));
            while (candidates_.step()) {
                candidates.insert(candidates_.integer(0));
            }
        }
    }
    const auto own = period_of(day);
    for (const auto band : bands) {
        insert_band_.bind(1, key_of(own, band)).bind(2, article).run();
    }
    std::vector<unsigned char> bytes;
    for (const auto minimum : print.minima) {
        append_number(bytes, minimum);
    }
    insert_print_.bind(1, article).bind_blob(2, bytes).run();
    bool is_linked = false;
    for (const auto candidate : candidates) {
        if (resemblance(print, load(candidate)) >= same_origin && within_a_week(article, candidate)) {
            insert_link_.bind(1, article).bind(2, candidate).run();
            is_linked = true;
        }
    }
    if (is_linked) {
        relabel({article}, changed);
    }
}

void OriginRows::remove(std::int64_t article, std::vector<std::int64_t>& changed) {
    const auto neighbours = linked(article);
    remove_links_.bind(1, article).run();
    const auto own = period_of(published(article));
    for (const auto band : bands_of(load(article))) {
        remove_band_.bind(1, key_of(own, band)).bind(2, article).run();
    }
    remove_print_.bind(1, article).run();
    relabel(neighbours, changed);
}

void OriginRows::relabel(const std::vector<std::int64_t>& articles, std::vector<std::int64_t>& changed) {
    std::set<std::int64_t> done;
    for (const auto start : articles) {
        if (done.contains(start)) {
            continue;
        }
        std::set<std::int64_t> together{start};
        std::vector<std::int64_t> open{start};
        while (!open.empty()) {
            const auto next = open.back();
            open.pop_back();
            for (const auto other : linked(next)) {
                if (together.insert(other).second) {
                    open.push_back(other);
                }
            }
        }
        const auto origin = *together.begin();
        for (const auto member : together) {
            origin_.bind(1, member).step();
            const auto before = origin_.integer(0);
            origin_.reset();
            if (before != origin) {
                set_origin_.bind(1, member).bind(2, origin).run();
                changed.push_back(member);
            }
        }
        done.merge(together);
    }
}

}  // namespace entente
