#!/usr/bin/env python3
"""Draws real texts and prints what the rules for spelling and copy-editing say of them, to be read one by one.

usage: sample.py PROGRAM [FOLDER] [--sets 30] [--labels 10] [--seed 6] [--most 60] [--rule RULE]

FOLDER (../shared) holds medquad/sets.ndjson.xz and labels/sets.ndjson.xz; nothing of it belongs to this repository.
The findings are grouped by rule, each with its message and the sentences it stands in. Of a rule that says more than
--most, as many are drawn evenly. What the reading gave is in reports/real-text.md."""
import argparse
import collections
import json
import lzma
import pathlib
import random
import subprocess
import tempfile

FAMILIES = "spelling,style,terms,text,structure,abbreviation,variation"


def drawn(path, count, seed):
    """The lines of `count` sets."""
    lines = lzma.open(path, "rt", encoding="utf8").read().splitlines()
    names = sorted({json.loads(line)["set"] for line in lines})
    chosen = set(random.Random(seed).sample(names, min(count, len(names))))
    return [line for line in lines if json.loads(line)["set"] in chosen]


def findings(program, lines):
    with tempfile.NamedTemporaryFile("w", suffix=".ndjson", encoding="utf8") as file:
        file.write("\n".join(lines) + "\n")
        file.flush()
        run = subprocess.run([program, "check", file.name, "--format", "ndjson", "--only", FAMILIES, "--no-config"], capture_output=True, text=True)
    return [json.loads(line) for line in run.stdout.splitlines()]


def evenly(items, most):
    return items if len(items) <= most else [items[i * len(items) // most] for i in range(most)]


def show(number, finding):
    print(f"{number:4} {finding['level']} [{finding['set']}] {finding['message']}")
    for place in finding["evidence"][:6]:
        sentence = " ".join(place["sentence"].split())
        print(f"       {place['side']} {place['document']}:{place['line']} «{place['text']}» {sentence[:400]}")
    for fix in finding["fixes"][:1]:
        print(f"       -> {fix['replacement']!r}{' (safe)' if fix['safe'] else ''}")


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("program")
    options.add_argument("folder", nargs="?", default="../shared", type=pathlib.Path)
    for name, value in (("--sets", 30), ("--labels", 10), ("--seed", 6), ("--most", 60)):
        options.add_argument(name, type=int, default=value)
    options.add_argument("--rule", default="", help="print this rule or family alone")
    chosen = options.parse_args()
    sources = [(chosen.folder / "medquad/sets.ndjson.xz", chosen.sets), (chosen.folder / "labels/sets.ndjson.xz", chosen.labels)]
    if missing := [str(path) for path, _ in sources if not path.is_file()]:
        print(f"SKIPPED: {', '.join(missing)} not here")
        return
    lines = [line for path, count in sources for line in drawn(path, count, chosen.seed)]
    by_rule = collections.defaultdict(list)
    for finding in findings(chosen.program, lines):
        by_rule[finding["rule"]].append(finding)
    words = sum(len(json.loads(line)["text"].split()) for line in lines)
    print(f"{chosen.sets} sets and {chosen.labels} labels, seed {chosen.seed}: {words} words, {sum(map(len, by_rule.values()))} findings")
    for rule, said in sorted(by_rule.items()):
        if not rule.startswith(chosen.rule):
            continue
        read = evenly(said, chosen.most)
        print(f"\n{rule}: {len(said)}" + (f", {len(read)} of them here" if len(read) < len(said) else ""))
        for number, finding in enumerate(read, 1):
            show(number, finding)


if __name__ == "__main__":
    main()
