#!/usr/bin/env python3
"""Scores a built crosscheck on our own development data under tests/challenge, by the program's contract alone.

Usage: challenge.py PROGRAM [--floors]. With --floors it is a test: a figure below its floor fails. The floors are
figures once reached; raise them when a change raises the figure, never lower them to let one pass.
"""
import collections
import json
import os
import pathlib
import subprocess
import sys
import tempfile

DATA = pathlib.Path(__file__).resolve().parents[1] / "challenge"
RANK = {"suggestion": 0, "warning": 1, "error": 2}
RULES = {
    "misspelling": ("spelling.",), "repeated-word": ("text.repeated_word",),
    "stray-duplicate": ("text.duplicated_fragment", "text.repeated_word", "text.garbled", "spelling.accent"),
    "missing-full-stop": ("text.missing_full_stop",), "lowercase-start": ("text.lowercase_start",),
    "punctuation-space": ("text.spacing", "text.punctuation"), "unbalanced": ("text.brackets", "text.quotes_open"),
    "broken-slash": ("text.broken_slash",), "list-count": ("structure.list_count",), "number-gap": ("structure.numbering",),
    "abbrev-undefined": ("abbreviation.undefined", "abbreviation.defined_late"), "abbrev-defined-twice": ("abbreviation.defined_twice",),
    "abbrev-two-expansions": ("abbreviation.two_expansions",), "abbrev-unused": ("abbreviation.unused",),
    "two-abbrevs": ("abbreviation.two_abbreviations",), "hyphenation": ("terms.hyphenation",),
    "spelling-variant": ("spelling.variant", "style.spelling_region", "terms.variant"), "capitalisation": ("terms.capitalisation",),
    "accent-variant": ("spelling.accent", "terms.variant"), "number-style": ("style.numbers",), "unit-style": ("style.units",),
    "date-style": ("style.dates",), "serial-comma": ("style.serial_comma",), "term-variant": ("terms.variant",),
    "double-space": ("text.spacing",), "quote-style": ("style.quotes", "text.quotes_open"), "dangling-reference": ("structure.reference",),
    "near-duplicate": ("variation.near_duplicate", "contradiction.", "structure.duplicate_text"),
}


def run(program, documents, *flags):
    """Findings by set. Runs in an empty folder, out of reach of any configuration."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "sets.ndjson"
        path.write_text("".join(json.dumps({"set": s, "id": i, "text": t}) + "\n" for s, i, t in documents))
        done = subprocess.run([program, "check", str(path), "--format", "ndjson", "--no-config", *flags], capture_output=True, text=True, cwd=folder)
    if done.returncode not in (0, 1):
        sys.exit(f"challenge: {program} failed: {done.stderr[:400]}")
    found = collections.defaultdict(list)
    for line in done.stdout.splitlines():
        finding = json.loads(line)
        found[finding["set"]].append(finding)
    return found


def near(place, start, end):
    return place["start"] < end and start < place["end"] and place["end"] - place["start"] <= 3 * (end - start) + 80


def spans(text, part):
    at = text.find(part)
    while at >= 0:
        yield at, at + len(part)
        at = text.find(part, at + 1)


def rates(hit, false, missed):
    return hit / max(1, hit + false), hit / max(1, hit + missed)


def editorial(program, name="editorial", words="editorial"):
    items = [json.loads(line) for line in open(DATA / f"{name}.jsonl")]
    found = run(program, [(item["id"], "a", item["text"]) for item in items])
    hit = false = missed = fixed = fixable = 0
    for item in items:
        findings = [f for f in found[item["id"]] if f["rule"].startswith(RULES[item["check"]])]
        gold = [(e.get("start", item["text"].find(e["text"])), e["text"], e.get("suggest")) for e in item["expect"]]
        for start, text, wanted in gold:
            met = [f for f in findings if any(near(e, start, start + len(text)) for e in f["evidence"])]
            hit, missed = hit + bool(met), missed + (not met)
            if wanted and met:
                right = item["text"][:start] + wanted + item["text"][start + len(text):]
                changed = [item["text"][:x["start"]] + x["replacement"] + item["text"][x["end"]:] for f in met for x in f["fixes"]]
                fixable, fixed = fixable + 1, fixed + any(c == right or (wanted in c and wanted not in item["text"]) for c in changed)
        false += sum(not any(near(e, s, s + len(t)) for s, t, _ in gold for e in f["evidence"]) for f in findings)
    precision, recall = rates(hit, false, missed)
    return {f"{words} precision": precision, f"{words} recall": recall, f"{words} right suggestion": fixed / max(1, fixable)}


def score_sets(program, where, missing=None):
    """By family, how many findings were needed and met; must_not rows broken; findings in clean sets; contradictions
    raised that no row lists."""
    needed, met, broken, clean, unlisted = collections.Counter(), collections.Counter(), 0, 0, 0
    for folder in sorted(p for p in where.iterdir() if p.is_dir()):
        expected = json.loads((folder / "expected.json").read_text())
        names = sorted(p.name for p in folder.iterdir() if p.name != "expected.json")
        raw = {name: (folder / name).read_bytes().decode() for name in names}
        done = subprocess.run([program, "check", *[str(folder / n) for n in names], "--format", "ndjson", "--no-config"], capture_output=True, text=True)
        findings = [json.loads(line) for line in done.stdout.splitlines()]

        def touches(finding, piece):
            return any(e["document"] == piece["doc"] and near(e, s, t) for s, t in spans(raw[piece["doc"]], piece["text"]) for e in finding["evidence"])

        for row in expected["findings"]:
            if not row["must"]:
                continue
            family = "contradiction" if row["rule"].startswith("contradiction") else "the rest"
            others = [part.split(")")[0].split(" at ")[0].strip() for part in row.get("note", "").split("(or=")[1:]]
            rules = ("contradiction.",) if family == "contradiction" else (row["rule"],)
            rules += tuple(name.strip() for other in others for name in other.split(",")) + (("text.garbled",) if row["rule"].startswith("text.") else ())
            needed[family] += 1
            hit = any(f["rule"].startswith(rules) and RANK[f["level"]] >= RANK[row["level"]] and all(touches(f, x) for x in row["evidence"]) for f in findings)
            met[family] += hit
            if missing is not None and not hit:
                missing.append((folder.name, row))
        listed = [row for row in expected["findings"] if row["rule"].startswith("contradiction")]
        unlisted += sum(f["rule"].startswith("contradiction.") and RANK[f["level"]] >= 1 and not any(any(touches(f, x) for x in row["evidence"]) for row in listed) for f in findings)
        broken += sum(any(f["rule"].startswith(row["rule"]) and RANK[f["level"]] >= 1 and all(touches(f, x) for x in row["evidence"]) for f in findings) for row in expected["must_not"])
        clean += sum(RANK[f["level"]] >= 1 for f in findings) if expected["clean"] else 0
    return needed, met, broken, clean, unlisted


def sets(program):
    needed, met, broken, clean, _ = score_sets(program, DATA / "sets")
    return {"sets contradiction recall": met["contradiction"] / needed["contradiction"], "sets recall of the rest": met["the rest"] / needed["the rest"],
            "sets must-not kept": 1.0 - broken / 100, "clean sets silent": 1.0 if clean == 0 else 0.0}


def unseen(program, folder, words):
    """Sets written without a look at the program, on subjects of their own: fresh/ was read after its first run, held_out/
    never."""
    needed, met, broken, _, unlisted = score_sets(program, DATA / folder)
    kept_apart = sum(len(json.loads((path / "expected.json").read_text())["must_not"]) for path in (DATA / folder).iterdir() if path.is_dir())
    return {f"{words} contradiction recall": met["contradiction"] / needed["contradiction"], f"{words} look-alikes kept apart": 1.0 - broken / kept_apart,
            f"{words} raised and listed": met["contradiction"] / max(1, met["contradiction"] + unlisted)}


def pairs(program):
    items = [json.loads(line) for line in open(DATA / "contradictions.jsonl")]
    items = [item for item in items if item["part"] == "report"]
    found = run(program, [(item["id"], d, item[d]) for item in items for d in "ab" if item.get(d)], "--only", "contradiction")
    hit = false = missed = 0
    for item in items:
        raised = [f for f in found[item["id"]] if RANK[f["level"]] >= 1]
        if item["label"] != "contradiction":
            false += bool(raised)
            continue
        other = "b" if item.get("b") else "a"

        def meets(finding):
            one = [e for e in finding["evidence"] if e["document"] == "a" and any(near(e, s, t) for s, t in spans(item["a"], item["span_a"]))]
            two = [e for e in finding["evidence"] if e["document"] == other and any(near(e, s, t) for s, t in spans(item[other], item["span_b"]))]
            return any(x["side"] != y["side"] for x in one for y in two)

        found_it = any(meets(f) for f in raised)
        hit, missed = hit + found_it, missed + (not found_it)
    precision, recall = rates(hit, false, missed)
    return {"pairs precision": precision, "pairs recall": recall}


def main():
    program = os.path.abspath(sys.argv[1])
    floors = json.loads((DATA / "floors.json").read_text()) if "--floors" in sys.argv else {}
    fallen = False
    for figures in (editorial(program), editorial(program, "editorial_fresh", "fresh editorial"), sets(program), unseen(program, "fresh", "fresh sets"), unseen(program, "held_out", "held-out sets"), pairs(program)):
        for name, value in figures.items():
            low = name in floors and value < floors[name]
            fallen |= low
            print(f"{name:30s} {value:.3f}" + (f"  below its floor of {floors[name]}" if low else ""))
    sys.exit(1 if fallen else 0)


if __name__ == "__main__":
    main()
