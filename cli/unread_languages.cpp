#include "cli/unread_languages.hpp"

#include <cstdio>

#include <fmt/format.h>

#include "cli/terminal.hpp"

namespace entente::cli {

void UnreadLanguages::see(const Article& article, const Extractor& extractor) {
    if (!extractor.reads(article.language)) {
        ++articles_[article.language];
    }
}

void UnreadLanguages::report() const {
    if (articles_.empty()) {
        return;
    }
    std::size_t total = 0;
    std::string languages;
    for (const auto& [language, count] : articles_) {
        total += count;
        languages += languages.empty() ? "" : ", ";
        languages += fmt::format("{} {}", language.empty() ? "not known" : harmless(language), count);
    }
    const bool one = total == 1;
    fmt::print(
        stderr,
        "{} gave no claims, as {} language is not Dutch or English, or could not be told ({}); --lang says "
        "what a page does not\n",
        one ? "1 article" : fmt::format("{} articles", total), one ? "its" : "their", languages);
}

}  // namespace entente::cli
