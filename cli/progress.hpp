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
    Progress();
    ~Progress() { clear(); }
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    /// Of work whose end is not known. Cheap enough for each step. `unit` is what is counted: "articles".
    /// `now_at` is what is being worked on, made harmless here.
    void update(std::string_view unit, std::size_t done, std::string_view now_at);
    /// Of work whose end is known; as cheap.
    void update(std::string_view unit, std::size_t done, std::size_t all);
    /// Takes the line away; the next update draws it again.
    void clear();

 private:
    using Clock = std::chrono::steady_clock;
    /// Whether the line is to be drawn now.
    bool is_due();
    void draw(const std::string& line);

    bool on_terminal_;
    Clock::time_point start_ = Clock::now();
    Clock::time_point next_ = start_ + std::chrono::seconds{2};
    bool drawn_ = false;
};

}  // namespace entente::cli
