// Prints where sentences begin and end in the text on standard input, in bytes: one "begin<TAB>end<TAB>kind" a line,
// kind being P for the first sentence of a passage, S for the others. With --passages, prints the passages instead.
#include <cstdio>
#include <cstring>
#include <iostream>
#include <iterator>

#include "segment/segment.h"

using namespace crosscheck;

namespace {

const char* name_of(PassageKind kind) {
  switch (kind) {
    case PassageKind::paragraph: return "paragraph";
    case PassageKind::heading: return "heading";
    case PassageKind::list_item: return "item";
    case PassageKind::table_cell: return "cell";
    case PassageKind::field: return "field";
    case PassageKind::quote: return "quote";
    case PassageKind::code: return "code";
    case PassageKind::caption: return "caption";
  }
  return "";
}

}  // namespace

int main(int argc, char** argv) {
  Rulebook book = load_rulebook({std::string(CROSSCHECK_SOURCE) + "/rules", ""}, "");
  book.prepare<SegmentTables>();
  Collection texts(book.symbols);
  texts.documents.emplace_back().text.assign(std::istreambuf_iterator<char>(std::cin), {});
  segment(texts, book);
  const Document& document = texts.documents.front();
  if (argc > 1 && std::strcmp(argv[1], "--passages") == 0) {
    for (const Passage& passage : document.passages)
      std::cout << name_of(passage.kind) << '\t' << passage.list << '/' << passage.number << '\t' << passage.table << ':' << passage.row << ',' << passage.column << '\t'
                << document.text_of(passage.body) << '\n';
    return 0;
  }
  for (const Passage& passage : document.passages)
    for (uint32_t s = passage.first_sentence; s < passage.end_sentence; ++s)
      std::cout << document.sentences[s].span.begin << '\t' << document.sentences[s].span.end << '\t' << (s == passage.first_sentence ? 'P' : 'S') << '\n';
}
