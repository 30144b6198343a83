#include "export/draw.hpp"
#include "export/writers.hpp"

namespace entente {
namespace {

void draw_as(std::string_view target, std::ostream& out, const Selection& selection,
             const ExportOptions& options) {
    const Names names(options.language);
    draw(diagram(selection, options, names), target, out);
}

}  // namespace

void write_dot(std::ostream& out, const Selection& selection, const ExportOptions& options) {
    draw_as("dot", out, selection, options);
}
void write_svg(std::ostream& out, const Selection& selection, const ExportOptions& options) {
    draw_as("svg", out, selection, options);
}
void write_png(std::ostream& out, const Selection& selection, const ExportOptions& options) {
    draw_as("png", out, selection, options);
}
void write_pdf(std::ostream& out, const Selection& selection, const ExportOptions& options) {
    draw_as("pdf", out, selection, options);
}

}  // namespace entente
