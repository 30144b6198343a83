// Every format is loaded by the program or library that it is for. What is not installed is named and
// skipped.

#include <cstdlib>
#include <functional>
#include <iostream>
#include <map>
#include <set>

#include <nlohmann/json.hpp>

#include "export/diagram.hpp"
#include "export/escape.hpp"
#include "export/great_circle.hpp"
#include "tests/catch.hpp"
#include "tests/export/export_test.hpp"
#include "tests/export/sample_selection.hpp"

using namespace entente;
using nlohmann::json;
using test::written;

namespace {

constexpr int not_installed = 77;

/// What export/check.py sees in `text`; null where no interpreter has the consumer.
json seen(const std::string& check, const std::string& text) {
    for (const char* python : {"python3", "/usr/bin/python3"}) {
        int status = 0;
        const std::string output =
            test::run(std::string(python) + " export/check.py " + check + " {} 2>/dev/null", text, status);
        if (status == 0) return json::parse(output);
        if (status != not_installed && status != 127) {
            FAIL(check << ": the consumer failed: "
                       << test::run(std::string(python) + " export/check.py " + check + " {} 2>&1", text,
                                    status));
        }
    }
    return {};
}

/// What the Node package that `check` is about sees; null where it is not installed
/// (tests/consumers/README.md).
json seen_by_node(const std::string& check, const std::string& text) {
    int status = 0;
    const std::string output =
        test::run("node consumers/check.mjs " + check + " {} 2>/dev/null", text, status);
    if (status == 0) return json::parse(output);
    if (status != not_installed && status != 127) {
        FAIL(check << ": the consumer failed: "
                   << test::run("node consumers/check.mjs " + check + " {} 2>&1", text, status));
    }
    return {};
}

void say_skipped(const std::string& what) {
    std::cerr << "skipped, its consumer is not installed: " << what << '\n';
}

/// A text as a format that keeps everything, or only what XML can hold, or only one line of it, gives it
/// back.
std::string whole(const std::string& text) { return valid_utf8(text); }
std::string in_xml(const std::string& text) {
    std::string kept;
    for (const char c : valid_utf8(text)) {
        const bool forbidden = static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t';
        kept += forbidden ? std::string("\uFFFD") : std::string(1, c);
    }
    for (const char* forbidden : {"\uFFFE", "\uFFFF"}) {
        for (std::size_t at = 0; (at = kept.find(forbidden)) != std::string::npos;)
            kept.replace(at, 3, "\uFFFD");
    }
    return kept;
}
std::string in_one_line(const std::string& text) { return plain_line(text); }
std::string in_spreadsheet(const std::string& text) {
    const std::string cell = csv_cell(text);
    if (cell.empty() || cell.front() != '"') return cell;
    std::string inner;
    for (std::size_t i = 1; i + 1 < cell.size(); ++i) {
        inner += cell[i];
        if (cell[i] == '"') ++i;
    }
    return inner;
}

/// Without what JavaScript takes for blanks at either end, which Mermaid takes away.
std::string trimmed(std::string text) {
    for (const std::string blank : {" ", "\uFEFF"}) {
        while (text.starts_with(blank)) text.erase(0, blank.size());
        while (text.ends_with(blank)) text.erase(text.size() - blank.size());
    }
    return text;
}

using Expected = std::function<std::string(const std::string&)>;

void check_texts(const json& found, const std::vector<std::string>& texts, const Expected& expected) {
    for (std::size_t i = 0; i < texts.size(); ++i) {
        char id[24], next[24];
        std::snprintf(id, sizeof id, "N%03zu", i);
        std::snprintf(next, sizeof next, "N%03zu", i + 1);
        CAPTURE(id, texts[i].substr(0, 80));
        if (found["labels"].contains(id)) {
            CHECK(found["labels"][id] == (texts[i].empty() ? std::string(id) : expected(texts[i])));
        }
        const std::string pair = std::string(id) + ' ' + next;
        if (!texts[i].empty() && found["stages"].contains(pair))
            CHECK(found["stages"][pair] == expected(texts[i]));
    }
    CHECK(found["labels"].size() + 1 >= texts.size());
}

}  // namespace

TEST_CASE("each format's consumer sees all actors and relations, and hostile texts as texts",
          "[export][consumer]") {
    struct Case {
        std::string format, check;
        ExportOptions options;
        Expected expected;
    };
    const std::vector<Case> cases{
        {"networkx", "networkx", {}, whole}, {"networkx", "networkx", {.edge_key = EdgeKey::links}, whole},
        {"d3", "networkx", {}, whole},       {"jgf", "jgf", {}, whole},
        {"graphml", "graphml", {}, in_xml},  {"gexf", "gexf", {.gexf = GexfVersion::v1_2}, in_xml},
        {"csv", "csv", {}, in_spreadsheet},  {"neo4j", "neo4j", {}, in_one_line},
        {"jsonld", "jsonld", {}, whole},     {"nquads", "nquads", {}, whole},
        {"graphml", "igraph", {}, in_xml},   {"csv", "sqlite", {}, in_spreadsheet},
    };
    const Selection usual = sample::usual();
    const std::vector<std::string> texts = test::nasty_strings();
    const Selection hostile = sample::hostile(texts);
    for (const Case& one : cases) {
        CAPTURE(one.format, one.check);
        const json found = seen(one.check, written(one.format, usual, one.options));
        if (found.is_null()) {
            say_skipped(one.format + " (" + one.check + ")");
            continue;
        }
        if (one.format != "csv") CHECK(found["nodes"] == usual.actors.size());
        CHECK(found["edges"] == usual.relations.size());
        check_texts(seen(one.check, written(one.format, hostile, one.options)), texts, one.expected);
    }
}

TEST_CASE("JSON-LD and N-Quads say the same", "[export][consumer]") {
    const json linked = seen("jsonld", written("jsonld", sample::usual()));
    if (linked.is_null()) return say_skipped("jsonld");
    const json quads = seen("nquads", written("nquads", sample::usual()));
    CHECK(linked["statements"] == quads["statements"]);
    CHECK(linked["labels"] == quads["labels"]);
    CHECK(linked["quotes"] == quads["quotes"]);
}

TEST_CASE("GDAL reads the map, and no line crosses the antimeridian", "[export][consumer]") {
    const Selection selection = sample::selection({{"USA", "defence_pact", "JPN", "1960"},
                                                   {"FRA", "ally", "DEU", "1963-01-22", "2019-01-22"},
                                                   {"RUS", "ally", "RUS", "2020"},
                                                   {"HAMAS", "armed_clash", "ISR", "2023"}});
    const json found = seen("geojson", written("geojson", selection));
    if (found.is_null()) return say_skipped("geojson");
    CHECK(found["nodes"].get<int>() + 1 >= 6);
    CHECK(found["kinds"]["MULTILINESTRING"] == 1);
    CHECK(found["labels"]["FRA"] == "France");
}

TEST_CASE("Tokyo to Washington is cut on the antimeridian", "[export][geojson]") {
    const auto parts = great_circle({139.69, 35.69}, {-77.04, 38.91});
    REQUIRE(parts.size() == 2);
    CHECK(parts[0].back().longitude == 180);
    CHECK(parts[1].front().longitude == -180);
    CHECK(parts[0].back().latitude == Approx(63.90).margin(0.1));
    CHECK(parts[0].size() + parts[1].size() == 35);
    CHECK(great_circle({2.35, 48.86}, {13.4, 52.52}).size() == 1);
    CHECK(great_circle({4, 50}, {4, 50}).front().size() == 2);
    const auto opposite = great_circle({0, 0}, {180, 0});
    for (const Position at : opposite.front()) CHECK(std::isfinite(at.longitude));
}

TEST_CASE("a picture of hostile texts has no element but Graphviz's", "[export][consumer]") {
    const std::vector<std::string> texts = test::nasty_strings();
    const std::string svg = written("svg", sample::hostile(texts));
    const json found = seen("svg", svg);
    if (found.is_null()) return say_skipped("svg");
    const std::set<std::string> known{"a",        "ellipse", "g",    "path", "polygon",
                                      "polyline", "svg",     "text", "title"};
    for (const auto& element : found["elements"]) CHECK(known.contains(element.get<std::string>()));
    const auto& shown = found["texts"];
    for (const char* text : {"plain", "\\N \\G \\l", "+1+1", "@SUM(A1:A9)"}) {
        CHECK(std::find(shown.begin(), shown.end(), text) != shown.end());
    }
    CHECK_THAT(svg, !Catch::Contains("<script"));
    CHECK_THAT(svg, !Catch::Contains("\u202E"));
}

TEST_CASE("XML formats are well-formed", "[export][consumer]") {
    if (!test::available("xmllint --version")) return say_skipped("xmllint");
    for (const char* format : {"graphml", "gexf", "svg"}) {
        CAPTURE(format);
        int status = 0;
        test::run("xmllint --noout --nonet {} 2>&1", written(format, sample::hostile(test::nasty_strings())),
                  status);
        CHECK(status == 0);
    }
}

TEST_CASE("relation times are spells, one edge for a pair and a type", "[export][gexf]") {
    const Selection selection = sample::selection({{"FRA", "ally", "DEU", "1963-01-22", "1970"},
                                                   {"FRA", "ally", "DEU", "1969", "1972-03"},
                                                   {"FRA", "ally", "DEU", "1980", ""},
                                                   {"FRA", "treaty", "DEU"}});
    const std::string gexf = written("gexf", selection);
    CHECK(test::count(gexf, "<edge ") == 2);
    CHECK_THAT(gexf, Catch::Contains("<spells><spell start=\"1963-01-22\" end=\"1972-03-31\"/>"
                                     "<spell start=\"1980-01-01\"/></spells>"));
    CHECK(test::count(gexf, "<spells>") == 1);
}

TEST_CASE("Node's libraries see all actors and relations", "[export][consumer][node]") {
    const Selection usual = sample::usual();
    const std::vector<std::string> texts = test::nasty_strings();
    const Selection hostile = sample::hostile(texts);
    std::set<std::pair<std::string, std::string>> pairs_and_types;
    for (const Relation& r : usual.relations) pairs_and_types.insert({r.source + ' ' + r.target, r.type});
    const std::vector<std::pair<std::string, std::string>> checks{
        {"cytoscape", "cytoscape"}, {"graphology", "graphology"}, {"d3", "d3"},           {"vis", "vis"},
        {"graphology", "sigma"},    {"vis", "vis-network"},       {"graphml", "graphml"}, {"gexf", "gexf"},
        {"jsonld", "jsonld"},       {"nquads", "nquads"},         {"geojson", "geojson"}};
    for (const auto& [format, check] : checks) {
        CAPTURE(format, check);
        const json found = seen_by_node(check, written(format, usual));
        if (found.is_null()) {
            say_skipped(format + " (" + check + " in Node or Chromium)");
            continue;
        }
        CHECK(found["edges"] == (format == "gexf" ? pairs_and_types.size() : usual.relations.size()));
        if (format == "geojson") continue;
        CHECK(found["nodes"] == usual.actors.size());
        const bool xml = format == "graphml" || format == "gexf";
        check_texts(seen_by_node(check, written(format, hostile)), texts, xml ? in_xml : whole);
    }
}

TEST_CASE("Mermaid draws the flowchart, with every name as it is", "[export][consumer][node]") {
    for (const Selection& selection :
         {sample::usual(), sample::hostile(test::nasty_strings()), sample::large(150, 600)}) {
        const Diagram picture = diagram(selection, {.max_edges = 60}, Names(Language::en));
        for (const char* check : {"mermaid", "mermaid-picture"}) {
            CAPTURE(check);
            const json found = seen_by_node(check, written("mermaid", selection));
            if (found.is_null()) {
                say_skipped(std::string("mermaid (") + check + ")");
                continue;
            }
            CHECK(found["type"] == "flowchart-v2");
            CHECK(found["nodes"] == picture.nodes.size());
            CHECK(found["edges"] == picture.panels[0].edges.size());
            if (!found.contains("texts")) continue;
            for (std::size_t i = 0; i < picture.nodes.size(); ++i) {
                CHECK(trimmed(found["texts"][i].get<std::string>()) ==
                      trimmed(plain_line(picture.nodes[i].label, 80)));
            }
        }
    }
}

TEST_CASE("Mermaid draws the chart of times, a bar for each relation", "[export][consumer][node]") {
    for (const Selection& selection :
         {sample::usual(), sample::hostile(test::nasty_strings()), Selection{}}) {
        const std::string chart = written("mermaid", selection, {.mermaid = MermaidKind::gantt});
        const std::size_t bars = test::count(chart, ", t");
        CHECK(bars == std::min<std::size_t>(selection.relations.size(), 60));
        if (selection.relations.empty()) continue;
        const json found = seen_by_node("mermaid-picture", chart);
        if (found.is_null()) return say_skipped("mermaid (mermaid-picture)");
        CHECK(found["type"] == "gantt");
        CHECK(found["tasks"] == bars);
    }
}

TEST_CASE("a browser shows the pictures whole", "[export][consumer][node]") {
    const Selection hostile = sample::hostile(test::nasty_strings());
    for (const Selection& selection : {sample::usual(), hostile}) {
        const Diagram picture = diagram(selection, {}, Names(Language::en));
        const json vector = seen_by_node("svg", written("svg", selection));
        const json pixels = seen_by_node("png", written("png", selection));
        if (vector.is_null() || pixels.is_null()) return say_skipped("svg and png (Chromium)");
        CHECK(vector["nodes"].get<std::size_t>() > picture.nodes.size());
        CHECK(vector["edges"].get<std::size_t>() >= picture.panels[0].edges.size());
        CHECK(vector["width"].get<double>() == Approx(pixels["width"].get<double>()).margin(3));
        CHECK(pixels["colours"].get<int>() > 100);
    }
}

TEST_CASE("a PDF is one page of text that can be selected, and runs nothing", "[export][consumer]") {
    const json found = seen("pdf", written("pdf", sample::usual()));
    if (found.is_null()) return say_skipped("pdf (pdfinfo, pdftotext)");
    CHECK(found["pages"] == 1);
    CHECK_THAT(found["text"].get<std::string>(), Catch::Contains("North Korea"));
    CHECK(seen("pdf", written("pdf", sample::hostile(test::nasty_strings())))["pages"] == 1);
}

TEST_CASE("the page of the program shows every relation and every quote as it is",
          "[export][consumer][node]") {
    const std::vector<std::string> texts = test::nasty_strings();
    const Selection hostile = sample::hostile(texts);
    const json found = seen_by_node("html", written("html", hostile));
    if (found.is_null()) return say_skipped("html (Chromium)");
    CHECK(found["rows"] == hostile.relations.size());
    const std::set<std::string> quotes(found["quotes"].begin(), found["quotes"].end());
    for (const std::string& text : texts) {
        if (text.empty()) continue;
        CAPTURE(text.substr(0, 80));
        CHECK(quotes.contains(whole(text)));
    }
}
