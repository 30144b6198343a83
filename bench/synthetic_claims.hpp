#pragma once

#include <cstdint>
#include <random>
#include <vector>

#include "graph/article.hpp"
#include "graph/claim.hpp"

namespace entente {

struct SyntheticArticle {
    Article article;
    std::vector<Claim> claims;
};

/// News that never was: actors named as often as a heavy tail has it (Zipf), over 20 years, one to five
/// claims an article, most of them dated to the day, some copied by other papers. The same seed gives the
/// same news.
class SyntheticNews {
 public:
    SyntheticNews(std::size_t actors, std::uint32_t seed) : actors_(actors), random_(seed) {}
    SyntheticArticle next();

 private:
    std::size_t actor();
    Claim claim(const Article& article, Day published, std::string& text);

    std::size_t actors_;
    std::mt19937_64 random_;
    std::size_t number_ = 0;
};

}  // namespace entente
