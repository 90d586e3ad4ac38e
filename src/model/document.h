// The texts of one document set: Collection > Document > Passage > Sentence > Token.
//
// Everything refers to its parts by index into the vectors of its Document, and to text by Span.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/source_map.h"
#include "model/span.h"
#include "model/token.h"
#include "text/symbols.h"

namespace crosscheck {

enum class PassageKind : uint8_t {
  paragraph,
  heading,
  list_item,
  table_cell,
  field,  // a line "Name: value"
  quote,
  code,     // no language rule looks at it
  caption,  // of a table or figure
};

enum class Marker : uint8_t { none, bullet, decimal, letter, roman };

// A paragraph, heading, list item, table cell ...: the unit an editor calls a passage.
struct Passage {
  Span span;  // with its list marker, where the marker stands in the text
  Span body;  // without it
  PassageKind kind = PassageKind::paragraph;
  uint8_t level = 0;     // heading level from 1, or depth of the list item from 0
  Marker marker = Marker::none;
  int32_t number = 0;    // value of the marker ("3." 3, "c)" 3), 0 when it has none
  int32_t list = -1;     // items of one list share a number
  int32_t table = -1;    // cells of one table share a number
  int32_t row = 0, column = 0;
  int32_t heading = -1;  // index of the heading this passage stands under
  uint32_t first_sentence = 0, end_sentence = 0;
};

struct Sentence {
  Span span;
  uint32_t passage = 0;
  uint32_t first_token = 0, end_token = 0;
  bool terminated = false;  // ends with . ! ? or … (closing quotes and brackets may follow)
};

enum class Format : uint8_t { plain, markdown, html, docx, odt, epub, pdf, rtf, spl };

// A stretch of text in which findings were switched off by an ignore comment or [sic].
struct Suppression {
  Span span;
  std::string rule;   // a prefix of rule ids; empty: every rule
  std::string match;  // only findings about these words; empty: all
};

// Where a passage stands in documents that have no lines to speak of ("page 3", "Dose > Children").
struct Location {
  uint32_t passage = 0;
  std::string text;
};

struct Document {
  std::string name;    // within its set, as reported
  std::string path;    // for messages and fixes; empty for standard input and NDJSON
  std::string text;    // what all rooms read: valid UTF-8; final once segmented
  std::string source;  // the decoded file, when `text` is not the file itself
  SourceMap map;       // text to source
  Format format = Format::plain;
  std::string encoding;
  std::string hash;  // XXH3-64 of the bytes, hexadecimal
  bool english = true;
  bool approved = false;  // `authority:` of the configuration names it
  bool visiting = false;  // came in as the approved text of another folder: nothing is said of it alone
  std::vector<Passage> passages;  // made by readers of markup; by segment/ for plain text
  std::vector<Sentence> sentences;
  std::vector<Token> tokens;
  std::vector<Suppression> suppressions;
  std::vector<Span> verbatim;  // inline code: findings wholly within are dropped
  std::vector<Location> locations;

  std::string_view source_text() const { return source.empty() ? std::string_view(text) : std::string_view(source); }
  std::string_view text_of(Span span) const { return span.of(text); }
  std::string_view text_of(const Token& token) const { return token.span.of(text); }
};

// One document set. Nothing is compared beyond it.
struct Collection {
  std::string id;
  std::vector<Document> documents;  // by name
  SymbolTable symbols;              // above the rulebook's

  explicit Collection(const SymbolTable& base) : symbols(SymbolTable::above(base)) {}
  std::string_view word(Symbol symbol) const { return symbols.text(symbol); }
};

}  // namespace crosscheck
