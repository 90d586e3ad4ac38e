#include "language/analyse.h"

#include "language/lemma.h"

namespace crosscheck {

void analyse(Collection& texts, const Rulebook& rules, std::vector<Trouble>&) {
  Lemmas lemmas(rules.table<LemmaTable>(), texts.symbols);
  for (Document& document : texts.documents) lemmas.fill(document);
}

std::vector<Trouble> missing_data(const Rulebook& rules) {
  std::vector<Trouble> trouble;
  const std::string& wordnet = rules.table<LemmaTable>().wordnet().trouble();
  if (!wordnet.empty()) trouble.push_back({"", TroubleKind::note, wordnet + "; lemmas are found by rule alone"});
  return trouble;
}

}  // namespace crosscheck
