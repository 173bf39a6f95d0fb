#!/bin/sh
# Prints the Debian archives that apt on this machine reads `main` from, one a line, those for
# security last. Nothing where there is no apt.
#
# apt is asked, not its files: it knows both forms of them, what is switched off and where they
# lie. This way of asking needs no network, no root and no fetched lists.
set -eu
command -v apt-get >/dev/null || exit 0
apt-get update --print-uris -q -o Debug::NoLocking=1 2>/dev/null |
  sed -n "s,^'\(.*\)/dists/\([^']*\)/main/binary-[^']*'.*,\2 \1,p" |
  awk '{ print ($1 ~ /security/), $2 }' | sort -s -k 1,1n | awk '!seen[$2]++ { print $2 }'
