#!/usr/bin/env python3
# tests/planted.py - which planted errors does `recount run` find, and what else does it raise?
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: planted.py RECOUNT FOLDER OUT [--rules RULE,...] [--misses] [--least KIND=N ...]

FOLDER holds reports beside NAME.planted.csv (id, kind, table, page, row, ref, cell, true_value,
printed_value, detail).  A report without one has no planted errors: each contradiction is extra.

For each kind of planted error it prints how many there are, how many were
  found      some finding rests on the planted cell or names it,
  cell       a finding is of the planted cell, or its suggestion or message names that,
  one cause  all findings that rest on it form one group,
  value      a suggestion holds the true value,
and how many contradictions rest on no planted error (extra).  --least makes too few found, or any
extra contradiction, an error."""
import argparse
import csv
import pathlib
import re
import subprocess
import sys
from collections import Counter, defaultdict

MEASURES = {"chg_prev": "change_prev", "chg_year": "change_year"}
OF_VALUES = {"numden_vs_percent", "shares_not_100", "transposed_digits", "wrong_ytd",
             "summary_vs_detail"}
RULES = {  # the rules that can prove an error whose finding names no month's cell
    "commentary_vs_table": {"prose", "prose-direction"},
    "duplicated_row": {"duplicate", "twice"},
    "wrong_month_label": {"months"},
}


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def fold(text):
    return re.sub(r"[^0-9a-z%.]", "", text.lower())


def number(text):
    return re.sub(r"[^0-9.]", "", text)


class Planted:
    def __init__(self, row):
        self.kind, self.row = row["kind"], row
        self.true, self.printed = row["true_value"], row["printed_value"]
        month = re.search(r"\d{4}-\d\d$", row["cell"])
        self.ref = fold(row["ref"] or (row["cell"][:month.start()] if month else ""))
        self.period = month.group() if month else ""
        self.measure = "actual" if month else MEASURES.get(row["cell"], row["cell"])
        self.findings = []

    def is_row(self, finding):
        names = (finding["ref"], finding["ref_printed"], finding["name"])
        return bool(self.ref) and self.ref in map(fold, names)

    def is_named(self, finding):
        text = finding["suggestion"] + " " + finding["message"]
        return bool(self.period) and bool(self.ref) and self.period in text \
            and self.ref in fold(text)

    def is_cell(self, finding):
        if self.kind in RULES:
            return finding["rule"] in RULES[self.kind] and self.is_of_text(finding)
        return self.is_row(finding) and finding["measure"] == self.measure \
            and (not self.period or finding["period"] == self.period)

    def is_of_text(self, finding):
        if self.kind == "wrong_month_label":
            return fold(finding["printed"]) == fold(self.printed)
        if self.kind == "duplicated_row":
            return self.is_row(finding)
        return (self.is_row(finding) or not self.ref) \
            and number(self.printed) in re.findall(r"[\d.]*\d", finding["printed"].replace(",", "")
                                                   + " " + finding["message"].replace(",", ""))

    def rests(self, finding):
        """Whether the finding can be one of this error: of its cell, or of another that is computed
        from it."""
        if self.is_cell(finding) or self.is_named(finding):
            return True
        return self.kind in OF_VALUES and self.is_row(finding) \
            and (finding["measure"] != "actual" or finding["period"] == self.period)

    def is_right(self, finding):
        return self.is_cell(finding) or self.is_named(finding)

    def has_value(self, finding):
        return number(self.true) in re.findall(r"[\d.]*\d", finding["suggestion"].replace(",", ""))


def load_findings(package):
    indicators = {(row["report_id"], row["indicator_no"]): row
                  for row in read(package / "indicators.csv")}
    findings = read(package / "findings.csv")
    for finding in findings:
        indicator = indicators.get((finding["report_id"], finding["indicator_no"]), {})
        finding["ref_printed"] = indicator.get("ref_printed", "")
        finding["name"] = indicator.get("name", "")
    return findings


def score_report(recount, report, out, rules):
    """Returns the planted errors with their findings, and the findings that belong to none."""
    package = out / report.stem
    out.mkdir(parents=True, exist_ok=True)
    subprocess.run([recount, "run", report, "-o", package], check=True, stdout=subprocess.DEVNULL)
    sheet = report.with_suffix(".planted.csv")
    planted = [Planted(row) for row in read(sheet)] if sheet.exists() else []
    extra = []
    for finding in load_findings(package):
        if finding["severity"] == "note" or (rules and finding["rule"] not in rules):
            continue
        # A finding belongs to the error whose cell it is, else to each that it may rest on.
        owners = [error for error in planted if error.is_cell(finding)] \
            or [error for error in planted if error.is_named(finding)] \
            or [error for error in planted if error.rests(finding)]
        for error in owners:
            error.findings.append(finding)
        if not owners:
            extra.append(finding)
    for finding in list(extra):  # what is of one cause with an error's finding is of that error
        owners = [error for error in planted if finding["group"]
                  and finding["group"] in {other["group"] for other in error.findings}]
        for error in owners:
            error.findings.append(finding)
        if owners:
            extra.remove(finding)
    return planted, extra


def show(report, finding):
    print(f"  extra: {report.stem}: {finding['severity']} {finding['rule']} "
          f"{finding['ref'] or finding['name']} {finding['measure']} {finding['period']}: "
          f"{finding['message']} [{finding['suggestion']}]")


def main():
    arguments = argparse.ArgumentParser(usage=__doc__)
    arguments.add_argument("recount")
    arguments.add_argument("folder", type=pathlib.Path)
    arguments.add_argument("out", type=pathlib.Path)
    arguments.add_argument("--rules", default="")
    arguments.add_argument("--misses", action="store_true")
    arguments.add_argument("--least", action="append", default=[])
    options = arguments.parse_args()
    rules = set(filter(None, options.rules.split(",")))

    counts, n_extra = defaultdict(Counter), Counter()
    reports = sorted(options.folder.glob("*.pdf")) + sorted(options.folder.glob("*.txt"))
    for report in reports:
        planted, extra = score_report(options.recount, report, options.out, rules)
        for error in planted:
            causes = {(f["group"] or f["finding_no"]) for f in error.findings}
            count = counts[error.kind]
            is_right = any(map(error.is_right, error.findings))
            count["planted"] += 1
            count["found"] += bool(error.findings)
            count["cell"] += is_right
            count["one cause"] += len(causes) == 1
            count["value"] += any(map(error.has_value, error.findings))
            if options.misses and (not is_right or len(causes) != 1):
                row = error.row
                print(f"  {'cell' if error.findings else 'missed'}: {report.stem}: {error.kind} "
                      f"{row['ref']} {row['cell']} {row['true_value'][:20]} -> "
                      f"{row['printed_value'][:20]}: {len(error.findings)} findings, "
                      f"{len(causes)} causes {[f['rule'] for f in error.findings]}")
        for finding in extra:
            n_extra[finding["severity"]] += 1
            if options.misses or finding["severity"] == "contradiction":
                show(report, finding)

    for kind in sorted(counts):
        count = counts[kind]
        print(f"{kind:20} planted {count['planted']:3} found {count['found']:3} cell "
              f"{count['cell']:3} one cause {count['one cause']:3} value {count['value']:3}")
    print(f"{len(reports)} reports, extra: {n_extra['contradiction']} contradictions, "
          f"{n_extra['warning']} warnings")
    least = dict(bar.split("=") for bar in options.least)
    missed = [kind for kind, n in least.items() if counts[kind]["cell"] < int(n)]
    for kind in missed:
        print(f"MISSED: {kind}: {counts[kind]['cell']} of at least {least[kind]}")
    return bool(missed) or (bool(least) and n_extra["contradiction"] > 0)


sys.exit(main())
