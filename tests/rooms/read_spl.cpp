#include <doctest/doctest.h>

#include "read_document.h"

namespace crosscheck {

TEST_CASE("spl: titles and text of sections, lists, tables; product data is passed over, places point into the file") {
  const std::string label =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<document xmlns=\"urn:hl7-org:v3\">\n<title>Zeltara <content styleCode=\"bold\">tablets</content><br/>50 mg</title>\n"
      "<author><name>No text</name></author><component><structuredBody><component><section>\n<code displayName=\"x\"/><title>1 DOSE</title>\n"
      "<text><paragraph>Take  two &amp; wait\n  for 10<sup>2</sup> minutes.<footnote>A note.</footnote></paragraph>\n"
      "<list listType=\"ordered\"><item>one</item><item>two</item></list><table><caption>Table 1. Doses</caption><tbody><tr><td>Child</td><td>5 mg</td></tr></tbody></table></text>\n"
      "<component><section><title>1.1 Children</title><text>Half of it.</text></section></component></section></component></structuredBody></component></document>";
  const ReadDocument read("label.xml", label);
  CHECK(read.shown(true) ==
        "h1 Zeltara tablets\n50 mg {heading}\nh2 1 DOSE {Zeltara tablets 50 mg, heading}\nTake two & wait for 10² minutes. {Zeltara tablets 50 mg > 1 DOSE, paragraph 1}\n"
        "1) one {Zeltara tablets 50 mg > 1 DOSE, paragraph 2}\n2) two {Zeltara tablets 50 mg > 1 DOSE, paragraph 3}\ncaption Table 1. Doses {Zeltara tablets 50 mg > 1 DOSE, paragraph 4}\n"
        "[0,0] Child {Zeltara tablets 50 mg > 1 DOSE, table 1, row 1, column 1}\n[0,1] 5 mg {Zeltara tablets 50 mg > 1 DOSE, table 1, row 1, column 2}\n"
        "h3 1.1 Children {Zeltara tablets 50 mg > 1 DOSE, heading}\nHalf of it. {Zeltara tablets 50 mg > 1 DOSE > 1.1 Children, paragraph 1}\n");
  const Document& document = read.document();
  const auto at = static_cast<uint32_t>(document.text.find("two & wait for"));
  CHECK(document.map.to_source({at, at + 14}).of(document.source) == "two &amp; wait\n  for");
  CHECK(ReadDocument("other.xml", "<?xml version='1.0'?><project/>").refusal().find("only drug labels (SPL)") != std::string::npos);
}

}  // namespace crosscheck
