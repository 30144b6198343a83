#include "export/caption.hpp"

#include <algorithm>

#include "export/escape.hpp"

namespace entente {
namespace {

constexpr std::size_t most_named_publishers = 3;
constexpr std::size_t longest_publisher = 60;

std::string left_out_line(const LeftOut& left_out, const Names& names) {
    std::string line;
    const auto add = [&](std::size_t count, Counted what) {
        if (count == 0) return;
        if (!line.empty()) line += ", ";
        line += names.count(count, what);
    };
    add(left_out.actors, Counted::actor);
    add(left_out.ties, Counted::tie);
    add(left_out.relations, Counted::relation);
    add(left_out.years, Counted::year);
    if (line.empty()) return line;
    return std::string(in_language(names.language(),
                                   "Left out as less relevant: ", "Weggelaten als minder van belang: ")) +
           line;
}

/// "Source: 3 articles by De Bode, Daily Courier, and memberships from tables. Made with Entente."
std::string source_line(const Selection& selection, const Names& names) {
    const auto word = [&](const char* en, const char* nl) {
        return std::string(in_language(names.language(), en, nl));
    };
    std::vector<std::string_view> publishers;
    for (const Source& source : selection.sources) {
        if (!source.publisher.empty()) publishers.push_back(source.publisher);
    }
    std::ranges::sort(publishers);
    publishers.erase(std::unique(publishers.begin(), publishers.end()), publishers.end());

    std::string line = word("Source: ", "Bron: ") + names.count(selection.sources.size(), Counted::article);
    if (!publishers.empty()) line += word(" by ", " van ");
    if (publishers.size() > most_named_publishers) {
        line += names.count(publishers.size(), Counted::publisher);
    } else {
        for (std::size_t i = 0; i < publishers.size(); ++i) {
            if (i != 0) line += ", ";
            line += plain_line(publishers[i], longest_publisher);
        }
    }
    if (std::ranges::any_of(selection.relations,
                            [](const Relation& relation) { return relation.basis == Basis::background; })) {
        line += word(", and memberships from tables", ", en lidmaatschappen uit tabellen");
    }
    line += word(". Made with Entente.", ". Gemaakt met Entente.");
    return line;
}

}  // namespace

std::vector<std::string> caption_of(const Selection& selection, const LeftOut& left_out, const Names& names) {
    std::vector<std::string> lines;
    if (std::string line = left_out_line(left_out, names); !line.empty()) lines.push_back(std::move(line));
    lines.push_back(source_line(selection, names));
    return lines;
}

}  // namespace entente
