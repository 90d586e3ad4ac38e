#include <doctest/doctest.h>

#include "text/encoding.h"
#include "text/fold.h"
#include "text/pieces.h"
#include "text/symbols.h"
#include "text/utf8.h"

namespace crosscheck {
namespace {

std::string cut(const std::string& text) {
  std::vector<Piece> pieces;
  cut_pieces(text, 0, static_cast<uint32_t>(text.size()), pieces);
  std::string out;
  for (const Piece& piece : pieces) out += (out.empty() ? "" : " ") + text.substr(piece.begin, piece.end - piece.begin);
  return out;
}

}  // namespace

TEST_CASE("code points both ways") {
  const std::string text = "a\u00e9\u20ac\U0001F600";
  CHECK(code_points(text) == 4);
  CHECK(code_point_at(text, 1).value == 0xE9);
  CHECK(code_point_at(text, 3).value == 0x20AC);
  CHECK(code_point_at(text, 6).value == 0x1F600);
  CHECK(code_point_before(text, text.size()).value == 0x1F600);
  CHECK(code_point_before(text, 6).value == 0x20AC);
  CHECK(code_point_at(text, text.size()).bytes == 0);
  std::string back;
  for (size_t at = 0; at < text.size(); at += code_point_at(text, at).bytes) append_utf8(back, code_point_at(text, at).value);
  CHECK(back == text);
}

TEST_CASE("folding") {
  CHECK(fold("IVIG") == "ivig");
  CHECK(fold("Sj\u00d6gren\u2019s") == "sj\u00f6gren's");
  CHECK(fold("e\u0301") == "\u00e9");  // composed
  CHECK(strip_accents("Guillain-Barr\u00e9") == "Guillain-Barre");
  CHECK(strip_accents("\u0153dema") == "oedema");
  CHECK(capitalised("\u00e9tude") == "\u00c9tude");
}

TEST_CASE("text is cut as the treebanks cut it") {
  CHECK(cut("Don't take 2.5mg twice-daily.") == "Do n't take 2.5 mg twice - daily .");
  CHECK(cut("The patient\u2019s dose (1,000 IU/kg) is 10-20 %") == "The patient \u2019s dose ( 1,000 IU / kg ) is 10 - 20 %");
  CHECK(cut("SMC2, e.g. at 10 p.m. on the 5th") == "SMC2 , e.g. at 10 p.m. on the 5th");
  CHECK(cut("38.5 \u00b0C or 100\u00b0F") == "38.5 \u00b0C or 100 \u00b0F");
  CHECK(cut("wait...") == "wait ...");
  CHECK(cut("I'll say 'no'") == "I 'll say ' no '");
  CHECK(cut("") == "");
}

TEST_CASE("a table above another keeps the words of its base") {
  SymbolTable base;
  const Symbol dose = base.intern("dose");
  SymbolTable set = SymbolTable::above(base);
  CHECK(set.intern("dose") == dose);
  const Symbol own = set.intern("IVIG");
  CHECK(own >= base.size());
  CHECK(set.text(own) == "IVIG");
  CHECK(set.text(dose) == "dose");
  CHECK(set.find("absent") == 0);
  CHECK(set.intern("") == 0);
}

TEST_CASE("encodings: a mark decides, then UTF-8, else windows-1252 with a note") {
  CHECK(decode("\xEF\xBB\xBF" "caf\xC3\xA9").text == "caf\u00e9");
  CHECK(decode(std::string("\xFF\xFE" "a\0\xE9\0", 6)).text == "a\u00e9");
  CHECK(decode(std::string("\xFE\xFF\xD8\x3D\xDE\0", 6)).text == "\U0001F600");
  const Decoded western = decode("Barr\xE9 \x93quoted\x94");
  CHECK(western.text == "Barr\u00e9 \u201cquoted\u201d");
  CHECK(western.encoding == "windows-1252");
  CHECK(!western.note.empty());
  CHECK(decode(std::string("PK\x03\x04\0\0", 6)).binary);
  CHECK(!is_valid_utf8("\xC0\x80"));
  CHECK(!is_valid_utf8("\xED\xA0\x80"));
}

}  // namespace crosscheck
