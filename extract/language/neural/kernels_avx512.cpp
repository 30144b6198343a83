// Compiled with -mavx512f and its usual companions.
#define ENTENTE_KERNELS avx512_kernels
#define ENTENTE_NAME "avx512"
#define ENTENTE_WIDTH 16
#define ENTENTE_VECTORS 2
#define ENTENTE_ROWS 12
#include "extract/language/neural/kernels_body.hpp"
