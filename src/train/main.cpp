// crosscheck-train: trains the tagger and parser on the treebanks and scores them.
//
//   crosscheck-train train TREEBANKS MODEL    trains on the -train files of a folder, writes the model and its checksum
//   crosscheck-train eval TREEBANKS [MODEL]   scores on the -test files; --detail adds relations and margins, --dev takes the -dev files
//   crosscheck-train evidence SETS            prints what the confidence of each contradiction in an NDJSON file is weighed from
//   crosscheck-train show                     prints the analysis of the text on standard input, a token a line
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "check/confidence.h"
#include "check/precedence.h"
#include "language/analyse.h"
#include "language/tags.h"
#include "read/ndjson.h"
#include "run.h"
#include "segment/segment.h"
#include "train/evaluation.h"
#include "train/merge.h"
#include "train/trainer.h"

namespace crosscheck::train {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> files_of(const std::string& folder, const std::string& part) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.path().filename().string().find("-" + part + ".tsv") != std::string::npos) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  if (files.empty()) throw std::runtime_error(folder + ": no -" + part + " files here");
  return files;
}

int train(const std::string& treebanks, const std::string& path) {
  const Rulebook rules = make_ready(find_home(), "");
  Treebank treebank(find_home().data);
  std::vector<GoldSentence> sentences;
  for (const fs::path& file : files_of(treebanks, "train")) {
    std::vector<GoldSentence> more = treebank.load(file.string());
    std::move(more.begin(), more.end(), std::back_inserter(sentences));
  }
  std::cerr << sentences.size() << " sentences\n";
  Settings settings;
  settings.log = &std::cerr;
  write_table(path, kModelMagic, kModelVersion, train_model(sentences, &rules, settings));
  return 0;
}

int evaluate_all(const std::string& treebanks, const std::string& path, const std::string& part, bool detail) {
  const Rulebook rules = make_ready(find_home(), "");
  const Model model(path);
  if (!model) throw std::runtime_error(model.trouble());
  Treebank treebank(find_home().data);
  for (const fs::path& file : files_of(treebanks, part)) {
    std::vector<GoldSentence> sentences = treebank.load(file.string());
    const std::string name = file.stem().stem().string();
    evaluate(model, name, sentences, detail, std::cout);
    std::vector<GoldSentence> merged;
    for (const GoldSentence& sentence : sentences)
      if (std::optional<GoldSentence> other = merge_quantities(sentence, rules)) merged.push_back(std::move(*other));
    evaluate(model, "  merged", merged, false, std::cout);
  }
  return 0;
}

// Set, rule, level, places (document, side, first byte, end) and terms, a finding a line; for tests/eval/confidence.py.
int evidence(const std::string& path) {
  const Rulebook rules = make_ready(find_home(), "");
  std::ifstream file(path, std::ios::binary);
  NdjsonSets sets(file, path);
  std::vector<Trouble> trouble;
  while (const std::optional<SetInput> set = sets.next(trouble))
    crosscheck::run(*set, rules, false, [&](const Collection& texts, const Index& index, const std::vector<Finding>& all) {
      std::vector<Finding> findings = all;
      rules.table<Precedence>().apply(findings, texts);
      for (const Finding& finding : findings) {
        const std::vector<Term> terms = terms_of(finding, texts, index, rules);
        if (terms.empty()) continue;
        std::cout << texts.id << '\t' << finding.rule->id << '\t' << name_of(finding.level) << '\t';
        for (const Evidence& e : finding.evidence)
          std::cout << (&e == &finding.evidence.front() ? "" : "\x1e") << texts.documents[e.document].name << '\x1f' << int{e.side} << '\x1f' << e.span.begin << '\x1f' << e.span.end;
        std::cout << '\t';
        for (const Term& term : terms) std::cout << (&term == &terms.front() ? "" : "\x1e") << term.name << '=' << term.value;
        std::cout << '\n';
      }
    });
  return 0;
}

int show() {
  const Rulebook rules = make_ready(find_home(), "");
  Collection texts(rules.symbols);
  texts.documents.emplace_back().text.assign(std::istreambuf_iterator<char>(std::cin), {});
  segment(texts, rules);
  std::vector<Trouble> trouble;
  analyse(texts, rules, trouble);
  const Document& document = texts.documents.front();
  for (const Sentence& sentence : document.sentences) {
    for (uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
      const Token& token = document.tokens[i];
      const int64_t head = token.head < 0 ? 0 : token.head - static_cast<int64_t>(sentence.first_token) + 1;
      std::cout << i - sentence.first_token + 1 << '\t' << document.text_of(token) << '\t' << texts.word(token.lemma) << '\t' << tag_name(token.tag) << '\t' << head << '\t'
                << relation_name(token.relation) << '\t' << token.margin << '\n';
    }
    std::cout << '\n';
  }
  return 0;
}

int run(std::vector<std::string> arguments) {
  const bool detail = std::erase(arguments, "--detail") > 0;
  const bool dev = std::erase(arguments, "--dev") > 0;
  const std::string command = arguments.empty() ? "" : arguments[0];
  if (command == "train" && arguments.size() == 3) return train(arguments[1], arguments[2]);
  if (command == "eval" && (arguments.size() == 2 || arguments.size() == 3))
    return evaluate_all(arguments[1], arguments.size() == 3 ? arguments[2] : find_home().rules + kModelFile, dev ? "dev" : "test", detail);
  if (command == "evidence" && arguments.size() == 2) return evidence(arguments[1]);
  if (command == "show" && arguments.size() == 1) return show();
  std::cerr << "usage: crosscheck-train train TREEBANKS MODEL | eval TREEBANKS [MODEL] [--detail] [--dev] | evidence SETS | show\n";
  return 2;
}

}  // namespace
}  // namespace crosscheck::train

int main(int count, char** words) {
  try {
    return crosscheck::train::run({words + 1, words + count});
  } catch (const std::exception& wrong) {
    std::cerr << "crosscheck-train: " << wrong.what() << '\n';
    return 1;
  }
}
