// Lists within a sentence: "fever, chills and a rash".
#pragma once

#include "check/prose.h"

namespace crosscheck {

// The words that tell lists from what looks like them: settings of style.serial_comma.
struct SeriesWords {
  Prose prose;
  WordSet openers, no_item, links, clause_subjects, twos, relatives;
  PhraseSet pairs;
  Symbol open_square, close_square, of;
  SeriesWords(const Value& settings, Rulebook& book)
      : prose(book),
        openers(book.word_set(settings["openers"])),
        no_item(book.word_set(settings["no_item"])),
        links(book.word_set(settings["links"])),
        clause_subjects(book.word_set(settings["clause_subjects"])),
        twos(book.word_set(settings["twos"])),
        relatives(book.word_set(settings["relatives"])),
        pairs(book.phrase_set(settings["pairs"])),
        open_square(book.symbols.intern("[")),
        close_square(book.symbols.intern("]")),
        of(book.symbols.intern("of")) {}
};

struct SeriesItem {
  uint32_t begin = 0, end = 0;  // tokens
  uint32_t size() const { return end - begin; }
};

struct Series {
  bool comma = false;             // before the joining word
  SeriesItem before, middle, last;  // the last three items
};

// Is the joining word at token `i` ("and", "or") the last of a list of three or more items?
bool read_series(const SeriesWords& words, const Document& document, const Sentence& sentence, uint32_t i, Series& series);
// A finite verb that a short list tells: where the last item ends and the sentence goes on.
bool is_finite_verb(const SeriesWords& words, const Token& token);

}  // namespace crosscheck
