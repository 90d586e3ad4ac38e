// The report for a terminal: grouped by set and document, each finding with all it takes to decide.
//
//   ivig.txt
//     1:425   error    "four major disease categories" here, "three major categories" in passage 5
//             … mainly used as treatment in «four major disease categories»: 1 Primary Immune …
//             passage 5, line 5: … as treatment in «three major categories»; immune deficiencies …
//             why: both count the categories IVIG is used in
//             contradiction.count, 97 % sure
//
// A flood of one kind is folded: what is beyond the first ten suggestions or warnings of one rule in one set is
// counted, not listed. Errors are always listed.
//
// Tested by tests/rooms/report.cpp.
#include <algorithm>
#include <map>

#include "report/excerpt.h"
#include "report/report.h"
#include "text/utf8.h"

namespace crosscheck {
namespace {

constexpr uint32_t kFlood = 10;
constexpr size_t kMostQuoted = 4;  // places quoted in one finding; the rest is counted
constexpr size_t kIndent = 10;

class Terminal {
 public:
  explicit Terminal(const Display& display) : display_(display) {}

  std::string painted(const char* code, const std::string& text) const { return display_.color ? std::string("\x1b[") + code + "m" + text + "\x1b[0m" : text; }
  std::string marked(const std::string& words) const { return display_.color ? "\x1b[1;4m" + words + "\x1b[0m" : "«" + words + "»"; }
  std::string level(Level level) const {
    const char* code = level == Level::error ? "1;31" : level == Level::warning ? "1;33" : "1;36";
    std::string name = name_of(level);
    name.resize(12, ' ');
    return painted(code, name);
  }

  // Text broken at blanks to the width, every line after the first indented.
  std::string wrapped(std::string_view text, size_t first_column, size_t indent) const {
    std::string out;
    size_t column = first_column;
    for (size_t at = 0; at < text.size();) {
      const size_t stop = std::min(text.find(' ', at), text.size());
      const std::string_view word = text.substr(at, stop - at);
      const size_t size = code_points(word);
      if (column > indent && column + size > display_.width) {
        while (!out.empty() && out.back() == ' ') out.pop_back();
        out += '\n' + std::string(indent, ' ');
        column = indent;
      }
      out += word;
      column += size;
      if (stop < text.size()) out += ' ', ++column;
      at = stop + 1;
    }
    return out;
  }

 private:
  const Display& display_;
};

// A code point that would move the cursor or colour the screen is shown, not obeyed.
std::string harmless(const std::string& text) {
  std::string out;
  for (const char c : text) out += static_cast<unsigned char>(c) < 32 || c == 127 ? '?' : c;
  return out;
}

std::string quotation(const Terminal& terminal, const Place& place, const std::string& lead, size_t width) {
  const size_t used = kIndent + code_points(lead) + 2;
  const Excerpt quoted = excerpt(place, width > used + 30 ? width - used : 30);
  return std::string(kIndent, ' ') + lead + harmless(quoted.before) + terminal.marked(harmless(quoted.words)) + harmless(quoted.after) + "\n";
}

std::string details(const ReportFinding& finding, const Terminal& terminal, const Display& display) {
  std::string out;
  const Place& first = finding.evidence.front();
  size_t quoted = 0;
  for (const Place& place : finding.evidence) {
    if (quoted == kMostQuoted && !display.verbose) break;
    ++quoted;
    std::string lead;
    if (&place != &first) lead = (place.document == first.document ? "line " + std::to_string(place.line) : place.document + ":" + std::to_string(place.line)) + (place.approved && finding.authority == place.side ? " (approved): " : ": ");
    out += quotation(terminal, place, lead, display.width);
  }
  if (finding.places > quoted) out += std::string(kIndent, ' ') + "and " + std::to_string(finding.places - quoted) + " more places\n";
  if (finding.why != finding.rule->rationale) out += std::string(kIndent, ' ') + "why: " + terminal.wrapped(harmless(one_line(finding.why)), kIndent + 5, kIndent + 5) + "\n";
  if (!finding.fixes.empty()) {
    const std::string replacement = mended(finding);
    out += std::string(kIndent, ' ') + "fix: " + (replacement.empty() ? "delete it" : terminal.wrapped(harmless(replacement), kIndent + 5, kIndent + 5)) + "\n";
  }
  const int sure = static_cast<int>(finding.confidence * 100 + 0.5);
  return out + std::string(kIndent, ' ') + terminal.painted("2", finding.rule->id + ", " + std::to_string(sure) + " % sure") + "\n";
}

std::string counted(uint32_t number, const char* noun) { return std::to_string(number) + " " + noun + (number == 1 ? "" : "s"); }

std::string closing(const Report& report, const Display& display, const Terminal& terminal) {
  uint32_t documents = 0, words = 0, sentences = 0, suppressed = 0;
  for (const SetReport& set : report.sets) {
    documents += static_cast<uint32_t>(set.documents.size());
    sentences += set.sentences;
    suppressed += set.suppressed;
    for (const DocumentReport& document : set.documents) words += document.words;
  }
  std::string out = "Checked " + counted(documents, "document") + " in " + counted(static_cast<uint32_t>(report.sets.size()), "set") + ": " + counted(sentences, "sentence") + ", " + counted(words, "word") + ".";
  if (suppressed > 0) out += " " + counted(suppressed, "finding") + " switched off in the text.";
  if (!report.tool.rules_off.empty()) out += " " + counted(static_cast<uint32_t>(report.tool.rules_off.size()), "rule") + " off.";
  out = terminal.wrapped(out, 0, 2) + "\n";
  for (const SetReport& set : report.sets)
    for (const DocumentReport& document : set.documents) {
      if (!document.left_out.empty()) out += "Left out: " + set.id + "/" + document.name + " (" + document.left_out + ").\n";
      if (display.verbose) out += "  " + set.id + "/" + document.name + "  " + document.format + ", " + document.encoding + ", " + document.hash + "\n";
    }
  const Summary summary = summarise(report.findings);
  const bool nothing = summary.error + summary.warning + summary.suggestion == 0;
  out += documents == 0 ? "Nothing was checked.\n" : nothing ? "Nothing to query.\n" : counted(summary.error, "error") + ", " + counted(summary.warning, "warning") + ", " + counted(summary.suggestion, "suggestion") + ".\n";
  return out;
}

}  // namespace

std::string text_report(const Report& report, const Display& display) {
  const Terminal terminal(display);
  std::string out;
  std::string set = "\x01", document;
  std::map<std::pair<std::string, std::string>, uint32_t> seen, folded;  // by set and rule
  const auto fold_lines = [&] {
    for (const auto& [which, number] : folded)
      out += "  " + std::to_string(number) + " more of " + which.second + ": `--verbose` or `--only " + which.second + "` lists them\n";
    if (!folded.empty()) out += '\n';
    folded.clear();
  };
  for (const ReportFinding& finding : report.findings) {
    const Place& first = finding.evidence.front();
    if (finding.set != set) {
      fold_lines();
      set = finding.set;
      document.clear();
      if (report.sets.size() > 1) out += terminal.painted("1", "== " + set) + "\n\n";
    }
    const std::pair kind{finding.set, finding.rule->id};
    if (!display.verbose && finding.level != Level::error && ++seen[kind] > kFlood) {
      ++folded[kind];
      continue;
    }
    if (first.document != document) {
      document = first.document;
      out += terminal.painted("1", path_of(report, display.root, set, document)) + "\n";
    }
    std::string place = first.location.empty() ? std::to_string(first.line) + ":" + std::to_string(first.column) : first.location;
    place = "  " + place;
    if (place.size() < kIndent) place.resize(kIndent, ' ');
    else place += "  ";
    out += place + terminal.level(finding.level) + terminal.wrapped(harmless(finding.message), place.size() + 12, kIndent) + "\n" + details(finding, terminal, display) + "\n";
  }
  fold_lines();
  return out + closing(report, display, terminal);
}

}  // namespace crosscheck
