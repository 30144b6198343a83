#include "graph/merge_relations.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>
#include <tuple>
#include <utility>

#include "graph/ascii.hpp"
#include "graph/cue.hpp"
#include "graph/fnv.hpp"
#include "graph/relation_type.hpp"
#include "graph/support.hpp"

namespace entente {

namespace {

/// How long one report of what is only promised, threatened or denied stands before the next one is another.
constexpr int unasserted_gap_days = 90;

/// What one event does to one relation.
struct Mark {
    const RelationType* type = nullptr;
    Direction direction = Direction::mutual;
    std::string place;  ///< empty but for types with one relation for each place
    bool ends = false;
    std::size_t event = 0;
    std::vector<std::size_t> reports;
    std::optional<Interval> time;
    bool still_holds = false;  ///< a report says "since", without an end
    bool duration = false;
    std::optional<Day> order;  ///< its beginning, else the day near which it was published
    std::string stage;
    std::string obligation;
    std::string rule;  ///< of what ends: "ends RETREAT/withdraw", "stage withdrawn"
};

/// A relation in the making.
struct Draft {
    const RelationType* type = nullptr;
    Direction direction = Direction::mutual;
    Modality modality = Modality::asserted;
    Interval valid;
    bool holds = false;       ///< further events confirm it
    bool dated = false;       ///< its beginning is known
    std::optional<Day> last;  ///< of its events
    int rank = 0;             ///< of the stage with which it begins
    std::string stage;
    std::map<std::string, std::size_t> obligations;
    std::string ended_rule;
    std::optional<Day> ended_near;  ///< where it was ended without a date: the day of publication
    struct Part {
        const Mark* mark;
        LinkRole role;
        std::string rule;
    };
    std::vector<Part> parts;

    bool lasts() const {
        return type->persistence == Persistence::until_ended && modality == Modality::asserted;
    }
};

Granularity coarser(Granularity a, Granularity b) {
    if (a == Granularity::open || b == Granularity::open) {
        return a == Granularity::open ? b : a;
    }
    return std::max(a, b);
}

/// Relations of one type, direction, place and modality: at most one of them holds.
struct Slot {
    std::vector<Draft> drafts;

    Draft* current() { return drafts.empty() || !drafts.back().holds ? nullptr : &drafts.back(); }
};

using SlotKey = std::tuple<std::string_view, Direction, std::string, Modality>;

class Machine {
 public:
    void take(const Mark& mark, Modality modality) {
        const bool fact = mark.type->is_fact(modality);
        auto& slot =
            slots_[{mark.type->name, mark.direction, mark.place, fact ? Modality::asserted : modality}];
        if (mark.ends) {
            if (fact) {
                end_by_event(slot, mark);
            }
            return;
        }
        const bool begins = open_or_confirm(slot, mark, fact ? Modality::asserted : modality);
        if (!fact) {
            return;
        }
        if (begins) {
            end_others(mark);
        }
        for (const auto& implied : mark.type->implies) {
            confirm_implied(implied, mark);
        }
    }

    template <typename Visit>
    void for_each(const Visit& visit) {
        for (auto& [key, slot] : slots_) {
            for (auto& draft : slot.drafts) {
                visit(draft);
            }
        }
    }

 private:
    static std::chrono::days gap(const RelationType& type, Modality modality) {
        return std::chrono::days{modality == Modality::asserted
                                     ? type.half_life_days
                                     : std::max(type.half_life_days, unasserted_gap_days)};
    }

    /// Whether what the slot holds is still running when the mark comes.
    static bool running(const Draft& draft, const Mark& mark) {
        if (!draft.holds) {
            return false;
        }
        if (draft.lasts() || (draft.dated && !draft.valid.end)) {
            return true;
        }
        return !mark.order || !draft.last || *mark.order <= *draft.last + gap(*draft.type, draft.modality);
    }

    static bool open_or_confirm(Slot& slot, const Mark& mark, Modality modality) {
        if (mark.type->persistence != Persistence::instant) {
            if (mark.duration) {
                if (auto* same = overlapping(slot, *mark.time)) {
                    extend(*same, mark);
                    return false;
                }
            } else if (auto* current = slot.current(); current != nullptr && running(*current, mark)) {
                extend(*current, mark);
                return false;
            } else if (mark.order) {
                // A mark within a period that is closed already adds nothing but support.
                if (auto* same = containing(slot, *mark.order)) {
                    extend(*same, mark);
                    return false;
                }
            }
        }
        begin(slot, mark, modality);
        return true;
    }

    static Draft* overlapping(Slot& slot, const Interval& time) {
        for (auto& draft : slot.drafts) {
            if (draft.dated && overlap(draft.valid, time)) {
                return &draft;
            }
        }
        return nullptr;
    }

    static Draft* containing(Slot& slot, Day day) {
        for (auto& draft : slot.drafts) {
            // Not one that was ended: what is reported on the day of its end begins anew.
            if (draft.dated && draft.valid.end && draft.ended_rule.empty() && contains(draft.valid, day)) {
                return &draft;
            }
        }
        return nullptr;
    }

    static void begin(Slot& slot, const Mark& mark, Modality modality) {
        Draft draft;
        draft.type = mark.type;
        draft.direction = mark.direction;
        draft.modality = modality;
        draft.holds = mark.type->persistence != Persistence::instant && !mark.duration;
        draft.rank = stage_rank(mark.stage);
        if (mark.time) {
            draft.valid = *mark.time;
            draft.dated = true;
            if ((draft.lasts() && !mark.duration) || mark.still_holds) {
                draft.valid.end.reset();
            }
        }
        if (draft.holds && !slot.drafts.empty()) {
            slot.drafts.back().holds = false;
        }
        add(draft, mark, LinkRole::opens, "opens");
        slot.drafts.push_back(std::move(draft));
        if (!slot.drafts.back().holds && slot.drafts.size() > 1 &&
            slot.drafts[slot.drafts.size() - 2].holds) {
            // A closed period does not take the place of what still holds.
            std::swap(slot.drafts[slot.drafts.size() - 2], slot.drafts.back());
        }
    }

    /// Whether what lasts was told of before `time` (by more than a day, as publishers' clocks differ): then
    /// it did not begin with that.
    static bool was_reported_before(const Draft& draft, const Interval& time) {
        const auto& reported = draft.parts.front().mark->order;
        return draft.lasts() && reported && *reported + std::chrono::days{1} < *time.start;
    }

    static void extend(Draft& draft, const Mark& mark) {
        const int rank = stage_rank(mark.stage);
        const bool now_agreed = draft.rank > 0 && draft.rank < signed_rank() && rank >= signed_rank();
        if (mark.time && ((!draft.dated && !was_reported_before(draft, *mark.time)) || now_agreed)) {
            const bool closed =
                draft.dated ? draft.valid.end.has_value() : !draft.lasts() && !mark.still_holds;
            draft.valid =
                closed ? *mark.time : Interval{mark.time->start, std::nullopt, mark.time->granularity};
            draft.dated = true;
        } else if (mark.time && draft.valid.end) {
            if (mark.still_holds) {
                draft.valid.end.reset();
            } else if (*mark.time->end > *draft.valid.end) {
                draft.valid.end = mark.time->end;
                draft.valid.granularity = coarser(draft.valid.granularity, mark.time->granularity);
            }
        }
        if (now_agreed) {
            draft.rank = rank;
        }
        add(draft, mark, LinkRole::confirms, "confirms");
    }

    static void add(Draft& draft, const Mark& mark, LinkRole role, std::string rule) {
        if (mark.time && mark.time->end) {
            draft.last = std::max(draft.last, mark.time->end);
        } else if (mark.order) {
            draft.last = std::max(draft.last, mark.order);
        }
        if (!mark.stage.empty()) {
            draft.stage = mark.stage;
        }
        if (!mark.obligation.empty()) {
            draft.obligations[mark.obligation] += mark.reports.size();
        }
        draft.parts.push_back({&mark, role, std::move(rule)});
    }

    /// Ends what runs in the slot, if it began before the mark. An end without a date leaves the date open.
    static void end(Slot& slot, const Mark& mark, const std::string& rule, bool same_day) {
        auto* draft = slot.current();
        if (draft == nullptr || !running(*draft, mark) || draft->type->persistence == Persistence::instant) {
            return;
        }
        if (mark.time) {
            const auto& begun = draft->dated ? draft->valid.start : draft->parts.front().mark->order;
            if (begun && (same_day ? *mark.time->end < *begun : *mark.time->start <= *begun)) {
                return;
            }
            draft->valid.end = mark.time->end;
            draft->valid.granularity = coarser(draft->valid.granularity, mark.time->granularity);
        }
        draft->holds = false;
        draft->ended_rule = rule;
        draft->ended_near = mark.order;
        draft->parts.push_back({&mark, LinkRole::ends, rule});
        if (draft->type->symmetric && !mark.stage.empty()) {
            draft->stage = mark.stage;
        }
    }

    static void end_by_event(Slot& slot, const Mark& mark) { end(slot, mark, mark.rule, true); }

    static bool same_way(const Draft& draft, const Mark& mark) {
        return draft.direction == Direction::mutual || mark.direction == Direction::mutual ||
               draft.direction == mark.direction;
    }

    /// Only relation types that name this one as exclusive are ended by it.
    void end_others(const Mark& mark) {
        for (auto& [key, slot] : slots_) {
            auto* draft = slot.current();
            if (draft == nullptr || draft->modality != Modality::asserted || !same_way(*draft, mark)) {
                continue;
            }
            const auto& enders = draft->type->ended_by;
            if (std::find(enders.begin(), enders.end(), mark.type->name) != enders.end()) {
                end(slot, mark, "ended_by " + mark.type->name, false);
            }
        }
    }

    void confirm_implied(const std::string& implied, const Mark& mark) {
        for (auto& [key, slot] : slots_) {
            if (std::get<0>(key) != implied || std::get<3>(key) != Modality::asserted) {
                continue;
            }
            auto* draft = slot.current();
            if (draft != nullptr && running(*draft, mark) && same_way(*draft, mark)) {
                draft->parts.push_back({&mark, LinkRole::confirms, "implied by " + mark.type->name});
                if (mark.order) {
                    draft->last = std::max(draft->last, mark.order);
                }
            }
        }
    }

    std::map<SlotKey, Slot> slots_;
};

std::vector<Mark> marks_of(std::span<const Report> reports, std::span<const MergedEvent> events,
                           std::size_t event) {
    using Key = std::tuple<std::string_view, Direction, RelationRole>;
    std::map<Key, Mark> by_relation;
    const auto& merged = events[event];
    for (const auto index : merged.reports) {
        const auto& about = reports[index].about;
        const auto* type = about.role == RelationRole::none ? nullptr : find_relation_type(about.relation);
        if (type == nullptr) {
            continue;
        }
        auto& mark = by_relation[{type->name, about.relation_direction, about.role}];
        mark.type = type;
        mark.direction = about.relation_direction;
        mark.ends = about.role == RelationRole::ends;
        mark.reports.push_back(index);
        const auto& time = reports[index].time;
        mark.still_holds = mark.still_holds || (time.start && !time.end);
        if (stage_rank(about.stage) > stage_rank(mark.stage)) {
            mark.stage = about.stage;
        }
        if (mark.obligation.empty()) {
            mark.obligation = about.obligation;
        }
    }
    std::vector<Mark> marks;
    for (auto& [key, mark] : by_relation) {
        mark.event = event;
        mark.time = period_of(merged.event.time);
        mark.duration = mark.time && is_duration(merged.event.time);
        mark.order = mark.time ? mark.time->start : merged.hint;
        if (mark.ends) {
            const auto& code = merged.event.code;
            mark.rule = mark.stage == "withdrawn" ? "stage withdrawn"
                                                  : "ends " + std::string{to_string(code.type)} +
                                                        (code.mode.empty() ? "" : "/" + code.mode);
        }
        if (mark.type->place_key) {
            mark.place = lower_ascii(merged.event.place);
        }
        marks.push_back(std::move(mark));
    }
    return marks;
}

MergedRelation relation_of(std::span<const Report> reports, std::span<const MergedEvent> events,
                           const Draft& draft) {
    MergedRelation merged;
    std::vector<std::size_t> supporting;
    std::vector<std::size_t> their_events;
    for (const auto& part : draft.parts) {
        for (const auto report : part.mark->reports) {
            merged.links.push_back({report, part.mark->event, part.role, part.rule});
            if (part.role != LinkRole::ends) {
                supporting.push_back(report);
            }
        }
        if (part.role != LinkRole::ends) {
            their_events.push_back(part.mark->event);
        }
    }
    const auto claim_of = [&](const RelationLink& link) {
        return std::string_view{reports[link.report].claim};
    };
    std::sort(merged.links.begin(), merged.links.end(), [&](const RelationLink& a, const RelationLink& b) {
        return std::tuple{claim_of(a), a.role, a.event, std::string_view{a.rule}} <
               std::tuple{claim_of(b), b.role, b.event, std::string_view{b.rule}};
    });

    auto& relation = merged.relation;
    relation.type = draft.type->name;
    relation.symmetric = draft.type->symmetric;
    relation.sign = draft.type->sign;
    const auto& about = reports[supporting.front()].about;
    const bool turned = draft.direction == Direction::backward;
    relation.source = turned ? about.high : about.low;
    relation.target = turned ? about.low : about.high;
    relation.valid = draft.valid;
    relation.modality = draft.modality;
    relation.stage = draft.stage;
    relation.known_from = known_from(reports, supporting);
    merged.found_from = draft.valid.start ? draft.valid.start : relation.known_from;
    if (draft.valid.end) {
        merged.found_to = draft.valid.end;
    } else if (!draft.ended_rule.empty()) {
        merged.found_to = draft.ended_near;
    } else if (!draft.dated && !draft.lasts()) {
        merged.found_to = draft.last;
    }
    std::size_t most = 0;
    for (const auto& [name, count] : draft.obligations) {
        if (count > most) {
            most = count;
            relation.obligation = name;
        }
    }
    relation.confidence = confidence_of(reports, supporting);
    relation.support = support_of(reports, supporting);
    std::sort(their_events.begin(), their_events.end());
    their_events.erase(std::unique(their_events.begin(), their_events.end()), their_events.end());
    double sum = 0.0;
    for (const auto event : their_events) {
        sum += events[event].event.code.goldstein;
    }
    relation.goldstein = sum / static_cast<double>(their_events.size());
    for (const auto report : supporting) {
        relation.claims.push_back(reports[report].claim);
    }
    std::sort(relation.claims.begin(), relation.claims.end());
    relation.claims.erase(std::unique(relation.claims.begin(), relation.claims.end()), relation.claims.end());
    for (const auto& part : draft.parts) {
        if (part.role == LinkRole::ends) {
            relation.ended_by = reports[part.mark->reports.front()].claim;
            relation.ended_rule = part.rule;
        }
    }
    // The claims of the first mark come in the order of (published, id): the first of them names the
    // relation.
    const auto& opener = reports[draft.parts.front().mark->reports.front()];
    relation.id =
        relation_id(relation.type, relation.source, relation.target, relation.modality, opener.claim);
    return merged;
}

}  // namespace

std::string relation_id(std::string_view type, const ActorId& source, const ActorId& target,
                        Modality modality, std::string_view claim) {
    return Fnv{}.add(type).add(source).add(target).add(to_string(modality)).add(claim).id("r_");
}

std::string_view to_string(LinkRole role) {
    switch (role) {
        case LinkRole::opens:
            return "opens";
        case LinkRole::confirms:
            return "confirms";
        case LinkRole::ends:
            return "ends";
    }
    return "";
}

std::vector<MergedRelation> merge_relations(std::span<const Report> reports,
                                            std::span<const MergedEvent> events) {
    std::vector<Mark> marks;
    for (std::size_t i = 0; i < events.size(); ++i) {
        for (auto& mark : marks_of(reports, events, i)) {
            marks.push_back(std::move(mark));
        }
    }
    // Events come sorted by id, marks of one event by relation: the rest of the order is settled by time.
    // What ends comes after what begins on the same day; what has no day comes last.
    std::stable_sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) {
        return std::tuple{!a.order, a.order, !a.time, a.ends} <
               std::tuple{!b.order, b.order, !b.time, b.ends};
    });
    Machine machine;
    for (const auto& mark : marks) {
        machine.take(mark, events[mark.event].event.modality);
    }
    std::vector<MergedRelation> relations;
    machine.for_each([&](const Draft& draft) { relations.push_back(relation_of(reports, events, draft)); });
    std::sort(relations.begin(), relations.end(),
              [](const MergedRelation& a, const MergedRelation& b) { return a.relation.id < b.relation.id; });
    return relations;
}

}  // namespace entente
