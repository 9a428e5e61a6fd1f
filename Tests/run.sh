#!/usr/bin/env bash
# Runs the parts of the test suite that are named (all: lint swift program consumers other-day), each to its end even if another failed, and says
# at the end how each went. Called by the Makefile, which builds what they need. SEED=n repeats an order.
# The others run one after the other beside the consumer tests, whose browsers leave a core idle for a part of their time; what they say is
# shown when they have ended.
set -u
cd "$(dirname "$0")/.."
seed=${SEED:-$RANDOM}
python=.venv/bin/python
said=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null; rm -rf "$said" ${MEMORY:+"$MEMORY"}' EXIT

part() {
  local name=$1 start=$SECONDS result=passed
  shift
  echo "== $name"
  "$@" || result=FAILED
  echo "$result $name, $((SECONDS - start)) s" >>"$said/report"
}

# Where there is room, the tests' sites lie in memory: a build waits for its disk until all is written, and for what other programs write.
if [ "$(df --output=avail -k /dev/shm 2>/dev/null | tail -1)" -gt 4000000 ] 2>/dev/null; then
  MEMORY=$(mktemp -d /dev/shm/gongshi-XXXXXX)
  export MEMORY
fi

# Those of the program that is shipped are CommandTests; the others need none. On another day they are built already: a compiler whose clock is
# wrong builds all anew.
swift_tests() {
  [ -n "${ANOTHER_DAY-}" ] || swift build --product GongshiPackageTests --scratch-path "$TESTS" -debug-info-format none || return
  "$TESTS/debug/GongshiPackageTests.xctest" --testing-library swift-testing "$@" CommandTests
}

# Three at a time, on two cores: most wait for a browser. Modules, and the tests in them, come in an order made of the seed.
consumers() { "$python" -m pytest -q -n 3 ${MEMORY:+"--basetemp=$MEMORY/tests"} --dist worksteal -rR --randomly-seed="$seed" "$@"; }

run() {
  case $1 in
  lint) part "lint" swift format lint --strict --recursive Package.swift Sources Tests Benchmarks ;;
  swift) part "Swift tests" swift_tests --skip ;;
  program) part "Swift tests of the program" swift_tests --filter ;;
  consumers) part "consumer tests" consumers Tests/Consumers ;;
  other-day) part "on 29 February 2028" env DAYS=2028-02-29T09:00+08:00 Tests/any_day.sh --short ;;
  *) echo "no such part: $1" >&2; exit 2 ;;
  esac
}

others=()
for name in "$@"; do [ "$name" = consumers ] || others+=("$name"); done
if [ ${#others[@]} -lt $# ]; then
  for name in "${others[@]}"; do run "$name"; done >"$said/others" 2>&1 &
  run consumers
  wait
  cat "$said/others"
else
  for name in "$@"; do run "$name"; done
fi

echo "== all"
echo "order: SEED=$seed"
cat "$said/report"
[ "$(grep -c ^passed "$said/report")" = $# ]
