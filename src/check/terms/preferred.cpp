// A word that the house avoids, with the one it prefers: the page's `words`, overlaid by the configuration.
//
//   words: { disabled: { use: with a disability, except_before: [toilet], except_after: ["the"], except_in: [registered disabled] } }
//
// Tested by tests/checks/terms/preferred.yaml.

#include "check/check.h"
#include "text/fold.h"

namespace crosscheck::terms {
namespace {

using Phrase = std::vector<Symbol>;

struct Wish {
  std::string use;
  std::vector<Phrase> before, after, in;  // where the avoided word may stand
};

std::vector<Phrase> phrases(const Value& list, Rulebook& book) {
  std::vector<Phrase> out;
  for (const std::string& text : list.texts()) {
    out.emplace_back();
    for (const std::string& word : split_phrase(text)) out.back().push_back(book.symbols.intern(word));
  }
  return out;
}

struct Settings {
  std::vector<Wish> wishes;
  PhraseSet avoided;
  WordSet first_words;
  Settings(const Value& settings, Rulebook& book) {
    for (const auto& [avoid, wish] : settings["words"].fields) {
      avoided.add(avoid, static_cast<int32_t>(wishes.size()), book.symbols);
      first_words.add(book.symbols.intern(split_phrase(avoid).front()));
      if (!wish.is_map()) {
        wishes.push_back({wish.text(), {}, {}, {}});
        continue;
      }
      wish.allow_only({"use", "except_before", "except_after", "except_in"});
      wishes.push_back({wish["use"].text(), phrases(wish["except_before"], book), phrases(wish["except_after"], book), phrases(wish["except_in"], book)});
    }
  }
};

bool stands_at(const Phrase& phrase, const std::vector<Token>& tokens, size_t at, size_t end) {
  if (at + phrase.size() > end) return false;
  for (size_t k = 0; k < phrase.size(); ++k)
    if (tokens[at + k].word != phrase[k]) return false;
  return true;
}

// May the words at [first, end) stand here all the same?
bool is_excepted(const Wish& wish, const std::vector<Token>& tokens, const Sentence& sentence, size_t first, size_t end) {
  for (const Phrase& phrase : wish.before)
    if (stands_at(phrase, tokens, end, sentence.end_token)) return true;
  for (const Phrase& phrase : wish.after)
    if (first >= sentence.first_token + phrase.size() && stands_at(phrase, tokens, first - phrase.size(), sentence.end_token)) return true;
  for (const Phrase& phrase : wish.in)
    for (size_t at = first; at + phrase.size() >= end && at >= sentence.first_token; --at) {
      if (stands_at(phrase, tokens, at, sentence.end_token)) return true;
      if (at == 0) break;
    }
  return false;
}

void run(const CheckInput& in, Findings& findings) {
  const auto& settings = in.settings<Settings>();
  for (uint32_t d = 0; d < in.texts.documents.size(); ++d) {
    const Document& document = in.texts.documents[d];
    for (const Sentence& sentence : document.sentences) {
      if (document.passages[sentence.passage].kind == PassageKind::quote) continue;
      for (uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
        if (!settings.first_words.contains(document.tokens[i].word)) continue;
        const auto match = settings.avoided.match(document.tokens, i, sentence.end_token);
        if (match.tokens == 0) continue;
        const Span span{document.tokens[i].span.begin, document.tokens[i + match.tokens - 1].span.end};
        i += match.tokens - 1;
        const Wish& wish = settings.wishes[static_cast<size_t>(match.value)];
        if (is_excepted(wish, document.tokens, sentence, i + 1 - match.tokens, i + 1)) continue;
        const std::string& wanted = wish.use;
        const bool capital = document.tokens[i + 1 - match.tokens].letter_case == Case::capitalised;
        Finding out = finding(in, {{d, span}}, {{"preferred", wanted}});
        out.why = "The house list prefers \"" + wanted + "\".";
        out.fixes = {{d, span, capital ? capitalised(wanted) : wanted, false}};
        findings.push_back(std::move(out));
      }
    }
  }
}

}  // namespace

extern const Check preferred{run, prepare<Settings>};

}  // namespace crosscheck::terms
