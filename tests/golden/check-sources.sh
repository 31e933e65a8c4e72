#!/bin/sh
# tests/golden/check-sources.sh - the scores on the published reports themselves, and their bars.
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: check-sources.sh SOURCES OUT     SOURCES holds seeds/, truth/ and score/score.py
set -eu

sources=$1 out=$2 missed=0

# The report, its truth, the least mean likeness of its texts, options of the scorer.  A sample holds
# some of a report's prose, which says nothing about all of it.
score () {
  report=$1 truth=$2 texts=$3
  shift 3
  lines=$(python3 "$sources/score/score.py" "$out" "$sources/truth/$truth.csv" --report "$report" \
            --misses 20 "$@")
  echo "$lines"
  echo "$lines" | awk -v texts="$texts" -v sample="${1:-}" '
    /precision/ && !/^all/ { n++; if ($0 !~ /precision 1\.0 +recall 1\.0( |$)/) missed = 1 }
    $2 == "mean_token_f1" && ($1 != "prose" || !sample) { n++; if ($3 < texts) missed = 1 }
    END { exit missed || n == 0 }' || { echo "MISSED: $truth"; missed=1; }
}

# How many findings of a rule and severity a report has: these are the first columns of the file.
findings () {
  id=$(sed -n "s/^\([0-9a-f]*\),[^,]*$1,.*/\1/p" "$out/reports.csv")
  awk -F, -v id="$id" -v rule="$2" \
    '$2 == id && $3 ~ rule && $4 == "contradiction" { n++ } END { print n + 0 }' "$out/findings.csv"
}

expect () {
  echo "$1: $2, expected $3"
  [ "$2" = "$3" ] || { echo "MISSED: $1"; missed=1; }
}

rm -rf "$out"
./recount run "$sources"/seeds/*.txt -o "$out"

november=000_1b11b71217522b99.txt december=002_83fb081d3e226417.txt
january=003_c08073f04bb2d77a.txt june=004_cddc29a474cda7fb.txt
score $june southampton-2015-06 0.98
score $november southampton-2016-11 0.98
score $december southampton-2019-12.sample 0.90 --sample
score $january rotherham-2017-01.sample 0.98 --sample

expect 'contradictions in June 2015' "$(findings $june .)" 0
expect 'contradictions in November 2016' "$(findings $november .)" 3
expect 'of these, heading-base' "$(findings $november '^heading-base$')" 1
expect 'of these, ratio' "$(findings $november '^ratio$')" 2
expect 'numbers of the five reports that reach no cell' \
  "$(python3 -c 'import csv, sys; print(sum(int(r["unplaced_numbers"]) for r in csv.DictReader(open(sys.argv[1]))))' "$out/reports.csv")" 0
exit $missed
