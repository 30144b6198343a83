#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <optional>
#include <set>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "cli/choice.hpp"
#include "cli/command.hpp"
#include "cli/export_title.hpp"
#include "cli/filter_options.hpp"
#include "cli/open_store.hpp"
#include "cli/reading_options.hpp"
#include "cli/terminal.hpp"
#include "export/blocs.hpp"
#include "export/format.hpp"
#include "graph/store.hpp"
#include "queries/answer.hpp"

namespace entente::cli {

namespace {

struct ExportCommandOptions {
    std::string database;
    FilterOptions filter;
    ExportOptions drawing;
    std::string format;
    std::string output;
    std::string focus;
    int depth = 1;
    std::vector<std::string> blocs;
    bool events = false;
    std::string small_multiples;
    bool codes = false;
};

int list_formats() {
    std::size_t width = 0;
    for (const Format& format : formats()) {
        width = std::max(width, format.name.size());
    }
    for (const Format& format : formats()) {
        fmt::print("{:<{}}  {}\n", format.name, width, format.description);
    }
    return 0;
}

/// Narrows `query` to the relations on the way to the actors at most `depth` relations away from `centre`.
void focus(Store& store, Query& query, const ActorId& centre, int depth) {
    std::set<ActorId> actors{centre};
    for (int ring = 1; ring < depth; ++ring) {
        query.filter.actors.assign(actors.begin(), actors.end());
        for (const Relation& relation : select(store, query).relations) {
            actors.insert({relation.source, relation.target});
        }
    }
    query.filter.actors.assign(actors.begin(), actors.end());
}

/// Members as of the last day of the period, or of what is known.
std::vector<Bloc> blocs_of(const ExportCommandOptions& options, const Selection& selection) {
    std::optional<Day> last = selection.period.end;
    if (!last) {
        for (const Relation& relation : selection.relations) {
            last = std::max({last, relation.valid.start, relation.valid.end, relation.known_from});
        }
    }
    std::vector<Bloc> blocs;
    for (const std::string& name : options.blocs) {
        const ActorId id = actor_option("--bloc", name);
        blocs.push_back(members_of(id, {.start = last, .end = last}, options.drawing.language));
        if (blocs.back().members.empty()) {
            throw Failure{fmt::format("--bloc: {} has no members in the tables", harmless(name)), 2};
        }
    }
    return blocs;
}

/// Called after the filters; the drawing learns whom it is about.
Selection selected(ExportCommandOptions& options) {
    Store store = open_for_reading(options.database);
    Query query = options.filter.query();
    ActorId centre;
    if (!options.focus.empty()) {
        if (!query.filter.actors.empty()) {
            throw Failure{"export: give --focus or --actor, not both", 2};
        }
        centre = actor_option("--focus", options.focus);
    }
    const std::string title = export_title(query, centre, options.events, options.drawing.language);
    if (!centre.empty()) {
        options.drawing.focus = centre;
        focus(store, query, centre, options.depth);
    }
    Selection selection = select(store, query);
    selection.title = title;
    if (options.events) {
        return events_as_relations(selection);
    }
    return selection;  // moved: it may be large
}

/// A file that goes again if it was not written to its end; a device or a pipe stays.
class OutputFile {
 public:
    explicit OutputFile(const std::string& path)
        : path_(path), file_(path, std::ios::binary | std::ios::trunc) {
        if (!file_) {
            throw Failure{
                fmt::format("export: {} cannot be written; choose another file with -o", harmless(path))};
        }
    }
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;
    ~OutputFile() {
        std::error_code error;
        if (!written_ && std::filesystem::is_regular_file(path_, error)) {
            std::filesystem::remove(path_, error);
        }
    }
    std::ostream& stream() { return file_; }
    void written() { written_ = true; }

 private:
    std::string path_;
    std::ofstream file_;
    bool written_ = false;
};

int run_export(ExportCommandOptions options) {
    if (options.format == "help") {
        return list_formats();
    }
    const Format* format = find_format(options.format);
    if (format == nullptr) {
        throw Failure{fmt::format("export: there is no format '{}'; 'entente export --to help' lists them",
                                  harmless(options.format)),
                      2};
    }
    const bool to_output = options.output.empty() || options.output == "-";
    if (format->binary && to_output && output_is_terminal()) {
        throw Failure{fmt::format("export: {} is not for a terminal; give a file with -o", format->name), 2};
    }
    options.drawing.small_multiples = options.small_multiples == "year";
    options.drawing.labels = options.codes ? Labels::codes : Labels::names;
    const Selection selection = selected(options);
    options.drawing.blocs = blocs_of(options, selection);
    std::optional<OutputFile> file;
    if (!to_output) {
        file.emplace(options.output);
    }
    std::ostream& out = to_output ? std::cout : file->stream();
    write(*format, out, selection, options.drawing);
    out.flush();
    if (!out) {
        throw Failure{fmt::format("export: writing {} failed; is the disk full?",
                                  to_output ? "standard output" : harmless(options.output))};
    }
    if (file) {
        file->written();
    }
    return 0;
}

}  // namespace

Command export_command(CLI::App& root) {
    auto options = std::make_shared<ExportCommandOptions>();
    CLI::App* app = root.add_subcommand(
        "export", "Write a view of the graph: a picture, a web page, or a file for another program");
    add_database_option(*app, options->database);
    app->add_option("--to", options->format, "The format; 'help' lists them")
        ->required()
        ->type_name("FORMAT");
    app->add_option("-o,--output", options->output, "The file; standard output if not given")
        ->type_name("FILE");
    options->filter.add_to(*app);
    add_knowledge_option(*app);
    app->add_option("--focus", options->focus, "An actor and those around it")->type_name("NAME");
    app->add_option("--depth", options->depth, "With --focus: how many relations away")
        ->check(number_between(1, 4))
        ->capture_default_str()
        ->type_name("N");
    app->add_flag("--events", options->events, "What happened instead of what holds");
    add_choice<Language>(*app, "--language", options->drawing.language,
                         {{"en", Language::en}, {"nl", Language::nl}}, "Labels in English or Dutch", "en|nl");
    const char* drawing = "How diagrams look";
    add_choice<Theme>(*app, "--theme", options->drawing.theme,
                      {{"light", Theme::light}, {"dark", Theme::dark}, {"print", Theme::print}},
                      "light, dark or print", "THEME")
        ->group(drawing);
    app->add_option("--title", options->drawing.title, "Title of the diagram")
        ->type_name("TEXT")
        ->group(drawing);
    add_word_choice(*app, "--layout", options->drawing.layout, {layouts().begin(), layouts().end()},
                    fmt::format("{}; neato if not given", fmt::join(layouts(), ", ")), "NAME")
        ->group(drawing);
    app->add_flag("--codes", options->codes, "ISO codes instead of names")->group(drawing);
    app->add_flag("--flags", options->drawing.flags, "Flags, where the font has them")->group(drawing);
    app->add_option("--bloc", options->blocs,
                    "A box around the members of this organisation; may be repeated")
        ->type_name("NAME")
        ->group(drawing);
    app->add_option("--max-actors", options->drawing.max_actors,
                    "At most so many actors; 0: what can be read")
        ->type_name("N")
        ->group(drawing);
    app->add_option("--max-edges", options->drawing.max_edges, "At most so many lines; 0: what can be read")
        ->type_name("N")
        ->group(drawing);
    add_word_choice(*app, "--small-multiples", options->small_multiples, {"year"}, "One panel a year", "year")
        ->group(drawing);
    add_choice<EdgeKey>(*app, "--edge-key", options->drawing.edge_key,
                        {{"edges", EdgeKey::edges}, {"links", EdgeKey::links}},
                        "NetworkX: edges, or links for versions up to 3.5", "edges|links");
    add_choice<MermaidKind>(*app, "--mermaid", options->drawing.mermaid,
                            {{"flowchart", MermaidKind::flowchart}, {"gantt", MermaidKind::gantt}},
                            "Mermaid: who with whom, or what held when", "flowchart|gantt");
    add_choice<GexfVersion>(*app, "--gexf", options->drawing.gexf,
                            {{"1.3", GexfVersion::v1_3}, {"1.2", GexfVersion::v1_2}},
                            "GEXF 1.3, or 1.2 for older readers", "1.3|1.2");
    app->add_option("--base-iri", options->drawing.base_iri, "JSON-LD, N-Quads: what ids are put after")
        ->capture_default_str()
        ->type_name("IRI");
    app->footer(
        "Examples:\n"
        "  entente export --to help                              the formats\n"
        "  entente export --to svg -o relations.svg\n"
        "  entente export --to html -o relations.html            a page to explore, opens from disk\n"
        "  entente export --to png --focus Russia --since 2022 --theme dark -o russia.png\n"
        "  entente export --to svg --bloc NATO --bloc CSTO --on 2024-01-01 -o blocs.svg\n"
        "  entente export --to gexf --relation sanctions -o sanctions.gexf");
    return {app, [options] { return run_export(*options); }};
}

}  // namespace entente::cli
