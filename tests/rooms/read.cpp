#include "read/read.h"

#include <doctest/doctest.h>

#include <random>

#include "read/directives.h"
#include "read/entities.h"
#include "read/nesting.h"
#include "rulebook/rulebook.h"

namespace crosscheck {
namespace {

struct Read {
  SymbolTable symbols;
  Collection texts{symbols};
  std::vector<Trouble> trouble;

  Read(const std::string& name, const std::string& bytes) { read({"set", {{name, "", bytes}}}, texts, trouble); }
  const Document& document() const { return texts.documents.front(); }
  const Passage& passage(size_t i) const { return document().passages.at(i); }
  std::string text(size_t i) const { return std::string(document().text_of(passage(i).body)); }
  // What the source holds where a word of the text stands.
  std::string source_of(const std::string& words) const {
    const size_t at = document().text.find(words);
    if (at == std::string::npos) return "not in the text";
    const auto begin = static_cast<uint32_t>(at);
    return std::string(document().map.to_source({begin, begin + static_cast<uint32_t>(words.size())}).of(document().source_text()));
  }
  std::string suppressed() const {
    std::string out;
    for (const Suppression& off : document().suppressions) out += "<" + std::string(document().text_of(off.span)) + "|" + off.rule + "|" + off.match + ">";
    return out;
  }
};

}  // namespace

TEST_CASE("markdown: every word knows its place through markup, entities, escapes and line breaks") {
  const Read r("a.md", "# The *dose*\r\n\r\nTake two &amp; wait,\r\nthen 5&nbsp;mg un*believ*able \\*really\\*\r\n> quoted\r\n> text\r\n");
  REQUIRE(r.document().passages.size() == 3);
  CHECK(r.passage(0).kind == PassageKind::heading);
  CHECK(r.passage(0).level == 1);
  CHECK(r.text(0) == "The dose");
  CHECK(r.text(1) == "Take two & wait, then 5\u00A0mg unbelievable *really*");
  CHECK(r.passage(1).heading == 0);
  CHECK(r.passage(2).kind == PassageKind::quote);
  CHECK(r.text(2) == "quoted text");
  CHECK(r.source_of("two & wait") == "two &amp; wait");
  CHECK(r.source_of("wait, then") == "wait,\r\nthen");
  CHECK(r.source_of("unbelievable") == "un*believ*able");
  CHECK(r.source_of("quoted text") == "quoted\r\n> text");
  CHECK(r.source_of("5\u00A0mg") == "5&nbsp;mg");
  CHECK(r.source_of("really*") == "really\\*");
}

TEST_CASE("markdown: lists keep their numbers, tables their rows and columns") {
  const Read r("a.md",
               "There are three:\n\n3. one\n4. two\n\n   more of two\n   - inner\n5. three\n\n| Drug | Dose |\n|---|---|\n| A | 5 mg |\n\n```\ncode here\n```\n\nUse `lasts lasts` now, <!-- crosscheck off -->ten<sup>9</sup> ![x](y) ~~gone~~.\n");
  std::string seen;
  for (size_t i = 0; i < r.document().passages.size(); ++i) {
    const Passage& p = r.passage(i);
    seen += std::to_string(static_cast<int>(p.kind)) + " " + r.text(i);
    if (p.list >= 0) seen += " | list " + std::to_string(p.list) + " number " + std::to_string(p.number);
    if (p.table >= 0) seen += " | row " + std::to_string(p.row) + " column " + std::to_string(p.column);
    seen += "\n";
  }
  CHECK(seen ==
        "0 There are three:\n2 one | list 0 number 3\n2 two | list 0 number 4\n0 more of two\n2 inner | list 1 number 0\n2 three | list 0 number 5\n"
        "3 Drug | row 0 column 0\n3 Dose | row 0 column 1\n3 A | row 1 column 0\n3 5 mg | row 1 column 1\n6 code here\n0 Use lasts lasts now, ten⁹ .\n");
  CHECK(r.document().verbatim.size() == 1);
  CHECK(r.document().text_of(r.document().verbatim[0]) == "lasts lasts");
  CHECK(r.passage(4).level == 1);
}

TEST_CASE("markdown: front matter is no text, raw HTML is read as HTML") {
  const Read r("a.md", "---\ntitle: recieve\n---\n\n<div><p>Raw &eacute; text</p><ul><li>item</li></ul></div>\n\nAfter.\n");
  REQUIRE(r.document().passages.size() == 3);
  CHECK(r.text(0) == "Raw é text");
  CHECK(r.source_of("é text") == "&eacute; text");
  CHECK(r.passage(1).kind == PassageKind::list_item);
  CHECK(r.text(2) == "After.");
}

TEST_CASE("html: text, places and parts") {
  const Read r("a.html",
               "<!doctype html><html><head><title>Leaflet &amp; more</title><style>p{}</style></head><body>\n<h2>Dose</h2>\n<p>Guillain-Barr&eacute;\n  syndrome</b> is <b>ra</b>re.<br>New line<br><br>New paragraph &unknown; 10<sup>9</sup></p>"
               "<ol start=3><li>three<li value=7>seven</ol><table><tr><th>A<th colspan=2>B<tr><td>1<td>2<td>3</table><pre>a  b</pre><blockquote>said</blockquote><script>lasts lasts</script>"
               "<dl><dt>Term</dt><dd>Meaning.</dd></dl>Loose text <code>x x</code><p hidden>secret</p></body></html>");
  std::vector<std::string> seen;
  for (size_t i = 0; i < r.document().passages.size(); ++i) seen.push_back(std::to_string(static_cast<int>(r.passage(i).kind)) + " " + r.text(i));
  CHECK(seen == std::vector<std::string>{"1 Leaflet & more", "1 Dose", "0 Guillain-Barré syndrome is rare.\nNew line", "0 New paragraph &unknown; 10⁹", "2 three", "2 seven", "3 A", "3 B", "3 1", "3 2", "3 3", "6 a  b", "5 said", "1 Term",
                                         "0 Meaning.", "0 Loose text x x"});
  CHECK(r.source_of("Guillain-Barré syndrome") == "Guillain-Barr&eacute;\n  syndrome");
  CHECK(r.source_of("rare") == "ra</b>re");
  CHECK(r.source_of("Leaflet & more") == "Leaflet &amp; more");
  CHECK(r.source_of("syndrome is") == "syndrome</b> is");
  CHECK(r.passage(5).number == 7);
  CHECK(r.passage(10).column == 2);
  CHECK(r.passage(9).row == 1);
  CHECK(r.passage(14).heading == 13);
  CHECK(r.passage(15).heading == 1);
  CHECK(r.document().verbatim.size() == 1);
}

TEST_CASE("html: what nests without end is read all the same, and said") {
  for (const std::string tag : {"<div>", "<b>", "<font size=1><p>", "<ul><li>", "<table><tr><td>", "<a><p>"}) {
    std::string page = "<p>Before.</p>";
    for (int i = 0; i < 50000; ++i) page += tag + (i % 1000 == 0 ? "word " : "");
    page += "The end.";
    const Read r("a.html", page);
    INFO(tag);
    REQUIRE(!r.document().passages.empty());
    CHECK(r.document().text.ends_with("The end."));
    CHECK(r.trouble.size() == 1);
  }
  std::string flat = "<p>", sound = "<ul>";
  for (int i = 0; i < 2000; ++i) flat += "<p>one <b>two</b><br>", sound += "<li>item <a href='x>y'>link</a>";
  CHECK(Read("a.html", flat).trouble.empty());
  CHECK(Read("a.html", sound).trouble.empty());
  std::string attributes = "<p ";
  for (int i = 0; i < 100000; ++i) attributes += "a" + std::to_string(i) + "=1 ";
  CHECK(Read("a.html", attributes + ">Text").document().text == "Text");
}

TEST_CASE("a short paragraph in bold letters is a heading") {
  const Read r("a.md", "**Side effects**\n\n**Stop** now\n\n**Call us.**\n\n- **Item**\n");
  CHECK(r.passage(0).kind == PassageKind::heading);
  CHECK(r.passage(1).kind == PassageKind::paragraph);
  CHECK(r.passage(1).heading == 0);
  CHECK(r.passage(2).kind == PassageKind::paragraph);
  CHECK(r.passage(3).kind == PassageKind::list_item);
  CHECK(Read("a.html", "<p> <b>How to take <i>it</i></b> </p><p>Text.</p>").passage(0).kind == PassageKind::heading);
}

TEST_CASE("entities: names, numbers, missing semicolons") {
  CHECK(entity_at("&amp; x").text == "&");
  CHECK(entity_at("&ampfoo").bytes == 4);
  CHECK(entity_at("&nbsp;").text == "\u00A0");
  CHECK(entity_at("&#8211;x").text == "\u2013");
  CHECK(entity_at("&#x1F600;").text == "\U0001F600");
  CHECK(entity_at("&nosuchname;").bytes == 0);
  CHECK(entity_at("& x").bytes == 0);
  CHECK(entity_at("&#;").bytes == 0);
  CHECK(entity_at("&").bytes == 0);
}

TEST_CASE("instructions in comments") {
  CHECK(Read("a.md", "One.\n\n<!-- crosscheck off -->\n\nTwo.\n\n<!-- crosscheck on -->\n\nThree.\n").suppressed() == "<Two.||>");
  CHECK(Read("a.md", "One.\n<!-- crosscheck-disable-next-line -->\nTwo\nthree.\n").suppressed() == "<Two||>");
  CHECK(Read("a.md", "One.\n\nTwo <!-- crosscheck-disable-line spelling.misspelling, text --> three.\n").suppressed() == "<Two three.|spelling.misspelling|><Two three.|text|>");
  CHECK(Read("a.html", "<p>One.</p><!-- crosscheck spelling[\"Zeltara\"] = NO --><p>Two.</p><!-- crosscheck spelling[\"Zeltara\"] = YES --><p>Three.</p>").suppressed() == "<Two.|spelling|Zeltara>");
  CHECK(Read("a.html", "<p>One.</p><!-- crosscheck contradiction = NO --><p>Two.</p>").suppressed() == "<Two.|contradiction|>");
  CHECK(Read("a.txt", "One.\ncrosscheck-disable-next-line\nTwo.\nThree.\n").suppressed() == "<Two.||>");
  CHECK(Read("a.txt", "One two. <!-- crosscheck:ignore Zeltara, CIDP -->\n").suppressed() == "<One two.\n||Zeltara><One two.\n||CIDP>");
  CHECK(Read("a.txt", "crosscheck off\nTwo.\ncrosscheck on\n").document().text == "\nTwo.\n\n");
  CHECK(Read("a.txt", "One.\nWe use crosscheck off and on.\n").document().map.identity());
  CHECK(Read("a.md", "One. <!-- crosscheck spellin -->\n").trouble.size() == 1);
}

TEST_CASE("[sic] covers the word before it, or the quotation") {
  CHECK(Read("a.txt", "They recieve [sic] it.").suppressed() == "<recieve [sic]||>");
  CHECK(Read("a.txt", "It said \"the the dose\" [sic] here.").suppressed() == "<\"the the dose\" [sic]||>");
  CHECK(Read("a.txt", "A classic case.").suppressed().empty());
  CHECK(Read("a.txt", "[sic]").suppressed() == "<[sic]||>");
}

TEST_CASE("readers keep their promises on anything: spans are in the source, exact runs match it") {
  std::mt19937 random(7);
  const std::vector<std::string> pieces = {"word ", "\n", "\r\n", "\n\n", "*", "_", "`", "# ", "> ", "- ", "1. ", "|", "---", "&amp;", "&#233;", "&", "<p>", "</p>", "<b>", "</b>", "<br>", "<!-- ", " -->", "<table>", "<td>", "<tr>", "</table>", "<sup>2</sup>",
                                           "crosscheck off", "e\u0301", "\u00E9", "\U0001F600", "[x](y)", "![", "]", "(", ")", "<script>", "</script>", "<li>", "<ol>", "</ol>", "<pre>", "\\", "\t", "~~", "[sic]", "<svg>", "<", ">", "\"", "=", "<title>", "<select>", "<a href=\""};
  for (int round = 0; round < 3000; ++round) {
    std::string bytes;
    for (int i = 0; i < 40; ++i) bytes += pieces[random() % pieces.size()];
    for (const char* name : {"a.md", "a.html", "a.txt"}) {
      const Read r(name, bytes);
      const Document& d = r.document();
      uint32_t last = 0;
      INFO(name, ": ", bytes);
      for (const Passage& p : d.passages) {
        REQUIRE(p.span.begin >= last);
        REQUIRE(p.span.end <= d.text.size());
        REQUIRE(!p.span.empty());
        last = p.span.end;
      }
      for (uint32_t at = 0; at + 1 <= d.text.size(); ++at) {
        const Span source = d.map.to_source({at, at + 1});
        REQUIRE(source.end <= d.source_text().size());
        if (d.map.as_it_stands({at, at + 1})) {
          const char there = d.source_text()[source.begin], here = d.text[at];
          INFO(d.text, " @", at, " ", source.begin);
          REQUIRE((there == here || here == ' ' || here == '\n'));
        }
      }
      for (const Suppression& off : d.suppressions) REQUIRE(off.span.end <= d.text.size());
    }
  }
}

}  // namespace crosscheck
