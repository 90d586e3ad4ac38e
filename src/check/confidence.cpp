// The evidence is read from the two sentences alone, whoever compared them, so a new way of comparing is weighed with
// the others from its first day; what a comparison knows besides (gates, share of words with a partner) travels in
// Finding::compared. Sums are rounded, so that the last bits of a machine's arithmetic do not reach a report.
//
// Tested by tests/rooms/confidence.cpp.
#include "check/confidence.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "language/word_relations.h"
#include "spelling/dictionary.h"

namespace crosscheck {
namespace {

constexpr double kBackground = 4e6;  // words of the texts behind the counts
constexpr double kMostBits = 16;
constexpr double kMost = 4;          // of what is counted

// A sentence as a bag of what bears on the comparison.
struct Bag {
  std::set<Key> words, scope, names;
  std::set<std::string_view> figures;
  std::map<Key, double> bits;  // rarity
  int negators = 0;
  uint32_t length = 0;
  bool hedged = false, soft = false, conditional = false;
};

class BagReader {
 public:
  BagReader(const Collection& texts, const Index& index, const Rulebook& rules)
      : texts_(texts), meanings_(index.meanings), relations_(rules.table<WordRelations>()), dictionary_(rules.table<Dictionary>()) {}

  Bag read(const Evidence& place) const {
    Bag bag;
    const Document& document = texts_.documents[place.document];
    const auto after = [](uint32_t at, const Sentence& sentence) { return at < sentence.span.begin; };
    const auto next = std::upper_bound(document.sentences.begin(), document.sentences.end(), place.span.begin, after);
    if (next == document.sentences.begin()) return bag;
    const Sentence& sentence = *(next - 1);
    bag.length = sentence.end_token - sentence.first_token;
    for (uint32_t i = sentence.first_token; i < sentence.end_token; ++i) add(document, i, i == sentence.first_token, place.span, bag);
    return bag;
  }

 private:
  void add(const Document& document, uint32_t i, bool first, Span clash, Bag& bag) const {
    const Token& token = document.tokens[i];
    const uint32_t classes = relations_.classes(token.word);
    bag.hedged |= (classes & (hedge | report_word)) != 0;
    bag.soft |= (classes & soft_frequency) != 0;
    bag.conditional |= (classes & condition_word) != 0;
    bag.negators += (classes & negator) != 0;
    if (token.kind == TokenKind::number && !clash.overlaps(token.span)) bag.figures.insert(document.text_of(token));
    const Key key = meanings_.key(token.word);
    if (token.kind != TokenKind::word || key == 0 || clash.overlaps(token.span)) return;
    const WordKind kind = meanings_.kind(token.word);
    if (kind == WordKind::function || kind == WordKind::filler) return;
    if (is_scope(kind)) bag.scope.insert(key);
    const bool name = !first && (token.letter_case == Case::capitalised || token.letter_case == Case::mixed || token.letter_case == Case::upper);
    if (name) bag.names.insert(key);
    bag.words.insert(key);
    bag.bits.emplace(key, std::min(kMostBits, std::log2(kBackground / (1.0 + dictionary_.find(texts_.word(token.word)).count))));
  }

  const Collection& texts_;
  const Meanings& meanings_;
  const WordRelations& relations_;
  const Dictionary& dictionary_;
};

template <class T>
double apart(const std::set<T>& a, const std::set<T>& b) {
  double out = 0;
  for (const T& each : a) out += !b.contains(each);
  for (const T& each : b) out += !a.contains(each);
  return std::min(out, kMost);
}

// What the two sentences share and what stands in one of them only.
void compare(const Bag& a, const Bag& b, std::vector<Term>& terms) {
  double shared = 0, bits = 0;
  for (const Key key : a.words) {
    if (!b.words.contains(key)) continue;
    ++shared;
    bits += a.bits.at(key);
  }
  const auto share = [&](size_t of) { return of == 0 ? 1 : shared / static_cast<double>(of); };
  terms.push_back({"share of words in both", share((a.words.size() + b.words.size() + 1) / 2)});
  terms.push_back({"share of the shorter in both", share(std::min(a.words.size(), b.words.size()))});
  terms.push_back({"rarity of words in both", std::min(bits / 50, 2.0)});
  terms.push_back({"words of scope on one side", apart(a.scope, b.scope)});
  terms.push_back({"names on one side", apart(a.names, b.names)});
  terms.push_back({"figures on one side", apart(a.figures, b.figures)});
  terms.push_back({"length", std::log2(1.0 + std::max(a.length, b.length)) - 4});
  terms.push_back({"a hedge", (a.hedged || b.hedged) ? 1.0 : 0.0});
  terms.push_back({"a soft frequency", (a.soft || b.soft) ? 1.0 : 0.0});
  terms.push_back({"a condition on one side", (a.conditional != b.conditional) ? 1.0 : 0.0});
  terms.push_back({"negation on one side", ((a.negators - b.negators) % 2 != 0) ? 1.0 : 0.0});
}

}  // namespace

ConfidenceTable::ConfidenceTable(Rulebook& book) {
  for (const auto& [name, weight] : book.lexicon("confidence")["weights"].fields) weights_.emplace(name, weight.number());
}

double ConfidenceTable::weight(const std::string& term) const {
  const auto found = weights_.find(term);
  return found == weights_.end() ? 0 : found->second;
}

double ConfidenceTable::confidence(const std::vector<Term>& terms) const {
  double sum = 0;
  for (const Term& term : terms) sum += term.value * weight(term.name);
  return 1 / (1 + std::exp(-std::round(sum * 1000) / 1000));
}

std::vector<Term> terms_of(const Finding& finding, const Collection& texts, const Index& index, const Rulebook& rules) {
  std::vector<Term> terms;
  if (finding.evidence.empty() || finding.rule->family() != "contradiction") return terms;
  const Evidence& first = finding.evidence.front();
  const auto other = std::find_if(finding.evidence.begin(), finding.evidence.end(), [&](const Evidence& e) { return e.side != first.side; });
  if (other == finding.evidence.end()) return terms;
  const Compared& compared = finding.compared;
  terms.push_back({"always", 1});
  terms.push_back({finding.rule->id, 1});
  terms.push_back({std::string("compared by ") + (*compared.by ? compared.by : "its own rule"), 1});
  terms.push_back({"every gate passed", (finding.level == Level::error) ? 1.0 : 0.0});
  terms.push_back({"gates that stay open", static_cast<double>(compared.open)});
  terms.push_back({"gates passed", compared.passed / 10.0});
  terms.push_back({"share of words with a partner", compared.alike});
  terms.push_back({"one document", (first.document == other->document) ? 1.0 : 0.0});
  terms.push_back({"more places", std::log2(static_cast<double>(finding.evidence.size()) / 2)});
  const BagReader reader(texts, index, rules);
  compare(reader.read(first), reader.read(*other), terms);
  return terms;
}

void weigh(std::vector<Finding>& findings, const Collection& texts, const Index& index, const Rulebook& rules) {
  const auto& table = rules.table<ConfidenceTable>();
  for (Finding& finding : findings)
    if (const std::vector<Term> terms = terms_of(finding, texts, index, rules); !terms.empty()) finding.confidence = table.confidence(terms);
}

}  // namespace crosscheck
