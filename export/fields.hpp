#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "export/names.hpp"
#include "graph/selection.hpp"

namespace entente {

enum class FieldType : std::uint8_t { text, date, real, integer, boolean };

/// A property of actors or relations as every format with attributes has it. Names are a contract
/// (docs/formats.md): letters, digits and underscores, never `type`.
struct FieldSpec {
    std::string_view name;
    FieldType type;
};

/// Empty (monostate): the actor or relation has no such property; formats leave it out.
using FieldValue = std::variant<std::monostate, std::string, double, std::int64_t, bool>;
using Row = std::vector<FieldValue>;

enum class Polarity : std::uint8_t { cooperation, conflict, neutral };
std::string_view to_string(Polarity polarity);
inline Polarity polarity_of(double sign) {
    return sign > 0 ? Polarity::cooperation : sign < 0 ? Polarity::conflict : Polarity::neutral;
}

/// The colour of its lines on white: Okabe and Ito's (2008) blue and vermilion, which the common
/// colour-vision deficiencies tell apart, and a grey.
std::string_view colour_of(Polarity polarity);

/// label, name_en, name_nl, kind, iso2, iso_numeric, region, lat, lon
std::span<const FieldSpec> actor_fields();
/// relation, label, polarity, sign, undirected, valid_from, valid_to, …: see docs/formats.md
std::span<const FieldSpec> relation_fields();

/// Fills `row` with the actor's values in the order of actor_fields().
void actor_row(const Actor& actor, const Names& names, Row& row);
/// Fills `row` with the relation's values in the order of relation_fields().
void relation_row(const Relation& relation, const Names& names, Row& row);

/// Days since 1970-01-01.
inline std::int64_t day_number(Day day) { return day.time_since_epoch().count(); }

/// What the picture or file is called: the option, else the selection's title, else "Relations" and the
/// period.
std::string title_of(const Selection& selection, const ExportOptions& options);
/// "since 2022", "2022-03 to 2024", "on 2024-06-19": the first and last day of a year or month said as that;
/// empty if open.
std::string period_text(const Interval& period, Language language);
/// The period that was asked for, else the one that the relations cover (what articles report, where there is
/// such; by the day of the report, where that says no other); empty if there is none.
std::string period_of(const Selection& selection, Language language);

/// What formats with classes call it: "State", "Organisation", "ArmedGroup", "Person".
std::string_view class_of(ActorKind kind);

/// The actors by id; the selection is sorted by it.
const Actor* find_actor(const Selection& selection, std::string_view id);

}  // namespace entente
