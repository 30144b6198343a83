#!/usr/bin/env bash
# scripts/dependencies.sh [--tests]
#
# Installs the Debian packages that Entente is built from and runs on, and nothing where all are there; with --tests also
# the programs that the tests load exports with. Works on Debian 12 and 13, as root or as a user with sudo.
set -euo pipefail

packages=(
    g++ cmake ninja-build ccache pkg-config            # the build
    libgumbo-dev libxml2-dev libicu-dev libcld2-dev zlib1g-dev  # reading pages
    libsqlite3-dev libboost-graph-dev                  # the store and the graph
    libgraphviz-dev fonts-noto-core fonts-noto-color-emoji  # diagrams, with flags
    nlohmann-json3-dev libcli11-dev libfmt-dev libexpected-dev
    catch2                                             # the tests
)
if [[ ${1:-} == --tests ]]; then
    packages+=(sqlite3 python3 libxml2-utils poppler-utils python3-networkx python3-igraph python3-rdflib python3-gdal
               python3-jsonschema)
fi

missing=()
for package in "${packages[@]}"; do
    status=$(dpkg-query -W -f='${Status}' "$package" 2>/dev/null || true)
    [[ $status == "install ok installed" ]] || missing+=("$package")
done
[[ ${#missing[@]} -eq 0 ]] && exit 0

as_root=()
if [[ $(id -u) -ne 0 ]]; then
    command -v sudo >/dev/null || {
        echo "dependencies: these packages are missing: ${missing[*]}" >&2
        echo "dependencies: run this as root, or install sudo" >&2
        exit 1
    }
    as_root=(sudo)
fi
echo "Installing ${#missing[@]} Debian packages (once) …" >&2
log=$(mktemp)
if ! { "${as_root[@]}" apt-get update -qq &&
       "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
           apt-get install -y -qq --no-install-recommends "${missing[@]}"; } >"$log" 2>&1; then
    cat "$log" >&2
    exit 1
fi
rm -f "$log"
