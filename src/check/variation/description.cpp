// One subject is said to be several things: "a plasma product" here, "a blood product" there, "a plasma treatment"
// elsewhere.
//
// Part and whole, kind and use are compatible, so this is never more than a suggestion; all places form one finding.
// What they are said to be must have something in common, a word or a sense ("a tumor", "a cancer"); else one says
// more than the other, and no less ("a vital molecule", "a red pigment").
//
// Words of one sense ("a medicine", "a drug") are one thing, and so is a description that only adds to another.
//
// Tested by tests/checks/variation/description.yaml.

#include <algorithm>
#include <map>

#include "check/check.h"
#include "language/lemma.h"
#include "language/tags.h"

namespace crosscheck::variation {
namespace {

struct Settings {
  WordSet skipped, ways, empty;
  uint32_t fewest;
  Settings(const Value& settings, Rulebook& book)
      : skipped(book.word_set(settings["skipped_subjects"])), ways(book.word_set(settings["between"])), empty(book.word_set(settings["empty_heads"])), fewest(static_cast<uint32_t>(settings["fewest"].number(2))) {}
};

struct Description {
  uint32_t document = 0, sentence = 0;
  Span span;
  Symbol head = 0;
};

bool is_be(const Token& token, const Collection& texts) {
  const std::string_view lemma = texts.word(token.lemma);
  return lemma == "be" && token.tag != tag::VB && token.tag != tag::VBG;
}

// What the sentence is about: its short form where it has one, else its first noun phrase. 0 when it is no name.
Symbol subject_of(const Document& document, uint32_t first, uint32_t verb, const Settings& settings) {
  Symbol last = 0;
  const TagId opening = document.tokens[first].tag;
  if (opening == tag::WRB || is_adverb(opening)) return 0;  // "When X is a feature of ..."
  for (uint32_t t = first; t < verb && document.tokens[t].tag != tag::IN && !is_verb(document.tokens[t].tag); ++t) {
    const bool short_form = document.tokens[t].letter_case == Case::upper && document.tokens[t].span.size() >= 2 && document.tokens[t].kind == TokenKind::word;
    if (short_form && !is_noun(document.tokens[t + 1].tag)) return document.tokens[t].word;  // not "the GI tract"
  }
  for (uint32_t t = first; t < verb; ++t) {
    const Token& token = document.tokens[t];
    if (settings.skipped.contains(token.word) || is_verb(token.tag)) return 0;
    if (token.kind == TokenKind::punctuation || token.tag == tag::IN || token.tag == tag::CC) break;
    if (is_noun(token.tag)) last = last == 0 ? (token.lemma != 0 ? token.lemma : token.word) : 1;
  }
  return last == 1 ? 0 : last;  // a name of several words has no key of its own here
}

// "a plasma product": from the article to the last noun of the phrase.
bool describe(const Document& document, uint32_t article, uint32_t end, Description& out) {
  uint32_t last = 0;
  for (uint32_t t = article + 1; t < end; ++t) {
    const Token& token = document.tokens[t];
    if (is_noun(token.tag)) last = t;
    else if (!is_adjective(token.tag) && !is_adverb(token.tag) && token.tag != tag::VBN && token.tag != tag::VBG && token.tag != tag::HYPH) break;
  }
  if (last == 0) return false;
  out.span = {document.tokens[article].span.begin, document.tokens[last].span.end};
  out.head = document.tokens[last].lemma != 0 ? document.tokens[last].lemma : document.tokens[last].word;
  return true;
}

std::vector<Symbol> words_of(const Collection& texts, const Description& description) {
  std::vector<Symbol> out;
  const Document& document = texts.documents[description.document];
  const Sentence& sentence = document.sentences[description.sentence];
  for (uint32_t t = sentence.first_token; t < sentence.end_token; ++t) {
    const Token& token = document.tokens[t];
    if (description.span.contains(token.span) && (is_noun(token.tag) || is_adjective(token.tag))) out.push_back(token.lemma != 0 ? token.lemma : token.word);
  }
  return out;
}

// One word or forms of one ("chromosome", "chromosomal"), one a kind of the other, or both of one field, as a bug and
// a virus are both living things. Everything is a substance.
bool akin(const WordNet& wordnet, const Collection& texts, Symbol a, Symbol b) {
  constexpr size_t kStem = 6;
  constexpr uint8_t kSubstance = 27;
  const std::string_view x = texts.word(a), y = texts.word(b);
  if (x == y || (std::min(x.size(), y.size()) >= kStem && x.substr(0, kStem) == y.substr(0, kStem))) return true;
  const uint32_t row_a = wordnet ? wordnet.find(x) : WordNet::kNone, row_b = wordnet ? wordnet.find(y) : WordNet::kNone;
  if (row_a == WordNet::kNone || row_b == WordNet::kNone) return false;
  const uint8_t field = wordnet.field(row_a, PartOfSpeech::noun);
  if (field != 0 && field != kSubstance && field == wordnet.field(row_b, PartOfSpeech::noun)) return true;
  const auto one = wordnet.synsets_above(row_a, PartOfSpeech::noun), two = wordnet.synsets_above(row_b, PartOfSpeech::noun);
  const auto holds = [](const std::vector<uint32_t>& list, uint32_t synset) { return std::find(list.begin(), list.end(), synset) != list.end(); };
  return !one.empty() && !two.empty() && (holds(one, two.front()) || holds(two, one.front()));
}

bool have_something_in_common(const CheckInput& in, const Description& a, const Description& b) {
  const auto one = words_of(in.texts, a), two = words_of(in.texts, b);
  const WordNet& wordnet = in.rulebook.table<LemmaTable>().wordnet();
  return std::any_of(one.begin(), one.end(), [&](Symbol x) { return std::any_of(two.begin(), two.end(), [&](Symbol y) { return akin(wordnet, in.texts, x, y); }); });
}

// Two of them with other heads.
bool compare(const CheckInput& in, const std::vector<Description>& list) {
  for (size_t i = 0; i < list.size(); ++i)
    for (size_t k = 0; k < i; ++k)
      if (list[i].head != list[k].head && have_something_in_common(in, list[i], list[k])) return true;
  return false;
}

class Reader {
 public:
  Reader(const CheckInput& in) : in_(in), settings_(in.settings<Settings>()) {}

  void read(uint32_t d, uint32_t s, std::map<Symbol, std::vector<Description>>& out) const {
    const Document& document = in_.texts.documents[d];
    const Sentence& sentence = document.sentences[s];
    const PassageKind kind = document.passages[sentence.passage].kind;
    if (kind != PassageKind::paragraph && kind != PassageKind::list_item) return;
    for (uint32_t t = sentence.first_token + 1; t + 2 < sentence.end_token && t < sentence.first_token + 16; ++t) {
      if (!is_be(document.tokens[t], in_.texts)) continue;
      uint32_t article = t + 1;
      while (article < sentence.end_token && settings_.ways.contains(document.tokens[article].word)) ++article;  // "is given as a"
      const std::string_view word = article < sentence.end_token ? in_.texts.word(document.tokens[article].word) : "";
      if (word != "a" && word != "an") return;
      Description made{d, s, {}, 0};
      const Symbol subject = subject_of(document, sentence.first_token, t, settings_);
      if (subject != 0 && describe(document, article, sentence.end_token, made) && !settings_.empty.contains(made.head)) out[subject].push_back(made);
      return;
    }
  }

 private:
  const CheckInput& in_;
  const Settings& settings_;
};

void run(const CheckInput& in, Findings& findings) {
  const Reader reader(in);
  std::map<Symbol, std::vector<Description>> described;
  for (uint32_t d = 0; d < in.texts.documents.size(); ++d)
    for (uint32_t s = 0; s < in.texts.documents[d].sentences.size(); ++s) reader.read(d, s, described);
  std::vector<std::pair<std::string, const std::vector<Description>*>> by_name;
  for (const auto& [subject, list] : described) by_name.emplace_back(in.texts.word(subject), &list);
  std::sort(by_name.begin(), by_name.end());
  for (const auto& [name, list] : by_name) {
    std::vector<Evidence> places;
    std::map<std::string, uint8_t> kinds;  // what it is said to be, and its side
    std::vector<Symbol> heads;
    std::string forms;
    for (const Description& description : *list) {
      std::string text(in.texts.documents[description.document].text_of(description.span));
      const auto [kind, fresh] = kinds.emplace(text, static_cast<uint8_t>(kinds.size() + 1));
      if (fresh) forms += (forms.empty() ? "" : "|") + text, heads.push_back(description.head);
      places.push_back({description.document, description.span, kind->second});
    }
    std::sort(heads.begin(), heads.end());
    heads.erase(std::unique(heads.begin(), heads.end()), heads.end());
    if (kinds.size() < in.settings<Settings>().fewest || heads.size() < 2 || !compare(in, *list)) continue;
    Finding out = finding(in, places);
    out.confidence = 0.6;
    out.forms = name + "|" + forms;
    out.why = "All of these sentences say what the same subject is, each with other words. They may all be true, but a reader wonders which it is.";
    findings.push_back(std::move(out));
  }
}

}  // namespace

extern const Check description{run, prepare<Settings>};

}  // namespace crosscheck::variation
