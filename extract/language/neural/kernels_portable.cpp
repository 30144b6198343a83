// For any processor: SSE2 on x86-64, NEON on AArch64, plain code elsewhere.
#define ENTENTE_KERNELS portable_kernels
#define ENTENTE_NAME "portable"
#define ENTENTE_WIDTH 4
#define ENTENTE_VECTORS 4
#if defined(__aarch64__)
#define ENTENTE_ROWS 6
#else
#define ENTENTE_ROWS 2
#endif
#include "extract/language/neural/kernels_body.hpp"
