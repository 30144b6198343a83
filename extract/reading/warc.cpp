#include "extract/reading/warc.hpp"

#include <algorithm>
#include <charconv>
#include <map>

#include <fmt/format.h>

#include "extract/reading/limits.hpp"
#include "extract/reading/page.hpp"
#include "graph/ascii.hpp"

namespace entente {

namespace {

using Fields = std::map<std::string, std::string, std::less<>>;

constexpr std::size_t longest_header_line = std::size_t{64} * 1024;
constexpr std::size_t most_header_lines = 1000;

void add_field(std::string_view line, Fields& fields) {
    const auto colon = line.find(':');
    if (colon == std::string_view::npos) {
        return;
    }
    std::string_view value = line.substr(colon + 1);
    while (!value.empty() && (value.front() == ' ' || value.front() == '\t')) {
        value.remove_prefix(1);
    }
    fields[lower_ascii(line.substr(0, colon))] = value;
}

/// Reads `Name: value` lines up to the empty one. False at the end of the input.
bool read_fields(Input& input, Fields& fields) {
    std::string line;
    bool too_long = false;
    for (std::size_t count = 0;
         count < most_header_lines && input.take_line(line, longest_header_line, too_long); ++count) {
        if (line.ends_with('\r')) {
            line.pop_back();
        }
        if (line.empty()) {
            return true;
        }
        add_field(line, fields);
    }
    return false;
}

std::string field(const Fields& fields, std::string_view name) {
    const auto found = fields.find(name);
    return found == fields.end() ? std::string{} : found->second;
}

void skip(Input& input, std::size_t bytes) {
    while (bytes > 0) {
        const std::size_t got = input.take(std::min(bytes, Input::block_bytes)).size();
        if (got == 0) {
            return;
        }
        bytes -= got;
    }
}

/// Takes the HTTP header off `block` and returns its fields.
Fields take_http_header(std::string_view& block) {
    Fields fields;
    while (!block.empty()) {
        const std::size_t newline = std::min(block.find('\n'), block.size());
        std::string_view line = block.substr(0, newline);
        block.remove_prefix(std::min(newline + 1, block.size()));
        if (line.ends_with('\r')) {
            line.remove_suffix(1);
        }
        if (line.empty()) {
            break;
        }
        add_field(line, fields);
    }
    return fields;
}

std::string charset_of(const std::string& content_type) {
    const auto at = content_type.find("charset=");
    if (at == std::string::npos) {
        return {};
    }
    std::string charset = content_type.substr(at + 8);
    charset.erase(std::remove(charset.begin(), charset.end(), '"'), charset.end());
    return charset.substr(0, charset.find_first_of("; "));
}

void read_record(std::string_view block, const Fields& fields, ReadOptions options, const ArticleSink& sink,
                 const ProblemSink& problem) {
    std::string content_type = field(fields, "content-type");
    if (field(fields, "warc-type") == "response") {
        const Fields http = take_http_header(block);
        content_type = field(http, "content-type");
        if (!field(http, "content-encoding").empty() && field(http, "content-encoding") != "identity") {
            return problem(
                {field(fields, "warc-target-uri"), 0,
                 "its body is compressed (" + field(http, "content-encoding") + "); store it unpacked"});
        }
    }
    const bool html = content_type.starts_with("text/html") || content_type.starts_with("application/xhtml");
    if (!html && !content_type.starts_with("text/plain")) {
        return;
    }
    const std::string address = field(fields, "warc-target-uri");
    PageInfo info{address, {}, {}};
    info.metadata.url = address;
    if (!options.retrieved) {
        options.retrieved = parse_retrieved(field(fields, "warc-date").substr(0, 16));
    }
    read_page(block, html ? PageKind::html : PageKind::text, charset_of(content_type), info, options, sink,
              problem);
}

}  // namespace

void read_warc(Input& input, const std::string& name, const ReadOptions& options, const ArticleSink& sink,
               const ProblemSink& problem) {
    std::string line;
    bool too_long = false;
    std::size_t number = 0;
    while (input.take_line(line, longest_header_line, too_long)) {
        if (line.empty() || line == "\r") {
            continue;
        }
        ++number;
        Fields fields;
        std::size_t length = 0;
        const bool begins = line.starts_with("WARC/") && read_fields(input, fields);
        const std::string given = field(fields, "content-length");
        const auto parsed = std::from_chars(given.data(), given.data() + given.size(), length);
        if (!begins || parsed.ec != std::errc{}) {
            return problem(
                {name, 0, fmt::format("record {} is damaged; what follows it was not read", number)});
        }
        const std::string type = field(fields, "warc-type");
        if (type != "response" && type != "conversion" && type != "resource") {
            skip(input, length);
            continue;
        }
        if (length > limits::page_bytes) {
            problem(
                {name, 0, fmt::format("record {} is longer than {} MB", number, limits::page_bytes >> 20)});
            skip(input, length);
            continue;
        }
        const std::string block = input.take(length);
        if (block.size() < length) {
            return problem({name, 0, fmt::format("ends in the middle of record {}; fetch it again", number)});
        }
        read_record(block, fields, options, sink, problem);
    }
}

}  // namespace entente
