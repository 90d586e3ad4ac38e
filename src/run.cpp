// One document set, from bytes to findings. Sets stream through here; nothing outlives its set but the result.
#include "run.h"

#include "check/authority.h"
#include "check/check.h"
#include "check/confidence.h"
#include "check/describe.h"
#include "check/facts.h"
#include "check/precedence.h"
#include "check/settle.h"
#include "check/topic_stance.h"
#include "claim/claim.h"
#include "claim/grammar.h"
#include "index/index.h"
#include "index/slots.h"
#include "index/stances.h"
#include "index/questions.h"
#include "index/terms.h"
#include "index/value_frames.h"
#include "language/abbreviations.h"
#include "language/analyse.h"
#include "language/identify.h"
#include "language/lemma.h"
#include "language/numbers.h"
#include "language/quantities.h"
#include "language/syntax.h"
#include "language/word_relations.h"
#include "segment/segment.h"
#include "spelling/dictionary.h"

namespace crosscheck {

Rulebook make_ready(const Home& home, const std::string& config_path) {
  Rulebook rules = load_rulebook(home, config_path);
  rules.prepare<SegmentTables>();
  rules.prepare<NumberTable>();
  rules.prepare<LanguageTable>();
  rules.prepare<AbbreviationTables>();
  rules.prepare<WordRelations>();
  rules.prepare<Precedence>();
  rules.prepare<ConfidenceTable>();
  rules.prepare<Dictionary>();
  rules.prepare<QuantityTable>();
  rules.prepare<GrammarTable>();
  rules.prepare<SlotTable>();
  rules.prepare<FactTable>();
  prepare_checks(rules);
  rules.prepare<TermTables>();
  rules.prepare<QuestionWords>();
  rules.prepare<TopicTable>();
  rules.prepare<FrameTable>();
  rules.prepare<ActTable>();
  rules.prepare<LemmaTable>();    // adds the lemmas of all words above
  rules.prepare<SyntaxModel>();
  rules.prepare<MeaningTable>();  // last: it knows every word of the book
  rules.prepare<ActKeyTable>();    // by the meanings of its words
  rules.prepare<QuestionTable>();  // by the meanings of its words
  return rules;  // no word is added to the rulebook after this line
}

namespace {

std::vector<std::string> visitors(const SetInput& input) {
  std::vector<std::string> names;
  for (const DocumentInput& document : input.documents)
    if (document.visiting) names.push_back(document.name);
  return names;
}

}  // namespace

SetResult inspect(const SetInput& input, const Rulebook& rules, const std::function<void(const Collection&, const Index&)>& look) {
  SetResult result;
  Collection texts(rules.symbols);
  texts.id = input.id;
  read(input, texts, result.trouble);
  segment(texts, rules);
  analyse(texts, rules, result.trouble);
  const Index index = build_index(texts, claim(texts, rules), rules);
  describe(texts, index, rules, false, result.set);
  look(texts, index);
  return result;
}

SetResult run(const SetInput& input, const Rulebook& rules, bool keep_texts, const Look& look) {
  SetResult result;
  Collection texts(rules.symbols);
  texts.id = input.id;
  read(input, texts, result.trouble);               // bytes to documents, with a map back to the source
  mark_approved(texts, rules, visitors(input));
  segment(texts, rules);                            // passages, sentences, tokens; text is final from here on
  analyse(texts, rules, result.trouble);            // language, lemmas, tags, dependencies
  const Index index = build_index(texts, claim(texts, rules), rules);  // nothing is added to the collection after this line
  Findings findings = check(texts, index, rules);
  if (look) look(texts, index, findings);
  rules.table<Precedence>().apply(findings, texts);  // one disagreement is reported once
  weigh(findings, texts, index, rules);              // how sure each contradiction is
  result.findings = settle(std::move(findings), texts, result.set.suppressed);
  describe(texts, index, rules, keep_texts, result.set);
  return result;
}

}  // namespace crosscheck
