// Reads rules/lexicon/slots.yaml and the files it names.
#include <algorithm>

#include "index/slots.h"

namespace crosscheck {
namespace {

OneSided one_sided(const Value& value, OneSided fallback) {
  const std::string text = value.text("");
  if (text.empty()) return fallback;
  if (text == "passes") return OneSided::passes;
  if (text == "opens") return OneSided::opens;
  if (text != "closes") value.fail("expected passes, opens or closes");
  return OneSided::closes;
}

std::vector<size_t> members_of(const Value& group, const Slot& slot) {
  std::vector<size_t> members;
  for (const Value& name : group.items) {
    const auto found = std::find(slot.values.begin(), slot.values.end(), name.text());
    if (found == slot.values.end()) name.fail("\"" + name.text() + "\" is no value of this slot");
    members.push_back(static_cast<size_t>(found - slot.values.begin()));
  }
  return members;
}

void read_classes(const Value& entry, Slot& slot, Rulebook& book) {
  for (const Value& item : entry["values"].items) {
    item.allow_only({"value", "phrases", "says", "bounds", "years", "absolute", "never"});
    const auto number = static_cast<int32_t>(slot.values.size());
    slot.values.push_back(item["value"].text());
    for (const std::string& phrase : item["phrases"].texts()) slot.phrases.add(phrase, number, book.symbols);
    slot.never_of.push_back(book.word_set(item["never"]));
    slot.absolute.push_back(item["absolute"].truth(false));
    const double unit = item["years"] ? 365.25 : 1;  // days
    if (const Value& bounds = item["years"] ? item["years"] : item["bounds"]; bounds) slot.bounds.emplace_back(bounds.items.at(0).number() * unit, bounds.items.at(1).number() * unit);
  }
  const size_t n = slot.values.size();
  slot.apart.assign(n, std::vector<bool>(n, true));
  for (size_t i = 0; i < n; ++i) slot.apart[i][i] = false;
  for (const bool apart : {false, true})
    for (const Value& group : entry[apart ? "but" : "together"].items) {
      const std::vector<size_t> members = members_of(group, slot);
      for (const size_t a : members)
        for (const size_t b : members) slot.apart[a][b] = apart && a != b;
    }
}

std::vector<Value> items_of(const Value& list) { return list.is_list() ? list.items : list ? std::vector<Value>{list} : std::vector<Value>{}; }

void read_wordings(const Value& entry, Slot& slot, Rulebook& book) {
  int32_t number = 0;
  for (const Value& item : entry["values"].items) {
    for (const Value& pattern : items_of(item["says"])) slot.wordings.push_back({TokenPattern(pattern, slot.phrases, book), number});
    ++number;
  }
  for (const Value& pattern : entry["says"].items) slot.wordings.push_back({TokenPattern(pattern, slot.phrases, book), -1});
  for (const Value& pattern : entry["rows"].items) slot.wordings.push_back({TokenPattern(pattern, slot.phrases, book), -1, true});
}

}  // namespace

void SlotTable::load(const Value& entry, Rulebook& book) {
  entry.allow_only({"slot", "asks", "rule", "values", "says", "rows", "together", "but", "soft", "hedged", "label", "scope", "condition", "kinds", "near", "limits", "never", "named", "usual", "same", "most", "row_values", "neutral", "level", "tolerance"});
  auto slot = std::make_unique<Slot>();
  slot->name = entry["slot"].text();
  slot->asks = entry["asks"].text();
  slot->rule = entry["rule"].text();
  slot->soft = one_sided(entry["soft"], OneSided::opens);
  slot->hedged = one_sided(entry["hedged"], OneSided::closes);
  slot->label = one_sided(entry["label"], OneSided::closes);
  slot->scope = one_sided(entry["scope"], OneSided::opens);
  slot->condition = one_sided(entry["condition"], OneSided::closes);
  slot->kinds = entry["kinds"].truth(false);
  slot->near = entry["near"].truth(false);
  slot->limits = entry["limits"].truth(false);
  slot->neutral = book.word_set(entry["neutral"]);
  slot->never = book.word_set(entry["never"]);
  slot->usual = entry["usual"].truth(false);
  for (const Value& cluster : entry["same"].items) {
    slot->same.emplace_back();
    for (const std::string& phrase : cluster.texts()) {
      slot->same.back().emplace_back();
      for (const std::string& word : split_phrase(phrase)) slot->same.back().back().push_back(book.symbols.intern(word));
    }
  }
  slot->named = entry["named"].truth(false);
  slot->most = entry["most"].number(0);
  for (const Value& row : entry["row_values"].items) slot->row_values.emplace_back(row.items.at(0).number(), std::pair(row.items.at(1).number(), row.items.at(2).number()));
  slot->error = entry["level"].text("warning") == "error";
  slot->tolerance = entry["tolerance"].number(0);
  read_classes(entry, *slot, book);
  read_wordings(entry, *slot, book);  // they keep the place of the slot's phrases
  const auto number = static_cast<uint32_t>(slots.size());
  for (uint32_t w = 0; w < slot->wordings.size(); ++w) {
    if (slot->wordings[w].pattern.starts_with_quantity()) {
      with_quantity.emplace_back(number, w);
      continue;
    }
    const std::vector<Symbol>& firsts = slot->wordings[w].pattern.firsts();
    const std::vector<Symbol> of_phrases = slot->phrases.firsts();
    for (const Symbol word : firsts.empty() ? of_phrases : firsts) starts[word].emplace_back(number, w);
  }
  slots.push_back(std::move(slot));
}

SlotTable::SlotTable(Rulebook& book) {
  const Value& shared = book.lexicon("slots");
  const auto words = [&](const char* name) { return book.word_set(shared[name]); };
  soft = words("soft"), usual = words("usual"), hedges = words("hedges"), views = words("views"), conditions = words("conditions"), others = words("others");
  generic = words("generic"), links = words("links"), breaks = words("breaks"), labels = words("labels"), asking = words("asking");
  explains = words("explains"), parts = words("parts"), before_others = words("before_others"), degrees = words("degrees"), ends_finding = words("ends_finding");
  negators = book.word_set(book.lexicon("grammar")["negators"]);
  for (const std::string& file : shared["files"].texts())
    for (const Value& entry : book.lexicon(file).items) load(entry, book);
}

}  // namespace crosscheck
