#include "extract/reading/html_dom.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include <fmt/format.h>

#include "extract/reading/limits.hpp"

namespace entente::html {

namespace {

constexpr std::array<std::string_view, 14> void_elements = {"area",  "base",   "br",    "col",  "embed",
                                                            "hr",    "img",    "input", "link", "meta",
                                                            "param", "source", "track", "wbr"};

/// An upper bound of how deep the tree can get: start tags less end tags, at the deepest.
std::size_t nesting(std::string_view html) {
    std::size_t depth = 0;
    std::size_t deepest = 0;
    for (std::size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at + 1)) {
        if (at + 1 >= html.size()) {
            break;
        }
        const char next = html[at + 1];
        if (next == '/') {
            depth -= depth > 0 ? 1 : 0;
        } else if (std::isalpha(static_cast<unsigned char>(next)) != 0) {
            const std::size_t end = std::min(html.find_first_of(" \t\r\n/>", at + 1), html.size());
            const std::string_view name = html.substr(at + 1, end - at - 1);
            // A paragraph or list item that is not closed is closed by the next one.
            const bool closes_itself =
                name == "p" || name == "li" || name == "td" || name == "tr" || name == "option" ||
                std::find(void_elements.begin(), void_elements.end(), name) != void_elements.end();
            depth += closes_itself ? 0 : 1;
            deepest = std::max(deepest, depth);
        }
    }
    return deepest;
}

}  // namespace

tl::expected<Document, std::string> parse(std::string_view html) {
    if (const std::size_t depth = nesting(html); depth > limits::html_depth) {
        return tl::unexpected{
            fmt::format("elements are nested {} deep, at most {} are read; give the article's text instead",
                        depth, limits::html_depth)};
    }
    return Document{gumbo_parse_with_options(&kGumboDefaultOptions, html.data(), html.size())};
}

std::string_view attribute(const GumboNode* node, const char* name) {
    const GumboAttribute* found = gumbo_get_attribute(&node->v.element.attributes, name);
    return found == nullptr ? std::string_view{} : std::string_view{found->value};
}

}  // namespace entente::html
