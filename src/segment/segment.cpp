// Tested by tests/rooms/segment.cpp.
#include "segment/segment.h"

namespace crosscheck {

SegmentTables::SegmentTables(Rulebook& book) {
  const Value& list = book.lexicon("abbreviations");
  never_last = book.word_set(list["never_last"]);
  before_number = book.word_set(list["before_number"]);
  may_end = book.word_set(list["may_end"]);
  starters = book.word_set(list["starters"]);
  labelled = book.word_set(list["labelled"]);
  before_initial = book.word_set(list["before_initial"]);
  short_last = book.word_set(list["short_last"]);
}

void segment(Collection& texts, const Rulebook& rules) {
  const auto& tables = rules.table<SegmentTables>();
  for (Document& document : texts.documents) {
    if (document.passages.empty()) find_passages(document);
    find_sentences(document, texts.symbols, tables);
  }
}

}  // namespace crosscheck
