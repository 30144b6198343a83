#include "export/draw.hpp"

#include <ostream>
#include <string>

#include "export/drawing.hpp"

namespace entente {
namespace {

using namespace graphviz;

/// Cairo writes the time of day into a PDF; the same input shall give the same bytes.
void fix_creation_date(std::string& pdf) {
    constexpr std::string_view key = "/CreationDate (D:";
    const std::size_t at = pdf.find(key);
    if (at == std::string::npos) return;
    constexpr std::string_view never = "20000101000000";
    const std::size_t begin = at + key.size();
    for (std::size_t i = 0;
         i < never.size() && begin + i < pdf.size() && pdf[begin + i] >= '0' && pdf[begin + i] <= '9'; ++i) {
        pdf[begin + i] = never[i];
    }
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
        text.replace(at, from.size(), to);
    }
}

/// Graphviz writes "Noto Sans Bold" as the name of a family, which browsers do not know, and no other family.
/// Texts cannot hold what is looked for: their quotes are escaped.
void name_fonts(std::string& svg) {
    replace_all(svg, R"(font-family="Noto Sans Bold")", R"(font-family="Noto Sans" font-weight="bold")");
    replace_all(svg, R"(font-family="Noto Sans")", R"(font-family="Noto Sans,DejaVu Sans,sans-serif")");
}

}  // namespace

void draw(const Diagram& diagram, std::string_view target, std::ostream& out) {
    const Session session;
    const Graph graph = drawing_of(diagram, session.context());
    if (target == "dot") {
        agwrite(graph.get(), &out);
        return;
    }
    const std::string format(target);
    const Layout layout(session.context(), graph.get(), "neato");
    char* data = nullptr;
    unsigned int length = 0;
    if (gvRenderData(session.context(), graph.get(), format.c_str(), &data, &length) != 0 || !data) {
        throw ExportError("Graphviz could not draw the diagram as " + format + ": " + Session::complaints());
    }
    const Rendered rendered(data);
    std::string picture(data, length);
    if (target == "pdf") fix_creation_date(picture);
    if (target == "svg") name_fonts(picture);
    out.write(picture.data(), static_cast<std::streamsize>(picture.size()));
}

}  // namespace entente
