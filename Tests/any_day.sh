#!/usr/bin/env bash
# Runs the tests as if today were another day, for every process that they start: `make test-any-day`.
# DAYS="2028-02-29T09:00+08:00 …" names others; a run that begins at 23:57 goes over midnight. --short: the tests that know time.
set -eu
cd "$(dirname "$0")/.."
days=${DAYS:-2026-12-31T09:00+08:00 2027-02-17T09:00+08:00 2028-02-29T09:00+08:00 2026-12-31T23:57+08:00}

clock=$PWD/.build/another_day.so
[ "$clock" -nt Tests/AnotherDay/another_day.c ] || clang -O2 -Wall -Wextra -Werror -shared -fPIC -o "$clock" Tests/AnotherDay/another_day.c -ldl

on() {
  local day=$1
  shift
  env LD_PRELOAD="$clock" ANOTHER_DAY=$(($(date -d "$day" +%s) - $(date +%s))) "$@"
}

failed=0
for day in $days; do
  [ "$(on "$day" date +%F)" = "$(date -d "$day" +%F)" ] || { echo "the clock can't be set to $day" >&2; exit 3; }
  echo "== as if it were $day"
  case ${1-} in
  --short)
    on "$day" .venv/bin/python -m pytest -q -n 3 ${MEMORY:+"--basetemp=$MEMORY/another-day"} -rR -p no:randomly --maxfail=20 Tests/Consumers/test_{adapters,browser,calendars,cap,feeds,heartbeat,packages,sample,server,signing,status,suite}.py || failed=1
    ;;
  *) on "$day" Tests/run.sh swift program consumers || failed=1 ;;
  esac
done
exit $failed
