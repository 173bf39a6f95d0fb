#!/usr/bin/env bash
# All tests: sets up what is missing, builds, runs everything, and ends with one line
# `N passed, N failed`. A stage that cannot run counts as failed; none is skipped. Second runs
# build only what changed.
#
#     tests/run.sh              # everything
#     tests/run.sh native       # only: sources native web browser (any of them)
#
# Whole outputs are in build/test-logs/. Exit: 0 all passed, 1 not.
set -uo pipefail
cd "$(dirname "$0")/.."

all='sources native web browser'
wanted=" ${*:-$all} "
for part in $wanted; do
  case " $all " in
    *" $part "*) ;;
    *)
      echo "run: there is no part '$part'; there are: $all" >&2
      exit 2
      ;;
  esac
done
wants() { [[ "$wanted" == *" $1 "* ]]; }

passed=0
failed=0
logs=build/test-logs
mkdir -p "$logs"
start=$SECONDS

# Runs one check that passes or fails as a whole; shows its output only when it fails.
check() { # name command...
  local name=$1 log="$logs/${1// /-}.log" began=$SECONDS
  shift
  if "$@" >"$log" 2>&1 </dev/null; then
    passed=$((passed + 1))
    printf 'ok      %s (%d s)\n' "$name" $((SECONDS - began))
    return 0
  fi
  failed=$((failed + 1))
  printf 'FAILED  %s (%d s); %s ends:\n' "$name" $((SECONDS - began)) "$log"
  tail -n 60 "$log" | sed 's/^/        /'
  return 1
}

# Counts the tests of a ctest run from its JUnit file, where those that did not run are told apart.
count_ctest() { # junit-file
  local head tests bad=0 number
  head=$(tr '\n\t' '  ' <"$1" | sed 's/^.*<testsuite \([^>]*\)>.*$/\1/;s/>.*$//')
  number() { sed -n "s/.*$1=\"\([0-9]*\)\".*/\1/p" <<<"$head"; }
  tests=$(number tests)
  for attribute in failures disabled skipped; do
    bad=$((bad + $(number "$attribute")))
  done
  passed=$((passed + tests - bad))
  failed=$((failed + bad))
  echo "        $((tests - bad)) of $tests tests passed"
  [ "$tests" -gt 0 ]
}

# Runs a program of tests that ends with `N passed, N failed` and adds its counts. One that ends
# without that line, or badly without a failed test, counts as one failed.
counted() { # name command...
  local name=$1 log="$logs/${1// /-}.log" status counts
  shift
  echo "$name"
  "$@" </dev/null 2>&1 | tee "$log" | grep -vxE '[0-9]+ passed, [0-9]+ failed'
  status=${PIPESTATUS[0]}
  counts=$(tail -n 1 "$log" | sed -n 's/^\([0-9][0-9]*\) passed, \([0-9][0-9]*\) failed$/\1 \2/p')
  if [ -z "$counts" ] || { [ "$status" != 0 ] && [ "${counts#* }" = 0 ]; }; then
    failed=$((failed + 1))
    echo "FAILED  $name ended with status $status and the line: $(tail -n 1 "$log")"
  fi
  if [ -n "$counts" ]; then
    passed=$((passed + ${counts% *}))
    failed=$((failed + ${counts#* }))
  fi
}

shell_parses() {
  local script
  for script in cmake/*.sh tests/*.sh web/*.sh .ci/run; do bash -n "$script" || return 1; done
}
# A program that was not built, for want of a library, would take its tests with it unseen.
every_test_program_is_there() {
  local folder name status=0 listed
  listed=$(ctest --preset sanitize -N)
  for folder in tests/unit/* tests/ui tests/golden tests/docs tests/unicode tests/cli tests/native; do
    ls "$folder"/*_test.cpp >/dev/null 2>&1 || continue
    name=$(basename "$folder")_test
    if ! grep -q ": $name\." <<<"$listed"; then
      echo "$folder has tests, but there is no $name"
      status=1
    fi
  done
  return "$status"
}
get_node_modules() {
  # npm leaves a copy of what it installed; the same lock file means nothing to do.
  [ tests/web/node_modules/.package-lock.json -nt tests/web/package-lock.json ] ||
    (cd tests/web && npm ci --no-audit --no-fund)
}

check 'setup' cmake/setup.sh native web tests
check 'node modules' get_node_modules

if wants sources; then
  check 'clang-format' tests/format.sh --check cpp
  check 'shell scripts parse' shell_parses
  check 'prettier' tests/format.sh --check web
  check 'types of the JavaScript' tests/web/node_modules/.bin/tsc -p web/tsconfig.json
  check 'types of the browser tests' tests/web/node_modules/.bin/tsc -p tests/web/tsconfig.json
  check 'types of the benchmarks' tests/web/node_modules/.bin/tsc -p tests/bench/search/tsconfig.json
  check 'Unicode tables' node cmake/unicode_tables.mjs --check
  counted 'mirrored tables' node tests/mirrored_tables_test.mjs
  counted 'scripts' tests/scripts_test.sh
fi

if wants native; then
  if check 'build for tests, with ASan and UBSan' cmake/build.sh sanitize; then
    check 'every program of tests is there' every_test_program_is_there
    junit="$PWD/$logs/ctest.xml"
    rm -f "$junit"
    echo 'ctest'
    ctest --preset sanitize --output-junit "$junit" -j "$(getconf _NPROCESSORS_ONLN)" \
      >"$logs/ctest.log" 2>&1 </dev/null
    if [ ! -f "$junit" ] || ! count_ctest "$junit"; then
      failed=$((failed + 1))
      echo 'FAILED  ctest ran no test'
      tail -n 60 "$logs/ctest.log"
    elif grep -q 'tests failed out of' "$logs/ctest.log" &&
        ! grep -q ' 0 tests failed out of' "$logs/ctest.log"; then
      grep -vE '^ *[0-9]+/[0-9]+ Test .* Passed|^ *Start ' "$logs/ctest.log" | tail -n 200
    fi
  fi
fi

if wants web || wants browser; then
  check 'web module and flagship site' web/serve.sh --build
fi

if wants web; then
  check 'web module without a browser' node tests/web/smoke.mjs
  check 'the end of memory is told' node --wasm-max-mem-pages=512 tests/web/memory_end.mjs
  counted 'layout of functions' node tests/layout_functions_test.mjs
  counted 'serving' node tests/serve_test.mjs
  counted 'hot sources' node tests/hot_sources_test.mjs build/web/compile_commands.json
fi

# The browser tests take the program named in CHROMIUM, or Debian's.
if [ -z "${CHROMIUM:-}" ]; then
  CHROMIUM=$(cmake/setup.sh --browser) && export CHROMIUM
fi
if wants browser; then
  counted 'browser tests' node tests/web/run.mjs
fi

echo "        in $((SECONDS - start)) s"
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
