// Tested by tests/cli/commands.py.
#include "cli/trace_text.h"

#include <algorithm>

#include "cli/explanation.h"
#include "report/excerpt.h"
#include "text/utf8.h"

namespace crosscheck {
namespace {

const char* name_of(Answer answer) { return answer == Answer::passed ? "passed" : answer == Answer::open ? "open" : "closed"; }

constexpr size_t kMostShown = 72;

std::string_view first_words(std::string_view text) { return text.substr(0, std::min(text.rfind(' ', kMostShown), kMostShown)); }

std::string gates_of(const Gates& gates) {
  if (gates.all.empty()) return "";
  size_t width = 0;
  for (const Gate& gate : gates.all) width = std::max(width, std::string_view(gate.name).size());
  std::string out = "      gates:\n";
  for (const Gate& gate : gates.all) {
    const std::string answer = name_of(gate.answer);
    out += "        " + answer + std::string(8 - answer.size(), ' ') + gate.name;
    if (!gate.words.empty()) out += std::string(width - std::string_view(gate.name).size() + 2, ' ') + gate.words;
    out += "\n";
  }
  return out;
}

}  // namespace

std::string address(const Document& document, Span span) {
  const std::string_view source = document.source_text();
  const std::string_view before = source.substr(0, document.map.to_source(span).begin);
  const size_t line = static_cast<size_t>(std::count(before.begin(), before.end(), '\n')) + 1, start = before.rfind('\n') + 1;
  return document.name + ":" + std::to_string(line) + ":" + std::to_string(code_points(before.substr(start)) + 1);
}

std::string as_text(const Comparison& comparison, const Collection& texts) {
  const auto place = [&](const Evidence& evidence, const std::string& says) {
    const Document& document = texts.documents[evidence.document];
    std::string words = one_line(document.text_of(evidence.span));
    if (words.size() > kMostShown) words = std::string(first_words(words)) + " …";
    return "      " + address(document, evidence.span) + ": \"" + words + "\"" + (says.empty() || says == words || words.ends_with(" …") ? "" : ", understood as " + says) + "\n";
  };
  std::string out = "    compared as " + std::string(comparison.by) + "\n" + place(comparison.a, comparison.says_a) + place(comparison.b, comparison.says_b);
  if (!comparison.slot.empty()) out += "      slot: " + one_line(comparison.slot) + "\n";
  return out + gates_of(comparison.gates) + wrapped("outcome: " + comparison.outcome, 6);
}

}  // namespace crosscheck
