#include "bench/synthetic_claims.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include <fmt/core.h>

namespace entente {

namespace {

struct Kind {
    EventType type;
    const char* context;
    const char* relation;
    const char* trigger;
};

constexpr std::array<Kind, 12> kinds{{{EventType::consult, "diplomatic", "", "met"},
                                      {EventType::consult, "diplomatic", "negotiates", "negotiated with"},
                                      {EventType::accuse, "diplomatic", "accuses", "accused"},
                                      {EventType::assault, "military", "attacks", "attacked"},
                                      {EventType::assault, "military", "armed_clash", "clashed with"},
                                      {EventType::agree, "military", "ceasefire", "agreed a truce with"},
                                      {EventType::sanction, "economic", "sanctions", "imposed sanctions on"},
                                      {EventType::concede, "economic", "sanctions", "lifted sanctions on"},
                                      {EventType::aid, "military", "military_aid", "sent arms to"},
                                      {EventType::agree, "military", "ally", "signed an alliance with"},
                                      {EventType::support, "", "supports", "praised"},
                                      {EventType::threaten, "", "threatens", "threatened"}}};

/// Rarer than the others by far.
constexpr Kind mediation{EventType::consult, "diplomatic", "mediates", "mediated for"};
constexpr std::size_t claims_a_mediation = 100;

constexpr int years = 20;

std::string actor_id(std::size_t number) { return fmt::format("X{}", number); }

}  // namespace

/// Zipf's law with exponent 1, by inversion of its continuous form.
std::size_t SyntheticNews::actor() {
    const double u = std::uniform_real_distribution<double>{}(random_);
    return static_cast<std::size_t>(std::pow(static_cast<double>(actors_), u)) - 1;
}

Claim SyntheticNews::claim(const Article& article, Day published, std::string& text) {
    const auto& kind = random_() % claims_a_mediation == 0 ? mediation : kinds[random_() % kinds.size()];
    const auto source = actor();
    auto target = actor();
    if (target == source) {
        target = (source + 1) % actors_;
    }
    Claim claim;
    claim.article = article.id;
    claim.event = {kind.type, "", "", {}, static_cast<double>(kind.type) - 7.0};
    if (*kind.context != '\0') {
        claim.event.context = {kind.context};
    }
    claim.relation = kind.relation;
    const auto draw = random_() % 20;
    claim.modality = draw == 0 ? Modality::denied : draw == 1 ? Modality::promised : Modality::asserted;
    const auto day = published - std::chrono::days{random_() % 3};
    const auto kind_of_time = random_() % 10;
    if (kind_of_time < 6) {
        claim.time = {{day, day, Granularity::day}, "on that day", true};
    } else if (kind_of_time == 6) {
        claim.time = {*parse_interval(to_string(day).substr(0, 7)), "that month", true};
    }
    const auto start = text.size();
    claim.source = {
        {actor_id(source), fmt::format("Actor {}", source), ActorKind::state, actor_id(source), "", {}}};
    claim.target = {
        {actor_id(target), fmt::format("Actor {}", target), ActorKind::state, actor_id(target), "", {}}};
    text += fmt::format("{} {} {} over matter {}, officials in city {} said.\n", claim.source[0].name,
                        kind.trigger, claim.target[0].name, random_() % 1000000, random_() % 1000);
    claim.evidence = {text.substr(start), start, text.size(), kind.trigger, start, text.size()};
    claim.confidence = 0.3 + 0.05 * static_cast<double>(random_() % 12);
    claim.extractor = "synthetic/1";
    claim.id = claim_id(claim);
    return claim;
}

SyntheticArticle SyntheticNews::next() {
    SyntheticArticle out;
    const auto passed = std::min(number_, articles_) * (years * 365) / articles_;
    const Day published = Day{std::chrono::year{2005} / 1 / 1} + std::chrono::days{passed + random_() % 30};
    auto& article = out.article;
    article.id = fmt::format("n{}", number_++);
    article.page = "synthetic";
    article.publisher = fmt::format("Paper {}", random_() % 200);
    article.published = published;
    article.language = "en";
    article.title = fmt::format("News {}", number_);
    const auto count = 1 + random_() % 5;
    for (std::size_t i = 0; i < count; ++i) {
        out.claims.push_back(claim(article, published, article.text));
    }
    return out;
}

}  // namespace entente
