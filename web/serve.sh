#!/usr/bin/env bash
# The main job: builds Lamplight, makes the flagship site and serves it.
#
#     web/serve.sh                       # on http://localhost:8080
#     web/serve.sh --port 9000
#     web/serve.sh --list README.md      # your own list instead of the flagship
#     web/serve.sh --list 2024-01-31=old.md --list 2025-01-31=new.md
#     web/serve.sh --stress 1000000      # a made-up list of so many works
#     web/serve.sh --examples            # the flagship, and in examples/ ways to embed it
#
# Missing tools are installed where that is possible (cmake/setup.sh). Ctrl-C stops it.
set -euo pipefail

usage() {
  sed -n '2,/^set/{/^set/d;s/^# \{0,1\}//;p;}' "$0"
  cat <<'END'

  --port N     port to listen on (8080); 0 takes a free one
  --list FILE  serve this list; more than once for its snapshots, each as DATE=FILE
  --stress N   serve a list of N works that the page makes itself, for trying out and measuring;
               the site is then in build/site-stress, and ?stress=M asks it for M works
  --examples   the flagship, and beside it the pages of web/examples; the site is then in
               build/site-examples
  --build      make the site and stop; it is then in build/site
  --help       this text
END
}
fail() {
  echo "serve: $1" >&2
  exit 2
}

port=8080
lists=()
stress=''
examples=''
serve=1
here=$PWD
while [ $# -gt 0 ]; do
  case "$1" in
    --port=*) port=${1#*=} ;;
    --list=*) lists+=("${1#*=}") ;;
    --stress=*) stress=${1#*=} ;;
    --port | --list | --stress)
      [ $# -gt 1 ] || fail "$1 needs a value"
      case "$1" in
        --port) port=$2 ;;
        --list) lists+=("$2") ;;
        --stress) stress=$2 ;;
      esac
      shift
      ;;
    --examples) examples=1 ;;
    --build) serve=0 ;;
    -h | --help)
      usage
      exit 0
      ;;
    *) fail "there is no option '$1'; --help lists them" ;;
  esac
  shift
done
case "$port" in
  '' | *[!0-9]*) fail "--port takes a number, not '$port'" ;;
esac
[ "$port" -le 65535 ] || fail "there is no port $port; the last is 65535"
case "$stress" in
  *[!0-9]*) fail "--stress takes a number of works, not '$stress'" ;;
esac
[ -z "$stress" ] || [ "${#lists[@]}" = 0 ] || fail "--stress makes its own list; leave --list out"

[ -z "$examples" ] || [ -z "$stress${lists[*]-}" ] || fail "--examples shows the flagship alone"

arguments=()
site=build/site
[ -z "$examples" ] || site=build/site-examples
if [ "${#lists[@]}" -gt 0 ]; then
  site=build/site-of-your-list
  for list in "${lists[@]}"; do
    date='' file=$list
    case "$list" in
      [0-9]???=* | [0-9]???-??=* | [0-9]???-??-??=*) date="${list%%=*}=" file=${list#*=} ;;
    esac
    case "$file" in
      /*) ;;
      *) file=$here/$file ;;
    esac
    [ -r "$file" ] && [ ! -d "$file" ] || fail "cannot read the list $file"
    arguments+=("$date$file")
  done
elif [ -n "$stress" ]; then
  # The facets are those that every list has; the flagship is what is read without the canvas.
  site=build/site-stress
  arguments+=(2024-03-11=data/lists/2024-03-11.md)
else
  arguments+=(2024-03-11=data/lists/2024-03-11.md 2023-03-29=data/lists/2023-03-29.md
    --profile data/profile.json)
fi

cd "$(dirname "$0")/.."

# A stage runs as a process group of its own, so that stopping this script stops all of it.
child=''
stop() {
  [ -z "$child" ] || kill -TERM -- "-$child" 2>/dev/null || true # it may have ended just now
  exit 0
}
trap stop INT TERM HUP
stage() { # what command...
  echo "serve: $1" >&2
  shift
  set -m
  "$@" </dev/null &
  child=$!
  set +m
  wait "$child"
  child=''
}

# Said before the work, not after it.
if [ "$serve" = 1 ] && [ "$port" != 0 ] && (: <"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
  fail "port $port is taken by another program; choose one with --port N"
fi

cmake/setup.sh native web
stage 'building the command line' cmake/build.sh release lamplight_cli
if [ -n "$stress" ]; then
  stage 'building the web module that makes its own list' \
    tests/bench/build_web.sh stress_web_files
  export LAMPLIGHT_WEB_DIR=$PWD/build/web-bench/stress-dist
else
  stage 'building the web module' cmake/build.sh web
  export LAMPLIGHT_WEB_DIR=$PWD/build/web/dist
fi
rm -rf "$site"
stage "making the site in $site" build/release/lamplight site "${arguments[@]}" -o "$site"
[ -z "$examples" ] || cp -r web/examples "$site/examples"
if [ "$serve" = 1 ]; then
  [ -z "$examples" ] || echo "serve: the examples are in examples/" >&2
  [ -z "$stress" ] || echo "serve: open it with ?stress=$stress" >&2
  exec node web/serve.mjs "$site" "$port"
fi
