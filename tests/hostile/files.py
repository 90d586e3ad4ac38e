"""Documents that mean ill or are broken: (name, bytes, what must be said of it, or None when it can be read)."""
import io
import struct
import zipfile
import zlib

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="x"'
O = " ".join(f'xmlns:{p}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"' for p, n in [("office", "office"), ("text", "text"), ("style", "style"), ("table", "table"), ("draw", "drawing")])
LAUGHS = '<!DOCTYPE lolz [<!ENTITY a "lol">' + "".join(f'<!ENTITY {chr(98 + i)} "{("&" + chr(97 + i) + ";") * 10}">' for i in range(9)) + "]>"
OUTSIDE = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
GREETING = "Take one tablet a day."  # what is in those that can be read


def zipped(parts, method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return out.getvalue()


def repeated(unit, times):
    """(deflated, size, checksum) of a unit said again and again, without holding it."""
    packer, crc, out, size = zlib.compressobj(9, zlib.DEFLATED, -15), 0, [], 0
    block = unit * max(1, (1 << 20) // len(unit))
    for _ in range(times):
        out.append(packer.compress(block))
        crc = zlib.crc32(block, crc)
        size += len(block)
    return b"".join(out) + packer.flush(), size, crc


def raw_zip(parts, says=None, flags=0, method=8):
    """A zip from deflated parts; `says` is what the headers claim as size."""
    body, directory = b"", b""
    for name, (data, size, crc) in parts.items():
        name = name.encode()
        head = struct.pack("<HHHHHIIIHH", 20, flags, method, 0, 0x21, crc, len(data), says or size, len(name), 0)
        directory += b"PK\x01\x02" + struct.pack("<H", 20) + head + struct.pack("<HHHII", 0, 0, 0, 0, len(body)) + name
        body += b"PK\x03\x04" + head + name + data
    return body + directory + b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, len(parts), len(parts), len(directory), len(body), 0)


def overlapping_zip(count):
    """Many names for one and the same packed part."""
    data, size, crc = repeated(b" ", 40)
    local = b"PK\x03\x04" + struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 0x21, crc, len(data), size, 17, 0) + b"word/document.xml" + data
    directory = b""
    for i in range(count):
        name = b"word/document.xml" if i == 0 else f"word/header{i:04}.xml".encode()
        directory += b"PK\x01\x02" + struct.pack("<HHHHHHIIIHH", 20, 20, 0, 8, 0, 0x21, crc, len(data), size, len(name), 0) + struct.pack("<HHHII", 0, 0, 0, 0, 0) + name
    return local + directory + b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, count, count, len(directory), len(local), 0)


def word(body, before="", **more):
    return {"[Content_Types].xml": "<Types/>", "word/document.xml": f"<?xml version='1.0'?>{before}<w:document {W}><w:body>{body}</w:body></w:document>", **more}


def p(text=GREETING, properties=""):
    return f"<w:p>{properties}<w:r><w:t>{text}</w:t></w:r></w:p>"


def linked(part, content, **more):
    links = f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://x/{part}" Target="{part}.xml"/></Relationships>'
    return {"word/_rels/document.xml.rels": links, f"word/{part}.xml": f"<w:{part} {W}>{content}</w:{part}>", **more}


def docx(body, before="", **more):
    return zipped(word(body, before, **more))


def odt(body, before="", **more):
    return zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": f"<?xml version='1.0'?>{before}<office:document-content {O}><office:body><office:text>{body}</office:text></office:body></office:document-content>", **more})


def epub(package, chapters=None, **more):
    container = '<container><rootfiles><rootfile full-path="book.opf"/></rootfiles></container>'
    return zipped({"mimetype": "application/epub+zip", "META-INF/container.xml": container, "book.opf": package, **(chapters or {}), **more})


def opf(spine):
    return f'<package><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine>{spine}</spine></package>'


def pdf(objects, trailer="<< /Root 1 0 R /Size 99 >>"):
    """A PDF with a cross-reference table; objects are bytes or text, numbered from 1."""
    out, places = b"%PDF-1.5\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + (content if isinstance(content, bytes) else content.encode()) + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode() + b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    return out + f"trailer\n{trailer}\nstartxref\n{start}\n%%EOF\n".encode()


def stream(data, more=""):
    return f"<< /Length {len(data)} {more} >>\nstream\n".encode() + data + b"\nendstream"


def page(content, more="/Filter /FlateDecode"):
    return pdf(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>", stream(content, more)])


def files():
    good = docx(p())
    spaces, half = repeated(b" ", 200), len(good) // 2
    yield "bomb.docx", raw_zip({"word/document.xml": spaces}), "unpacks to more than 64 MB"
    yield "lying-bomb.docx", raw_zip({"word/document.xml": spaces}, says=100), "unpacks to more than 64 MB|damaged"
    yield "bomb-of-text.docx", raw_zip({"word/document.xml": repeated(f"<w:document {W}><w:body><w:p><w:r><w:t>".encode() + b"word " * 200000, 40)}), "more than 16 MB of text"
    yield "overlapping.docx", overlapping_zip(1000), "not well-formed"
    yield "many-parts.docx", zipped({f"word/{i}": "" for i in range(30000)}, zipfile.ZIP_STORED), "has more than 20000 parts"
    yield "half.docx", good[:half], "damaged or cut short"
    yield "cut-end.docx", good[:-10], "damaged or cut short"
    yield "wrong-sum.docx", zipped(word(p()), zipfile.ZIP_STORED).replace(b"one tablet", b"two tablet"), "does not fit its checksum"
    yield "encrypted.docx", raw_zip({"word/document.xml": repeated(b"x" * 4096, 1)}, flags=1), "password"
    yield "unknown-packing.docx", raw_zip({"word/document.xml": repeated(b"x" * 4096, 1)}, method=99), "compressed in a way that is not read|password|damaged"
    yield "empty-zip.docx", b"PK\x05\x06" + b"\0" * 18, "no such file or damaged|is an archive|no Word document|cut short"
    yield "signature.docx", b"PK\x03\x04", "damaged or cut short"
    yield "no-body.docx", zipped({"[Content_Types].xml": "<Types/>"}), "holds no Word document"
    yield "laughs.docx", docx(p("&j;"), LAUGHS), "declares XML entities"
    yield "outside.docx", docx(p("&e;"), OUTSIDE), "declares XML entities"
    yield "outside-dtd.docx", docx(p(), '<!DOCTYPE x SYSTEM "file:///etc/passwd">'), None
    yield "quadratic.docx", docx(p("&a;" * 10000), f'<!DOCTYPE x [<!ENTITY a "{"a" * 100000}">]>'), "declares XML entities"
    yield "parameter.docx", docx(p(), '<!DOCTYPE x [<!ENTITY % a "<!ENTITY b \'c\'>"> %a;]>'), "declares XML entities"
    yield "deep.docx", docx("<w:x>" * 100000), "nests deeper than 400 elements"
    yield "deep-tables.docx", docx("<w:tbl><w:tr><w:tc>" * 100 + p() + "</w:tc></w:tr></w:tbl>" * 100), None
    yield "deep-boxes.docx", docx("<w:p><w:r><w:txbxContent>" * 120 + p() + "</w:txbxContent></w:r></w:p>" * 120), None
    yield "bad-utf8.docx", zipped({"word/document.xml": f"<w:document {W}><w:body>".encode() + b"<w:p><w:r><w:t>\xff\xfe\xfa</w:t></w:r></w:p></w:body></w:document>"}), "not well-formed"
    yield "utf16.docx", zipped({"word/document.xml": word(p())["word/document.xml"].encode("utf-16")}), None
    yield "cut-xml.docx", zipped({"word/document.xml": word(p())["word/document.xml"][:-20]}), "not well-formed"
    yield "long-attribute.docx", docx(f'<w:p><w:r w:x="{"y" * (20 << 20)}"><w:t>{GREETING}</w:t></w:r></w:p>'), None
    yield "many-names.docx", docx("".join(f"<w:x{i}/>" for i in range(20000)) + p()), "more kinds of elements"
    yield "paragraphs.docx", docx(p("a") * 300000), "has more than 200000 paragraphs"
    yield "one-word.docx", docx(p("word" * (5 << 20))), "holds more than 16 MB of text"
    yield "styles-in-a-ring.docx", docx(p(properties='<w:pPr><w:pStyle w:val="a"/></w:pPr>'), **linked("styles", '<w:style w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style>')), None
    yield "levels.docx", docx("".join(p(properties=f'<w:pPr><w:numPr><w:ilvl w:val="{n}"/><w:numId w:val="1"/></w:numPr></w:pPr>') for n in (-5, 99, 2147483647, "x")),
                              **linked("numbering", '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="99"><w:start w:val="2147483647"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>')), None
    yield "span.docx", docx(f'<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2147483647"/></w:tcPr>{p()}</w:tc><w:tc>{p()}</w:tc></w:tr></w:tbl>'), None
    yield "climbing.docx", zipped({"_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="x/officeDocument" Target="../../../../etc/passwd"/></Relationships>'}), "no Word document|is an archive"
    yield "fields.docx", docx('<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>' * 50000 + p()), None
    yield "note-in-itself.docx", docx('<w:p><w:r><w:footnoteReference w:id="2"/></w:r></w:p>' + p(), **linked("footnotes", '<w:footnote w:id="2"><w:p><w:r><w:t>A note.</w:t><w:footnoteReference w:id="2"/></w:r></w:p></w:footnote>')), None
    yield "wrong-ends.docx", docx("</w:p></w:tc></w:tbl>"), "not well-formed"
    yield "mixed.docx", docx(f"<w:tc><w:tbl></w:tbl><w:tr/><w:p><w:p>{p()}</w:p></w:p></w:tc>"), None
    yield "picture.docx", b"\x89PNG\r\n\x1a\n" + b"\0" * 500, "picture.*OCR"
    yield "noise.docx", bytes((i * 7919 + i // 3) % 256 for i in range(5000)), "no such file or damaged"
    yield "nothing.docx", b"", "is empty"
    yield "repeated-cells.odt", odt("<table:table><table:table-row>" + "<table:table-cell table:number-columns-repeated='2147483647'/>" * 1000 + f'<table:table-cell><text:p>{GREETING}</text:p></table:table-cell></table:table-row></table:table>'), None
    yield "blanks.odt", odt(f'<text:p>a<text:s text:c="2147483647"/>{GREETING}</text:p>'), None
    yield "deep-lists.odt", odt('<text:list text:style-name="L"><text:list-item>' * 150 + f"<text:p>{GREETING}</text:p>" + "</text:list-item></text:list>" * 150), None
    yield "deep-notes.odt", odt('<text:p>a<text:note><text:note-body>' * 120 + f"<text:p>{GREETING}</text:p>" + "</text:note-body></text:note></text:p>" * 120), None
    yield "locked.odt", odt("", **{"META-INF/manifest.xml": "<manifest:encryption-data/>"}), "password"
    yield "laughs.odt", odt("<text:p>&j;</text:p>", LAUGHS), "declares XML entities"
    yield "bomb.odt", raw_zip({"mimetype": repeated(b"application/vnd.oasis.opendocument.text", 1), "content.xml": spaces}), "unpacks to more than 64 MB"
    yield "no-content.odt", zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), "holds no text document"
    yield "flat-laughs.fodt", f'<?xml version="1.0"?>{LAUGHS}<office:document {O} office:mimetype="application/vnd.oasis.opendocument.text"><office:body/></office:document>'.encode(), "declares XML entities"
    yield "no-package.epub", zipped({"mimetype": "application/epub+zip"}), "holds no e-book"
    yield "long-spine.epub", epub(opf('<itemref idref="a"/>' * 100000), {"a.xhtml": f"<html><body><p>{GREETING}</p></body></html>"}), None
    yield "deep-page.epub", epub(opf('<itemref idref="a"/>'), {"a.xhtml": "<html><body>" + "<div>" * 100000 + GREETING}), None
    yield "laughs.epub", epub(LAUGHS + opf("&j;")), "declares XML entities"
    yield "no-chapter.epub", epub(opf('<itemref idref="a"/>')), "holds no chapter"
    yield "bomb.epub", raw_zip({"mimetype": repeated(b"application/epub+zip", 1), "META-INF/container.xml": spaces}), "unpacks to more than 64 MB"
    yield "half.pdf", page(zlib.compress(b"BT /F 12 Tf 50 700 Td (x) Tj ET"))[:120], "damaged or cut short|no pages|holds no text"
    yield "header-only.pdf", b"%PDF-1.7\n", "damaged or cut short"
    yield "noise.pdf", b"%PDF-1.7\n" + bytes((i * 31 + i // 7) % 256 for i in range(5000)), "damaged or cut short"
    yield "page-ring.pdf", pdf(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 1000000000 >>"]), "damaged|no pages|holds no text|longer than a minute"
    yield "xref-ring.pdf", pdf(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>"], "<< /Root 1 0 R /Size 3 /Prev 9 >>"), "damaged|no pages|holds no text"
    yield "no-text.pdf", page(zlib.compress(b"0 0 m 100 100 l S")), "holds no text, only pictures"
    yield "bomb.pdf", page(zlib.compress(b" " * (100 << 20) + b"BT /F 12 Tf 50 700 Td (Take one tablet a day.) Tj ET", 9)), None
    yield "locked.pdf", pdf(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>", "<< /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <" + "41" * 32 + "> /U <" + "42" * 32 + "> >>"], "<< /Root 1 0 R /Size 4 /Encrypt 3 0 R /ID [<00><00>] >>"), "password"
    yield "form-ring.pdf", pdf(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>", stream(b"/X Do"),
                               stream(b"/X Do /X Do", "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >>")]), "holds no text|damaged"
    yield "deep.rtf", b"{\\rtf1 " + b"{" * 1000000, "nests deeper than 400 groups"
    yield "bin.rtf", b"{\\rtf1 Text.\\par{\\pict\\bin2147483647 }", "cut short"
    yield "numbers.rtf", b"{\\rtf1\\u999999999999\\uc99999 \\li-99999999999999\\ilvl2147483647\\ls-1 {\\listtext 999999999.}" + GREETING.encode() + b"\\par}", None
    yield "open.rtf", b"{\\rtf1{\\fonttbl{\\f0 Arial;" + b"x" * 100000, "cut short"
    yield "notes.rtf", b"{\\rtf1 " + b"a{\\footnote b" * 300 + b"}" * 300 + b"\\par}", None
    yield "zeros.rtf", b"{\\rtf1 Take one\0tablet.\\par}" + b"\0" * 100, "is no text file"
    yield "laughs.xml", f'<?xml version="1.0"?>{LAUGHS}<document xmlns="urn:hl7-org:v3"><title>&j;</title></document>'.encode(), "declares XML entities"
    yield "outside.xml", f'<?xml version="1.0"?>{OUTSIDE}<document xmlns="urn:hl7-org:v3"><title>&e;</title></document>'.encode(), "declares XML entities"
    yield "deep.xml", b'<document xmlns="urn:hl7-org:v3">' + b"<component>" * 100000, "nests deeper"
    yield "old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2000, "old Word file.*save it as .docx"
    yield "locked-word.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 500, "password"
    yield "sheet.docx", zipped({"[Content_Types].xml": "", "xl/workbook.xml": ""}), "spreadsheet"
