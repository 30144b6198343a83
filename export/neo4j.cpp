#include <algorithm>
#include <ostream>

#include "export/attributes.hpp"
#include "export/escape.hpp"
#include "export/fields.hpp"
#include "export/tar.hpp"
#include "export/writers.hpp"

namespace entente {
namespace {

const char* type_name(FieldType type) {
    switch (type) {
        case FieldType::text:
            return "";
        case FieldType::date:
            return ":date";
        case FieldType::real:
            return ":double";
        case FieldType::integer:
            return ":long";
        case FieldType::boolean:
            return ":boolean";
    }
    return "";
}

void write_header(std::ostream& out, std::span<const FieldSpec> fields) {
    for (const FieldSpec& field : fields) out << ',' << field.name << type_name(field.type);
}

void write_row(std::ostream& out, const Row& row) {
    for (const FieldValue& value : row) {
        const bool text = std::holds_alternative<std::string>(value);
        out << ',' << (text ? neo4j_cell(std::get<std::string>(value)) : plain_text(value));
    }
}

std::string date_or_none(const std::optional<Day>& day) { return day ? to_string(*day) : std::string(); }

/// Relationship types are upper snake case by custom; what could not stand in one is left out.
std::string type_of(std::string_view relation) {
    std::string type;
    for (const char c : relation) {
        const bool lower = c >= 'a' && c <= 'z';
        if (lower || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_') {
            type += lower ? static_cast<char>(c - 'a' + 'A') : c;
        }
    }
    return type.empty() ? "RELATION" : type;
}

void write_actors(std::ostream& out, const Selection& selection, const Names& names) {
    out << "id:ID(Actor)";
    write_header(out, actor_fields());
    out << ",:LABEL\n";
    Row row;
    for (const Actor& actor : selection.actors) {
        actor_row(actor, names, row);
        out << neo4j_cell(actor.id);
        write_row(out, row);
        out << ",Actor;" << class_of(actor.kind) << '\n';
    }
}

void write_relations(std::ostream& out, const Selection& selection, const Names& names) {
    out << ":START_ID(Actor),:END_ID(Actor),:TYPE,id";
    write_header(out, relation_fields());
    out << ",claim_ids:string[]\n";
    Row row;
    for_each_relation(selection, [&](const Relation& relation) {
        relation_row(relation, names, row);
        out << neo4j_cell(relation.source) << ',' << neo4j_cell(relation.target) << ','
            << type_of(relation.type) << ',' << neo4j_cell(relation.id);
        write_row(out, row);
        std::string claims;
        for (const std::string& claim : relation.claims) {
            if (!claims.empty()) claims += ';';
            claims += neo4j_item(claim);
        }
        out << ',' << neo4j_cell(claims) << '\n';
    });
}

void write_claims(std::ostream& out, const Selection& selection) {
    out << "id:ID(Claim),quote,event_type,relation,modality,attribution,valid_from:date,valid_to:date,"
           "confidence:double,extractor,:LABEL\n";
    for (const Claim& claim : selection.claims) {
        out << neo4j_cell(claim.id) << ',' << neo4j_cell(claim.evidence.text) << ','
            << to_string(claim.event.type) << ',' << neo4j_cell(claim.relation) << ','
            << to_string(claim.modality) << ','
            << neo4j_cell(claim.attribution ? claim.attribution->text : std::string()) << ','
            << date_or_none(claim.time.interval.start) << ',' << date_or_none(claim.time.interval.end) << ',';
        write_number(out, claim.confidence);
        out << ',' << neo4j_cell(claim.extractor) << ",Claim\n";
    }
}

void write_articles(std::ostream& out, const Selection& selection) {
    out << "id:ID(Article),title,url,publisher,language,published:date,:LABEL\n";
    for (const Source& source : selection.sources) {
        out << neo4j_cell(source.article) << ',' << neo4j_cell(source.title) << ',' << neo4j_cell(source.url)
            << ',' << neo4j_cell(source.publisher) << ',' << neo4j_cell(source.language) << ','
            << date_or_none(source.published) << ",Article\n";
    }
}

void write_claim_actors(std::ostream& out, const Selection& selection) {
    out << ":START_ID(Claim),:END_ID(Actor),:TYPE,role\n";
    const auto link = [&](const Claim& claim, const Participant& participant, const char* type) {
        const bool known = find_actor(selection, participant.id) != nullptr;
        const ActorId& actor = known ? participant.id : participant.state;
        if (!find_actor(selection, actor)) return;
        out << neo4j_cell(claim.id) << ',' << neo4j_cell(actor) << ',' << type << ','
            << neo4j_cell(participant.role) << '\n';
    };
    for (const Claim& claim : selection.claims) {
        for (const Participant& source : claim.source) link(claim, source, "ABOUT_SUBJECT");
        for (const Participant& target : claim.target) link(claim, target, "ABOUT_OBJECT");
    }
}

void write_claim_articles(std::ostream& out, const Selection& selection) {
    out << ":START_ID(Claim),:END_ID(Article),:TYPE\n";
    for (const Claim& claim : selection.claims) {
        if (!std::ranges::binary_search(selection.sources, claim.article, {}, &Source::article)) continue;
        out << neo4j_cell(claim.id) << ',' << neo4j_cell(claim.article) << ",SUPPORTED_BY\n";
    }
}

}  // namespace

/// Neo4j admin import: a tar archive of six CSV files and the command that loads them. A relation's claims
/// are ids in a property, because a relationship cannot point at a node.
void write_neo4j(std::ostream& out, const Selection& selection, const ExportOptions& options) {
    const Names names(options.language);
    add_to_tar(out, "README.txt", [](std::ostream& file) {
        file << "neo4j-admin database import full --nodes=actors.csv --nodes=claims.csv --nodes=articles.csv "
                "\\\n"
                "  --relationships=relations.csv --relationships=claim_actors.csv \\\n"
                "  --relationships=claim_articles.csv neo4j\n";
    });
    add_to_tar(out, "actors.csv", [&](std::ostream& file) { write_actors(file, selection, names); });
    add_to_tar(out, "relations.csv", [&](std::ostream& file) { write_relations(file, selection, names); });
    add_to_tar(out, "claims.csv", [&](std::ostream& file) { write_claims(file, selection); });
    add_to_tar(out, "articles.csv", [&](std::ostream& file) { write_articles(file, selection); });
    add_to_tar(out, "claim_actors.csv", [&](std::ostream& file) { write_claim_actors(file, selection); });
    add_to_tar(out, "claim_articles.csv", [&](std::ostream& file) { write_claim_articles(file, selection); });
    end_tar(out);
}

}  // namespace entente
