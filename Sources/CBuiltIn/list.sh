#!/usr/bin/env bash
# Writes the C files that make directories of this repository part of the program, one for each directory; those that would say the same are
# left alone, so that nothing is built anew for them. An edit to a file needs none of this: the compiler knows what it embeds.
set -eu
export LC_ALL=C
cd "$(dirname "$0")/../.."

list() {
  local name=$1 directory=$2 number=0 file output=Sources/CBuiltIn/$1.c
  local files
  files=$(find "$directory" -type f ! -name '.*' ! -name '*~' | sort)
  {
    echo "// Written by Sources/CBuiltIn/list.sh (make built-in): the files of $directory."
    echo '#include "CBuiltIn.h"'
    echo
    echo '#pragma clang diagnostic ignored "-Wc23-extensions"'
    for file in $files; do
      number=$((number + 1))
      printf '\nstatic const unsigned char file%d[] = {\n#embed "../../%s"\n};\n' "$number" "$file"
    done
    printf '\nstatic const gongshi_built_in all[] = {\n'
    number=0
    for file in $files; do
      number=$((number + 1))
      printf '  {"%s", file%d, sizeof file%d},\n' "${file#"$directory"/}" "$number" "$number"
    done
    printf '};\n\ngongshi_built_ins gongshi_%s(void) { return (gongshi_built_ins){all, sizeof all / sizeof *all}; }\n' "$name"
  } >"$output.new"
  if cmp -s "$output.new" "$output"; then rm "$output.new"; else mv "$output.new" "$output"; fi
}

list theme themes/default
list holidays content/holidays
list starter Sources/Starter/Files
