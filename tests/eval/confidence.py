#!/usr/bin/env python3
"""How sure a contradiction is: confidence.py PROGRAM [SHARED] [--fit] [--write]

--fit (`./dev train grade`) fits the weights of check/confidence.h and writes rules/lexicon/confidence.yaml: a logistic
over the evidence of every contradiction raised at warning or above on labelled pairs, right or wrong, with a ridge that
keeps weights small where little was seen; by Newton's method, the same numbers each time. What can only speak for a
disagreement (SIGNS) gets no weight against it, and the other way round: few of these findings are wrong, and a chance
of the draw must not make a hedge a ground for trust. The rules were tuned on the same pairs (part tune, writers w1 to
w6, sentences of real pages, medquad), so they are right there more often than they will be; the last step lowers the
constant until the mean confidence on one half of what is held out (writers w7 and w9, half of part report) is the share
that was right.

Without --fit it prints, for the other half (writers w8 and w10, the rest of part report), how often findings of each
band of confidence were right. --write puts the table into reports/confidence.md."""
import collections
import json
import math
import os
import pathlib
import subprocess
import sys
import tempfile

import misses

RIDGE = 3.0
SIGNS = {"a condition on one side": -1, "a hedge": -1, "a soft frequency": -1, "figures on one side": -1, "gates that stay open": -1, "names on one side": -1,
         "negation on one side": -1, "words of scope on one side": -1, "every gate passed": 1, "gates passed": 1, "more places": 1, "rarity of words in both": 1,
         "share of the shorter in both": 1, "share of words in both": 1, "share of words with a partner": 1}
BANDS = [0.0, 0.5, 0.7, 0.85, 1.01]
OUT = pathlib.Path("rules/lexicon/confidence.yaml")
HEAD = """# How sure a contradiction is: the weights of a logistic over the evidence of the two places (src/check/confidence.h).
# A positive weight speaks for a disagreement. `crosscheck explain --finding` prints the sum term by term.
#
# Made by `./dev train grade` from {count} contradictions raised on labelled pairs (part tune of the challenge, pairs of
# writers w1 to w6, sentences of real pages, pairs of medquad; {right} of them right). The rules were tuned on the same
# pairs, so the constant ("always") is lowered by {lowered:.2f}, until the mean confidence on one half of what was held out is
# the share that was right there. reports/confidence.md has the figures of the other half.
"""


def part_of(key, row):
    """fit, lower or check."""
    writer = key.split("-")[0]
    if row.get("part") == "report":
        return "lower" if int(key[1:]) // 20 % 2 == 0 else "check"  # twins stand side by side
    return "lower" if writer in ("w7", "w9") else "check" if writer in ("w8", "w10") else "fit"


def labelled(shared):
    """(part, set, documents, label, places, places): of one pair a set, of medquad its whole set."""
    rows = [row for name in ("challenge/contradictions.jsonl", "pairs/written.jsonl", "pairs/real.jsonl") for row in misses.rows(shared / name)]
    conflicts = {key: (documents, one, two) for _, key, _, _, documents, one, two in misses.pair_rows(shared)}
    for row in rows:
        documents = {side: row[side] for side in "ab" if row.get(side)}
        _, one, two = conflicts.get(row["id"], (documents, [], []))
        yield part_of(row["id"], row), row["id"], documents, row["label"] == "contradiction", one, two
    for row, documents, one, two in misses.page_pairs(shared):
        yield "fit", row["set"], documents, row["label"] == "contradiction", one, two


def evidence(program, material):
    """Contradictions at warning or above by set: rule, places (document, side, first and last byte), terms."""
    found = collections.defaultdict(list)
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "sets.ndjson"
        sets = {name: documents for _, name, documents, _, _, _ in material}
        with open(path, "w", encoding="utf8") as file:
            for name in sets:
                for document, text in sets[name].items():
                    file.write(json.dumps({"set": name, "id": document, "text": text}) + "\n")
        lines = subprocess.run([pathlib.Path(program).resolve().parent / "crosscheck-train", "evidence", path], capture_output=True, text=True, check=True).stdout.rstrip("\n").split("\n")
    for line in lines:
        name, rule, level, places, terms = line.split("\t")
        if level == "suggestion":
            continue
        found[name].append((rule, [(d, int(s), int(f), int(e)) for d, s, f, e in (place.split("\x1f") for place in places.split("\x1e"))],
                            {key: float(value) for key, value in (term.rsplit("=", 1) for term in terms.split("\x1e"))}))
    return sets, found


def meets(places, documents, one, two):
    def at(spots):
        wanted = [(d, len(documents[d][:s].encode()), len(documents[d][:t].encode())) for d, s, t in spots]
        return [(d, side, f, e) for d, side, f, e in places if any(d == w and f < t and s < e and e - f <= 3 * (t - s) + 80 for w, s, t in wanted)]

    return any(x[1] != y[1] for x in at(one) for y in at(two))


def examples(material, sets, found):
    """part -> [(terms, right)]; what a conflict has elsewhere counts neither way."""
    out = collections.defaultdict(list)
    for part, name, documents, label, one, two in material:
        whole_pair = set(documents) <= {"a", "b"}
        for rule, places, terms in found[name]:
            if one and meets(places, documents, one, two):
                out[part].append((terms, label))
            elif whole_pair and not label:
                out[part].append((terms, False))
    return out


def solve(matrix, vector):
    n = len(vector)
    rows = [list(matrix[i]) + [vector[i]] for i in range(n)]
    for i in range(n):
        pivot = max(range(i, n), key=lambda r: abs(rows[r][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for r in range(i + 1, n):
            factor = rows[r][i] / rows[i][i]
            if factor:
                rows[r] = [x - factor * y for x, y in zip(rows[r], rows[i])]
    out = [0.0] * n
    for i in reversed(range(n)):
        out[i] = (rows[i][n] - sum(rows[i][k] * out[k] for k in range(i + 1, n))) / rows[i][i]
    return out


def chance(weights, terms):
    return 1 / (1 + math.exp(-sum(weights.get(name, 0) * value for name, value in terms.items())))


def fit(rows):
    """Without the terms whose weight would have the wrong sign."""
    names = sorted({name for terms, _ in rows for name in terms})
    while True:
        weights = newton(rows, names)
        wrong = [name for name in names if weights[name] * SIGNS.get(name, 0) < 0]
        if not wrong:
            return weights
        names = [name for name in names if name not in wrong]


def newton(rows, names):
    table = [([terms.get(name, 0.0) for name in names], float(right)) for terms, right in rows]
    ridge = [0.01 if name == "always" else RIDGE for name in names]
    weights = [0.0] * len(names)
    for _ in range(30):
        gradient = [-r * w for r, w in zip(ridge, weights)]
        hessian = [[ridge[i] if i == k else 0.0 for k in range(len(names))] for i in range(len(names))]
        for x, y in table:
            p = 1 / (1 + math.exp(-sum(w * v for w, v in zip(weights, x))))
            present = [i for i, v in enumerate(x) if v]
            for i in present:
                gradient[i] += (y - p) * x[i]
                for k in present:
                    hessian[i][k] += p * (1 - p) * x[i] * x[k]
        weights = [w + step for w, step in zip(weights, solve(hessian, gradient))]
    return dict(zip(names, weights))


def lower(weights, rows):
    """The constant at which the mean confidence is the share that was right."""
    wanted = sum(right for _, right in rows)
    low, high = -6.0, 6.0
    for _ in range(60):
        shift = (low + high) / 2
        if sum(chance({**weights, "always": weights["always"] + shift}, terms) for terms, _ in rows) > wanted:
            high = shift
        else:
            low = shift
    return shift


def read_weights():
    weights = {}
    for line in OUT.read_text().splitlines():
        if line.startswith("  ") and ":" in line:
            name, value = line.strip().rsplit(":", 1)
            weights[name.strip('"')] = float(value)
    return weights


def calibration(weights, rows):
    lines = ["| confidence | findings | mean confidence | right | share right |", "| --- | --- | --- | --- | --- |"]
    scored = [(chance(weights, terms), right) for terms, right in rows]
    for low, high in list(zip(BANDS, BANDS[1:])) + [(0, 1.01)]:
        band = [(p, right) for p, right in scored if low <= p < high]
        if not band:
            continue
        right = sum(right for _, right in band)
        name = "all" if (low, high) == (0, 1.01) else f"{low:g} to {min(high, 1):g}"
        lines.append(f"| {name} | {len(band)} | {sum(p for p, _ in band) / len(band):.2f} | {right} | {right / len(band):.2f} |")
    return "\n".join(lines) + "\n"


def ordered(weights, rows):
    """Share of pairs of a right and a wrong finding of which the right one is held to be surer."""
    right = [chance(weights, terms) for terms, label in rows if label]
    wrong = [chance(weights, terms) for terms, label in rows if not label]
    wins = sum((r > w) + 0.5 * (r == w) for r in right for w in wrong)
    return wins / max(1, len(right) * len(wrong))


def main():
    arguments = [word for word in sys.argv[1:] if not word.startswith("--")]
    shared = pathlib.Path(arguments[1] if len(arguments) > 1 else "../shared")
    if not shared.is_dir():
        print(f"SKIPPED: {shared} is not here")
        return
    material = list(labelled(shared))
    parts = examples(material, *evidence(os.path.abspath(arguments[0]), material))
    if "--fit" in sys.argv:
        weights = fit(parts["fit"])
        shift = lower(weights, parts["lower"])
        weights["always"] += shift
        right = sum(label for _, label in parts["fit"])
        OUT.write_text(HEAD.format(count=len(parts["fit"]), right=right, lowered=-shift) + "weights:\n"
                       + "".join(f"  {name}: {weights[name]:.3f}\n" for name in sorted(weights, key=lambda name: (name != "always", name))))
    weights = read_weights()
    text = ""
    for part, title in (("check", "Held out: writers w8 and w10, half of part report"), ("lower", "Writers w7 and w9 and the other half, by which the constant was set"), ("fit", "What the weights were fitted on")):
        text += f"\n## {title}\n\n" + calibration(weights, parts[part]) + f"\nOf a right and a wrong finding the right one is the surer in {ordered(weights, parts[part]):.2f} of all pairs.\n"
    print(text, end="")
    if "--write" in sys.argv:
        pathlib.Path("reports/confidence.md").write_text(
            "# How far the confidence of a contradiction can be trusted\n\n`./dev eval confidence --write` makes these tables: contradictions raised at warning or above on labelled pairs, by the\n"
            "confidence that the report gives them (rules/lexicon/confidence.yaml), and how many of them were right.\n" + text)


if __name__ == "__main__":
    main()
