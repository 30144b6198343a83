#!/usr/bin/env bash
# Sets up, builds and tests.
set -euo pipefail
cd "$(dirname "$0")"
scripts/dependencies.sh --tests
scripts/build.sh release >&2
ctest --preset release
