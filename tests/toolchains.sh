#!/usr/bin/env bash
# Builds the web module with both ends of what is supported and smoke-tests each: the oldest
# Emscripten (3.1.6, Debian 12's) and the newest (the pin of emsdk.env, the coming Debian's).
#
#     tests/toolchains.sh               # both
#     tests/toolchains.sh bookworm      # the oldest alone; forky: the newest alone
#
# An emcc of this machine that is the very version is used as it is. Otherwise a root of that
# Debian is made with mmdebstrap, once, in the cache folder (0.9 GB, a minute), and the sources are
# built in it; that needs root or sudo and the Debian mirror of this machine's apt. Debian's
# coming release moves on: what it has is printed, and no other version is claimed.
# Modules end in build/toolchains/<version>/dist. Exit: 0 all built and ran, 1 not.
set -euo pipefail
cd "$(dirname "$0")/.."
. ./emsdk.env

cache="${LAMPLIGHT_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/lamplight}"
suites=("$@")
[ $# -gt 0 ] || suites=(bookworm forky)
as_root=()
[ "$(id -u)" = 0 ] || as_root=(sudo)

wanted_version() { if [ "$1" = bookworm ]; then echo 3.1.6; else echo "$EMSDK_VERSION"; fi; }
# The version that an emcc names, in the machine or, after `chroot <root>`, in a root.
version_of() { "$@" --version 2>/dev/null | sed -n 's/^emcc .*) \([0-9.]*\).*/\1/p'; }

make_root() { # suite; prints its folder
  local root="$cache/roots/$1"
  mkdir -p "$cache/roots"
  exec 8>"$cache/roots/$1.lock"
  if command -v flock >/dev/null; then flock 8; fi
  if [ ! -e "$root/.complete" ]; then
    cmake/setup.sh roots
    local from
    from=$(cmake/mirrors.sh | head -n 1)
    if [ -z "$from" ]; then
      echo "toolchains: apt on this machine names no Debian mirror to make $1 from" >&2
      return 1
    fi
    echo "toolchains: making a root of Debian $1 in $root" >&2
    "${as_root[@]}" rm -rf "$root" "$root.part"
    # A mirror's copy of a release in the making may be past the date that its file states.
    if ! "${as_root[@]}" mmdebstrap --variant=minbase --quiet \
        --aptopt='Acquire::Check-Valid-Until "false"' \
        --include=emscripten,cmake,ninja-build,nodejs "$1" "$root.part" "$from" \
        >"$cache/roots/$1.log" 2>&1; then
      tail -n 20 "$cache/roots/$1.log" >&2
      return 1
    fi
    "${as_root[@]}" touch "$root.part/.complete"
    "${as_root[@]}" mv "$root.part" "$root"
  fi
  exec 8>&-
  echo "$root"
}

configure=(-G Ninja --toolchain cmake/emscripten-toolchain.cmake -DCMAKE_BUILD_TYPE=Release
  -DLAMPLIGHT_TESTS=OFF -DLAMPLIGHT_NATIVE=OFF)

build_here() { # version
  cmake -S . -B "build/toolchains/$1" "${configure[@]}" && cmake --build "build/toolchains/$1"
}

# Sources and dependencies are copied in, so that a root without any right to mount will do.
build_in() { # root version
  local inside="$1/lamplight" name flags=()
  "${as_root[@]}" rm -rf "$inside/source" "$inside/deps"
  "${as_root[@]}" mkdir -p "$inside/source" "$inside/deps"
  # With the build's own tools: a root has no npm.
  [ -d cmake/node_modules ] || npm ci --prefix cmake --no-audit --no-fund
  tar --exclude=./build --exclude=./.git --exclude='./tests/*node_modules' -cf - . |
    "${as_root[@]}" tar -C "$inside/source" -xf - --no-same-owner
  for name in imgui cmark-gfm json; do
    "${as_root[@]}" cp -a "$(cmake/get-deps.sh "$name")" "$inside/deps/$name"
    flags+=("-DLAMPLIGHT_$(echo "$name" | tr 'a-z-' 'A-Z_')_DIR=/lamplight/deps/$name")
  done
  "${as_root[@]}" chroot "$1" env -i PATH=/usr/bin:/bin HOME=/root LANG=C.UTF-8 sh -ec '
    cd /lamplight/source
    cmake -S . -B /lamplight/build "$@"
    cmake --build /lamplight/build' build "${configure[@]}" "${flags[@]}" &&
    mkdir -p "build/toolchains/$2" && rm -rf "build/toolchains/$2"/{dist,modules} &&
    cp -r "$inside/build/dist" "$inside/build/modules" "build/toolchains/$2/"
}

failures=0
cmake/setup.sh native web
mkdir -p build/toolchains
for suite in "${suites[@]}"; do
  wanted=$(wanted_version "$suite")
  emcc=emcc
  if [ -x "${EMSDK:-}/upstream/emscripten/emcc" ]; then emcc=$EMSDK/upstream/emscripten/emcc; fi
  version=$(version_of "$emcc")
  log="build/toolchains/$suite.log"
  if [ "$version" = "$wanted" ]; then
    where='this machine'
    build=(build_here "$version")
  else
    where="Debian $suite"
    if ! root=$(make_root "$suite"); then
      failures=$((failures + 1))
      continue
    fi
    version=$(version_of "${as_root[@]}" chroot "$root" emcc)
    build=(build_in "$root" "$version")
    [ "$version" = "$wanted" ] ||
      echo "toolchains: Debian $suite has Emscripten $version by now, not $wanted" >&2
  fi
  echo "toolchains: building with Emscripten $version of $where" >&2
  if ! "${build[@]}" >"$log" 2>&1; then
    grep -E -A 12 '^FAILED|error:|CMake Error' "$log" | head -n 80 >&2 || tail -n 40 "$log" >&2
    echo "FAILED  Emscripten $version does not build it; the whole output is in $log"
    failures=$((failures + 1))
  elif ! node tests/web/smoke.mjs "build/toolchains/$version"; then
    echo "FAILED  the module that Emscripten $version built does not run"
    failures=$((failures + 1))
  else
    wasm="build/toolchains/$version/dist/lamplight_web.wasm"
    echo "ok      Emscripten $version of $where: $(wc -c <"$wasm" | tr -d ' ') bytes of WebAssembly," \
      "$(gzip -9 -c "$wasm" | wc -c | tr -d ' ') as gzip"
  fi
done
[ "$failures" = 0 ]
