#!/usr/bin/env python3
"""Scores sentence boundaries on the treebanks: segment.py PROGRAM FOLDER [FILE...]

Their sentences are written out again as running text, in paragraphs of ten; a sentence that ends without a stop ends
its line, since nothing else could tell. A boundary is the place between two sentences of one paragraph. SHOW=1 prints
the mistakes."""
import lzma
import os
import subprocess
import sys

SHOW = bool(os.environ.get("SHOW"))
CLITICS = {"n't", "'s", "'ll", "'re", "'ve", "'d", "'m", "n’t", "’s", "’ll", "’re", "’ve", "’d", "’m"}
CLOSING = set(".,;:!?)]}%”’»…") | {"...", "''", "?!", "!!", "!!!", "??", "-RRB-"}
OPENING = set("([{“‘«$£€#") | {"``", "-LRB-"}


def sentences(path):
    rows = []
    for line in lzma.open(path, "rt", encoding="utf8"):
        line = line.rstrip("\n")
        if line:
            rows.append(line.split("\t"))
        elif rows:
            yield rows
            rows = []


def written(rows):
    """The tokens of a sentence as an author would have typed them."""
    out, glue, open_quotes = "", True, False
    for at, (form, tag, *_) in enumerate(rows):
        apart = not glue
        glue = False
        if form in CLITICS or form in CLOSING and not (form == ".." or form == "'"):
            apart = False
        if tag == "HYPH" or (form in ("-", "–", "/") and 0 < at < len(rows) - 1 and tag in ("HYPH", "SYM", ",")):
            apart, glue = False, True
        if form == "/":
            apart, glue = False, True
        if form in OPENING:
            glue = True
        if form in ('"', "'") or tag in ("``", "''"):
            if tag == "''" or (tag not in ("``",) and open_quotes):
                apart, open_quotes = False, False
            else:
                glue = open_quotes = True
        if tag == "POS":
            apart = False
        out += (" " if apart and out else "") + form
    return out


def ends(text):
    return text.rstrip("\"'”’)]»").endswith((".", "!", "?", "…", "...")) if text else False


def main(program, folder, files):
    for name in files or ("pud-test", "ewt-test", "craft-test"):
        text, gold, count = "", set(), 0
        for rows in sentences(os.path.join(folder, name + ".tsv.xz")):
            sentence = written(rows)
            text += sentence
            count += 1
            if ends(sentence) and count % 10:
                gold.add(len(text.encode()))
                text += " "
            else:
                text += "\n\n"
        bytes_ = text.encode()
        found = set()
        last = None
        for line in subprocess.run([program], input=bytes_, capture_output=True, check=True).stdout.decode().splitlines():
            begin, end, kind = line.split("\t")
            if kind == "S":
                found.add(last)
            last = int(end)
        right = len(gold & found)
        precision, recall = right / max(1, len(found)), right / max(1, len(gold))
        print(f"{name:12s} {count} sentences, {len(gold)} boundaries: P {precision:.4f} R {recall:.4f} F1 {2 * precision * recall / max(1e-9, precision + recall):.4f}")
        if SHOW:
            for place in sorted(gold ^ found):
                cut = lambda a, b: bytes_[max(0, a):b].decode(errors="replace").replace("\n", "⏎")
                print("  ", "missed" if place in gold else "false ", cut(place - 60, place), "‖", cut(place, place + 40))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
