#pragma once

#include <memory>
#include <string>
#include <string_view>

#include <gumbo.h>
#include <tl/expected.hpp>

namespace entente::html {

// Only the html_*.cpp files of this folder include this header.

struct DestroyOutput {
    void operator()(GumboOutput* output) const noexcept {
        gumbo_destroy_output(&kGumboDefaultOptions, output);
    }
};
using Document = std::unique_ptr<GumboOutput, DestroyOutput>;

/// Parses; the document points into `html`. The error says that elements are nested too deep (gumbo frees its
/// tree recursively, so depth is checked before it is built).
tl::expected<Document, std::string> parse(std::string_view html);

inline bool is_element(const GumboNode* node) {
    return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
}
inline bool is_element(const GumboNode* node, GumboTag tag) {
    return is_element(node) && node->v.element.tag == tag;
}

/// The attribute's value, empty if it is not there.
std::string_view attribute(const GumboNode* node, const char* name);

/// Calls visit(node) for every element below `root`, root included, in document order.
template <typename Visit>
void each_element(const GumboNode* root, Visit&& visit) {
    if (!is_element(root)) {
        return;
    }
    visit(root);
    const GumboVector& children = root->v.element.children;
    for (unsigned i = 0; i < children.length; ++i) {
        each_element(static_cast<const GumboNode*>(children.data[i]), visit);
    }
}

/// Where bytes that point into `html` begin.
inline std::size_t offset_in(std::string_view html, const char* data) {
    return static_cast<std::size_t>(data - html.data());
}

}  // namespace entente::html
