#pragma once

namespace entente::cli {

/// Makes Ctrl-C (SIGINT) and SIGTERM ask for an end instead of making it at once; a second one ends the
/// program as usual. For works that store something: what is done so far can then be kept.
void catch_interrupts();

/// Whether an end was asked for.
bool interrupted();

/// Thrown where a work stops because of it; caught by the command.
struct Interrupted {};

/// The exit status of a program that Ctrl-C ended (128 + SIGINT).
constexpr int interrupted_status = 130;

}  // namespace entente::cli
