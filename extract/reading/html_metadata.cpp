#include "extract/reading/html_metadata.hpp"

#include <algorithm>
#include <array>

#include <nlohmann/json.hpp>

#include "extract/reading/limits.hpp"
#include "extract/reading/published.hpp"
#include "graph/ascii.hpp"

namespace entente::html {

namespace {

using nlohmann::json;

void set_if_empty(std::string& field, std::string_view value) {
    if (field.empty()) {
        field = value;
    }
}

std::string text_of(const json& object, const char* key) {
    const auto found = object.find(key);
    if (found == object.end()) {
        return {};
    }
    if (found->is_string()) {
        return found->get<std::string>();
    }
    if (found->is_object()) {  // a publisher or a page is given as an object with a name or an id
        const std::string name = text_of(*found, "name");
        return name.empty() ? text_of(*found, "@id") : name;
    }
    return {};
}

bool is_article(const json& object) {
    const auto type = object.find("@type");
    if (type == object.end()) {
        return false;
    }
    const std::string name = type->is_array() && !type->empty() && type->front().is_string()
                                 ? type->front().get<std::string>()
                                 : (type->is_string() ? type->get<std::string>() : std::string{});
    return name.ends_with("Article") || name.ends_with("Posting");
}

void take_json_ld(const json& value, PageMetadata& metadata, std::size_t depth = 0) {
    if (depth > 8) {
        return;
    }
    if (value.is_array()) {
        for (const json& item : value) {
            take_json_ld(item, metadata, depth + 1);
        }
        return;
    }
    if (!value.is_object()) {
        return;
    }
    if (const auto graph = value.find("@graph"); graph != value.end()) {
        take_json_ld(*graph, metadata, depth + 1);
    }
    if (!is_article(value)) {
        return;
    }
    set_if_empty(metadata.title, text_of(value, "headline"));
    set_if_empty(metadata.url, text_of(value, "url"));
    set_if_empty(metadata.url, text_of(value, "mainEntityOfPage"));
    set_if_empty(metadata.publisher, text_of(value, "publisher"));
    set_if_empty(metadata.language, text_of(value, "inLanguage").substr(0, 2));
    if (!metadata.published) {
        metadata.published = parse_published(text_of(value, "datePublished"));
    }
}

void take_script(const GumboNode* script, PageMetadata& metadata) {
    if (attribute(script, "type") != "application/ld+json") {
        return;
    }
    const GumboVector& children = script->v.element.children;
    for (unsigned i = 0; i < children.length; ++i) {
        const auto* child = static_cast<const GumboNode*>(children.data[i]);
        if (child->type != GUMBO_NODE_TEXT) {
            continue;
        }
        std::size_t deepest = 0;
        const auto shallow = [&](int depth, json::parse_event_t, json&) {
            deepest = std::max(deepest, static_cast<std::size_t>(depth));
            return deepest < limits::json_depth;
        };
        const json value = json::parse(child->v.text.text, shallow, false);
        if (!value.is_discarded()) {
            take_json_ld(value, metadata);
        }
    }
}

/// <meta> by rank: a name that stands earlier wins.
struct MetaNames {
    std::string_view name;
    int rank;
};

constexpr std::array<MetaNames, 9> date_names = {{{"article:published_time", 0},
                                                  {"datepublished", 1},
                                                  {"og:article:published_time", 2},
                                                  {"date", 3},
                                                  {"dc.date", 4},
                                                  {"dc.date.issued", 5},
                                                  {"pubdate", 6},
                                                  {"publish-date", 7},
                                                  {"parsely-pub-date", 8}}};

struct MetaFound {
    int date_rank = 99;
    std::optional<Day> date;
    std::string title;
    std::string publisher;
    std::string url;
};

void take_meta(const GumboNode* node, MetaFound& found) {
    std::string name{attribute(node, "property")};
    set_if_empty(name, attribute(node, "name"));
    set_if_empty(name, attribute(node, "itemprop"));
    name = lower_ascii(name);
    const std::string_view content = attribute(node, "content");
    const auto date = std::find_if(date_names.begin(), date_names.end(),
                                   [&](const MetaNames& d) { return d.name == name; });
    if (date != date_names.end() && date->rank < found.date_rank) {
        if (const auto day = parse_published(content)) {
            found.date = day;
            found.date_rank = date->rank;
        }
    } else if (name == "og:title") {
        set_if_empty(found.title, content);
    } else if (name == "og:site_name") {
        set_if_empty(found.publisher, content);
    } else if (name == "og:url") {
        set_if_empty(found.url, content);
    }
}

}  // namespace

PageMetadata page_metadata(const GumboNode* root) {
    PageMetadata metadata;
    MetaFound meta;
    std::string canonical;
    std::string page_language;
    each_element(root, [&](const GumboNode* node) {
        switch (node->v.element.tag) {
            case GUMBO_TAG_SCRIPT:
                take_script(node, metadata);
                break;
            case GUMBO_TAG_META:
                take_meta(node, meta);
                break;
            case GUMBO_TAG_LINK:
                if (attribute(node, "rel") == "canonical") {
                    set_if_empty(canonical, attribute(node, "href"));
                }
                break;
            case GUMBO_TAG_HTML:
                page_language = std::string{attribute(node, "lang").substr(0, 2)};
                break;
            default:
                break;
        }
    });
    set_if_empty(metadata.title, meta.title);
    set_if_empty(metadata.publisher, meta.publisher);
    set_if_empty(metadata.url, canonical);
    set_if_empty(metadata.url, meta.url);
    set_if_empty(metadata.language, page_language);
    if (!metadata.published) {
        metadata.published = meta.date;
    }
    return metadata;
}

std::optional<Day> time_element(const GumboNode* node) {
    std::optional<Day> day;
    each_element(node, [&](const GumboNode* element) {
        if (!day && is_element(element, GUMBO_TAG_TIME)) {
            day = parse_published(attribute(element, "datetime"));
        }
    });
    return day;
}

}  // namespace entente::html
