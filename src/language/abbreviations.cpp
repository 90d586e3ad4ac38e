// Definitions of short forms, as writers give them:
//
//   common variable immunodeficiency (CVID)      the long form, the short one in brackets, perhaps "(also called CVID)"
//   DVT (deep vein thrombosis)                   the other way round
//   a heart attack (myocardial infarction, MI)   both in brackets
//   sickle cell disease, or SCD for short        between commas
//   SCD stands for sickle cell disease           said in words; "SCD: sickle cell disease" in a list
//
// The letters must come from the words (short_form.cpp). Where they do not, the words before the bracket may still
// be a long form that the set spells out elsewhere: "Guillain-Barré syndrome (GB)" after "... syndrome (GBS)". What
// is neither is kept as attached: "a plasma protein replacement therapy (IgG)".
//
// Tested by tests/rooms/abbreviations.cpp.
#include "language/abbreviations.h"

#include <xxhash.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "language/lemma.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace crosscheck {
namespace {

constexpr uint32_t kLongestBracket = 14;  // tokens
constexpr uint32_t kSentenceInCell = 8;
constexpr uint32_t kListReach = 24;  // of "genes:" over the names that follow

struct ShortForm {
  std::string text;
  uint32_t begin = 0, end = 0;  // tokens
};

bool all_digits_or_upper(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'); });
}

// "II", "IX", "IVb": a numeral, perhaps with a letter for its part. "IV" may be intravenous, so it is listed.
bool is_numeral(std::string_view text) {
  while (!text.empty() && ((text.back() >= 'a' && text.back() <= 'd') || text.back() == 'A' || text.back() == 'B')) text.remove_suffix(1);
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c == 'I' || c == 'V' || c == 'X'; });
}

class Finder {
 public:
  Finder(const Collection& texts, const AbbreviationTables& tables, const WordNet& wordnet) : texts_(texts), tables_(tables), wordnet_(wordnet) {}

  Abbreviations find() {
    for (document_ = 0; document_ < texts_.documents.size(); ++document_) {
      const Document& document = texts_.documents[document_];
      for (sentence_ = 0; sentence_ < document.sentences.size(); ++sentence_) read_sentence(document, document.sentences[sentence_]);
    }
    settle_attached();
    mark_words();
    Abbreviations out;
    for (auto& [text, entry] : entries_) {
      entry.text = text;
      entry.well_known = tables_.well_known.contains(text);
      entry.helps = entry.well_known && !tables_.better_used.contains(text);
      entry.name = entry.name || std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
      const auto before = [](const Expansion& a, const Expansion& b) { return std::tie(a.use.document, a.use.token) < std::tie(b.use.document, b.use.token); };
      std::stable_sort(entry.expansions.begin(), entry.expansions.end(), before);
      if (!is_numeral(text) || entry.defined()) out.all.push_back(std::move(entry));
    }
    find_rivals(out, texts_, tables_);
    return out;
  }

 private:
  Abbreviation& entry(const std::string& text) { return entries_[text]; }

  ShortFormUse use_of(const Document& document, const ShortForm& found) const {
    const Passage& passage = document.passages[document.sentences[sentence_].passage];
    const Sentence& sentence = document.sentences[sentence_];
    // A field or cell that holds a sentence ("Before you come: have a blood test ...") is read like any other.
    const bool cell = passage.kind == PassageKind::field || passage.kind == PassageKind::table_cell;
    const bool prose = passage.kind == PassageKind::paragraph || passage.kind == PassageKind::list_item || passage.kind == PassageKind::quote ||
                       (cell && sentence.end_token - sentence.first_token >= kSentenceInCell);
    Span span{document.tokens[found.begin].span.begin, document.tokens[found.end - 1].span.end};
    return {document_, sentence_, found.begin, span, prose && !shouted_ && stands_free(document, sentence, found)};
  }

  // Not part of an address, a path, a syllable of "an-jee-OG-ra-fee", the name of a product or a list of authors.
  bool stands_free(const Document& document, const Sentence& sentence, const ShortForm& found) const {
    const auto& tokens = document.tokens;
    if (!tokens[found.begin].space_before && found.begin > sentence.first_token) {
      const Token& before = tokens[found.begin - 1];
      if (before.kind == TokenKind::symbol || std::string_view("/\\_=*").find(document.text_of(before)) != std::string_view::npos) return false;
      if (before.kind == TokenKind::number || before.kind == TokenKind::word) return false;
      if (before.word == tables_.hyphen && found.begin > sentence.first_token + 1 && tokens[found.begin - 2].span.size() < 5) return false;
    }
    if (found.end >= sentence.end_token) return true;
    const Token& next = tokens[found.end];
    if ((next.letter_case == Case::capitalised || next.kind == TokenKind::number) && next.space_before) return false;
    if (next.letter_case == Case::upper && next.span.size() > 3 && ordinary(next.word)) return false;
    if (next.space_before) return true;
    if (next.kind == TokenKind::symbol || std::string_view("/\\_=*").find(document.text_of(next)) != std::string_view::npos) return false;
    if (next.word == tables_.hyphen && found.end + 1 < sentence.end_token && !tokens[found.end + 1].space_before && in_bracket(document, sentence, found.begin)) return false;
    const bool after_name = found.begin > sentence.first_token && tokens[found.begin - 1].letter_case == Case::capitalised && found.text.size() <= 3;
    return !(after_name && next.kind == TokenKind::punctuation && lists_authors(document, sentence));
  }

  bool in_bracket(const Document& document, const Sentence& sentence, uint32_t at) const {
    for (uint32_t i = at; i > sentence.first_token; --i) {
      if (document.tokens[i - 1].word == tables_.round_open || document.tokens[i - 1].word == tables_.square_open) return true;
      if (document.tokens[i - 1].word == tables_.round_close) return false;
    }
    return false;
  }

  // "Yeung SJ, Habra MA, Chiu AC."
  static bool lists_authors(const Document& document, const Sentence& sentence) {
    uint32_t names = 0;
    for (uint32_t i = sentence.first_token + 2; i < sentence.end_token; ++i) {
      const auto& tokens = document.tokens;
      names += tokens[i].kind == TokenKind::punctuation && tokens[i - 1].letter_case == Case::upper && tokens[i - 1].span.size() <= 3 && tokens[i - 2].letter_case == Case::capitalised;
    }
    return names > 1;
  }

  // A word of everyday English, of four letters or more: "WARNING", "PLATE".
  bool ordinary(Symbol word) const {
    const std::string_view text = texts_.word(word);
    if (text.size() < 4 || text.find('.') != std::string_view::npos) return false;
    const uint32_t row = wordnet_.find(text);
    if (row == WordNet::kNone) return texts_.symbols.text(word).ends_with("s") && wordnet_.find(text.substr(0, text.size() - 1)) != WordNet::kNone;
    if ((wordnet_.parts(row) & ~1) != 0 || wordnet_.parts(row) == 0) return true;
    return wordnet_.count(row, PartOfSpeech::noun) > 0;
  }

  // A short form that starts at token `at`: "CVID", "mAbs", "IL-2".
  std::optional<ShortForm> short_form_at(const Document& document, uint32_t at, uint32_t end) const {
    const auto& tokens = document.tokens;
    if (tokens[at].kind != TokenKind::word || tokens[at].span.size() < 2) return std::nullopt;
    const std::string_view text = short_form_text(document.text_of(tokens[at]), tokens[at].letter_case);
    if (text.empty()) return std::nullopt;
    ShortForm found{std::string(text), at, at + 1};
    while (found.end + 1 < end && tokens[found.end].word == tables_.hyphen && !tokens[found.end].space_before && !tokens[found.end + 1].space_before) {
      const Token& next = tokens[found.end + 1];
      const std::string_view part = document.text_of(next);
      const bool joins = next.kind == TokenKind::number || (next.kind == TokenKind::word && (next.letter_case == Case::upper || code_points(part) == 1) && part.size() <= 4);
      if (!joins) break;
      found.text.append("-").append(part);
      found.end += 2;
    }
    return found;
  }

  // Capitals as far as the eye reaches are emphasis: no word of theirs is a short form.
  bool is_shouted(const Document& document, const Sentence& sentence) const {
    uint32_t words = 0, upper = 0;
    for (uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
      const Token& token = document.tokens[i];
      if (token.kind != TokenKind::word || token.span.size() < 2) continue;
      ++words;
      upper += token.letter_case == Case::upper;
    }
    return upper >= 3 && upper * 2 > words;
  }

  void read_sentence(const Document& document, const Sentence& sentence) {
    const auto& tokens = document.tokens;
    bool any = false;
    for (uint32_t i = sentence.first_token; i < sentence.end_token && !any; ++i)
      any = (tokens[i].letter_case == Case::upper && tokens[i].span.size() > 1) || tokens[i].letter_case == Case::mixed;
    if (!any) return;
    shouted_ = is_shouted(document, sentence);
    taken_.assign(sentence.end_token - sentence.first_token, false);
    read_definitions(document, sentence);
    for (uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
      if (taken_[i - sentence.first_token]) continue;
      const auto found = short_form_at(document, i, sentence.end_token);
      if (!found) continue;
      const ShortFormUse use = use_of(document, *found);
      Abbreviation& into = entry(found->text);
      if (tokens[i].letter_case == Case::upper && (tables_.emphasised.contains(tokens[i].word) || ordinary(tokens[i].word))) into.word = true;
      if (beside_name(document, sentence, *found)) into.name = true;
      into.uses.push_back(use);
      i = found->end - 1;
    }
  }

  // "the HBB gene", "genes BRCA and PALB", "mutations in TP": across other names, commas and "and".
  bool beside_name(const Document& document, const Sentence& sentence, const ShortForm& found) const {
    const auto& tokens = document.tokens;
    const auto passes = [&](const Token& token) {
      return token.word == tables_.comma || token.word == tables_.and_ || token.word == tables_.or_ || token.word == tables_.hyphen || token.word == tables_.colon || token.letter_case == Case::upper ||
             document.text_of(token) == "/";
    };
    for (uint32_t i = found.end; i < sentence.end_token && i < found.end + kListReach; ++i) {
      if (tables_.name_after.contains(tokens[i].word)) return true;
      if (!passes(tokens[i])) break;
    }
    for (uint32_t i = found.begin; i > sentence.first_token && i + kListReach > found.begin; --i) {
      if (tables_.name_before.contains(tokens[i - 1].word)) return true;
      if (!passes(tokens[i - 1])) break;
    }
    // "mutations in PTEN"
    if (found.begin > sentence.first_token + 1 && tables_.unlettered.contains(tokens[found.begin - 1].word) && tables_.name_after.contains(tokens[found.begin - 2].word)) return true;
    // "The gene for beta globin, HBB, lies on ...", "a protein (HBB)"
    const bool apart = tokens[found.begin].word == tables_.round_open ||
                       (found.begin > sentence.first_token && tokens[found.begin - 1].word == tables_.comma && found.end < sentence.end_token && tokens[found.end].kind == TokenKind::punctuation);
    if (!apart) return false;
    const auto cue = [&](const Token& token) { return tables_.name_after.contains(token.word); };
    return std::any_of(tokens.begin() + sentence.first_token, tokens.begin() + sentence.end_token, cue);
  }

  void take(const Sentence& sentence, uint32_t begin, uint32_t end) {
    for (uint32_t i = begin; i < end; ++i) taken_[i - sentence.first_token] = true;
  }

  void define(const Document& document, const Sentence& sentence, const ShortForm& form, uint32_t long_begin, uint32_t long_end, uint32_t whole_begin, uint32_t whole_end) {
    const auto& tokens = document.tokens;
    take(sentence, form.begin, form.end);
    Expansion expansion;
    expansion.use = use_of(document, form);
    expansion.long_form = {tokens[long_begin].span.begin, tokens[long_end - 1].span.end};
    expansion.whole = {tokens[whole_begin].span.begin, tokens[whole_end - 1].span.end};
    expansion.key = long_form_key(document, tables_, long_begin, long_end);
    for (uint32_t i = long_begin; i < long_end; ++i) expansion.words += tokens[i].kind != TokenKind::punctuation;
    expansion.repeated = is_repeat(document, sentence, form.begin);
    entry(form.text).expansions.push_back(std::move(expansion));
  }

  // Does this sentence, with this short form at the same place, stand word for word earlier in the set?
  bool is_repeat(const Document& document, const Sentence& sentence, uint32_t token) {
    std::vector<Symbol> words{token - sentence.first_token};
    for (uint32_t i = sentence.first_token; i < sentence.end_token; ++i)
      if (document.tokens[i].kind != TokenKind::punctuation) words.push_back(document.tokens[i].word);
    return !sentences_.insert(XXH3_64bits(words.data(), words.size() * sizeof(Symbol))).second;
  }

  void read_definitions(const Document& document, const Sentence& sentence) {
    const auto& tokens = document.tokens;
    for (uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
      const Symbol word = tokens[i].word;
      if (word == tables_.round_open || word == tables_.square_open) {
        const uint32_t last = std::min(sentence.end_token, i + 2 + kLongestBracket);
        uint32_t close = i + 1;
        while (close < last && tokens[close].word != tables_.round_close && tokens[close].word != tables_.square_close) ++close;
        if (close < last && close > i + 1) read_bracket(document, sentence, i, close);
      } else if (word == tables_.comma) {
        read_apposition(document, sentence, i);
        read_long_apposition(document, sentence, i);
      } else if (word == tables_.or_ && i > sentence.first_token && tokens[i - 1].kind == TokenKind::word) {
        read_alternative(document, sentence, i);
      } else if (word == tables_.stands || word == tables_.means || word == tables_.colon || word == tables_.equals) {
        read_equation(document, sentence, i);
      }
    }
  }

  void read_bracket(const Document& document, const Sentence& sentence, uint32_t open, uint32_t close) {
    const auto& tokens = document.tokens;
    uint32_t at = open + 1;
    while (at < close && (tables_.before_short.contains(tokens[at].word) || document.text_of(tokens[at]).find_first_of("\"'") == 0)) ++at;
    if (at < close) {
      if (const auto form = short_form_at(document, at, close)) {
        if (ends_short(document, form->end, close)) return read_short_bracket(document, sentence, *form, open, close);
        if (form->end + 1 == close && open > sentence.first_token + 2 && tokens[form->end].word == tokens[open - 1].word) return read_numbered(document, sentence, *form, open, close);
      }
    }
    // "DVT (deep vein thrombosis)"
    if (open > sentence.first_token) {
      const uint32_t before = short_form_before(document, sentence, open);
      if (before < open) {
        const auto form = short_form_at(document, before, open);
        uint32_t stop = open + 1;
        while (stop < close && tokens[stop].word != tables_.comma && tokens[stop].word != tables_.semicolon) ++stop;
        const uint32_t size = spelled_by(document, tables_, open + 1, stop, form->text);
        if (size > 0 && size + 4 >= stop - open - 1) return define(document, sentence, *form, stop - size, stop, before, close + 1);
      }
    }
    // "(myocardial infarction, MI)"
    for (uint32_t i = open + 2; i < close; ++i) {
      if (tokens[i - 1].word != tables_.comma && tokens[i - 1].word != tables_.semicolon && tokens[i - 1].word != tables_.or_) continue;
      const auto form = short_form_at(document, i, close);
      if (!form || form->end != close) continue;
      const uint32_t size = spelled_by(document, tables_, open + 1, i - 1, form->text);
      if (size > 0) return define(document, sentence, *form, i - 1 - size, i - 1, i - 1 - size, form->end);
    }
  }

  // "Mucopolysaccharidosis type VII (MPS VII)"
  void read_numbered(const Document& document, const Sentence& sentence, const ShortForm& form, uint32_t open, uint32_t close) {
    for (const uint32_t end : {open - 1, open - 2}) {
      const uint32_t size = spelled_by(document, tables_, sentence.first_token, end, form.text);
      if (size > 0) return define(document, sentence, form, end - size, end, end - size, close + 1);
    }
  }

  // Nothing, or a remark, may follow the short form in its bracket.
  bool ends_short(const Document& document, uint32_t at, uint32_t close) const {
    if (at == close) return true;
    const Token& next = document.tokens[at];
    return next.word == tables_.comma || next.word == tables_.semicolon || next.word == tables_.or_ || next.word == tables_.for_ || document.text_of(next).find_first_of("\"'") == 0;
  }

  // The first token of the short form that ends right before `end`; `end` when there is none.
  uint32_t short_form_before(const Document& document, const Sentence& sentence, uint32_t end) const {
    for (uint32_t i = end; i > sentence.first_token && i + 5 > end; --i) {
      const auto form = short_form_at(document, i - 1, end);
      if (form && form->end == end) return i - 1;
    }
    return end;
  }

  void read_short_bracket(const Document& document, const Sentence& sentence, const ShortForm& form, uint32_t open, uint32_t close) {
    const uint32_t size = spelled_by(document, tables_, sentence.first_token, open, form.text);
    if (size > 0) return define(document, sentence, form, open - size, open, open - size, close + 1);
    if (open == sentence.first_token || document.tokens[open - 1].kind != TokenKind::word) return;
    if (form.end != close || !document.tokens[open].space_before) return;
    Expansion loose;
    loose.use = use_of(document, form);
    uint32_t begin = open;
    const auto& tokens = document.tokens;
    while (begin > sentence.first_token && open - begin < 9 &&
           (tokens[begin - 1].kind == TokenKind::word || tokens[begin - 1].kind == TokenKind::number || tokens[begin - 1].word == tables_.hyphen))
      --begin;
    loose.long_form = {tokens[begin].span.begin, tokens[open - 1].span.end};
    loose.whole = {tokens[begin].span.begin, tokens[close].span.end};
    loose.lettered = false;
    loose.repeated = is_repeat(document, sentence, form.begin);
    take(sentence, form.begin, form.end);
    Abbreviation& into = entry(form.text);
    if (tokens[form.begin].letter_case == Case::upper && (tables_.emphasised.contains(tokens[form.begin].word) || ordinary(tokens[form.begin].word))) into.word = true;
    if (beside_name(document, sentence, {form.text, open, close + 1})) into.name = true;
    into.attached.push_back(std::move(loose));
    attached_.push_back({form.text, document_, begin, open});
  }

  // ", or CVID," ", CVID for short"
  void read_apposition(const Document& document, const Sentence& sentence, uint32_t comma) {
    const auto& tokens = document.tokens;
    uint32_t at = comma + 1;
    bool introduced = false;
    while (at < sentence.end_token && at < comma + 5 && tables_.before_short.contains(tokens[at].word)) introduced |= tables_.introduces_short.contains(tokens[at++].word);
    if (at >= sentence.end_token) return;
    const auto form = short_form_at(document, at, sentence.end_token);
    if (!form) return;
    const bool for_short = form->end + 1 < sentence.end_token && tokens[form->end].word == tables_.for_ && tokens[form->end + 1].word == tables_.short_;
    const bool alone = at == comma + 1 && form->end < sentence.end_token && tokens[form->end].word == tables_.comma;
    if (!introduced && !for_short && !alone) return;
    if (const uint32_t size = spelled_by(document, tables_, sentence.first_token, comma, form->text); size > 0)
      return define(document, sentence, *form, comma - size, comma, comma - size, for_short ? form->end + 2 : form->end);
    if (!for_short) return;
    take(sentence, form->begin, form->end);
    Expansion loose;
    loose.use = use_of(document, *form);
    uint32_t begin = comma;
    while (begin > sentence.first_token && comma - begin < 9 && (tokens[begin - 1].kind == TokenKind::word || tokens[begin - 1].word == tables_.hyphen)) --begin;
    if (begin == comma) return;
    loose.long_form = {tokens[begin].span.begin, tokens[comma - 1].span.end};
    loose.whole = {tokens[begin].span.begin, tokens[form->end + 1].span.end};
    loose.lettered = false;
    entry(form->text).attached.push_back(std::move(loose));
    attached_.push_back({form->text, document_, begin, comma});
  }

  // "highly active antiretroviral therapy or HAART"
  void read_alternative(const Document& document, const Sentence& sentence, uint32_t at) {
    if (at + 1 >= sentence.end_token) return;
    const auto form = short_form_at(document, at + 1, sentence.end_token);
    if (!form) return;
    const uint32_t size = spelled_by(document, tables_, sentence.first_token, at, form->text);
    if (size > 1) define(document, sentence, *form, at - size, at, at - size, form->end);
  }

  // "HUS, or hemolytic uremic syndrome, is"
  void read_long_apposition(const Document& document, const Sentence& sentence, uint32_t comma) {
    const auto& tokens = document.tokens;
    const uint32_t before = short_form_before(document, sentence, comma);
    if (before == comma || comma + 2 >= sentence.end_token || tokens[comma + 1].word != tables_.or_) return;
    const auto form = short_form_at(document, before, comma);
    for (uint32_t end = comma + 3; end < sentence.end_token && end < comma + 12; ++end) {
      if (tokens[end].word == tables_.hyphen) continue;
      const uint32_t size = spelled_by(document, tables_, comma + 2, end, form->text);
      if (size > 0 && size + 1 >= end - comma - 2) return define(document, sentence, *form, end - size, end, before, end);
    }
  }

  // "CVID stands for common variable immunodeficiency", "CVID: common variable ..."
  void read_equation(const Document& document, const Sentence& sentence, uint32_t at) {
    const auto& tokens = document.tokens;
    if (at == sentence.first_token) return;
    const uint32_t before = short_form_before(document, sentence, at);
    if (before == at || (tokens[at].word == tables_.colon && before != sentence.first_token)) return;
    const auto form = short_form_at(document, before, at);
    uint32_t begin = at + 1;
    if (begin < sentence.end_token && tokens[begin].word == tables_.for_) ++begin;
    for (uint32_t end = begin + 1; end <= sentence.end_token && end < begin + 12; ++end) {
      const uint32_t size = spelled_by(document, tables_, begin, end, form->text);
      if (size == 0 || size + 1 < end - begin) continue;
      const bool goes_on = end < sentence.end_token && tokens[end].kind == TokenKind::word && tokens[end].space_before && tokens[at].word != tables_.stands && tokens[at].word != tables_.means;
      if (goes_on) continue;
      return define(document, sentence, *form, end - size, end, before, end);
    }
  }

  // Does a noun begin at `at`? It does after "the", "of", "called".
  bool begins_noun(const Document& document, uint32_t at) const {
    const Token& before = document.tokens[at - 1];
    return before.word != tables_.hyphen && (before.kind != TokenKind::word || tables_.unlettered.contains(before.word) || tables_.before_short.contains(before.word));
  }

  // Words before a bracket that are spelled out elsewhere with another short form.
  void settle_attached() {
    std::set<std::string> keys;
    for (const auto& [text, entry] : entries_)
      for (const Expansion& expansion : entry.expansions) keys.insert(expansion.key);
    std::map<std::string, size_t> nth;
    for (const Attached& place : attached_) {
      Abbreviation& owner = entries_[place.text];
      const size_t at = nth[place.text];
      const Document& document = texts_.documents[place.document];
      bool known = false;
      for (uint32_t begin = place.begin; begin + 1 < place.end && !known; ++begin) {
        if (begin > place.begin && !begins_noun(document, begin)) continue;
        std::string key = long_form_key(document, tables_, begin, place.end);
        if (!keys.contains(key)) continue;
        Expansion expansion = owner.attached[at];
        expansion.long_form.begin = expansion.whole.begin = document.tokens[begin].span.begin;
        expansion.key = std::move(key);
        owner.expansions.push_back(std::move(expansion));
        owner.attached.erase(owner.attached.begin() + static_cast<std::ptrdiff_t>(at));
        known = true;
      }
      if (!known) ++nth[place.text];
    }
  }

  // "IT" is a word in capitals when the set has "it" as well, and a name when it has "Onfi".
  void mark_words() {
    std::unordered_map<Symbol, std::vector<std::string>> folded;
    WordSet wanted;
    for (const auto& [text, entry] : entries_) {
      if (!all_digits_or_upper(text)) continue;
      const Symbol symbol = texts_.symbols.find(fold(text));
      wanted.add(symbol);
      folded[symbol].push_back(text);
    }
    WordSet seen;
    for (const Document& document : texts_.documents)
      for (const Token& token : document.tokens)
        if ((token.letter_case == Case::lower || (token.letter_case == Case::capitalised && token.span.size() > 3)) && wanted.contains(token.word)) seen.add(token.word);
    for (const auto& [symbol, forms] : folded)
      if (seen.contains(symbol))
        for (const std::string& text : forms) entries_[text].word = true;
  }

  struct Attached {
    std::string text;
    uint32_t document, begin, end;
  };

  const Collection& texts_;
  const AbbreviationTables& tables_;
  const WordNet& wordnet_;
  uint32_t document_ = 0, sentence_ = 0;
  bool shouted_ = false;
  std::vector<bool> taken_;  // tokens of the sentence that are part of a definition
  std::set<uint64_t> sentences_;
  std::map<std::string, Abbreviation> entries_;
  std::vector<Attached> attached_;
};

}  // namespace

AbbreviationTables::AbbreviationTables(Rulebook& book) {
  const Value& file = book.lexicon("short_forms");
  for (const Value& group : file["well_known"].items)
    for (const std::string& text : group.texts()) well_known.insert(text);
  for (const std::string& text : file["better_used"].texts()) better_used.insert(text);
  int number = 0;
  for (const Value& group : file["same_thing"].items) {
    ++number;
    for (const std::string& text : group.texts()) same_thing.emplace(text, number);
  }
  emphasised = book.word_set(file["emphasised"]);
  name_before = book.word_set(file["names_beside"]["before"]);
  name_after = book.word_set(file["names_beside"]["after"]);
  before_short = book.word_set(file["before_short"]);
  introduces_short = book.word_set(file["introduces_short"]);
  unlettered = book.word_set(file["unlettered"]);
  const auto symbol = [&](std::string_view word) { return book.symbols.intern(word); };
  round_open = symbol("("), round_close = symbol(")"), square_open = symbol("["), square_close = symbol("]");
  comma = symbol(","), semicolon = symbol(";"), colon = symbol(":"), hyphen = symbol("-");
  or_ = symbol("or"), and_ = symbol("and"), for_ = symbol("for"), short_ = symbol("short"), stands = symbol("stands"), means = symbol("means");
  possessive = symbol("'s"), equals = symbol("=");
}

const Abbreviation* Abbreviations::find(std::string_view text) const {
  const auto at = std::lower_bound(all.begin(), all.end(), text, [](const Abbreviation& a, std::string_view wanted) { return a.text < wanted; });
  return at != all.end() && at->text == text ? &*at : nullptr;
}

Abbreviations find_abbreviations(const Collection& texts, const Rulebook& rules) { return Finder(texts, rules.table<AbbreviationTables>(), rules.table<LemmaTable>().wordnet()).find(); }

}  // namespace crosscheck
