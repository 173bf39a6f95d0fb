#!/usr/bin/env bash
# Fuzzes under ASan and UBSan with libFuzzer: every fuzzer, or the named ones, for so many seconds
# each, from its seed corpus. Needs clang with its libFuzzer. What it finds stays in build/fuzz-found.
#
#     tests/fuzz/run.sh               # 600 seconds each
#     tests/fuzz/run.sh 60 url query
#
# Prints a line for each: executions, edges of the code that they reached, inputs that reached
# something new, and how it ended. One that reaches next to nothing is no fuzzer: something is wrong
# with its build.
# Exit: 0 nothing found, 1 something found, or a fuzzer that reaches nothing.
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=${1:-600}
[ $# -eq 0 ] || shift
names=("$@")
if [ ${#names[@]} -eq 0 ]; then
  for source in tests/fuzz/*_fuzz.cpp; do
    name=${source##*/}
    names+=("${name%_fuzz.cpp}")
  done
fi
cmake/build.sh fuzz "${names[@]/%/_fuzzer}"

found=0
for name in "${names[@]}"; do
  seeds=(tests/fuzz/corpus tests/golden)
  [ -d "tests/fuzz/${name}_corpus" ] && seeds=("tests/fuzz/${name}_corpus")
  grown="build/fuzz-corpus/$name"
  mkdir -p "$grown" build/fuzz-found
  log="build/fuzz-found/$name.log"
  result=ok
  # Twice the greatest file of the seeds is enough for every structure, and quick.
  "build/fuzz/tests/fuzz/${name}_fuzzer" -max_total_time="$seconds" -max_len=8192 -timeout=60 \
    -rss_limit_mb=4096 -print_final_stats=1 -artifact_prefix="build/fuzz-found/$name-" \
    "$grown" "${seeds[@]}" >"$log" 2>&1 || result=FOUND
  count() { sed -n "s/^stat::$1: *//p" "$log"; }
  edges=$(sed -n 's/.* cov: \([0-9]*\) .*/\1/p' "$log" | tail -n 1)
  [ "${edges:-0}" -ge 300 ] || result='BLIND'
  printf '%-14s %10s executions, %6s edges, %6s new inputs, %5s s: %s\n' "$name" \
    "$(count number_of_executed_units)" "${edges:-0}" "$(count new_units_added)" "$seconds" "$result"
  if [ "$result" != ok ]; then
    found=1
    echo "        the whole output is in $log; the input in build/fuzz-found/$name-*"
  fi
done
exit $found
