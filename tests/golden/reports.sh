#!/usr/bin/env bash
# reports/ is what the program says today. `./dev reports` writes it anew; read the difference before you commit it.
set -euo pipefail
cd "$(dirname "$0")/../.."
fresh=$(mktemp -d)
trap 'rm -rf "$fresh"' EXIT
./dev reports "$fresh"
status=0
for file in "$fresh"/*; do
  diff -u "reports/$(basename "$file")" "$file" | head -40 || true
  cmp -s "reports/$(basename "$file")" "$file" || status=1
done
[ $status = 0 ] || echo "reports/ is stale: run ./dev reports and read what changed"
exit $status
