#!/usr/bin/env python3
"""What became of every labelled conflict, by type: misses.py PROGRAM [SHARED] [--write]

found: a finding at warning or above sets the two places against each other. Of the missed, in this order: the level was
too low (a suggestion, or a rule of another family); the two were compared and a gate was closed; they were compared and
not held to clash (too few words in common, values that can both be true, too many gates open); nothing compared them.
Two tables: material that may be read and tuned on (part tune, writers w1 to w6, sentences of real pages, the pairs of
medquad) and material held out (part report, writers w7 to w10), of which only counts are shown. --write puts them into
reports/misses.md."""
import collections
import json
import lzma
import os
import pathlib
import re
import subprocess
import sys
import tempfile

LEVELS = {"suggestion": 0, "warning": 1, "error": 2}
WAYS = ["found", "level too low", "gate closed", "no clash", "not compared"]
MOST_GATES = 3
NEAREST = ["equal", "both", "too few", "in none of the ways", "alike", "gates stay open", "warning", "error"]  # from far to near


def rows(path):
    return [json.loads(line) for line in open(path, encoding="utf8")]


def spots(text, part):
    at = text.find(part)
    while at >= 0:
        yield at, at + len(part)
        at = text.find(part, at + 1)


def pair_rows(shared):
    """(held out, key, type, documents by name, place, place) of every conflict of the pair files."""
    out = []
    challenge = [(row["part"] == "report", row) for row in rows(shared / "challenge/contradictions.jsonl")]
    written = [(row["id"].split("-")[0] in ("w7", "w8", "w9", "w10"), row) for row in rows(shared / "pairs/written.jsonl")]
    real = [(False, row) for row in rows(shared / "pairs/real.jsonl")]
    for held_out, row in challenge + written + real:
        if row["label"] != "contradiction":
            continue
        documents = {side: row[side] for side in "ab" if row.get(side)}
        other = "b" if row.get("b") else "a"
        one, two = [("a", *spot) for spot in spots(row["a"], row["span_a"])], [(other, *spot) for spot in spots(row[other], row["span_b"])]
        out.append((held_out, row["id"], row["type"], row["id"], documents, one, two))
    return out


def page_pairs(shared):
    """(row, documents of its set, places, places) of the labelled pairs of real pages that readers agreed on."""
    texts = collections.defaultdict(dict)
    with lzma.open(shared / "medquad/sets.ndjson.xz", "rt", encoding="utf8") as file:
        for line in file:
            row = json.loads(line)
            texts[row["set"]][row["id"]] = row["text"]
    for row in rows(shared / "medquad/pairs.jsonl"):
        if not row["agreed"] or "misspelled" in row["note"]:
            continue
        documents = texts[row["set"]]

        def places(document, sentence, span):
            inside = row[sentence].find(row[span])
            return [(row[document], at + inside, at + inside + len(row[span])) for at, _ in spots(documents[row[document]], row[sentence])]

        yield row, documents, places("doc_a", "a", "span_a"), places("doc_b", "b", "span_b")


def page_rows(shared):
    """The conflicts among them; each stands in its whole set."""
    return [(False, row["id"], row["type"], row["set"], documents, one, two) for row, documents, one, two in page_pairs(shared) if row["label"] == "contradiction"]


def findings_and_comparisons(program, material):
    """By key: findings of its set; lines of comparisons."""
    found, compared = collections.defaultdict(list), collections.defaultdict(list)
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        sets, seen = {}, collections.defaultdict(list)
        for _, key, _, name, documents, one, two in material:
            sets[name] = documents
            seen[name].append(key)
        with open(folder / "sets.ndjson", "w", encoding="utf8") as file:
            for name in sets:
                for document, text in sets[name].items():
                    file.write(json.dumps({"set": name, "id": document, "text": text}) + "\n")
        with open(folder / "asked.tsv", "w", encoding="utf8") as file:
            for _, key, _, name, documents, one, two in material:
                for a in one[:1]:
                    for b in two[-1:]:
                        bytes_of = lambda place: "\t".join([place[0]] + [str(len(documents[place[0]][:at].encode())) for at in place[1:]])
                        file.write(f"{key}\t{name}\t{bytes_of(a)}\t{bytes_of(b)}\n")
        check = subprocess.run([program, "check", "sets.ndjson", "--format", "ndjson", "--no-config", "--only", "contradiction", "--only", "variation"], capture_output=True, text=True, cwd=folder)
        if check.returncode not in (0, 1):
            sys.exit(check.stderr)
        for line in check.stdout.splitlines():
            finding = json.loads(line)
            for key in seen[finding["set"]]:
                found[key].append(finding)
        tracer = pathlib.Path(program).resolve().parent / "tests/crosscheck-comparisons"
        for line in subprocess.run([tracer, "sets.ndjson", "asked.tsv"], capture_output=True, text=True, check=True, cwd=folder).stdout.rstrip("\n").split("\n"):
            key, by, candidate, outcome, gates = line.split("\t")
            compared[key].append((by, candidate == "1", outcome, [gate.split("=") for gate in gates.split(";") if gate]))
    return found, compared


def near(place, start, end):
    return place["start"] < end and start < place["end"] and place["end"] - place["start"] <= 3 * (end - start) + 80


def meets(finding, one, two):
    a = [e for e in finding["evidence"] if any(e["document"] == d and near(e, s, t) for d, s, t in one)]
    b = [e for e in finding["evidence"] if any(e["document"] == d and near(e, s, t) for d, s, t in two)]
    return any(x is not y and x["side"] != y["side"] for x in a for y in b)


def fate(findings, compared, one, two):
    """One of WAYS, with the gate that was closed, or what decided besides gates."""
    met = [f for f in findings if meets(f, one, two)]
    if any(f["rule"].startswith("contradiction.") and LEVELS[f["level"]] >= 1 for f in met):
        return "found", None
    if met:
        return "level too low", None
    made = [gates for by, candidate, outcome, gates in compared if candidate]
    closed = [[name for name, answer in gates if answer == "closed"] for gates in made]
    if not made:
        return "not compared", None
    if all(closed):
        return "gate closed", min(closed, key=len)[0]
    # The nearest to a finding speaks for the others.
    outcomes = sorted(re.sub(r"\d+ %|\(.*\)", "...", outcome) for by, candidate, outcome, gates in compared if candidate and not outcome.startswith('silent: the gate'))
    return "no clash", max(outcomes, key=lambda outcome: [name in outcome for name in NEAREST][::-1])


def table(material, found, compared):
    counts, gates, outcomes = collections.defaultdict(collections.Counter), collections.defaultdict(collections.Counter), collections.Counter()
    for _, key, kind, _, _, one, two in material:
        way, gate = fate(found[key], compared[key], one, two)
        for name in (kind, "all"):
            counts[name][way] += 1
            if way == "gate closed":
                gates[name][gate] += 1
        if way == "no clash":
            outcomes[gate] += 1
    lines = ["| type | conflicts | " + " | ".join(WAYS) + " | the gates |", "| --- |" + " --- |" * (len(WAYS) + 2)]
    for kind in sorted(counts, key=lambda name: (name != "all", -sum(counts[name].values()), name)):
        most = MOST_GATES if kind != "all" else 40
        closed = ", ".join(f"{gate} {count}" for gate, count in sorted(gates[kind].items(), key=lambda entry: (-entry[1], entry[0]))[:most])
        lines.append(f"| {kind} | {sum(counts[kind].values())} | " + " | ".join(str(counts[kind][way]) for way in WAYS) + f" | {closed} |")
    lines += ["", "Why the compared were not held to clash:", ""] + [f"- {count}: {outcome.removeprefix('silent: ')}" for outcome, count in sorted(outcomes.items(), key=lambda entry: (-entry[1], entry[0]))]
    return "\n".join(lines) + "\n"


def main():
    arguments = [word for word in sys.argv[1:] if word != "--write"]
    shared = pathlib.Path(arguments[1] if len(arguments) > 1 else "../shared")
    if not shared.is_dir():
        print(f"SKIPPED: {shared} is not here")
        return
    material = pair_rows(shared) + page_rows(shared)
    program = os.path.abspath(arguments[0])
    found, compared = findings_and_comparisons(program, material)
    text = ""
    for title, held_out in (("Held out", True), ("Open", False)):
        text += f"\n## {title}\n\n" + table([row for row in material if row[0] == held_out], found, compared)
    print(text, end="")
    if "--write" in sys.argv:
        head = __doc__.split("\n\n", 1)[1].replace("\n\n", "\n").strip()
        pathlib.Path("reports/misses.md").write_text("# What became of every labelled conflict\n\n`./dev eval misses --write` makes these tables.\n\n" + head + "\n" + text)


if __name__ == "__main__":
    main()
