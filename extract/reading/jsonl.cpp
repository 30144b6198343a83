#include "extract/reading/jsonl.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "extract/reading/encoding.hpp"
#include "extract/reading/limits.hpp"

namespace entente {

namespace {

using nlohmann::json;

/// The library's message without its own prefix, which names its functions.
std::string reason(const json::exception& error) {
    const std::string_view message = error.what();
    const auto colon = message.find(": ");
    return std::string{colon == std::string_view::npos ? message : message.substr(colon + 2)}.substr(0, 160);
}

/// Parses, refusing values nested deeper than the limit (nlohmann's parser keeps a stack of its own, but what
/// it builds is destroyed recursively).
tl::expected<json, std::string> parse(std::string_view text) {
    if (const auto bad = find_invalid_utf8(text)) {
        return tl::unexpected{
            fmt::format("not valid UTF-8 at byte {}; convert it first (iconv -t UTF-8)", *bad)};
    }
    bool too_deep = false;
    const auto shallow = [&](int depth, json::parse_event_t, json&) {
        too_deep = too_deep || static_cast<std::size_t>(depth) > limits::json_depth;
        return !too_deep;
    };
    try {
        json value = json::parse(text, shallow);
        if (too_deep) {
            return tl::unexpected{fmt::format("values are nested more than {} deep", limits::json_depth)};
        }
        return value;
    } catch (const json::exception& error) {
        return tl::unexpected{"no JSON: " + reason(error)};
    }
}

/// The text of a key; empty if it is absent or null. Only an id may be a number.
tl::expected<std::string, std::string> text_of(const json& object, std::string_view key) {
    const auto found = object.find(key);
    if (found == object.end() || found->is_null()) {
        return std::string{};
    }
    if (found->is_string()) {
        return found->get<std::string>();
    }
    if (key == "id" && found->is_number_integer()) {
        return found->dump();
    }
    return tl::unexpected{
        fmt::format("\"{0}\" must be a string: put it in quotes, as in \"{0}\": \"…\"", key)};
}

tl::expected<void, std::string> read_article(const json& object, const std::string& page,
                                             const ReadOptions& options, const ArticleSink& sink) {
    if (!object.is_object()) {
        return tl::unexpected{std::string{R"(an article is a JSON object with "text" or "html")"}};
    }
    std::string values[7];
    constexpr const char* keys[7] = {"id", "url", "title", "text", "html", "date", "language"};
    for (std::size_t i = 0; i < 7; ++i) {
        auto value = text_of(object, keys[i]);
        if (!value) {
            return tl::unexpected{value.error()};
        }
        values[i] = std::move(*value);
    }
    auto publisher = text_of(object, "publisher");
    if (!publisher) {
        return tl::unexpected{publisher.error()};
    }
    auto& [id, url, title, text, html, date, language] = values;
    PageInfo info{page, id, {title, url, *publisher, language.substr(0, 2), std::nullopt}};
    if (!date.empty()) {
        info.metadata.published = parse_published(date);
        if (!info.metadata.published) {
            return tl::unexpected{
                fmt::format("\"date\" is no date: '{}'; write 2024-11-30", date.substr(0, 40))};
        }
    }
    TextBuilder builder;
    builder.add(text.empty() ? html : text, 0);
    if (!text.empty()) {
        assemble_text(builder.take(), info, options, sink);
        return {};
    }
    if (!html.empty()) {
        return assemble_html(builder.take(), info, options, sink);
    }
    return tl::unexpected{std::string{R"(has neither "text" nor "html")"}};
}

}  // namespace

tl::expected<void, std::string> read_json_article(std::string_view text, const std::string& page,
                                                  const ReadOptions& options, const ArticleSink& sink) {
    const auto value = parse(text);
    if (!value) {
        return tl::unexpected{value.error()};
    }
    return read_article(*value, page, options, sink);
}

tl::expected<void, std::string> read_json(std::string_view text, const std::string& page,
                                          const ReadOptions& options, const ArticleSink& sink,
                                          const ProblemSink& problem) {
    const auto value = parse(text);
    if (!value) {
        return tl::unexpected{value.error()};
    }
    if (!value->is_array()) {
        return read_article(*value, page, options, sink);
    }
    std::size_t number = 0;
    for (const json& item : *value) {
        ++number;
        const std::string name = fmt::format("{}#{}", page, number);
        if (auto read = read_article(item, name, options, sink); !read) {
            problem({name, 0, read.error()});
        }
    }
    return {};
}

}  // namespace entente
