#pragma once

#include <ctime>

namespace entente {

/// Seconds of processor time, user and system, that this process has used: what others do on the machine does
/// not count, and neither does waiting for the disk.
inline double cpu_seconds() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

}  // namespace entente
