#include "export/escape.hpp"

#include "tests/catch.hpp"
#include "tests/export/export_test.hpp"

using namespace entente;

namespace {
bool has_control(std::string_view text) {
    for (const char c : text) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) return true;
    }
    return false;
}
}  // namespace

TEST_CASE("no escaping function lets through what its language would act on", "[export][escape]") {
    for (const std::string& nasty : test::nasty_strings()) {
        CAPTURE(nasty.substr(0, 100));
        const std::string line = plain_line(nasty);
        CHECK_FALSE(has_control(line));
        CHECK(line == plain_line(line));
        CHECK(line == valid_utf8(line));
        for (const char* bidi : {"\u202E", "\u2066", "\u2069", "\u200F", "\u061C", "\u2028"}) {
            CHECK(line.find(bidi) == std::string::npos);
        }

        const std::string json = json_string(nasty);
        CHECK_FALSE(has_control(json));
        CHECK(json.find_first_of("<>&") == std::string::npos);

        const std::string xml = xml_text(nasty);
        CHECK_FALSE(has_control(xml));
        CHECK(xml.find_first_of("<>\"") == std::string::npos);

        const std::string dot = dot_text(nasty);
        CHECK_FALSE(has_control(dot));
        CHECK(test::count(dot, "\\") % 2 == 0);

        const std::string cell = csv_cell(nasty);
        CHECK_FALSE(has_control(cell));
        const std::size_t first = cell.find_first_not_of("\" ");
        if (first != std::string::npos)
            CHECK(std::string_view("=+-@").find(cell[first]) == std::string_view::npos);

        const std::string mermaid = mermaid_text(nasty);
        CHECK(mermaid.find_first_of("\"<>&`[]{}|%\\\n") == std::string::npos);

        const std::string iri = iri_part(nasty);
        CHECK(iri.find_first_of("<>\"{}|^`\\ :/#?") == std::string::npos);

        CHECK_FALSE(has_control(nquads_literal(nasty)));
    }
}

TEST_CASE("a cell that a spreadsheet would calculate becomes text", "[export][escape]") {
    CHECK(csv_cell("=1+1") == "\"'=1+1\"");
    CHECK(csv_cell(" @x") == "\"' @x\"");
    CHECK(csv_cell("Côte d'Ivoire") == "\"Côte d'Ivoire\"");
    CHECK(csv_cell("Kim, \"Jong-un\"") == "\"Kim, \"\"Jong-un\"\"\"");
    CHECK(csv_cell("a-b") == "a-b");
}

TEST_CASE("a long label is cut between characters", "[export][escape]") {
    CHECK(plain_line("één twee", 3) == "één…");
    CHECK(plain_line("één", 3) == "één");
    CHECK(plain_line("a\n\tb\n") == "a b");
}

TEST_CASE("ill-formed UTF-8 becomes replacement characters", "[export][escape]") {
    CHECK(valid_utf8("a\xC3z") == "a\uFFFDz");
    CHECK(valid_utf8("\xED\xA0\x80") == "\uFFFD\uFFFD\uFFFD");
    CHECK(valid_utf8("\xF0\x9F\x87\xB3") == "\xF0\x9F\x87\xB3");
}
