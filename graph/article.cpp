#include "graph/article.hpp"

#include <algorithm>

#include "graph/fnv.hpp"

namespace entente {

std::size_t origin_offset(const Article& article, std::size_t offset) {
    const auto& origins = article.origins;
    // The stretch that holds the byte: the last that begins at or before it.
    const auto after =
        std::upper_bound(origins.begin(), origins.end(), offset,
                         [](std::size_t at, const TextOrigin& origin) { return at < origin.text_start; });
    if (after == origins.begin()) {
        return origins.empty() ? offset : origins.front().origin_start;
    }
    const auto& origin = *std::prev(after);
    const auto inside = offset - origin.text_start;
    if (inside >= origin.length) {
        return origin.origin_start + origin.origin_length;
    }
    return origin.length == origin.origin_length ? origin.origin_start + inside : origin.origin_start;
}

std::string content_id(const Article& article) {
    return Fnv{}
        .add(article.title)
        .add(article.text)
        .add(article.publisher)
        .add(article.published ? to_string(*article.published) : std::string{})
        .id("a_");
}

}  // namespace entente
