#include "knowledge/table.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "knowledge/embedded.hpp"

namespace entente {

namespace {

std::string& knowledge_folder() {
    static std::string folder;
    return folder;
}

std::vector<std::string> split_tabs(std::string_view line) {
    std::vector<std::string> cells;
    for (;;) {
        const auto tab = line.find('\t');
        cells.emplace_back(line.substr(0, tab));
        if (tab == std::string_view::npos) {
            return cells;
        }
        line.remove_prefix(tab + 1);
    }
}

}  // namespace

Table Table::parse(std::string file, std::string_view text) {
    Table table;
    table.file_ = std::move(file);
    for (std::size_t number = 1; !text.empty(); ++number) {
        const auto newline = text.find('\n');
        std::string_view line = text.substr(0, newline);
        text.remove_prefix(newline == std::string_view::npos ? text.size() : newline + 1);
        if (line.ends_with('\r')) {
            line.remove_suffix(1);
        }
        if (line.empty() || line.front() == '#') {
            continue;
        }
        auto cells = split_tabs(line);
        if (table.header_.empty()) {
            table.header_ = std::move(cells);
            for (auto name = table.header_.begin(); name != table.header_.end(); ++name) {
                if (std::find(table.header_.begin(), name, *name) != name) {
                    throw KnowledgeError(table.file_ + ":" + std::to_string(number) + ": column '" + *name +
                                         "' is named twice; name each column once");
                }
            }
            continue;
        }
        table.lines_.push_back(number);
        table.rows_.push_back(std::move(cells));
        if (table.rows_.back().size() > table.header_.size()) {
            throw table.error(table.rows_.size() - 1,
                              std::to_string(table.rows_.back().size()) + " cells, but the header has " +
                                  std::to_string(table.header_.size()) + "; cells are separated by one tab");
        }
        table.rows_.back().resize(table.header_.size());
    }
    return table;
}

Table Table::load(const std::string& name) {
    if (!knowledge_folder().empty()) {
        const std::string path = knowledge_folder() + "/" + name;
        if (std::ifstream in{path, std::ios::binary}) {
            return parse(path, std::string{std::istreambuf_iterator<char>{in}, {}});
        }
    }
    for (const auto& embedded : knowledge_files()) {
        if (embedded.name == name) {
            return parse("knowledge/" + name, embedded.bytes);
        }
    }
    throw KnowledgeError("knowledge/" + name +
                         ": there is no such table; add it to knowledge/CMakeLists.txt");
}

std::size_t Table::column(std::string_view header) const {
    const auto found = std::find(header_.begin(), header_.end(), header);
    if (found == header_.end()) {
        throw KnowledgeError(file_ + ":1: there is no column '" + std::string{header} + "'");
    }
    return static_cast<std::size_t>(found - header_.begin());
}

KnowledgeError Table::error(std::size_t row, const std::string& problem) const {
    return KnowledgeError{file_ + ":" + std::to_string(line(row)) + ": " + problem};
}

std::vector<std::string> split_list(std::string_view cell, char separator) {
    std::vector<std::string> parts;
    while (!cell.empty()) {
        const auto end = cell.find(separator);
        std::string_view part = cell.substr(0, end);
        cell.remove_prefix(end == std::string_view::npos ? cell.size() : end + 1);
        while (part.starts_with(' ')) {
            part.remove_prefix(1);
        }
        while (part.ends_with(' ')) {
            part.remove_suffix(1);
        }
        if (!part.empty()) {
            parts.emplace_back(part);
        }
    }
    return parts;
}

void use_knowledge_folder(std::string folder) { knowledge_folder() = std::move(folder); }

}  // namespace entente
