#include "graph/claim_json.hpp"

#include <cmath>
#include <cstdint>

#include <nlohmann/json.hpp>

namespace entente {

namespace {

using Json = nlohmann::ordered_json;

Json text_or_null(std::string_view text) { return text.empty() ? Json(nullptr) : Json(text); }

Json day_or_null(const std::optional<Day>& day) { return day ? Json(to_string(*day)) : Json(nullptr); }

/// 11000 and not 11000.0: counts are whole numbers for those who read them.
Json number(double value) {
    constexpr double exact = 9007199254740992.0;
    if (std::trunc(value) == value && std::abs(value) < exact) {
        return static_cast<std::int64_t>(value);
    }
    return value;
}

Json article_of(const Article& article) {
    Json out{{"id", article.input_id.empty() ? article.id : article.input_id},
             {"title", article.title},
             {"published", day_or_null(article.published)},
             {"language", text_or_null(article.language)},
             {"index", article.index}};
    if (!article.url.empty()) {
        out["url"] = article.url;
    }
    if (!article.publisher.empty()) {
        out["publisher"] = article.publisher;
    }
    return out;
}

Json participants(const std::vector<Participant>& side) {
    Json out = Json::array();
    for (const auto& participant : side) {
        Json one{{"id", participant.id},
                 {"name", participant.name},
                 {"kind", to_string(participant.kind)},
                 {"state", text_or_null(participant.state)}};
        if (!participant.role.empty()) {
            one["role"] = participant.role;
        }
        one["mention"] = {{"text", participant.mention.text},
                          {"start", participant.mention.start},
                          {"end", participant.mention.end}};
        out.push_back(std::move(one));
    }
    return out;
}

Json event_of(const EventCode& event) {
    return {{"type", to_string(event.type)},
            {"mode", text_or_null(event.mode)},
            {"cameo", text_or_null(event.cameo)},
            {"context", event.context},
            {"goldstein", event.goldstein}};
}

Json attribution_of(const std::optional<Attribution>& attribution) {
    if (!attribution) {
        return nullptr;
    }
    return {{"id", text_or_null(attribution->id)}, {"text", attribution->text}};
}

Json time_of(const ClaimTime& time) {
    return {{"start", day_or_null(time.interval.start)},
            {"end", day_or_null(time.interval.end)},
            {"granularity", to_string(time.interval.granularity)},
            {"text", text_or_null(time.text)},
            {"resolved", time.resolved}};
}

Json quantity_of(const std::optional<Quantity>& quantity) {
    if (!quantity) {
        return nullptr;
    }
    Json out{{"value", number(quantity->value)},
             {"unit", text_or_null(quantity->unit)},
             {"qualifier", text_or_null(quantity->qualifier)}};
    if (quantity->from) {
        out["from"] = number(*quantity->from);
    }
    return out;
}

}  // namespace

nlohmann::ordered_json to_json(const Claim& claim, const Article& article) {
    return {{"claim", claim.id},
            {"article", article_of(article)},
            {"source", participants(claim.source)},
            {"target", participants(claim.target)},
            {"event", event_of(claim.event)},
            {"relation", text_or_null(claim.relation)},
            {"modality", to_string(claim.modality)},
            {"attribution", attribution_of(claim.attribution)},
            {"time", time_of(claim.time)},
            {"place", text_or_null(claim.place)},
            {"quantity", quantity_of(claim.quantity)},
            {"evidence",
             {{"text", claim.evidence.text},
              {"start", claim.evidence.start},
              {"end", claim.evidence.end},
              {"trigger", claim.evidence.trigger}}},
            {"confidence", claim.confidence},
            {"extractor", claim.extractor}};
}

}  // namespace entente
