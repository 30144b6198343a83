#include "bench/synthetic_relations.hpp"

#include <array>
#include <cmath>
#include <random>
#include <utility>
#include <vector>

#include <fmt/core.h>
#include <sqlite3.h>

#include "bench/sqlite.hpp"
#include "graph/relation_type.hpp"
#include "graph/store.hpp"

namespace entente {

namespace {

using sqlite::Database;
using sqlite::prepare;
using sqlite::run;
using sqlite::step;

constexpr std::array<const char*, 9> types{"negotiates",   "accuses",   "attacks",
                                           "armed_clash",  "ceasefire", "sanctions",
                                           "military_aid", "ally",      "supports"};
constexpr int first_day = 12784;  // 2005-01-01
constexpr int days = 20 * 365;

/// Name and SQL of the indexes that were made for the relations.
std::vector<std::pair<std::string, std::string>> indexes(const Database& database) {
    std::vector<std::pair<std::string, std::string>> out;
    const auto rows = prepare(database,
                              "SELECT name, sql FROM sqlite_schema WHERE tbl_name = 'relation' AND type = "
                              "'index' AND sql IS NOT NULL");
    const auto text = [&](int column) {
        return std::string{reinterpret_cast<const char*>(sqlite3_column_text(rows.get(), column))};
    };
    while (sqlite3_step(rows.get()) == SQLITE_ROW) {
        out.emplace_back(text(0), text(1));
    }
    return out;
}

}  // namespace

void make_synthetic_relations(const std::string& path, std::size_t relations, std::size_t actors) {
    { Store::open(path, StoreMode::write); }
    const auto database = sqlite::open(path);
    run(database, "PRAGMA synchronous = OFF; PRAGMA cache_size = -262144;");
    const auto made = indexes(database);
    for (const auto& [name, sql] : made) {
        run(database, "DROP INDEX " + name);
    }
    run(database, "BEGIN");
    const auto actor = prepare(database, "INSERT INTO actor(row, id) VALUES (?1, ?2)");
    constexpr std::int64_t first_row = 1000000;  // after those of the tables
    for (std::size_t i = 0; i < actors; ++i) {
        const auto id = fmt::format("X{}", i);
        sqlite3_bind_int64(actor.get(), 1, first_row + static_cast<std::int64_t>(i));
        sqlite3_bind_text(actor.get(), 2, id.data(), static_cast<int>(id.size()), SQLITE_TRANSIENT);
        step(database, actor);
    }
    const auto relation = prepare(database,
                                  "INSERT INTO relation(id, digest, pair, type, source, target, symmetric, "
                                  "sign, valid_start, valid_end,"
                                  " granularity, found_from, found_to, modality, basis, confidence, "
                                  "goldstein, claims, articles, publishers,"
                                  " origins, known_from) VALUES (?1, 0, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, "
                                  "'day', ?8, ?9, ?10, 'articles', ?11, 0.0,"
                                  " 1, 1, 1, 1, ?8)");
    std::mt19937_64 random{1};
    const auto draw_actor = [&] {
        const double u = std::uniform_real_distribution<double>{}(random);
        return first_row + static_cast<std::int64_t>(std::pow(static_cast<double>(actors), u)) - 1;
    };
    for (std::size_t i = 0; i < relations; ++i) {
        const auto& type = *find_relation_type(types[random() % types.size()]);
        auto source = draw_actor();
        auto target = draw_actor();
        if (target == source) {
            target = first_row + (source - first_row + 1) % static_cast<std::int64_t>(actors);
        }
        // Ids are in the order of X0, X1, X10, …: which comes first.
        const bool turned = fmt::format("X{}", target - first_row) < fmt::format("X{}", source - first_row);
        if (type.symmetric && turned) {
            std::swap(source, target);
        }
        const auto low = turned && !type.symmetric ? target : source;
        const auto high = low == source ? target : source;
        const auto id = fmt::format("r_{:016x}", i);
        const auto from = first_day + static_cast<int>(random() % days);
        sqlite3_bind_text(relation.get(), 1, id.data(), static_cast<int>(id.size()), SQLITE_TRANSIENT);
        sqlite3_bind_int64(relation.get(), 2, (low << 32) | high);
        sqlite3_bind_text(relation.get(), 3, type.name.data(), static_cast<int>(type.name.size()),
                          SQLITE_TRANSIENT);
        sqlite3_bind_int64(relation.get(), 4, source);
        sqlite3_bind_int64(relation.get(), 5, target);
        sqlite3_bind_int(relation.get(), 6, type.symmetric);
        sqlite3_bind_double(relation.get(), 7, type.sign);
        sqlite3_bind_int(relation.get(), 8, from);
        if (type.persistence == Persistence::until_ended && random() % 2 == 0) {
            sqlite3_bind_null(relation.get(), 9);
        } else {
            sqlite3_bind_int(relation.get(), 9, from + static_cast<int>(random() % 60));
        }
        sqlite3_bind_text(relation.get(), 10, random() % 20 == 0 ? "denied" : "asserted", -1, SQLITE_STATIC);
        sqlite3_bind_double(relation.get(), 11, 0.3 + 0.05 * static_cast<double>(random() % 12));
        step(database, relation);
    }
    run(database, "COMMIT");
    for (const auto& [name, sql] : made) {
        run(database, sql);
    }
}

}  // namespace entente
