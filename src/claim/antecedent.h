// What "it", "they", "this gene" and "the disease" take up in a document.
//
//   Coronary vessels supply the heart. They are narrow.      They: coronary vessels
//   Mutations in the THAP1 gene cause it. This gene ...      This gene: THAP1 gene
//
// Every noun is a mention. An anaphor looks back over the mentions of its sentence and the few before: it must agree
// in number, and prefers the subject, the nearer, and what the document is about. "This gene" prefers a gene, or what
// WordNet calls a kind of gene. How far the best is ahead of the next is how sure it is; nothing fits: it stays open.
#pragma once

#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

#include "claim/grammar.h"
#include "claim/tree.h"
#include "language/wordnet.h"
#include "model/document.h"

namespace crosscheck {

class Antecedents {
 public:
  struct Found {
    std::string name;
    double confidence = 0;  // 0: open
  };
  using Namer = std::function<std::string(TokenSpan)>;

  // `topic`: what most of the document is about, by its name; may be empty.
  Antecedents(const Document& document, const GrammarTable& grammar, const WordNet& wordnet, const SymbolTable& symbols, Namer name, std::string topic);
  // What the subject that starts at a token stands for; nullptr when it is no anaphor.
  const Found* of(uint32_t first_token) const;

 private:
  enum class Kind : uint8_t { name, it, they, person, deictic, kind_of };
  struct Mention {
    uint32_t head = 0, sentence = 0, passage = 0, clause = 0;
    TokenSpan phrase;
    std::string name;
    int role = 0;  // 5: subject
    bool plural = false, person = false, named = false, complement = false;
  };

  void read(uint32_t sentence);
  void read_token(uint32_t sentence, uint32_t token);
  Kind kind_of(TokenSpan phrase, uint32_t head) const;
  bool expletive(uint32_t pronoun) const;
  bool quantified(uint32_t head) const;
  Mention mention(uint32_t sentence, uint32_t head) const;
  double score(const Mention& candidate, const Mention& anaphor, Kind kind) const;
  bool kind_fits(const Mention& candidate, Symbol noun) const;
  Found look_back(const Mention& anaphor, Kind kind) const;

  const Document& document_;
  const GrammarTable& grammar_;
  const WordNet& wordnet_;
  const SymbolTable& symbols_;
  Namer name_;
  std::string topic_;
  SentenceTree tree_;
  std::vector<Mention> mentions_;
  std::unordered_map<uint32_t, Found> found_;  // by first token
};

}  // namespace crosscheck
