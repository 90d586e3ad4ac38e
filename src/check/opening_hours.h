// When a place is open, read from its sentences, and where two documents leave a visitor before a closed door.
#pragma once

#include <vector>

#include "check/check.h"

namespace crosscheck {

struct OpeningWords {
  OpeningWords(const Value& settings, Rulebook& book);

  WordSet opens, closes, hours, lines, visits, ours, hedges, seasons, besides, whom, of, where;
  WordMap<int> days;        // bits, Monday first
  PhraseSet daily, around;  // "every day", "round the clock"
  WordSet ranges, joins;    // "to", "and"
};

// One thing a document says of the hours of one place.
struct OpeningHours {
  static constexpr int kUnsaid = -1;

  uint32_t document = 0, sentence = 0;
  Span span;                    // the times with their days
  Key place = 0;                // "library"; 0 where the text says "we" or nothing
  std::vector<Key> modifiers;   // "central"; sorted
  std::vector<Key> season;      // "in summer", "on public holidays"; sorted
  unsigned days = 0;            // bits, Monday first; 0 where none are named
  int open = kUnsaid, close = kUnsaid;  // minutes of the day
  bool closed = false;          // all of these days
};

// In order of documents and places.
std::vector<OpeningHours> find_opening_hours(const CheckInput& in, const OpeningWords& words);

// Pairs that cannot both be followed; each holds two documents' words on one place.
std::vector<std::pair<const OpeningHours*, const OpeningHours*>> clashing_hours(const std::vector<OpeningHours>& all);

}  // namespace crosscheck
