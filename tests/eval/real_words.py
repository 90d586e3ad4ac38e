#!/usr/bin/env python3
"""Scores spelling.real_word on texts of ours, each with one word that is rightly spelt and wrong: real_words.py PROGRAM [--show]

Every text is a set of its own. A finding on the planted word is right when it is said by any rule of the family
spelling, a finding anywhere else is false."""
import json
import pathlib
import subprocess
import sys
import tempfile

ITEMS = pathlib.Path(__file__).resolve().parent.parent / "challenge/real_words.jsonl"


def main(program, show):
    items = [json.loads(line) for line in ITEMS.read_text().splitlines()]
    with tempfile.NamedTemporaryFile("w", suffix=".ndjson") as file:
        for item in items:
            file.write(json.dumps({"set": item["id"], "id": "text", "text": item["text"]}) + "\n")
        file.flush()
        run = subprocess.run([program, "check", file.name, "--format", "ndjson", "--only", "spelling", "--no-config"], capture_output=True, text=True)
    found, false, corrected = set(), [], 0
    by_id = {item["id"]: item for item in items}
    for finding in map(json.loads, run.stdout.splitlines()):
        item = by_id[finding["set"]]
        place = finding["evidence"][0]
        if place["start"] < item["start"] + len(item["wrong"]) and item["start"] < place["end"]:
            found.add(item["id"])
            corrected += bool(finding["fixes"]) and item["right"] in finding["fixes"][0]["replacement"]
        elif finding["level"] != "suggestion":
            false.append((finding["rule"], place["text"], item["text"]))
    print(f"real words: precision {len(found) / max(1, len(found) + len(false)):.3f} recall {len(found) / len(items):.3f}, right correction {corrected}/{len(found)} of {len(items)} texts")
    if show:
        for each in false:
            print("   false ", *each)
        for item in items:
            if item["id"] not in found:
                print("   missed", item["wrong"], item["right"], "|", item["text"])


if __name__ == "__main__":
    main(sys.argv[1], "--show" in sys.argv)
