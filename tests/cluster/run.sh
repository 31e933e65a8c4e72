#!/bin/bash
# tests/cluster/run.sh - one store filled by a two-node Slurm, by the pods of a Job, or while its server
# goes down and comes back, holds what one process puts into one.
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: tests/cluster/run.sh PROGRAM    starts a PostgreSQL server and a Slurm of its own, and stops them
set -eu

cd "$(dirname "$0")/../.."
# shellcheck source=tests/cluster/machine.sh
. tests/cluster/machine.sh

RECOUNT=$(realpath "$1")
RECOUNT_DATA=$PWD/data
export RECOUNT RECOUNT_DATA
root=$PWD

machine_up

# Reports: the fixtures, an archive of them under other bytes, one that cannot be read.
mkdir "$machine/reports" "$machine/work"
cp fixtures/*.txt fixtures/*.md fixtures/*.pdf "$machine/reports"
mkdir "$machine/more"
for report in fixtures/*.txt; do
  (cat "$report" && echo) >"$machine/more/$(basename "$report")"
done
tar -C "$machine" -czf "$machine/reports/more.tar.gz" more
printf '\0\1\2' >"$machine/reports/damaged.pdf"

# What one process makes of it.
alone=0
"$RECOUNT" backfill --store "sqlite:$machine/alone.db" --failures "$machine/alone.csv" \
  "$machine/reports" >"$machine/alone.out" || alone=$?
[ "$alone" -eq 3 ] || { echo "alone: exit code $alone instead of 3" >&2; exit 1; }
"$RECOUNT" export --store "sqlite:$machine/alone.db" -o "$machine/alone" >/dev/null

# The same of a store must be the same bytes.
compare () {
  "$RECOUNT" export --store "$2" -o "$machine/of-$1" >/dev/null
  diff -r "$machine/alone" "$machine/of-$1"
  echo "cluster: $1: the store is that of one process"
}

postgres_up
slurm_up

# An array of four tasks on two nodes.
RECOUNT_STORE=$(postgres_database slurm)
export RECOUNT_STORE
(cd "$machine/work" && sbatch --wait --quiet --array=1-4 --output=%a.log \
  "$root/cluster/slurm/backfill.sbatch" "$machine/reports") \
  || { tail "$machine"/work/*.log >&2; exit 1; }
compare slurm "$RECOUNT_STORE"
grep -l damaged.pdf "$machine"/work/failures-?.csv >/dev/null
[ "$(awk '$2 == "read" { n += $1 } END { print n }' "$machine"/work/?.log)" -eq \
  "$(awk '$2 == "read" { print $1 }' "$machine/alone.out")" ]

# The command of each pod, as the Job gives it.
RECOUNT_STORE=$(postgres_database pods)
SHARDS=3
export SHARDS
sed -n '/^            - |$/,/^          resources:/p' cluster/kubernetes/job.yaml \
  | sed -e '1d;$d' -e 's/^ *//' -e "s,/reports &,$machine/reports \\&," -e "s,^recount ,$RECOUNT ," \
  >"$machine/pod.sh"
for JOB_COMPLETION_INDEX in 0 1 2; do
  export JOB_COMPLETION_INDEX
  (cd "$machine/work" && sh "$machine/pod.sh" >/dev/null)
done
compare pods "$RECOUNT_STORE"

# The server goes down in the middle of a batch, as a machine does, and comes back.
RECOUNT_STORE=$(postgres_database restarted)
restarted=0
"$RECOUNT" backfill --store "$RECOUNT_STORE" --jobs 1 --failures "$machine/restarted.csv" \
  --log "$machine/restarted.jsonl" "$machine/reports" >/dev/null 2>&1 &
for n in 2 6; do
  wait_until sh -c "[ \$(grep -c '\"read\"' $machine/restarted.jsonl) -ge $n ]"
  postgres_stop immediate
  sleep 1
  postgres_start
done
wait $! || restarted=$?
[ "$restarted" -eq 3 ] || { echo "restarted: exit code $restarted instead of 3" >&2; exit 1; }
compare restarted "$RECOUNT_STORE"
