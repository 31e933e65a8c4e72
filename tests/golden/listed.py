#!/usr/bin/env python3
# tests/golden/listed.py - does the document of findings list what is found, and nothing else?
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: listed.py PACKAGE DOCUMENT

A heading of DOCUMENT names a rule, `ratio`, and the tables below it begin with ref and period; what
follows "## Warnings" is no contradiction.  Prints what only one side has."""
import csv
import pathlib
import re
import sys


def period_of(code):
    year = re.fullmatch(r"(FY|YTD)(\d{4})-(\d\d)", code)
    if not year:
        return code
    return f"{year[2]}/{year[3]}" + (" to date" if year[1] == "YTD" else "")


def listed(document):
    rule, rows = "", set()
    for line in document.read_text(encoding="utf-8").split("## Warnings")[0].splitlines():
        heading = re.match(r"(##+) (?:.*`(.+?)`)?", line)
        if heading and (heading[2] or heading[1] == "##"):
            rule = heading[2] or ""
        row = re.match(r"\| ([^|]+?) \| ((?:\d{4}-\d\d|\d{4}/\d\d)(?: to date)?) \|", line)
        if row and rule:
            rows.add((rule, row[1], row[2]))
    return rows


def found(package):
    with open(package / "findings.csv", encoding="utf-8", newline="") as file:
        return {(row["rule"], row["ref"] or row["printed"], period_of(row["period"]))
                for row in csv.DictReader(file) if row["severity"] == "contradiction"}


package, document = map(pathlib.Path, sys.argv[1:])
one, other = found(package), listed(document)
for row in sorted(one - other):
    print("found and not listed:", *row)
for row in sorted(other - one):
    print("listed and not found:", *row)
sys.exit(one != other)
