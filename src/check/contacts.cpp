// A number is a contact where the sentence says so ("ring", "phone"); mail and web addresses show it themselves. The
// service is the nearest noun of a listed kind in front of it, with the words that narrow it ("stoma nurse",
// "Ward 7"), else one behind it, else the one in the heading above.
//
// Tested by the fixtures of contradiction.contact.
#include "check/contacts.h"

#include <algorithm>

#include "language/tags.h"

namespace crosscheck {
namespace {

constexpr size_t kFewestDigits = 7, kMostDigits = 15;
constexpr uint32_t kServiceReach = 14;  // tokens between a service and its number

char mark_of(const Document& document, uint32_t i) {
  const Span span = document.tokens[i].span;
  return span.size() == 1 ? document.text[span.begin] : '\0';
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  return out;
}

struct Finder {
  const Collection& texts;
  const Meanings& meanings;
  const ContactWords& words;
  std::vector<Contact>& out;
  uint32_t d = 0, s = 0;

  const Document& document() const { return texts.documents[d]; }
  const Sentence& sentence() const { return document().sentences[s]; }
  const Token& token(uint32_t i) const { return document().tokens[i]; }

  // Tokens written together from `i` on, without the stop or bracket that closes the sentence.
  uint32_t run_end(uint32_t i, uint32_t end) const {
    uint32_t stop = i + 1;
    while (stop < end && !token(stop).space_before) ++stop;
    while (stop > i + 1 && (token(stop - 1).kind == TokenKind::punctuation && mark_of(document(), stop - 1) != '/')) --stop;
    return stop;
  }

  void add(ContactKind kind, uint32_t first, uint32_t end, std::string value) const {
    Contact contact;
    contact.kind = kind, contact.document = d, contact.sentence = s;
    contact.span = {token(first).span.begin, token(end - 1).span.end};
    contact.value = std::move(value);
    find_service(first, end, contact);
    out.push_back(std::move(contact));
  }

  // "stoma.nurse@example.org", "www.example.org/stoma"; the first token behind it, or `i`.
  uint32_t electronic(uint32_t i, uint32_t end) const {
    const uint32_t stop = run_end(i, end);
    if (stop < i + 3) return i;
    bool at = false, domain = false;
    for (uint32_t k = i + 1; k < stop; ++k) {
      at |= mark_of(document(), k) == '@' && k + 2 < stop;
      domain |= mark_of(document(), k - 1) == '.' && words.top_domains.contains(token(k).word);
    }
    if (!domain) return i;
    std::string value = lower(Span{token(i).span.begin, token(stop - 1).span.end}.of(document().text));
    if (at) return add(ContactKind::mail, i, stop, std::move(value)), stop;
    for (const std::string_view opening : {"https://", "http://", "www."})
      if (value.starts_with(opening)) value.erase(0, opening.size());
    while (value.ends_with('/')) value.pop_back();
    return add(ContactKind::web, i, stop, std::move(value)), stop;
  }

  // Digits with the marks that part them, over spaces too.
  uint32_t phone(uint32_t i, uint32_t end, ContactKind kind) const {
    std::string digits;
    uint32_t stop = i, last = i;
    for (; stop < end; ++stop) {
      const char mark = mark_of(document(), stop);
      if (token(stop).kind == TokenKind::number) {
        for (const char c : document().text_of(token(stop)))
          if (c >= '0' && c <= '9') digits += c;
          else if (c != '.') return i;
        last = stop + 1;
      } else if (!((mark == '+' && digits.empty()) || mark == '(' || mark == ')' || mark == '-' || mark == '.' || mark == '/')) {
        break;
      }
    }
    if (digits.size() < kFewestDigits || digits.size() > kMostDigits) return i;
    const char opening = mark_of(document(), i);
    const bool grouped = last > i + 2 && (mark_of(document(), i + 1) == '-' || opening == '(');
    if (opening != '+' && digits.front() != '0' && !grouped && kind == ContactKind::phone) return i;
    // "+44 (0)20 7946 0958" is "020 7946 0958": what all ways of writing it share is its end.
    add(kind, i, last, digits.substr(digits.size() - kFewestDigits));
    return last;
  }

  // "12 High Street"
  uint32_t address(uint32_t i, uint32_t end) const {
    if (token(i).kind != TokenKind::number || i + 2 >= end) return i;
    for (uint32_t k = i + 1; k < end && k < i + 4 && token(k).letter_case == Case::capitalised; ++k)
      if (k > i + 1 && words.streets.contains(token(k).word)) return add(ContactKind::address, i, k + 1, lower(Span{token(i).span.begin, token(k).span.end}.of(document().text))), k + 1;
    return i;
  }

  bool service_at(uint32_t i) const { return words.services.contains(token(i).word) && token(i).kind == TokenKind::word; }

  void take_service(uint32_t at, uint32_t first, uint32_t end, Contact& contact) const {
    contact.service = meanings.key(token(at).word);
    contact.modifiers.clear();
    const auto modifier = [&](uint32_t i) { return (token(i).kind == TokenKind::word && meanings.key(token(i).word) != 0 && !words.cues.contains(token(i).word) && (is_noun(token(i).tag) || is_proper_noun(token(i).tag) || is_adjective(token(i).tag))); };
    for (uint32_t i = at; i > first && modifier(i - 1); --i) contact.modifiers.push_back(meanings.key(token(i - 1).word));
    if (at + 1 < end && (token(at + 1).kind == TokenKind::number || (token(at + 1).letter_case == Case::upper && token(at + 1).span.size() < 3))) contact.modifiers.push_back(token(at + 1).word * 2654435761u | 1u);
    std::sort(contact.modifiers.begin(), contact.modifiers.end());
  }

  void find_service(uint32_t first, uint32_t end, Contact& contact) const {
    const Sentence& here = sentence();
    int64_t at = -1;
    bool ours = false;
    for (uint32_t i = first; i-- > here.first_token && first - i < kServiceReach;) {
      if (!out.empty() && out.back().document == d && out.back().span.contains(token(i).span)) break;
      ours |= words.ourselves.contains(token(i).word);
      if (service_at(i)) { at = i; break; }
      if (ours) break;
    }
    for (uint32_t i = end; at < 0 && !ours && i < here.end_token && i < end + 4; ++i) {
      if (token(i).kind == TokenKind::number) break;
      if (service_at(i)) at = i;
    }
    if (at >= 0) take_service(static_cast<uint32_t>(at), here.first_token, here.end_token, contact);
    else if (!ours) service_of_heading(contact);
    for (uint32_t i = here.first_token; i < here.end_token; ++i) {
      const Token& word = token(i);
      if (contact.span.contains(word.span) || word.kind != TokenKind::word) continue;
      const Key key = meanings.key(word.word);
      const WordKind kind = meanings.kind(word.word);
      if (std::binary_search(contact.modifiers.begin(), contact.modifiers.end(), key)) continue;
      if ((kind == WordKind::time || kind == WordKind::population) && key != contact.service && !words.ordinary.contains(word.word)) contact.narrowed = true;
      if (key == 0 || key == contact.service || !is_noun(word.tag) || words.ordinary.contains(word.word) || words.cues.contains(word.word) || words.extension.contains(word.word)) continue;
      contact.purposes.push_back(key);
    }
    std::sort(contact.purposes.begin(), contact.purposes.end());
  }

  void service_of_heading(Contact& contact) const {
    const Passage& passage = document().passages[sentence().passage];
    if (passage.heading < 0) return;
    const Passage& heading = document().passages[static_cast<size_t>(passage.heading)];
    for (uint32_t h = heading.first_sentence; h < heading.end_sentence; ++h)
      for (uint32_t i = document().sentences[h].first_token; i < document().sentences[h].end_token; ++i)
        if (service_at(i)) take_service(i, document().sentences[h].first_token, document().sentences[h].end_token, contact);
  }

  void read_sentence() const {
    const uint32_t end = sentence().end_token;
    bool cued = false, fax = false;
    for (uint32_t i = sentence().first_token; i < end; ++i) cued |= words.cues.contains(token(i).word) || words.fax.contains(token(i).word);
    for (uint32_t i = sentence().first_token; i < end;) {
      const Token& word = token(i);
      if (words.fax.contains(word.word)) fax = true;
      else if (words.cues.contains(word.word)) fax = false;
      uint32_t next = i;
      if (i == sentence().first_token || word.space_before || mark_of(document(), i - 1) == '(') {
        next = electronic(i, end);
        const char mark = mark_of(document(), i);
        if (next == i && cued && (word.kind == TokenKind::number || mark == '+' || mark == '(')) next = phone(i, end, fax ? ContactKind::fax : ContactKind::phone);
        if (next == i) next = address(i, end);
      }
      const uint32_t number = i + 1 < end && mark_of(document(), i + 1) == '.' ? i + 2 : i + 1;
      if (next == i && words.extension.contains(word.word) && number < end && token(number).kind == TokenKind::number && token(number).span.size() >= 3) {
        next = number + 1;
        add(ContactKind::extension, number, next, std::string(document().text_of(token(number))));
      }
      i = next > i ? next : i + 1;
    }
  }
};

}  // namespace

ContactWords::ContactWords(const Value& s, Rulebook& book)
    : cues(book.word_set(s["cues"])), fax(book.word_set(s["fax"])), extension(book.word_set(s["extension"])), services(book.word_set(s["services"])), ourselves(book.word_set(s["ourselves"])),
      streets(book.word_set(s["streets"])), top_domains(book.word_set(s["top_domains"])), ordinary(book.word_set(s["ordinary"])) {}

std::vector<Contact> find_contacts(const Collection& texts, const Meanings& meanings, const ContactWords& words) {
  std::vector<Contact> out;
  Finder finder{texts, meanings, words, out};
  for (; finder.d < texts.documents.size(); ++finder.d)
    for (finder.s = 0; finder.s < texts.documents[finder.d].sentences.size(); ++finder.s) finder.read_sentence();
  return out;
}

}  // namespace crosscheck
