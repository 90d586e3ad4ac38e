#!/usr/bin/env python3
"""Scores the spelling rules on labelled text: spelling.py PROGRAM [FOLDER] [--quick] [--show]

FOLDER holds seeded-errors.ndjson.xz and natural-errors.ndjson.xz: {"set", "id", "text", "errors": [{"start", "end",
"text", "correct", "kind"}]} a line. What was tuned was tuned on the documents whose FNV-1a hash of set and id is even;
the odd ones are printed beside them. Printed too: the same with every document as a set of its own, and without the
medical dictionary. For the natural texts a second figure leaves out labels that are no slips. --quick stops after the
first exam; --show lists what was missed and what was false in the even half."""
import collections
import json
import lzma
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

NAMED = {"run-together": "spelling.run_together", "lost-apostrophe": "spelling.apostrophe", "lost-diacritic": "spelling.accent"}


def is_odd(document):
    value = 14695981039346656037
    for byte in (document["set"] + document["id"]).encode():
        value = ((value ^ byte) * 1099511628211) & (2**64 - 1)
    return value % 2


def findings(program, documents):
    with tempfile.NamedTemporaryFile("w", suffix=".ndjson") as file:
        for document in documents:
            file.write(json.dumps({key: document[key] for key in ("set", "id", "text")}) + "\n")
        file.flush()
        run = subprocess.run([program, "check", file.name, "--format", "ndjson", "--only", "spelling", "--no-config"], capture_output=True, text=True)
    return [json.loads(line) for line in run.stdout.splitlines()]


def near(evidence, error):
    return evidence["start"] < error["end"] and error["start"] < evidence["end"]


def first_is_right(finding, document, error):
    fixes = [f for f in finding["fixes"] if f["document"] == document and near(f, error)]
    return bool(fixes) and re.search(r"(?<!\w)" + re.escape(error["correct"]) + r"(?!\w)", fixes[0]["replacement"], re.I) is not None


def is_no_slip(text, error):
    """Labelled as an error, but no editor would change it: part of a web address, the rest of an acronym that is taken
    apart ("(P)ulmonary"), a name that the documents write with a capital within and in no other way (GeneTests), or a
    name or a word with a front that was labelled as two words (Coldwell, hyperconvex)."""
    start = re.search(r"\S*$", text[:error["start"]]).start()
    if re.match(r"\(?(https?:|www\.)", text[start:]):
        return True
    if text[error["start"] - 1:error["start"]] == ")":
        return True
    return error["text"].lower() in WHOLE


WHOLE = {"genetests", "genereview", "coldwell", "rommen", "hyperconvex", "hyperflexibility", "hypergalactosemia"}


def without_what_is_no_slip(documents):
    return [dict(d, errors=[e for e in d["errors"] if not is_no_slip(d["text"], e)]) for d in documents]


def score(name, documents, found, show):
    gold = {(d["set"], d["id"]): d["errors"] for d in documents}
    hits, false, total = {}, collections.Counter(), sum(len(e) for e in gold.values())
    for finding in found:
        if finding["level"] == "suggestion":
            continue
        for evidence in finding["evidence"]:
            place = (finding["set"], evidence["document"])
            if place not in gold:
                continue
            matched = [i for i, error in enumerate(gold[place]) if near(evidence, error)]
            for i in matched:
                hits.setdefault((place, i), finding)
            if not matched and not ("seeded" in name and finding["rule"] in NAMED.values()):
                false[evidence["text"], finding["rule"]] += 1
    named = [(finding["rule"] == NAMED[gold[place][i]["kind"]]) for (place, i), finding in hits.items() if gold[place][i]["kind"] in NAMED]
    to_name = sum(e["kind"] in NAMED for errors in gold.values() for e in errors)
    right = sum(first_is_right(finding, place[1], gold[place][i]) for (place, i), finding in hits.items())
    words = sum(len(d["text"].split()) for d in documents)
    wrong = sum(false.values())
    precision, recall = len(hits) / max(1, len(hits) + wrong), len(hits) / max(1, total)
    types = {e["text"].lower() for errors in gold.values() for e in errors}
    types_hit = {gold[place][i]["text"].lower() for place, i in hits}
    types_false = {text.lower() for text, _ in false} - types
    print(f"{name}: P {precision:.3f} R {recall:.3f} F1 {2 * precision * recall / max(1e-9, precision + recall):.3f}, {1000 * wrong / words:.2f} false per 1,000 words, "
          f"first correction right {right}/{total}, named as such {sum(named)}/{to_name}; by type P {len(types_hit) / max(1, len(types_hit) + len(types_false)):.3f} R {len(types_hit) / max(1, len(types)):.3f}")
    if show:
        for (text, rule), count in false.most_common():
            print("   false ", count, rule, text)
        missed = collections.Counter((e["kind"], e["text"], e["correct"]) for place, errors in gold.items() for i, e in enumerate(errors) if (place, i) not in hits)
        for (kind, text, correct), count in missed.most_common():
            print("   missed", count, kind, text, correct)
        for (place, i), finding in hits.items():
            if not first_is_right(finding, place[1], gold[place][i]):
                print("   instead of", gold[place][i]["correct"], [f["replacement"] for f in finding["fixes"][:1]], gold[place][i]["text"], finding["rule"])


def without_medical(program, folder):
    """The program installed under `folder` with all its data but the medical dictionary."""
    build, home = pathlib.Path(program).resolve().parent, pathlib.Path(folder)
    (home / "bin").mkdir()
    (home / "share/crosscheck/data").mkdir(parents=True)
    shutil.copy(program, home / "bin/crosscheck")
    (home / "share/crosscheck/rules").symlink_to(build.parent.parent / "rules")
    for table in (build / "data").iterdir():
        if table.name != "en_med.table":
            (home / "share/crosscheck/data" / table.name).symlink_to(table)
    return str(home / "bin/crosscheck")


def exam(program, folder, single, show, label):
    for name in ("seeded", "natural"):
        documents = [json.loads(line) for line in lzma.open(pathlib.Path(folder) / f"{name}-errors.ndjson.xz", "rt")]
        halves = [is_odd(d) for d in documents]
        if single:
            for document in documents:
                document["set"] += "/" + document["id"]
        found = findings(program, documents)
        if name == "natural":
            for odd in (0, 1):
                score(f"{label}natural without addresses and names, {'odd' if odd else 'even'} half", without_what_is_no_slip([d for d, half in zip(documents, halves) if half == odd]), found, False)
        for odd in (0, 1):
            score(f"{label}{name}, {'odd' if odd else 'even'} half", [d for d, half in zip(documents, halves) if half == odd], found, show and not odd)


def main(arguments, show, quick):
    program = arguments[0]
    folder = pathlib.Path(arguments[1] if len(arguments) > 1 else "../shared/spelling")
    if not folder.is_dir():
        return print(f"SKIPPED: {folder} is not here")
    exam(program, folder, False, show, "")
    if quick:
        return
    exam(program, folder, True, False, "each document alone, ")
    with tempfile.TemporaryDirectory() as home:
        exam(without_medical(program, home), folder, False, False, "without en_med, ")


if __name__ == "__main__":
    main([a for a in sys.argv[1:] if not a.startswith("--")], "--show" in sys.argv, "--quick" in sys.argv)
