#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace entente {

/// One function per output language. All take any bytes: what is not UTF-8 becomes U+FFFD. None throws but
/// std::bad_alloc; threads may call them at the same time. tests/export/nasty_strings.txt goes through all of
/// them.

/// `text` as one line that can do nothing to a terminal, a picture or a spreadsheet's layout: line ends and
/// tabs become one space, other control characters, bidirectional controls and noncharacters are dropped.
/// More than `longest` code points are cut, and end in `…`.
std::string plain_line(std::string_view text, std::size_t longest = std::string::npos);

/// `text` as valid UTF-8.
std::string valid_utf8(std::string_view text);

/// A JSON string with its quotes. Also safe inside `<script>` and for old JavaScript: `<`, `>`, `&`, U+2028,
/// U+2029 and bidirectional controls are written as `\uXXXX`.
std::string json_string(std::string_view text);

/// XML 1.0 character data and double-quoted attribute values. Characters that XML forbids become U+FFFD; tabs
/// and line ends are written as references, so that attributes keep them.
std::string xml_text(std::string_view text);

/// A plain (not HTML-like) Graphviz label, tooltip or id, on one line: `\` doubled, so that `\N` and `\l`
/// mean nothing, and `&` as an entity, because Graphviz reads entities. Quotes are left to cgraph, which
/// writes them.
std::string dot_text(std::string_view text, std::size_t longest = std::string::npos);

/// A text cell of CSV (RFC 4180), on one line, quoted where it must be. A cell that a spreadsheet would
/// calculate (it begins with = + - @, also after spaces, or is fullwidth of those) gets a `'` in front.
std::string csv_cell(std::string_view text);

/// A text cell of Neo4j's import files: always quoted, on one line. Nothing is put in front: the database
/// takes what stands there.
std::string neo4j_cell(std::string_view text);

/// One item of a Neo4j array cell, to be joined by `;`: as plain_line, `;` becomes `,`.
std::string neo4j_item(std::string_view text);

/// What stands between the quotes of a Mermaid label: all but letters, digits, spaces and harmless
/// punctuation as
/// `#NUMBER;`.
std::string mermaid_text(std::string_view text, std::size_t longest = std::string::npos);

/// One segment of an IRI: all but RFC 3986's unreserved characters is percent-encoded.
std::string iri_part(std::string_view text);

/// An N-Quads literal with its quotes, without language or type.
std::string nquads_literal(std::string_view text);

}  // namespace entente
