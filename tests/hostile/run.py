#!/usr/bin/env python3
"""Hostile and broken documents: no crash, a message that names file and reason, bounded memory and time, and the
documents beside them are checked all the same. Usage: run.py BUILD"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

from files import files

PROGRAM = str(pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "build/release").resolve() / "crosscheck")
MEMORY = 300 << 10  # KB
GUARD = 120         # seconds: against hanging only
SANITIZED = b"__asan_init" in pathlib.Path(PROGRAM).read_bytes()
wrong = []


def run(folder, *arguments):
    """(status, standard output and error, most memory in KB, seconds) of the program and what it starts."""
    with open(folder / "out", "wb") as out, open(folder / "err", "wb") as err:
        begin = time.monotonic()
        child = subprocess.Popen([PROGRAM, *arguments], cwd=folder, stdout=out, stderr=err)
        while True:
            done, status, usage = os.wait4(child.pid, os.WNOHANG)
            if done:
                break
            if time.monotonic() - begin > GUARD:
                child.kill()
            time.sleep(0.01)
    child.returncode = os.waitstatus_to_exitcode(status)
    return child.returncode, (folder / "out").read_text(errors="replace"), (folder / "err").read_text(errors="replace"), usage.ru_maxrss, time.monotonic() - begin


def main():
    count, most, slowest = 0, (0, ""), (0, "")
    no_pdf = not shutil.which("pdftotext")
    if no_pdf:
        print("SKIPPED: pdftotext is not installed (poppler-utils): hostile PDF files are not tried")
    with tempfile.TemporaryDirectory(prefix="crosscheck-hostile-") as work:
        folder = pathlib.Path(work)
        (folder / "set").mkdir()
        (folder / "set/good.txt").write_text("Talk to the the nurse about it.\n")
        for name, content, says in files():
            if no_pdf and name.endswith(".pdf"):
                continue
            count += 1
            path = folder / "set" / name
            path.write_bytes(content)
            status, out, err, memory, seconds = run(folder, "check", f"set/{name}", "set/good.txt", "--no-config")
            path.unlink()
            told = [line for line in err.splitlines() if f"set/{name}: " in line]
            if says:
                if status != 2 or not any(re.search(says, line) for line in told):
                    wrong.append(f"{name}: status {status}, says {err[:300]!r}, expected {says!r}")
            elif status not in (0, 1) or "Checked 2 documents" not in out:
                wrong.append(f"{name}: status {status}, says {err[:300]!r} {out[-200:]!r}, and can be read")
            if '"the" stands twice' not in out:
                wrong.append(f"{name}: the document beside it was not checked")
            if memory > MEMORY and not SANITIZED:
                wrong.append(f"{name}: took {memory >> 10} MB")
            most, slowest = max(most, (memory >> 10, name)), max(slowest, (round(seconds, 1), name))
    if count < 60:
        wrong.append(f"only {count} files")
    print("\n".join(wrong) if wrong else f"hostile files: {count}, at most {most[0]} MB ({most[1]}) and {slowest[0]} s ({slowest[1]})")
    sys.exit(1 if wrong else 0)


main()
