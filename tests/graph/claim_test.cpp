#include "graph/claim.hpp"

#include <nlohmann/json.hpp>

#include "graph/article.hpp"
#include "graph/claim_json.hpp"
#include "tests/catch.hpp"

using namespace entente;
using namespace std::chrono_literals;

namespace {

Claim troops_claim() {
    Claim claim;
    claim.article = "a1";
    claim.source = {
        {"person:kim-jong-un", "Kim Jong-un", ActorKind::person, "PRK", "supreme leader", {"Kim", 0, 3}}};
    claim.target = {{"RUS", "Russia", ActorKind::state, "RUS", "", {"Rusland", 20, 27}}};
    claim.event = {EventType::aid, "", "072", {"military"}, 8.3};
    claim.relation = "military_aid";
    claim.attribution = Attribution{"WEST", "westerse inlichtingen"};
    claim.time = {{Day{2024y / 11 / 9}, Day{2024y / 11 / 30}, Granularity::week}, "De laatste weken", true};
    claim.quantity = Quantity{11000, "militairen", "more than", {}};
    claim.evidence = {"Kim stuurde troepen.", 0, 20, "stuurde", 0, 20};
    claim.confidence = 0.86;
    claim.extractor = "grammar/1";
    claim.id = claim_id(claim);
    return claim;
}

}  // namespace

TEST_CASE("a claim's id follows its content, not its confidence", "[graph][claim]") {
    auto claim = troops_claim();
    CHECK(claim.id.size() == 18);
    claim.confidence = 0.1;
    CHECK(claim_id(claim) == claim.id);
    claim.modality = Modality::denied;
    CHECK(claim_id(claim) != claim.id);
    claim = troops_claim();
    claim.source.front().name = "Kim Jong-u";
    claim.source.front().state = "nPRK";
    CHECK(claim_id(claim) != claim.id);
}

TEST_CASE("a claim's JSON has the keys of the schema in its order", "[graph][claim]") {
    Article article;
    article.id = "a1";
    article.title = "Troepen";
    article.published = Day{2024y / 11 / 30};
    article.language = "nl";
    auto claim = troops_claim();
    claim.id = "c_0";
    CHECK(
        to_json(claim, article).dump() ==
        R"({"claim":"c_0","article":{"id":"a1","title":"Troepen","published":"2024-11-30","language":"nl","index":0},)"
        R"("source":[{"id":"person:kim-jong-un","name":"Kim Jong-un","kind":"person","state":"PRK","role":"supreme leader","mention":{"text":"Kim","start":0,"end":3}}],)"
        R"("target":[{"id":"RUS","name":"Russia","kind":"state","state":"RUS","mention":{"text":"Rusland","start":20,"end":27}}],)"
        R"("event":{"type":"AID","mode":null,"cameo":"072","context":["military"],"goldstein":8.3},)"
        R"("relation":"military_aid","modality":"asserted","attribution":{"id":"WEST","text":"westerse inlichtingen"},)"
        R"("time":{"start":"2024-11-09","end":"2024-11-30","granularity":"week","text":"De laatste weken","resolved":true},)"
        R"("place":null,"quantity":{"value":11000,"unit":"militairen","qualifier":"more than"},)"
        R"("evidence":{"text":"Kim stuurde troepen.","start":0,"end":20,"trigger":"stuurde"},)"
        R"("confidence":0.86,"extractor":"grammar/1"})");
}

TEST_CASE("every event type and modality is read as it is written", "[graph][claim]") {
    for (int i = 0; i < 16; ++i) {
        const auto type = static_cast<EventType>(i);
        CHECK(parse_event_type(to_string(type)) == type);
    }
    for (int i = 0; i < 8; ++i) {
        const auto modality = static_cast<Modality>(i);
        CHECK(parse_modality(to_string(modality)) == modality);
    }
    CHECK_FALSE(parse_event_type("agree"));
    CHECK_FALSE(parse_modality(""));
}

TEST_CASE("text offsets lead back to the original input", "[graph][article]") {
    Article article;
    article.text = "A & B\nC";
    // <p>A &amp; B</p><p>C</p>
    article.origins = {{0, 2, 3, 2}, {2, 1, 5, 5}, {3, 2, 10, 2}, {5, 1, 12, 7}, {6, 1, 19, 1}};
    CHECK(origin_offset(article, 0) == 3);
    CHECK(origin_offset(article, 2) == 5);
    CHECK(origin_offset(article, 3) == 10);
    CHECK(origin_offset(article, 6) == 19);
    CHECK(origin_offset(article, 7) == 20);
    article.origins.clear();
    CHECK(origin_offset(article, 4) == 4);
}

TEST_CASE("an article's content id follows what it says, not where it was found", "[graph][article]") {
    Article article;
    article.title = "Pact";
    article.text = "A and B signed a pact.";
    const auto id = content_id(article);
    article.url = "https://example.org/1";
    CHECK(content_id(article) == id);
    article.text += " C did not.";
    CHECK(content_id(article) != id);
}
