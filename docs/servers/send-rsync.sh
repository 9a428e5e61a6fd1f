#!/bin/sh
# Sends a site to another server by rsync over ssh. Readers there never see a page without what it loads, also when the line breaks: run it
# again then. docs/web-servers.md says how. The tests run this file.
#
#   send-rsync.sh SITE USER@HOST:/var/www/taoyuan
#
# After each `gongshi build`, from the same timer. The account needs rsync (3.1 or later) on both sides and may write in that directory.
set -eu
site=$(cd "$1" && pwd) target=${2%/}
gongshi=${GONGSHI:-gongshi}
noted=$site/.sent-by-rsync   # number of the release that is there; remove it where somebody else changed what is there
work=$(mktemp -d "$site/.sending.XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
send() { rsync --recursive --times --omit-dir-times --chmod=D755,F644 "$@"; }

number=$(cat "$noted" 2>/dev/null || true)
if [ -z "$number" ] || ! "$gongshi" release --site "$site" --files --since "$number" --to "$work/release"; then
  "$gongshi" release --site "$site" --files --to "$work/release"
fi
cd "$work/release"

for step in assets media new-data new-index new-pages pages data index; do
  set -- [0-9][0-9]-"$step"/
  [ -d "$1" ] && send "$@" "$target/"
done
# What is there too much, pages before what they load. What others put there for the server's certificate stays.
send --delete --filter='protect /.well-known/***' --filter='protect /assets/***' --filter='protect /images/***' whole/ "$target/"
send --delete --filter='protect /.well-known/***' whole/ "$target/"
cat release.txt >"$noted"
