#include <doctest/doctest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "language/identify.h"
#include "language/analyse.h"
#include "language/syntax.h"
#include "language/tags.h"
#include "run.h"
#include "segment/segment.h"
#include "train/merge.h"
#include "train/oracle.h"
#include "train/trainer.h"

namespace crosscheck {
namespace {

const std::string kRules = std::string(CROSSCHECK_SOURCE) + "/rules";

const Rulebook& rules() {
  static const Rulebook book = make_ready({kRules, find_home().data}, "");
  return book;
}

struct Analysed {
  Collection texts;
  explicit Analysed(const std::string& text, Depth depth = Depth::dependencies) : texts(rules().symbols) {
    texts.documents.emplace_back().text = text;
    segment(texts, rules());
    std::vector<Trouble> trouble;
    analyse(texts, rules(), trouble, depth);
  }
  Document& document() { return texts.documents.front(); }
  const std::vector<Token>& tokens() { return document().tokens; }
  uint32_t find(std::string_view word) {
    for (uint32_t i = 0; i < tokens().size(); ++i)
      if (document().text_of(tokens()[i]) == word) return i;
    FAIL("no token " << word);
    return 0;
  }
  // "nsubj(used, medicine)"
  bool holds(std::string_view name, std::string_view head, std::string_view dependent) {
    const Token& token = tokens()[find(dependent)];
    return token.head >= 0 && document().text_of(tokens()[static_cast<size_t>(token.head)]) == head && relation_name(token.relation) == name;
  }
};

std::string temporary(const std::string& name) { return (std::filesystem::temp_directory_path() / (std::to_string(getpid()) + name)).string(); }

void write(const std::string& path, const std::string& bytes) { std::ofstream(path, std::ios::binary) << bytes; }

std::string shipped() {
  std::ifstream file(kRules + kModelFile, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("names of tags and relations") {
  CHECK(tag_name(tag::PRP_S) == "PRP$");
  CHECK(tag_of("NNS") == tag::NNS);
  CHECK(tag_of("no tag") == 0);
  CHECK(relation_name(relation::nsubj_pass) == "nsubj:pass");
  CHECK(base_relation(relation::acl_relcl) == relation::acl);
  CHECK(is_punctuation(tag::comma));
  CHECK_FALSE(is_punctuation(tag::dollar));
}

TEST_CASE("sentences of leaflets are parsed") {
  Analysed count("There are four major categories of this disease.");
  CHECK(count.holds("nummod", "categories", "four"));
  CHECK(count.holds("nmod", "categories", "disease"));
  Analysed must("This medicine must not be used during pregnancy.");
  CHECK(must.holds("nsubj:pass", "used", "medicine"));
  CHECK(must.holds("aux", "used", "must"));
  CHECK(must.holds("advmod", "used", "not"));
  CHECK(must.holds("obl", "used", "pregnancy"));
  Analysed list("Side effects are rare but may include rash, nausea and headache.");
  CHECK(list.holds("conj", "rash", "nausea"));
  CHECK(list.holds("conj", "rash", "headache"));
  CHECK(list.holds("nsubj", "rare", "effects"));
}

TEST_CASE("every parsed sentence is one tree") {
  Analysed text("Do not take more than 5 mg daily, unless your doctor tells you to. Rare: fits. The (first) dose -- given at home -- hurts, doesn't it?");
  for (const Sentence& sentence : text.document().sentences) {
    int roots = 0;
    for (uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
      const Token& token = text.tokens()[i];
      CHECK(token.tag != 0);
      CHECK(token.relation != 0);
      roots += token.head < 0;
      if (token.head < 0) continue;
      CHECK(static_cast<uint32_t>(token.head) >= sentence.first_token);
      CHECK(static_cast<uint32_t>(token.head) < sentence.end_token);
      uint32_t steps = 0;
      for (int32_t at = static_cast<int32_t>(i); at >= 0 && steps < 1000; at = text.tokens()[static_cast<size_t>(at)].head) ++steps;
      CHECK(steps < 1000);
    }
    CHECK(roots == 1);
  }
}

TEST_CASE("a range of tokens is one word of the parse") {
  Analysed text("The rash lasts 2 weeks to 3 months in adults.", Depth::tags);
  Document& document = text.document();
  Syntax syntax(rules().table<SyntaxModel>(), text.texts.symbols);
  const std::vector<TokenRange> ranges{{text.find("2"), text.find("in")}};
  syntax.parse(document, document.sentences.front(), ranges);
  CHECK(text.holds("nummod", "months", "2"));
  CHECK(text.holds("compound", "months", "weeks"));
  CHECK(document.text_of(document.tokens[static_cast<size_t>(document.tokens[text.find("months")].head)]) == "lasts");
  CHECK(arc_confidence(document.tokens[text.find("2")]) > 0.9);
}

TEST_CASE("quantities are one word of the parse") {
  Analysed text("The usual dose is 400 mg/kg once daily for five days.");
  const Token& unit = text.tokens()[text.find("kg")];
  CHECK(text.holds("nummod", "kg", "400"));
  CHECK(text.holds("obl", "kg", "days"));
  CHECK(text.holds("cop", "kg", "is"));
  CHECK(unit.head == -1);
}

TEST_CASE("the analysis stops where it is told to") {
  Analysed tagged("This medicine must not be used.", Depth::tags);
  CHECK(tagged.tokens()[1].tag == tag::NN);
  CHECK(tagged.tokens()[1].head == -1);
  CHECK(tagged.tokens()[1].relation == 0);
  Analysed lemmas("This medicine must not be used.", Depth::lemmas);
  CHECK(lemmas.tokens()[1].tag == 0);
  CHECK(lemmas.texts.word(lemmas.tokens()[5].lemma) == "use");
  std::string endless;
  for (int i = 0; i < 200; ++i) endless += "rash, ";
  Analysed skipped(endless + "and fits.");
  CHECK(skipped.tokens()[0].tag != 0);
  CHECK(skipped.tokens()[0].relation == 0);
}

TEST_CASE("a model that is missing or damaged is reported and done without") {
  const std::string path = temporary("crosscheck-test.model");
  const std::string good = shipped();
  REQUIRE(good.size() > 1000);
  const auto trouble = [&](const std::string& bytes) {
    write(path, bytes);
    const Model model(path);
    CHECK_FALSE(model);
    return model.trouble();
  };
  CHECK(Model(path + ".absent").trouble().find("is missing") != std::string::npos);
  CHECK(trouble("").find("cut short") != std::string::npos);
  CHECK(trouble(good.substr(0, good.size() / 2)).find("cut short") != std::string::npos);
  CHECK(trouble(std::string(good.size(), 'x')).find("no such table") != std::string::npos);
  std::string flipped = good;
  flipped[flipped.size() / 2] ^= 1;
  CHECK(trouble(flipped).find("damaged") != std::string::npos);
  std::string older = good;
  older[8] = 99;
  CHECK(trouble(older).find("version") != std::string::npos);
  std::filesystem::remove(path);

  Rulebook bare = load_rulebook({kRules, "nowhere"}, "");
  bare.prepare<SegmentTables>();
  bare.prepare<LanguageTable>();
  bare.prepare<QuantityTable>();
  bare.home.rules = "nowhere";
  bare.prepare<LemmaTable>();
  bare.prepare<SyntaxModel>();
  Collection texts(bare.symbols);
  texts.documents.emplace_back().text = "These medicines must not be used.";
  segment(texts, bare);
  std::vector<Trouble> none;
  analyse(texts, bare, none);
  CHECK(texts.documents.front().tokens[1].tag == 0);
  CHECK(texts.word(texts.documents.front().tokens[1].lemma) == "medicine");
  CHECK(missing_data(bare).size() == 2);
}

TEST_CASE("packed weights give the sums they were made of") {
  for (const uint32_t classes : {8u, 50u}) {
    const uint32_t cells = 256;
    std::vector<float> weights(classes * cells);
    for (size_t i = 0; i < weights.size(); i += 7) weights[i] = static_cast<float>(static_cast<int>(i % 61) - 30) / 2;  // -15 to 15 by halves
    const std::string packed = pack_weights(weights, classes, 0.5f) + "rest";
    std::string_view bytes = packed;
    const Weights read(bytes);
    CHECK(bytes == "rest");
    REQUIRE(read.classes() == classes);
    std::vector<uint64_t> asked;
    std::vector<int32_t> sums(classes), wanted(classes);
    for (uint64_t cell = 3; cell < cells; cell += 11) {
      asked.push_back(cell + (cell << 20));  // the higher bits of a hash are not looked at
      for (uint32_t k = 0; k < classes; ++k) wanted[k] += static_cast<int32_t>(weights[cell * classes + k] * Weights::kUnit);
    }
    read.score(asked.data(), static_cast<int>(asked.size()), sums.data());
    CHECK(sums == wanted);
  }
}

TEST_CASE("gold sentences with quantities are learnt with each as one word") {
  const std::string path = temporary("crosscheck-test-merge.tsv");
  write(path, "It\tPRP\t2\tnsubj\nlasts\tVBZ\t0\troot\ntwo\tCD\t4\tnummod\nweeks\tNNS\t2\tobl:unmarked\nin\tIN\t6\tcase\nadults\tNNS\t2\tobl\n\n");
  train::Treebank treebank(find_home().data);
  const auto sentences = treebank.load(path);
  std::filesystem::remove(path);
  const auto merged = train::merge_quantities(sentences.front(), rules());
  REQUIRE(merged);
  CHECK(merged->forms == std::vector<std::string>{"It", "lasts", "weeks", "in", "adults"});
  CHECK(merged->words[2].merged);
  CHECK(merged->gold[2].relation == relation::obl_unmarked);
  CHECK(merged->gold[3].head == 4);
  CHECK(merged->gold[4].head == 1);
}

TEST_CASE("the oracle counts the arcs a transition loses") {
  // "He sees her": sees is the root, He its subject, her its object.
  train::GoldSentence sentence;
  sentence.gold = {{tag::PRP, 1, relation::nsubj, true}, {tag::VBZ, -1, relation::root, true}, {tag::PRP, 1, relation::obj, true}};
  const train::GoldTree gold(sentence);
  using namespace arc_eager;
  State state;
  state.start(3);
  CHECK(train::cost(state, gold, shift) == 0);
  state.apply(shift);
  CHECK(train::cost(state, gold, left_subject) == 0);
  CHECK(train::cost(state, gold, left_other) == 1);
  CHECK(train::cost(state, gold, right_other) == 2);
  CHECK(train::cost(state, gold, shift) == 1);
  state.apply(left_subject);
  state.apply(shift);
  CHECK(train::cost(state, gold, right_core) == 0);
  CHECK(train::cost(state, gold, right_other) == 1);
  CHECK(train::cost(state, gold, shift) == 1);
  state.apply(right_core);
  CHECK(train::cost(state, gold, reduce) == 0);
  state.apply(reduce);
  CHECK(train::cost(state, gold, left_other) == 0);
}

TEST_CASE("a few made sentences can be learnt by heart") {
  const std::string path = temporary("crosscheck-test-train.tsv");
  std::string rows;
  for (const char* subject : {"Doctors", "Nurses", "Patients"})
    for (const char* thing : {"tablets", "drops", "pills"})
      rows += std::string(subject) + "\tNNS\t2\tnsubj\nlike\tVBP\t0\troot\nwhite\tJJ\t4\tamod\n" + thing + "\tNNS\t2\tobj\nand\tCC\t6\tcc\ncream\tNN\t4\tconj\n.\t.\t2\tpunct\n\n";
  write(path, rows);
  train::Treebank treebank(find_home().data);
  std::vector<train::GoldSentence> sentences = treebank.load(path);
  std::filesystem::remove(path);
  REQUIRE(sentences.size() == 9);
  train::Settings settings;
  settings.tagger_bits = settings.transition_bits = settings.relation_bits = 12;
  settings.tagger_least = settings.transition_least = settings.relation_least = 0;
  settings.folds = 3;
  const std::string sections = train::train_model(sentences, nullptr, settings);
  const Model model{std::string_view(sections)};
  Parser parser(model);
  for (const train::GoldSentence& sentence : sentences) {
    const auto& arcs = parser.parse(sentence.words);
    for (size_t i = 0; i < arcs.size(); ++i) {
      CHECK(arcs[i].head == sentence.gold[i].head);
      CHECK(arcs[i].relation == sentence.gold[i].relation);
    }
  }
}

}  // namespace crosscheck
