// bench_questions STORE [WORDS]: how long each kind of question takes on a store that bench_graph has left
// (docs/benchmarks.md), for its busiest actors and for others: for the rows that a table shows, and for all
// of them; with WORDS only those whose name has them. Median of nine, warm, in milliseconds of processor
// time.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

#include <fmt/core.h>

#include "bench/cpu_seconds.hpp"
#include "queries/answer.hpp"

using namespace entente;
using namespace std::chrono_literals;

namespace {

const Day today{2025y / 6 / 1};
constexpr std::size_t rows_of_a_table = 50;  ///< as 'entente ask' shows them

std::string only;  ///< WORDS

void time(Store& store, const std::string& what, const Query& query) {
    if (what.find(only) == std::string::npos) {
        return;
    }
    const auto median = [&](std::size_t most_rows, std::size_t& rows) {
        constexpr int runs = 9;
        std::vector<double> milliseconds;
        answer(store, query, "en", today, most_rows);
        for (int i = 0; i < runs; ++i) {
            const double start = cpu_seconds();
            const Answer answered = answer(store, query, "en", today, most_rows);
            milliseconds.push_back((cpu_seconds() - start) * 1e3);
            rows = answered.rows.size();
            if (milliseconds.front() > 300.0) {  // once tells enough
                break;
            }
        }
        std::sort(milliseconds.begin(), milliseconds.end());
        return milliseconds[milliseconds.size() / 2];
    };
    std::size_t shown = 0;
    std::size_t all = 0;
    const double of_shown = median(rows_of_a_table, shown);
    const double of_all = median(0, all);
    fmt::print("{:9.2f} ms ({} rows), all {:9.2f} ms ({} rows)  {}\n", of_shown, shown, of_all, all, what);
}

Query of(QueryKind kind) {
    Query query;
    query.kind = kind;
    return query;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2 && argc != 3) {
        std::fputs("usage: bench_questions STORE [WORDS]\n", stderr);
        return 2;
    }
    only = argc == 3 ? argv[2] : "";
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    Store store = Store::open(argv[1], StoreMode::read);
    const auto stats = store.stats();
    fmt::print("{} claims, {} events, {} relations\n", stats.claims, stats.events, stats.relations);

    Query query = of(QueryKind::relations);
    query.filter.actors = {"X500"};
    time(store, "relations of an actor", query);
    query.filter.actors = {"X0"};
    query.filter.on = Day{2020y / 6 / 1};
    time(store, "relations of the busiest actor on a day", query);

    query = of(QueryKind::relations);
    query.filter.relations = {"sanctions", "arms_embargo"};
    query.targets = {"X20"};
    query.filter.on = today;
    time(store, "who has sanctions on an actor, still", query);

    query = of(QueryKind::relations);
    query.filter.relations = {"ally", "defence_pact", "member_of"};
    query.filter.since = Day{2024y / 11 / 1};
    query.filter.during = During::begins;
    time(store, "who allied with whom since seven months", query);

    query = of(QueryKind::events);
    query.filter.between = {"X3", "X7"};
    query.filter.since = Day{2020y / 1 / 1};
    query.filter.until = Day{2020y / 12 / 31};
    time(store, "what happened between two in a year", query);
    query.kind = QueryKind::when;
    time(store, "when", query);
    query.kind = QueryKind::development;
    query.filter.since.reset();
    query.filter.until.reset();
    time(store, "how relations of two developed", query);

    query = of(QueryKind::count);
    query.targets = {"X50"};
    time(store, "how much was sent to an actor", query);

    query = of(QueryKind::friends_of_enemies);
    query.filter.actors = {"X500"};
    time(store, "allies of an actor's enemies", query);

    query = of(QueryKind::path);
    query.filter.between = {"X3000", "X4000"};
    time(store, "shortest chain between two", query);

    query.consecutive = true;
    time(store, "shortest chain between two in which intervals overlap or follow", query);

    query = of(QueryKind::changes);
    query.filter.actors = {"X50"};
    query.filter.since = Day{2021y / 1 / 1};
    query.filter.until = Day{2021y / 12 / 31};
    time(store, "what changed for an actor in a year", query);
    query.filter.actors.clear();
    time(store, "what changed for everybody in a year", query);

    query = of(QueryKind::conflicts);
    query.filter.between = {"X3", "X7"};
    time(store, "contradictions between two", query);
    query = of(QueryKind::conflicts);
    query.filter.actors = {"X500"};
    time(store, "contradictions about an actor", query);
    query = of(QueryKind::conflicts);
    time(store, "contradictions of the whole graph", query);
    query.publisher = "Paper 17";
    time(store, "what a publisher says that others deny", query);

    query = of(QueryKind::mediators);
    time(store, "who mediates", query);

    query = of(QueryKind::relations);
    query.filter.actors = {"X500"};
    query.filter.known_on = Day{2015y / 1 / 1};
    time(store, "relations of an actor, as known on a day", query);

    // These look at all that holds on a day.
    query = of(QueryKind::blocs);
    query.filter.on = Day{2020y / 6 / 1};
    query.filter.relations = {"ally"};
    time(store, "blocs of allies on a day", query);
    query.kind = QueryKind::central;
    time(store, "most central among allies on a day", query);
    query.filter.relations.clear();
    time(store, "most central on a day", query);
    query.kind = QueryKind::blocs;
    time(store, "blocs on a day, by all types", query);
    query.kind = QueryKind::triads;
    time(store, "triads out of balance on a day, by all types", query);
    query.filter.relations = {"ally", "attacks"};
    time(store, "triads out of balance on a day, by alliances and attacks", query);

    query = of(QueryKind::relations);
    query.filter.relations = {"at_war", "armed_clash", "attacks"};
    query.filter.on = Day{2020y / 6 / 1};
    time(store, "who is at war with whom on a day", query);

    // The same of the whole graph as known on a day: merged anew from all claims of articles published by
    // then.
    query.filter.on = Day{2008y / 6 / 1};
    query.filter.known_on = Day{2008y / 12 / 31};
    time(store, "as known on a day: who is at war with whom on a day", query);
    query.filter.relations.clear();
    query.kind = QueryKind::blocs;
    time(store, "as known on a day: blocs on a day, by all types", query);
    query.kind = QueryKind::central;
    time(store, "as known on a day: most central on a day", query);
    query.kind = QueryKind::triads;
    time(store, "as known on a day: triads out of balance on a day, by all types", query);
    query.filter.on.reset();
    query.kind = QueryKind::changes;
    query.filter.since = Day{2008y / 1 / 1};
    query.filter.until = Day{2008y / 12 / 31};
    time(store, "as known on a day: what changed for everybody in a year", query);
    query = of(QueryKind::conflicts);
    query.filter.known_on = Day{2008y / 12 / 31};
    time(store, "as known on a day: contradictions of the whole graph", query);
    query.kind = QueryKind::mediators;
    time(store, "as known on a day: who mediates", query);
}
