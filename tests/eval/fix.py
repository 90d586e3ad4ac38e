#!/usr/bin/env python3
"""What `crosscheck fix` mends: fix.py PROGRAM [--show]

Of the items of challenge/editorial.jsonl about text and spelling that have a single right replacement, how many does it
mend, and does it touch any other character? Every item is a file of its own in a folder of its own."""
import difflib
import json
import pathlib
import subprocess
import sys
import tempfile

ITEMS = pathlib.Path(__file__).resolve().parent.parent / "challenge/editorial.jsonl"
KINDS = {"misspelling", "repeated-word", "stray-duplicate", "missing-full-stop", "lowercase-start", "punctuation-space", "broken-slash", "double-space", "accent-variant"}


def right_text(item):
    """The text with every expected place put right; None when a place has no single right replacement."""
    text, pieces, at = item["text"], [], 0
    for place in sorted(item["expect"], key=lambda p: p["start"]):
        if not isinstance(place.get("suggest"), str):
            return None
        pieces += [text[at:place["start"]], place["suggest"]]
        at = place["start"] + len(place["text"])
    return "".join(pieces) + text[at:]


def edits(before, after):
    return [(before[a:b], after[c:d]) for tag, a, b, c, d in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes() if tag != "equal"]


def main(program, show):
    items = [json.loads(line) for line in ITEMS.read_text().splitlines()]
    mended = strange = total = 0
    with tempfile.TemporaryDirectory() as folder:
        for item in items:
            wanted = right_text(item) if "text" in item and item.get("expect") and item["check"] in KINDS else None
            if wanted is None:
                continue
            total += 1
            path = pathlib.Path(folder) / item["id"] / "a.txt"
            path.parent.mkdir()
            path.write_text(item["text"])
        subprocess.run([program, "fix", folder, "--no-config", "--quiet"], capture_output=True)
        for item in items:
            path = pathlib.Path(folder) / item["id"] / "a.txt"
            if not path.exists():
                continue
            wanted, got = right_text(item), path.read_text()
            if got == wanted:
                mended += 1
            elif got != item["text"]:
                strange += 1
            if show and got != wanted:
                print("   left" if got == item["text"] else "   OTHER", item["check"], edits(item["text"], wanted), edits(item["text"], got))
    print(f"fix: mends {mended} of {total} = {mended / max(1, total):.3f}, {strange} changed in another way")


if __name__ == "__main__":
    main(sys.argv[1], "--show" in sys.argv)
