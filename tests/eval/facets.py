#!/usr/bin/env python3
"""Scores the facets of claims on sentences labelled by hand: facets.py PROGRAM [PART]; facets.md is the guide.

facets.py draw prints which sentences were drawn (the draw is fixed by its seed); facets.py write NOTES PART turns the
notes of the one who labels into tests/eval/facets.jsonl. SHOW=FACET prints what is missed and what is false."""
import collections
import json
import lzma
import os
import pathlib
import re
import subprocess
import sys
import tempfile

SHARED = pathlib.Path("../shared")
LABELS = pathlib.Path(__file__).with_name("facets.jsonl")
SOURCES = {"labels": 67, "medquad": 67, "challenge": 66}
FRESH = 20  # from each source, after the others


def fnv(text):
    value = 0xCBF29CE484222325
    for byte in text.encode():
        value = (value ^ byte) * 0x100000001B3 % 2**64
    return f"{value:016x}"


def documents(source):
    """(set, document, text) of a source, in its order."""
    if source == "challenge":
        for folder in sorted((SHARED / "challenge/sets").iterdir()):
            for path in sorted(folder.glob("*")) if folder.is_dir() else ():
                if path.name != "expected.json":
                    yield folder.name, path.name, path.read_bytes().decode()
        return
    for line in lzma.open(SHARED / source / "sets.ndjson.xz", "rt", encoding="utf8"):
        row = json.loads(line)
        yield row["set"], row["id"], row["text"]


def prose(text):
    """Where the sentences of running text stand: 6 to 45 words, closed by a stop, mostly letters."""
    for block in re.finditer(r"(?:[^\n]|\n(?!\s*\n))+", text):
        begin = block.start()
        for stop in re.finditer(r"[.!?](?=\s+[A-Z\"(]|\s*$)", block.group()):
            end = block.start() + stop.end()
            while text[begin:begin + 1].isspace():
                begin += 1
            sentence = text[begin:end]
            words = sentence.split()
            letters = sum(c.isalpha() or c.isspace() for c in sentence)
            if 6 <= len(words) <= 45 and sentence[0].isupper() and sentence[1:].upper() != sentence[1:] and letters > 0.85 * len(sentence) and "\n\n" not in sentence and " *" not in sentence:
                yield begin, end
            begin = end


def draw():
    for source, size in SOURCES.items():
        found = {}
        for set_, document, text in documents(source):
            for begin, end in prose(text):
                sentence = text[begin:end]
                found.setdefault(sentence, (fnv("facets of a claim|" + sentence), set_, document, begin, end))
        chosen = sorted(found.items(), key=lambda item: item[1])[:size + FRESH]
        for place, (sentence, (_, set_, document, begin, end)) in enumerate(chosen):
            yield {"source": source, "part": "fresh" if place >= size else "ab"[place % 2], "set": set_, "document": document, "start": begin, "end": end, "hash": fnv(sentence)}



def place(sentence, words):
    """Where the words stand in the sentence: "often#2" is the second "often"; white space may differ."""
    words, _, ordinal = words.partition("#")
    pattern = r"\s+".join(re.escape(w) for w in words.split())
    edge = lambda c: r"\b" if c.isalnum() else ""
    found = list(re.finditer(edge(words[0]) + pattern + edge(words[-1]), sentence))
    if len(found) < int(ordinal or 1):
        sys.exit(f"\"{words}\" does not stand in: {sentence}")
    return list(found[int(ordinal or 1) - 1].span())


def words_of(text):
    """Folded, without the plural's s."""
    return [word.removesuffix("s") for word in re.findall(r"[\w-]+", text.lower())]


def label(note, row, sentence, text):
    """One line of notes ("mod possible may>lose") as a row of facets.jsonl."""
    facet, _, rest = note.partition(" ")
    out = {"facet": facet.lstrip("?")}
    if facet.startswith("?"):
        out["optional"] = True
    if out["facet"] in ("mod", "quant"):
        out["value"], _, rest = rest.partition(" ")
    if out["facet"] == "qty" and "=" in rest.lstrip(">="):
        rest, _, value = rest.rpartition("=")
        out["dimension"], out["low"], out["high"] = value.split()
    if out["facet"] == "ref":
        rest, _, names = rest.partition("=")
        out["means"] = [[fnv(word) for word in words_of(name)] for name in names.split("|")]
    lead, _, governs = rest.partition(">") if out["facet"] != "qty" else (rest, "", "")
    out["at"] = place(sentence, lead)
    if governs:
        out["of"] = place(sentence, governs)
    return out


def write(notes, part):
    """Adds the sentences of a part with what is noted of each. Only our own sentences are written out."""
    rows, by_number = list(draw()), collections.defaultdict(list)
    texts = {(source, s, d): text for source in SOURCES for s, d, text in documents(source)}
    for line in open(notes, encoding="utf8"):
        number, _, note = line.strip().partition(" ")
        by_number[int(number)].append(note)
    with open(LABELS, "a", encoding="utf8") as out:
        for number, row in enumerate(rows):
            if (row["part"] == "fresh") != (part == "fresh"):
                continue
            text = texts[row["source"], row["set"], row["document"]]
            sentence = text[row["start"]:row["end"]]
            if row["source"] == "challenge":
                row["text"] = sentence
            row["labels"] = [label(note, row, sentence, text) for note in by_number.pop(number, ())]
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
    if by_number:
        sys.exit(f"notes on sentences that are not of this part: {sorted(by_number)}")


def claims(program, sources):
    """Claims by (set, document), from the program's own report."""
    out = collections.defaultdict(list)
    with tempfile.NamedTemporaryFile("w", suffix=".ndjson", encoding="utf8") as file:
        for source in sources:
            for s, d, text in documents(source):
                file.write(json.dumps({"set": source + "|" + s, "id": d, "text": text}) + "\n")
        file.flush()
        done = subprocess.run([program, "claims", file.name, "--format", "ndjson", "--no-config", "--unsorted"], capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"facets: {program} failed: {done.stderr[:400]}")
    for line in done.stdout.splitlines():
        claim = json.loads(line)
        out[claim["set"], claim["document"]].append(claim)
    return out


class Found:
    """What the program says of one sentence: by facet, (value, at, of)."""

    def __init__(self, row, text, claims_of_document):
        self.start, self.end, self.text = row["start"], row["end"], text
        self.by_facet = collections.defaultdict(list)
        for claim in claims_of_document:
            if claim["start"] < self.end and self.start < claim["end"]:
                self.read(claim)

    def span(self, claim, words, behind=0):
        """Where words of a claim stand in the sentence; None when they are not of it."""
        if not words:
            return None
        for begin, end in ((max(claim["start"], behind), claim["end"]), (claim["start"], claim["end"]), (self.start, self.end), (self.start - 200, self.end)):
            at = self.text.find(words, max(0, begin), end)
            if at >= 0:
                return (at - self.start, at + len(words) - self.start) if at < self.end and at + len(words) > self.start else None
        return None

    def add(self, facet, value, at, of=None):
        if at and (value, at, of) not in self.by_facet[facet]:
            self.by_facet[facet].append((value, at, of))

    def read(self, claim):
        subject = self.span(claim, claim["subject"])
        behind = self.start + subject[1] if subject and claim["relation"] and claim["relation"] not in claim["subject"] else 0
        # The parts of a relation may stand apart ("do not smell or | stain").
        relation = self.span(claim, claim["relation"], behind) or self.span(claim, claim["relation"].split(" ")[-1], behind) or subject
        if claim["polarity"] == "negative":
            self.add("neg", None, relation)
        if claim["modality"] != "asserted":
            self.add("mod", claim["modality"], relation)
        for words in claim["conditions"] + [claim["time"]]:
            self.add("cond", None, self.span(claim, words))
        for q in claim["quantities"]:
            if q["dimension"] != "label":
                self.add("qty", (q["dimension"], q["low"], q["high"]), self.span(claim, q["text"]))
        if claim["frequency"]:
            f = claim["frequency"]
            self.add("freq", None, self.span(claim, f["text"]), self.span(claim, f["of"]))
        for q in claim["quantifiers"]:
            self.add("quant", q["value"], self.span(claim, q["text"]))
        self.add("attr", None, self.span(claim, claim["attribution"]))
        if claim["reference"] and not claim["reference"]["open"]:
            self.add("ref", frozenset(fnv(word) for word in words_of(claim["reference"]["means"])), subject)


def overlap(one, other):
    return bool(one and other and one[0] < other[1] and other[0] < one[1])


def halves_meet(sentence, one, other):
    words = lambda span: {m.start() for m in re.finditer(r"[\w'’-]+", sentence) if span[0] <= m.start() < span[1]}
    a, b = words(one), words(other)
    return len(a & b) * 2 >= max(len(a), len(b)) > 0


def bound(wanted, found):
    return wanted == "*" or (found is not None and abs(float(wanted) - found) <= 0.01 * max(1e-9, abs(float(wanted))))


def meets(label, found, sentence):
    value, at, of = found
    facet = label["facet"]
    if facet in ("neg", "mod"):
        return (facet == "neg" or value in label["value"].split("|")) and (overlap(label["of"], at) or overlap(label["at"], at))
    if facet == "cond":
        return halves_meet(sentence, label["at"], at)
    if facet == "qty":
        if not overlap(label["at"], at):
            return False
        return "dimension" not in label or ((label["dimension"] == "*" or value[0] in label["dimension"].split("|")) and bound(label["low"], value[1]) and bound(label["high"], value[2]))
    if facet == "freq":
        return overlap(label["at"], at) and overlap(label["of"], of)
    if facet == "quant":
        return value == label["value"] and overlap(label["at"], at)
    if facet == "ref":
        return overlap(label["at"], at) and any(value.issuperset(words) for words in label["means"])
    return overlap(label["at"], at)


def touches(label, found):
    return overlap(label["at"], found[1]) or overlap(label.get("of"), found[1])


def score_row(labels, found, sentence, facet):
    """Labels met, things found besides, labels missed."""
    wanted = [x for x in labels if x["facet"] == facet]
    left, missed, met = list(found.by_facet[facet]), [], 0
    for label in sorted(wanted, key=lambda x: x.get("optional", False)):
        hit = next((f for f in left if meets(label, f, sentence)), None)
        if hit:
            left.remove(hit)
            met += not label.get("optional", False)
        elif not label.get("optional"):
            missed.append(label)
    besides = [f for f in left if not any(x.get("optional") and touches(x, f) for x in wanted)]
    return met, besides, missed


NAMES = {"neg": "polarity", "mod": "modality", "cond": "condition", "qty": "quantity", "freq": "frequency", "quant": "quantifier", "attr": "attribution", "ref": "subject reference"}


def evaluate(program, only):
    if not SHARED.is_dir():
        print("SKIPPED: ../shared is not here")
        return
    rows = [json.loads(line) for line in open(LABELS, encoding="utf8")]
    texts = {(source, s, d): text for source in SOURCES for s, d, text in documents(source)}
    found = claims(program, SOURCES)
    show = os.environ.get("SHOW", "")
    for facet, name in NAMES.items():
        tally = collections.defaultdict(lambda: [0, 0, 0])
        for row in rows:
            text = texts[row["source"], row["set"], row["document"]]
            sentence = text[row["start"]:row["end"]]
            if fnv(sentence) != row["hash"]:
                sys.exit(f"facets: the text of {row['set']} {row['document']} has changed")
            met, besides, missed = score_row(row["labels"], Found(row, text, found[row["source"] + "|" + row["set"], row["document"]]), sentence, facet)
            for part in (row["part"], "ab" if row["part"] in "ab" else "fresh only"):
                for place, count in enumerate((met, len(besides), len(missed))):
                    tally[part][place] += count
            if show == facet and row["part"] in os.environ.get("PART", "a"):
                for x in missed:
                    print("  missed", x.get("value", ""), "«" + sentence[slice(*x["at"])] + "»", sentence[slice(*x["of"])] if "of" in x else "", {k: x[k] for k in ("dimension", "low", "high") if k in x} or "", "|", " ".join(sentence.split()))
                for value, at, of in besides:
                    print("  false ", value if facet != "ref" else "", "«" + sentence[max(0, at[0]):at[1]] + "»", sentence[slice(*of)] if of else "", "|", " ".join(sentence.split()))
        shown = []
        for part in [p for p in ("ab", "a", "b", "fresh") if p in tally and (not only or p == only)]:
            met, besides, missed = tally[part]
            p, r = met / max(1, met + besides), met / max(1, met + missed)
            shown.append(f"{part:5s} P {p:.3f} R {r:.3f} F1 {2 * p * r / max(1e-9, p + r):.3f} ({met + missed} labels)")
        print(f"{name:18s}" + "   ".join(shown))


if __name__ == "__main__":
    if sys.argv[1:2] == ["draw"]:
        for row in draw():
            print(json.dumps(row))
    elif sys.argv[1:2] == ["write"]:
        write(*sys.argv[2:])
    else:
        evaluate(os.path.abspath(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "")
