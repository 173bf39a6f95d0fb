#!/usr/bin/env bash
# Measures and prints the project's figures, each with what was measured.
#
#     tests/bench/run.sh              # all
#     tests/bench/run.sh parse [FILE...]  # time and memory to a catalog beside cmark-gfm's own parse
#     tests/bench/run.sh diff         # comparing two long lists, against parsing both
#     tests/bench/run.sh first_load   # bytes of the first load, file by file
#     tests/bench/run.sh first_paint  # first paint against a bare page, and the way to the canvas
#     tests/bench/run.sh site [LIST.md [loads]]
#                                     # a list of 100,000 works as a site, beside the same as a bare
#                                     # page without and with content-visibility
#     tests/bench/run.sh search [options of search/run.mjs]
#                                     # search beside other libraries, as WebAssembly in Node;
#                                     # --sizes 210,10000 --engines ours,minisearch --corpora FOLDER
#     tests/bench/run.sh search_native [works...]  # search against a plain scan, native
#     tests/bench/run.sh pairs [works...]  # a table of two facets beside a search with one, native
#     tests/bench/run.sh search_bytes # what search adds to the download
#     tests/bench/run.sh typing [works]  # key to frame with a million works in the browser
#
# Ratios are of medians within one run. Close other programs first: this takes half an hour.
set -euo pipefail
cd "$(dirname "$0")/../.."

chosen=${1:-all}
[ $# -eq 0 ] || shift
case "$chosen" in
  all | parse | diff | first_load | first_paint | site | search | search_native | pairs | search_bytes | typing) ;;
  *)
    sed -n '2,/^set/{/^set/d;s/^# \{0,1\}//;p;}' "$0" >&2
    exit 2
    ;;
esac
is_chosen() {
  local each
  for each in all "$@"; do [ "$chosen" != "$each" ] || return 0; done
  return 1
}
# Every part is measured; one target missed is the whole run's.
status=0
measure() { "$@" || status=1; }

cmake/setup.sh native web tests
if is_chosen parse diff first_paint site search search_native pairs; then
  cmake -S . -B build/bench -G Ninja -DCMAKE_BUILD_TYPE=Release -DLAMPLIGHT_BENCH=ON \
    -DLAMPLIGHT_TESTS=OFF -DLAMPLIGHT_NATIVE=OFF >build/bench.log 2>&1 ||
    { cat build/bench.log >&2 && exit 1; }
  cmake --build build/bench --target parse_bench diff_bench cmark_page stress_list \
    search_bench pairs_bench \
    >build/bench.log 2>&1 || { cat build/bench.log >&2 && exit 1; }
fi

if is_chosen parse; then
  measure build/bench/tests/bench/parse_bench "$@"
fi
if is_chosen diff; then measure build/bench/tests/bench/diff_bench; fi
if is_chosen search_native; then
  measure build/bench/tests/bench/search_bench --benchmark_enable_random_interleaving=true \
    --benchmark_min_time=0.02 "$@"
fi
if is_chosen pairs; then measure build/bench/tests/bench/pairs_bench "$@"; fi
if is_chosen search; then
  tests/bench/build_web.sh search_module
  [ -d tests/bench/search/node_modules/minisearch ] ||
    npm ci --prefix tests/bench/search --no-audit --no-fund
  measure node tests/bench/search/run.mjs "$@"
fi
if is_chosen first_load first_paint site search_bytes typing; then
  [ -d tests/web/node_modules/playwright-core ] || npm ci --prefix tests/web --no-audit --no-fund
fi
if is_chosen first_load first_paint site search_bytes; then web/serve.sh --build; fi
if is_chosen first_load; then measure node tests/bench/first_load.mjs; fi
if is_chosen first_paint; then measure node tests/bench/first_paint.mjs; fi
if is_chosen site; then measure node tests/bench/site.mjs "$@"; fi
if is_chosen search_bytes; then measure node tests/bench/search_bytes.mjs; fi
if is_chosen typing; then
  web/serve.sh --stress 1000000 --build
  measure node tests/bench/typing.mjs "$@"
fi
exit "$status"
