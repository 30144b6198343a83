// Compiled with -mavx512vnni beside the usual companions of -mavx512f.
#define ENTENTE_KERNELS vnni_kernels
#define ENTENTE_NAME "vnni"
#define ENTENTE_WIDTH 16
#define ENTENTE_VECTORS 2
#define ENTENTE_ROWS 12
// GCC 12 takes the undefined operands inside its own intrinsics for ours.
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#include "extract/language/neural/kernels_body.hpp"
