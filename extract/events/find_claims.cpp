#include "extract/events/find_claims.hpp"

#include <algorithm>

#include "extract/events/found_event.hpp"

namespace entente {

namespace {

std::string slice(const std::string& text, std::size_t begin, std::size_t end) {
    begin = std::min(begin, text.size());
    return text.substr(begin, std::min(end, text.size()) - begin);
}

std::vector<Participant> participants(const Article& article, const std::vector<Party>& parties) {
    std::vector<Participant> side;
    for (const Party& party : parties) {
        Participant participant = party.actor;
        participant.state = stands_for(party.actor);
        participant.mention.start = origin_offset(article, party.actor.mention.start);
        participant.mention.end = origin_offset(article, party.actor.mention.end);
        side.push_back(std::move(participant));
    }
    return side;
}

std::string trigger_text(const Sentence& sentence, const FoundEvent& event) {
    std::vector<int> words = event.required;
    words.push_back(event.trigger);
    if (event.node >= 0) words.push_back(event.node);
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    std::string text;
    for (const int word : words) {
        if (!text.empty()) text += ' ';
        text += sentence.tokens[static_cast<std::size_t>(word)].form;
    }
    return text;
}

Claim claim_from(const Article& article, const Sentence& sentence, const FoundEvent& event,
                 const std::string& extractor) {
    Claim claim;
    claim.article = article.id;
    claim.source = participants(article, event.source);
    claim.target = participants(article, event.target);
    claim.event = event.code;
    claim.relation = event.relation;
    claim.modality = event.modality;
    if (event.speaker && !event.speaker->attribution.text.empty())
        claim.attribution = event.speaker->attribution;
    if (event.time != nullptr) claim.time = event.time->time;
    claim.place = event.place;
    claim.quantity = event.quantity;
    const std::size_t begin = std::min(sentence.begin, event.evidence_begin.value_or(sentence.begin));
    claim.evidence.text = slice(article.text, begin, sentence.end);
    claim.evidence.text_start = begin;
    claim.evidence.text_end = sentence.end;
    claim.evidence.start = origin_offset(article, begin);
    claim.evidence.end = origin_offset(article, sentence.end);
    claim.evidence.trigger = trigger_text(sentence, event);
    claim.confidence = event.confidence;
    claim.extractor = extractor;
    claim.id = claim_id(claim);
    return claim;
}

std::string actors_text(const ActorMention& mention) {
    static constexpr const char* kinds[] = {"name",   "metonym", "demonym", "role",
                                            "people", "pronoun", "definite"};
    std::string text = std::to_string(mention.first + 1) + "-" + std::to_string(mention.last) + " head " +
                       std::to_string(mention.head + 1) + " " + kinds[static_cast<std::size_t>(mention.kind)];
    for (const Participant& actor : mention.actors)
        text += " " + actor.id + (actor.state.empty() || actor.state == actor.id ? "" : " of " + actor.state);
    if (mention.place) text += ", a place";
    if (mention.private_party) text += ", private";
    return text;
}

SentenceTrace trace_of(const Article& article, const Sentence& sentence, std::size_t index,
                       std::span<const ActorMention> actors, std::span<const TimeMention> times) {
    SentenceTrace trace;
    trace.text = slice(article.text, sentence.begin, sentence.end);
    for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
        const Token& token = sentence.tokens[i];
        trace.tree.push_back(std::to_string(i + 1) + " " + token.form + " " + token.lemma + " " +
                             std::string(to_string(token.upos)) + " " + token.feats + " " +
                             std::to_string(token.head + 1) + " " + token.deprel);
    }
    for (const ActorMention& mention : actors)
        if (mention.sentence == index && mention.last <= sentence.tokens.size())
            trace.mentions.push_back(actors_text(mention));
    for (const TimeMention& time : times)
        if (time.sentence == index)
            trace.times.push_back("\"" + time.time.text + "\" head " + std::to_string(time.head + 1) + " " +
                                  (time.time.resolved ? to_string(time.time.interval) : "not resolved") +
                                  (time.since ? ", since" : "") + (time.duration ? ", duration" : ""));
    return trace;
}

std::string summary(const FoundEvent& event) {
    std::string text;
    const auto add = [&](const std::vector<Party>& parties) {
        for (std::size_t i = 0; i < parties.size(); ++i) {
            if (i > 0) text += ",";
            text += stands_for(parties[i].actor);
        }
    };
    add(event.source);
    text += " ";
    text += to_string(event.code.type);
    text += " ";
    add(event.target);
    text += ", ";
    text += to_string(event.modality);
    text += ", confidence " + std::to_string(event.confidence).substr(0, 4);
    if (event.time != nullptr) text += ", \"" + event.time->time.text + "\"";
    return text;
}

}  // namespace

std::vector<Claim> find_claims(const Article& article, std::span<const Sentence> sentences,
                               std::span<const ActorMention> actors, std::span<const TimeMention> times,
                               const EventLanguage& language, const std::string& extractor,
                               std::vector<SentenceTrace>* trace) {
    std::vector<Claim> claims;
    QuotationTracker quotations;
    EarlierEvents earlier;
    std::vector<std::size_t> unattributed;  // claims in a quotation whose speaker is not named yet
    std::size_t end = 0;                    // of the sentence before
    for (std::size_t index = 0; index < sentences.size(); ++index) {
        const Sentence& sentence = sentences[index];
        if (trace != nullptr) trace->push_back(trace_of(article, sentence, index, actors, times));
        if (!sentence.well_formed || sentence.tokens.empty() || sentence.tokens.size() > longest_sentence)
            continue;
        const SentenceView view(sentence, actors, index, language);
        const std::string between = slice(article.text, end, sentence.begin);
        end = sentence.end;
        quotations.next(view, std::count(between.begin(), between.end(), '\n') > 1);
        if (const Speaker* speaker = quotations.revealed())
            for (const std::size_t claim : unattributed) {
                claims[claim].attribution = speaker->attribution;
                claims[claim].id = claim_id(claims[claim]);
            }
        if (quotations.revealed() != nullptr || quotations.given_up()) unattributed.clear();
        const auto events = events_of(view, times, index, sentence.begin, quotations, earlier,
                                      trace == nullptr ? nullptr : &trace->back().rows);
        for (const FoundEvent& event : events) {
            if (!event.speaker && quotations.awaits_speaker(event.node))
                unattributed.push_back(claims.size());
            claims.push_back(claim_from(article, sentence, event, extractor));
            if (trace == nullptr) continue;
            trace->back().events.push_back(summary(event));
            for (const std::string& how : event.how) trace->back().events.push_back("  " + how);
        }
    }
    return claims;
}

}  // namespace entente
