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

/// Whom the text names, else who published it, else where it stands.
std::string speaker_of(const Said& said, const Context& context) {
    const Claim& claim = said.claim;
    std::string name;
    if (claim.attribution) {
        name = claim.attribution->id.empty() ? claim.attribution->text : context.name(claim.attribution->id);
    }
    if (name.empty()) {
        name = said.source.publisher;
    }
    if (name.empty()) {
        const std::string host = host_of(said.source.url);
        name = host.empty() ? said.source.title : host;
    }
    return name.empty() ? claim.article : name;
}

/// Whether it is the wanted speaker, or publisher, who says so.
bool says(const Said& said, const std::string& wanted, const Context& context) {
    const std::string name = fold_name(wanted);
    return (said.claim.attribution && said.claim.attribution->id == wanted) ||
           fold_name(speaker_of(said, context)) == name || fold_name(said.source.publisher) == name;
}

/// How the store knows the speaker: empty where it may be anybody's host or title.
Speaker known_speaker(const Context& context) {
    const std::string& wanted = context.query.publisher;
    Speaker speaker;
    if (wanted.empty()) {
        return speaker;
    }
    for (const std::string& publisher : context.store.publishers()) {
        if (fold_name(publisher) == fold_name(wanted)) {
            speaker.publishers.push_back(publisher);
        }
    }
    const bool is_actor = context.name(wanted) != wanted;
    if (is_actor || !speaker.publishers.empty()) {
        speaker.names = {wanted};
        if (is_actor) {
            speaker.names.push_back(context.name(wanted));
        }
    }
    return speaker;
}

/// Both parties' claims and articles as they are stored, whatever the day: Store::select merges anew.
std::vector<Opposition> oppositions_then(const Context& context) {
    Filter filter = context.query.filter;
    filter.modalities.clear();
    filter.with_relations = false;
    filter.with_actors = false;
    const Selection selection = context.store.select(filter);
    std::map<std::string, const Source*> sources;
    for (const Source& source : selection.sources) {
        sources.emplace(source.article, &source);
    }
    std::map<Key, Opposition> groups;
    for (const Claim& claim : selection.claims) {
        if (claim.modality == Modality::asserted || says_no(claim)) {
            const auto source = sources.find(claim.article);
            Opposition& group = groups[key_of(claim)];
            (says_no(claim) ? group.no : group.yes)
                .push_back({claim, source == sources.end() ? Source{} : *source->second});
        }
    }
    std::vector<Opposition> found;
    for (auto& [key, group] : groups) {
        found.push_back(std::move(group));
    }
    return found;
}

}  // namespace

/// Pairs of claims about the same event of which one says that it happened and the other that it did not,
/// newest denials first; nobody contradicts himself within one article. With a publisher or speaker: those in
/// which it says one of the two, and another the other.
Answer conflicts(const Context& context) {
    Answer answer{joined_columns({happening_columns(context),
                                  {{"yes_by", context.say("Says yes", "Zegt ja"), false},
                                   {"yes_quote", context.say("Quote", "Citaat"), true},
                                   {"no_by", context.say("Says no", "Zegt nee"), false},
                                   {"no_quote", context.say("Quote", "Citaat"), true},
                                   {"yes", context.say("Id of yes", "Id van ja"), false},
                                   {"no", context.say("Id of no", "Id van nee"), false}}}),
                  {},
                  {},
                  {},
                  {"event", "event_text", "source", "source_name", "target", "target_name", "yes", "yes_by",
                   "yes_quote", "no", "no_by", "no_quote"}};
    const auto side_name = [&](const std::vector<Participant>& participants) {
        std::vector<std::string> names;
        for (const ActorId& id : side_of(participants)) {
            names.push_back(context.name(id));
        }
        return names;
    };
    const std::string& wanted = context.query.publisher;
    std::set<std::pair<std::string, std::string>> shown;  // a claim about several pairs is told of each
    bool more = false;
    const auto add = [&](const Said& yes, const Said& no) {
        const std::string yes_by = speaker_of(yes, context);
        const std::string no_by = speaker_of(no, context);
        if (key_of(yes.claim) != key_of(no.claim) ||
            !overlap(days_of(yes.claim, &yes.source), days_of(no.claim, &no.source)) ||
            !same_matter(yes.claim, no.claim) || (yes.claim.article == no.claim.article && yes_by == no_by) ||
            (!wanted.empty() && says(yes, wanted, context) == says(no, wanted, context)) ||
            !shown.emplace(yes.claim.id, no.claim.id).second) {
            return;
        }
        if (context.most_rows > 0 && answer.rows.size() == context.most_rows) {
            more = true;
            return;
        }
        answer.rows.push_back({{"event", to_string(yes.claim.event.type)},
                               {"event_text", event_label(yes.claim.event.type, context.language)},
                               {"source", side_of(yes.claim.source)},
                               {"source_name", side_name(yes.claim.source)},
                               {"target", side_of(yes.claim.target)},
                               {"target_name", side_name(yes.claim.target)},
                               {"yes", yes.claim.id},
                               {"yes_by", yes_by},
                               {"yes_quote", yes.claim.evidence.text},
                               {"no", no.claim.id},
                               {"no_by", no_by},
                               {"no_quote", no.claim.evidence.text}});
    };
    const auto visit = [&](const Opposition& found) {
        for (const Said& no : found.no) {
            for (const Said& yes : found.yes) {
                add(yes, no);
            }
        }
        return !more;
    };
    if (context.query.filter.known_on || context.query.filter.stored_on) {
        for (const Opposition& found : oppositions_then(context)) {
            visit(found);
        }
    } else {
        context.store.oppositions(context.query.filter, known_speaker(context), visit);
    }
    if (more) {
        answer.note = shown_note(answer.rows.size(), std::nullopt, context, {" newest", " nieuwste"});
    }
    return answer;
}

}  // namespace entente::answers
