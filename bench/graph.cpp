// bench_graph [CLAIMS [ACTORS [FOLDER]]]: the store and the graph in memory, side by side with what SQLite
// and Boost do by themselves in the same run (docs/benchmarks.md).
// bench_graph relations N [ACTORS [FOLDER]]: the graph in memory alone, on relations that were made up.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/core.h>
#include <malloc.h>
#include <sys/resource.h>

#include "bench/cpu_seconds.hpp"
#include "bench/plain_inserts.hpp"
#include "bench/synthetic_claims.hpp"
#include "bench/synthetic_relations.hpp"
#include "graph/relation_graph.hpp"
#include "graph/store.hpp"

using namespace entente;

namespace {

double seconds_of(const std::function<void()>& work) {
    const auto start = cpu_seconds();
    work();
    return cpu_seconds() - start;
}

double median_seconds(int runs, const std::function<void()>& work) {
    std::vector<double> seconds;
    work();
    for (int i = 0; i < runs; ++i) {
        seconds.push_back(seconds_of(work));
    }
    std::nth_element(seconds.begin(), seconds.begin() + runs / 2, seconds.end());
    return seconds[static_cast<std::size_t>(runs / 2)];
}

std::size_t allocated() {
    const auto info = mallinfo2();
    return info.uordblks + info.hblkhd;
}

double peak_megabytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024.0;
}

constexpr std::size_t articles_per_commit = 5000;
const Day today{std::chrono::year{2025} / 6 / 1};

void store_claims(const std::string& path, SyntheticNews& news, std::size_t claims,
                  std::size_t rows_per_commit) {
    std::optional<Store> writer{Store::open(path, StoreMode::write)};
    auto& store = *writer;
    double adding = 0.0;
    std::size_t stored = 0;
    while (stored < claims) {
        std::vector<SyntheticArticle> articles;
        for (std::size_t i = 0; i < articles_per_commit && stored < claims; ++i) {
            articles.push_back(news.next());
            stored += articles.back().claims.size();
        }
        adding += seconds_of([&] {
            auto batch = store.batch();
            for (const auto& one : articles) {
                store.add(one.article, one.claims, today);
            }
            batch.commit_unmerged();
        });
    }
    const auto merging = seconds_of([&] { store.merge_pending(); });
    const auto stats = store.stats();
    fmt::print("stored      {} claims of {} articles -> {} events, {} relations; {:.0f} MB\n", stats.claims,
               stats.articles, stats.events, stats.relations, static_cast<double>(stats.bytes) / 1e6);
    fmt::print("adding      {:.2f} s, merging {:.2f} s: {:.0f} claims/s\n", adding, merging,
               static_cast<double>(stats.claims) / (adding + merging));
    writer.reset();  // takes its log away, which lies beside the store and may be as large
    const auto copy = path + ".plain";
    const auto plain = seconds_of_plain_inserts(path, copy, rows_per_commit);
    fmt::print(
        "plain       {:.2f} s for the same rows: the store runs at {:.2f} of the rate of plain inserts\n",
        plain, plain / (adding + merging));
    std::filesystem::remove(copy);

    writer.emplace(Store::open(path, StoreMode::write));
    std::vector<double> single;
    for (int i = 0; i < 200; ++i) {
        const auto one = news.next();
        single.push_back(seconds_of([&] { store.add(one.article, one.claims, today); }));
    }
    std::sort(single.begin(), single.end());
    fmt::print(
        "one more    {:.2f} ms median, {:.2f} ms for the slowest twentieth, each in its own transaction\n",
        single[100] * 1e3, single[190] * 1e3);
}

void ask(Store& store) {
    const auto time = [&](const char* what, const Filter& filter) {
        std::size_t found = 0;
        const auto seconds = median_seconds(9, [&] {
            const auto selection = store.select(filter);
            found = selection.relations.size() + selection.events.size();
        });
        fmt::print("select      {:7.2f} ms  {} ({} found)\n", seconds * 1e3, what, found);
    };
    Filter filter;
    filter.between = {"X3", "X7"};
    time("between two", filter);
    filter = {};
    filter.actors = {"X500"};
    time("one actor", filter);
    filter = {};
    filter.relations = {"ally"};
    filter.since = parse_day("2022-01-01");
    filter.during = During::begins;
    filter.limit = 50;
    filter.with_events = false;
    time("allies that began since 2022, best 50", filter);
    filter = {};
    filter.actors = {"X0"};
    filter.relations = {"sanctions"};
    filter.on = parse_day("2020-06-01");
    filter.with_events = false;
    time("sanctions on and of the busiest actor on a day", filter);
    filter = {};
    filter.between = {"X3", "X7"};
    filter.known_on = parse_day("2015-01-01");
    time("between two, as known in 2015", filter);
}

void load(Store& store) {
    const auto scanning = median_seconds(3, [&] {
        auto rows = store.read(
            "SELECT row, source, target, type, found_from, found_to, confidence, sign, modality, symmetric, "
            "basis,"
            " valid_start FROM relation");
        while (rows.step()) {
        }
    });
    std::size_t bytes = 0;
    std::size_t edges = 0;
    std::size_t vertices = 0;
    const auto loading = median_seconds(3, [&] {
        std::optional<RelationGraph> graph{RelationGraph::load(store)};
        edges = boost::num_edges(graph->graph());
        vertices = boost::num_vertices(graph->graph());
        bytes = allocated();
        graph.reset();
        bytes -= allocated();
    });
    // What Boost's own containers would take without anything in them.
    std::vector<std::pair<std::uint32_t, std::uint32_t>> ends(
        edges, {0, static_cast<std::uint32_t>(vertices == 0 ? 0 : vertices - 1)});
    const auto before_boost = allocated();
    const boost::compressed_sparse_row_graph<boost::bidirectionalS, boost::no_property, boost::no_property,
                                             boost::no_property, std::uint32_t, std::uint32_t>
        bare{boost::edges_are_unsorted_multi_pass, ends.begin(), ends.end(),
             static_cast<std::uint32_t>(vertices)};
    const auto boosts = allocated() - before_boost;
    const double allowed = 64.0 * static_cast<double>(edges) + 200.0 * static_cast<double>(vertices);
    fmt::print("loading     {} relations of {} actors in {:.2f} s, {:.2f} of the rate of a bare SELECT\n",
               edges, vertices, loading, scanning / loading);
    fmt::print(
        "in memory   {:.1f} bytes a relation in all; over Boost's own {:.1f}, {:.2f} of what is allowed\n",
        static_cast<double>(bytes) / static_cast<double>(edges),
        (static_cast<double>(bytes) - static_cast<double>(boosts)) / static_cast<double>(edges),
        (static_cast<double>(bytes) - static_cast<double>(boosts)) / allowed);
}

/// All edges from all vertices, by a visitor that looks at each edge.
template <typename AnyGraph>
double walk(const AnyGraph& graph) {
    double sum = 0.0;
    for (auto [vertex, vertices_end] = vertices(graph); vertex != vertices_end; ++vertex) {
        for (auto [edge, edges_end] = out_edges(*vertex, graph); edge != edges_end; ++edge) {
            sum += static_cast<double>(graph[*edge].sign) + static_cast<double>(target(*edge, graph));
        }
    }
    return sum;
}

void walk_slices(Store& store) {
    const auto graph = RelationGraph::load(store);
    volatile double sink = 0.0;
    const auto whole = median_seconds(9, [&] { sink = walk(graph.graph()); });
    RelationGraph::Slice slice;
    slice.modalities.set();
    const RelationGraph::Sieve all{slice};
    const auto everything = median_seconds(9, [&] { sink = walk(graph.view(all)); });
    slice.from = slice.to = day_number(*parse_day("2015-06-01"));
    const RelationGraph::Sieve of_day{slice};
    const auto day = median_seconds(9, [&] { sink = walk(graph.view(of_day)); });
    fmt::print(
        "walking     unfiltered {:.2f} ms; a slice that shows all {:.2f} times, a slice of one day {:.2f} "
        "times"
        " that\n",
        whole * 1e3, everything / whole, day / whole);
}

}  // namespace

int main(int argc, char** argv) {
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    const bool only_relations = argc > 1 && std::string_view{argv[1]} == "relations";
    if (only_relations) {
        --argc;
        ++argv;
    }
    const std::size_t claims = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 100000;
    const std::size_t actors = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 10000;
    const std::string folder = argc > 3 ? argv[3] : std::filesystem::temp_directory_path().string();
    const auto path = folder + "/entente-bench-graph.db";
    std::filesystem::remove(path);
    if (only_relations) {
        make_synthetic_relations(path, claims, actors);
    } else {
        SyntheticNews news{actors, claims / 3 + 1, 1};
        store_claims(path, news, claims, articles_per_commit * 3);
    }
    auto store = Store::open(path, StoreMode::read);
    if (!only_relations) {
        ask(store);
    }
    load(store);
    walk_slices(store);
    fmt::print("peak        {:.0f} MB\n", peak_megabytes());
    if (argc <= 3) {  // with a folder, the store is left there for bench_questions
        std::filesystem::remove(path);
    }
}
