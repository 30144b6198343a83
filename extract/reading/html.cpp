#include "extract/reading/html.hpp"

#include <algorithm>
#include <cctype>
#include <set>

#include "extract/reading/html_dom.hpp"
#include "extract/reading/html_metadata.hpp"
#include "graph/ascii.hpp"
#include "knowledge/table.hpp"

namespace entente {

namespace {

using namespace html;

constexpr std::size_t least_article_bytes = 80;  ///< of running text, for an <article> element to count
constexpr double link_line_share = 0.6;          ///< more of a line inside links: a list of links

const std::set<std::string, std::less<>>& boilerplate_classes() {
    static const std::set<std::string, std::less<>> classes = [] {
        const Table table = Table::load("page_words.tsv");
        std::set<std::string, std::less<>> names;
        for (std::size_t row = 0; row < table.size(); ++row) {
            if (table.cell(row, "kind") == "class") {
                names.insert(table.cell(row, "word"));
            }
        }
        return names;
    }();
    return classes;
}

bool names_boilerplate(std::string_view names) {
    std::string word;
    const auto known = [&] { return boilerplate_classes().contains(word); };
    for (const char c : names) {
        if (std::isalnum(static_cast<unsigned char>(c)) != 0) {
            word += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        } else {
            if (known()) {
                return true;
            }
            word.clear();
        }
    }
    return known();
}

bool contains_tag(const GumboNode* root, GumboTag tag) {
    bool found = false;
    each_element(root, [&](const GumboNode* node) { found = found || is_element(node, tag); });
    return found;
}

bool is_boilerplate(const GumboNode* node) {
    switch (node->v.element.tag) {
        case GUMBO_TAG_SCRIPT:
        case GUMBO_TAG_STYLE:
        case GUMBO_TAG_NOSCRIPT:
        case GUMBO_TAG_NAV:
        case GUMBO_TAG_ASIDE:
        case GUMBO_TAG_FOOTER:
        case GUMBO_TAG_FORM:
        case GUMBO_TAG_BUTTON:
        case GUMBO_TAG_FIGURE:
        case GUMBO_TAG_FIGCAPTION:
        case GUMBO_TAG_IFRAME:
        case GUMBO_TAG_SVG:
        case GUMBO_TAG_TEMPLATE:
        case GUMBO_TAG_SELECT:
        case GUMBO_TAG_TEXTAREA:
        case GUMBO_TAG_HEAD:
        case GUMBO_TAG_OBJECT:
        case GUMBO_TAG_VIDEO:
        case GUMBO_TAG_AUDIO:
        case GUMBO_TAG_TIME:
            return true;
        case GUMBO_TAG_HEADER:
            return !contains_tag(node, GUMBO_TAG_H1) && !contains_tag(node, GUMBO_TAG_H2);
        case GUMBO_TAG_BODY:
        case GUMBO_TAG_HTML:
        case GUMBO_TAG_ARTICLE:
        case GUMBO_TAG_MAIN:
            return false;
        default:
            break;
    }
    return attribute(node, "aria-hidden") == "true" ||
           gumbo_get_attribute(&node->v.element.attributes, "hidden") != nullptr ||
           names_boilerplate(attribute(node, "class")) || names_boilerplate(attribute(node, "id")) ||
           attribute(node, "role") == "navigation";
}

bool is_inline(GumboTag tag) {
    switch (tag) {
        case GUMBO_TAG_A:
        case GUMBO_TAG_ABBR:
        case GUMBO_TAG_B:
        case GUMBO_TAG_BDI:
        case GUMBO_TAG_BDO:
        case GUMBO_TAG_CITE:
        case GUMBO_TAG_CODE:
        case GUMBO_TAG_DEL:
        case GUMBO_TAG_DFN:
        case GUMBO_TAG_EM:
        case GUMBO_TAG_FONT:
        case GUMBO_TAG_I:
        case GUMBO_TAG_INS:
        case GUMBO_TAG_MARK:
        case GUMBO_TAG_Q:
        case GUMBO_TAG_S:
        case GUMBO_TAG_SMALL:
        case GUMBO_TAG_SPAN:
        case GUMBO_TAG_STRONG:
        case GUMBO_TAG_SUB:
        case GUMBO_TAG_SUP:
        case GUMBO_TAG_U:
        case GUMBO_TAG_WBR:
            return true;
        default:
            return false;
    }
}

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }

/// Collects the running text below a node as lines, one a block, white space folded, with origins in the
/// page.
class Collector {
 public:
    explicit Collector(std::string_view html) : html_(html) {}

    TracedText collect(const GumboNode* root) {
        walk(root, false);
        end_line();
        return builder_.take();
    }

 private:
    void walk(const GumboNode* node, bool in_link) {
        switch (node->type) {
            case GUMBO_NODE_TEXT:
            case GUMBO_NODE_WHITESPACE:
            case GUMBO_NODE_CDATA:
                text(node->v.text, in_link);
                return;
            case GUMBO_NODE_ELEMENT:
            case GUMBO_NODE_TEMPLATE:
                break;
            default:
                return;
        }
        if (is_boilerplate(node)) {
            return;
        }
        const GumboTag tag = node->v.element.tag;
        const bool block = !is_inline(tag);
        if (block) {
            end_line();
        }
        const GumboVector& children = node->v.element.children;
        for (unsigned i = 0; i < children.length; ++i) {
            walk(static_cast<const GumboNode*>(children.data[i]), in_link || tag == GUMBO_TAG_A);
        }
        if (block) {
            end_line();
        }
    }

    /// Aligns the decoded text with the source it came from; they differ at character references and line
    /// ends.
    void text(const GumboText& node, bool in_link) {
        const std::string_view decoded = node.text;
        const std::string_view source{node.original_text.data, node.original_text.length};
        const std::size_t origin = offset_in(html_, source.data());
        std::size_t s = 0;
        for (std::size_t d = 0; d < decoded.size();) {
            std::size_t length = 1;
            std::size_t source_length = 1;
            if (s < source.size() && source[s] == '&' &&
                !(decoded[d] == '&' && !is_reference(source.substr(s)))) {
                source_length = reference_length(source.substr(s));
                length = character_length(decoded, d);
            } else if (s + 1 < source.size() && source[s] == '\r' && source[s + 1] == '\n' &&
                       decoded[d] == '\n') {
                source_length = 2;
            }
            character(decoded.substr(d, length), origin + s, source_length, in_link);
            d += length;
            s = std::min(s + source_length, source.size());
        }
    }

    static bool is_reference(std::string_view source) { return reference_length(source) > 1; }

    static std::size_t reference_length(std::string_view source) {
        std::size_t end = 1;
        while (end < source.size() && end < 32 &&
               (std::isalnum(static_cast<unsigned char>(source[end])) != 0 || source[end] == '#')) {
            ++end;
        }
        if (end < source.size() && source[end] == ';') {
            return end + 1;
        }
        return end;
    }

    static std::size_t character_length(std::string_view text, std::size_t at) {
        std::size_t end = at + 1;
        while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
            ++end;
        }
        return end - at;
    }

    void character(std::string_view bytes, std::size_t origin, std::size_t origin_length, bool in_link) {
        const bool no_break_space = bytes == "\xC2\xA0";
        if (no_break_space || (bytes.size() == 1 && is_space(bytes.front()))) {
            if (!line_.text().empty() && !pending_space_) {
                pending_space_ = true;
                space_origin_ = origin;
                space_length_ = origin_length;
            }
            return;
        }
        if (pending_space_) {
            line_.add(" ", space_origin_, space_length_);
            pending_space_ = false;
        }
        line_.add(bytes, origin, origin_length);
        link_bytes_ += in_link ? bytes.size() : 0;
    }

    void end_line() {
        const TracedText line = line_.take();
        const bool links =
            static_cast<double>(link_bytes_) > link_line_share * static_cast<double>(line.text.size());
        if (!line.text.empty() && !links) {
            if (!builder_.text().empty()) {
                builder_.add_own("\n");
            }
            builder_.add_part(line, 0, line.text.size());
        }
        line_ = {};
        link_bytes_ = 0;
        pending_space_ = false;
    }

    std::string_view html_;
    TextBuilder builder_;
    TextBuilder line_;
    std::size_t link_bytes_ = 0;
    bool pending_space_ = false;
    std::size_t space_origin_ = 0;
    std::size_t space_length_ = 0;
};

/// Bytes of text in the paragraphs right below `node`.
std::size_t paragraph_bytes(const GumboNode* node) {
    std::size_t bytes = 0;
    const GumboVector& children = node->v.element.children;
    for (unsigned i = 0; i < children.length; ++i) {
        const auto* child = static_cast<const GumboNode*>(children.data[i]);
        if (is_element(child, GUMBO_TAG_P)) {
            each_element(child, [&](const GumboNode* element) {
                const GumboVector& inner = element->v.element.children;
                for (unsigned j = 0; j < inner.length; ++j) {
                    const auto* text = static_cast<const GumboNode*>(inner.data[j]);
                    bytes += text->type == GUMBO_NODE_TEXT ? std::string_view{text->v.text.text}.size() : 0;
                }
            });
        }
    }
    return bytes;
}

/// The element that holds the story: articleBody, <article>, <main>, else the parent of most paragraph text.
const GumboNode* story_element(const GumboNode* root) {
    const GumboNode* named = nullptr;
    const GumboNode* main = nullptr;
    const GumboNode* richest = nullptr;
    const GumboNode* body = root;
    std::size_t most = 0;
    each_element(root, [&](const GumboNode* node) {
        const GumboTag tag = node->v.element.tag;
        if (named == nullptr && tag == GUMBO_TAG_ARTICLE) {
            named = node;
        }
        if (main == nullptr && (tag == GUMBO_TAG_MAIN || attribute(node, "role") == "main")) {
            main = node;
        }
        if (tag == GUMBO_TAG_BODY) {
            body = node;
        }
        const std::size_t bytes = is_boilerplate(node) ? 0 : paragraph_bytes(node);
        if (bytes > most) {
            most = bytes;
            richest = node;
        }
    });
    const auto has_text = [](const GumboNode* node) {
        std::size_t bytes = 0;
        each_element(node, [&](const GumboNode* element) { bytes += paragraph_bytes(element); });
        return bytes >= least_article_bytes;
    };
    if (named != nullptr && has_text(named)) {
        return named;
    }
    if (main != nullptr && has_text(main)) {
        return main;
    }
    // The headline stands beside the paragraphs or one level up.
    if (richest != nullptr && richest->parent != nullptr && !contains_tag(richest, GUMBO_TAG_H1) &&
        contains_tag(richest->parent, GUMBO_TAG_H1) && is_element(richest->parent)) {
        return richest->parent;
    }
    return most >= least_article_bytes ? richest : body;
}

/// The <article> elements that are not inside another one.
std::vector<const GumboNode*> article_elements(const GumboNode* root) {
    std::vector<const GumboNode*> found;
    each_element(root, [&](const GumboNode* node) {
        if (!is_element(node, GUMBO_TAG_ARTICLE)) {
            return;
        }
        for (const GumboNode* up = node->parent; up != nullptr && is_element(up); up = up->parent) {
            if (is_element(up, GUMBO_TAG_ARTICLE) || is_boilerplate(up)) {
                return;
            }
        }
        found.push_back(node);
    });
    return found;
}

}  // namespace

tl::expected<TracedText, std::string> html_text(std::string_view html) {
    auto document = parse(html);
    if (!document) {
        return tl::unexpected{document.error()};
    }
    return Collector{html}.collect((*document)->root);
}

tl::expected<std::vector<HtmlArticle>, std::string> read_html(std::string_view html) {
    auto document = parse(html);
    if (!document) {
        return tl::unexpected{document.error()};
    }
    const GumboNode* root = (*document)->root;
    const PageMetadata page = page_metadata(root);
    auto elements = article_elements(root);
    const bool several = elements.size() > 1;
    if (!several) {
        elements = {story_element(root)};
    }
    std::vector<HtmlArticle> articles;
    for (const GumboNode* element : elements) {
        const auto own_date = time_element(several ? element : root);
        for (ArticleText& text : split_articles(Collector{html}.collect(element))) {
            if (several && text.body.text.size() < least_article_bytes) {
                continue;
            }
            HtmlArticle article{std::move(text), page};
            const bool first = articles.empty();
            if (several && own_date) {
                article.metadata.published = own_date;
            }
            if (!first) {  // the page's own title, address and date speak of its main article
                article.metadata.title.clear();
                article.metadata.url.clear();
                if (!(several && own_date)) {
                    article.metadata.published.reset();
                }
            } else if (!article.metadata.published) {
                article.metadata.published = own_date;
            }
            articles.push_back(std::move(article));
        }
    }
    return articles;
}

std::string declared_charset(std::string_view bytes) {
    const std::string_view head = bytes.substr(0, 4096);
    const std::string lower = lower_ascii(head);
    std::size_t at = 0;
    while ((at = lower.find("charset", at)) != std::string::npos) {
        const std::size_t tag = lower.rfind('<', at);
        std::size_t value = at + 7;
        at = value;
        if (tag == std::string::npos || lower.compare(tag, 5, "<meta") != 0) {
            continue;
        }
        while (value < lower.size() && (is_space(lower[value]) || lower[value] == '=' ||
                                        lower[value] == '"' || lower[value] == '\'')) {
            ++value;
        }
        const std::size_t end = std::min(lower.find_first_of("\"'/>; \t\r\n", value), lower.size());
        // The standard says: a page in ASCII letters that calls itself UTF-16 is UTF-8.
        const std::string name{head.substr(value, end - value)};
        return lower.compare(value, 6, "utf-16") == 0 ? "UTF-8" : name;
    }
    return {};
}

}  // namespace entente
