#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "cli/command.hpp"
#include "cli/listing.hpp"
#include "cli/open_store.hpp"
#include "cli/reading_options.hpp"
#include "cli/terminal.hpp"
#include "graph/store.hpp"

namespace entente::cli {

namespace {

struct EvidenceOptions {
    std::string database;
    std::string id;
    ListingFormat format = ListingFormat::table;
};

nlohmann::ordered_json row_of(const Testimony& testimony) {
    const Claim& claim = testimony.claim;
    const auto text_or_null = [](const std::string& text) -> nlohmann::ordered_json {
        return text.empty() ? nlohmann::ordered_json(nullptr) : nlohmann::ordered_json(text);
    };
    return {
        {"claim", claim.id},
        {"published",
         testimony.source.published ? text_or_null(to_string(*testimony.source.published)) : nullptr},
        {"publisher", text_or_null(testimony.source.publisher)},
        {"against", testimony.against},
        {"superseded", testimony.superseded},
        {"modality", to_string(claim.modality)},
        {"said_by", claim.attribution ? text_or_null(claim.attribution->id.empty() ? claim.attribution->text
                                                                                   : claim.attribution->id)
                                      : nullptr},
        {"role", text_or_null(testimony.role)},
        {"rule", text_or_null(testimony.rule)},
        {"article", testimony.source.article},
        {"title", text_or_null(testimony.source.title)},
        {"url", text_or_null(testimony.source.url)},
        {"start", claim.evidence.start},
        {"end", claim.evidence.end},
        {"confidence", claim.confidence},
        {"quote", claim.evidence.text}};
}

void print_testimony(const Testimony& testimony) {
    const Claim& claim = testimony.claim;
    const Source& source = testimony.source;
    std::string head = source.published ? to_string(*source.published) : "no date";
    head += "  " + (source.publisher.empty() ? "unknown publisher" : source.publisher);
    head += fmt::format("  {} {}-{}  {}", source.article, claim.evidence.start, claim.evidence.end, claim.id);
    if (testimony.superseded) {
        head += "  (replaced by a newer version of the article)";
    }
    fmt::print("{}  {}\n", testimony.against ? "AGAINST" : "FOR    ", harmless(head));
    fmt::print("         {} {}", to_string(claim.event.type), to_string(claim.modality));
    if (claim.attribution) {
        fmt::print(", according to {}", harmless(claim.attribution->text));
    }
    if (!testimony.role.empty()) {
        fmt::print("; it {} the relation ({})", testimony.role, testimony.rule);
    }
    fmt::print("\n         \"{}\"\n", harmless(claim.evidence.text));
    if (!source.url.empty()) {
        fmt::print("         {}\n", harmless(source.url));
    }
}

int evidence(const EvidenceOptions& options) {
    Store store = open_for_reading(options.database);
    const auto testimonies = store.evidence(options.id);
    if (testimonies.empty()) {
        throw Failure{fmt::format(
            "{}: there is no claim, event or relation '{}' with quotes; ids begin with c_, e_ or r_ "
            "and stand in every listing",
            options.database, harmless(options.id))};
    }
    if (options.format == ListingFormat::table) {
        for (const Testimony& testimony : testimonies) {
            print_testimony(testimony);
        }
        return 0;
    }
    Listing listing{{}};
    for (const Testimony& testimony : testimonies) {
        listing.add(row_of(testimony));
    }
    listing.print(std::cout, options.format, "");
    return 0;
}

}  // namespace

Command evidence_command(CLI::App& root) {
    auto options = std::make_shared<EvidenceOptions>();
    CLI::App* app =
        root.add_subcommand("evidence", "Print the quotes behind a claim, event or relation, oldest first");
    add_database_option(*app, options->database);
    add_format_option(*app, options->format);
    app->add_option("ID", options->id, "Id of a claim (c_…), event (e_…) or relation (r_…)")->required();
    app->footer(
        "Each quote has its publisher, date, article and bytes. AGAINST are the claims that deny it.\n\n"
        "Examples:\n"
        "  entente evidence r_0123456789abcdef\n"
        "  entente evidence --format json e_0123456789abcdef");
    return {app, [options] { return evidence(*options); }};
}

}  // namespace entente::cli
