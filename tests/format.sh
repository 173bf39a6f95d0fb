#!/usr/bin/env bash
# Formats all sources, as .clang-format and .prettierrc.json say.
#
#     tests/format.sh                # rewrites what is not formatted
#     tests/format.sh --check cpp    # changes nothing, exit 1 where something would be: C++
#     tests/format.sh --check web    # ... JavaScript, CSS, JSON, YAML
#
# clang-format 14, because each version formats a little differently.
set -euo pipefail
cd "$(dirname "$0")/.."

mode=write
if [ "${1:-}" = --check ]; then mode=check && shift; fi
parts=" ${*:-cpp web} "

if [[ "$parts" == *' cpp '* ]]; then
  tool=clang-format-14
  command -v "$tool" >/dev/null || tool=clang-format
  "$tool" --version
  if [ "$mode" = check ]; then options=(--dry-run -Werror); else options=(-i); fi
  find src include tests -name node_modules -prune -o \( -name '*.cpp' -o -name '*.h' \) -print0 |
    xargs -0 "$tool" "${options[@]}"
fi
if [[ "$parts" == *' web '* ]]; then
  find web tests cmake .github -name node_modules -prune -o -path 'tests/golden' -prune -o \
    -name package-lock.json -prune -o -type f \
    \( -name '*.js' -o -name '*.mjs' -o -name '*.ts' -o -name '*.css' -o -name '*.json' \
    -o -name '*.yml' \) -print0 |
    xargs -0 tests/web/node_modules/.bin/prettier "--$mode"
fi
