#include "cli/progress.hpp"

#include <cstdio>

#include <fmt/format.h>
#include <unistd.h>

#include "cli/terminal.hpp"

namespace entente::cli {

Progress::Progress(std::string unit) : unit_(std::move(unit)), on_terminal_(errors_are_terminal()) {}

void Progress::update(std::size_t done, std::string_view now_at) {
    if (!on_terminal_) {
        return;
    }
    const auto now = Clock::now();
    if (now < next_) {
        return;
    }
    next_ = now + std::chrono::milliseconds{100};
    const double seconds = std::chrono::duration<double>(now - start_).count();
    const std::string line = fmt::format("{} {}, {:.0f} a second: {}", done, unit_,
                                         static_cast<double>(done) / seconds, harmless(now_at));
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
