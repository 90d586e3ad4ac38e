"""One leaflet with planted mistakes, and its text in the formats that can be written by hand: txt, md, html, fodt.

A mistake is marked ⟦rule|words⟧ where it stands. `{note}` is where the footnote of a paragraph hangs, `{+...+}` was
inserted and `{-...-}` deleted by someone whose changes are tracked, `{box}` is where a text box is anchored.
"""
import re
from html import escape

HEADER = "Leaflet 12 of the Halden ⟦spelling.misspelling|hosptial⟧ trust"
BOX = ["The pump is not a toy. Keep it away ⟦text.repeated_word|from from⟧ small children.", "If the pump is wet, dry it with a soft ⟦spelling.misspelling|towell⟧ at once."]
NOTES = {
    "a": "The battery is of a common ⟦spelling.misspelling|lithum⟧ type.",
    "b": "Old sets can ⟦text.repeated_word|be be⟧ handed in at any pharmacy.",
}

# (kind, key, content)
LEAFLET = [
    ("h1", "title", "Your feeding pump at home"),
    ("p", "intro", "This leaflet is for people who use the Marrow feeding pump at home. The pump has ⟦contradiction.count|four fuses⟧ and one plug. It was given to you by ⟦text.repeated_word|the the⟧ nutrition team."),
    ("p", "battery", "The battery is charged every night.{note:a} An opened bag of feed keeps for ⟦contradiction.duration|24 hours⟧."),
    ("h2", "parts", "What is in the box"),
    ("p", "five", "There are ⟦structure.list_count|five parts⟧ in the box:"),
    ("ul", "parts_list", ["the pump and its stand", "a charger ⟦text.repeated_word|with with⟧ a cable", "a bag for the feed", "a spare ⟦spelling.misspelling|batery⟧"]),
    ("p", "fuses", "The pump has ⟦contradiction.count|six fuses⟧, all of them behind the cover. ⟦spelling.apostrophe|Dont⟧ worry: they ⟦spelling.misspelling|rarley⟧ blow."),
    ("box", "box", None),
    ("h2", "start", "How to start the pump"),
    ("ol", "steps", ["Wash your hands with warm water and soap.", "Hang the bag on the stand and close the ⟦spelling.misspelling|clampp⟧.", "Press the green button ⟦text.repeated_word|for for⟧ two seconds.", "Open the clamp slowly."]),
    ("p", "alarm", "If the alarm ⟦text.punctuation|sounds,,⟧ press the red button. The usual rate is ⟦structure.range|90-60 ml⟧ an hour. Call the nurse ⟦text.repeated_word|if if⟧ it sounds again."),
    ("p", "open", "Some people feel sick ⟦text.brackets|(⟧this is ⟦spelling.misspelling|usualy⟧ mild at first. It goes away when the rate is lowered."),
    ("h2", "table_head", "Feeds and rates"),
    ("table", "table", [["Feed", "Rate", "Keep"], ["Plain", "60 ml an hour", "in a cool place"], ["With ⟦spelling.misspelling|fibbre⟧", "80 ml an hour", "in a ⟦spelling.misspelling|refridgerator⟧"], ["For the night", "40 ml an hour", "at room temperature"]]),
    ("p", "see", "The rates for children are listed in ⟦structure.reference|Table 7⟧. The team met on ⟦structure.weekday|Monday 3 March 2021⟧ to set them."),
    ("h2", "care", "Care of the tube"),
    ("p", "tracked", "Rinse the tube with {-cold-}{+luke-⟦spelling.misspelling|wram⟧+} water after each feed. Water from {+⟦text.repeated_word|the the⟧ +}tap is fine. The tube is changed {-once-}{+twice+} a year."),
    ("columns", "columns", [
        "The tube is thin and soft, and most people do not feel it after a few days. It can be used for water and for medicines as well as ⟦text.repeated_word|for for⟧ the feed.{note:b}",
        "Never force anything into the tube. If it is blocked, try warm water first and wait for a quarter of an hour. Then call the ⟦spelling.misspelling|nutritionn⟧ team.",
        "The pump weighs ⟦contradiction.quantity|2 kg⟧. A nurse looks at the skin around it every month ⟦text.broken_slash|and/every⟧ time the tube is changed.",
        "The skin may be red for a day ⟦text.repeated_word|or or⟧ two. That is no reason to ⟦spelling.misspelling|wory⟧, but tell us when it hurts.",
    ]),
    ("h2", "holiday", "Holidays"),
    ("p", "plane", "You may take the pump on a plane. An opened bag of feed keeps for ⟦contradiction.duration|48 hours⟧."),
    ("quote", "quote", "We took the pump ⟦text.repeated_word|to to⟧ the sea and had no trouble at all."),
    ("p", "swim", "The pump weighs ⟦contradiction.quantity|3 kg⟧. Children ⟦text.duplicated_fragment|of all ages of all ages⟧ may swim with the tube in place."),
    ("p", "contact", "Ring the ⟦spelling.misspelling|helplline⟧ on weekdays. ⟦text.lowercase_start|the⟧ line is open from nine to five."),
    ("p", "forms", "A home parenteral kit (HPK) is lent to those who travel. The HPK is heavy. Ask for the HPK in time."),
    ("p", "undefined", "Tell your ⟦abbreviation.undefined|QTNX⟧ adviser about the trip at least two weeks before you ⟦spelling.misspelling|travell⟧."),
]

MARK = re.compile(r"⟦([a-z_.]+)\|([^⟧]*)⟧")


def bare(text):
    """Without the marks of mistakes."""
    return MARK.sub(r"\2", text)


def final(text):
    """As the reader of the final version sees it."""
    text = re.sub(r"\{-.*?-\}|\{note:\w\}", "", text)
    return bare(re.sub(r"\{\+(.*?)\+\}", r"\1", text))


def blocks():
    """(where it stands, text with marks) of every paragraph, item and cell, in the order in which they are read."""
    heading = ""
    for kind, _, content in LEAFLET:
        if kind in ("h1", "h2"):
            heading = final(content)
        if kind == "table":
            yield from ((heading, cell) for row in content for cell in row)
        elif kind in ("ul", "ol", "columns"):
            yield from ((heading, each) for each in content)
        elif kind == "box":
            yield from (("text box", each) for each in BOX)
        else:
            yield heading, content
    yield from (("footnote", note) for note in NOTES.values())
    yield "header", HEADER


def planted():
    """(rule, words, text of the paragraph, where it stands) of every mistake."""
    for place, text in blocks():
        for rule, words in MARK.findall(text):
            yield rule, words, final(text), place


def as_txt():
    out = []
    for kind, _, content in LEAFLET:
        if kind in ("ul", "ol"):
            out.append("\n".join(("- " if kind == "ul" else f"{i}. ") + final(each) for i, each in enumerate(content, 1)))
        elif kind == "table":
            widths = [max(len(final(row[c])) for row in content) + 3 for c in range(len(content[0]))]
            out.append("\n".join("".join(final(cell).ljust(width) for cell, width in zip(row, widths)).rstrip() for row in content))
        elif kind == "columns":
            out.extend(final(each) for each in content)
        elif kind == "box":
            out.extend(final(each) for each in BOX)
        else:
            out.append(final(content))
    return "\n\n".join(out + [final(each) for each in NOTES.values()] + [final(HEADER)]) + "\n"


def as_md():
    out = []
    for kind, _, content in LEAFLET:
        if kind in ("h1", "h2"):
            out.append("#" * int(kind[1]) + " " + final(content))
        elif kind in ("ul", "ol"):
            out.append("\n".join(("- " if kind == "ul" else f"{i}. ") + final(each) for i, each in enumerate(content, 1)))
        elif kind == "table":
            lines = ["| " + " | ".join(final(cell) for cell in row) + " |" for row in content]
            out.append("\n".join([lines[0], "|---" * len(content[0]) + "|"] + lines[1:]))
        elif kind == "columns":
            out.extend(final(each) for each in content)
        elif kind == "box":
            out.extend(final(each) for each in BOX)
        elif kind == "quote":
            out.append("> " + final(content))
        else:
            out.append(final(content))
    return "\n\n".join(out + [final(each) for each in NOTES.values()] + [final(HEADER)]) + "\n"


def as_html(notes=True):
    def text(content):
        numbers = {key: i for i, key in enumerate(NOTES, 1)}
        marked = re.sub(r"\{note:(\w)\}", lambda m: f"\x01{m.group(1)}\x02", content)
        plain = escape(final(marked), quote=False)
        link = r'<a href="#note-\1" role="doc-noteref"><sup>%s</sup></a>'
        return re.sub("\x01(\\w)\x02", lambda m: (link % numbers[m.group(1)]).replace(r"\1", m.group(1)), plain)

    out = []
    for kind, _, content in LEAFLET:
        if kind in ("h1", "h2"):
            out.append(f"<{kind}>{text(content)}</{kind}>")
        elif kind in ("ul", "ol"):
            out.append(f"<{kind}>" + "".join(f"<li>{text(each)}</li>" for each in content) + f"</{kind}>")
        elif kind == "table":
            out.append("<table>" + "".join("<tr>" + "".join(f"<td>{text(cell)}</td>" for cell in row) + "</tr>" for row in content) + "</table>")
        elif kind == "columns":
            out.append('<div class="columns">' + "".join(f"<p>{text(each)}</p>" for each in content) + "</div>")
        elif kind == "box":
            out.append("<aside>" + "".join(f"<p>{text(each)}</p>" for each in BOX) + "</aside>")
        elif kind == "quote":
            out.append(f"<blockquote><p>{text(content)}</p></blockquote>")
        else:
            out.append(f"<p>{text(content)}</p>")
    out += [f'<p id="note-{key}">{text(note)}</p>' for key, note in NOTES.items()]
    style = "body{font:11pt 'Liberation Serif',serif} .columns{column-count:2} aside{border:1px solid;padding:6px;width:70%} td{padding:2px 24px 2px 2px} footer{margin-top:2em}"
    return f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>{final(LEAFLET[0][2])}</title><style>{style}</style></head>\n<body>\n' + "\n".join(out) + f"\n<footer><p>{text(HEADER)}</p></footer>\n</body></html>\n"


def as_fodt(tracked=True):
    """The master of docx, odt, rtf and PDF, which LibreOffice makes from it. In a PDF deleted text would be seen."""
    changes = []

    def text(content):
        content = bare(content)
        if not tracked:
            content = re.sub(r"\{\+(.*?)\+\}", r"\1", re.sub(r"\{-.*?-\}", "", content))
        out, at = "", 0
        for part in re.finditer(r"\{-(.*?)-\}|\{\+(.*?)\+\}|\{note:(\w)\}", content):
            out += escape(content[at:part.start()])
            at = part.end()
            if part.group(3):
                number = list(NOTES).index(part.group(3)) + 1
                out += f'<text:note text:note-class="footnote"><text:note-citation>{number}</text:note-citation><text:note-body><text:p text:style-name="Footnote">{escape(bare(NOTES[part.group(3)]))}</text:p></text:note-body></text:note>'
                continue
            name = f"ct{len(changes)}"
            info = "<office:change-info><dc:creator>An editor</dc:creator><dc:date>2024-01-01T10:00:00</dc:date></office:change-info>"
            if part.group(1) is not None:
                changes.append(f'<text:changed-region text:id="{name}" xml:id="{name}"><text:deletion>{info}<text:p text:style-name="Standard">{escape(part.group(1))}</text:p></text:deletion></text:changed-region>')
                out += f'<text:change text:change-id="{name}"/>'
            else:
                changes.append(f'<text:changed-region text:id="{name}" xml:id="{name}"><text:insertion>{info}</text:insertion></text:changed-region>')
                out += f'<text:change-start text:change-id="{name}"/>{escape(part.group(2))}<text:change-end text:change-id="{name}"/>'
        return out + escape(content[at:])

    def p(content, style="Standard"):
        return f'<text:p text:style-name="{style}">{text(content)}</text:p>'

    body = []
    for kind, key, content in LEAFLET:
        if kind in ("h1", "h2"):
            body.append(f'<text:h text:style-name="Heading_20_{kind[1]}" text:outline-level="{kind[1]}">{text(content)}</text:h>')
        elif kind in ("ul", "ol"):
            items = "".join(f'<text:list-item>{p(each)}</text:list-item>' for each in content)
            body.append(f'<text:list text:style-name="{"Bullets" if kind == "ul" else "Numbers"}">{items}</text:list>')
        elif kind == "table":
            rows = "".join("<table:table-row>" + "".join(f"<table:table-cell office:value-type=\"string\">{p(cell)}</table:table-cell>" for cell in row) + "</table:table-row>" for row in content)
            body.append(f'<table:table table:name="Rates"><table:table-column table:number-columns-repeated="{len(content[0])}"/>{rows}</table:table>')
        elif kind == "columns":
            body.append('<text:section text:style-name="Two" text:name="Columns">' + "".join(p(each) for each in content) + "</text:section>")
        elif kind == "box":
            # Anchored in the paragraph before, which it must not interrupt.
            box = '<draw:frame draw:style-name="Box" text:anchor-type="paragraph" svg:width="12cm" svg:y="0.8cm" draw:name="Box"><draw:text-box fo:min-height="1cm">' + "".join(p(each) for each in BOX) + "</draw:text-box></draw:frame>"
            body[-1] = body[-1].removesuffix("</text:p>") + box + "</text:p>"
        else:
            body.append(p(content, "Quotations" if kind == "quote" else "Standard"))
    list_of_changes = f'<text:tracked-changes text:track-changes="false">{"".join(changes)}</text:tracked-changes>' if changes else ""
    spaces = " ".join(f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for prefix, name in
                      [("office", "office"), ("text", "text"), ("style", "style"), ("table", "table"), ("draw", "drawing"), ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible")])
    levels = '<style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" text:list-tab-stop-position="1.27cm" fo:text-indent="-0.635cm" fo:margin-left="1.27cm"/></style:list-level-properties>'
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document {spaces} xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:styles>
<style:style style:name="Standard" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0.25cm"/><style:text-properties style:font-name="Liberation Serif" fo:font-family="'Liberation Serif'" fo:font-size="11pt" fo:language="en" fo:country="GB"/></style:style>
<style:style style:name="Heading" style:family="paragraph" style:parent-style-name="Standard"/>
<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph" style:parent-style-name="Heading" style:default-outline-level="1"><style:text-properties fo:font-size="18pt" fo:font-weight="bold"/></style:style>
<style:style style:name="Heading_20_2" style:display-name="Heading 2" style:family="paragraph" style:parent-style-name="Heading" style:default-outline-level="2"><style:text-properties fo:font-size="14pt" fo:font-weight="bold"/></style:style>
<style:style style:name="Quotations" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:margin-left="1cm" fo:margin-right="1cm"/></style:style>
<style:style style:name="Footnote" style:family="paragraph" style:parent-style-name="Standard"><style:text-properties fo:font-size="9pt"/></style:style>
<style:style style:name="Header" style:family="paragraph" style:parent-style-name="Standard"><style:text-properties fo:font-size="9pt"/></style:style>
</office:styles>
<office:automatic-styles>
<style:style style:name="Two" style:family="section"><style:section-properties><style:columns fo:column-count="2" fo:column-gap="0.8cm"/></style:section-properties></style:style>
<style:style style:name="Box" style:family="graphic"><style:graphic-properties style:wrap="none" style:vertical-pos="from-top" style:vertical-rel="paragraph" style:horizontal-pos="center" style:horizontal-rel="paragraph" fo:padding="0.15cm" fo:border="0.06pt solid #000000"/></style:style>
<text:list-style style:name="Bullets"><text:list-level-style-bullet text:level="1" text:bullet-char="•">{levels}</text:list-level-style-bullet></text:list-style>
<text:list-style style:name="Numbers"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix=".">{levels}</text:list-level-style-number></text:list-style>
<style:page-layout style:name="Page"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin-top="1.5cm" fo:margin-bottom="2cm" fo:margin-left="2cm" fo:margin-right="2cm"/><style:header-style><style:header-footer-properties fo:min-height="0.5cm" fo:margin-bottom="0.4cm"/></style:header-style><style:footer-style><style:header-footer-properties fo:min-height="0.5cm" fo:margin-top="0.4cm"/></style:footer-style></style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Page"><style:header>{p(HEADER, "Header")}</style:header><style:footer><text:p text:style-name="Header">Page <text:page-number text:select-page="current">1</text:page-number></text:p></style:footer></style:master-page></office:master-styles>
<office:body><office:text>{list_of_changes}
{chr(10).join(body)}
</office:text></office:body>
</office:document>
"""

