#include "extract/reading/text_builder.hpp"

#include <algorithm>

namespace entente {

std::size_t map_offset(std::span<const TextOrigin> origins, std::size_t offset, bool at_end) {
    const std::size_t byte = at_end && offset > 0 ? offset - 1 : offset;
    auto next = std::upper_bound(origins.begin(), origins.end(), byte,
                                 [](std::size_t value, const TextOrigin& o) { return value < o.text_start; });
    if (next == origins.begin()) {
        return origins.empty() ? offset : origins.front().origin_start;
    }
    const TextOrigin& origin = *std::prev(next);
    const std::size_t inside = offset - origin.text_start;
    if (byte >= origin.text_start + origin.length) {  // ours: between two stretches
        return at_end || next == origins.end() ? origin.origin_start + origin.origin_length
                                               : next->origin_start;
    }
    if (origin.length == origin.origin_length) {
        return origin.origin_start + inside;
    }
    return at_end || inside >= origin.length ? origin.origin_start + origin.origin_length
                                             : origin.origin_start;
}

void TextBuilder::add(std::string_view bytes, std::size_t origin, std::size_t origin_length) {
    if (bytes.empty()) {
        return;
    }
    auto& origins = result_.origins;
    const bool same = bytes.size() == origin_length;
    if (same && !origins.empty()) {
        TextOrigin& last = origins.back();
        if (last.length == last.origin_length && last.text_start + last.length == result_.text.size() &&
            last.origin_start + last.origin_length == origin) {
            last.length += bytes.size();
            last.origin_length += bytes.size();
            result_.text += bytes;
            return;
        }
    }
    origins.push_back({result_.text.size(), bytes.size(), origin, origin_length});
    result_.text += bytes;
}

void TextBuilder::add_part(const TracedText& part, std::size_t begin, std::size_t end) {
    auto origin =
        std::upper_bound(part.origins.begin(), part.origins.end(), begin,
                         [](std::size_t value, const TextOrigin& o) { return value < o.text_start; });
    if (origin != part.origins.begin()) {
        --origin;
    }
    const std::string_view text = part.text;
    std::size_t at = begin;
    for (; origin != part.origins.end() && origin->text_start < end; ++origin) {
        const std::size_t from = std::max(begin, origin->text_start);
        const std::size_t to = std::min(end, origin->text_start + origin->length);
        if (from >= to) {
            continue;
        }
        add_own(text.substr(at, from - at));
        if (origin->length == origin->origin_length) {
            add(text.substr(from, to - from), origin->origin_start + (from - origin->text_start));
        } else {
            add(text.substr(from, to - from), origin->origin_start, origin->origin_length);
        }
        at = to;
    }
    add_own(text.substr(at, end - at));
}

TracedText compose(TracedText outer, std::span<const TextOrigin> inner) {
    TextBuilder builder;
    std::size_t at = 0;
    for (const TextOrigin& origin : outer.origins) {
        builder.add_own(std::string_view{outer.text}.substr(at, origin.text_start - at));
        const std::string_view bytes = std::string_view{outer.text}.substr(origin.text_start, origin.length);
        if (origin.length != origin.origin_length) {
            const std::size_t start = map_offset(inner, origin.origin_start);
            builder.add(bytes, start,
                        map_offset(inner, origin.origin_start + origin.origin_length, true) - start);
        } else {
            // Cut where the inner text changes from one stretch to the next.
            std::size_t from = origin.origin_start;
            const std::size_t end = origin.origin_start + origin.origin_length;
            auto piece =
                std::upper_bound(inner.begin(), inner.end(), from,
                                 [](std::size_t value, const TextOrigin& o) { return value < o.text_start; });
            if (piece != inner.begin()) {
                --piece;
            }
            for (; piece != inner.end() && from < end; ++piece) {
                const std::size_t to = std::min(end, piece->text_start + piece->length);
                if (to <= from) {
                    continue;
                }
                const std::string_view cut = bytes.substr(from - origin.origin_start, to - from);
                if (piece->length == piece->origin_length) {
                    builder.add(cut, piece->origin_start + (from - piece->text_start));
                } else {
                    builder.add(cut, piece->origin_start, piece->origin_length);
                }
                from = to;
            }
        }
        at = origin.text_start + origin.length;
    }
    builder.add_own(std::string_view{outer.text}.substr(at));
    return builder.take();
}

}  // namespace entente
