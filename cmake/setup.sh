#!/usr/bin/env bash
# Sees to it that the tools are there, and says what it did.
#
#     cmake/setup.sh native            # command line: CMake, Ninja, a C++20 compiler
#     cmake/setup.sh native web        # and the web module: emcc, Node.js, npm
#     cmake/setup.sh native web tests  # and the tests: GoogleTest, GLFW, a browser, formatters, fonts
#     cmake/setup.sh roots             # what tests/toolchains.sh makes other Debians with
#     cmake/setup.sh --browser         # installs nothing: prints the browser that tests would use
#
# On a Debian with root or sudo, what is missing is installed with apt-get, and nothing else is
# touched. Elsewhere it names what is missing and how to get it. Exit: 0 all there, 1 not.
set -euo pipefail
cd "$(dirname "$0")/.."
. ./emsdk.env

packages='' # Debian packages to install
missing=''  # what they are for, one line each

has() { command -v "$1" >/dev/null 2>&1; }
at_least() { # found wanted: as version numbers
  [ "$(printf '%s\n%s\n' "$2" "$1" | sort -t . -k 1,1n -k 2,2n -k 3,3n | head -n 1)" = "$2" ]
}
version_of() { "$@" 2>/dev/null | head -n 1 | sed -n 's/^[^0-9]*\([0-9][0-9.]*[0-9]\).*/\1/p'; }
need() { # packages... -- what they are, for the reader
  local wanted=''
  while [ "$1" != -- ]; do wanted="$wanted $1" && shift; done
  packages="$packages$wanted"
  missing="$missing  $2"$'\n'
}
header() { # a header that the compiler finds
  echo "#include <$1>" | "${CXX:-c++}" -x c++ -E - >/dev/null 2>&1
}
emcc_path() {
  if [ -n "${EMSDK:-}" ] && [ -x "$EMSDK/upstream/emscripten/emcc" ]; then
    echo "$EMSDK/upstream/emscripten/emcc"
  else
    command -v emcc
  fi
}
emcc_version() { "$(emcc_path)" --version 2>/dev/null | sed -n 's/^emcc .*) \([0-9.]*\).*/\1/p'; }
browser() { # prints the path of one
  local candidate
  for candidate in "${CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable \
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome' \
      '/Applications/Chromium.app/Contents/MacOS/Chromium'; do
    if [ -n "$candidate" ] && command -v "$candidate"; then return 0; fi
  done
  return 1
}

check_native() {
  if ! has cmake || ! at_least "$(version_of cmake --version)" 3.25; then
    need cmake -- 'CMake 3.25 or newer'
  fi
  has ninja || need ninja-build -- 'Ninja'
  if ! has "${CXX:-c++}" || ! has "${CC:-cc}"; then need g++ -- 'a C and C++20 compiler'; fi
  # What get-deps.sh unpacks, and whom its downloader trusts.
  if has apt-get; then
    has xz || need xz-utils -- 'xz'
    [ -e /etc/ssl/certs/ca-certificates.crt ] || need ca-certificates -- 'certificates'
    [ -e /usr/include/nlohmann/json.hpp ] || need nlohmann-json3-dev -- 'nlohmann/json'
  fi
}
check_web() {
  if ! has node || ! at_least "$(version_of node --version)" 18; then
    need nodejs -- 'Node.js 18 or newer'
  fi
  has npm || need npm -- 'npm'
  if [ -z "$(emcc_path)" ]; then
    need emscripten -- "Emscripten (emcc) 3.1.6 or newer; $(emsdk_hint)"
  elif ! at_least "$(emcc_version)" 3.1.6; then
    missing="$missing  emcc is $(emcc_version), too old: 3.1.6 or newer; $(emsdk_hint)"$'\n'
  fi
}
check_tests() {
  header gtest/gtest.h || need libgtest-dev googletest -- 'GoogleTest'
  header GLFW/glfw3.h || need libglfw3-dev -- 'GLFW'
  header benchmark/benchmark.h || need libbenchmark-dev -- 'Google Benchmark'
  has xmllint || need libxml2-utils -- 'xmllint'
  browser >/dev/null || need chromium -- 'Chromium or Chrome'
  if has apt-get; then
    # A browser and a window without any typeface measure nothing.
    [ -e /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf ] ||
      need fonts-dejavu-core -- 'a typeface'
    has Xvfb || need xvfb xauth -- 'Xvfb'
    has xdotool || need xdotool -- 'xdotool'
    has ps || need procps -- 'ps'
    [ -e /usr/share/unicode/UnicodeData.txt ] || need unicode-data -- "Unicode's data"
    has bzip2 || need bzip2 -- 'bzip2'
    ls /usr/lib/*/dri/swrast_dri.so >/dev/null 2>&1 ||
      need libgl1-mesa-dri -- 'software OpenGL'
  fi
  has clang-format-14 || [ "$(version_of clang-format --version | cut -d . -f 1)" = 14 ] ||
    need clang-format-14 -- 'clang-format 14'
}
check_roots() { has mmdebstrap || need mmdebstrap -- 'mmdebstrap'; }

emsdk_hint() {
  printf '%s' "get it with: git clone https://github.com/emscripten-core/emsdk && " \
    "emsdk/emsdk install $EMSDK_VERSION && emsdk/emsdk activate $EMSDK_VERSION && " \
    ". emsdk/emsdk_env.sh"
}

apt() { # as root, waiting for another apt to finish
  local as=''
  [ "$(id -u)" = 0 ] || as='sudo'
  $as env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=600 -q -y "$@"
}
may_install() {
  has apt-get && { [ "$(id -u)" = 0 ] || { has sudo && { sudo -n true 2>/dev/null || [ -t 0 ]; }; }; }
}

survey() {
  packages='' missing=''
  local profile
  for profile in "$@"; do "check_$profile"; done
}

if [ "${1:-}" = --browser ]; then
  browser
  exit
fi
for profile in "$@"; do
  case "$profile" in
    native | web | tests | roots) ;;
    *)
      echo "setup: there is no '$profile'; there are native, web, tests, roots" >&2
      exit 2
      ;;
  esac
done

survey "$@"
if [ -n "$packages" ] && may_install; then
  echo "setup: installing$packages" >&2
  log=$(mktemp)
  # The lists may be empty (fresh images) or old; a try that works without fetching them is
  # quicker by half a minute.
  # shellcheck disable=SC2086
  if ! apt install --no-install-recommends $packages >"$log" 2>&1 &&
      ! { apt update && apt install --no-install-recommends $packages; } >>"$log" 2>&1; then
    tail -n 20 "$log" >&2
  fi
  rm -f "$log"
  survey "$@"
fi
# Fonts of many scripts, for the browser tests alone: an installed font might become the one that
# the system takes for all else.
get_fonts() { cmake/get-deps.sh fonts emoji-font >/dev/null; }
case " $* " in
  *' tests '*)
    if has apt-get && ! get_fonts 2>/dev/null && { ! may_install || ! apt update >/dev/null 2>&1 ||
        ! get_fonts; }; then
      missing="$missing  Noto fonts, of the packages fonts-noto-core and fonts-noto-color-emoji"$'\n'
    fi
    ;;
esac
if [ -n "$missing" ]; then
  echo 'setup: missing on this machine:' >&2
  printf '%s' "$missing" >&2
  if [ -n "$packages" ] && has apt-get; then
    echo "setup: as root: apt-get update && apt-get install$packages" >&2
  fi
  exit 1
fi
