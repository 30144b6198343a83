#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

namespace entente::cli {

/// A line on standard error that says how far a long work is: on a terminal only, after two seconds, ten
/// times a second at most. It is erased before anything else is printed and at the end.
class Progress {
 public:
    /// `unit` is what is counted: "articles".
    explicit Progress(std::string unit);
    ~Progress() { clear(); }
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    /// Cheap enough for each step. `now_at` is what is being worked on, made harmless here.
    void update(std::size_t done, std::string_view now_at);
    /// Takes the line away; the next update draws it again.
    void clear();

 private:
    using Clock = std::chrono::steady_clock;
    std::string unit_;
    bool on_terminal_;
    Clock::time_point start_ = Clock::now();
    Clock::time_point next_ = start_ + std::chrono::seconds{2};
    bool drawn_ = false;
};

}  // namespace entente::cli
