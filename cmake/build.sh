#!/usr/bin/env bash
# Configures and builds one preset, and is quiet unless it fails.
#
#     cmake/build.sh release lamplight_cli   # target; without one, everything
#
# Where two Emscriptens share a machine, the one in use may change under a build folder that
# remembers the other; such a folder is made anew.
set -euo pipefail
cd "$(dirname "$0")/.."
preset=$1
shift

# Two builds in one folder at a time would take each other's files away.
mkdir -p build
if command -v flock >/dev/null; then
  exec 7>"build/$preset.lock"
  if ! flock -n 7; then
    echo "build: waiting for another build of '$preset'" >&2
    flock 7
  fi
fi

known="build/$preset/CMakeCache.txt"
if [ "$preset" = web ] && [ -f "$known" ]; then
  before=$(sed -n 's/^LAMPLIGHT_EMCC:FILEPATH=//p' "$known")
  # Without one on the path EMSDK may name it, and configuring says if nothing does.
  now=$(command -v emcc) || now=''
  if [ -n "${EMSDK:-}" ] && [ -x "$EMSDK/upstream/emscripten/emcc" ]; then
    now="$EMSDK/upstream/emscripten/emcc"
  fi
  [ "$before" = "$now" ] || rm -rf "build/$preset"
fi

log="build/$preset.log"
if ! cmake --preset "$preset" >"$log" 2> >(tee -a "$log" >&2); then
  echo "build: configuring '$preset' failed; the whole output is in $log" >&2
  exit 1
fi
arguments=(--build --preset "$preset")
if [ $# -gt 0 ]; then arguments+=(--target "$@"); fi
if [ -t 1 ]; then
  exec cmake "${arguments[@]}" # Ninja shows its progress on one line
elif ! cmake "${arguments[@]}" >>"$log" 2>&1; then
  grep -E -A 12 '^FAILED|error:|CMake Error' "$log" | tail -n 120 >&2
  echo "build: building '$preset' failed; the whole output is in $log" >&2
  exit 1
fi
