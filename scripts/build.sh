#!/usr/bin/env bash
# scripts/build.sh PRESET [TARGET…]: configures if needed and builds, with ccache where it is installed.
set -euo pipefail
cd "$(dirname "$0")/.."
preset=$1
shift
if command -v ccache >/dev/null; then
    export CMAKE_C_COMPILER_LAUNCHER=ccache CMAKE_CXX_COMPILER_LAUNCHER=ccache
fi
log=$(mktemp)
cmake --preset "$preset" >"$log" 2>&1 || { cat "$log" >&2; exit 1; }
rm -f "$log"
targets=()
[[ $# -eq 0 ]] || targets=(--target "$@")
cmake --build --preset "$preset" "${targets[@]}"
