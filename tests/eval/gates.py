#!/usr/bin/env python3
"""What each gate of the wording rules is worth: gates.py PROGRAM [SHARED] [--write]

Switches one gate off at a time (the setting without_gates, see src/README.md) and counts, on material that nothing was
tuned on, conflicts found and look-alikes raised at warning or above: the pairs of the report part and of writers w7 to
w10. A gate that lets more conflicts through than look-alikes when it is off costs more than it pays. Beside them, how
many findings the same rules raise on sets of real pages drawn with a fixed seed. --write puts the table into
reports/gates.md."""
import collections
import json
import lzma
import pathlib
import random
import subprocess
import sys
import tempfile

RULES = ["antonym", "category", "comparison", "entity", "exception", "modality", "negation", "order", "quantifier", "role"]
GATES = ["statement", "place", "subject", "scope", "condition", "attribution", "wording", "single contrast", "values", "certainty", "limits", "sentence", "roles", "numbers"]
SETS = 120


def pairs(shared):
    rows = [json.loads(line) for line in open(shared / "challenge/contradictions.jsonl", encoding="utf8")]
    rows = [row for row in rows if row["part"] == "report"]
    for line in open(shared / "pairs/written.jsonl", encoding="utf8"):
        row = json.loads(line)
        if row["id"].split("-")[0] in ("w7", "w8", "w9", "w10"):
            rows.append(row)
    return rows


def real_sets(shared):
    documents = collections.defaultdict(list)
    with lzma.open(shared / "medquad/sets.ndjson.xz", "rt", encoding="utf8") as file:
        for line in file:
            row = json.loads(line)
            documents[row["set"]].append(row)
    chosen = random.Random(5).sample(sorted(documents), min(SETS, len(documents)))
    return [row for name in chosen for row in documents[name]]


def findings(program, documents, without):
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        lines = [f"  contradiction.{rule}: {{without_gates: [{chr(44).join(without)}]}}" for rule in RULES]
        (folder / "gates.yaml").write_text("rules:\n" + "\n".join(lines) + "\n")
        with open(folder / "in.ndjson", "w", encoding="utf8") as file:
            for row in documents:
                file.write(json.dumps(row) + "\n")
        command = [program, "check", str(folder / "in.ndjson"), "--format", "ndjson", "--config", str(folder / "gates.yaml")]
        for rule in RULES:
            command += ["--only", "contradiction." + rule]
        run = subprocess.run(command, capture_output=True, text=True)
        if run.returncode not in (0, 1):
            sys.exit(run.stderr)
    found = [json.loads(line) for line in run.stdout.splitlines()]
    return [row for row in found if row["level"] != "suggestion"]


def main():
    arguments = [word for word in sys.argv[1:] if word != "--write"]
    shared = pathlib.Path(arguments[1] if len(arguments) > 1 else "../shared")
    if not shared.is_dir():
        print(f"SKIPPED: {shared} is not here")
        return
    material = pairs(shared)
    documents = [{"set": row["id"], "id": side, "text": row[side]} for row in material for side in "ab" if row.get(side)]
    conflicts = {row["id"] for row in material if row["label"] == "contradiction"}
    pages = real_sets(shared)

    def figures(without):
        found = findings(arguments[0], documents, without)
        raised = {row["set"] for row in found}
        errors = {row["set"] for row in found if row["level"] == "error"}
        return len(raised & conflicts), len(raised - conflicts), len(errors & conflicts), len(errors - conflicts), len(findings(arguments[0], pages, without))

    base = figures([])
    table = ["| gate switched off | conflicts found | look-alikes raised | conflicts at error | look-alikes at error | findings on real pages |",
             "| --- | --- | --- | --- | --- | --- |",
             f"| none | {base[0]} of {len(conflicts)} | {base[1]} of {len(material) - len(conflicts)} | {base[2]} | {base[3]} | {base[4]} |"]
    for gate in GATES:
        now = figures([gate])
        table.append(f"| {gate} | " + " | ".join(f"{x - y:+d}" for x, y in zip(now, base)) + " |")
    text = "\n".join(table) + "\n"
    print(text, end="")
    if "--write" in sys.argv:
        pathlib.Path("reports/gates.md").write_text(
            "# What each gate of the wording rules is worth\n\n"
            "`./dev eval gates --write` switches one gate off at a time and counts at warning or above: conflicts found and\n"
            f"look-alikes raised among {len(material)} pairs that nothing was tuned on, and findings on {SETS} sets of real pages. A gate pays\n"
            "when it silences more look-alikes and findings on real pages than conflicts.\n\n" + text)


if __name__ == "__main__":
    main()
