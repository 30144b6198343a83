#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// A table of knowledge/ is wrong or missing. `what()` reads `FILE:LINE: what is wrong and how to mend it`.
class KnowledgeError : public std::runtime_error {
 public:
    using std::runtime_error::runtime_error;
};

/// A tab-separated table: UTF-8, one header row, no quoting, `#` begins a comment line, empty lines are
/// skipped. All cells are kept as text. A copy owns its text; threads may share a const Table.
class Table {
 public:
    /// Reads `text`. `file` is only used in messages.
    /// Throws KnowledgeError where a row has more cells than the header, or a header is named twice. A row
    /// with fewer cells is filled up with empty ones.
    static Table parse(std::string file, std::string_view text);

    /// The table `name` ("countries.tsv"): from the folder given to use_knowledge_folder if it has that file,
    /// else the embedded one. Throws KnowledgeError if there is none.
    static Table load(const std::string& name);

    std::size_t size() const { return rows_.size(); }
    const std::string& file() const { return file_; }
    /// The line in the file, counted from 1, of row `row`, counted from 0.
    std::size_t line(std::size_t row) const { return lines_[row]; }

    /// Position of the column called `header`. Throws KnowledgeError if the table has none.
    std::size_t column(std::string_view header) const;
    /// The cell, empty if nothing was written there.
    const std::string& cell(std::size_t row, std::size_t column) const { return rows_[row][column]; }
    const std::string& cell(std::size_t row, std::string_view header) const {
        return cell(row, column(header));
    }

    /// A KnowledgeError that names this file and the line of `row`.
    KnowledgeError error(std::size_t row, const std::string& problem) const;

 private:
    std::string file_;
    std::vector<std::string> header_;
    std::vector<std::vector<std::string>> rows_;
    std::vector<std::size_t> lines_;
};

/// The parts of a list cell: `a;b;c` with `separator` ';'. Spaces around parts are dropped, empty parts too.
std::vector<std::string> split_list(std::string_view cell, char separator = ';');

/// From now on tables are looked for in `folder` first. Call before any table is loaded, from one thread.
void use_knowledge_folder(std::string folder);

}  // namespace entente
