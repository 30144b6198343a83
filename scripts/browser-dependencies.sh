#!/usr/bin/env bash
# Installs what the tests of the web page and of exports for JavaScript need, and nothing where it is there: Debian's
# Chromium, Node.js 20 or newer and npm, and the pinned npm packages of export/viewer, tests/viewer and tests/consumers.
# Nothing else needs them: the built page is committed.
set -euo pipefail
cd "$(dirname "$0")/.."

missing=()
command -v chromium >/dev/null || missing+=(chromium)
command -v node >/dev/null || missing+=(nodejs)
command -v npm >/dev/null || missing+=(npm)
if [[ ${#missing[@]} -gt 0 ]]; then
    as_root=()
    [[ $(id -u) -eq 0 ]] || as_root=(sudo)
    echo "Installing ${missing[*]} …" >&2
    "${as_root[@]}" apt-get update -qq
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi

for folder in export/viewer tests/viewer tests/consumers; do
    if ! cmp -s "$folder/package-lock.json" "$folder/node_modules/.installed"; then
        (cd "$folder" && npm ci --no-fund --no-audit >&2)
        cp "$folder/package-lock.json" "$folder/node_modules/.installed"
    fi
done
