// A question is met by word groups, not by one phrase: "how long it keeps once opened" needs a word for opening and
// one for keeping or throwing away. So a second author's words answer the same question.
//
// Tested by the fixtures of contradiction.duration and contradiction.quantity.
#include "index/questions.h"

#include <algorithm>

#include "text/fold.h"

namespace crosscheck {
namespace {

constexpr size_t kPartners = 24;

void set(QuestionTable::Groups& groups, uint32_t group) { groups[group / 64] |= uint64_t{1} << (group % 64); }
bool has(const QuestionTable::Groups& groups, uint32_t group) { return (groups[group / 64] >> (group % 64) & 1) != 0; }
void join(QuestionTable::Groups& groups, const QuestionTable::Groups& more) {
  for (size_t i = 0; i < groups.size(); ++i) groups[i] |= more[i];
}

// Pairs up the values of different documents that answer one question. Each value meets at most kPartners others
// of the question; a question that a set answers more often than that tells little.
void pair_answers(const std::vector<Claim>& claims, Values& values) {
  struct Answer {
    uint64_t slot;
    uint32_t value;
  };
  std::vector<Answer> answers;
  for (uint32_t v = 0; v < values.all.size(); ++v)
    for (QuestionSet left = values.all[v].questions; left != 0; left &= left - 1)
      answers.push_back({uint64_t{values.all[v].dimension} << 32 | static_cast<uint64_t>(__builtin_ctzll(left)), v});
  std::sort(answers.begin(), answers.end(), [](const Answer& a, const Answer& b) { return a.slot != b.slot ? a.slot < b.slot : a.value < b.value; });
  const auto document = [&](uint32_t v) { return claims[values.all[v].claim].document; };
  for (size_t i = 0; i < answers.size(); ++i) {
    size_t partners = 0;
    for (size_t k = i + 1; k < answers.size() && answers[k].slot == answers[i].slot && partners < kPartners; ++k)
      if (document(answers[k].value) != document(answers[i].value)) values.answers.emplace_back(answers[i].value, answers[k].value), ++partners;
  }
  std::sort(values.answers.begin(), values.answers.end());
  values.answers.erase(std::unique(values.answers.begin(), values.answers.end()), values.answers.end());
}

}  // namespace

Key dimension_key(const std::string& dimension) {
  Key key = 2166136261u;
  for (const char c : dimension) key = (key ^ static_cast<unsigned char>(c)) * 16777619u;
  return key;
}

QuestionWords::QuestionWords(Rulebook& book) {
  const auto know = [&](const Value& words) {
    for (const std::string& phrase : words.texts())
      for (const std::string& word : split_phrase(phrase)) book.symbols.intern(word);
  };
  for (const Value& entry : book.lexicon("questions")["questions"].items) {
    for (const Value& group : entry["all"].items) know(group);
    know(entry["but"]);
  }
}

uint32_t QuestionTable::add_group(const Value& words, const MeaningTable& meanings, Rulebook& book) {
  const uint32_t group = groups_++;
  if (groups_ > kMostGroups) words.fail("too many groups of words");
  for (const std::string& word : words.texts()) {
    if (split_phrase(word).size() > 1) {
      phrases_.add(word, static_cast<int32_t>(of_phrase_.size()), book.symbols);
      of_phrase_.emplace_back();
      set(of_phrase_.back(), group);
      continue;
    }
    const Symbol symbol = book.symbols.intern(fold(word));
    set(by_word_[symbol], group);
    set(by_key_[meanings.key_of(fold(word))], group);
  }
  return group;
}

QuestionTable::QuestionTable(Rulebook& book) {
  const auto& meanings = book.table<MeaningTable>();
  for (const Value& entry : book.lexicon("questions")["questions"].items) {
    if (questions_.size() == kMost) entry.fail("too many questions");
    Question& question = questions_.emplace_back();
    question.name = entry["question"].text();
    for (const std::string& dimension : entry["of"].texts()) question.dimensions.push_back(dimension_key(dimension));
    for (const Value& group : entry["all"].items) question.all.push_back(add_group(group, meanings, book));
    if (entry["but"]) question.but = static_cast<int32_t>(add_group(entry["but"], meanings, book));
  }
}

uint32_t QuestionTable::groups_at(const std::vector<Token>& tokens, uint32_t at, uint32_t end, const Meanings& meanings, Groups& out) const {
  const Token& token = tokens[at];
  if (const auto found = by_word_.find(token.word); found != by_word_.end()) join(out, found->second);
  if (const Key key = meanings.key(token.word); key != 0 && token.kind == TokenKind::word)
    if (const auto found = by_key_.find(key); found != by_key_.end()) join(out, found->second);
  const PhraseSet::Match phrase = phrases_.match(tokens, at, end);
  if (phrase.tokens > 0) join(out, of_phrase_[static_cast<size_t>(phrase.value)]);
  return std::max(1u, phrase.tokens);
}

QuestionSet QuestionTable::answered(const Groups& groups, Key dimension) const {
  QuestionSet out = 0;
  for (size_t q = 0; q < questions_.size(); ++q) {
    const Question& question = questions_[q];
    if (std::find(question.dimensions.begin(), question.dimensions.end(), dimension) == question.dimensions.end()) continue;
    if (question.but >= 0 && has(groups, static_cast<uint32_t>(question.but))) continue;
    if (std::all_of(question.all.begin(), question.all.end(), [&](uint32_t group) { return has(groups, group); })) out |= QuestionSet{1} << q;
  }
  return out;
}

QuestionSet QuestionTable::asked(const Groups& groups) const {
  QuestionSet out = 0;
  for (size_t q = 0; q < questions_.size(); ++q)
    if (std::any_of(questions_[q].all.begin(), questions_[q].all.end(), [&](uint32_t group) { return has(groups, group); })) out |= QuestionSet{1} << q;
  return out;
}

void find_questions(const Collection& texts, const std::vector<Claim>& claims, const Meanings& meanings, const QuestionTable& table, Values& values) {
  std::vector<QuestionTable::Groups> at;  // by token of the sentence
  for (size_t v = 0; v < values.all.size();) {
    const Claim& claim = claims[values.all[v].claim];
    const Document& document = texts.documents[claim.document];
    const Sentence& sentence = document.sentences[claim.sentence];
    at.assign(sentence.end_token - sentence.first_token, {});
    for (uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
      QuestionTable::Groups groups{};
      const uint32_t tokens = table.groups_at(document.tokens, i, sentence.end_token, meanings, groups);
      for (uint32_t k = i; k < i + tokens; ++k) join(at[k - sentence.first_token], groups);
    }
    for (uint32_t i = values.all[v].first_of_sentence; i < values.all[v].end_of_sentence; ++i) {
      Item& item = values.items[i];
      QuestionTable::Groups groups{};
      for (uint32_t t = item.token; t < item.end; ++t) join(groups, at[t - sentence.first_token]);
      item.cue = table.asked(groups);
    }
    const size_t first = v;
    while (v < values.all.size() && claims[values.all[v].claim].sentence == claim.sentence && claims[values.all[v].claim].document == claim.document) ++v;
    for (size_t k = first; k < v; ++k) {
      TypedValue& value = values.all[k];
      const bool alone = std::count_if(values.all.begin() + static_cast<std::ptrdiff_t>(first), values.all.begin() + static_cast<std::ptrdiff_t>(v), [&](const TypedValue& other) { return other.dimension == value.dimension; }) == 1;
      const Span within = alone ? sentence.span : claims[value.claim].span;
      QuestionTable::Groups groups{};
      for (uint32_t i = sentence.first_token; i < sentence.end_token; ++i)
        if (within.contains(document.tokens[i].span)) join(groups, at[i - sentence.first_token]);
      value.questions = table.answered(groups, value.dimension);
      value.alone = alone;
    }
  }
  pair_answers(claims, values);
}

}  // namespace crosscheck
