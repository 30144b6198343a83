#include "extract/reading/page.hpp"

#include <algorithm>

#include "extract/reading/encoding.hpp"
#include "extract/reading/feed.hpp"
#include "extract/reading/jsonl.hpp"
#include "graph/ascii.hpp"

namespace entente {

namespace {

bool has_ending(const std::string& name, std::initializer_list<std::string_view> endings) {
    return std::any_of(endings.begin(), endings.end(),
                       [&](std::string_view ending) { return name.ends_with(ending); });
}

/// The encoding of a page in HTML: from outside, from its head, by guess.
std::string html_charset(std::string_view bytes, const std::string& charset) {
    if (!charset.empty()) {
        return charset;
    }
    if (std::string declared = declared_charset(bytes); !declared.empty()) {
        return declared;
    }
    return find_invalid_utf8(bytes) ? guess_charset(bytes) : std::string{};
}

}  // namespace

PageKind page_kind(std::string_view head, std::string_view name) {
    std::string path = lower_ascii(name);
    if (path.ends_with(".gz")) {
        path.resize(path.size() - 3);
    }
    if (head.starts_with("WARC/") || has_ending(path, {".warc"})) {
        return PageKind::warc;
    }
    if (has_ending(path, {".jsonl", ".ndjson"})) {
        return PageKind::jsonl;
    }
    if (has_ending(path, {".json"})) {
        return PageKind::json;
    }
    if (head.starts_with("\xEF\xBB\xBF")) {
        head.remove_prefix(3);
    }
    const std::string begin =
        lower_ascii(head.substr(std::min(head.find_first_not_of(" \t\r\n"), head.size())).substr(0, 2048));
    if (has_ending(path, {".rss", ".atom", ".xml"}) || begin.starts_with("<rss") ||
        begin.starts_with("<feed") ||
        (begin.starts_with("<?xml") && begin.find("<html") == std::string::npos)) {
        return PageKind::feed;
    }
    if (has_ending(path, {".html", ".htm", ".xhtml"}) || begin.starts_with("<!doctype html") ||
        begin.starts_with("<html") || begin.starts_with("<?xml")) {
        return PageKind::html;
    }
    if (has_ending(path, {".txt", ".md", ".text"})) {
        return PageKind::text;
    }
    // Standard input and names that say nothing: a line that begins with { and has a key is JSONL.
    if (begin.starts_with("{\"") || begin.starts_with("{ \"")) {
        return PageKind::jsonl;
    }
    return begin.starts_with("[{") ? PageKind::json : PageKind::text;
}

void read_page(std::string_view bytes, PageKind kind, const std::string& charset, const PageInfo& info,
               const ReadOptions& options, const ArticleSink& sink, const ProblemSink& problem) {
    const auto report = [&](const std::string& message) { problem({info.name, 0, message}); };
    if (bytes.find_first_not_of(" \t\r\n") == std::string_view::npos) {
        return report("is empty");
    }
    if (is_binary(bytes)) {
        return report(
            "is no text (an image, an archive, a program?); give HTML, text, a feed, JSONL or WARC");
    }
    tl::expected<void, std::string> read;
    std::size_t articles = 0;
    const ArticleSink count = [&](Article article) {
        ++articles;
        sink(std::move(article));
    };
    if (kind == PageKind::feed) {
        read = read_feed(bytes, info.name, options, count, problem);
    } else if (kind == PageKind::json) {
        read = read_json(bytes, info.name, options, count, problem);
    } else {
        const bool html = kind == PageKind::html;
        const auto text = decode(bytes, html ? html_charset(bytes, charset) : charset);
        if (!text) {
            return report(text.error());
        }
        if (html) {
            read = assemble_html(*text, info, options, count);
        } else {
            assemble_text(*text, info, options, count);
        }
    }
    if (!read) {
        report(read.error());
    } else if (articles == 0 && kind != PageKind::json) {
        report("holds no article text");
    }
}

}  // namespace entente
