// One thing under several names: "immune globulin" and "immunoglobulin", "adrenaline" and "epinephrine".
//
// The names are listed in rules/lexicon/one_thing.yaml. A sentence that gives two of them means to ("paracetamol, also
// called acetaminophen"), and a set that explains one by the other may go on with both.
//
// Tested by tests/checks/terms/variant.yaml.

#include <algorithm>
#include <map>

#include "check/check.h"
#include "text/fold.h"

namespace crosscheck::terms {
namespace {

constexpr int32_t kNoTerm = -1;       // a longer name that holds one of the terms
constexpr uint32_t kGlossReach = 5;   // tokens between a name and its explanation

std::string plural_of(const std::string& word) {
  const auto ends = [&](std::string_view end) { return word.ends_with(end); };
  if (ends("sis") || ends("xis")) return word.substr(0, word.size() - 2) + "es";
  if (ends("y") && word.size() > 2 && std::string_view("aeiou").find(word[word.size() - 2]) == std::string_view::npos) return word.substr(0, word.size() - 1) + "ies";
  if (ends("s") || ends("x") || ends("ch") || ends("sh")) return word + "es";
  return word + "s";
}

std::string letters_of(std::string name) {
  std::erase_if(name, [](char c) { return c == ' ' || c == '-'; });
  return fold(name);
}

struct Name {
  std::string singular, plural;
};

struct Settings {
  std::vector<std::vector<Name>> groups;
  PhraseSet names;
  WordSet first_words, glosses;

  Settings(const Value& settings, Rulebook& book) {
    const Value& file = book.lexicon("one_thing");
    for (const Value& group : file["groups"].items) {
      std::vector<Name> members;
      std::map<std::string, size_t> by_letters;
      for (const std::string& text : group.texts()) {
        // "=subjects" is matched as it stands.
        const bool exact = text.starts_with('=');
        const std::string name = exact ? text.substr(1) : text;
        // "web site" and "website" are one name; terms.hyphenation compares them.
        const size_t member = by_letters.emplace(letters_of(name), members.size()).first->second;
        const auto value = static_cast<int32_t>(groups.size() * 64 + member * 2);
        if (!exact) add(name, value, book);
        add(exact ? name : plural_of(name), value + 1, book);
        if (member == members.size()) members.push_back(exact ? Name{name, name} : Name{name, plural_of(name)});
      }
      groups.push_back(std::move(members));
    }
    for (const std::string& name : file["longer_names"].texts()) {
      add(name, kNoTerm, book);
      add(plural_of(name), kNoTerm, book);
    }
    glosses = book.word_set(settings["glosses"]);
  }

 private:
  void add(const std::string& phrase, int32_t value, Rulebook& book) {
    names.add(phrase, value, book.symbols);
    first_words.add(book.symbols.intern(split_phrase(phrase).front()));
  }
};

struct Place {
  uint32_t document, sentence, first, end;
  int32_t member;
  bool plural;
};

// A part of a longer name: "immunoglobulin G", "Heart Attack Alliance", "anti-epinephrine".
bool in_name(const Document& document, const Sentence& sentence, uint32_t first, uint32_t end) {
  const auto& tokens = document.tokens;
  const auto short_label = [&](uint32_t at) { return at < sentence.end_token && (tokens[at].kind == TokenKind::number || tokens[at].letter_case == Case::upper) && tokens[at].span.size() <= 2; };
  if (short_label(end)) return true;
  // "pyridoxine 5'-phosphate"
  if (end < sentence.end_token && document.text[tokens[end].span.begin] >= '0' && document.text[tokens[end].span.begin] <= '9' && end + 1 < sentence.end_token && !tokens[end + 1].space_before) return true;
  if (end < sentence.end_token && !tokens[end].space_before && (document.text_of(tokens[end]) == "-" || document.text_of(tokens[end]) == "/")) return true;
  if (first == sentence.first_token) return false;
  if (!tokens[first].space_before && document.text_of(tokens[first - 1]) == "-") return true;
  const bool capital = tokens[first].letter_case == Case::capitalised;
  return capital && (tokens[first - 1].letter_case == Case::capitalised || (end < sentence.end_token && tokens[end].letter_case == Case::capitalised));
}

std::map<int32_t, std::vector<Place>> find_names(const CheckInput& in, const Settings& settings) {
  std::map<int32_t, std::vector<Place>> found;
  for (uint32_t d = 0; d < in.texts.documents.size(); ++d) {
    const Document& document = in.texts.documents[d];
    for (uint32_t s = 0; s < document.sentences.size(); ++s) {
      const Sentence& sentence = document.sentences[s];
      const PassageKind kind = document.passages[sentence.passage].kind;
      if (kind == PassageKind::quote) continue;
      for (uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
        if (!settings.first_words.contains(document.tokens[i].word)) continue;
        const auto match = settings.names.match(document.tokens, i, sentence.end_token);
        if (match.tokens == 0) continue;
        const uint32_t end = i + match.tokens;
        if (match.value != kNoTerm && !in_name(document, sentence, i, end)) found[match.value / 64].push_back({d, s, i, end, match.value % 64 / 2, match.value % 2 == 1});
        i = end - 1;
      }
    }
  }
  return found;
}

// "severe itchiness (pruritus)": the text explains a form of another name by this one.
bool explains_form(const CheckInput& in, const std::vector<Name>& names, const Place& place) {
  constexpr size_t kStem = 4;
  const Document& document = in.texts.documents[place.document];
  const Sentence& sentence = document.sentences[place.sentence];
  const auto& tokens = document.tokens;
  if (place.first < sentence.first_token + 2 || place.end >= sentence.end_token || document.text_of(tokens[place.first - 1]) != "(" || document.text_of(tokens[place.end]) != ")") return false;
  const std::string_view before = in.texts.word(tokens[place.first - 2].word);
  for (size_t k = 0; k < names.size(); ++k)
    if (static_cast<int32_t>(k) != place.member && before.size() >= kStem && before.substr(0, kStem) == fold(names[k].singular).substr(0, kStem)) return true;
  return false;
}

// Takes out sentences that give two of the names; true when one of them explains a name by another.
bool drop_shared_sentences(const CheckInput& in, const Settings& settings, const std::vector<Name>& names, std::vector<Place>& places) {
  std::vector<bool> shared(places.size());
  bool explained = false;
  for (size_t k = 1; k < places.size(); ++k) {
    for (size_t j = k; j-- > 0 && places[j].document == places[k].document && places[j].sentence == places[k].sentence;) {
      if (places[j].member == places[k].member) continue;
      shared[j] = shared[k] = true;
      if (places[k].first - places[j].end > kGlossReach) continue;
      const auto& tokens = in.texts.documents[places[k].document].tokens;
      explained |= std::any_of(tokens.begin() + places[j].end, tokens.begin() + places[k].first, [&](const Token& token) { return settings.glosses.contains(token.word); });
    }
  }
  for (const Place& place : places) explained |= explains_form(in, names, place);
  size_t kept = 0;
  for (size_t k = 0; k < places.size(); ++k)
    if (!shared[k]) places[kept++] = places[k];
  places.resize(kept);
  return explained;
}

void report(const CheckInput& in, const std::vector<Name>& names, const std::vector<Place>& places, Findings& findings) {
  std::map<int32_t, std::vector<const Place*>> by_member;
  for (const Place& place : places) by_member[place.member].push_back(&place);
  if (by_member.size() < 2) return;
  std::vector<std::vector<const Place*>> sides;
  for (auto& [member, list] : by_member) sides.push_back(std::move(list));
  std::stable_sort(sides.begin(), sides.end(), [](const auto& a, const auto& b) {
    return a.size() != b.size() ? a.size() < b.size() : std::tie(a[0]->document, a[0]->first) > std::tie(b[0]->document, b[0]->first);
  });
  const Name& usual = names[static_cast<size_t>(sides.back()[0]->member)];
  std::vector<Evidence> evidence;
  std::vector<Fix> fixes;
  std::string forms;
  for (size_t side = 0; side < sides.size(); ++side) {
    forms += (side ? "|" : "") + names[static_cast<size_t>(sides[side][0]->member)].singular;
    for (const Place* place : sides[side]) {
      const Document& document = in.texts.documents[place->document];
      const Span span{document.tokens[place->first].span.begin, document.tokens[place->end - 1].span.end};
      evidence.push_back({place->document, span, static_cast<uint8_t>(side + 1)});
      if (side + 1 == sides.size()) continue;
      const std::string& name = place->plural ? usual.plural : usual.singular;
      fixes.push_back({place->document, span, document.tokens[place->first].letter_case == Case::capitalised ? capitalised(name) : name, false});
    }
  }
  Finding out = finding(in, std::move(evidence));
  out.why = "The names are listed as names of one thing, and no sentence of the set explains one by the other.";
  out.fixes = std::move(fixes);
  out.forms = std::move(forms);
  findings.push_back(std::move(out));
}

void run(const CheckInput& in, Findings& findings) {
  const auto& settings = in.settings<Settings>();
  for (auto& [group, places] : find_names(in, settings)) {
    if (std::all_of(places.begin(), places.end(), [first = places[0].member](const Place& p) { return p.member == first; })) continue;
    const std::vector<Name>& names = settings.groups[static_cast<size_t>(group)];
    if (!drop_shared_sentences(in, settings, names, places)) report(in, names, places, findings);
  }
}

}  // namespace

extern const Check variant{run, prepare<Settings>};

}  // namespace crosscheck::terms
