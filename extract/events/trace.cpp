#include "extract/events/trace.hpp"

#include <ostream>

namespace entente {

namespace {

void print(std::ostream& out, const char* title, const std::vector<std::string>& lines) {
    if (lines.empty()) return;
    out << "  " << title << '\n';
    for (const std::string& line : lines) out << "    " << line << '\n';
}

}  // namespace

std::ostream& operator<<(std::ostream& out, const SentenceTrace& trace) {
    out << trace.text << '\n';
    print(out, "tree", trace.tree);
    print(out, "actors", trace.mentions);
    print(out, "times", trace.times);
    print(out, "rows that do not fit", trace.rows);
    if (trace.events.empty())
        out << "  no events" << (trace.rows.empty() ? ": no word here is in the frame lexicon" : "") << '\n';
    else
        print(out, "events", trace.events);
    return out;
}

}  // namespace entente
