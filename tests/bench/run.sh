#!/usr/bin/env bash
# Measures and prints the project's figures, each with what was measured.
#
#     tests/bench/run.sh              # all
#     tests/bench/run.sh parse        # parse-to-catalog time against cmark-gfm's own parse
#     tests/bench/run.sh first_load   # bytes of the first load, file by file
#     tests/bench/run.sh first_paint  # first paint against a bare page, and the way to the canvas
#
# Ratios are of medians within one run. Close other programs first: this takes some minutes.
set -euo pipefail
cd "$(dirname "$0")/../.."

case "${1:-all}" in
  all | parse | first_load | first_paint) chosen=${1:-all} ;;
  *)
    sed -n '2,/^set/{/^set/d;s/^# \{0,1\}//;p;}' "$0" >&2
    exit 2
    ;;
esac
is_chosen() { [ "$chosen" = all ] || [ "$chosen" = "$1" ]; }

cmake/setup.sh native web tests
cmake -S . -B build/bench -G Ninja -DCMAKE_BUILD_TYPE=Release -DLAMPLIGHT_BENCH=ON \
  -DLAMPLIGHT_TESTS=OFF -DLAMPLIGHT_NATIVE=OFF >build/bench.log 2>&1 ||
  { cat build/bench.log >&2 && exit 1; }
cmake --build build/bench --target parse_bench cmark_page >build/bench.log 2>&1 ||
  { cat build/bench.log >&2 && exit 1; }

if is_chosen parse; then
  build/bench/tests/bench/parse_bench --benchmark_enable_random_interleaving=true \
    --benchmark_min_time=0.1
fi
if [ "$chosen" != parse ]; then
  web/serve.sh --build
  [ -d tests/web/node_modules/playwright-core ] || npm ci --prefix tests/web --no-audit --no-fund
fi
if is_chosen first_load; then node tests/bench/first_load.mjs; fi
if is_chosen first_paint; then node tests/bench/first_paint.mjs; fi
