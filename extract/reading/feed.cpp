#include "extract/reading/feed.hpp"

#include <algorithm>
#include <memory>

#include <fmt/format.h>
#include <libxml/parser.h>
#include <libxml/tree.h>

namespace entente {

namespace {

struct FreeDocument {
    void operator()(xmlDoc* document) const noexcept { xmlFreeDoc(document); }
};
struct FreeContext {
    void operator()(xmlParserCtxt* context) const noexcept { xmlFreeParserCtxt(context); }
};
struct FreeText {
    void operator()(xmlChar* text) const noexcept { xmlFree(text); }
};

std::string_view name_of(const xmlNode* node) { return reinterpret_cast<const char*>(node->name); }

std::string content_of(xmlNode* node) {
    const std::unique_ptr<xmlChar, FreeText> text{xmlNodeGetContent(node)};
    return text ? reinterpret_cast<const char*>(text.get()) : std::string{};
}

std::string attribute_of(xmlNode* node, const char* name) {
    const std::unique_ptr<xmlChar, FreeText> text{xmlGetProp(node, reinterpret_cast<const xmlChar*>(name))};
    return text ? reinterpret_cast<const char*>(text.get()) : std::string{};
}

/// The first child element with one of the names, in the order of the names.
template <std::size_t N>
xmlNode* child(xmlNode* node, const std::string_view (&names)[N]) {
    for (const std::string_view name : names) {
        for (xmlNode* at = node->children; at != nullptr; at = at->next) {
            if (at->type == XML_ELEMENT_NODE && name_of(at) == name) {
                return at;
            }
        }
    }
    return nullptr;
}

template <std::size_t N>
std::string child_text(xmlNode* node, const std::string_view (&names)[N]) {
    xmlNode* found = child(node, names);
    return found == nullptr ? std::string{} : content_of(found);
}

constexpr std::string_view title_names[] = {"title"};
constexpr std::string_view body_names[] = {"encoded", "content", "description", "summary"};
constexpr std::string_view date_names[] = {"pubDate", "published", "date", "issued", "updated"};
constexpr std::string_view link_names[] = {"link"};
constexpr std::string_view id_names[] = {"guid", "id"};
constexpr std::string_view language_names[] = {"language"};

bool is_item(const xmlNode* node) {
    return node->type == XML_ELEMENT_NODE && (name_of(node) == "item" || name_of(node) == "entry");
}

std::string link_of(xmlNode* item) {
    xmlNode* link = child(item, link_names);
    if (link == nullptr) {
        return {};
    }
    const std::string href = attribute_of(link, "href");
    return href.empty() ? content_of(link) : href;
}

void read_item(xmlNode* item, const std::string& page, const PageMetadata& channel,
               const ReadOptions& options, const ArticleSink& sink, const ProblemSink& problem) {
    PageInfo info{page, child_text(item, id_names), channel};
    info.metadata.title = child_text(item, title_names);
    info.metadata.url = link_of(item);
    info.metadata.published = parse_published(child_text(item, date_names));
    const std::string body = child_text(item, body_names);
    if (body.empty() && info.metadata.title.empty()) {
        problem({page, 0, "the item has neither a title nor a description"});
        return;
    }
    TextBuilder builder;
    builder.add(body.empty() ? info.metadata.title : body, 0);
    TracedText input = builder.take();
    // A description is HTML or plain text; plain text goes through the HTML reader unharmed.
    auto text = html_text(input.text);
    if (!text) {
        problem({page, 0, text.error()});
        return;
    }
    assemble_text(*text, info, options, sink);
}

xmlNode* find_channel(xmlNode* root) {
    constexpr std::string_view names[] = {"channel"};
    xmlNode* channel = child(root, names);
    return channel == nullptr ? root : channel;
}

}  // namespace

tl::expected<void, std::string> read_feed(std::string_view xml, const std::string& page,
                                          const ReadOptions& options, const ArticleSink& sink,
                                          const ProblemSink& problem) {
    const std::unique_ptr<xmlParserCtxt, FreeContext> context{xmlNewParserCtxt()};
    const std::unique_ptr<xmlDoc, FreeDocument> document{
        xmlCtxtReadMemory(context.get(), xml.data(), static_cast<int>(xml.size()), page.c_str(), nullptr,
                          XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA)};
    if (!document) {
        const auto* error = xmlCtxtGetLastError(context.get());
        std::string message = error == nullptr || error->message == nullptr ? "" : error->message;
        message.erase(std::find(message.begin(), message.end(), '\n'), message.end());
        return tl::unexpected{
            fmt::format("no well-formed XML: {} (line {})", message, error == nullptr ? 0 : error->line)};
    }
    xmlNode* root = xmlDocGetRootElement(document.get());
    xmlNode* channel = find_channel(root);
    PageMetadata metadata;
    metadata.publisher = child_text(channel, title_names);
    metadata.language = child_text(channel, language_names).substr(0, 2);
    if (metadata.language.empty()) {
        metadata.language = attribute_of(root, "lang").substr(0, 2);
    }
    std::size_t number = 0;
    // RSS 2.0 has its items in the channel, RSS 1.0 beside it, Atom below the root.
    for (xmlNode* parent : {channel, channel == root ? nullptr : root}) {
        for (xmlNode* node = parent == nullptr ? nullptr : parent->children; node != nullptr;
             node = node->next) {
            if (is_item(node)) {
                read_item(node, fmt::format("{}#{}", page, ++number), metadata, options, sink, problem);
            }
        }
    }
    if (number == 0) {
        return tl::unexpected{std::string{"XML, but no RSS or Atom feed with items"}};
    }
    return {};
}

}  // namespace entente
