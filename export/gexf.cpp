#include <algorithm>
#include <numeric>
#include <ostream>
#include <tuple>

#include "export/attributes.hpp"
#include "export/escape.hpp"
#include "export/writers.hpp"

namespace entente {
namespace {

const char* type_name(FieldType type) {
    switch (type) {
        case FieldType::text:
        case FieldType::date:
            return "string";
        case FieldType::real:
            return "double";
        case FieldType::integer:
            return "integer";
        case FieldType::boolean:
            return "boolean";
    }
    return "string";
}

/// GEXF has these two itself; a second column of the name would confuse Gephi.
bool is_own(std::string_view field) { return field == "label" || field == "weight"; }

void write_attributes(std::ostream& out, std::span<const FieldSpec> fields, const char* of) {
    out << "  <attributes class=\"" << of << "\" mode=\"static\">\n";
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (is_own(fields[i].name)) continue;
        out << "   <attribute id=\"" << i << "\" title=\"" << fields[i].name << "\" type=\""
            << type_name(fields[i].type) << "\"/>\n";
    }
    out << "  </attributes>\n";
}

void write_values(std::ostream& out, std::span<const FieldSpec> fields, const Row& row) {
    out << "<attvalues>";
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (is_own(fields[i].name) || std::holds_alternative<std::monostate>(row[i])) continue;
        out << "<attvalue for=\"" << i << "\" value=\"" << xml_text(plain_text(row[i])) << "\"/>";
    }
    out << "</attvalues>";
}

/// All intervals in which one relation type held between one pair: Gephi keeps one edge for each pair and
/// kind.
struct Group {
    std::size_t begin = 0;  ///< into the sorted list of relations
    std::size_t end = 0;
};

auto sort_key(const Relation& relation) {
    return std::tie(relation.source, relation.target, relation.type, relation.id);
}

bool same_edge(const Relation& a, const Relation& b) {
    return a.source == b.source && a.target == b.target && a.type == b.type;
}

std::vector<std::uint32_t> sorted_relations(const Selection& selection) {
    std::vector<std::uint32_t> order;
    for_each_relation(selection, [&](const Relation& relation) {
        order.push_back(static_cast<std::uint32_t>(&relation - selection.relations.data()));
    });
    std::ranges::sort(order, [&](auto a, auto b) {
        return sort_key(selection.relations[a]) < sort_key(selection.relations[b]);
    });
    return order;
}

std::vector<Group> groups_of(const Selection& selection, const std::vector<std::uint32_t>& order) {
    std::vector<Group> groups;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const Relation& relation = selection.relations[order[i]];
        if (groups.empty() || !same_edge(selection.relations[order[groups.back().begin]], relation)) {
            groups.push_back({i, i});
        }
        groups.back().end = i + 1;
    }
    std::ranges::sort(groups, {},
                      [&](const Group& group) { return selection.relations[order[group.begin]].id; });
    return groups;
}

/// The group as one relation: the first's id, the widest time, the most confident, all support together.
Relation together(const Selection& selection, const std::vector<std::uint32_t>& order, Group group) {
    Relation sum = selection.relations[order[group.begin]];
    for (std::size_t i = group.begin + 1; i < group.end; ++i) {
        const Relation& next = selection.relations[order[i]];
        const auto widest = [](const std::optional<Day>& a, const std::optional<Day>& b, bool earliest) {
            if (!a || !b) return std::optional<Day>{};
            return std::optional(earliest ? std::min(*a, *b) : std::max(*a, *b));
        };
        sum.valid.start = widest(sum.valid.start, next.valid.start, true);
        sum.valid.end = widest(sum.valid.end, next.valid.end, false);
        sum.valid.granularity = std::max(sum.valid.granularity, next.valid.granularity);
        sum.confidence = std::max(sum.confidence, next.confidence);
        if (next.modality == Modality::asserted) sum.modality = Modality::asserted;
        sum.support.claims += next.support.claims;
        sum.support.articles += next.support.articles;
        sum.support.publishers = std::max(sum.support.publishers, next.support.publishers);
        sum.support.origins += next.support.origins;
        if (next.known_from)
            sum.known_from = sum.known_from ? std::min(*sum.known_from, *next.known_from) : *next.known_from;
    }
    return sum;
}

/// The group's intervals in order, those that overlap or touch merged: spells must not overlap.
std::vector<Interval> spells_of(const Selection& selection, const std::vector<std::uint32_t>& order,
                                Group group) {
    std::vector<Interval> intervals;
    for (std::size_t i = group.begin; i < group.end; ++i)
        intervals.push_back(selection.relations[order[i]].valid);
    std::ranges::stable_sort(intervals, {}, &Interval::start);  // open starts first
    std::vector<Interval> spells;
    for (const Interval& next : intervals) {
        const bool touches = !spells.empty() && (!spells.back().end || !next.start ||
                                                 *next.start <= *spells.back().end + std::chrono::days{1});
        if (!touches) {
            spells.push_back(next);
        } else if (spells.back().end) {
            spells.back().end =
                next.end ? std::optional(std::max(*spells.back().end, *next.end)) : std::nullopt;
        }
    }
    return spells;
}

void write_spells(std::ostream& out, const std::vector<Interval>& spells) {
    if (spells.size() == 1 && !spells[0].start && !spells[0].end) return;  // always
    out << "<spells>";
    for (const Interval& spell : spells) {
        out << "<spell";
        if (spell.start) out << " start=\"" << to_string(*spell.start) << '"';
        if (spell.end) out << " end=\"" << to_string(*spell.end) << '"';
        out << "/>";
    }
    out << "</spells>";
}

}  // namespace

/// GEXF 1.3, dynamic: an edge for each pair and relation type, a spell for each time it held. 1.2draft for
/// readers that know no newer one (NetworkX before 3.6), with all edges directed, because those readers take
/// no mixed graphs.
void write_gexf(std::ostream& out, const Selection& selection, const ExportOptions& options) {
    const bool v1_3 = options.gexf == GexfVersion::v1_3;
    const Names names(options.language);
    Row row;
    out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    out << (v1_3 ? "<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\">\n"
                 : "<gexf xmlns=\"http://www.gexf.net/1.2draft\" version=\"1.2\">\n");
    out << " <meta><creator>Entente</creator><description>" << xml_text(title_of(selection, options))
        << "</description></meta>\n <graph mode=\"dynamic\" timeformat=\"date\""
        << (v1_3 ? " timerepresentation=\"interval\"" : "")
        << " defaultedgetype=\"directed\" idtype=\"string\">\n";
    write_attributes(out, actor_fields(), "node");
    write_attributes(out, relation_fields(), "edge");
    out << "  <nodes count=\"" << selection.actors.size() << "\">\n";
    for (const Actor& actor : selection.actors) {
        actor_row(actor, names, row);
        out << "   <node id=\"" << xml_text(actor.id) << "\" label=\"" << xml_text(names.actor(actor))
            << "\">";
        write_values(out, actor_fields(), row);
        out << "</node>\n";
    }
    const std::vector<std::uint32_t> order = sorted_relations(selection);
    const std::vector<Group> groups = groups_of(selection, order);
    out << "  </nodes>\n  <edges count=\"" << groups.size() << "\">\n";
    for (const Group& group : groups) {
        const Relation relation = together(selection, order, group);
        relation_row(relation, names, row);
        out << "   <edge id=\"" << xml_text(relation.id) << "\" source=\"" << xml_text(relation.source)
            << "\" target=\"" << xml_text(relation.target) << "\" type=\""
            << (relation.symmetric && v1_3 ? "undirected" : "directed") << '"';
        if (v1_3) out << " kind=\"" << xml_text(relation.type) << '"';
        out << " label=\"" << xml_text(names.relation(relation.type)) << "\" weight=\"";
        write_number(out, relation.confidence);
        out << "\">";
        write_values(out, relation_fields(), row);
        write_spells(out, spells_of(selection, order, group));
        out << "</edge>\n";
    }
    out << "  </edges>\n </graph>\n</gexf>\n";
}

}  // namespace entente
