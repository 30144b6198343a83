// Compiled with -mavx2 -mfma.
#define ENTENTE_KERNELS avx2_kernels
#define ENTENTE_NAME "avx2"
#define ENTENTE_WIDTH 8
#define ENTENTE_VECTORS 2
#define ENTENTE_ROWS 6
#include "extract/language/neural/kernels_body.hpp"
