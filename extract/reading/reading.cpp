#include "extract/reading/reading.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "extract/reading/input.hpp"
#include "extract/reading/jsonl.hpp"
#include "extract/reading/limits.hpp"
#include "extract/reading/page.hpp"
#include "extract/reading/warc.hpp"
#include "graph/ascii.hpp"

namespace entente {

namespace {

namespace fs = std::filesystem;

void read_jsonl(Input& input, const std::string& name, const ReadOptions& options, const ArticleSink& article,
                const ProblemSink& problem) {
    std::string line;
    bool too_long = false;
    bool any = false;
    for (std::size_t number = 1; input.take_line(line, limits::line_bytes, too_long); ++number) {
        if (too_long) {
            problem(
                {name, number,
                 fmt::format("the line is longer than {} MB; one article a line", limits::line_bytes >> 20)});
            any = true;
            continue;
        }
        if (line.find_first_not_of(" \t\r\xEF\xBB\xBF") == std::string::npos) {
            continue;
        }
        any = true;
        std::string_view json = line;
        if (json.starts_with("\xEF\xBB\xBF")) {
            json.remove_prefix(3);
        }
        const auto read = read_json_article(json, fmt::format("{}:{}", name, number), options, article);
        if (!read) {
            problem({name, number, read.error()});
        }
    }
    if (!any) {
        problem({name, 0, "is empty"});
    }
}

void read_file(const std::string& name, const ReadOptions& options, const ArticleSink& article,
               const ProblemSink& problem) {
    try {
        Input input{name};
        const PageKind kind = page_kind(input.peek(4096), name);
        if (kind == PageKind::warc) {
            return read_warc(input, name, options, article, problem);
        }
        if (kind == PageKind::jsonl) {
            return read_jsonl(input, name, options, article, problem);
        }
        const std::string bytes = input.take(limits::page_bytes + 1);
        if (bytes.size() > limits::page_bytes) {
            return problem({name, 0,
                            fmt::format("is longer than {} MB; give articles one by one, or as JSONL",
                                        limits::page_bytes >> 20)});
        }
        read_page(bytes, kind, options.encoding, {name, {}, {}}, options, article, problem);
    } catch (const InputError& error) {
        problem({name, 0, error.what()});
    }
}

/// What browsers keep beside a saved page, and stores: no articles, so that a folder of them gives no
/// complaints.
bool lies_beside_articles(const fs::path& path) {
    static constexpr std::array<std::string_view, 25> endings = {
        ".css",  ".js",   ".mjs",  ".map", ".png",    ".jpg",    ".jpeg",      ".gif", ".svg",
        ".webp", ".avif", ".ico",  ".bmp", ".woff",   ".woff2",  ".ttf",       ".otf", ".eot",
        ".mp3",  ".mp4",  ".webm", ".db",  ".db-wal", ".db-shm", ".db-journal"};
    const std::string ending = lower_ascii(path.extension().string());
    return std::find(endings.begin(), endings.end(), ending) != endings.end();
}

std::vector<std::string> files_below(const fs::path& folder, const ProblemSink& problem) {
    std::vector<std::string> files;
    std::vector<Problem> lost_links;
    std::error_code error;
    fs::recursive_directory_iterator at{folder, fs::directory_options::skip_permission_denied, error};
    for (; !error && at != fs::recursive_directory_iterator{}; at.increment(error)) {
        const bool hidden = at->path().filename().string().starts_with('.');
        if (hidden && at->is_directory(error)) {
            at.disable_recursion_pending();
        } else if (std::error_code lost; !hidden && at->is_symlink() && !fs::exists(at->status(lost))) {
            lost_links.push_back(
                {at->path().string(), 0,
                 fmt::format("is a link that leads nowhere: {}; mend or remove it", lost.message())});
        } else if (!hidden && at->is_regular_file(error) && !lies_beside_articles(at->path())) {
            files.push_back(at->path().string());
        }
    }
    std::sort(lost_links.begin(), lost_links.end(),
              [](const Problem& a, const Problem& b) { return a.input < b.input; });
    for (const Problem& link : lost_links) {
        problem(link);
    }
    if (error) {
        problem({folder.string(), 0, "cannot be listed: " + error.message()});
    }
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace

void read_input(const std::string& input, const ReadOptions& options, const ArticleSink& article,
                const ProblemSink& problem) {
    if (input.starts_with("http://") || input.starts_with("https://")) {
        return problem(
            {input, 0, "addresses are not fetched; save the page, or hand it over by a pipe and -"});
    }
    std::error_code error;
    if (input != "-" && fs::is_directory(input, error)) {
        const auto files = files_below(input, problem);
        if (files.empty()) {
            problem({input, 0, "is a folder without articles"});
        }
        for (const std::string& file : files) {
            read_file(file, options, article, problem);
        }
        return;
    }
    read_file(input, options, article, problem);
}

}  // namespace entente
