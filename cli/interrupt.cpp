#include "cli/interrupt.hpp"

#include <csignal>

namespace entente::cli {

namespace {

volatile std::sig_atomic_t end_asked_for = 0;

extern "C" void ask_for_end(int /*signal*/) { end_asked_for = 1; }

}  // namespace

void catch_interrupts() {
    struct sigaction action {};
    action.sa_handler = ask_for_end;
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
}

bool interrupted() { return end_asked_for != 0; }

}  // namespace entente::cli
