#!/usr/bin/env python3
# tests/misread.py - pages as a reader of images would have read them: some figures wrong, some in doubt
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: recount extract REPORT | misread.py [--share S] [--sure P] [--doubt D] [--seed N] | recount parse

Makes all words of the stream `origin` ocr.  Of the words that are figures, a share S is misread: a
character becomes one that looks like it, a point or a sign is lost, two digits become one.  Of
those, a share P is read with high confidence all the same; of the figures read right, a share D
with little.  The same seed gives the same pages."""
import argparse
import json
import random
import re
import sys

LOOKS = {"0": "689O", "1": "7l4I", "2": "7Z", "3": "895", "4": "19", "5": "638S", "6": "085",
         "7": "12", "8": "360B", "9": "480", "%": "96"}
FIGURE = re.compile(r"^[-+(]?[\d,]*\d(\.\d+)?[)%]*$")


def misread(text, chance):
    """The word with one thing wrong."""
    places = [i for i, c in enumerate(text) if c in LOOKS and not (c == "%" and len(text) == 1)]
    point, sign = text.find("."), text[0] in "-("
    kind = chance.random()
    if kind < 0.08 and point > 0:
        return text[:point] + text[point + 1:]
    if kind < 0.12 and sign and text[0] == "-":
        return text[1:]
    if kind < 0.17 and sum(c.isdigit() for c in text) > 1:
        at = chance.choice([i for i, c in enumerate(text) if c.isdigit()])
        return text[:at] + text[at + 1:]
    at = chance.choice(places)
    looks = [c for c in LOOKS[text[at]] if c.isdigit()] if kind < 0.85 else LOOKS[text[at]]
    return text[:at] + chance.choice(looks) + text[at + 1:]


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("--share", type=float, default=0.01)
    ap.add_argument("--sure", type=float, default=0.2)
    ap.add_argument("--doubt", type=float, default=0.02)
    ap.add_argument("--seed", type=int, default=1)
    args = ap.parse_args()
    chance = random.Random(args.seed)
    for line in sys.stdin:
        item = json.loads(line)
        for word in item.get("words", ()) if item["type"] == "page" else ():
            confidence = chance.uniform(0.9, 1)
            if FIGURE.match(word[0]):
                if chance.random() < args.share:
                    word[0] = misread(word[0], chance)
                    if chance.random() >= args.sure:
                        confidence = chance.uniform(0.2, 0.79)
                elif chance.random() < args.doubt:
                    confidence = chance.uniform(0.4, 0.79)
            word[9], word[10] = round(confidence, 3), "ocr"
        print(json.dumps(item, ensure_ascii=False, separators=(",", ":")))


if __name__ == "__main__":
    main()
