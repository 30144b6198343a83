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
/// claims an article, most of them dated to the day, some copied by other papers. Articles come as archives
/// and feeds have them, in the order of their dates, give or take a month; `articles` of them fill the 20
/// years, further ones are of the last month. The same seed gives the same news.
class SyntheticNews {
 public:
    SyntheticNews(std::size_t actors, std::size_t articles, std::uint32_t seed)
        : actors_(actors), articles_(articles), random_(seed) {}
    SyntheticArticle next();

 private:
    std::size_t actor();
    Claim claim(const Article& article, Day published, std::string& text);

    std::size_t actors_;
    std::size_t articles_;
    std::mt19937_64 random_;
    std::size_t number_ = 0;
};

}  // namespace entente
