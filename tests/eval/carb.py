#!/usr/bin/env python3
"""Open information extraction: the claims of the CaRB sentences against its gold tuples.

usage: carb.py PROGRAM [--half 1|2] [--show N]

The measure is that of the public scorer (dair-iitd/CaRB, binary lenient match). A claim is a tuple (relation; first
argument; the rest). Two tuples match word by word within each part, and not at all where the relations share no
word. Precision pairs tuples one to one, greedily by precision; recall takes for each gold tuple its best match. Both
are taken at every confidence that occurs; F1 is that of the best one, AUC the area under the curve with the point
(recall 0, precision 1). --half takes every second sentence, --show prints sentences with their tuples.
"""
import argparse
import collections
import json
import pathlib
import string
import subprocess
import sys

BE = ("be", "is", "am", "are", "was", "were", "been", "being")
SAID = ("said", "told", "added", "adds", "says")
BRACKETS = {"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}"}

Tuple = collections.namedtuple("Tuple", "relation arguments confidence kind")


def key_of(sentence):
    text = sentence.replace(" ", "")
    for escaped, bracket in BRACKETS.items():
        text = text.replace(escaped, bracket)
    return text.translate(str.maketrans("", "", string.punctuation))


def take(gold, said):
    """How many words of `gold` are among `said`; each counts once and is taken out."""
    matched = 0
    for word in gold:
        if word in said:
            said.remove(word)
            matched += 1
    return matched


def lenient(gold, gold_parts, said, said_parts):
    words = said.split()
    wanted = gold.split()
    predicted, expected = len(words), len(wanted)
    matched = take(wanted, words)
    if "be" in words and any(form in wanted for form in BE):
        matched += 1
    if matched == 0:
        return 0.0, 0.0
    for place, part in enumerate(gold_parts):
        wanted = part.split()
        expected += len(wanted)
        if place >= len(said_parts):
            return 0.0, 0.0
        words = said_parts[place].split()
        predicted += len(words)
        matched += take(wanted, words)
    return matched / predicted if predicted else 0.0, matched / expected if expected else 0.0


def binary(arguments):
    return [arguments[0], " ".join(arguments[1:])] if len(arguments) > 1 else list(arguments)


def match(gold, said):
    parts = binary(gold.arguments)
    straight = lenient(gold.relation, parts, said.relation, binary(said.arguments))
    if not any(verb in gold.relation for verb in SAID):
        return straight
    turned = [" ".join(said.arguments[1:]), said.arguments[0]] if len(said.arguments) > 1 else list(said.arguments)
    return max(straight, lenient(gold.relation, parts, said.relation, turned))


def paired(scores, rows, columns):
    """One to one, the most precise first: (row, column)."""
    order = sorted(((-scores[r][c][0], r, c) for r in rows for c in columns))
    taken_rows, taken_columns, pairs = set(), set(), []
    for _, r, c in order:
        if r in taken_rows or c in taken_columns:
            continue
        taken_rows.add(r)
        taken_columns.add(c)
        pairs.append((r, c))
    return pairs


def compare(gold, said):
    """(precision, recall, F1, confidence) at the best confidence, and the AUC."""
    levels = sorted({t.confidence for tuples in said.values() for t in tuples})
    sums = [[0.0] * 4 for _ in range(len(levels) + 1)]  # changes of: precision, of; recall, of
    for sentence, wanted in gold.items():
        tuples = said.get(sentence, [])
        scores = [[match(g, s) for s in tuples] for g in wanted]
        before = 0
        for level in sorted({t.confidence for t in tuples}):
            place = levels.index(level)
            columns = [c for c, t in enumerate(tuples) if t.confidence >= level]
            precision = sum(scores[r][c][0] for r, c in paired(scores, range(len(wanted)), columns))
            recall = sum(max(row[c][1] for c in columns) for row in scores)
            for at in range(before, place + 1):
                for i, value in enumerate((precision, len(columns), recall, len(wanted))):
                    sums[at][i] += value
            before = place + 1
        for at in range(before, len(levels)):
            sums[at][3] += len(wanted)
    points = []
    for (p, p_of, r, r_of), level in zip(sums, levels):
        precision, recall = p / p_of if p_of else 1.0, r / r_of if r_of else 0.0
        points.append((precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0, level))
    curve = [(r, p) for p, r, _, _ in points] + [(0.0, 1.0)]
    area = sum((a[0] - b[0]) * (a[1] + b[1]) / 2 for a, b in zip(curve, curve[1:]))
    return max(points, key=lambda point: point[2], default=(0, 0, 0, 0)), area


def kind_of_gold(sentence, relation, arguments):
    if all(word in BE for word in relation.split()):
        rest = arguments[1].split() if len(arguments) > 1 else []
        return "copula" if not rest or f"{relation} {rest[0]}" in sentence else "apposition"
    return "verb"


def read_gold(path):
    gold = collections.defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        sentence, relation, *arguments = (part.strip() for part in line.strip().split("\t"))
        gold[sentence].append(Tuple(relation, arguments, 1.0, kind_of_gold(sentence, relation, arguments)))
    return gold


def read_claims(program, sentences):
    texts = "".join(json.dumps({"set": f"{n:04d}", "id": "s", "text": s}) + "\n" for n, s in enumerate(sentences))
    done = subprocess.run([program, "claims", "-", "--input", "ndjson", "--format", "ndjson", "--no-config"], input=texts, capture_output=True, text=True, check=False)
    said = collections.defaultdict(list)
    for line in done.stdout.splitlines():
        claim = json.loads(line)
        relation, arguments = claim["relation"], claim["arguments"]
        kind = "copula" if all(word in BE for word in relation.split()) else "verb"
        if not relation and claim["canonical"]["relation"] == "be":
            relation, kind = "is", "apposition"
        if relation and (claim["subject"] or arguments):
            said[sentences[int(claim["set"])]].append(Tuple(relation, [claim["subject"], *arguments], claim["confidence"], kind))
    return said


def by_kind(gold, said, level):
    """Recall of the gold tuples of a kind and precision of the claims of a kind, at one confidence."""
    recall, precision = collections.defaultdict(list), collections.defaultdict(list)
    for sentence, wanted in gold.items():
        tuples = [t for t in said.get(sentence, []) if t.confidence >= level]
        scores = [[match(g, s) for s in tuples] for g in wanted]
        for g, row in zip(wanted, scores):
            recall[g.kind].append(max((r for _, r in row), default=0.0))
        pairs = {c: scores[r][c][0] for r, c in paired(scores, range(len(wanted)), range(len(tuples)))}
        for c, t in enumerate(tuples):
            precision[t.kind].append(pairs.get(c, 0.0))
    for kind in ("verb", "copula", "apposition"):
        r, p = recall[kind], precision[kind]
        print(f"  {kind:10}  gold {len(r):5}  recall {sum(r) / len(r) if r else 0:.3f}   claims {len(p):5}  precision {sum(p) / len(p) if p else 0:.3f}")


def show(gold, said, level, count):
    for sentence in list(gold)[:count]:
        tuples = [t for t in said.get(sentence, []) if t.confidence >= level]
        scores = [[match(g, s) for s in tuples] for g in gold[sentence]]
        pairs = {c: scores[r][c][0] for r, c in paired(scores, range(len(gold[sentence])), range(len(tuples)))}
        print(f"\n{sentence}")
        for g, row in zip(gold[sentence], scores):
            print(f"  gold  {max((r for _, r in row), default=0.0):.2f}  {g.relation} | {' | '.join(g.arguments)}")
        for c, t in enumerate(tuples):
            print(f"  claim {pairs.get(c, 0.0):.2f}  {t.relation} | {' | '.join(t.arguments)}   {t.confidence:.2f}")


def main():
    options = argparse.ArgumentParser()
    options.add_argument("program")
    options.add_argument("--half", type=int, choices=(1, 2))
    options.add_argument("--show", type=int, default=0)
    options = options.parse_args()
    folder = pathlib.Path(__file__).resolve().parents[2] / "../shared/bench"
    if not (folder / "carb-dev-gold.tsv").is_file():
        print("SKIPPED: ../shared/bench is not here")
        return
    gold = read_gold(folder / "carb-dev-gold.tsv")
    by_key = {key_of(sentence): tuples for sentence, tuples in gold.items()}
    itself, _ = compare(by_key, by_key)
    print(f"gold against itself: F1 {itself[2]:.3f}")
    said = read_claims(options.program, list(gold))
    halves = {"all": list(gold), "tuned on": list(gold)[0::2], "held out": list(gold)[1::2]}
    if options.half:
        halves = {f"half {options.half}": list(gold)[options.half - 1 :: 2]}
    for name, sentences in halves.items():
        part = {key_of(s): gold[s] for s in sentences}
        claims = {key_of(s): said[s] for s in sentences if s in said}
        (precision, recall, f1, level), area = compare(part, claims)
        print(f"{name:9} {len(sentences)} sentences: F1 {f1:.3f}  precision {precision:.3f}  recall {recall:.3f}  at confidence {level:.2f}   AUC {area:.3f}")
        if name not in ("tuned on", "held out"):
            by_kind(part, claims, level)
    if options.show:
        show({s: gold[s] for s in sentences}, said, level, options.show)


if __name__ == "__main__":
    sys.exit(main())
