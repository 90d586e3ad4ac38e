#!/usr/bin/env python3
"""What the map (src/README.md) promises of the sources: who includes whom, sizes, names, no word lists in code."""
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
OUTSIDE = {"unicode/": {"text"}, "yaml-cpp/": {"rulebook"}, "boost/": {"cli", "main"}}
BANNED = {"misc", "utils", "common", "helpers", "other"}
wrong = []


def complain(path, line, what):
    wrong.append(f"{path.relative_to(ROOT)}:{line}: {what}")


def rooms_of_the_map():
    """room -> words of the third column of the table in src/README.md: the rooms it may include."""
    rooms = {}
    for line in (ROOT / "src/README.md").read_text().splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if len(cells) == 3 and cells[0] not in ("room", "---"):
            for room in cells[0].split(","):
                rooms[room.strip()] = set(re.findall(r"[a-z]+", cells[2]))
    return rooms


ROOMS = rooms_of_the_map()


def room_of(path):
    parts = path.relative_to(ROOT / "src").parts
    return parts[0] if len(parts) > 1 else path.stem


def check_includes(path, lines):
    room = room_of(path)
    if room not in ROOMS:
        complain(path, 1, f"the map does not know the room {room}")
        return
    everything = "all" in ROOMS[room]
    for number, line in enumerate(lines, 1):
        found = re.match(r'#include ["<]([^">]+)[">]', line)
        if not found:
            continue
        header = found.group(1)
        for prefix, allowed in OUTSIDE.items():
            if header.startswith(prefix) and room not in allowed:
                complain(path, number, f"{room} may not include {header}")
        other = header.split("/")[0]
        if line.startswith('#include "') and "/" in header and other != room and not everything and other not in ROOMS[room]:
            complain(path, number, f"{room} may not include {other}")


def check_size(path, lines):
    rule = path.parent.parent.name == "check"
    limit = 200 if path.suffix == ".h" else 250 if rule else 600
    if len(lines) > limit:
        complain(path, len(lines), f"{len(lines)} lines; the limit is {limit}")


def check_word_lists(path, text):
    for found in re.finditer(r"(?:=|\w)\s*\{((?:\s*(?:u8)?\"[^\"\n]*\"\s*,?){9,})\}", text):
        complain(path, text.count("\n", 0, found.start()) + 1, "a list of more than 8 words belongs into rules/")


def check_marks(path, lines):
    for number, line in enumerate(lines, 1):
        if re.search(r"\b(TODO|FIXME|HACK|XXX)\b", line):
            complain(path, number, "an unfinished mark")


def check_rules():
    """A rule is three files of one name."""
    sources = {f"{p.parent.name}.{p.stem}" for p in (ROOT / "src/check").glob("*/*.cpp")}
    pages = {f"{p.parent.name}.{p.stem}" for p in (ROOT / "rules/checks").glob("*/*.yaml")}
    fixtures = {f"{p.parent.name}.{p.stem}" for p in (ROOT / "tests/checks").glob("*/*.yaml")}
    wrong.extend(f"{name}: no page under rules/checks/" for name in sorted(sources - pages))
    wrong.extend(f"{name}: no fixture under tests/checks/" for name in sorted(pages - fixtures))
    wrong.extend(f"{name}: a fixture without a page" for name in sorted(fixtures - pages))


def check_rooms_exist():
    for room in ROOMS:
        if room not in ("run", "main") and not (ROOT / "src" / room).is_dir():
            wrong.append(f"src/README.md: the room {room} does not exist")


def tracked_files():
    """What git tracks; without git, every file outside build/."""
    try:
        return subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\n")
    except (OSError, subprocess.CalledProcessError):
        return [str(p.relative_to(ROOT)) for p in ROOT.rglob("*") if p.is_file() and p.relative_to(ROOT).parts[0] not in ("build", ".git")]


def check_leaks():
    for name in tracked_files():
        path = ROOT / name
        if not name or not path.is_file() or path.stat().st_size > 1 << 20 or name.startswith(("tests/", ".ci/", "dev")):
            continue
        for number, line in enumerate(path.read_bytes().decode("utf-8", "replace").split("\n"), 1):
            if re.search(r"(?<![\w.])/(tmp|work|root)/", line):
                complain(path, number, "a path of one machine")


for source in sorted((ROOT / "src").rglob("*")):
    if source.suffix not in (".cpp", ".h"):
        continue
    content = source.read_text()
    if source.stem in BANNED:
        complain(source, 1, "a drawer, not a name")
    check_includes(source, content.split("\n"))
    check_size(source, content.splitlines())
    check_word_lists(source, content)
    check_marks(source, content.split("\n"))
check_rules()
check_leaks()
print("\n".join(wrong) if wrong else "sources: as the map says")
sys.exit(1 if wrong else 0)
