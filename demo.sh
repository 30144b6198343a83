#!/usr/bin/env bash
# Sets up, builds, and runs the main job on the sample articles: claims, events and relations, an answer, a picture, a page.
set -euo pipefail
cd "$(dirname "$0")"
scripts/dependencies.sh
scripts/build.sh release entente >&2

entente=build/release/cli/entente
out=demo-output
mkdir -p "$out"
rm -f "$out"/demo.db*

"$entente" add --db "$out/demo.db" samples/news

echo
"$entente" ask --db "$out/demo.db" "who allied with whom since 2022"

"$entente" export --db "$out/demo.db" --to svg -o "$out/relations.svg"
"$entente" export --db "$out/demo.db" --to png -o "$out/relations.png"
"$entente" export --db "$out/demo.db" --to cytoscape -o "$out/relations.json"
"$entente" export --db "$out/demo.db" --to html -o "$out/relations.html"

cat <<EOF

A picture    $out/relations.svg, $out/relations.png
JSON         $out/relations.json (Cytoscape.js)
A page       $out/relations.html (open it in a browser)
The store    $out/demo.db; ask it more: $entente ask --db $out/demo.db "who imposed sanctions on Russia"
EOF
