#!/usr/bin/env python3
"""Speed and memory of the built program: the main job on a large NDJSON file, and starting up.

Usage: bench.py PROGRAM [MEGABYTES]. Reads ../shared/medquad where it is present, else repeats corpus/.
Nothing here decides a test; the ratios are written down in reports/scoreboard.md.
"""
import json
import lzma
import os
import pathlib
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import textwrap
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"


def lines():
    packed = SHARED / "medquad/sets.ndjson.xz"
    if packed.exists():
        return [json.loads(line) for line in lzma.open(packed, "rt", encoding="utf8")]
    print("bench: ../shared/medquad is not here; corpus/ is repeated instead")
    return [{"set": p.parent.name, "id": p.name, "text": p.read_text()} for p in sorted((ROOT / "corpus").glob("*/*.txt"))]


def write_input(path, megabytes):
    size, copy = 0, 0
    rows = lines()
    with open(path, "w", encoding="utf8") as out:
        while size < megabytes << 20:
            for row in rows:
                line = json.dumps({**row, "set": f"{row['set']}~{copy}"}, ensure_ascii=False) + "\n"
                size += len(line.encode())
                out.write(line)
            copy += 1
    return size


def timed(command):
    """Wall seconds, CPU seconds and the peak of memory in MB, from a child of its own."""
    program = "import resource,subprocess,sys,time\nt=time.perf_counter()\nsubprocess.run(sys.argv[1:],stdout=subprocess.DEVNULL,stderr=subprocess.DEVNULL)\nr=resource.getrusage(resource.RUSAGE_CHILDREN)\nprint(time.perf_counter()-t,r.ru_utime+r.ru_stime,r.ru_maxrss/1024)"
    out = subprocess.run([sys.executable, "-c", program, *command], capture_output=True, text=True, check=True).stdout
    return [float(word) for word in out.split()]


def fastest(command, times=7):
    return min(timed(command)[0] for _ in range(times))


def spelling(program, megabytes):
    """The look-up of words alone, beside the spell checkers that this machine has, on the same text in one run."""
    ours = pathlib.Path(program).parent / "tests/crosscheck-spelling-speed"
    if not ours.exists():
        return
    text = "\n".join(textwrap.fill(row["text"], 120) for row in lines()).encode()
    text = (text * (1 + (megabytes << 20) // len(text)))[: megabytes << 20]
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "text.txt"
        path.write_bytes(text)
        said = subprocess.run([str(ours), str(path)], capture_output=True, text=True).stdout.strip()
        print(f"spelling alone, {len(text) / 1e6:.0f} MB in lines: {said}")
        speed = float(re.search(r"([\d.e+]+) MB/s", said)[1])
        few = pathlib.Path(folder) / "few.txt"
        few.write_bytes(text[: 2 << 20])
        for name, command in {"hunspell": "hunspell -d en_US -l", "aspell": "aspell --lang=en_US list", "codespell": "codespell -"}.items():
            if not shutil.which(name):
                print(f"  {name}: not here")
                continue
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            with open(few, "rb") as file:
                subprocess.run(command.split(), stdin=file, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            theirs = 2 * 1.048576 / (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
            print(f"  {name}: {theirs:.1f} MB/s, {speed / theirs:.0f} times slower")


def main():
    program = os.path.abspath(sys.argv[1])
    megabytes = int(sys.argv[2]) if len(sys.argv) > 2 else 200
    spelling(program, 20)
    print(f"--version: {1000 * fastest([program, '--version']):.1f} ms")
    with tempfile.TemporaryDirectory() as folder:
        page = pathlib.Path(folder) / "page.txt"
        page.write_text((ROOT / "corpus/ivig/ivig.txt").read_text())
        print(f"a one-page document: {1000 * fastest([program, 'check', str(page)]):.1f} ms")
        big = pathlib.Path(folder) / "big.ndjson"
        size = write_input(big, megabytes)
        for threads in ("1", "2"):
            seconds, cpu, memory = timed([program, "check", str(big), "--format", "ndjson", "-j", threads])
            print(f"check, {size / 1e6:.0f} MB, -j {threads}: {size / 1e6 / seconds:.2f} MB/s ({seconds:.1f} s wall, {cpu:.1f} s of CPU), {memory:.0f} MB of memory")


if __name__ == "__main__":
    main()
