// Tested by the fixtures of the contradiction rules, which name the gate that silences each case.
#include "check/gate.h"

#include <algorithm>

#include "language/tags.h"

namespace crosscheck {
namespace {

std::string word_of(const Document& document, const Item& item) {
  return "\"" + std::string(Span{document.tokens[item.token].span.begin, document.tokens[item.end - 1].span.end}.of(document.text)) + "\"";
}

// "PKD1" beside "PKD2": names of one series.
bool of_one_series(std::string_view a, std::string_view b) {
  const auto stem = [](std::string_view name) { return name.substr(0, name.find_first_of("0123456789")); };
  return a != b && stem(a).size() >= 2 && stem(a).size() < a.size() && stem(a) == stem(b) && stem(b).size() < b.size();
}

// Words of one kind of scope that stand alone on both sides ("children" here, "adults" there), wherever they stand.
const char* scope_apart(const Residue& residue) {
  for (const WordKind kind : {WordKind::population, WordKind::time, WordKind::route, WordKind::form, WordKind::degree}) {
    bool first = false, second = false;
    for (const Residue::Gap& gap : residue.gaps) {
      first |= std::any_of(gap.first.begin(), gap.first.end(), [&](const Item& item) { return item.kind == kind; });
      second |= std::any_of(gap.second.begin(), gap.second.end(), [&](const Item& item) { return item.kind == kind; });
    }
    if (first && second) return name_of(kind);
  }
  return nullptr;
}

bool named_in_series(const Document& document, const Side& side, const Item& item) {
  const std::string_view name = document.text_of(document.tokens[item.token]);
  for (uint32_t i = side.sentence().first_token; i < side.sentence().end_token; ++i)
    if (of_one_series(name, document.text_of(document.tokens[i]))) return true;
  return false;
}

bool contrast(const Item& item) { return item.kind != WordKind::filler && item.kind != WordKind::function && !item.negator; }

}  // namespace

bool subject_elsewhere(const Meanings& meanings, const Side& side) {
  const Span subject = side.claim->subject;
  if (subject.empty()) return true;
  for (uint32_t i = side.sentence().first_token; i < side.sentence().end_token; ++i)
    if (side.document->tokens[i].span.begin == subject.begin) return meanings.table().pronouns.contains(side.document->tokens[i].word);
  return false;
}

void Gates::add(const char* name, Answer answer, std::string words) {
  if (without && std::find(without->begin(), without->end(), name) != without->end()) return;
  all.push_back({name, answer, std::move(words)});
}

bool Gates::closed() const {
  return std::any_of(all.begin(), all.end(), [](const Gate& gate) { return gate.answer == Answer::closed; });
}

unsigned Gates::open() const {
  return static_cast<unsigned>(std::count_if(all.begin(), all.end(), [](const Gate& gate) { return gate.answer == Answer::open; }));
}

Compared Gates::compared(const char* by, double alike) const {
  const auto passed = std::count_if(all.begin(), all.end(), [](const Gate& gate) { return gate.answer == Answer::passed; });
  return {by, static_cast<uint8_t>(open()), static_cast<uint8_t>(passed), alike};
}

std::string Gates::why() const {
  std::string passed, opened;
  for (const Gate& gate : all) {
    if (gate.answer == Answer::closed) return std::string("closed by ") + gate.name + (gate.words.empty() ? "" : " (" + gate.words + ")");
    std::string& list = gate.answer == Answer::open ? opened : passed;
    if (list.find(gate.name) != std::string::npos) continue;
    if (!list.empty()) list += ", ";
    list += gate.name;
    if (gate.answer == Answer::open && !gate.words.empty()) list += " (" + gate.words + ")";
  }
  return (passed.empty() ? "" : "alike: " + passed) + (opened.empty() ? "" : (passed.empty() ? "open: " : "; open: ") + opened);
}

void gate_siblings(const Side& a, const Side& b, Gates& gates) {
  if (a.document != b.document) return;
  if (a.claim->relation.empty() && b.claim->relation.empty() && a.passage().kind != PassageKind::field) return gates.add("fragments", Answer::closed, "two lines of one document");
  if (&a.sentence() == &b.sentence()) return gates.add("sentence", Answer::closed, "both in one sentence");
  const Passage &one = a.passage(), &two = b.passage();
  if (one.list >= 0 && one.list == two.list) return gates.add("list", Answer::closed, "items of one list");
  if (one.table >= 0 && one.table == two.table) gates.add("table", Answer::closed, "cells of one table");
}

void gate_attribution(const Side& a, const Side& b, Gates& gates) {
  for (const Side* side : {&a, &b})
    if (side->claim->attribution) return gates.add("attribution", Answer::closed, "\"" + std::string(side->document->text_of(*side->claim->attribution)) + "\"");
}

void gate_residue(const Meanings& meanings, const Side& a, const Side& b, const Residue& residue, Gates& gates) {
  if (const char* kind = scope_apart(residue)) return gates.add(kind, Answer::closed, "another one on each side");
  unsigned negators = 0;
  for (const Residue::Gap& gap : residue.gaps) {
    for (const Item& item : gap.first) negators += item.negator;
    for (const Item& item : gap.second) negators += item.negator;
    const auto first = std::find_if(gap.first.begin(), gap.first.end(), contrast), second = std::find_if(gap.second.begin(), gap.second.end(), contrast);
    if (first != gap.first.end() && second != gap.second.end())
      return gates.add("second contrast", Answer::closed, word_of(*a.document, *first) + " against " + word_of(*b.document, *second));
    for (const auto* list : {&gap.first, &gap.second}) {
      const bool from_first = list == &gap.first;
      const Document& document = from_first ? *a.document : *b.document;
      const bool stands_for_it = subject_elsewhere(meanings, from_first ? b : a);
      for (const Item& item : *list) {
        if (item.kind == WordKind::measure) return gates.add("what is measured", Answer::closed, word_of(document, item) + " on one side only");
        if (item.modifier && is_adjective(document.tokens[item.token].tag) && item.kind == WordKind::content) gates.add("modifiers", Answer::open, word_of(document, item) + " on one side only");
        else if (is_scope(item.kind)) gates.add(name_of(item.kind), Answer::open, word_of(document, item) + " on one side only");
        else if (item.name && named_in_series(document, from_first ? a : b, item)) return gates.add("names", Answer::closed, word_of(document, item) + " has a sibling");
        else if (item.name && item.modifier && !(stands_for_it && (from_first ? a : b).claim->subject.contains(document.tokens[item.token].span))) gates.add("names", Answer::open, word_of(document, item) + " on one side only");
      }
    }
  }
  if (negators % 2 == 1) gates.add("negation", Answer::closed, "one side is denied");
}

}  // namespace crosscheck
