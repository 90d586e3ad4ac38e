// One document, read from bytes, and how its passages look: what the tests of the readers share.
#pragma once

#include <string>

#include "model/location.h"
#include "read/read.h"

namespace crosscheck {

struct ReadDocument {
  SymbolTable symbols;
  Collection texts{symbols};
  std::vector<Trouble> trouble;

  ReadDocument(const std::string& name, const std::string& bytes) { read({"set", {{name, "", bytes}}}, texts, trouble); }
  const Document& document() const { return texts.documents.at(0); }
  // Why it was refused.
  std::string refusal() const { return texts.documents.empty() && !trouble.empty() ? trouble.front().message : ""; }

  // A line a passage: "h1 The dose", "1) Wash", "* inner", "[0,1] 5 mg", "text", its location after it if wanted.
  std::string shown(bool with_locations = false) const {
    if (texts.documents.empty()) return "refused: " + refusal();
    std::string out;
    const Locations locations(document());
    for (size_t i = 0; i < document().passages.size(); ++i) {
      const Passage& passage = document().passages[i];
      switch (passage.kind) {
        case PassageKind::heading: out += "h" + std::to_string(passage.level) + " "; break;
        case PassageKind::list_item: out += std::string(passage.level * 2u, ' ') + (passage.number > 0 ? std::to_string(passage.number) + ") " : "* "); break;
        case PassageKind::table_cell: out += "[" + std::to_string(passage.row) + "," + std::to_string(passage.column) + "] "; break;
        case PassageKind::quote: out += "> "; break;
        case PassageKind::code: out += "code "; break;
        case PassageKind::caption: out += "caption "; break;
        default: break;
      }
      out += std::string(document().text_of(passage.body));
      if (with_locations) out += " {" + locations.of(static_cast<uint32_t>(i)) + "}";
      out += "\n";
    }
    return out;
  }
};

}  // namespace crosscheck
