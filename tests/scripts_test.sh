#!/usr/bin/env bash
# Tests of the scripts that set up and fetch, without a network: apt is pointed at a mirror of our
# own, and git is a stand-in. Prints a line a claim and ends with `N passed, N failed`.
set -uo pipefail
cd "$(dirname "$0")/.."

scratch=$(mktemp -d)
servers=()
cleanup() {
  local server
  for server in ${servers[@]+"${servers[@]}"}; do kill "$server" 2>/dev/null; done
  rm -rf "$scratch"
}
trap cleanup EXIT

passed=0
failed=0
claim() { # what command...
  local what=$1
  shift
  if "$@"; then
    passed=$((passed + 1))
    echo "ok      $what"
  else
    failed=$((failed + 1))
    echo "FAILED  $what"
    printf '        exit %s\n' "${status:-}"
    sed 's/^/        /' "$scratch/out" "$scratch/err" 2>/dev/null
  fi
}
run() { # command...; leaves status, out, err
  "$@" >"$scratch/out" 2>"$scratch/err" </dev/null
  status=$?
}
says() { grep -q -- "$1" "$scratch/err"; }
says_one_line() { [ "$(wc -l <"$scratch/err")" = 1 ]; }
ended_with() { [ "$status" = "$1" ]; }
both() { "$1" "$2" && "$3" "$4"; }

# A mirror that has nothing, then one with a wrong file; apt reads its address as it would any.
mirror="$scratch/mirror"
mkdir -p "$mirror/pool/main/i/imgui" "$scratch/apt" "$scratch/bin"
node web/serve.mjs "$mirror" 0 >"$scratch/address" 2>&1 &
servers+=($!)
for _ in $(seq 100); do
  address=$(sed -n 's,.*\(http://localhost:[0-9]*\)/.*,\1,p' "$scratch/address")
  [ -z "$address" ] || break
  sleep 0.1
done
cat >"$scratch/apt/mirror.sources" <<END
Types: deb
URIs: $address/security
Suites: bookworm-security
Components: main

Types: deb
URIs: $address
Suites: bookworm
Components: main
END
cat >"$scratch/apt.conf" <<END
Dir::Etc::sourcelist "/dev/null";
Dir::Etc::sourceparts "$scratch/apt";
Acquire::Retries "0";
END

# A stand-in for git: clones what STAND_IN says, and counts.
cat >"$scratch/bin/git" <<'END'
#!/bin/sh
for argument; do last=$argument; done
case "$*" in
  *clone*)
    [ "$STAND_IN" = none ] && exit 128
    echo clone >>"$STAND_IN_LOG"
    sleep 0.3
    mkdir -p "$last/.git" && echo source >"$last/imgui.h"
    ;;
  *rev-parse*)
    [ "$STAND_IN" = right ] && echo 45acd5e0e82f4c954432533ae9985ff0e1aad6d5 || echo 0123456789
    ;;
esac
END
chmod +x "$scratch/bin/git"
export STAND_IN_LOG="$scratch/clones"
get() { # git-stand-in cache name; with the mirror above
  run env APT_CONFIG="$scratch/apt.conf" PATH="$scratch/bin:$PATH" STAND_IN="$1" \
    LAMPLIGHT_CACHE="$scratch/$2" cmake/get-deps.sh "$3"
}
deps="$scratch/one/deps"

get none one unheard-of
claim 'get-deps: an unknown name is wrong usage' both ended_with 2 says 'no dependency is called'
get none one imgui
claim 'get-deps: neither mirror nor GitHub is one line' says_one_line
claim 'get-deps: ... that says what to do' both ended_with 1 says 'LAMPLIGHT_IMGUI_DIR'
get other one imgui
claim 'get-deps: a tag that moved is refused' both ended_with 1 says 'no longer the pinned commit'
if command -v apt-get >/dev/null; then
  echo 'not the pinned bytes' >"$mirror/pool/main/i/imgui/imgui_1.92.2b+ds.orig.tar.xz"
  get none one imgui
  claim 'get-deps: a file with another hash is refused' both ended_with 1 says 'is not the pinned file'
  claim 'get-deps: ... and the mirror for security is not the first asked' \
    both test "$(grep -o "at $address/security\|from $address" "$scratch/err" | head -1)" \
    test "from $address"
else
  echo '        no apt on this machine: nothing of Debian mirrors is to be tested here'
fi
claim 'get-deps: what was refused is not left' test ! -e "$deps/imgui-1.92.2b"

mkdir -p "$deps/imgui-1.92.2b" "$deps/imgui-1.92.2b.part.1"
echo half >"$deps/imgui-1.92.2b/half"
rm -f "$STAND_IN_LOG"
get right one imgui
claim 'get-deps: GitHub is the next after the mirror' both ended_with 0 says 'from GitHub'
claim 'get-deps: ... said in one line' says_one_line
claim 'get-deps: ... with the folder on stdout' test "$(cat "$scratch/out")" = "$deps/imgui-1.92.2b"
claim 'get-deps: half a copy is not used' test ! -e "$deps/imgui-1.92.2b/half"
get none one imgui
claim 'get-deps: the cache needs no network' both ended_with 0 says 'from the cache'

rm -f "$STAND_IN_LOG"
workers=()
for _ in 1 2 3 4; do
  env APT_CONFIG="$scratch/apt.conf" PATH="$scratch/bin:$PATH" STAND_IN=right \
    LAMPLIGHT_CACHE="$scratch/two" cmake/get-deps.sh imgui >>"$scratch/four" 2>/dev/null &
  workers+=($!)
done
for worker in "${workers[@]}"; do wait "$worker"; done
claim 'get-deps: four at once all get the folder' \
  test "$(grep -c "^$scratch/two/deps/imgui-1.92.2b$" "$scratch/four")" = 4
if command -v flock >/dev/null; then
  claim 'get-deps: ... and fetch it once' test "$(wc -l <"$STAND_IN_LOG")" = 1
fi
claim 'get-deps: ... and leave one whole copy' \
  test "$(cd "$scratch/two/deps" && echo imgui-1.92.2b*)" = imgui-1.92.2b

run cmake/setup.sh everything
claim 'setup: an unknown part is wrong usage' both ended_with 2 says "there is no 'everything'"

run web/serve.sh --port nine
claim 'serve: a port is a number' both ended_with 2 says 'not .nine.'
run web/serve.sh --port 70000
claim 'serve: a port is below 65536' both ended_with 2 says 'no port 70000'
run web/serve.sh --list "$scratch/none.md"
claim 'serve: a list that is not there is named' both ended_with 2 says "$scratch/none.md"
run web/serve.sh --lists x
claim 'serve: an unknown option is wrong usage' both ended_with 2 says "no option '--lists'"
run web/serve.sh --port "${address##*:}"
claim 'serve: a taken port is said before anything is built' both ended_with 2 says 'is taken'

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
