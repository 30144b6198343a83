#include "cli/listing.hpp"

#include <algorithm>
#include <ostream>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "cli/choice.hpp"
#include "cli/terminal.hpp"
#include "export/escape.hpp"

namespace entente::cli {

namespace {

using Json = nlohmann::ordered_json;

std::string joined(const Json& list, std::string_view separator) {
    std::string text;
    for (const Json& item : list) {
        text += text.empty() ? "" : separator;
        text += item.is_string() ? item.get<std::string>() : item.dump();
    }
    return text;
}

std::string cell_text(const Json& row, const std::string& key, std::string_view separator) {
    const auto found = row.find(key);
    if (found == row.end() || found->is_null()) {
        return {};
    }
    if (found->is_string()) {
        return found->get<std::string>();
    }
    if (found->is_array()) {
        return joined(*found, separator);
    }
    if (found->is_number_float()) {
        return fmt::format("{:.2f}", found->get<double>());
    }
    return found->dump();
}

std::string padded(const std::string& text, std::size_t width, bool right) {
    const std::size_t used = display_width(text);
    const std::string space(width > used ? width - used : 0, ' ');
    return right ? space + text : text + space;
}

constexpr std::size_t gap = 2;     ///< columns of a terminal between two of a table
constexpr std::size_t indent = 4;  ///< of what goes on below

/// Which columns of the table stand on which line of a row: as many as fit the terminal, the others below, so
/// that a narrow terminal loses nothing. Wide columns are narrowed to the room there is, within reason.
std::vector<std::vector<std::size_t>> lines_of_columns(const std::vector<Listing::Column>& columns,
                                                       std::vector<std::size_t>& widths) {
    const std::size_t total = terminal_width();
    constexpr std::size_t least_wide = 24;
    std::vector<std::vector<std::size_t>> lines(1);
    std::size_t used = 0;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const std::size_t least = columns[i].wide ? std::min(widths[i], least_wide) : widths[i];
        if (!lines.back().empty() && used + gap + least > total) {
            lines.emplace_back();
            used = indent;
        }
        used += (lines.back().empty() ? 0 : gap) + least;
        lines.back().push_back(i);
    }
    for (std::size_t n = 0; n < lines.size(); ++n) {
        std::size_t fixed = n == 0 ? 0 : indent;
        std::size_t wide = 0;
        for (const std::size_t i : lines[n]) {
            fixed += (columns[i].wide ? 0 : widths[i]) + gap;
            wide += columns[i].wide ? 1 : 0;
        }
        fixed -= gap;
        for (const std::size_t i : lines[n]) {
            if (columns[i].wide) {
                const std::size_t room = total > fixed ? (total - fixed) / wide : 0;
                widths[i] = std::min(widths[i], std::max(room, least_wide));
            }
        }
    }
    return lines;
}

}  // namespace

void add_format_option(CLI::App& app, ListingFormat& format) {
    add_choice<ListingFormat>(app, "--format", format,
                              {{"table", ListingFormat::table},
                               {"json", ListingFormat::json},
                               {"jsonl", ListingFormat::jsonl},
                               {"csv", ListingFormat::csv}},
                              "How to print: table (the default), json, jsonl or csv", "FORMAT");
}

void Listing::print(std::ostream& out, ListingFormat format, const std::string& empty_message) const {
    switch (format) {
        case ListingFormat::table:
            if (rows_.empty()) {
                out << empty_message << '\n';
            } else {
                print_table(out);
            }
            return;
        case ListingFormat::json:
            out << Json(rows_).dump(1) << '\n';
            return;
        case ListingFormat::jsonl:
            for (const Json& row : rows_) {
                out << row.dump() << '\n';
            }
            return;
        case ListingFormat::csv:
            print_csv(out);
            return;
    }
}

void Listing::print_table(std::ostream& out) const {
    std::vector<std::vector<std::string>> cells(rows_.size());
    std::vector<std::size_t> widths;
    std::vector<bool> numbers;
    for (const Column& column : columns_) {
        std::size_t width = display_width(column.title);
        bool number = true;
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            cells[i].push_back(harmless(cell_text(rows_[i], column.key, ", ")));
            width = std::max(width, display_width(cells[i].back()));
            const auto value = rows_[i].find(column.key);
            number = number && (value == rows_[i].end() || value->is_null() || value->is_number());
        }
        widths.push_back(width);
        numbers.push_back(number);
    }
    const auto lines = lines_of_columns(columns_, widths);
    const auto row = [&](const auto& text_of) {
        std::string text;
        for (std::size_t n = 0; n < lines.size(); ++n) {
            std::string line(n == 0 ? 0 : indent, ' ');
            for (const std::size_t i : lines[n]) {
                const bool last = i == lines[n].back();
                const std::string cell = fit(text_of(i), widths[i]);
                line += last && !numbers[i] ? cell : padded(cell, widths[i], numbers[i]);
                line += last ? "" : std::string(gap, ' ');
            }
            text += line.substr(0, line.find_last_not_of(' ') + 1) + '\n';
        }
        return text;
    };
    std::string header = row([&](std::size_t i) { return columns_[i].title; });
    header.pop_back();
    out << (use_colour() ? "\x1b[1m" + header + "\x1b[0m" : header) << '\n';
    for (const auto& cells_of_row : cells) {
        out << row([&](std::size_t i) { return cells_of_row[i]; });
    }
}

void Listing::print_csv(std::ostream& out) const {
    std::vector<std::string> keys = keys_;
    for (const Json& row : rows_) {
        for (const auto& item : row.items()) {
            if (std::find(keys.begin(), keys.end(), item.key()) == keys.end()) {
                keys.push_back(item.key());
            }
        }
    }
    if (keys.empty()) {
        for (const Column& column : columns_) {
            keys.push_back(column.key);
        }
    }
    const auto line = [&](const auto& text_of) {
        for (std::size_t i = 0; i < keys.size(); ++i) {
            out << (i == 0 ? "" : ",") << text_of(keys[i]);
        }
        out << '\n';
    };
    line([](const std::string& key) { return csv_cell(key); });
    for (const Json& row : rows_) {
        line([&](const std::string& key) {
            const auto value = row.find(key);
            const bool number = value != row.end() && value->is_number();
            return number ? value->dump() : csv_cell(cell_text(row, key, ";"));
        });
    }
}

}  // namespace entente::cli
