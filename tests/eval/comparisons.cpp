// comparisons SETS.ndjson ASKED.tsv
//
// How pairs of places were compared, for tests/eval/misses.py. A line that asks: key, set, document, first and last
// byte of a place, document, first and last byte of the other; parted by tabs. For every comparison of the sentences of
// two such places a line is printed: key, kind, whether a run makes it, its outcome, its gates as "name=answer;...".
#include <algorithm>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>

#include "check/trace.h"
#include "read/ndjson.h"
#include "run.h"

using namespace crosscheck;

namespace {

struct Place {
  std::string document;
  uint32_t first = 0, end = 0;
};

struct Asked {
  std::string key;
  Place a, b;
};

std::map<std::string, std::vector<Asked>> read_asked(const std::string& path) {
  std::map<std::string, std::vector<Asked>> out;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    std::replace(line.begin(), line.end(), ' ', '\x1f');  // names may have blanks
    std::istringstream fields(line);
    std::string set;
    Asked asked;
    fields >> asked.key >> set >> asked.a.document >> asked.a.first >> asked.a.end >> asked.b.document >> asked.b.first >> asked.b.end;
    for (std::string* name : {&asked.key, &set, &asked.a.document, &asked.b.document}) std::replace(name->begin(), name->end(), '\x1f', ' ');
    out[set].push_back(asked);
  }
  return out;
}

// The stretch of the sentences that a place touches.
Span around(const Document& document, const Place& place) {
  Span out{place.first, place.end};
  for (const Sentence& sentence : document.sentences)
    if (sentence.span.overlaps({place.first, place.end})) out = {std::min(out.begin, sentence.span.begin), std::max(out.end, sentence.span.end)};
  return out;
}

const char* name_of(Answer answer) { return answer == Answer::passed ? "passed" : answer == Answer::open ? "open" : "closed"; }

void print(const std::string& key, const Comparison& made) {
  std::cout << key << '\t' << made.by << '\t' << made.candidate << '\t' << made.outcome << '\t';
  for (const Gate& gate : made.gates.all) std::cout << gate.name << '=' << name_of(gate.answer) << ';';
  std::cout << '\n';
}

void answer(const Collection& texts, const Index& index, const Rulebook& rules, const Asked& asked) {
  Evidence a, b;
  bool found_a = false, found_b = false;
  for (uint32_t d = 0; d < texts.documents.size(); ++d) {
    const Document& document = texts.documents[d];
    if (document.name == asked.a.document) a = {d, around(document, asked.a), 1}, found_a = true;
    if (document.name == asked.b.document) b = {d, around(document, asked.b), 2}, found_b = true;
  }
  if (!found_a || !found_b) return;
  const auto wanted = [&](const Evidence& one, const Evidence& two) { return one.document == a.document && two.document == b.document && one.span.overlaps(a.span) && two.span.overlaps(b.span); };
  for (const Comparison& made : compare_again(texts, index, rules, wanted, true)) print(asked.key, made);
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) return 2;
  const std::map<std::string, std::vector<Asked>> asked = read_asked(arguments[2]);
  const Rulebook rules = make_ready(find_home(), "");
  std::ifstream file(arguments[1], std::ios::binary);
  NdjsonSets sets(file, arguments[1]);
  std::vector<Trouble> trouble;
  while (const std::optional<SetInput> set = sets.next(trouble)) {
    const auto found = asked.find(set->id);
    if (found == asked.end()) continue;
    inspect(*set, rules, [&](const Collection& texts, const Index& index) {
      for (const Asked& each : found->second) answer(texts, index, rules, each);
    });
  }
}
