#include "extract/reading/html.hpp"

#include "tests/catch.hpp"

using namespace entente;

namespace {

const std::string page = R"(<!DOCTYPE html><html lang="nl-NL"><head><title>Kop - De Krant</title>
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle",
"headline":"Noorwegen &amp; Zweden tekenen","datePublished":"2024-05-03T10:00:00+02:00",
"publisher":{"@type":"Organization","name":"De Krant"},"url":"https://krant.example/1"}]}</script></head><body>
<header><nav><a href="/">Home</a> <a href="/buitenland">Buitenland</a></nav></header>
<article><h1>Noorwegen &amp; Zweden tekenen</h1>
<figure><figcaption>Een foto van de ministers.</figcaption></figure>
<p>Noorwegen en <a href="#">Zweden</a> tekenden&nbsp;een
   <b>akkoord</b> over &eacute;nergie, zei de caf&#233;houder.</p>
<div class="article-share">Deel dit artikel op alle sociale media van de wereld.</div>
<aside><p>Lees hier een heel ander verhaal over iets anders dat niets met dit te maken heeft.</p></aside>
<p>De tweede alinea staat hier en is ook lang genoeg om mee te tellen als tekst.</p>
<ul><li><a href="/2">Een link naar een ander verhaal</a></li></ul></article>
<footer>© De Krant</footer></body></html>)";

}  // namespace

TEST_CASE("a page gives its story without furniture, and its metadata", "[reading]") {
    const auto articles = read_html(page);
    REQUIRE(articles);
    REQUIRE(articles->size() == 1);
    const auto& article = articles->front();
    CHECK(article.text.body.text ==
          "Noorwegen & Zweden tekenen\n"
          "Noorwegen en Zweden tekenden een akkoord over énergie, zei de caféhouder.\n"
          "De tweede alinea staat hier en is ook lang genoeg om mee te tellen als tekst.");
    CHECK(article.metadata.publisher == "De Krant");
    CHECK(article.metadata.language == "nl");
    CHECK(article.metadata.url == "https://krant.example/1");
    REQUIRE(article.metadata.published);
    CHECK(to_string(*article.metadata.published) == "2024-05-03");
}

TEST_CASE("each word of a page can be found again in its source", "[reading]") {
    const auto articles = read_html(page);
    REQUIRE(articles);
    const auto& body = articles->front().text.body;
    const auto quote = [&](std::string_view words) {
        const std::size_t begin = body.text.find(words);
        REQUIRE(begin != std::string::npos);
        const std::size_t from = map_offset(body.origins, begin);
        const std::size_t to = map_offset(body.origins, begin + words.size(), true);
        return page.substr(from, to - from);
    };
    CHECK(quote("akkoord") == "akkoord");
    CHECK(quote("énergie") == "&eacute;nergie");
    CHECK(quote("caféhouder") == "caf&#233;houder");
    CHECK(quote("tekenden een") == "tekenden&nbsp;een");
    CHECK(quote("& Zweden") == "&amp; Zweden");
}

TEST_CASE("several article elements are several articles with their own dates", "[reading]") {
    const auto articles = read_html(
        "<html lang=en><body><main><article><h2>First story here</h2><time datetime='2023-01-02'>x</time><p>"
        "The first story has one paragraph that is long enough to be taken for the text of an "
        "article.</p></article>"
        "<article><h2>Second story here</h2><time datetime='2023-01-03'>x</time><p>The second story has one "
        "paragraph "
        "that is long enough to be taken for the text of an article.</p></article></main></body></html>");
    REQUIRE(articles);
    REQUIRE(articles->size() == 2);
    CHECK(articles->at(1).text.title == "Second story here");
    CHECK(to_string(articles->at(1).metadata.published.value()) == "2023-01-03");
}

TEST_CASE("elements nested without end are refused, not followed", "[reading]") {
    std::string deep;
    for (int i = 0; i < 200000; ++i) {
        deep += "<div>";
    }
    const auto articles = read_html(deep);
    REQUIRE_FALSE(articles);
    CHECK_THAT(articles.error(), Catch::Contains("nested"));
}

TEST_CASE("hostile markup does no harm", "[reading]") {
    for (const char* html : {"<", "<!--", "<p", "<script>alert(1)", "&#x110000;&#0;&", "<svg><style><p>x",
                             "<table><p>x<td>", "<a href='&quot", "<template><p>x", "\xEF\xBB\xBF<html>"}) {
        CAPTURE(html);
        CHECK(read_html(html).has_value());
    }
}

TEST_CASE("the declared encoding is found where pages put it", "[reading]") {
    CHECK(declared_charset("<meta charset=\"windows-1252\">") == "windows-1252");
    CHECK(declared_charset("<meta http-equiv=Content-Type content=\"text/html; charset=ISO-8859-1\">") ==
          "ISO-8859-1");
    CHECK(declared_charset("<meta charset=utf-16>") == "UTF-8");
    CHECK(declared_charset("<p>charset=latin1</p>").empty());
}
