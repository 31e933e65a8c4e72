#!/bin/sh
# bench/run.sh - time and memory: of the main job on text, beside a reader of CSV on the same files,
# on PDFs, beside pdftotext -tsv, and on a scan, beside tesseract, which give words alone.
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The reader does much less: it splits lines at tabs.  It stands here for scale, being what one
# would begin with to do the job by hand.  Nothing passes or fails by these figures.
set -eu

out=build/bench
mkdir -p "$out"
reader='import csv, sys; [list(csv.reader(open(f, encoding="utf-8"), delimiter="\t")) for f in sys.argv[1:]]'

# Prints the mean wall time in ms, its deviation, and the peak memory in MB of a command.
measure () {
  hyperfine --style none --warmup 2 --min-runs 10 --export-csv "$out/times.csv" "$*" \
    >"$out/log" 2>&1 || { cat "$out/log"; exit 1; }
  sh -c "exec /usr/bin/time -f %M -o $out/memory $*" >/dev/null
  awk -F, -v kb="$(cat "$out/memory")" 'END { n = NF
    printf "%8.1f +- %4.1f %8.1f", $(n - 6) * 1000, $(n - 5) * 1000, kb / 1024 }' "$out/times.csv"
}

compare () {
  name=$1
  shift
  printf '%-20s' "$name"
  measure ./recount run "$@" -o "$out/package"
  printf '  '
  measure python3 -c "'$reader'" "$@"
  printf '\n'
}

reports='fixtures/southampton-2015-06.txt fixtures/southampton-2016-11.txt
  fixtures/southampton-2019-12.txt fixtures/southampton-2020-10.txt fixtures/rotherham-2017-01.txt'

echo "$(nproc) processors; mean of at least 10 runs"
printf '%-20s%24s  %24s\n' '' 'recount run' 'python3, import csv'
printf '%-20s%24s  %24s\n' '' 'ms           peak MB' 'ms           peak MB'
for report in $reports; do
  compare "$(basename "$report" .txt)" "$report"
done
# shellcheck disable=SC2086 # a list of words
compare 'all five' $reports

# CPU seconds and peak MB of a command, the least of five runs.
cpu () {
  for _ in 1 2 3 4 5; do
    /usr/bin/time -f '%U %S %M' -o "$out/cpu" "$@" >/dev/null 2>&1
    cat "$out/cpu"
  done | awk 'NR == 1 || $1 + $2 < cpu { cpu = $1 + $2 } $3 > kb { kb = $3 }
    END { printf "%.2f %.0f\n", cpu, kb / 1024 }'
}

against () {
  name=$1 file=$2
  shift 2
  # shellcheck disable=SC2046 # two words each
  set -- $(cpu "$@") $(cpu pdftotext -tsv "$file" "$out/words.tsv")
  awk -v name="$name" -v cpu="$1" -v mb="$2" -v words="$3" -v words_mb="$4" 'BEGIN {
    printf "%-28s%8.2f s %6d MB  %8.2f s %6d MB  %6.2f\n", name, cpu, mb, words, words_mb, cpu / words }'
}

pdfunite fixtures/layout-*.pdf "$out/40.pdf"
tenfold=$(for _ in 1 2 3 4 5 6 7 8 9 10 11 12; do printf '%s ' "$out/40.pdf"; done)
# shellcheck disable=SC2086 # a list of words
pdfunite $tenfold "$out/480.pdf"

printf '\n%-28s%20s  %20s  %6s\n' 'CPU and peak memory' 'recount' 'pdftotext -tsv' 'ratio'
for n in 40 480; do
  pdf=$out/$n.pdf
  against "run, $n pages" "$pdf" ./recount run "$pdf" -o "$out/package"
  against "tables, $n pages" "$pdf" ./recount tables "$pdf"
  against "extract, $n pages" "$pdf" ./recount extract "$pdf"
done

# Memory as a document grows: the peak of each command that reads it.
pdfunite "$out/40.pdf" "$out/40.pdf" "$out/40.pdf" "$out/40.pdf" "$out/160.pdf"
pdfunite fixtures/layout-2015.pdf fixtures/layout-2015.pdf "$out/10.pdf"
lengths='10 40 160 480'
printf '\n%-28s' 'peak memory (MB), pages'
# shellcheck disable=SC2086 # a list of words
printf '%8s' $lengths
for command in run tables extract; do
  printf '\n%-28s' "$command"
  for n in $lengths; do
    if [ "$command" = run ]; then set -- -o "$out/package"; else set --; fi
    /usr/bin/time -f %M -o "$out/memory" ./recount "$command" "$out/$n.pdf" "$@" >/dev/null
    awk '{ printf "%8.1f", $1 / 1024 }' "$out/memory"
  done
done
echo

# Scanned pages: CPU seconds, peak MB and numbers right of one run each, one thread, on one image.
once () {
  /usr/bin/time -f '%U %S %M' -o "$out/cpu" env OMP_THREAD_LIMIT=1 "$@" >"$out/read" 2>/dev/null
  awk '{ printf "%.2f %.0f\n", $1 + $2, $3 / 1024 }' "$out/cpu"
}

# against_tesseract NAME IMAGE TRUTH PAGE: a row; without TRUTH, of time and memory alone
against_tesseract () {
  name=$1 image=$2 truth=$3 page=$4 right='' words_right=''
  # shellcheck disable=SC2046 # two words each
  set -- $(once ./recount extract "$image")
  if [ -n "$truth" ]; then right=$(python3 bench/tokens.py "$truth" "$page" "$out/read"); fi
  # shellcheck disable=SC2046
  set -- "$@" $(once tesseract "$image" "$out/words" --psm 3)
  if [ -n "$truth" ]; then words_right=$(python3 bench/tokens.py "$truth" "$page" "$out/words.txt"); fi
  awk -v name="$name" -v cpu="$1" -v mb="$2" -v words="$3" -v words_mb="$4" -v right="$right" \
    -v words_right="$words_right" 'BEGIN {
    printf "%-44s%7.2f s %4d MB %16s  %7.2f s %4d MB %16s  %5.2f\n", name, cpu, mb, right, words,
      words_mb, words_right, cpu / words }'
}

printf '\n%-44s%34s  %34s  %5s\n' 'scans, one page each' 'recount extract' 'tesseract --psm 3' 'ratio'
for dpi in 200 300; do
  pdftoppm -r "$dpi" -gray -png -singlefile -f 1 -l 1 fixtures/layout-2016.pdf "$out/scan"
  against_tesseract "drawn, $dpi dpi" "$out/scan.png" '' 1
done
# The scans with the truth about them, where they are: make bench SCANS=../shared/corpus/scans
for file in "${SCANS:-../shared/corpus/scans}"/*.scan-*.pdf; do
  case $file in *-ocr.pdf | *'*'*) continue ;; esac
  page=$(awk -F, 'NR > 1 { n[$NF]++ } END { for (i in n) if (n[i] > n[best]) best = i; print best + 0 }' \
    "${file%%.scan-*}.truth.csv")
  pdftoppm -r "$(pdfimages -list -f "$page" -l "$page" "$file" | awk 'NR == 3 { print $13 }')" -png \
    -singlefile -f "$page" -l "$page" "$file" "$out/scan"
  against_tesseract "$(basename "$file" .pdf)" "$out/scan.png" "${file%%.scan-*}.truth.csv" "$page"
done

# Where the time of a scanned page goes, by library.
if command -v perf >/dev/null; then
  printf '\nthe time of a scan, by library (%%)\n'
  env OMP_THREAD_LIMIT=1 perf record -q -o "$out/perf" ./recount extract "$out/scan.png" >/dev/null 2>&1 \
    || true # not everybody may
  perf report -i "$out/perf" --sort dso --stdio 2>/dev/null \
    | awk '/^ *[0-9]/ && $1 + 0 >= 1 { printf "  %-8s %s\n", $1, $2 }'
fi

# Two workers beside one, on scans: wall time.
set -- "${SCANS:-../shared/corpus/scans}"/*.scan-*.pdf
if [ -f "$1" ]; then
  for jobs in 1 2; do
    rm -f "$out/jobs.db"
    /usr/bin/time -f "%e s, $jobs worker(s), $# scans" -o "$out/cpu" \
      ./recount backfill "$@" --store "sqlite:$out/jobs.db" --jobs "$jobs" >/dev/null 2>&1
    cat "$out/cpu"
  done
fi
