#include "cli/progress.hpp"

#include <cstdio>

#include <fmt/format.h>
#include <unistd.h>

#include "cli/terminal.hpp"

namespace entente::cli {

Progress::Progress() : on_terminal_(errors_are_terminal()) {}

bool Progress::is_due() { return on_terminal_ && Clock::now() >= next_; }

void Progress::update(std::string_view unit, std::size_t done, std::string_view now_at) {
    if (is_due()) {
        const double seconds = std::chrono::duration<double>(Clock::now() - start_).count();
        draw(fmt::format("{} {}, {:.0f} a second: {}", done, unit, static_cast<double>(done) / seconds,
                         harmless(now_at)));
    }
}

void Progress::update(std::string_view unit, std::size_t done, std::size_t all) {
    if (is_due()) {
        draw(fmt::format("{} of {} {}", done, all, unit));
    }
}

void Progress::draw(const std::string& line) {
    next_ = Clock::now() + std::chrono::milliseconds{100};
    fmt::print(stderr, "\r\x1b[K{}", fit(line, terminal_width(STDERR_FILENO) - 1));
    std::fflush(stderr);
    drawn_ = true;
}

void Progress::clear() {
    if (drawn_) {
        fmt::print(stderr, "\r\x1b[K");
        std::fflush(stderr);
        drawn_ = false;
    }
}

}  // namespace entente::cli
