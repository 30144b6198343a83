#include "extract/events/stances.hpp"

#include <algorithm>
#include <set>

#include "extract/events/confidence.hpp"

namespace entente {

namespace {

/// The word of necessity beside `node` ("must"), where it is not negated or only thought up; -1 if there is
/// none.
int necessity_beside(const SentenceView& view, int node) {
    int word = -1;
    for (const auto& [at, op] : operators_beside(view, node, false)) {
        if (op->necessity) word = at;
        if (op->modality == Modality::hypothetical) return -1;
    }
    return word;
}

std::vector<Party> without(std::vector<Party> parties, const std::vector<Party>& out) {
    std::set<ActorId> states;
    for (const Party& party : out) states.insert(stands_for(party.actor));
    std::erase_if(parties, [&](const Party& party) { return states.contains(stands_for(party.actor)); });
    return parties;
}

std::vector<Party> addressees(const SentenceView& view, int saying) {
    const auto arguments = view.arguments.of(saying, Upos::verb);
    for (const char* slot : {"iobj", "obj"}) {
        auto found = parties_of_slot(view, saying, arguments, {slot, "head", false});
        if (!found.empty()) return found;
    }
    for (const Argument& argument : arguments)
        if (view.tree.groups().contains("addressee", argument.slot) && !argument.deep) {
            auto found = view.parties.in_phrase(argument, PartyFinder::Where::anywhere);
            if (!found.empty()) return found;
        }
    return {};
}

/// Whether `node` is a right to something ("the right to defend itself").
bool names_entitlement(const SentenceView& view, int node) {
    if (!view.tree.is_noun(node)) return false;
    for (const int c : view.tree.children(node)) {
        const Operator* op = operator_on(view, c);
        if (op != nullptr && op->entitlement) return true;
    }
    return false;
}

FoundEvent stance(EventType type, Speaker speaker, std::vector<Party> target, int word, int node,
                  std::string how) {
    FoundEvent event;
    event.code.type = type;
    event.code.goldstein = event_score(event.code);
    event.source = speaker.parties;
    event.target = std::move(target);
    event.trigger = event.node = word;
    event.passed = {node};
    event.speaker = std::move(speaker);
    event.stance = true;
    event.confidence = calibrated(0.75);
    event.how.push_back(std::move(how));
    return event;
}

std::optional<FoundEvent> demand_at(const SentenceView& view, int node, int word) {
    auto speaker = speaker_of(view, node, {});
    if (!speaker || speaker->attribution.id.empty()) return std::nullopt;
    const Argument subject = view.arguments.surface_subject(node);
    std::vector<Party> target;
    if (subject.node >= 0 && !view.arguments.passive(node))
        target = without(view.parties.in_phrase(subject, PartyFinder::Where::head_only), speaker->parties);
    if (target.empty() && subject.node >= 0)  // "told Greece that Turkey's actions must end"
        for (const int c : view.tree.children(subject.node))
            if (view.tree.is(c, "nmod:poss") && target.empty())
                target = without(view.parties.in_phrase({"obj", c, 0.85, "genitive", -1, false},
                                                        PartyFinder::Where::head_only),
                                 speaker->parties);
    if (target.empty() && speaker->saying >= 0)
        target = without(addressees(view, speaker->saying), speaker->parties);
    if (target.empty()) return std::nullopt;
    return stance(EventType::request, std::move(*speaker), std::move(target), word, node,
                  "who says that another '" + view.tree.token(word).form + "' do something asks for it");
}

std::optional<FoundEvent> endorsement_at(const SentenceView& view, int node) {
    auto speaker = speaker_of(view, node, {});
    if (!speaker || speaker->attribution.id.empty()) return std::nullopt;
    std::vector<Party> target =
        without(parties_of_slot(view, node, view.arguments.of(node, Upos::noun), {"subj", "", false}),
                speaker->parties);
    if (target.empty()) return std::nullopt;
    FoundEvent event =
        stance(EventType::support, std::move(*speaker), std::move(target), node, node,
               "who says that another has the '" + view.tree.token(node).form + "' takes his side");
    event.relation = "supports";
    return event;
}

}  // namespace

std::vector<FoundEvent> stances_of(const SentenceView& view) {
    std::vector<FoundEvent> stances;
    for (int node = 0; node < view.tree.size(); ++node) {
        if (const int word = necessity_beside(view, node); word >= 0) {
            if (auto demand = demand_at(view, node, word)) stances.push_back(std::move(*demand));
        } else if (names_entitlement(view, node)) {
            if (auto endorsement = endorsement_at(view, node)) stances.push_back(std::move(*endorsement));
        }
    }
    return stances;
}

}  // namespace entente
