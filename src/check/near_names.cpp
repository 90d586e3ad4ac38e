#include "check/near_names.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "language/token_pattern.h"

namespace crosscheck {
namespace {

constexpr size_t kListsOfName = 16;  // lists with one name in common that are compared

// One sign replaced by another.
bool one_sign_apart(std::string_view a, std::string_view b) {
  if (a.size() != b.size() || a.size() < 3) return false;
  int differ = 0;
  for (size_t i = 0; i < a.size(); ++i) differ += a[i] != b[i];
  return differ == 1;
}

struct Listed {
  uint32_t document = 0;
  std::vector<std::pair<std::string_view, Span>> names;  // in reading order
  const Span* find(std::string_view name) const {
    for (const auto& [text, span] : names)
      if (text == name) return &span;
    return nullptr;
  }
};

class Reader {
 public:
  Reader(const CheckInput& in, Findings& findings) : in_(in), findings_(findings) {}

  void run() {
    for (uint32_t d = 0; d < in_.texts.documents.size(); ++d)
      for (const Sentence& sentence : in_.texts.documents[d].sentences) read(d, sentence);
    compare_lists();
    compare_short_forms();
  }

 private:
  // The names of a sentence, where at least three stand in a row with nothing but commas, brackets, "and" and "or" between.
  void read(uint32_t d, const Sentence& sentence) {
    const Document& document = in_.texts.documents[d];
    Listed list{d, {}};
    uint32_t last = 0;
    for (uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
      const Token& token = document.tokens[i];
      if (token.kind != TokenKind::word || (token.letter_case != Case::upper && token.letter_case != Case::mixed)) continue;
      const std::string_view text = document.text_of(token);
      if (!is_symbol_name(text)) continue;
      if (std::vector<uint32_t>& documents = used_[text]; documents.empty() || documents.back() != d) documents.push_back(d);
      if (!list.names.empty() && !joined(document, last + 1, i)) flush(list);
      if (!list.find(text)) list.names.emplace_back(text, token.span);
      last = i;
    }
    flush(list);
  }
  static bool joined(const Document& document, uint32_t from, uint32_t to) {
    if (to - from > 6) return false;
    for (uint32_t i = from; i < to; ++i) {
      const Token& token = document.tokens[i];
      const std::string_view text = document.text_of(token);
      if (token.kind != TokenKind::punctuation && text != "and" && text != "or" && text != "X" && text != "linked" && text != "gene") return false;
    }
    return true;
  }
  void flush(Listed& list) {
    if (list.names.size() >= 3) lists_.push_back(std::move(list));
    list.names.clear();
  }

  bool used_in(std::string_view name, uint32_t document) const {
    const auto found = used_.find(name);
    return found != used_.end() && std::binary_search(found->second.begin(), found->second.end(), document);
  }

  void compare_lists() {
    std::map<std::string_view, std::vector<uint32_t>> by_name;
    for (uint32_t l = 0; l < lists_.size(); ++l)
      for (const auto& [name, span] : lists_[l].names)
        if (std::vector<uint32_t>& at = by_name[name]; at.size() < kListsOfName) at.push_back(l);
    std::map<std::pair<std::string_view, std::string_view>, std::vector<Evidence>> found;
    for (const auto& [name, at] : by_name)
      for (size_t i = 0; i < at.size(); ++i)
        for (size_t j = i + 1; j < at.size(); ++j) compare(lists_[at[i]], lists_[at[j]], found);
    for (auto& [names, places] : found) report(std::move(places), 0.8, "both list the same names but for one, which differs in one sign");
  }

  void compare(const Listed& a, const Listed& b, std::map<std::pair<std::string_view, std::string_view>, std::vector<Evidence>>& found) const {
    size_t shared = 0;
    for (const auto& [name, span] : a.names) shared += b.find(name) != nullptr;
    if (shared < 2) return;
    for (const auto& [name, span] : a.names)
      for (const auto& [other, place] : b.names) {
        if (!one_sign_apart(name, other) || a.find(other) || b.find(name) || listed_together(name, other)) continue;
        if (a.document != b.document && used_in(name, b.document) && used_in(other, a.document)) continue;
        const bool swap = other < name;
        std::vector<Evidence>& places = found[swap ? std::pair(other, name) : std::pair(name, other)];
        add(places, {a.document, span, static_cast<uint8_t>(swap ? 2 : 1)});
        add(places, {b.document, place, static_cast<uint8_t>(swap ? 1 : 2)});
      }
  }
  // Somewhere both are listed: they are two things.
  bool listed_together(std::string_view name, std::string_view other) const {
    return std::any_of(lists_.begin(), lists_.end(), [&](const Listed& list) { return list.find(name) && list.find(other); });
  }
  static void add(std::vector<Evidence>& places, Evidence place) {
    if (std::none_of(places.begin(), places.end(), [&](const Evidence& e) { return e.document == place.document && e.span == place.span; })) places.push_back(place);
  }

  static size_t times(const Abbreviation& short_form) { return short_form.uses.size() + short_form.expansions.size() + short_form.attached.size(); }

  void compare_short_forms() {
    const std::vector<Abbreviation>& all = in_.index.abbreviations.all;
    for (const Abbreviation& odd : all) {
      if (odd.defined() || odd.well_known || odd.word || odd.text.size() < 3 || odd.uses.empty()) continue;
      for (size_t i = 0; i + 1 < odd.text.size(); ++i) {
        std::string swapped = odd.text;
        std::swap(swapped[i], swapped[i + 1]);
        const Abbreviation* meant = swapped == odd.text ? nullptr : in_.index.abbreviations.find(swapped);
        if (!meant || meant->well_known) continue;
        const bool told = meant->defined() || !meant->attached.empty();
        if (told ? times(*meant) < odd.uses.size() : odd.text.size() < 4 || times(*meant) < odd.uses.size() || (times(*meant) == odd.uses.size() && swapped < odd.text)) continue;
        std::vector<Evidence> places;
        for (const ShortFormUse& use : odd.uses) places.push_back({use.document, use.span, 1});
        for (const Expansion& expansion : meant->expansions) places.push_back({expansion.use.document, expansion.use.span, 2});
        for (const Expansion& expansion : meant->attached) places.push_back({expansion.use.document, expansion.use.span, 2});
        for (const ShortFormUse& use : meant->uses) places.push_back({use.document, use.span, 2});
        report(std::move(places), told ? 0.75 : 0.65, "\"" + odd.text + "\" is \"" + swapped + "\" with two letters swapped" + (told ? ", and only \"" + swapped + "\" is spelled out" : ", and neither is spelled out"));
        break;
      }
    }
  }

  void report(std::vector<Evidence> places, double confidence, std::string why) {
    const auto ones = std::count_if(places.begin(), places.end(), [](const Evidence& e) { return e.side == 1; });
    if (2 * ones > static_cast<std::ptrdiff_t>(places.size()))
      for (Evidence& place : places) place.side = place.side == 1 ? 2 : 1;
    std::stable_sort(places.begin(), places.end(), [](const Evidence& a, const Evidence& b) { return std::tie(a.side, a.document, a.span) < std::tie(b.side, b.document, b.span); });
    const std::string forms = std::string(in_.texts.documents[places.front().document].text_of(places.front().span)) + "|" + std::string(in_.texts.documents[places.back().document].text_of(places.back().span));
    const bool many = places.size() > 2;
    Finding out = finding(in_, std::move(places));
    lower_to(out, Level::warning);
    out.confidence = confidence;
    out.why = std::move(why);
    if (many) out.forms = forms;
    findings_.push_back(std::move(out));
  }

  const CheckInput& in_;
  Findings& findings_;
  std::vector<Listed> lists_;
  std::map<std::string_view, std::vector<uint32_t>> used_;  // by name, the documents in order
};

}  // namespace

void report_near_names(const CheckInput& in, Findings& findings) { Reader(in, findings).run(); }

}  // namespace crosscheck
