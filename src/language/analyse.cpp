#include "language/analyse.h"

#include "language/identify.h"
#include "language/lemma.h"
#include "language/syntax.h"

namespace crosscheck {
namespace {

// Cells of tables are seldom sentences, code never is.
bool is_prose(PassageKind kind) { return kind != PassageKind::table_cell && kind != PassageKind::code; }

}  // namespace

void analyse(Collection& texts, const Rulebook& rules, std::vector<Trouble>& trouble, Depth depth) {
  if (!rules.table<SyntaxModel>().model()) depth = Depth::lemmas;
  Syntax syntax(rules.table<SyntaxModel>(), texts.symbols);
  Lemmas lemmas(rules.table<LemmaTable>(), texts.symbols);
  QuantityRanges quantities(rules);
  std::vector<TokenRange> ranges;
  for (Document& document : texts.documents) {
    withdraw_other_languages(document, rules.table<LanguageTable>(), trouble);
    for (const Sentence& sentence : document.sentences) {
      const PassageKind kind = document.passages[sentence.passage].kind;
      if (depth >= Depth::tags && kind != PassageKind::code) syntax.tag(document, sentence);
      if (depth >= Depth::dependencies && is_prose(kind)) {
        quantities.find(document, sentence, ranges);
        syntax.parse(document, sentence, ranges);
      }
    }
    lemmas.fill(document);
  }
}

std::vector<Trouble> missing_data(const Rulebook& rules) {
  std::vector<Trouble> trouble;
  const std::string& wordnet = rules.table<LemmaTable>().wordnet().trouble();
  const Model& model = rules.table<SyntaxModel>().model();
  if (!wordnet.empty()) trouble.push_back({"", TroubleKind::note, wordnet + "; lemmas are found by rule alone"});
  if (!model) trouble.push_back({"", TroubleKind::note, model.trouble() + "; sentences are not parsed, claims are found by pattern alone"});
  return trouble;
}

}  // namespace crosscheck
