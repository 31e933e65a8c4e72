#!/bin/sh
# bench/store.sh - reports into a store, beside the sqlite3 shell's .import of the same rows.
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: bench/store.sh BENCH-STORE [REPORTS]
#
# .import does less: it writes texts into one table without a key, and nothing else of a report.
# Nothing passes or fails by these figures.
set -eu

bench=$1 reports=${2:-1000} out=build/bench
mkdir -p "$out"
rm -f "$out"/store.db* "$out"/import.db*

echo
./recount extract fixtures/southampton-*.txt | ./recount parse | ./recount check >"$out/reports.jsonl"
"$bench" "sqlite:$out/store.db" "$reports" <"$out/reports.jsonl"

sqlite3 -csv "$out/store.db" 'SELECT * FROM figure' >"$out/figures.csv"
sqlite3 "$out/import.db" "$(sqlite3 "$out/store.db" \
  "SELECT 'CREATE TABLE figure (' || group_concat(name) || ')' FROM pragma_table_info('figure')")"
/usr/bin/time -f '%U %S' -o "$out/cpu" sqlite3 -csv "$out/import.db" ".import $out/figures.csv figure"
awk -v rows="$(wc -l <"$out/figures.csv")" '{
  printf "sqlite3 .import: %.0f rows/s of CPU\n", rows / ($1 + $2) }' "$out/cpu"
rm -f "$out"/store.db* "$out"/import.db* "$out/figures.csv"
