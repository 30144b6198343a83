#include "export/diagram.hpp"

#include <cmath>
#include <thread>

#include <gvc.h>

#include "export/blocs.hpp"
#include "export/draw.hpp"
#include "export/edge_labels.hpp"
#include "export/layout.hpp"
#include "tests/catch.hpp"
#include "tests/export/export_test.hpp"
#include "tests/export/sample_selection.hpp"

using namespace entente;
using test::count;
using test::written;

namespace {
Diagram drawn(const Selection& selection, const ExportOptions& options = {}) {
    return diagram(selection, options, Names(options.language));
}
const DiagramEdge& edge_between(const Diagram& diagram, std::string_view a, std::string_view b,
                                Polarity polarity) {
    for (const DiagramEdge& edge : diagram.panels.front().edges) {
        const auto& tail = diagram.nodes[edge.tail].id;
        const auto& head = diagram.nodes[edge.head].id;
        if (edge.polarity == polarity && ((tail == a && head == b) || (tail == b && head == a))) return edge;
    }
    throw std::runtime_error("no such edge");
}
}  // namespace

TEST_CASE("relations of a pair with one sign are one line", "[export][diagram]") {
    const Diagram picture = drawn(sample::selection({{"USA", "sanctions", "RUS", "2014"},
                                                     {"RUS", "tariffs", "USA", "2022"},
                                                     {"USA", "negotiates", "RUS", "2025"}}));
    REQUIRE(picture.panels.size() == 1);
    REQUIRE(picture.panels[0].edges.size() == 2);
    const DiagramEdge& conflict = edge_between(picture, "USA", "RUS", Polarity::conflict);
    CHECK(conflict.arrow_at_head);
    CHECK(conflict.arrow_at_tail);
    CHECK(conflict.stroke == Stroke::dashed);
    CHECK(conflict.label.size() == 2);
    CHECK(conflict.tooltip.size() == 2);
    const DiagramEdge& talks = edge_between(picture, "USA", "RUS", Polarity::cooperation);
    CHECK_FALSE(talks.arrow_at_head);
    CHECK_FALSE(talks.arrow_at_tail);
    CHECK(talks.label == std::vector<std::string>{"negotiates 2025–"});
}

TEST_CASE("what is only threatened is dotted, what is supported more is wider", "[export][diagram]") {
    const Diagram picture =
        drawn(sample::selection({{"CHN", "sanctions", "LTU", "2021", "", 1, Modality::threatened},
                                 {"USA", "sanctions", "RUS", "2014", "", 20},
                                 {"GBR", "sanctions", "BLR", "2014", "", 1}}));
    CHECK(edge_between(picture, "CHN", "LTU", Polarity::conflict).stroke == Stroke::dotted);
    CHECK(edge_between(picture, "USA", "RUS", Polarity::conflict).width >
          edge_between(picture, "GBR", "BLR", Polarity::conflict).width);
}

TEST_CASE("what is asserted in part and denied in part is a double line, and the legend says so",
          "[export][diagram]") {
    Selection world = sample::selection({{"RUS", "attacks", "UKR", "2022", "", 3},
                                         {"RUS", "attacks", "UKR", "2022", "", 1, Modality::denied},
                                         {"CHN", "sanctions", "LTU", "2021", "", 1, Modality::threatened},
                                         {"USA", "military_aid", "UKR", "2022"}});
    const Diagram picture = drawn(world, {.labels = Labels::codes});
    const DiagramEdge& attacks = edge_between(picture, "RUS", "UKR", Polarity::conflict);
    CHECK(attacks.mixed);
    CHECK(attacks.stroke == Stroke::dashed);
    CHECK_FALSE(edge_between(picture, "CHN", "LTU", Polarity::conflict).mixed);
    CHECK_FALSE(edge_between(picture, "USA", "UKR", Polarity::cooperation).mixed);
    const std::string dot = written("dot", world);
    CHECK_THAT(dot, Catch::Contains("#D55E00:#FFFFFF:#D55E00"));
    CHECK_THAT(dot, Catch::Contains("asserted in part"));

    world
        .claims[std::ranges::find(world.claims, world.relations[3].claims[0], &Claim::id) -
                world.claims.begin()]
        .modality = Modality::denied;
    CHECK(count(written("dot", world), "#FFFFFF:") ==
          (world.relations[3].modality == Modality::asserted ? 3 : 2));
}

TEST_CASE("whom the picture is about stands out", "[export][diagram]") {
    const std::string dot = written("dot", sample::small(), {.focus = "UKR"});
    CHECK(count(dot, "penwidth=2.4") == 1);
    CHECK(count(written("dot", sample::small()), "penwidth=2.4") == 0);
}

TEST_CASE("words stand on their own line where two actors have several", "[export][layout]") {
    const std::vector<Point> centres{{0, 0}, {400, 0}};
    const std::vector<Size> boxes{{60, 22}, {60, 22}}, sizes{{80, 12}, {80, 12}, {0, 0}};
    const std::vector<DiagramEdge> edges{{.tail = 0, .head = 1, .label = {"treaty"}},
                                         {.tail = 1, .head = 0, .label = {"accuses"}},
                                         {.tail = 0, .head = 1}};
    const auto places = label_places(edges, sizes, centres, boxes);
    REQUIRE(places[0]);
    REQUIRE(places[1]);
    CHECK_FALSE(places[2]);
    CHECK(places[0]->y == Approx(0.75 * parallel_gap));
    CHECK(places[1]->y == Approx(0));
}

TEST_CASE("an arrow points from the source to the target", "[export][diagram]") {
    const Diagram picture = drawn(sample::selection({{"USA", "military_aid", "ISR", "2014"}}));
    const DiagramEdge& aid = picture.panels[0].edges[0];
    CHECK(picture.nodes[aid.tail].id == "USA");
    CHECK(picture.nodes[aid.head].id == "ISR");
    CHECK(aid.arrow_at_head);
    CHECK_FALSE(aid.arrow_at_tail);
}

TEST_CASE("a picture of many actors shows the most relevant and says how many it leaves out",
          "[export][diagram]") {
    const Selection world = sample::large(150, 600);
    const Diagram picture = drawn(world);
    CHECK(picture.nodes.size() <= 60);
    CHECK(picture.panels[0].edges.size() <= 110);
    const std::string left_out = std::to_string(world.actors.size() - picture.nodes.size()) + " actors";
    CHECK_THAT(picture.caption.front(), Catch::Contains(left_out));
    std::vector<bool> connected(picture.nodes.size(), false);
    for (const DiagramEdge& edge : picture.panels[0].edges)
        connected[edge.tail] = connected[edge.head] = true;
    CHECK(std::find(connected.begin(), connected.end(), false) == connected.end());

    const Diagram all = drawn(world, {.max_actors = 1000, .max_edges = 10000});
    CHECK(all.nodes.size() >= 140);
    CHECK_THAT(all.caption.front(), !Catch::Contains("Left out"));
}

TEST_CASE("small multiples have one panel a year, each with what held in it", "[export][diagram]") {
    Selection selection = sample::selection({{"ISR", "at_war", "HEZBOLLAH", "2023-10-08", "2024-11-27"},
                                             {"ISR", "ceasefire", "HEZBOLLAH", "2024-11-27", ""}});
    selection.period = *parse_interval("2023");
    selection.period.end = parse_day("2025-06-30");
    const Diagram picture = drawn(selection, {.small_multiples = true});
    REQUIRE(picture.panels.size() == 3);
    CHECK(picture.panels[0].title == "2023");
    CHECK(picture.panels[0].edges.size() == 1);
    CHECK(picture.panels[1].edges.size() == 2);
    CHECK(picture.panels[2].edges.size() == 1);
    CHECK(picture.panels[2].edges[0].polarity == Polarity::cooperation);
}

TEST_CASE("in small multiples what has no time of its own stands where it was reported",
          "[export][diagram]") {
    Selection selection =
        sample::selection({{"PRK", "ally", "RUS", "", ""}, {"PRK", "accuses", "KOR", "", ""}});
    for (Relation& relation : selection.relations) {
        relation.valid = {};
        relation.known_from = parse_day("2023-10-18");
    }
    selection.period = {.start = parse_day("2022-01-01"), .end = parse_day("2024-12-31")};
    const Diagram picture = drawn(selection, {.small_multiples = true});
    REQUIRE(picture.panels.size() == 3);
    CHECK(picture.panels[0].edges.empty());
    CHECK(picture.panels[1].edges.size() == 2);
    CHECK(picture.panels[2].edges.size() == 1);  // an ally stays one, an accusation is of its day
}

TEST_CASE("labels and titles are Dutch when asked for", "[export][diagram]") {
    const Diagram picture = drawn(sample::small(), {.language = Language::nl});
    CHECK(std::ranges::any_of(picture.nodes, [](const auto& node) { return node.label == "Noord-Korea"; }));
    CHECK_THAT(picture.caption.back(), Catch::StartsWith("Bron: "));
}

TEST_CASE("codes and flags are labels too", "[export][diagram]") {
    const Diagram picture = drawn(sample::small(), {.labels = Labels::codes, .flags = true});
    CHECK(std::ranges::any_of(picture.nodes, [](const auto& node) { return node.label == "🇺🇦 UKR"; }));
}

TEST_CASE("an unknown layout is refused, with those that there are", "[export][diagram]") {
    CHECK_THROWS_WITH(drawn(sample::small(), {.layout = "mingle"}), Catch::Contains("neato"));
}

TEST_CASE("a bloc has who was a member in the period", "[export][diagram]") {
    const Bloc before = members_of("NATO", *parse_interval("2020"), Language::en);
    const Bloc after = members_of("NATO", *parse_interval("2024-06"), Language::nl);
    CHECK(before.name == "NATO");
    CHECK(after.name == "NAVO");
    CHECK(std::ranges::find(before.members, "FIN") == before.members.end());
    CHECK(std::ranges::find(after.members, "FIN") != after.members.end());
    CHECK(std::ranges::find(after.members, "NATO") != after.members.end());
    CHECK(members_of("NOBODY", {}, Language::en).members.empty());
}

TEST_CASE("no two actors overlap in any layout", "[export][layout]") {
    std::vector<Point> centres;
    std::vector<Size> boxes;
    for (int i = 0; i < 80; ++i) {
        centres.push_back({static_cast<double>(i % 7), static_cast<double>(i % 5)});
        boxes.push_back({60.0 + i % 3 * 20, 22});
    }
    for (const bool map : {true, false}) {
        std::vector<Point> placed = centres;
        if (map) {
            placed = map_layout(centres, boxes);
        } else {
            separate(placed, boxes, {10, 8});
        }
        for (std::size_t i = 0; i < placed.size(); ++i) {
            for (std::size_t j = i + 1; j < placed.size(); ++j) {
                const bool apart =
                    std::abs(placed[i].x - placed[j].x) >= (boxes[i].width + boxes[j].width) / 2 ||
                    std::abs(placed[i].y - placed[j].y) >= (boxes[i].height + boxes[j].height) / 2;
                CHECK(apart);
            }
        }
    }
}

TEST_CASE("the map keeps east right of west and north above south", "[export][layout]") {
    const auto placed =
        map_layout({{-77, 39}, {37, 56}, {116, 40}, {149, -35}}, std::vector<Size>(4, {60, 22}));
    CHECK(placed[0].x < placed[1].x);
    CHECK(placed[1].x < placed[2].x);
    CHECK(placed[3].y < placed[2].y);
}

TEST_CASE("Graphviz reads the DOT that is written, with as many actors and ties", "[export][dot]") {
    const Selection selection = sample::usual();
    const Diagram picture = drawn(selection);
    const std::string dot = written("dot", selection);
    const std::unique_ptr<Agraph_t, int (*)(Agraph_t*)> graph(agmemread(dot.c_str()), agclose);
    REQUIRE(graph);
    std::size_t actors = 0, ties = 0;
    for (Agnode_t* node = agfstnode(graph.get()); node; node = agnxtnode(graph.get(), node)) {
        actors += agnameof(node)[0] != ' ' ? 1 : 0;
        for (Agedge_t* edge = agfstout(graph.get(), node); edge; edge = agnxtout(graph.get(), edge)) {
            ties += agnameof(agtail(edge))[0] != ' ' ? 1 : 0;
        }
    }
    CHECK(actors == picture.nodes.size());
    CHECK(ties == picture.panels[0].edges.size());
}

TEST_CASE("pictures are made in every theme and layout", "[export][picture]") {
    for (const Theme theme : {Theme::light, Theme::dark, Theme::print}) {
        CHECK_THAT(written("png", sample::small(), {.theme = theme}), Catch::StartsWith("\x89PNG"));
    }
    for (const std::string_view layout : layouts()) {
        CAPTURE(layout);
        const std::string svg = written("svg", sample::usual(), {.layout = std::string(layout)});
        CHECK(count(svg, "class=\"node") > 34);
    }
    const Bloc bloc{.name = "CSTO", .members = {"RUS", "BLR", "ARM"}};
    CHECK_THAT(written("svg", sample::usual(), {.blocs = {bloc}}), Catch::Contains(">CSTO<"));
    CHECK_THAT(written("pdf", sample::usual(), {.small_multiples = true}), Catch::StartsWith("%PDF"));
}

TEST_CASE("fonts in SVG are families that browsers know", "[export][picture]") {
    const std::string svg = written("svg", sample::small());
    CHECK_THAT(svg, Catch::Contains("font-family=\"Noto Sans,DejaVu Sans,sans-serif\" font-weight=\"bold\""));
    CHECK_THAT(svg, !Catch::Contains("Noto Sans Bold"));
}

TEST_CASE("several threads may draw", "[export][picture]") {
    const std::string alone = written("svg", sample::small());
    std::vector<std::string> drawn_together(4);
    std::vector<std::thread> threads;
    for (std::string& svg : drawn_together) {
        threads.emplace_back([&svg] { svg = written("svg", sample::small()); });
    }
    for (std::thread& thread : threads) thread.join();
    for (const std::string& svg : drawn_together) CHECK(svg == alone);
}

TEST_CASE("an empty selection is a picture too", "[export][picture]") {
    for (const char* format : {"dot", "svg", "png", "pdf"}) CHECK_FALSE(written(format, Selection{}).empty());
}
