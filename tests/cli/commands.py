#!/usr/bin/env python3
"""The command line from outside: messages, exit statuses and what is still reported. Usage: commands.py BUILD_FOLDER"""
import io
import json
import os
import pathlib
import re
import signal
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile

PROGRAM = str(pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "build/release").resolve() / "crosscheck")
wrong = []
count = 0
GOOD = "Keep the tablets in a dry place.\n"
BAD = "Talk to the the nurse about it.\n"


class Room:
    """A folder of its own, with no configuration above it and none at home."""

    def __init__(self, files=None):
        self.keep = tempfile.TemporaryDirectory(prefix="crosscheck-cli-")
        self.path = pathlib.Path(self.keep.name)
        for name, content in (files or {}).items():
            self.write(name, content)

    def write(self, name, content):
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())

    def run(self, *arguments, stdin=b"", timeout=120, **more):
        environment = dict(os.environ, HOME=str(self.path / "home"), XDG_CONFIG_HOME=str(self.path / "xdg"), TERM="dumb")
        return subprocess.run([PROGRAM, *arguments], cwd=self.path, env=environment, input=stdin, capture_output=True, timeout=timeout, **more)

    def report(self, *arguments, **more):
        return json.loads(self.run("check", *arguments, "--format", "json", **more).stdout)


def check(condition, what, result=None):
    global count
    count += 1
    if not condition:
        wrong.append(what + (f"\n    status {result.returncode}, says: {result.stderr.decode()[:400]!r} {result.stdout.decode()[:300]!r}" if result is not None else ""))


def expect(result, status, pattern, what):
    check(result.returncode == status and re.search(pattern, result.stderr.decode(), re.S), what, result)


def doubled(result):
    return b'"the" stands twice' in result.stdout


# What cannot be read: a message, status 2, and the others are reported all the same.

room = Room({"set/good.txt": GOOD, "set/bad.txt": BAD})
r = room.run("check", "set", "absent.txt")
expect(r, 2, r"absent\.txt: no such file or folder", "a missing file is named")
check(doubled(r), "a missing file: the others are reported", r)

OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
room = Room({"set/bad.txt": BAD, "set/old.doc": OLD_WORD, "set/photo.png": b"\x89PNG\r\n", "set/pom.xml": "<project/>", "set/really.doc": r"{\rtf1 Ask for for it.\par}", "set/~$lock.docx": b"x"})
r = room.run("check", "set")
expect(r, 0, r"not checked: set/old\.doc is an old Word file.*save it as \.docx", "a folder that holds an old .doc says so")
check(doubled(r) and b"2 documents" in r.stdout and b'"for" stands twice' in r.stdout, "RTF named .doc is read, pictures, other XML and lock files are passed over", r)
check(b"photo" not in r.stderr and b"pom.xml" not in r.stderr and b"lock" not in r.stderr, "nobody is told of pictures and other XML", r)
expect(room.run("check", "set/old.doc"), 2, r"old\.doc: is an old Word file", "an old .doc that is named is an error")
expect(room.run("check", "set/photo.png"), 2, r"photo\.png: is a picture.*OCR", "a picture that is named is an error with what to do")
room.write("set/report.docx", "plain text under a wrong name")
r = room.run("check", "set")
expect(r, 2, r"set/report\.docx: is named \.docx, and is no such file or damaged", "a wrong name is told")
check(doubled(r), "a wrong name: the others are reported", r)
room = Room({"set/a.rtf": r"{\rtf1 Talk to the the nurse.\par}"})
r = room.run("fix", "set")
check(r.returncode == 0 and b"0 fixes" in r.stderr and (room.path / "set/a.rtf").read_text().count("the the") == 1, "fix leaves files alone that are no plain text or markup", r)

room = Room({"set/bad.txt": BAD, "empty/README.md": "Nothing."})
r = room.run("check", "empty", "set")
expect(r, 2, r"empty: holds no documents \(1 files passed over; --verbose says why\)", "a folder without documents is named")
check(doubled(r), "a folder without documents: the others are reported", r)
expect(room.run("check", "empty", "--verbose"), 2, r"passed over: empty/README\.md: ", "--verbose says why a file was passed over")

room = Room({"set/bad.txt": BAD})
os.symlink("loop.txt", room.path / "set/loop.txt")
r = room.run("check", "set/loop.txt", "set/bad.txt")
expect(r, 2, r"set/loop\.txt: cannot be read: ", "a file that cannot be read is named")
check(doubled(r), "an unreadable file: the others are reported", r)
if os.geteuid() != 0:
    room.write("set/closed.txt", GOOD)
    (room.path / "set/closed.txt").chmod(0)
    expect(room.run("check", "set"), 2, r"closed\.txt: cannot be read: Permission denied", "a file without permission is named")

room = Room({"set/bad.txt": BAD, "set/program.txt": b"\x7fELF\x00\x01\x02" * 100})
r = room.run("check", "set")
expect(r, 2, r"program\.txt: is no text file", "a binary file is named")
check(doubled(r), "a binary file: the others are reported", r)

room = Room({"set/latin.txt": "Sj\u00f6gren told the the nurse.\n".encode("latin-1"), "set/mixed.txt": b"\xff\xfea\x00b"})
report = room.report("set")
notes = [t for t in report["trouble"] if "windows-1252" in t["message"]]
check(len(notes) == 1 and notes[0]["kind"] == "note" and notes[0]["document"] == "set/latin.txt", "invalid UTF-8 is read as windows-1252, with a note")
check(any(f["rule"] == "text.repeated_word" and f["evidence"][0]["start"] == 13 for f in report["findings"]), "invalid UTF-8: places count code points")

room = Room({"set/bad.txt": BAD})
with open(room.path / "set/line.txt", "wb") as file:
    for _ in range(100):
        file.write(b"word " * 200000)
began = time.time()
r = room.run("check", "set")
expect(r, 2, r"line\.txt: is larger than 16 MB", "a line of 100 MB is refused")
check(doubled(r) and time.time() - began < 30, "a line of 100 MB: the others are reported soon", r)
with open(room.path / "sets.ndjson", "wb") as file:
    file.write(b'{"set":"s","id":"long","text":"')
    for _ in range(100):
        file.write(b"word " * 200000)
    file.write(b'"}\n{"set":"s","id":"bad","text":"Talk to the the nurse about it."}\n')
r = room.run("check", "sets.ndjson", "--format", "ndjson")
expect(r, 2, r"sets\.ndjson: line 1 is longer than 32 MB", "a line of 100 MB in NDJSON is named by its number")
check(doubled(r) or b"stands twice" in r.stdout, "a line of 100 MB in NDJSON: the others are reported", r)

room = Room({"set/bad.txt": BAD, "set/deep.html": "<div>" * 300000 + "Talk to the the doctor about it." + "</div>" * 300000})
r = room.run("check", "set", "--verbose")
expect(r, 0, r"deep\.html: elements nested deeper than 256", "deeply nested HTML is read, with a note")
check(r.stdout.count(b"stands twice") == 2, "deeply nested HTML: its text is checked", r)

# Configuration.

room = Room({"set/bad.txt": BAD, "set/.crosscheck.yaml": "rules:\n  text.repeated_wrod: off\n", "other/bad.txt": BAD})
r = room.run("check", "set", "other")
expect(r, 2, r"set/\.crosscheck\.yaml: ?2:3: no rule is called \"text\.repeated_wrod\"; did you mean \"text\.repeated_word\"\?.*2 \|   text\.repeated_wrod", "an unknown rule in the configuration is shown with its place")
check(r.stdout.count(b"stands twice") == 2, "a wrong configuration: every document is still checked", r)
for text, pattern in {
    "ruels: {}\n": r"1:1: unknown key \"ruels\"; did you mean \"rules\"\?",
    "rules:\n  text.repeated_word: { alowed: [a] }\n": r"2:25: this rule has no setting \"alowed\"; did you mean \"allowed\"\?",
    "rules:\n  text.repeated_word: { allowed: { a: b } }\n": r"2:\d+: expected a list, found keys and values",
    "rules:\n  text.repeated_word: loud\n": r"2:23: expected error, warning, suggestion or off, found \"loud\"",
    "rules:\n  text: { allowed: [x] }\n": r"settings belong to one rule",
    "rules: [a\n": r"\.crosscheck\.yaml: ?\d+:\d+: ",
    "rules:\n  text: off\n  text: on\n": r"3:3: the key \"text\" stands twice",
    "words: { accept: [absent.txt] }\n": r"1:19: the file .*absent\.txt cannot be read",
    "house_rules: [absent/]\n": r"1:15: no file or folder ",
}.items():
    room = Room({"set/.crosscheck.yaml": text, "set/good.txt": GOOD})
    expect(room.run("check", "set"), 2, pattern, f"configuration {text!r}")
room = Room({"bad.txt": BAD, "mine.yaml": "rules:\n  text.repeated_word: error\n", "sub/.crosscheck.yaml": "rules:\n  text.repeated_word: off\n", "sub/bad.txt": BAD})
check(room.run("check", ".").returncode == 0 and len(room.report(".")["findings"]) == 1, "each set has the configuration of its folder")
check(room.run("check", ".", "--config", "mine.yaml").returncode == 1, "--config is for all sets")
check(len(room.report(".", "--no-config")["findings"]) == 2, "--no-config forgets all of them")
expect(room.run("check", ".", "--config", "absent.yaml"), 2, r"absent\.yaml: cannot be read", "a missing --config is named")
room = Room({"xdg/crosscheck/crosscheck.yaml": "rules: { text: off }\n", "bad.txt": BAD})
check(room.report("bad.txt")["findings"] == [], "the configuration of the XDG folder is found")
room = Room({".crosscheck.yaml": "exclude: [drafts/, \"*.old.txt\"]\nrules:\n  text.repeated_word: { allowed+: [the] }\n", "bad.txt": BAD, "drafts/x/a.txt": BAD, "b.old.txt": BAD, "c.txt": "They saw that that was so.\n"})
report = room.report(".")
check(report["findings"] == [] and sum(s["documents"] for s in report["sets"]) == 2, "exclude: leaves files and folders out, a list of settings grows by key+")

# The approved text.

LABEL = "The usual dose for adults is 20 mg.\n\nTalk to the the doctor.\n"
room = Room({"web/b.txt": "The usual dose for adults is 10 mg.\n", "web/label.txt": LABEL, "approved/label.txt": LABEL, "far/c.txt": "The usual dose for adults is 10 mg.\n"})
plain = next(f for f in room.report("web")["findings"] if f["rule"] == "contradiction.quantity")
room.write(".crosscheck.yaml", "authority: label.txt\n")
named = next(f for f in room.report("web")["findings"] if f["rule"] == "contradiction.quantity")
check("authority" not in plain and named["authority"] == 2 and [(e["document"], e["side"]) for e in named["evidence"]] == [("b.txt", 1), ("label.txt", 2)] and "label.txt, the approved text" in named["message"] and named["why"].endswith("label.txt is the approved text; b.txt departs from it."), f"authority: names the side that departs: {named}")
check(plain["fingerprint"] == named["fingerprint"], "authority: leaves fingerprints as they are")
check(b"label.txt:1 (approved)" in room.run("check", "web").stdout, "the approved text is marked in the report")
room.write("far/.crosscheck.yaml", "authority: ../approved/label.txt\n")
far = room.report("far")["findings"]
check([(f["rule"], f["evidence"][0]["document"], f["evidence"][1]["document"]) for f in far] == [("contradiction.quantity", "c.txt", "../approved/label.txt")], f"an approved text of another folder is compared with the set, and not checked itself: {far}")
room.write(".crosscheck.yaml", "authority: lable.txt\n")
expect(room.run("check", "web"), 2, r"\.crosscheck\.yaml: authority: is no document here and no file: lable\.txt", "an approved text that is not there is named")

# Words and rules of the house.

room = Room({".crosscheck.yaml": "words: { accept: [accept.txt, house.dic], reject: [reject.txt] }\n", "accept.txt": "# ours\nZeltarabine\n[Qq]uuxitol\n", "house.dic": "1\nFlobinex/MS\n", "reject.txt": "utilise\n",
             "a.txt": "Zeltarabine and quuxitol help. Flobinex is given with care. Please utilise the inhaler.\n"})
report = room.report("a.txt")
check([f["rule"] for f in report["findings"]] == ["house.rejected"], f"words of the house are accepted and rejected: {[(f['rule'], f['message']) for f in report['findings']]}")
RULE = 'extends: substitution\nmessage: "Use \'%s\' instead of \'%s\'."\nlevel: error\nswap:\n  utili[sz]e: use\n  "a number of": "several|many"\nbad: ["Please utilise it."]\ngood: ["Please use it."]\n'
room = Room({".crosscheck.yaml": "house_rules: [style/]\n", "style/plain.yaml": RULE, "style/spelling.yaml": "extends: consistency\neither: { adviser: advisor }\nbad: [\"An adviser met an advisor.\"]\ngood: [\"An adviser came.\"]\n",
             "a.txt": "Utilise it with a number\nof others.\n"})
report = room.report("a.txt", "--only", "house")
check([(f["message"], f["fixes"][0]["replacement"]) for f in report["findings"]] == [("Use 'Use' instead of 'Utilise'.", "Use"), ("Use 'several' instead of 'a number of'.", "several")] or [f["evidence"][0]["text"] for f in report["findings"]] == ["Utilise", "a number\nof"], f"a rule of the house: {report['findings']}")
r = room.run("rules", "--test")
check(r.returncode == 0 and b"2 house rules, 0 wrong" in r.stdout, "rules --test runs the samples", r)
room.write("style/plain.yaml", RULE.replace("Please use it", "Please utilize it"))
r = room.run("rules", "--test")
check(r.returncode == 1 and b"found though it is right: Please utilize it." in r.stdout, "rules --test shows what is wrong", r)
room.write("style/plain.yaml", "extends: existence\ntokens:\n  - (?=x)y\n")
expect(room.run("check", "a.txt"), 2, r"plain\.yaml:3:\d+: this pattern is not understood: looking ahead", "a wrong pattern is shown with its place")
room.write("style/plain.yaml", "extends: existence\ntokns: [a]\n")
expect(room.run("check", "a.txt"), 2, r"plain\.yaml:2:1: unknown key \"tokns\"; did you mean \"tokens\"\?", "a misspelt key of a rule is shown with its place")

# Arguments.

room = Room({"good.txt": GOOD, "bad.txt": BAD, "sub/deep.md": BAD, "notes.rst": BAD})
expect(room.run("check", "--only", "no.such.rule"), 2, r"no rule is called \"no\.such\.rule\"", "an unknown rule in --only is named")
expect(room.run("check", "--only", "text.repeated_wrd"), 2, r"did you mean text\.repeated_word\?", "a misspelt rule in --only gets a suggestion")
expect(room.run("check", "--formt", "json"), 2, r"has no flag \"--formt\"; did you mean --format\?", "a misspelt flag gets a suggestion")
expect(room.run("check", "--format", "xml"), 2, r"--format takes text, json", "a wrong format is named with the right ones")
expect(room.run("check", "--fail-on", "all"), 2, r"--fail-on takes suggestion, warning or error", "a wrong level is named with the right ones")
expect(room.run("chekc"), 2, r"no command is called \"chekc\"", "an unknown command is named")
expect(room.run("check", "-j", "many"), 2, r"-j takes a number", "-j takes a number")
expect(room.run("check", "notes.rst"), 2, r"notes\.rst: is markup of a kind that is not read.*--input text", "a file of another type is named with what to do")
check(room.run("check", "good.txt", "--fail-on", "suggestion").returncode == 0 and room.run("check", "bad.txt", "--fail-on", "warning").returncode == 1, "--fail-on decides about the status")
check(room.report("bad.txt", "--min-level", "error")["findings"] == [], "--min-level leaves milder findings out")
names = lambda report: sorted((s["id"], d["document"]) for s in report["sets"] for d in s["checked"])
check(names(room.report(".")) == [(".", "bad.txt"), (".", "good.txt"), ("sub", "deep.md")], f"a folder is a set, folders in it are sets of their own: {names(room.report('.'))}")
check(names(room.report(".", "--glob", "*.md")) == [("sub", "deep.md")] and names(room.report(".", "--glob", "!bad.*")) == [(".", "good.txt"), ("sub", "deep.md")], "--glob chooses files")
check(names(room.report(".", "--ext", "rst")) == [(".", "notes.rst")], "--ext names what is a document")
check(names(room.report(".", "--one-set")) == [(".", "bad.txt"), (".", "good.txt"), (".", "sub/deep.md")], "--one-set merges all sets")
check(names(room.report("bad.txt", "./bad.txt", str(room.path / "bad.txt"), "bad.txt")) != [] and sum(s["documents"] for s in room.report("bad.txt", "./bad.txt", str(room.path / "bad.txt"))["sets"]) == 1, "a file named twice is read once")
room.write("list", "bad.txt\nsub/deep.md\n")
check(names(room.report("--file-list", "list")) == [(".", "bad.txt"), ("sub", "deep.md")], "--file-list names files")
check(names(room.report("--file-list", "-", stdin=b"good.txt\0bad.txt\0")) == [(".", "bad.txt"), (".", "good.txt")], "--file-list - reads standard input")
report = room.report("-", stdin=BAD.encode())
check(len(report["findings"]) == 1 and names(report) == [("standard input", "standard input")], "- is standard input")
report = room.report("--stdin-filename", "sub/deep.md", stdin=b"# Title\n\nAll is well here.\n")
check(report["findings"] == [] and names(report) == [("sub", "deep.md")], f"--stdin-filename stands in for the file: {names(report)}")
report = room.report("--stdin-filename", "new.txt", stdin=BAD.encode())
check(names(report) == [(".", "bad.txt"), (".", "good.txt"), (".", "new.txt")], f"--stdin-filename stands among its neighbours: {names(report)}")
r = room.run("check", "bad.txt", "--quiet", "--color", "always")
check(b"\x1b[" in r.stdout and r.stderr == b"", "--color always colours, --quiet is silent", r)
check(b"\x1b[" not in room.run("check", "bad.txt").stdout, "no colours but on a terminal")
check(len({room.run("check", ".", "--format", "json", *more).stdout for more in (["-j", "1"], ["-j", "2"], ["-j", "4"])}) == 1, "the report is the same for any number of threads")

# A new user's folder: links, pipes, other types, nothing at all.

room = Room({"mixed/a.txt": BAD, "mixed/pic.png": b"\x89PNG", "mixed/empty/.keep": ""})
os.symlink("a.txt", room.path / "mixed/link.txt"), os.symlink(".", room.path / "mixed/loop"), os.symlink("/nonexistent", room.path / "mixed/dangling.txt")
os.mkfifo(room.path / "mixed/pipe.txt")
r = room.run("check", "mixed", "--verbose", "--format", "json", timeout=30)
check(r.returncode == 0 and len(json.loads(r.stdout)["findings"]) == 1 and b"link.txt: a link to a file beside it" in r.stderr and b"pipe.txt: not a file" in r.stderr, "links, loops and pipes in a folder are passed over", r)
check(b"Nothing was checked." in room.run("check", "mixed/empty").stdout, "who checked nothing is not told that nothing was found")
expect(room.run("check", "mixed", "--config", "mixed"), 2, r"mixed: is a folder, not a file", "a folder is no configuration")
expect(room.run("check", "mixed", "--only", "text.repeated_word", "--skip", "text"), 2, r"leave no rule to run", "--only and --skip that leave no rule are refused")
expect(room.run("--verbose", "mixed"), 2, r"a command comes before the flags, as in `crosscheck check --verbose`", "flags without a command are explained")
expect(room.run("check", "mixed", "--write-baseline", "absent/b.json"), 2, r"absent/b\.json: cannot be written", "a baseline that cannot be written is named")
check(b"text" not in room.run("check", "mixed", "--audit", "absent/a.jsonl").stdout, "an audit file that cannot be written is named before the run")

# The cache.

room = Room({"set/a.txt": BAD, "set/b.txt": GOOD, "other/c.txt": "The usual dose is 20 mg. It doesnt matter.\n", ".crosscheck.yaml": "words: { accept: [accept.dic] }\n", "accept.dic": "1\nZeltarabine\n"})
shelf = Room()
kept = str(shelf.path / "kept")
plain = room.run("check", ".", "--format", "json").stdout
check(room.run("check", ".", "--format", "json", "--cache", kept).stdout == plain == room.run("check", ".", "--format", "json", "--cache", kept).stdout, "a cache changes nothing in the report")
files = sorted(p for p in pathlib.Path(kept).glob("*/*"))
check(len(files) == 2, f"each set has its place in the cache: {files}")
room.write("set/b.txt", BAD)
check(room.report(".", "--cache", kept)["findings"] == room.report(".")["findings"] != json.loads(plain)["findings"], "a changed document is checked again")
room.write("accept.dic", "2\nZeltarabine\ndoesnt\n")
check(room.run("check", ".", "--format", "json", "--cache", kept).stdout == room.run("check", ".", "--format", "json", "--cache", "off").stdout, "a changed list of words is seen")
check(len(room.report(".", "--cache", kept, "--skip", "text")["findings"]) == len(room.report(".", "--skip", "text")["findings"]), "other flags have other results")
for file in pathlib.Path(kept).glob("*/*"):
    file.write_bytes(file.read_bytes()[:-7])
check(room.run("check", ".", "--format", "json", "--cache", kept).stdout == room.run("check", ".", "--format", "json").stdout, "a damaged cache is worked out again")
expect(room.run("check", ".", "--cache", "set/a.txt"), 2, r"set/a\.txt: no folder for the cache", "a cache that is no folder is named")

# NDJSON.

line = lambda s, i, text: json.dumps({"set": s, "id": i, "text": text}) + "\n"
room = Room({"s.ndjson": line("a", "1", BAD) + line("b", "1", GOOD) + line("a", "2", BAD) + '{"set": "c"}\n[1]\n' + line("c", "3", BAD)})
r = room.run("check", "s.ndjson", "--format", "ndjson")
expect(r, 2, r"line 3 belongs to the set \"a\", whose lines ended earlier.*line 4 has no text \"id\".*line 5 is no JSON object", "bad NDJSON lines are named by their numbers")
check([json.loads(l)["set"] for l in r.stdout.splitlines()] == ["a", "c"], "bad NDJSON lines: the others are reported in order", r)
report = room.report("s.ndjson", "--unsorted")
check([s["id"] for s in report["sets"]] == ["a", "b", "c"] and report["sets"][0]["documents"] == 2, "--unsorted gathers the lines of a set")
report = room.report("-", "--input", "ndjson", stdin="".join(line(s, "1", BAD) for s in "abc").encode())
check(len({f["fingerprint"] for f in report["findings"]}) == len(report["findings"]) == 3, "fingerprints are unique in a report")
check(len(room.report("-", "--input", "ndjson", stdin=line("x", "1", BAD).encode())["findings"]) == 1, "--input ndjson reads standard input")

# Explanations.

room = Room({"set/a.txt": "The usual dose for adults is 20 mg.\n\nTake it before food with a glass of water.\n\nKeep it dry.\n", "set/b.txt": "The usual dose for children is 10 mg.\n\nTake it after food with a glass of water.\n", "other/c.txt": GOOD})
order = next(f for f in room.report("set")["findings"] if f["rule"] == "contradiction.order")
r = room.run("explain", "--finding", order["fingerprint"][:8], "set")
said = r.stdout.decode()
check(r.returncode == 0 and all(words in said for words in ("Side 1", "a.txt:3:9", "b.txt:3:9", "slot: before", "passed  subject", "outcome: error: every gate passed", "Why this level", "stands at error", "How sure", "every gate passed", "in 100 such findings are right")), "explain --finding shows places, slot, gates, level and how sure it is", r)
expect(room.run("explain", "--finding", "zzzz", "set"), 2, r'no finding here has a fingerprint that starts with "zzzz"', "an unknown fingerprint is named")
r = room.run("explain", "--pair", "set/a.txt:1", "set/b.txt:1")
said = r.stdout.decode()
check(r.returncode == 0 and "understood" not in said.split("Findings about both")[1].split("\n")[1] and "closed  " in said and 'outcome: silent: the gate "' in said and '"adults"' in said, "explain --pair names the gate that silenced two places", r)
room.write("gates.yaml", "rules:\n  contradiction.quantity: {without_gates: [who it is about, second contrast]}\n")
check(not [f for f in room.report("set")["findings"] if f["rule"] == "contradiction.quantity"] and [f for f in room.report("set", "--config", "gates.yaml")["findings"] if f["rule"] == "contradiction.quantity"], "a gate that is not asked silences nothing")
r = room.run("explain", "--pair", "set/a.txt:3", "set/b.txt:3:5")
check(b"contradiction.order (error)" in r.stdout and b"outcome: error" in r.stdout, "explain --pair shows the finding about two places", r)
r = room.run("explain", "--pair", "set/a.txt:5", "set/b.txt:3")
check(b"Not at all: there are no two values" in r.stdout, "explain --pair says when nothing is comparable", r)
check(b"stand in different sets" in room.run("explain", "--pair", "set/a.txt:1", "other/c.txt:1").stdout, "explain --pair says when two places are in different sets")
expect(room.run("explain", "--pair", "set/a.txt:2", "set/b.txt:3"), 2, r"set/a\.txt:2: no sentence stands there", "explain --pair names a line without a sentence")
room.write("set/a.txt", "Take it before food with a glass of water. <!-- crosscheck-disable-line contradiction -->\n")
check(b"not reported: an ignore comment in the text switches it off" in room.run("explain", "--pair", "set/a.txt:1", "set/b.txt:3").stdout, "explain --pair says when the text switches a finding off")
expect(room.run("explain", "--pair", "set/a.txt:1"), 2, r"--pair takes two places", "explain --pair wants two places")

# Baselines.

room = Room({"bad.txt": BAD})
check(room.run("check", "bad.txt", "--write-baseline", "base.json", "--fail-on", "warning").returncode == 0, "--write-baseline accepts what is there")
room.write("bad.txt", BAD + "\nTake it it with water.\n")
report = room.report("bad.txt", "--baseline", "base.json")
check(len(report["findings"]) == 1 and "it" in report["findings"][0]["message"], "--baseline leaves only new findings")
expect(room.run("check", "bad.txt", "--baseline", "absent.json"), 2, r"absent\.json: this baseline cannot be read", "a missing baseline is named")
expect(room.run("check", "bad.txt", "--baseline", "bad.txt"), 2, r"bad\.txt: this baseline cannot be read|bad\.txt: this is no baseline", "a file that is no baseline is named")

base = json.loads((room.path / "base.json").read_text())["findings"]
check([sorted(entry) for entry in base] == [["decision", "document", "fingerprint", "message", "reason", "rule", "set", "when", "who"]] and base[0]["decision"] == "known", f"a baseline says rule, fingerprint, reason, who and when: {base}")

# A finding keeps its fingerprint through edits elsewhere in its document: five of them.
MANY = "Talk to the the nurse.\n\nTake it with water.\n\nThe symtpoms last a week.\n\nIt doesnt matter.\n\nKeep the tablets dry.\n"
room = Room({"set/a.txt": MANY, "set/b.txt": "Take it without water.\n"})
r = room.run("check", "set", "--write-baseline", "base.json", "--reason", "agreed in May", "--audit", "audit.jsonl")
first = {f["fingerprint"] for f in json.loads((room.path / "base.json").read_text())["findings"]}
check(len(first) >= 3 and b"--baseline base.json" in r.stderr, "--write-baseline says what to do with the file", r)
audit = [json.loads(l) for l in (room.path / "audit.jsonl").read_text().splitlines()]
check(len(audit) == len(first) and all(a["event"] == "written" and a["reason"] == "agreed in May" and re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", a["time"]) and a["who"] for a in audit), f"--audit says who decided what and when: {audit[:1]}")
edited = "A new heading line\n\n" + MANY.replace("Take it with water", "Take it with plenty of cold water").replace("last a week", "may last for a week").replace("Keep the tablets dry", "Please keep all the tablets dry") + "\nA last line is added here.\n"
room.write("set/a.txt", edited)
report = room.report("set", "--baseline", "base.json")
check([f["message"] for f in report["findings"] if f["fingerprint"] in first] == [] and all(f["fingerprint"] not in first for f in report["findings"]), "a document edited in five places: the same findings are still suppressed")
rules = {f["rule"] for f in room.report("set")["findings"]} & {f["rule"] for f in json.loads((room.path / "base.json").read_text())["findings"]}
check({"text.repeated_word", "spelling.misspelling", "spelling.apostrophe"} <= rules and not [f for f in report["findings"] if f["rule"] in ("text.repeated_word", "spelling.misspelling", "spelling.apostrophe")], f"five edits: every finding is known by its fingerprint: {rules}")
room.write("set/a.txt", edited.replace("the the", "the").replace("symtpoms", "symptoms"))
r = room.run("check", "set", "--baseline", "base.json", "--audit", "audit.jsonl")
expect(r, 0, r"stale entr.*base\.json \(the finding is gone\); `--write-baseline base\.json` drops them:.*text\.repeated_word  set/a\.txt: ", "stale entries of a baseline are listed")
check({"stale", "left out"} <= {json.loads(l)["event"] for l in (room.path / "audit.jsonl").read_text().splitlines()}, "--audit appends what became of each decision")
check(b"stale" not in room.run("check", "set", "--baseline", "base.json", "--only", "style").stderr, "rules that did not run leave no stale entries")
room.run("check", "set", "--write-baseline", "base.json", "--reason", "later")
again = json.loads((room.path / "base.json").read_text())["findings"]
check(again and {f["fingerprint"] for f in again if f["reason"] == "agreed in May"} == first & {f["fingerprint"] for f in again}, "a baseline that is written again keeps who decided and why")
for entry in again:
    entry["decision"] = "accepted"
room.write("base.json", json.dumps({"crosscheck_baseline": 1, "findings": again}))
check({f["fingerprint"] for f in room.report("set", "--baseline", "base.json")["findings"]} >= {f["fingerprint"] for f in again}, "a finding that was accepted is reported until it is mended")

# Where no comment can be written: a Word file.

def word_file(*paragraphs):
    body = "".join(f"<w:p><w:r><w:t>{p}</w:t></w:r></w:p>" for p in paragraphs)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("[Content_Types].xml", '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>')
        packed.writestr("_rels/.rels", '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>')
        packed.writestr("word/document.xml", f'<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>')
    return out.getvalue()


room = Room({"set/a.docx": word_file("Talk to the the nurse.", "It doesnt matter."), "set/b.txt": GOOD})
room.run("check", "set", "--write-baseline", "base.json")
entries = json.loads((room.path / "base.json").read_text())["findings"]
room.write("set/a.docx", word_file("A new first paragraph is here.", "Talk to the the nurse.", "Keep it dry.", "It doesnt matter."))
report = room.report("set", "--baseline", "base.json")
check(len(entries) == 2 and report["findings"] == [] and len(room.report("set")["findings"]) == 2, f"a baseline works for Word files, edited elsewhere: {report['findings']}")

# What changed since a revision.

if shutil.which("git"):
    room = Room({"set/a.txt": "The usual dose for adults is 20 mg.\n", "set/b.txt": "The usual dose for adults is 10 mg.\n", "set/c.txt": BAD})
    git = lambda *words: subprocess.run(["git", "-c", "user.name=t", "-c", "user.email=t@t", *words], cwd=room.path, capture_output=True, check=True)
    git("init", "-q"), git("add", "."), git("commit", "-qm", "one")
    check(room.report("set", "--since", "HEAD")["findings"] == [], "--since: nothing changed, nothing reported")
    room.write("set/a.txt", "The usual dose for adults is 20 mg.\n\nKeep it dry.\n")
    room.write("set/new.txt", "Talk to the the doctor.\n")
    report = room.report("set", "--since", "HEAD")
    check([(f["rule"], f["evidence"][0]["document"]) for f in report["findings"]] == [("contradiction.quantity", "a.txt"), ("text.repeated_word", "new.txt")] and report["sets"][0]["documents"] == 4, f"--since: changed and new documents, compared with the whole set: {report['findings']}")
    expect(room.run("check", "set", "--since", "no-such"), 2, r'--since: git knows no revision "no-such"', "--since names an unknown revision")
    expect(room.run("check", "-", "--input", "ndjson", "--since", "HEAD"), 2, r"--since is about files that git knows", "--since takes no NDJSON")
    report = room.report("--stdin-filename", "set/a.txt", "--since", "HEAD", stdin=b"The usual dose for adults is 20 mg.\n")
    check("contradiction.quantity" in [f["rule"] for f in report["findings"]], "--since: standard input is a draft, and counts as changed")
    expect(room.run("check", "set", "--since", "--output=x"), 2, r'--since: git knows no revision', "--since takes no flags of git")
room = Room({"a.txt": BAD})
expect(room.run("check", "a.txt", "--since", "HEAD"), 2, r"--since: .* is in no git repository", "--since outside a repository is named")

# Vale's command line.

room = Room({"a.md": "# Title\n\nTalk to the the nurse.\n"})
for words, given in ((["--output=JSON", "--no-exit", "a.md"], b""), (["check", "--output=JSON", "a.md"], b""), (["--output", "JSON", "--ext", ".md"], b"Talk to the the nurse.\n")):
    r = room.run(*words, stdin=given)
    alerts = [a for list_ in json.loads(r.stdout).values() for a in list_]
    check(r.returncode == 0 and [(a["Check"], a["Severity"], a["Match"], a["Span"]) for a in alerts] == [("text.repeated_word", "warning", "the the", [9, 15])], f"called as Vale is: {words}", r)
check(room.run("check", "a.md", "--fail-on", "warning", "--no-exit").returncode == 0, "--no-exit ends with 0")

# What to do next, progress, watching.

r = room.run("check", "a.md", "--fail-on", "warning")
expect(r, 1, r"1 finding at or above warning\. `crosscheck explain --finding [0-9a-f]{8} a\.md` shows how", "a failing run says what to do next")
command = re.search(r"explain --finding ([0-9a-f]{8}) a\.md", r.stderr.decode())
check(room.run("explain", "--finding", command.group(1), "a.md").returncode == 0, "the command that is proposed works")
check(b"crosscheck" not in room.run("check", "a.md", "--fail-on", "warning", "--quiet").stderr, "--quiet says nothing about what to do next")
room = Room({f"set{i}/a.txt": "Keep the tablets in a dry place. " * 9000 + f"Note {i}." for i in range(12)})
r = room.run("check", "-j", "1", "--progress", "--format", "summary")
check(re.search(rb"crosscheck: \d+ of 12 documents, \d+ sentences, \d+ findings", r.stderr) and r.stderr.rstrip(b"\n").count(b"\r\x1b[K") >= 2, "the progress line counts documents, sentences and findings", r)
check(b"of 12 documents" not in room.run("check", "set1", "--format", "summary").stderr, "no progress but on a terminal")
room = Room({"a.txt": GOOD})
watcher = subprocess.Popen([PROGRAM, "check", "--watch", "--no-config", "--format", "ndjson", "a.txt"], cwd=room.path, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
watcher.stderr.readline()
room.write("a.txt", BAD + "More.\n")
check(b"text.repeated_word" in watcher.stdout.readline(), "--watch checks again when a document changes")
watcher.send_signal(signal.SIGINT)
check(watcher.wait(timeout=20) == 130, "--watch ends with an interrupt")
watcher.communicate()
expect(room.run("check", "--watch", "-"), 2, r"--watch takes files and folders", "--watch takes no standard input")

# Where it runs: the command lines of action.yml, the pre-commit hook and the GitLab snippet, as they stand.

SOURCE = pathlib.Path(__file__).resolve().parents[2]
room = Room({"leaflets/a.txt": "The usual dose for adults is 20 mg.\n", "leaflets/b c.txt": "The usual dose for adults is 10 mg.\n"})
outside = dict(os.environ, PATH=f"{pathlib.Path(PROGRAM).parent}:{os.environ['PATH']}", HOME=str(room.path), XDG_CONFIG_HOME=str(room.path))
action = (SOURCE / "action.yml").read_text()
script = "".join(line[8:] + "\n" for line in action.split("run: |\n")[-1].splitlines())
inputs = {name: "" for name in re.findall(r"^        ([A-Z_]+): \$\{\{ inputs\.", action, re.M)}
check(set(inputs) == {"PATHS", "FAIL_ON", "BASELINE", "SINCE", "SARIF"}, f"action.yml hands its inputs over by environment: {inputs}")
r = subprocess.run(["bash", "-e", "-c", script], cwd=room.path, env=dict(outside, **dict(inputs, PATHS="leaflets/a.txt\nleaflets/b c.txt", FAIL_ON="error", SARIF="out.sarif")), capture_output=True)
check(r.returncode == 1 and r.stdout.startswith(b"::error file=leaflets/a.txt,line=1,") and b"title=contradiction.quantity::" in r.stdout, "the action annotates and fails", r)
check(json.loads((room.path / "out.sarif").read_text())["version"] == "2.1.0", "the action writes SARIF besides")
hook = (SOURCE / ".pre-commit-hooks.yaml").read_text()
entry = re.search(r"^  entry: (.*)$", hook, re.M).group(1)
check("pass_filenames: false" in hook and subprocess.run(entry.split() + ["leaflets/"], cwd=room.path, env=outside, capture_output=True).returncode == 1, "the pre-commit hook fails on an error")
readme = (SOURCE / "README.md").read_text()
snippet = re.search(r"GitLab CI.*?```yaml(.*?)```", readme, re.S).group(1)
for typed in re.findall(r"- (crosscheck .*)", snippet):
    r = subprocess.run(["bash", "-c", typed], cwd=room.path, env=outside, capture_output=True)
    check(r.returncode == (0 if "--no-exit" in typed else 1), f"GitLab: {typed}", r)
check((room.path / "crosscheck.html").stat().st_size > 20000 and b"<failure " in (room.path / "crosscheck.xml").read_bytes(), "GitLab: the page and the tests are there")
if shutil.which("pre-commit") and shutil.which("git"):
    (room.path / ".pre-commit-config.yaml").write_text("repos:\n  - repo: local\n    hooks:\n" + "".join("      " + each + "\n" for each in hook.splitlines() if not each.startswith("#")) + "        args: [leaflets/]\n")
    subprocess.run(["git", "init", "-q"], cwd=room.path), subprocess.run(["git", "add", "leaflets"], cwd=room.path)
    r = subprocess.run(["pre-commit", "run", "--all-files"], cwd=room.path, env=outside, capture_output=True)
    check(r.returncode == 1 and b"contradiction.quantity" in r.stdout, "pre-commit runs the hook", r)
else:
    print("SKIPPED: the hook within pre-commit: pre-commit or git is not installed (pip install pre-commit)")

# Output.

room = Room({"bad.txt": BAD, "old.json": "old"})
check(room.run("check", "bad.txt", "--format", "json", "-o", "old.json").stdout == b"" and json.loads((room.path / "old.json").read_text())["schema"] == 1, "-o writes a file")
check(sorted(p.name for p in room.path.iterdir()) == ["bad.txt", "old.json"], "-o leaves no draft behind")
expect(room.run("check", "bad.txt", "-o", "/dev/full"), 2, r"/dev/full: cannot be written: No space left on device", "a full disk is named")
expect(room.run("check", "bad.txt", "-o", "absent/out.txt"), 2, r"absent/out\.txt: cannot be written: No such file", "a missing folder for -o is named")
expect(room.run("check", "bad.txt", "-o", "."), 2, r"is a folder", "-o of a folder is refused")
with open("/dev/full", "wb") as full:
    r = subprocess.run([PROGRAM, "check", "bad.txt", "--no-config"], cwd=room.path, stdout=full, stderr=subprocess.PIPE)
check(r.returncode == 2 and b"standard output: cannot be written: No space left" in r.stderr, "standard output on a full disk")
room.write("many.ndjson", "".join(line(f"s{i}", "1", BAD) for i in range(20000)))
p = subprocess.Popen([PROGRAM, "check", "many.ndjson", "--format", "ndjson", "--no-config"], cwd=room.path, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
p.stdout.readline()
p.stdout.close()
status = p.wait(timeout=60)
check(status in (0, 1) and p.stderr.read() == b"", f"a closed pipe ends the run quietly: {status}")
p.stderr.close()
os.mkfifo(room.path / "never")
p = subprocess.Popen([PROGRAM, "check", "--input", "ndjson", "-", "-o", "out.txt"], cwd=room.path, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
time.sleep(0.7)
p.send_signal(signal.SIGINT)
check(p.wait(timeout=20) == 130 and not any(x.name.startswith("out.txt") for x in room.path.iterdir()), "an interrupt ends with 130 and leaves no draft")
p.communicate()

# Rules that were edited are read as they are, compiled or not.

HERE = pathlib.Path(__file__).resolve().parents[2]
shutil.copytree(HERE / "rules", room.path / "rules")
as_built = room.run("check", str(HERE / "corpus/ivig"), "--format", "json", "--no-config").stdout
check(room.run("check", str(HERE / "corpus/ivig"), "--format", "json", "--no-config", "--rules", "rules").stdout == as_built, "a copy of the rules gives the same bytes")
for file in (room.path / "rules").rglob("*.yaml"):
    file.write_bytes(file.read_bytes() + b"# edited\n")
check(room.run("check", str(HERE / "corpus/ivig"), "--format", "json", "--no-config", "--rules", "rules").stdout == as_built, "rules read from YAML give the same bytes as the compiled ones")
page = room.path / "rules/checks/text/repeated_word.yaml"
page.write_text(page.read_text().replace("level: warning", "level: suggestion"))
room.write("twice.txt", BAD)
found = [f["level"] for f in room.report("twice.txt", "--rules", "rules", "--only", "text.repeated_word")["findings"]]
check(found and set(found) == {"suggestion"}, f"an edited rule is used without a build: {found}")

# The other commands.

room = Room({"a.txt": "Intravenous immunoglobulin (IVIG) is used often. IVIG was given to the the patient.\n", "b.txt": "\ufeffTalk to\r\nthe the nurse.\r\n\r\nThe Sj\u00f6gren team came came early.\r\n"})
for command in ("check", "claims", "abbreviations", "explain", "rules", "init", "fix", "completion", "man"):
    r = room.run(command, "--help")
    check(r.returncode == 0 and b"Examples:" in r.stdout and max(len(l) for l in r.stdout.decode().splitlines()) <= 100, f"{command} --help", r)
check(room.run("--version").stdout.startswith(b"crosscheck ") and room.run("check", "--version").stdout.startswith(b"crosscheck "), "--version")
r = room.run("explain", "text.repeated_word")
check(r.returncode == 0 and b"Talk to the the nurse" in r.stdout and b"allowed: [" in r.stdout, "explain shows the page of a rule", r)
check(b"text.repeated_word" in room.run("explain", "text").stdout, "explain of a family lists its rules")
expect(room.run("explain", "text.repeatedword"), 2, r"did you mean text\.repeated_word", "explain of an unknown rule suggests one")
finding = room.report("a.txt", "--only", "text.repeated_word")["findings"][0]
r = room.run("explain", "--finding", finding["fingerprint"][:8], "a.txt")
check(r.returncode == 0 and finding["fingerprint"].encode() in r.stdout and b"On what grounds" in r.stdout, "explain --finding shows a finding", r)
check(b"| `text.repeated_word` | warning |" in room.run("rules", "--format", "markdown").stdout and any(x["rule"] == "text.repeated_word" for x in json.loads(room.run("rules", "--format", "json").stdout)), "rules lists the rules")
check(b"IVIG" in room.run("abbreviations", "a.txt").stdout and json.loads(room.run("abbreviations", "a.txt", "--format", "json").stdout)["abbreviations"][0]["long_form"] == "Intravenous immunoglobulin", "abbreviations shows the table")
r = room.run("init")
check(r.returncode == 0 and room.run("check", ".").returncode in (0, 1), "init writes a configuration that is right", r)
expect(room.run("init"), 2, r"is there already and was left alone", "init leaves a file alone")
check(subprocess.run(["bash", "-n"], input=room.run("completion", "bash").stdout).returncode == 0, "the completion for bash is a script")
check(room.run("completion", "zsh").stdout.startswith(b"#compdef crosscheck") and room.run("man").stdout.startswith(b".TH CROSSCHECK"), "completion for zsh, and the man page")
r = room.run("fix", "b.txt", "--dry-run", "--no-config")
check(r.returncode == 0 and b"-the the nurse." in r.stdout and b"+the nurse." in r.stdout and (room.path / "b.txt").read_bytes().count(b"the the") == 1, "fix --dry-run shows a diff and changes nothing", r)
room.run("fix", "b.txt", "--no-config")
check((room.path / "b.txt").read_bytes() == "\ufeffTalk to\r\nthe nurse.\r\n\r\nThe Sj\u00f6gren team came early.\r\n".encode(), "fix applies safe fixes and keeps the rest of the bytes")
slips = "The symtpoms last.\r\nThis is fine.\r\nThe symtpoms come back.\r\nIt doesnt matter."
(room.path / "slips.txt").write_bytes(slips.encode())
diff = room.run("fix", "slips.txt", "--dry-run", "--no-config").stdout
mended = slips.replace("symtpoms", "symptoms").replace("doesnt", "doesn't").encode()
if shutil.which("patch"):
    (room.path / "patched.txt").write_bytes(slips.encode())
    subprocess.run(["patch", "--binary", "-s", "patched.txt"], input=diff, cwd=room.path)
    check((room.path / "patched.txt").read_bytes() == mended, "patch accepts the diff of fix --dry-run")
(room.path / "slips.txt").chmod(0o640)
room.run("fix", "slips.txt", "--no-config")
check((room.path / "slips.txt").read_bytes() == mended and (room.path / "slips.txt").stat().st_mode & 0o777 == 0o640, "fix mends all places of one slip and keeps the permissions")
for encoding, mark in (("windows-1252", b""), ("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff")):
    text = "The caf\u00e9\u2019s symtpoms last.\r\nIt doesnt matter, na\u00efve \u201cas\u201d it is.\r\n"
    (room.path / "other.txt").write_bytes(mark + text.encode(encoding))
    shown = room.run("fix", "other.txt", "--dry-run", "--no-config").stdout
    room.run("fix", "other.txt", "--no-config")
    mended_other = text.replace("symtpoms", "symptoms").replace("doesnt", "doesn't")
    got = (room.path / "other.txt").read_bytes()
    check(got == mark + mended_other.encode(encoding), f"fix keeps {encoding} and every other byte: {got}")
    check(b"+The caf" in shown, f"fix --dry-run shows what it would do in {encoding}: {shown}")
(room.path / "other.txt").unlink()
r = room.run("fix", "slips.txt", "--no-config")
check((room.path / "slips.txt").read_bytes() == mended and b"0 fixes" in r.stderr, "fixing twice changes nothing more", r)

for each in wrong:
    print("wrong:", each)
print(f"command line: {count} checks, {len(wrong)} wrong")
sys.exit(1 if wrong else 0)
