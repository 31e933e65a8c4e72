#!/usr/bin/env python3
# tests/flags.py - of figures read off images, how many are wrong without a flag, or flagged in vain?
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: flags.py SCORE.py PACKAGE TRUTH.csv [--misses N] [--most-silent N] [--most-flagged SHARE]

Compares a package of one report with its truth, as SCORE.py pairs them, and counts the cells that
hold a number:

  wrong     another number, or none, is in the package
  silent    of these, without a flag: confidence below the threshold, a status that says that the
            cell could not be read, or a finding on the cell that is no mere note, `absent` of it,
            or `unplaced` of that number with its indicator and its place
  absent    of those that are wrong, not in the package at all; listed: of these, an `unplaced`
            finding names the number, but not its cell
  flagged   right, but with such a flag
  repaired  right and wrong figures of origin `repaired`

--most-silent and --most-flagged make more of them an error; a wrong repair always is one."""
import argparse
import csv
import importlib.util
import os
import re
import sys

TRUSTED = 0.8  # docs/rules.md


def read(folder, name):
    with open(os.path.join(folder, name), encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def cells_of(package):
    """(indicator_no, cell as SCORE.py calls it) to its row, and the cells with a finding."""
    cells = {}
    for name in ("observations", "statistics", "benchmarks", "targets"):
        for row in read(package, name + ".csv"):
            measure = row.get("measure") or row.get("kind") or "benchmark"
            period = row["period"] if name in ("observations", "targets") else ""
            key = (int(row["indicator_no"]), measure, row.get("comparator", ""), period,
                   row.get("component") or "value")
            cells[key] = row
    found = {place(row) for row in read(package, "findings.csv") if row["severity"] != "note"}
    return cells, found


def find_absent(package):
    """(indicator_no, measure) and (indicator_no, measure, period) of which nothing was read."""
    rows = [row for row in read(package, "findings.csv") if row["rule"] == "absent"]
    return {(int(row["indicator_no"]), row["measure"]) for row in rows if row["measure"] != "actual"} \
        | {(int(row["indicator_no"]), row["measure"], row["period"]) for row in rows}


def find_unplaced(package):
    """(indicator_no, number as printed) of figures whose column is not known."""
    return {(int(row["indicator_no"]), row["printed"]) for row in read(package, "findings.csv")
            if row["rule"] == "unplaced" and row["indicator_no"] and row["x0"]}


def find_listed(package):
    return {number for row in read(package, "findings.csv") if row["rule"] == "unplaced"
            for number in re.findall(r"'([^']*)'", row["message"])}


def place(row):
    return tuple(row[name] for name in ("indicator_no", "page", "x0", "y0", "x1", "y1"))


def is_flagged(row, found):
    return float(row["confidence"]) < TRUSTED or row["status"] == "unreadable" \
        or place(row) in found


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("score")
    ap.add_argument("package")
    ap.add_argument("truth")
    ap.add_argument("--misses", type=int, default=0)
    ap.add_argument("--most-silent", type=int)
    ap.add_argument("--most-flagged", type=float)
    args = ap.parse_args()
    spec = importlib.util.spec_from_file_location("score", args.score)
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)

    (truth, _), (output, _) = score.load_truth(args.truth), score.load_package(args.package, None)
    cells, found = cells_of(args.package)
    absent, unplaced = find_absent(args.package), find_unplaced(args.package)
    pairs = score.align(truth, output)
    listed = find_listed(args.package)
    n = wrong = silent = flagged = lost = named = 0
    repaired = [0, 0]
    for i, instance in enumerate(truth):
        paired = output[pairs[i]] if i in pairs else None
        for cell, (value, status, _, raw) in instance.cells.items():
            if value is None:
                continue
            n += 1
            key = (paired.order,) + cell if paired else None
            row = cells.get(key)
            is_right = row is not None and score.number(row["value"]) == value
            has_flag = is_flagged(row, found) if row is not None else key is not None \
                and bool({key[:2], (key[0], key[1], key[3])} & absent
                         or {(key[0], word) for word in raw.split()} & unplaced)
            if row is not None and row["origin"] == "repaired":
                repaired[not is_right] += 1
            wrong += not is_right
            lost += row is None
            named += row is None and raw in listed
            silent += not is_right and not has_flag
            flagged += is_right and has_flag
            if not is_right and args.misses > 0:
                args.misses -= 1
                print("   wrong:" if has_flag else "   SILENT:", instance.ref, *cell, "printed", raw,
                      "read", row and row["raw"], row and row["value"], row and row["confidence"])
    print(f"cells {n}  wrong {wrong}  of these absent {lost} (listed {named})  silent {silent}  flagged {flagged}  "
          f"({100 * flagged / max(n, 1):.2f} %)  repaired {repaired[0]} right, {repaired[1]} wrong")
    if repaired[1] > 0 or (args.most_silent is not None and silent > args.most_silent) \
            or (args.most_flagged is not None and flagged > args.most_flagged * n):
        sys.exit("flags: MISSED")


if __name__ == "__main__":
    main()
