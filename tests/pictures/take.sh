#!/usr/bin/env bash
# tests/pictures/take.sh [SITE]: takes the README's picture of the default archive, explorer.png, with Chromium.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
site=$(realpath "${1:-../../site}")
[ -e "$site/index.html" ] || { echo "$site has no index.html: run ./build.sh first" >&2; exit 1; }
profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT
# The budget is the page's own time: fonts and engine are there before it is spent.
chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --force-color-profile=srgb \
  --user-data-dir="$profile" --window-size=1280,900 --virtual-time-budget=10000 \
  --screenshot="$PWD/explorer.png" "file://$site/index.html#q=%D8%AF%D8%A7%D8%B9%D8%B4" 2>/dev/null
echo "explorer.png: $(wc -c <explorer.png) bytes"
