#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "graph/relation_type.hpp"
#include "queries/actor_names.hpp"
#include "queries/answers.hpp"

namespace entente::answers {

namespace {

bool says_no(const Claim& claim) {
    return claim.modality == Modality::denied || claim.modality == Modality::negated;
}

/// Whom they act for, sorted.
std::vector<ActorId> side_of(const std::vector<Participant>& participants) {
    std::set<ActorId> ids;
    for (const Participant& participant : participants) {
        ids.insert(participant.state.empty() ? participant.id : participant.state);
    }
    return {ids.begin(), ids.end()};
}

using Key = std::tuple<EventType, std::vector<ActorId>, std::vector<ActorId>>;

/// Claims with equal keys speak of the same thing, but for their time.
Key key_of(const Claim& claim) {
    auto source = side_of(claim.source);
    auto target = side_of(claim.target);
    if (is_mutual(claim.event.type) && target < source) {
        std::swap(source, target);
    }
    return {claim.event.type, source, target};
}

/// The days that a claim may speak of: its own, else around its publication.
Interval days_of(const Claim& claim, const Source* source) {
    if (claim.time.resolved) {
        return claim.time.interval;
    }
    const std::chrono::days around{90};
    return source == nullptr || !source->published
               ? Interval{}
               : Interval{*source->published - around, *source->published + around, Granularity::day};
}

/// Whether what the text says more exactly may be the same: modes, codes, subjects and places that differ are
/// two matters ("the EU punishes", "the EU bans nothing").
bool same_matter(const Claim& a, const Claim& b) {
    const auto differ = [](const std::string& x, const std::string& y) {
        return !x.empty() && !y.empty() && x != y;
    };
    const auto& first = a.event.context;
    const auto& second = b.event.context;
    const bool common = first.empty() || second.empty() ||
                        std::any_of(first.begin(), first.end(), [&](const std::string& context) {
                            return std::find(second.begin(), second.end(), context) != second.end();
                        });
    // CAMEO's codes begin with the two digits of their class; the shorter of two may be the less exact.
    const std::size_t digits = std::min(a.event.cameo.size(), b.event.cameo.size());
    return common && !differ(a.event.mode, b.event.mode) &&
           a.event.cameo.substr(0, digits) == b.event.cameo.substr(0, digits) &&
           !differ(a.relation, b.relation);
}

/// The host of an address: "news.example".
std::string host_of(const std::string& url) {
    const auto start = url.find("://");
    if (start == std::string::npos) {
        return {};
    }
    return url.substr(start + 3, url.find('/', start + 3) - start - 3);
}

}  // namespace

/// Pairs of claims about the same event of which one says that it happened and the other that it did not;
/// nobody contradicts himself within one article. With a publisher or speaker: those in which it says one of
/// the two, and another the other.
Answer conflicts(const Context& context) {
    Filter filter = context.query.filter;
    filter.modalities.clear();
    filter.with_relations = false;
    filter.with_actors = false;
    const Selection selection = context.store.select(filter);
    std::map<std::string, const Source*> sources;
    for (const Source& source : selection.sources) {
        sources.emplace(source.article, &source);
    }
    std::map<Key, std::vector<const Claim*>> groups;
    for (const Claim& claim : selection.claims) {
        if (claim.modality == Modality::asserted || says_no(claim)) {
            groups[key_of(claim)].push_back(&claim);
        }
    }
    Answer answer{{{"source_name", context.say("Source", "Bron"), true},
                   {"event", context.say("Event", "Gebeurtenis"), false},
                   {"target_name", context.say("Target", "Doel"), true},
                   {"yes_by", context.say("Says yes", "Zegt ja"), false},
                   {"yes_quote", context.say("Quote", "Citaat"), true},
                   {"no_by", context.say("Says no", "Zegt nee"), false},
                   {"no_quote", context.say("Quote", "Citaat"), true},
                   {"yes", context.say("Id of yes", "Id van ja"), false},
                   {"no", context.say("Id of no", "Id van nee"), false}},
                  {},
                  {}};
    const auto side_name = [&](const std::vector<Participant>& participants) {
        std::vector<std::string> names;
        for (const ActorId& id : side_of(participants)) {
            names.push_back(context.name(id));
        }
        return names;
    };
    const auto source_of = [&](const Claim& claim) {
        const auto source = sources.find(claim.article);
        return source == sources.end() ? nullptr : source->second;
    };
    const auto publisher = [&](const Claim& claim) {
        const Source* source = source_of(claim);
        return source == nullptr ? std::string{} : source->publisher;
    };
    // Whom the text names, else who published it, else where it stands.
    const auto speaker = [&](const Claim& claim) {
        std::string name;
        if (claim.attribution) {
            name =
                claim.attribution->id.empty() ? claim.attribution->text : context.name(claim.attribution->id);
        }
        const Source* source = source_of(claim);
        if (name.empty()) {
            name = publisher(claim);
        }
        if (name.empty() && source != nullptr) {
            name = host_of(source->url).empty() ? source->title : host_of(source->url);
        }
        return name.empty() ? claim.article : name;
    };
    const std::string& wanted = context.query.publisher;
    const auto says = [&](const Claim& claim) {
        return (claim.attribution && claim.attribution->id == wanted) ||
               fold_name(speaker(claim)) == fold_name(wanted) ||
               fold_name(publisher(claim)) == fold_name(wanted);
    };
    for (const auto& [key, claims] : groups) {
        for (const Claim* yes : claims) {
            for (const Claim* no : claims) {
                if (says_no(*yes) || !says_no(*no) ||
                    !overlap(days_of(*yes, source_of(*yes)), days_of(*no, source_of(*no))) ||
                    !same_matter(*yes, *no) ||
                    (yes->article == no->article && speaker(*yes) == speaker(*no)) ||
                    (!wanted.empty() && says(*yes) == says(*no))) {
                    continue;
                }
                const std::string yes_by = speaker(*yes);
                const std::string no_by = speaker(*no);
                answer.rows.push_back({{"event", to_string(yes->event.type)},
                                       {"source", side_of(yes->source)},
                                       {"source_name", side_name(yes->source)},
                                       {"target", side_of(yes->target)},
                                       {"target_name", side_name(yes->target)},
                                       {"yes", yes->id},
                                       {"yes_by", yes_by},
                                       {"yes_quote", yes->evidence.text},
                                       {"no", no->id},
                                       {"no_by", no_by},
                                       {"no_quote", no->evidence.text}});
            }
        }
    }
    return answer;
}

}  // namespace entente::answers
