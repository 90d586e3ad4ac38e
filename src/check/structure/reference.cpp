// "See Table 3" where there is no Table 3.
//
// What a text can refer to is gathered for the whole set (index/numbered_parts); a reference is a word for a part and
// its label. Silence where the part may well exist outside: "Table 3 of the European guideline", a text that was cut
// out of a longer one (its headings start at 5), a set that lost all its tables (three and more references, no caption).
//
// Tested by tests/checks/structure/reference.yaml.

#include <algorithm>
#include <map>

#include "check/check.h"
#include "index/numbered_parts.h"
#include "text/utf8.h"

namespace crosscheck::structure {
namespace {

constexpr size_t kLostParts = 3;  // so many different labels without any part: the parts were left out on purpose

struct Settings {
  PartWords parts;
  WordSet joins, ranges, outside, inside, cues, foreign;
  Settings(const Value& settings, Rulebook& book)
      : parts(book),
        joins(book.word_set(settings["joins"])),
        ranges(book.word_set(settings["ranges"])),
        outside(book.word_set(settings["outside"])),
        inside(book.word_set(settings["inside"])),
        cues(book.word_set(settings["cues"])),
        foreign(book.word_set(settings["foreign"])) {}
};

struct Reference {
  uint32_t document = 0, kind = 0;
  std::string label;
  Span span;
  bool cued = false;  // "see", "shown in"
};

class Finder {
 public:
  Finder(const Document& document, uint32_t number, const Settings& settings) : document_(document), tokens_(document.tokens), number_(number), settings_(settings) {}

  std::vector<Reference> find() {
    for (const Sentence& sentence : document_.sentences) {
      const PassageKind kind = document_.passages[sentence.passage].kind;
      if (kind == PassageKind::code || kind == PassageKind::caption) continue;
      for (uint32_t i = sentence.first_token; i + 1 < sentence.end_token; ++i)
        if (const uint32_t* part = settings_.parts.kind_of(tokens_[i].word)) read(sentence, i, *part);
    }
    return std::move(found_);
  }

 private:
  void read(const Sentence& sentence, uint32_t word, uint32_t kind) {
    uint32_t at = word + 1;
    if (document_.text[tokens_[at].span.begin] == '.' && !tokens_[at].space_before) ++at;
    PartLabel label = read_label(document_, at, sentence.end_token);
    if (label.tokens == 0 || !tokens_[at].space_before) return;
    if (word == sentence.first_token && opens_part(document_, sentence, at + label.tokens)) return;
    if (belongs_elsewhere(sentence, word)) return;
    const size_t first = found_.size();
    uint32_t begin = word;
    while (true) {
      found_.push_back({number_, kind, label.text, {tokens_[begin].span.begin, tokens_[at + label.tokens - 1].span.end}, has_cue(sentence, word)});
      const uint32_t next = at + label.tokens;
      const bool goes_on = settings_.parts.plurals.contains(tokens_[word].word) && next + 1 < sentence.end_token && settings_.joins.contains(tokens_[next].word);
      const PartLabel more = goes_on ? read_label(document_, next + 1, sentence.end_token) : PartLabel{};
      if (more.tokens == 0) break;
      at = begin = next + 1;
      label = more;
    }
    if (points_outside(sentence, at + label.tokens)) found_.resize(first);
  }

  // "the WHO's Table 3", "Supplementary Table 3", "a table 3 m long"
  bool belongs_elsewhere(const Sentence& sentence, uint32_t word) const {
    if (word == sentence.first_token) return false;
    const Token& before = tokens_[word - 1];
    if (settings_.foreign.contains(before.word)) return true;
    return before.kind == TokenKind::word && word - 1 > sentence.first_token && (before.letter_case == Case::capitalised || before.letter_case == Case::upper) && !settings_.cues.contains(before.word);
  }

  // "Table 3 of the guideline", but not "section 4 of this leaflet".
  bool points_outside(const Sentence& sentence, uint32_t after) const {
    if (after >= sentence.end_token) return false;
    const Token& next = tokens_[after];
    if (next.kind == TokenKind::punctuation && document_.text[next.span.begin] == '(' && !next.space_before) return true;  // "section 12(3)"
    if (!settings_.outside.contains(next.word)) return false;
    return after + 1 >= sentence.end_token || !settings_.inside.contains(tokens_[after + 1].word);
  }

  bool has_cue(const Sentence& sentence, uint32_t word) const {
    for (uint32_t i = word; i-- > sentence.first_token && word - i <= 4;)
      if (settings_.cues.contains(tokens_[i].word)) return true;
    return false;
  }

  const Document& document_;
  const std::vector<Token>& tokens_;
  uint32_t number_;
  const Settings& settings_;
  std::vector<Reference> found_;
};

// Is there a part the reference can mean, or is that beyond knowing?
bool is_sound(const Reference& reference, const NumberedParts& all, const PartWords& words) {
  const PartKind& kind = words.kinds[reference.kind];
  const std::set<std::string>& labelled = all.labelled[reference.kind];
  const bool letter = reference.label[0] > '9';
  if (labelled.contains(reference.label) || (!all.whole && kind.style != PartStyle::item)) return true;
  if (kind.style == PartStyle::captioned) {
    if (kind.picture && all.pictures) return true;
    if (labelled.empty()) return !reference.cued || (letter && kind.name != "appendix");
    // A text cut out of a longer one starts with Table 3.
    const auto value = [](const std::string& label) { return label[0] > '9' ? label[0] - 'a' + 1 : std::atoi(label.c_str()); };
    return std::all_of(labelled.begin(), labelled.end(), [&](const std::string& known) { return value(known) > value(reference.label); });
  }
  if (letter) return true;
  if (kind.style == PartStyle::item) return all.items.size() < 2 || all.items.contains(reference.label);
  if (all.headings.contains(reference.label) || all.items.contains(reference.label)) return true;
  const std::string top = reference.label.substr(0, reference.label.find('.'));
  if (all.headings.empty() && all.items.size() < 2) return !reference.cued || std::atoi(top.c_str()) > 30;
  return std::atoi(top.c_str()) > 60;
}

// What there is instead: "Table 1, Table 2".
std::string known_parts(const Reference& reference, const NumberedParts& all, const PartWords& words) {
  const PartKind& kind = words.kinds[reference.kind];
  const std::set<std::string>* known = &all.labelled[reference.kind];
  if (known->empty() && kind.style == PartStyle::section) known = all.headings.empty() ? &all.items : &all.headings;
  if (known->empty() && kind.style == PartStyle::item) known = &all.items;
  if (known->empty()) return "no " + kind.name + " with a number";
  std::vector<std::string> labels(known->begin(), known->end());
  std::sort(labels.begin(), labels.end(), [](const std::string& a, const std::string& b) { return a.size() != b.size() ? a.size() < b.size() : a < b; });
  if (labels.size() > 6) return "numbers from " + labels.front() + " to " + labels.back();
  std::string out = labels.size() == 1 ? "only " : "";
  for (size_t i = 0; i < labels.size(); ++i) out += (i == 0 ? "" : i + 1 == labels.size() ? " and " : ", ") + labels[i];
  return out;
}

void report(const CheckInput& in, const std::vector<const Reference*>& places, const std::string& known, Findings& findings) {
  std::vector<Evidence> evidence;
  for (const Reference* place : places) evidence.push_back({place->document, place->span, 1});
  Finding out = finding(in, std::move(evidence), {{"known", known}});
  out.why = "Captions, headings and numbered items of the whole set were looked through; there is " + known + ".";
  out.confidence = 0.85;
  findings.push_back(std::move(out));
}

// "[5]" where the list of references ends at 2.
void check_citations(const CheckInput& in, uint32_t d, const Settings& settings, Findings& findings) {
  const Document& document = in.texts.documents[d];
  const std::set<std::string> entries = reference_entries(document, settings.parts);
  if (entries.empty()) return;
  for (uint32_t i = 1; i + 1 < document.tokens.size(); ++i) {
    if (document.tokens[i].kind != TokenKind::number || document.text[document.tokens[i - 1].span.begin] != '[') continue;
    const std::string label(document.text_of(document.tokens[i]));
    if (document.text[document.tokens[i + 1].span.begin] != ']' || label.size() > 3 || entries.contains(label)) continue;
    const Reference reference{d, 0, label, {document.tokens[i - 1].span.begin, document.tokens[i + 1].span.end}, false};
    report(in, {&reference}, std::to_string(entries.size()) + " entries in the list of references", findings);
  }
}

void run(const CheckInput& in, Findings& findings) {
  const auto& settings = in.settings<Settings>();
  NumberedParts all;
  all.labelled.resize(settings.parts.kinds.size());
  std::vector<Reference> references;
  for (uint32_t d = 0; d < in.texts.documents.size(); ++d) {
    merge(all, find_parts(in.texts.documents[d], settings.parts));
    const std::vector<Reference> found = Finder(in.texts.documents[d], d, settings).find();
    references.insert(references.end(), found.begin(), found.end());
    check_citations(in, d, settings, findings);
  }
  std::map<uint32_t, std::set<std::string>> missing;  // by kind
  std::map<std::tuple<uint32_t, uint32_t, std::string>, std::vector<const Reference*>> places;
  for (const Reference& reference : references) {
    if (is_sound(reference, all, settings.parts)) continue;
    missing[reference.kind].insert(reference.label);
    places[{reference.document, reference.kind, reference.label}].push_back(&reference);
  }
  for (const auto& [key, mentions] : places) {
    const Reference& first = *mentions.front();
    const bool none = all.labelled[first.kind].empty() && (settings.parts.kinds[first.kind].style == PartStyle::captioned || all.headings.empty());
    if (none && missing[first.kind].size() >= kLostParts) continue;
    report(in, mentions, known_parts(first, all, settings.parts), findings);
  }
}

}  // namespace

extern const Check reference{run, prepare<Settings>};

}  // namespace crosscheck::structure
