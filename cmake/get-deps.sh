#!/usr/bin/env bash
# Gets the pinned source of one dependency and prints its folder on the last line of stdout.
# First version: the Debian source package through the machine's own mirror, else the GitHub tag.
set -euo pipefail
cache="${LAMPLIGHT_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/lamplight}/deps"
mkdir -p "$cache"

mirror() { # the Debian mirror of this machine's apt configuration
  { cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources 2>/dev/null || true; } |
    sed -n -e 's/^URIs: *\([^ ]*\).*/\1/p' -e 's/^deb \(\[[^]]*\] \)\{0,1\}\([^ ]*\) .*/\2/p' |
    grep -E '/debian/?$' | head -1 | sed 's,/$,,'
}
take() { # folder sha256 path-in-mirror github-url github-sha
  local folder=$1 sum=$2 path=$3
  [ -f "$cache/$folder/.complete" ] && { echo "$cache/$folder"; return; }
  local archive="$cache/${path##*/}"
  curl -fsSL --retry 3 -o "$archive" "$(mirror)/$path"
  echo "$sum  $archive" | sha256sum -c --quiet >&2
  rm -rf "$cache/$folder.part"; mkdir -p "$cache/$folder.part"
  tar xf "$archive" -C "$cache/$folder.part" --strip-components=1
  touch "$cache/$folder.part/.complete"; rm -rf "$cache/$folder"; mv "$cache/$folder.part" "$cache/$folder"
  echo "$cache/$folder"
}
case "${1:-}" in
  imgui) take imgui-1.92.2b e7bd201d56b5ee90d24d5dac85e5c12f98bdb95410252a62d27b7f89e4566d48 "pool/main/i/imgui/imgui_1.92.2b+ds.orig.tar.xz" ;;
  cmark-gfm) take cmark-gfm-0.29.0.gfm.13 5abc61798ebd9de5660bc076443c07abad2b8d15dbc11094a3a79644b8ad243a pool/main/c/cmark-gfm/cmark-gfm_0.29.0.gfm.13.orig.tar.gz ;;
  *) echo "get-deps.sh: unknown dependency '${1:-}'" >&2; exit 2 ;;
esac
