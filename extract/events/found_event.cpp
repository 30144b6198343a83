#include "extract/events/found_event.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "extract/events/circumstances.hpp"
#include "extract/events/confidence.hpp"
#include "extract/events/stances.hpp"

namespace entente {

namespace {

using StatePair = std::pair<ActorId, ActorId>;

std::set<StatePair> pairs_of(const FoundEvent& event, bool ordered = true) {
    std::set<StatePair> pairs;
    for (const Party& source : event.source)
        for (const Party& target : event.target) {
            StatePair pair{stands_for(source.actor), stands_for(target.actor)};
            if (pair.first == pair.second) continue;
            if ((!ordered || is_mutual(event.code.type)) && pair.second < pair.first)
                std::swap(pair.first, pair.second);
            pairs.insert(std::move(pair));
        }
    return pairs;
}

std::string name_of(const std::vector<Party>& parties) {
    std::string names;
    for (const Party& party : parties) {
        if (!names.empty()) names += ", ";
        names += stands_for(party.actor) + " \"" + party.actor.mention.text + "\" (" + party.how + ")";
    }
    return names;
}

std::string act_relation(EventType type) {
    if (type == EventType::threaten) return "threatens";
    if (type == EventType::accuse) return "accuses";
    return {};
}

FoundEvent event_from(const SentenceView& view, const FrameMatch& match, Standing standing) {
    FoundEvent event;
    event.code = match.code;
    event.relation = match.frame->same ? match.earlier->relation : match.frame->relation;
    if (standing.transformed) {
        event.code.mode = standing.mode;
        event.code.cameo.clear();
        event.code.type = standing.type;
        event.code.goldstein = event_score(event.code);
        event.relation = act_relation(standing.type);
    }
    event.modality = standing.modality;
    event.trigger = match.trigger;
    event.node = standing.node;
    event.required = match.required;
    event.passed = standing.passed;
    event.transformed = standing.transformed;
    event.hearsay = standing.hearsay && standing.modality == Modality::possible;
    event.confidence = confidence_of(view, match, standing);
    event.how.push_back("row " + std::to_string(match.frame->line) + ": source " + match.source_slot + " = " +
                        name_of(match.source) + "; target " + match.target_slot + " = " +
                        name_of(match.target));
    event.how.insert(event.how.end(), standing.how.begin(), standing.how.end());
    event.source = std::move(standing.source);
    event.target = std::move(standing.target);
    if (!standing.denier.empty()) {
        Speaker denier;
        denier.parties = standing.denier;
        denier.attribution = {stands_for(standing.denier.front().actor),
                              standing.denier.front().actor.mention.text};
        denier.how = "who denies it";
        event.speaker = std::move(denier);
    }
    return event;
}

/// The act of demanding, threatening or promising stands for what is demanded, threatened or promised.
bool stands_below_its_act(const FoundEvent& event, const std::vector<FoundEvent>& all) {
    if (event.transformed || event.modality == Modality::asserted || event.modality == Modality::negated ||
        event.modality == Modality::denied)
        return false;
    return std::any_of(all.begin(), all.end(), [&](const FoundEvent& act) {
        const bool is_act = act.stance || act.code.type == EventType::request ||
                            act.code.type == EventType::threaten || act.code.type == EventType::agree ||
                            act.code.type == EventType::reject;
        return is_act && &act != &event && act.node != event.trigger &&
               std::find(event.passed.begin(), event.passed.end(), act.node) != event.passed.end();
    });
}

bool shares(const std::vector<Party>& some, const std::vector<Party>& others) {
    return std::any_of(some.begin(), some.end(), [&](const Party& one) {
        return std::any_of(others.begin(), others.end(), [&](const Party& other) {
            return stands_for(one.actor) == stands_for(other.actor);
        });
    });
}

/// "condemned the Russian attack on Ukraine", "China criticised American sanctions on Iran": what one
/// condemns, another did. What is no force must be done to somebody else, too.
bool is_deed_of_another(const FoundEvent& event, const FoundEvent& other) {
    if (event.modality != Modality::asserted || shares(event.source, other.source)) return false;
    const bool force = event.code.type == EventType::assault || event.code.type == EventType::coerce;
    return force || (other.code.type == EventType::accuse && !shares(event.target, other.source) &&
                     !shares(event.target, other.target));
}

/// Whether `event` says again, or less well, what `other` says.
bool repeats(const FoundEvent& event, const FoundEvent& other) {
    // "declared war on": the fixed phrase says more than its noun.
    if (std::find(event.required.begin(), event.required.end(), other.trigger) != event.required.end())
        return false;
    const bool consumed =
        std::find(other.required.begin(), other.required.end(), event.trigger) != other.required.end();
    const bool ordered = !consumed || is_mutual(event.code.type) == is_mutual(other.code.type);
    const auto mine = pairs_of(event, ordered);
    const auto theirs = pairs_of(other, ordered);
    const bool within = std::includes(theirs.begin(), theirs.end(), mine.begin(), mine.end());
    const bool meeting =
        is_mutual(event.code.type) && is_mutual(other.code.type);  // "flew to Oman for talks with Iran"
    if (consumed && (within || (!meeting && event.code.type == other.code.type))) return true;
    if (consumed && !event.transformed && !meeting && !is_deed_of_another(event, other)) return true;
    // "withdrew from the treaty and expelled the envoys": two relations, both at an end.
    const bool others_relation =
        !event.relation.empty() && !other.relation.empty() && event.relation != other.relation;
    return event.code.type == other.code.type && event.modality == other.modality && within &&
           !(others_relation && event.code.type == EventType::sanction) &&
           (mine.size() < theirs.size() || event.confidence <= other.confidence);
}

void collapse(std::vector<FoundEvent>& events) {
    std::vector<bool> dropped(events.size(), false);
    for (std::size_t i = 0; i < events.size(); ++i) {
        if (stands_below_its_act(events[i], events)) dropped[i] = true;
        for (std::size_t j = 0; j < events.size() && !dropped[i]; ++j)
            if (i != j && !dropped[j] && repeats(events[i], events[j])) dropped[i] = true;
    }
    std::vector<FoundEvent> kept;
    for (std::size_t i = 0; i < events.size(); ++i)
        if (!dropped[i]) kept.push_back(std::move(events[i]));
    events = std::move(kept);
}

/// "stuurt tanks naar Kiev en Londen geschut": the same deed of the second subject, to whom its own remnant
/// names, else to the same.
std::optional<FrameMatch> gapped(const SentenceView& view, const FrameMatch& match) {
    const Tree& tree = view.tree;
    const int name = tree.child(match.trigger, "orphan");
    if (name < 0 || !match.source_slot.starts_with("subj")) return std::nullopt;
    using Where = PartyFinder::Where;
    FrameMatch second = match;
    second.source =
        view.parties.in_phrase({"subj", name, 0.7, "subject of the gap", -1, false}, Where::anywhere);
    if (second.source.empty()) return std::nullopt;
    for (const int c : tree.children(name)) {
        if (!tree.is(c, "orphan")) continue;
        auto own = view.parties.in_phrase({"obj", c, 0.7, "remnant of the gap", -1, false}, Where::anywhere,
                                          {}, true);
        if (own.empty() && match.target_slot.starts_with("obj"))
            return std::nullopt;  // "and Peru the rebels"
        if (!own.empty()) second.target = std::move(own);
    }
    return second;
}

EarlierEvent as_earlier(const FoundEvent& event, std::size_t begin) {
    return {event.code, event.relation, event.source, event.target, begin};
}

/// "memorandum of understanding", "round of talks": the noun above names the event.
bool is_named_by_noun_above(const SentenceView& view, int trigger) {
    const Tree& tree = view.tree;
    const int above = tree.head(trigger);
    return above >= 0 && tree.is_noun(trigger) && tree.is(trigger, "nmod") &&
           tree.in_group(above, "container") && tree.groups().contains("of", tree.preposition(trigger)) &&
           view.language.frames.names_event(tree.lemma(above), Upos::noun);
}

/// Adds the event that `match` names, and that of the gap beside it.
void add_events(const SentenceView& view, const FrameMatch& match, std::span<const TimeMention> times,
                std::size_t sentence, std::vector<FoundEvent>& events) {
    Standing standing = standing_of(view, match);
    if (standing.unsaid) return;
    const bool topic = standing.topic;
    FoundEvent event = event_from(view, match, std::move(standing));
    // A noun for what may never be is no news, nor is a plan that is only talked of.
    const bool idle = event.modality == Modality::hypothetical && (topic || view.tree.is_noun(match.trigger));
    if (idle || pairs_of(event).empty()) return;
    event.time = time_of(view, times, sentence, match.trigger, event.passed);
    event.place = place_of(view, match);
    event.quantity = quantity_of(view, match, times, sentence);
    if (match.earlier != nullptr) event.evidence_begin = match.earlier->begin;
    if (const auto second = gapped(view, match)) {
        FoundEvent other = event_from(view, *second, standing_of(view, *second));
        other.time = event.time;
        other.place = event.place;
        if (!pairs_of(other).empty()) events.push_back(std::move(other));
    }
    events.push_back(std::move(event));
}

}  // namespace

std::vector<FoundEvent> events_of(const SentenceView& view, std::span<const TimeMention> times,
                                  std::size_t sentence, std::size_t begin, const QuotationTracker& quotations,
                                  EarlierEvents& earlier, std::vector<std::string>* notes) {
    std::vector<FoundEvent> events;
    std::vector<int> open;  // triggers whose target may stand in another clause
    for (int trigger = 0; trigger < view.tree.size(); ++trigger) {
        if (is_named_by_noun_above(view, trigger)) continue;
        if (const auto match = match_frame(view, trigger, nullptr, notes))
            add_events(view, *match, times, sentence, events);
        else if (may_answer(view, trigger))
            open.push_back(trigger);
    }
    for (const FoundEvent& event : events)
        if (event.modality == Modality::asserted) earlier.add(as_earlier(event, begin));
    if (!earlier.empty())
        for (const int trigger : open)
            if (const auto match = match_frame(view, trigger, &earlier))
                add_events(view, *match, times, sentence, events);
    for (FoundEvent& stance : stances_of(view)) {
        const int said = stance.speaker ? stance.speaker->saying : -1;  // it is an act of that moment
        if (said >= 0) stance.time = time_of(view, times, sentence, said, {});
        if (stance.time == nullptr)
            stance.time = time_of(view, times, sentence, stance.trigger, stance.passed);
        events.push_back(std::move(stance));
    }
    collapse(events);
    for (FoundEvent& event : events) {
        if (!event.speaker) event.speaker = speaker_of(view, event.node, event.source);
        if (const Speaker* quoted = quotations.speaker_at(event.node); !event.speaker && quoted != nullptr)
            event.speaker = *quoted;
        if (event.hearsay && event.speaker) event.modality = Modality::asserted;  // his word, not a rumour
        if (event.speaker)
            event.how.push_back("said by \"" + event.speaker->attribution.text + "\" (" + event.speaker->how +
                                ")");
    }
    std::stable_sort(events.begin(), events.end(),
                     [](const FoundEvent& a, const FoundEvent& b) { return a.trigger < b.trigger; });
    std::vector<EarlierEvent> told;
    for (const FoundEvent& event : events)
        if (event.modality == Modality::asserted) told.push_back(as_earlier(event, begin));
    earlier.end_sentence(std::move(told));
    return events;
}

}  // namespace entente
