#include "extract/reading/assemble.hpp"

#include "extract/reading/language_id.hpp"

namespace entente {

namespace {

std::optional<Day> published(const ArticleText& text, const PageMetadata& metadata, std::size_t index,
                             const ReadOptions& options) {
    if (metadata.published) {
        return metadata.published;
    }
    if (const auto day = parse_published(text.dateline)) {
        return day;
    }
    if (text.ago && options.retrieved) {
        return day_before(*options.retrieved, *text.ago);
    }
    // A date given for the page is that of its main article; a story with a stamp of its own is another one.
    return index == 0 || !text.ago ? options.date : std::nullopt;
}

}  // namespace

Article assemble(ArticleText text, const PageInfo& page, std::size_t index, const ReadOptions& options) {
    Article article;
    article.page = page.name;
    article.index = index;
    article.published = published(text, page.metadata, index, options);
    article.title = page.metadata.title.empty() ? text.title : page.metadata.title;
    article.text = std::move(text.body.text);
    article.origins = std::move(text.body.origins);
    article.url = page.metadata.url;
    article.publisher = page.metadata.publisher.empty() ? options.publisher : page.metadata.publisher;
    article.dateline = std::move(text.dateline);
    article.agencies = std::move(text.agencies);
    article.language = article_language(article.text, page.metadata.language, options.language);
    article.input_id = page.id;
    if (page.id.empty()) {
        article.id = content_id(article);
    } else {
        article.id = index == 0 ? page.id : page.id + "#" + std::to_string(index);
    }
    return article;
}

void assemble_text(const TracedText& text, const PageInfo& page, const ReadOptions& options,
                   const ArticleSink& sink) {
    std::size_t index = 0;
    for (ArticleText& piece : split_articles(text)) {
        PageInfo info = page;
        if (index > 0) {
            info.metadata.title.clear();
            info.metadata.url.clear();
            info.metadata.published.reset();
        }
        sink(assemble(std::move(piece), info, index++, options));
    }
}

tl::expected<void, std::string> assemble_html(const TracedText& html, const PageInfo& page,
                                              const ReadOptions& options, const ArticleSink& sink) {
    auto articles = read_html(html.text);
    if (!articles) {
        return tl::unexpected{articles.error()};
    }
    std::size_t index = 0;
    for (HtmlArticle& found : *articles) {
        found.text.body = compose(std::move(found.text.body), html.origins);
        PageInfo info = page;
        const auto take = [](std::string& field, std::string& value) {
            if (field.empty()) {
                field = std::move(value);
            }
        };
        if (index > 0) {
            info.metadata.title.clear();
            info.metadata.url.clear();
            info.metadata.published.reset();
        }
        take(info.metadata.title, found.metadata.title);
        take(info.metadata.url, found.metadata.url);
        take(info.metadata.publisher, found.metadata.publisher);
        take(info.metadata.language, found.metadata.language);
        if (!info.metadata.published) {
            info.metadata.published = found.metadata.published;
        }
        sink(assemble(std::move(found.text), info, index++, options));
    }
    return {};
}

}  // namespace entente
