#include "graph/support.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <string_view>
#include <utility>

namespace entente {

namespace {

template <typename T>
std::uint32_t count_distinct(std::vector<T>& values) {
    std::sort(values.begin(), values.end());
    return static_cast<std::uint32_t>(std::unique(values.begin(), values.end()) - values.begin());
}

}  // namespace

Support support_of(std::span<const Report> reports, std::span<const std::size_t> indices) {
    if (indices.size() == 1) {
        return {1, 1, 1, 1};
    }
    std::vector<std::string_view> claims;
    std::vector<std::int64_t> numbers;
    const auto distinct = [&](std::int64_t Report::*member) {
        numbers.clear();
        for (const auto index : indices) {
            numbers.push_back(reports[index].*member);
        }
        return count_distinct(numbers);
    };
    for (const auto index : indices) {
        claims.push_back(reports[index].claim);
    }
    return {count_distinct(claims), distinct(&Report::article), distinct(&Report::publisher),
            distinct(&Report::origin)};
}

double confidence_of(std::span<const Report> reports, std::span<const std::size_t> indices) {
    std::vector<std::pair<std::int64_t, double>> by_origin;
    for (const auto index : indices) {
        by_origin.emplace_back(reports[index].origin, std::clamp(reports[index].confidence, 0.0, 1.0));
    }
    std::sort(by_origin.begin(), by_origin.end(), [](const auto& a, const auto& b) {
        return a.first != b.first ? a.first < b.first : a.second > b.second;
    });
    const auto end = std::unique(by_origin.begin(), by_origin.end(),
                                 [](const auto& a, const auto& b) { return a.first == b.first; });
    // Origins are mere labels: multiply in an order that does not depend on them.
    std::vector<double> best;
    for (auto origin = by_origin.begin(); origin != end; ++origin) {
        best.push_back(origin->second);
    }
    std::sort(best.begin(), best.end(), std::greater<>{});
    double doubt = 1.0;
    for (const auto confidence : best) {
        doubt *= 1.0 - confidence;
    }
    return std::min(std::round((1.0 - doubt) * 1e6) / 1e6, 0.999999);
}

std::optional<Day> known_from(std::span<const Report> reports, std::span<const std::size_t> indices) {
    std::optional<Day> earliest;
    for (const auto index : indices) {
        const auto& published = reports[index].published;
        if (published && (!earliest || *published < *earliest)) {
            earliest = published;
        }
    }
    return earliest;
}

}  // namespace entente
