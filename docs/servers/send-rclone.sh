#!/bin/sh
# Sends a site to any store that rclone knows (object stores, WebDAV, SFTP). Readers there never see a page without what it loads, also when the
# line breaks: run it again then. docs/web-servers.md says how. The tests run this file.
#
#   send-rclone.sh SITE REMOTE:BUCKET
#
# After each `gongshi build`, from the same timer. The remote is one of `rclone config`.
set -eu
site=$(cd "$1" && pwd) target=${2%/}
gongshi=${GONGSHI:-gongshi}
noted=$site/.sent-by-rclone   # number of the release that is there; remove it where somebody else changed what is there
work=$(mktemp -d "$site/.sending.XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

number=$(cat "$noted" 2>/dev/null || true)
if [ -n "$number" ] && "$gongshi" release --site "$site" --files --since "$number" --to "$work/release"; then
  whole=
else
  "$gongshi" release --site "$site" --files --to "$work/release"
  whole=yes
fi
release=$work/release

tab=$(printf '\t')
while IFS=$tab read -r step type caching; do
  rclone copy --no-update-modtime --header-upload "Content-Type: $type" --header-upload "Cache-Control: $caching" "$release/$step" "$target" </dev/null
done <"$release/steps.tsv"
if [ "$whole" ]; then
  # What is there too much, pages first. All else is there with these sizes, and is not sent again.
  rclone sync --size-only --no-update-modtime --exclude '/assets/**' --exclude '/images/**' "$release/whole" "$target"
  rclone sync --size-only --no-update-modtime "$release/whole" "$target"
else
  for list in "$release"/removed-*.txt; do
    [ -s "$list" ] && rclone delete --files-from-raw "$list" "$target"
  done
fi
cat "$release/release.txt" >"$noted"
