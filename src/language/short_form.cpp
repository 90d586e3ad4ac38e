// Whether words spell a short form, letter by letter from the right.
//
//   intravenous immunoglobulin   IVIG    Intra-Venous Immuno-Globulin
//   deep vein thrombosis         DVT
//   estimated glomerular filtration rate   eGFR
//
// Every letter is the first of a word or stands inside a word whose first letter was taken. "of", "the", "and" may
// go without a letter, other words hardly: the cheapest reading wins, and among equals the shortest, which finds
// where the long form begins. (The idea is Schwartz and Hearst's; theirs takes the nearest word that fits, which
// cuts long forms short.)
//
// Tested by tests/rooms/abbreviations.cpp.
#include <algorithm>
#include <array>

#include "language/abbreviations.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace crosscheck {
namespace {

constexpr uint32_t kMostLetters = 10;
constexpr uint32_t kMostWords = 14;
constexpr int kSkippedWord = 4;  // a word of content without a letter
constexpr int kNoInitial = 3;    // a word with a letter, but not its first
constexpr int kInnerLetter = 1;
constexpr int kInterruption = 1;  // a comma, a remark in brackets
constexpr int kDear = 1000;

// The letters of a word, folded and without accents.
std::string plain(std::string_view word) { return fold(strip_accents(word)); }

// The cost of taking `letters` from `word` in their order; kDear when they are not in it.
int cost_in_word(std::string_view word, std::string_view letters) {
  if (word.empty()) return kDear;
  const bool initial = word[0] == letters[0];
  size_t at = 0;
  for (const char letter : letters) {
    at = word.find(letter, at);
    if (at == std::string_view::npos) return kDear;
    ++at;
  }
  return static_cast<int>(letters.size() - (initial ? 1 : 0)) * kInnerLetter + (initial ? 0 : kNoInitial - kInnerLetter);
}

struct Word {
  std::string text;
  uint32_t token;
  int without;  // what it costs to give it no letter
  int dear;     // what stands between it and the next
};

// The words before `end`, from the right, across commas and remarks in brackets.
std::vector<Word> words_before(const Document& document, const AbbreviationTables& tables, uint32_t begin, uint32_t end, size_t most) {
  std::vector<Word> words;
  int dear = 0;
  for (uint32_t i = end; i-- > begin && words.size() < most;) {
    const Token& token = document.tokens[i];
    const std::string_view text = document.text_of(token);
    if (token.kind == TokenKind::word && token.word == tables.possessive) continue;
    if (token.kind == TokenKind::word || token.kind == TokenKind::number) {
      const bool free = tables.unlettered.contains(token.word) && !words.empty();
      const bool second_part = i > begin && !token.space_before && document.tokens[i - 1].word == tables.hyphen;  // "x-ray" X
      words.push_back({plain(text), i, free ? 0 : second_part ? kInnerLetter : kSkippedWord, dear});
      dear = 0;
    } else if (token.word == tables.comma && !words.empty()) {
      dear += kInterruption;
    } else if (token.word == tables.round_close) {
      while (i > begin && document.tokens[i].word != tables.round_open) --i;
      dear += kInterruption;
    } else if (token.word != tables.hyphen && text != "/" && text != "–" && text != "&" && text != "\"" && text != "”" && text != "“") {
      break;
    }
  }
  return words;
}

}  // namespace

uint32_t spelled_by(const Document& document, const AbbreviationTables& tables, uint32_t begin, uint32_t end, std::string_view short_form) {
  std::string letters;
  for (const char c : plain(short_form))
    if (c != '-' && c != '.' && c != '&' && c != '/') letters += c;
  const auto count = static_cast<uint32_t>(letters.size());
  if (count < 2 || count > kMostLetters) return 0;

  const std::vector<Word> words = words_before(document, tables, begin, end, std::min(kMostWords, 2 * count + 3));
  // best[w][l]: the least cost of spelling the last l letters with the last w words.
  std::vector<std::array<int, kMostLetters + 1>> best(words.size() + 1);
  for (auto& row : best) row.fill(kDear);
  best[0][0] = 0;
  int least = kDear;
  uint32_t taken = 0;
  for (size_t w = 0; w < words.size(); ++w) {
    for (uint32_t done = 0; done <= count; ++done) {
      if (best[w][done] >= kDear) continue;
      best[w + 1][done] = std::min(best[w + 1][done], best[w][done] + words[w].dear + words[w].without);
      for (uint32_t more = 1; done + more <= count; ++more) {
        const std::string_view piece = std::string_view(letters).substr(count - done - more, more);
        const int cost = best[w][done] + words[w].dear + cost_in_word(words[w].text, piece);
        if (cost >= best[w + 1][done + more]) continue;
        best[w + 1][done + more] = cost;
        // The long form begins with the first letter.
        if (done + more == count && cost < least && words[w].text[0] == letters[0]) least = cost, taken = static_cast<uint32_t>(w + 1);
      }
    }
  }
  const bool all_lettered = least < static_cast<int>(count);
  const bool one_passed_over = count > 2 && least <= kSkippedWord + (count > 3 ? 3 : 2);
  if (taken == 0 || !(all_lettered || one_passed_over)) return 0;
  const Word& first = words[taken - 1];
  if (taken == 1 && (first.text.size() <= count + 1 || first.text == letters)) return 0;
  return end - first.token;
}

std::string_view short_form_text(std::string_view token, Case letter_case) {
  if (letter_case != Case::upper && letter_case != Case::mixed) return {};
  if (letter_case == Case::mixed && token.size() > 2 && token.back() == 's') token.remove_suffix(1);
  uint32_t upper = 0, letters = 0, run = 0, longest = 0;
  for (size_t at = 0; at < token.size();) {
    const CodePoint c = code_point_at(token, at);
    at += c.bytes;
    if (c.value == '.') continue;
    ++letters;
    const bool small = is_lower(c.value);
    upper += is_upper(c.value);
    run = small ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  if (upper < 2 || letters > kMostLetters || longest > 2) return {};
  if (token.starts_with("Mc") || token.starts_with("O'")) return {};
  return token;
}

std::string long_form_key(const Document& document, const AbbreviationTables& tables, uint32_t begin, uint32_t end) {
  std::string key;
  for (uint32_t i = begin; i < end; ++i) {
    const Token& token = document.tokens[i];
    if (token.kind == TokenKind::punctuation || token.word == tables.possessive || tables.unlettered.contains(token.word)) continue;
    key += plain(document.text_of(token));
    if (key.size() > 3 && key.back() == 's' && key[key.size() - 2] != 's' && !key.ends_with("is") && !key.ends_with("us")) key.pop_back();
    if (key.size() > 4 && key.ends_with("us")) key.replace(key.size() - 2, 2, "i");
  }
  // "haemo", "oedema", "tumour" as "hemo", "edema", "tumor".
  std::string out;
  for (size_t i = 0; i < key.size(); ++i) {
    const std::string_view rest = std::string_view(key).substr(i);
    if ((rest.starts_with("ae") || rest.starts_with("oe")) && i + 2 < key.size()) continue;
    if (rest.starts_with("our") && i > 2) {
      out += "or";
      i += 2;
      continue;
    }
    out += key[i] == 'z' ? 's' : key[i];
  }
  return out;
}

}  // namespace crosscheck
