#include "index/index.h"

#include <algorithm>

#include "claim/said.h"
#include "language/lemma.h"
#include "index/questions.h"
#include "index/stances.h"
#include "index/value_frames.h"
#include "language/numbers.h"
#include "spelling/judge.h"

namespace crosscheck {
namespace {

bool spelling_wanted(const Rulebook& rules) {
  return std::any_of(rules.rules.begin(), rules.rules.end(), [](const Rule& rule) { return !rule.off && (rule.info.id.starts_with("spelling.") || rule.info.id == "style.spelling_region" || rule.info.id == "style.heading_case" || rule.info.id == "style.list_case"); });
}

}  // namespace

Index build_index(const Collection& texts, std::vector<Claim> claims, const Rulebook& rules) {
  Index index;
  index.claims = std::move(claims);
  index.claims_said = count_claims(texts, index.claims, rules);
  index.abbreviations = find_abbreviations(texts, rules);
  const auto& dictionary = rules.table<Dictionary>();
  index.spelling = std::make_shared<const Judgement>(dictionary.ready() && spelling_wanted(rules) ? judge(texts, dictionary) : Judgement());
  index.meanings = Meanings(rules.table<MeaningTable>(), texts.symbols);
  index.values = find_values(texts, index.claims, index.meanings);
  index.frames = std::make_shared<const ValueFrames>(find_value_frames(texts, index.claims, index.values, index.meanings, rules));
  find_questions(texts, index.claims, index.meanings, rules.table<QuestionTable>(), index.values);
  index.near_copies = find_near_copies(texts, rules.table<WordRelations>(), rules.table<NumberTable>(), rules.table<LemmaTable>().wordnet());
  StanceReader stance_reader(texts, index.meanings, rules);
  std::vector<StanceCandidate> denials = find_stances(texts, stance_reader);
  index.stances = std::make_shared<const Stances>(Stances{std::move(stance_reader), std::move(denials)});
  index.slots = find_slots(texts, index.claims, index.abbreviations, index.meanings, rules);
  find_value_copies(texts, index.claims, index.near_copies, index.values);
  index.terms = find_terms(texts, rules);
  return index;
}

}  // namespace crosscheck
