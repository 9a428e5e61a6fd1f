#!/bin/sh
# Sends a site to a bucket of an object store that speaks S3, by the AWS command line. Readers there never see a page without what it loads, also
# when the line breaks: run it again then. docs/web-servers.md says how. The tests run this file.
#
#   send-s3.sh SITE s3://BUCKET [ARGUMENTS OF aws, as --endpoint-url https://…]
#
# After each `gongshi build`, from the same timer. Access is said as `aws configure` and its environment say it.
set -eu
site=$(cd "$1" && pwd) target=${2%/}
shift 2
gongshi=${GONGSHI:-gongshi}
noted=$site/.sent-to-s3   # number of the release that is there; remove it where somebody else changed what is there
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
  aws s3 cp --recursive --only-show-errors --content-type "$type" --cache-control "$caching" "$release/$step" "$target" "$@" </dev/null
done <"$release/steps.tsv"
if [ "$whole" ]; then
  # What is there too much, pages first. All else is there with these sizes, and is not sent again.
  aws s3 sync --delete --size-only --only-show-errors --exclude 'assets/*' --exclude 'images/*' "$release/whole" "$target" "$@"
  aws s3 sync --delete --size-only --only-show-errors "$release/whole" "$target" "$@"
else
  for list in "$release"/removed-*.txt; do
    [ -s "$list" ] || continue
    while IFS= read -r file; do aws s3 rm --only-show-errors "$target/$file" "$@" </dev/null; done <"$list"
  done
fi
cat "$release/release.txt" >"$noted"
