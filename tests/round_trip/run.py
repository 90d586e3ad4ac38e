#!/usr/bin/env python3
"""One leaflet in every format gives the same findings, each in its paragraph. Usage: run.py BUILD [--live] [--make]

leaflet.py holds the text with its mistakes. made/ holds the files that LibreOffice, pandoc and Chromium made of it, so
that the readers are tested everywhere; --live makes them anew where these programs are installed, and tests those as
well. --make writes made/.
"""
import functools
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

import leaflet

HERE = pathlib.Path(__file__).resolve().parent
PROGRAM = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "build/release").resolve() / "crosscheck"
ALL = list(leaflet.planted())
# What a format cannot show: the marks of a list that Chromium draws as pictures, the header that an e-book has not.
MAY_MISS = {"chromium.pdf": 1, "libreoffice.epub": 2, "libreoffice.pdf": 0}
NO_PARTS = {"libreoffice.epub", "pandoc.epub", "chromium.pdf"}  # notes, boxes and headers are plain paragraphs
NO_HEADINGS = {"libreoffice.epub"}
wrong = []


def expect(condition, what):
    if not condition:
        wrong.append(what)


def squeezed(text):
    return " ".join(text.replace("\u00a0", " ").split())


def run(*arguments, **more):
    return subprocess.run([str(PROGRAM), *map(str, arguments)], capture_output=True, text=True, timeout=120, **more)


@functools.cache
def report(path):
    result = run("check", path, "--no-config", "--format", "json")
    expect(result.returncode in (0, 1), f"{path.name}: status {result.returncode}: {result.stderr}")
    return json.loads(result.stdout)


def in_place(file, place, location):
    if file.suffix in (".txt", ".md", ".html") or file.name in NO_HEADINGS:
        return True
    if file.name in NO_PARTS and place in ("header", "footnote", "text box"):
        return True
    if file.suffix == ".pdf":
        if place == "header":
            return location.startswith("running head")
        return location.startswith("page ") and (place in location or place == "text box")
    return place in location


def check(file):
    """Every mistake is found, in its sentence and at its place; nothing else is."""
    found = [(finding["rule"], place["text"], squeezed(place["sentence"]), place.get("location", "")) for finding in report(file)["findings"] for place in finding["evidence"]]
    missed = []
    for rule, words, text, place in ALL:
        fits = [each for each in found if each[0] == rule and each[1] == words and each[2] in squeezed(text)]
        if not fits:
            missed.append(f"{rule} {words!r}")
            continue
        best = next((each for each in fits if in_place(file, place, each[3])), fits[0])
        expect(in_place(file, place, best[3]), f"{file.name}: {words!r} of {place!r} is said to stand at {best[3]!r}")
        found.remove(best)
    expect(len(missed) <= MAY_MISS.get(file.name, 0), f"{file.name}: not found: {', '.join(missed)}")
    expect(not found, f"{file.name}: found besides: {found}")
    return len(ALL) - len(missed)


def write_by_hand(folder):
    texts = {"leaflet.txt": leaflet.as_txt(), "leaflet.md": leaflet.as_md(), "leaflet.html": leaflet.as_html(), "leaflet.fodt": leaflet.as_fodt()}
    for name, text in texts.items():
        (folder / name).write_text(text)
    return [folder / name for name in texts]


def make(folder, work):
    """What the programs that are installed make of the leaflet; says which are not."""
    made = []
    write_by_hand(work)
    (work / "libreoffice.fodt").write_text(leaflet.as_fodt())
    (work / "clean").mkdir()
    (work / "clean/libreoffice.fodt").write_text(leaflet.as_fodt(tracked=False))  # a PDF would show what was deleted

    def call(output, *command):
        subprocess.run(list(map(str, command)), check=True, capture_output=True, timeout=300)
        made.append(folder / output)

    if shutil.which("soffice"):
        office = ["soffice", f"-env:UserInstallation=file://{work}/profile", "--headless", "--convert-to"]
        for kind in ("docx", "odt", "rtf"):
            call(f"libreoffice.{kind}", *office, kind, "--outdir", folder, work / "libreoffice.fodt")
        for kind in ("pdf", "epub"):
            call(f"libreoffice.{kind}", *office, kind, "--outdir", folder, work / "clean/libreoffice.fodt")
    else:
        print("SKIPPED: LibreOffice is not installed (libreoffice-writer): docx, odt, rtf, pdf and epub are not made anew")
    if shutil.which("pandoc"):
        call("pandoc.epub", "pandoc", "-f", "html", work / "leaflet.html", "-o", folder / "pandoc.epub")
    else:
        print("SKIPPED: pandoc is not installed: an e-book is not made anew")
    if shutil.which("chromium"):
        call("chromium.pdf", "chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={work}/chromium", "--no-pdf-header-footer", f"--print-to-pdf={folder}/chromium.pdf", work / "leaflet.html")
    else:
        print("SKIPPED: Chromium is not installed: a PDF is not printed anew")
    return made


def check_baseline(file, folder):
    """What is in a baseline stays away, also when the document was edited elsewhere."""
    baseline = folder / "baseline.json"
    copy = folder / ("set" + file.suffix)
    shutil.copy(file, copy)
    run("check", copy, "--no-config", "--write-baseline", baseline)
    left = json.loads(run("check", copy, "--no-config", "--baseline", baseline, "--format", "json").stdout)["findings"]
    expect(not left, f"{file.name}: with its own baseline {len(left)} findings are left")
    if file.suffix == ".fodt":
        text = copy.read_text()
        places = ["<text:p text:style-name=\"Standard\">" + start for start in ("This leaflet", "There are", "Rinse the tube", "You may take", "Ring the")]
        for place in places:
            expect(place in text, f"no paragraph starts with {place!r}")
            text = text.replace(place, "<text:p text:style-name=\"Standard\">Here is one more line for you.</text:p>" + place)
        copy.write_text(text)
        left = [finding for finding in json.loads(run("check", copy, "--no-config", "--baseline", baseline, "--format", "json").stdout)["findings"] if "one more line" not in json.dumps(finding)]
        expect(not left, f"{file.name}: edited in five places, {[(f['rule'], f['message']) for f in left]} are new")


def check_pages(file):
    """The report in HTML shows the running text."""
    page = run("check", file, "--no-config", "--format", "html").stdout
    for words in ("Open the clamp slowly.", "in a cool place", "luke-wram water after each feed"):
        expect(words in page, f"{file.name}: the HTML report does not show {words!r}")


def check_standard_input(file):
    with open(file, "rb") as bytes_:
        result = subprocess.run([str(PROGRAM), "check", "-", "--no-config", "--format", "json"], stdin=bytes_, capture_output=True, timeout=120)
    findings = json.loads(result.stdout)["findings"]
    expect(len(findings) == len(report(file)["findings"]), f"{file.name}: other findings from standard input")


def main():
    expect(len(ALL) >= 40, f"only {len(ALL)} mistakes are planted")
    committed = sorted((HERE / "made").glob("*.*"))
    if "--make" in sys.argv:
        (HERE / "made").mkdir(exist_ok=True)
        with tempfile.TemporaryDirectory(prefix="crosscheck-made-") as work:
            make(HERE / "made", pathlib.Path(work))
        return
    no_pdf = not shutil.which("pdftotext")
    if no_pdf:
        print("SKIPPED: pdftotext is not installed (poppler-utils): no PDF is read")
    with tempfile.TemporaryDirectory(prefix="crosscheck-round-trip-") as work:
        folder = pathlib.Path(work)
        (folder / "new").mkdir()
        (folder / "work").mkdir()
        files = [*write_by_hand(folder), *committed]
        if "--live" in sys.argv:
            files += make(folder / "new", folder / "work")
        else:
            print("SKIPPED: files made anew by LibreOffice, pandoc and Chromium (./dev test does, or --live)")
        files = [file for file in files if not (no_pdf and file.suffix == ".pdf")]
        expect({file.suffix for file in files} >= {".txt", ".md", ".html", ".fodt", ".docx", ".odt", ".rtf", ".epub"}, "a format is missing")
        for file in files:
            found = check(file)
            print(f"{'made anew' if file.parent.name == 'new' else file.parent.name if file in committed else 'by hand':10} {file.name:18} {found} of {len(ALL)}")
            expect(found >= (38 if file.suffix == ".pdf" else 39 if file.suffix == ".epub" else len(ALL)), f"{file.name}: only {found}")
        for file in files:
            if file.name in ("libreoffice.docx", "libreoffice.pdf", "leaflet.fodt"):
                check_baseline(file, folder)
                check_pages(file)
                check_standard_input(file)
    print("\n".join(wrong) if wrong else "round trip: the same findings from every format")
    sys.exit(1 if wrong else 0)


main()
