// compile-spelling-grounds FILE.ndjson: the grounds on which words are judged, for tests/eval/spelling.py to fit weights to.
#include <fstream>
#include <iostream>

#include "read/ndjson.h"
#include "run.h"
#include "segment/segment.h"
#include "spelling/judge.h"

int main(int count, char** words) {
  using namespace crosscheck;
  try {
    if (count != 2) throw std::runtime_error("usage: compile-spelling-grounds FILE.ndjson");
    const Rulebook rules = make_ready(find_home(), "");
    std::ifstream file(words[1]);
    NdjsonSets sets(file, words[1]);
    std::vector<Trouble> trouble;
    while (std::optional<SetInput> input = sets.next(trouble)) {
      Collection texts(rules.symbols);
      texts.id = input->id;
      read(*input, texts, trouble);
      segment(texts, rules);
      std::cout << grounds_of_all(texts, rules.table<Dictionary>());
    }
    return 0;
  } catch (const std::exception& wrong) {
    std::cerr << "compile-spelling-grounds: " << wrong.what() << '\n';
    return 2;
  }
}
