#!/usr/bin/env python3
"""Scores the facets of claims on sentences labelled by hand: facets.py PROGRAM [PART]; facets.md is the guide.

facets.py draw prints which sentences were drawn (the draw is fixed by its seed); facets.py write NOTES PART turns the
notes of the one who labels into tests/eval/facets.jsonl. SHOW=FACET prints what is missed and what is false."""
import collections
import json
import lzma
import pathlib
import re
import sys

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


if __name__ == "__main__":
    if sys.argv[1:2] == ["draw"]:
        for row in draw():
            print(json.dumps(row))
    elif sys.argv[1:2] == ["write"]:
        write(*sys.argv[2:])
