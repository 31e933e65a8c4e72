#!/usr/bin/env python3
# bench/tokens.py - how many of the printed numbers are among the words that were read off the pages?
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: tokens.py TRUTH.csv WORDS

WORDS is text, or pages as `recount extract` gives them.  Prints the share of the truth's numbers,
each as often as it is printed, that are words of their own."""
import collections
import csv
import json
import re
import sys


def numbers(text):
    return re.findall(r"\d[\d.,]*", text)


def words(path):
    with open(path, encoding="utf-8", errors="replace") as file:
        for line in file:
            if line.startswith('{"type":"page"'):
                yield from (word[0] for word in json.loads(line)["words"])
            elif not line.startswith('{"type"'):
                yield from line.split()


def main():
    truth, path = sys.argv[1:3]
    with open(truth, encoding="utf-8", newline="") as file:
        printed = collections.Counter(number for row in csv.DictReader(file)
                                      for number in numbers(row["raw"]))
    read = collections.Counter(number.rstrip(".,") for word in words(path) for number in numbers(word))
    found = sum(min(n, read[number]) for number, n in printed.items())
    print(f"{100 * found / max(1, sum(printed.values())):.1f}")


if __name__ == "__main__":
    main()
