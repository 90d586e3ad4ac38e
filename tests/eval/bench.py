#!/usr/bin/env python3
"""Scores the contradiction rules on public pairs of sentences: bench.py PROGRAM [FOLDER] [--show]

FOLDER (../shared/bench) holds chatprotect.jsonl, scone.jsonl and breaking_nli.jsonl.xz: {"id", "a", "b", "label"} a line.
Each pair is a set of two documents; it is flagged when a contradiction is reported between the two at warning or above.
Nothing of it belongs to this repository. --show lists what was flagged wrongly and what was missed."""
import collections
import json
import lzma
import pathlib
import subprocess
import sys
import tempfile

BENCHES = {"chatprotect": "chatprotect.jsonl", "scone": "scone.jsonl", "breaking_nli": "breaking_nli.jsonl.xz"}


def rows(path):
    with lzma.open(path, "rt") if path.suffix == ".xz" else open(path, encoding="utf8") as file:
        return [json.loads(line) for line in file]


def flagged(program, pairs):
    with tempfile.NamedTemporaryFile("w", suffix=".ndjson") as file:
        for pair in pairs:
            for side in "ab":
                file.write(json.dumps({"set": pair["id"], "id": side, "text": pair[side]}) + "\n")
        file.flush()
        run = subprocess.run([program, "check", file.name, "--format", "ndjson", "--only", "contradiction", "--no-config"], capture_output=True, text=True)
    found = collections.defaultdict(set)
    for line in run.stdout.splitlines():
        finding = json.loads(line)
        sides = {(place["document"], place["side"]) for place in finding["evidence"]}
        if finding["level"] != "suggestion" and any(a != b and x != y for a, x in sides for b, y in sides):
            found[finding["set"]].add(finding["rule"])
    return found


def main():
    arguments = [word for word in sys.argv[1:] if word != "--show"]
    folder = pathlib.Path(arguments[1] if len(arguments) > 1 else "../shared/bench")
    if not folder.is_dir():
        print(f"SKIPPED: {folder} is not here")
        return
    for name, file in BENCHES.items():
        pairs = rows(folder / file)
        found = flagged(arguments[0], pairs)
        conflicts = [pair for pair in pairs if pair["label"] == "contradiction"]
        others = [pair for pair in pairs if pair["label"] != "contradiction"]
        right = sum(pair["id"] in found for pair in conflicts)
        wrong = sum(pair["id"] in found for pair in others)
        precision = right / (right + wrong) if right + wrong else 1
        print(f"{name}: {right}/{len(conflicts)} conflicts found (recall {right / max(1, len(conflicts)):.3f}), "
              f"{wrong}/{len(others)} others flagged ({100 * wrong / max(1, len(others)):.1f} %), precision {precision:.3f}")
        kinds = collections.Counter(pair["type"] for pair in conflicts)
        hits = collections.Counter(pair["type"] for pair in conflicts if pair["id"] in found)
        if len(kinds) > 2:
            print("  " + ", ".join(f"{kind} {hits[kind]}/{of}" for kind, of in kinds.most_common()))
        if "--show" in sys.argv:
            for pair in pairs:
                if (pair["id"] in found) != (pair["label"] == "contradiction"):
                    print("  ", "false " if pair["id"] in found else "missed", pair["type"], *sorted(found[pair["id"]]), "|", pair["a"], "|", pair["b"])


if __name__ == "__main__":
    main()
