#!/bin/sh
# bench/run.sh - time and memory: of the main job on text, beside a reader of CSV on the same files,
# on PDFs, beside pdftotext -tsv, and on scans, beside tesseract, which give words alone.
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

# Scans: CPU seconds and peak MB of one run each, of one thread, on the same images.
once () {
  /usr/bin/time -f '%U %S %M' -o "$out/cpu" env OMP_THREAD_LIMIT=1 "$@" >"$out/read" 2>/dev/null
  awk '{ printf "%.2f %.0f\n", $1 + $2, $3 / 1024 }' "$out/cpu"
}

# The same of tesseract, on one image after the other.
words_of () {
  : >"$out/all-words.txt"
  for image in "$@"; do
    once tesseract "$image" "$out/words" --psm 3
    cat "$out/words.txt" >>"$out/all-words.txt"
  done | awk '{ cpu += $1 } $2 > mb { mb = $2 } END { printf "%.2f %.0f\n", cpu, mb }'
}

# against_tesseract NAME TRUTH IMAGE... -- COMMAND...: a row
against_tesseract () {
  name=$1 truth=$2 images=''
  shift 2
  while [ "$1" != -- ]; do images="$images $1"; shift; done
  shift
  # shellcheck disable=SC2046,SC2086 # lists of words
  set -- $(once "$@") $(words_of $images)
  cells=$([ -z "$truth" ] || python3 tests/flags.py "$score" "$out/package" "$truth" \
    | awk '{ for (i = 1; i < NF; i++) n[$i] = $(i + 1)
        printf "%6d %6d %6d %7d", n["cells"] - n["wrong"], n["wrong"], n["silent"], n["flagged"] }')
  numbers=$([ -z "$truth" ] || python3 bench/tokens.py "$truth" "$out/all-words.txt")
  awk -v name="$name" -v cpu="$1" -v mb="$2" -v words="$3" -v words_mb="$4" -v numbers="$numbers" \
    -v cells="$cells" 'BEGIN {
    printf "%-50s%7.2f s %4d MB  %7.2f s %4d MB %7s  %5.2f  %s\n", name, cpu, mb, words, words_mb,
      numbers, cpu / words, cells }'
}

printf '\n%-50s%17s  %25s  %5s  %6s %6s %6s %7s\n' 'scans, CPU and peak memory' 'recount' \
  'tesseract and its numbers' 'ratio' 'right' 'wrong' 'silent' 'flagged'
for dpi in 200 300; do
  pdftoppm -r "$dpi" -gray -png -singlefile -f 1 -l 1 fixtures/layout-2016.pdf "$out/drawn-$dpi"
  against_tesseract "extract, a drawn page at $dpi dpi" '' "$out/drawn-$dpi.png" -- \
    ./recount extract "$out/drawn-$dpi.png"
done
# The scans with the truth about them, where they are: make bench SCANS=../shared/corpus/scans.
# A wrong cell is silent if nothing flags it; those that are flagged are right.  Of tesseract's
# words is told how many hundredths of the printed numbers are among them, wherever they belong.
scans=${SCANS:-../shared/corpus/scans} score=${SCORE:-../shared/score/score.py}
for file in "$scans"/*.scan-*.pdf; do
  case $file in *'*'*) continue ;; esac
  rm -f "$out"/scan-*.png
  pdftoppm -r "$(pdfimages -list -l 1 "$file" | awk 'NR == 3 { print $13 }')" -png "$file" "$out/scan"
  against_tesseract "run, $(basename "$file" .pdf)" "${file%%.scan-*}.truth.csv" "$out"/scan-*.png -- \
    ./recount run "$file" --repair -o "$out/package"
done

# Where the time of a drawn page goes, by the functions that head each stage.
if command -v perf >/dev/null; then
  perf record -q -F 499 --call-graph dwarf,16384 -o "$out/perf" ./recount extract \
    "$out/drawn-300.png" >/dev/null 2>&1 || true # not everybody may
  perf report -i "$out/perf" --children --sort symbol --stdio -g none 2>/dev/null | awk '
    BEGIN {
      split("image_append_pages all straighten straight straighten_guess_quarters straight " \
            "shades_find shades clean_picture ink clean_ink ink ruling_lift rules blobs_find patches " \
            "strips_make patches forms_sort forms forms_settle forms reader_new model reader_read read", of)
      for (i = 1; i in of; i += 2) stage[of[i]] = of[i + 1]
      split("straight shades ink rules patches forms model read", stages)
    }
    $1 + 0 > most[$4] && $4 in stage { most[$4] = $1 + 0 }
    END {
      for (name in most) share[stage[name]] += most[name]
      printf "\na drawn page at 300 dpi goes to (%%):"
      for (i = 1; i in stages; i++) { printf " %s %.0f,", stages[i], share[stages[i]]; sum += share[stages[i]] }
      printf " all else %.0f\n", 100 - sum
    }'
fi

# Two workers beside one, on scans and on the pages of one scan: wall time, which other work on the
# machine falsifies, and CPU.
beside_one () { # how much it is, and what is read
  what=$1
  shift
  for jobs in 1 2; do
    rm -f "$out/jobs.db"
    /usr/bin/time -f "%e s, %U s of CPU, $jobs worker(s), $what" -o "$out/cpu" \
      ./recount backfill "$@" --store "sqlite:$out/jobs.db" --jobs "$jobs" >/dev/null 2>&1
    tee -a "$out/walls" <"$out/cpu"
  done
  tail -n 2 "$out/walls" | awk '{ wall[NR] = $1 } END { printf "two workers are %.2f times one\n", wall[1] / wall[2] }'
}

set -- "$scans"/*.scan-*.pdf
if [ -f "$1" ]; then
  echo
  beside_one "$# scans" "$@"
  beside_one "$(pdfinfo "$1" | awk '/^Pages/ { print $2 }') pages of one scan" "$1"
fi
