#!/usr/bin/env bash
# Gets the pinned source of one dependency, or of all of them.
#
#     cmake/get-deps.sh imgui      # prints the folder on stdout, where it came from on stderr
#     cmake/get-deps.sh            # fetches what the command line and the web module need
#
# Looks, in this order, in the cache, in the Debian source package of this machine's own mirror
# (or, where its package holds sources, that), and at the GitHub tag. What comes from a mirror is
# checked against a SHA-256 written here or by apt against its signed lists; what comes from
# GitHub against the commit written here. Nothing is used before it is whole: sources are unpacked
# beside their place and moved there in one step, so runs may be cut off or run side by side.
#
# LAMPLIGHT_CACHE  the cache folder (default: $XDG_CACHE_HOME/lamplight or ~/.cache/lamplight)
# Exit: 0 there it is, 1 not to be had, 2 no such dependency. Runs on Bash 3.2 (macOS).
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
cache="${LAMPLIGHT_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/lamplight}/deps"

# What each is: title, version, GitHub repository, tag and commit, and its part of Debian, which is
# one of
#   source    a path in the mirror's pool and its SHA-256
#   package   a package that holds sources or fonts, and the folder in it that is wanted
#   none
pins() {
  case "$1" in
    imgui) cat <<'PIN'
title="Dear ImGui" version=1.92.2b
debian=source debian_path=pool/main/i/imgui/imgui_1.92.2b+ds.orig.tar.xz
debian_sum=e7bd201d56b5ee90d24d5dac85e5c12f98bdb95410252a62d27b7f89e4566d48
github=ocornut/imgui tag=v1.92.2b commit=45acd5e0e82f4c954432533ae9985ff0e1aad6d5
PIN
      ;;
    cmark-gfm) cat <<'PIN'
title=cmark-gfm version=0.29.0.gfm.13
debian=source debian_path=pool/main/c/cmark-gfm/cmark-gfm_0.29.0.gfm.13.orig.tar.gz
debian_sum=5abc61798ebd9de5660bc076443c07abad2b8d15dbc11094a3a79644b8ad243a
github=github/cmark-gfm tag=0.29.0.gfm.13 commit=587a12bb54d95ac37241377e6ddc93ea0e45439b
PIN
      ;;
    json) cat <<'PIN'
title=nlohmann/json version=3.11.3
debian=package debian_path=nlohmann-json3-dev debian_sub=usr
github=nlohmann/json tag=v3.11.3 commit=9cca280a4d0ccf0c08f47a99aa71d1b0e52f8d03
PIN
      ;;
    googletest) cat <<'PIN'
title=GoogleTest version=1.14.0
debian=package debian_path=googletest debian_sub=usr/src/googletest
github=google/googletest tag=v1.14.0 commit=f8d7d77c06936315286eb55f8de22cd23c188571
PIN
      ;;
    benchmark) cat <<'PIN'
title="Google Benchmark" version=1.8.3
debian=none
github=google/benchmark tag=v1.8.3 commit=344117638c8ff7e239044fd0fa7085839fc03021
PIN
      ;;
    glfw) cat <<'PIN'
title=GLFW version=3.4
debian=none
github=glfw/glfw tag=3.4 commit=7b6aead9fb88b3623e3b3725ebb42670cbe4c579
PIN
      ;;
    # Fonts of the browser tests: beside the system's, whose own choice of a font stays as it is.
    fonts) cat <<'PIN'
title="Noto fonts" version=20201225
debian=package debian_path=fonts-noto-core debian_sub=usr/share/fonts/truetype/noto
github=none
PIN
      ;;
    emoji-font) cat <<'PIN'
title="Noto Color Emoji" version=2.042
debian=package debian_path=fonts-noto-color-emoji debian_sub=usr/share/fonts/truetype/noto
github=none
PIN
      ;;
    *) return 1 ;;
  esac
}

download() { # url file; apt's own downloader first: it knows this machine's proxy
  if [ -x /usr/lib/apt/apt-helper ]; then
    /usr/lib/apt/apt-helper -o Acquire::Retries=2 -o Acquire::http::Timeout=30 \
      download-file "$1" "$2" >>"$log" 2>&1
  elif command -v curl >/dev/null; then
    curl -fsSL --retry 2 --connect-timeout 20 --speed-limit 100 --speed-time 60 -o "$2" "$1" \
      >>"$log" 2>&1
  else
    wget -q --tries=2 --timeout=30 -O "$2" "$1" >>"$log" 2>&1
  fi
}

sha256() {
  if command -v sha256sum >/dev/null; then sha256sum "$1"; else shasum -a 256 "$1"; fi |
    cut -d ' ' -f 1
}

unpack() { # archive folder; without the archive's one outer folder
  mkdir -p "$2"
  case "$1" in
    *.xz) if command -v xz >/dev/null; then tar -xf "$1" -C "$2"
          else (cd "$2" && cmake -E tar xf "$1"); fi ;;
    *) tar -xf "$1" -C "$2" ;;
  esac
  local inner=("$2"/*)
  if [ "${#inner[@]}" = 1 ] && [ -d "${inner[0]}" ]; then
    mv "${inner[0]}" "$2.inner" && rm -rf "$2" && mv "$2.inner" "$2"
  fi
}

from_debian_source() { # folder
  local mirror archive
  for mirror in $("$here/mirrors.sh"); do
    archive="$1.${debian_path##*/}"
    if download "$mirror/$debian_path" "$archive"; then
      if [ "$(sha256 "$archive")" = "$debian_sum" ]; then
        unpack "$archive" "$1" && rm -f "$archive" &&
          origin="the Debian source package (${debian_path##*/}, SHA-256 as pinned)" && return 0
      fi
      tried="$tried; ${debian_path##*/} from $mirror is not the pinned file"
    else
      tried="$tried; no ${debian_path##*/} at $mirror"
    fi
    rm -rf "$archive" "$1"
  done
  return 1
}

from_debian_package() { # folder; apt checks the package against its signed lists, needs no root
  command -v apt-get >/dev/null && command -v dpkg-deb >/dev/null || return 1
  local deb="$1.deb"
  mkdir -p "$deb"
  if (cd "$deb" && apt-get download "$debian_path" >>"$log" 2>&1) &&
      dpkg-deb -x "$deb"/*.deb "$deb/root" >>"$log" 2>&1 && mv "$deb/root/$debian_sub" "$1"; then
    origin="the Debian package $(cd "$deb" && echo *.deb)"
    rm -rf "$deb"
    return 0
  fi
  rm -rf "$deb" "$1"
  tried="$tried; apt has no $debian_path"
  return 1
}

from_github() { # folder
  [ "$github" != none ] || return 1
  if ! command -v git >/dev/null; then
    tried="$tried; no git to ask GitHub with"
    return 1
  fi
  if GIT_TERMINAL_PROMPT=0 git -c advice.detachedHead=false -c http.lowSpeedLimit=1000 \
      -c http.lowSpeedTime=60 clone -q --depth 1 --branch "$tag" \
      "https://github.com/$github.git" "$1" >>"$log" 2>&1; then
    if [ "$(git -C "$1" rev-parse HEAD)" = "$commit" ]; then
      rm -rf "$1/.git"
      origin="GitHub ($github $tag, commit as pinned)"
      return 0
    fi
    tried="$tried; tag $tag of $github is no longer the pinned commit"
  else
    tried="$tried; GitHub's $github is out of reach"
  fi
  rm -rf "$1"
  return 1
}

get() { # name
  local title version debian debian_path='' debian_sum='' debian_sub='' github tag commit
  eval "$(pins "$1")"
  local name=$1 folder="$cache/$1-$version" origin='' tried='' log part
  if [ -f "$folder/.complete" ]; then
    echo "get-deps: $title $version from the cache, put there from $(cat "$folder/.complete")" >&2
    echo "$folder"
    return 0
  fi
  mkdir -p "$cache" || return 1
  # One run at a time where the machine has flock; elsewhere two runs merely do the work twice.
  if command -v flock >/dev/null; then
    exec 9>"$cache/$name.lock"
    flock 9
    if [ -f "$folder/.complete" ]; then
      echo "get-deps: $title $version from the cache, fetched by another run just now" >&2
      echo "$folder"
      return 0
    fi
    rm -rf "$cache/$name-$version".part.* # left by runs that were cut off
  fi
  part="$cache/$name-$version.part.$$"
  log="$cache/$name.log"
  : >"$log"
  if { [ "$debian" = source ] && from_debian_source "$part"; } ||
      { [ "$debian" = package ] && from_debian_package "$part"; } || from_github "$part"; then
    echo "$origin" >"$part/.complete"
    # A rename is all or nothing; when another run was quicker, its copy is as good.
    [ -f "$folder/.complete" ] || rm -rf "$folder"
    mv "$part" "$folder" 2>/dev/null || rm -rf "$part"
    echo "get-deps: $title $version from $origin" >&2
    echo "$folder"
    return 0
  fi
  local upper
  upper=$(echo "$name" | tr 'a-z-' 'A-Z_')
  echo "get-deps: cannot get $title $version (${tried#; }). Unpack its sources anywhere and" \
    "configure with -DLAMPLIGHT_${upper}_DIR=<that folder>. Details: $log" >&2
  return 1
}

if [ $# = 0 ]; then
  set -- imgui cmark-gfm json # the rest is for tests and the window, and mostly a system package
fi
for name in "$@"; do
  if ! pins "$name" >/dev/null; then
    echo "get-deps: no dependency is called '$name'; there are imgui, cmark-gfm, json," \
      "googletest, benchmark, glfw, fonts, emoji-font" >&2
    exit 2
  fi
done
for name in "$@"; do
  get "$name"
done
