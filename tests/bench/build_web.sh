#!/usr/bin/env bash
# Builds WebAssembly modules for measuring (web.cmake) into build/web-bench, quiet unless it fails.
#
#     tests/bench/build_web.sh search_module
set -euo pipefail
cd "$(dirname "$0")/../.."
log=build/web-bench.log
mkdir -p build
{
  cmake --preset web -B build/web-bench -DLAMPLIGHT_BENCH=ON -DLAMPLIGHT_STRESS=ON \
    -DCMAKE_PROJECT_lamplight_INCLUDE="$PWD/tests/bench/web.cmake" &&
    cmake --build build/web-bench --target "$@"
} >"$log" 2>&1 || {
  grep -E -A 12 '^FAILED|error:|CMake Error' "$log" | tail -n 120 >&2
  echo "build_web: the whole output is in $log" >&2
  exit 1
}
