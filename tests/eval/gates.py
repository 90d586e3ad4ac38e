#!/usr/bin/env python3
"""What each gate of the contradictions is worth: gates.py PROGRAM [SHARED] [--write]

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

RULES = ["antonym", "category", "cause", "comparison", "count", "date", "definition", "duration", "entity", "exception", "frequency", "modality", "negation", "order",
         "quantifier", "quantity", "role"]
# Asked between two wordings, between two values, between two answers of one slot or two stances; some by several.
GATES = ["statement", "place", "subject", "scope", "condition", "attribution", "wording", "single contrast", "values", "certainty", "limits", "sentence", "roles", "numbers",
         "second contrast", "other values", "what is measured", "what is counted", "unit of reference", "who it is about", "when it holds", "how it is given",
         "the form of the product", "the kind or degree", "modifiers", "names", "negation", "what stands in front", "bounds", "overlap", "study", "figures",
         "list", "list of values", "numbering", "rows", "table", "fragments", "type", "part", "time", "what is acted on", "what it is about"]
SETS = 120
# Why a gate stays that silences nothing here: each was switched off on all labelled pairs and all real pages and labels.
STAYS = {
    "attribution": "a real page that tells what was once thought, and two look-alikes of the open pairs",
    "roles": "a real page on arteries: what one thing stops is what causes the other",
    "numbers": "a drug label with the figures of two trials, and two look-alikes of the open pairs",
    "what stands in front": "a look-alike of the open pairs: normally, and in a syndrome",
    "study": "50 findings on drug labels, all wrong: each trial has figures of its own",
    "list of values": "11 findings on drug labels, all wrong: shares that stand side by side",
    "numbering": "a drug label whose headings are numbered",
    "bounds": "lowers to a warning what may be two limits",
    "overlap": "lowers to a warning what overlaps",
    "table": "cells of one table: the pages here have lost theirs",
    "time": "hours of the day; the fixtures of contradiction.modality",
    "what is counted": "nothing is counted in one of the two places",
    "part": "a part here, another part there",
}


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
        command = [program, "check", str(folder / "in.ndjson"), "--format", "ndjson", "--config", str(folder / "gates.yaml"), "--only", "contradiction"]
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
    table = ["| gate switched off | conflicts found | look-alikes raised | conflicts at error | look-alikes at error | findings on real pages | why it stays |",
             "| --- | --- | --- | --- | --- | --- | --- |",
             f"| none | {base[0]} of {len(conflicts)} | {base[1]} of {len(material) - len(conflicts)} | {base[2]} | {base[3]} | {base[4]} | |"]
    for gate in GATES:
        now = figures([gate])
        table.append(f"| {gate} | " + " | ".join(f"{x - y:+d}" for x, y in zip(now, base)) + f" | {STAYS.get(gate, '')} |")
    text = "\n".join(table) + "\n"
    print(text, end="")
    if "--write" in sys.argv:
        pathlib.Path("reports/gates.md").write_text(
            "# What each gate of the contradictions is worth\n\n"
            "`./dev eval gates --write` switches one gate off at a time and counts at warning or above: conflicts found and\n"
            f"look-alikes raised among {len(material)} pairs that nothing was tuned on, and findings on {SETS} sets of real pages. A gate pays\n"
            "when it silences more look-alikes and findings on real pages than conflicts. Gone are a gate for names on one side of\n"
            "two wordings and one for the order of words around two values: they silenced nothing anywhere, and the second kept\n"
            "conflicts from the error level.\n\n" + text)


if __name__ == "__main__":
    main()
