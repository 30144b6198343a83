#!/bin/sh
# run.sh viewer|bundle: the browser tests of the page, or whether the committed page is what its source builds to.
# Exit status 77 with a reason where this machine lacks what they need (CTest counts them as skipped).
root=$(cd "$(dirname "$0")/../.." && pwd)

skip() {
    echo "SKIPPED: $1. To run this test: scripts/browser-dependencies.sh"
    exit 77
}

command -v node >/dev/null || skip "Node.js is not installed"
[ "$(node -p 'process.versions.node.split(".")[0] >= 20')" = true ] || skip "Node.js $(node --version) is older than 20"

case "$1" in
viewer)
    [ -d "$root/tests/viewer/node_modules/playwright-core" ] || skip "tests/viewer/node_modules is not there"
    [ -x /usr/bin/chromium ] || [ -x /usr/bin/chromium-browser ] || [ -x /usr/bin/google-chrome ] || skip "Chromium is not installed"
    exec node --test "$root/tests/viewer/viewer_test.mjs"
    ;;
bundle)
    [ -d "$root/export/viewer/node_modules/esbuild" ] || skip "export/viewer/node_modules is not there"
    folder=$(mktemp -d) || exit 1
    trap 'rm -rf "$folder"' EXIT
    cd "$root/export/viewer" || exit 1
    npx --no-install tsc --noEmit || exit 1
    node build.mjs "$folder/viewer.html" || exit 1
    cmp "$folder/viewer.html" dist/viewer.html || {
        echo "dist/viewer.html is not what src/ builds to: cd export/viewer && npm ci && npm run build, and commit both"
        exit 1
    }
    ;;
*)
    echo "usage: run.sh viewer|bundle" >&2
    exit 2
    ;;
esac
