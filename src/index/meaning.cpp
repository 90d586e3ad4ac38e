// Tested by tests/rooms/meaning.cpp.
#include "index/meaning.h"

#include "text/fold.h"

namespace crosscheck {
namespace {

Key hash(std::string_view text) {
  uint32_t value = 2166136261u;
  for (const char c : text) value = (value ^ static_cast<unsigned char>(c)) * 16777619u;
  return value | 1u;
}

bool vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y'; }

bool has_vowel(std::string_view text) {
  for (const char c : text)
    if (vowel(c)) return true;
  return false;
}

// A light stem: plural, -ing, -ed and a final e go; "studies" and "study" meet, "using" and "use" too.
std::string_view stem_into(std::string& out, std::string_view word) {
  out = word;
  const auto ends = [&](std::string_view tail) { return out.size() > tail.size() + 2 && out.ends_with(tail); };
  if (ends("ies")) out.resize(out.size() - 3), out += 'y';
  else if (ends("sses") || ends("xes") || ends("ches") || ends("shes")) out.resize(out.size() - 2);
  else if (ends("s") && !out.ends_with("ss") && !out.ends_with("us") && !out.ends_with("is")) out.pop_back();
  const auto cut = [&](size_t tail) {
    if (!has_vowel(std::string_view(out).substr(0, out.size() - tail))) return;
    out.resize(out.size() - tail);
    const size_t n = out.size();
    if (n > 2 && out[n - 1] == out[n - 2] && !vowel(out[n - 1]) && out[n - 1] != 'l' && out[n - 1] != 's') out.pop_back();
  };
  if (ends("ing") && out.size() > 5) cut(3);
  else if (ends("ied")) out.resize(out.size() - 3), out += 'y';
  else if (ends("ed") && out.size() > 4) cut(2);
  if (out.size() > 3 && out.back() == 'e') out.pop_back();
  if (out.size() > 3 && out.back() == 'y' && !vowel(out[out.size() - 2])) out.back() = 'i';
  return out;
}

}  // namespace

const char* name_of(WordKind kind) {
  switch (kind) {
    case WordKind::population: return "who it is about";
    case WordKind::time: return "when it holds";
    case WordKind::route: return "how it is given";
    case WordKind::form: return "the form of the product";
    case WordKind::degree: return "the kind or degree";
    case WordKind::measure: return "what is measured";
    default: return "the words";
  }
}

Key MeaningTable::key_of(std::string_view word) const {
  std::string stem;
  const Key key = hash(stem_into(stem, word));
  const auto found = clusters_.find(key);
  return found == clusters_.end() ? key : found->second;
}

MeaningTable::MeaningTable(Rulebook& book) {
  std::string stem;
  for (const Value& cluster : book.lexicon("synonyms").items) {
    const Key key = hash(cluster.items.at(0).text()) ^ 0x5bd1e994u;
    for (const std::string& word : cluster.texts()) {
      if (split_phrase(word).size() > 1) {
        phrases.add(word, static_cast<int32_t>(phrase_keys.size()), book.symbols);
        phrase_keys.push_back(key);
      } else {
        clusters_.emplace(hash(stem_into(stem, fold(word))), key);
      }
    }
  }
  const Value& grammar = book.lexicon("grammar");
  negators = book.word_set(grammar["negators"]);
  pronouns = book.word_set(grammar["pronouns"]);
  limits = book.word_set(book.lexicon("scope")["limits"]);
  trial = book.word_set(book.lexicon("scope")["trial"]);
  sample = book.word_set(book.lexicon("scope")["sample"]);
  statistics = book.word_set(book.lexicon("scope")["statistics"]);
  coordinators = book.word_set(grammar["coordinators"]);
  labels = book.word_set(book.lexicon("amounts")["grammar"]["labels"]);
  romans = book.word_set(book.lexicon("scope")["romans"]);
  lists = book.word_set(book.lexicon("scope")["lists"]);
  const WordSet function = book.word_set(grammar["function"]), filler = book.word_set(grammar["filler"]);
  std::unordered_map<Symbol, WordKind> scope;
  const std::pair<const char*, WordKind> classes[] = {
      {"population", WordKind::population}, {"time", WordKind::time}, {"route", WordKind::route}, {"form", WordKind::form}, {"degree", WordKind::degree}, {"measure", WordKind::measure}};
  for (const auto& [name, kind] : classes)
    for (const std::string& word : book.lexicon("scope")[name].texts()) scope.emplace(book.symbols.intern(fold(word)), kind);
  keys.resize(book.symbols.size());
  kinds.resize(book.symbols.size());
  for (Symbol word = 0; word < keys.size(); ++word) {
    const auto found = scope.find(word);
    const std::string_view text = book.symbols.text(word);
    kinds[word] = found != scope.end() ? found->second : function.contains(word) ? WordKind::function : filler.contains(word) ? WordKind::filler : WordKind::content;
    keys[word] = kinds[word] == WordKind::function || text.empty() ? 0 : key_of(text);
  }
}

Meanings::Meanings(const MeaningTable& table, const SymbolTable& symbols) : table_(&table), base_(static_cast<Symbol>(table.keys.size())) {
  own_.resize(symbols.size() > base_ ? symbols.size() - base_ : 0);
  for (Symbol i = 0; i < own_.size(); ++i) own_[i] = table.key_of(symbols.text(base_ + i));
}

}  // namespace crosscheck
