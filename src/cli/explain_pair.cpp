// crosscheck explain --pair FILE:LINE FILE:LINE: how two places were understood and compared, and why they are, or
// are not, a finding: the gate that silenced them, the rule that spoke for them, the values that can both be true.
//
// Tested by tests/cli/commands.py.
#include <algorithm>
#include <charconv>
#include <filesystem>
#include <iterator>
#include <set>

#include "check/precedence.h"
#include "check/settle.h"
#include "check/trace.h"
#include "claim/report_claims.h"
#include "cli/explanation.h"
#include "cli/log.h"
#include "cli/output.h"
#include "cli/pipeline.h"
#include "cli/trace_text.h"
#include "report/excerpt.h"
#include "run.h"
#include "text/utf8.h"

namespace crosscheck {
namespace {

namespace fs = std::filesystem;

constexpr size_t kMostWords = 8;

struct Asked {
  std::string file;
  size_t line = 0, column = 0;  // column 0: the whole line
  std::string text() const { return file + ":" + std::to_string(line) + (column > 0 ? ":" + std::to_string(column) : ""); }
};

// "FILE:LINE" or "FILE:LINE:COLUMN".
std::optional<Asked> read_place(const std::string& text) {
  Asked asked{text, 0, 0};
  for (int part = 0; part < 2; ++part) {
    const size_t colon = asked.file.rfind(':');
    size_t number = 0;
    const char* end = asked.file.data() + asked.file.size();
    if (colon == std::string::npos || colon == 0 || std::from_chars(asked.file.data() + colon + 1, end, number).ptr != end || number == 0) break;
    asked.column = asked.line, asked.line = number;
    asked.file.resize(colon);
  }
  if (asked.line == 0) return std::nullopt;
  return asked;
}

// Where the question leads to in a set.
struct Found {
  const Document* document = nullptr;
  uint32_t number = 0;  // of the document
  std::vector<uint32_t> sentences;
  bool holds(const Evidence& evidence) const {
    return document && evidence.document == number && std::any_of(sentences.begin(), sentences.end(), [&](uint32_t s) { return document->sentences[s].span.overlaps(evidence.span); });
  }
};

bool is_file(const Document& document, const std::string& file) {
  if (document.name == file || document.path == file) return true;
  std::error_code error;
  return !document.path.empty() && fs::equivalent(document.path, file, error) && !error;
}

// The sentences that touch the line, or the one at its column.
std::vector<uint32_t> sentences_at(const Document& document, const Asked& asked) {
  const std::string_view source = document.source_text();
  size_t begin = 0;
  for (size_t line = 1; line < asked.line; ++line) {
    begin = source.find('\n', begin);
    if (begin == std::string_view::npos) return {};
    ++begin;
  }
  size_t end = std::min(source.find('\n', begin), source.size());
  if (asked.column > 0) {
    for (size_t column = 1; column < asked.column && begin < end; ++column) begin += code_point_at(source, begin).bytes;
    end = std::min(begin + 1, source.size());
  }
  const Span in_source{static_cast<uint32_t>(begin), static_cast<uint32_t>(end)}, span = document.map.identity() ? in_source : document.map.to_text(in_source);
  std::vector<uint32_t> out;
  for (uint32_t s = 0; s < document.sentences.size(); ++s)
    if (document.sentences[s].span.overlaps(span)) out.push_back(s);
  return out;
}

Found find(const Collection& texts, const Asked& asked) {
  for (uint32_t d = 0; d < texts.documents.size(); ++d)
    if (is_file(texts.documents[d], asked.file)) return {&texts.documents[d], d, sentences_at(texts.documents[d], asked)};
  return {};
}

class PairText {
 public:
  PairText(const Collection& texts, const Index& index, const Rulebook& rules, const std::vector<Finding>& all, const Found& a, const Found& b) : texts_(texts), index_(index), rules_(rules), all_(all), a_(a), b_(b) {}

  std::string text(const Asked& first, const Asked& second) const {
    const Wanted wanted = [&](const Evidence& one, const Evidence& two) { return a_.holds(one) && b_.holds(two); };
    std::vector<Comparison> made = compare_again(texts_, index_, rules_, wanted, true);
    std::stable_partition(made.begin(), made.end(), [](const Comparison& comparison) { return !comparison.outcome.starts_with("silent"); });
    std::string out = "  " + first.text() + "\n" + understood(a_) + "\n  " + second.text() + "\n" + understood(b_) + "\n  Findings about both\n" + findings();
    out += "\n  How they were compared\n";
    for (const Comparison& comparison : made) out += (&comparison == &made.front() ? "" : "\n") + as_text(comparison, texts_);
    return made.empty() ? out + not_compared() : out;
  }

 private:
  std::string understood(const Found& found) const {
    std::string out;
    for (const uint32_t s : found.sentences) {
      out += wrapped("\"" + one_line(found.document->text_of(found.document->sentences[s].span)) + "\"", 4);
      std::vector<Claim> claims;
      for (const Claim& claim : index_.claims)
        if (claim.document == found.number && claim.sentence == s) claims.push_back(claim);
      for (const ReportClaim& claim : report_claims(texts_, std::move(claims), rules_)) {
        if (claim.canonical_relation.empty()) continue;
        out += wrapped("claims: " + (claim.canonical_subject.empty() ? "(subject not named)" : claim.canonical_subject) + " | " + (claim.polarity == "negative" ? "not " : "") + claim.canonical_relation + " | " + claim.canonical_value, 6);
      }
    }
    return out;
  }

  bool about_both(const Finding& finding) const {
    const auto any = [&](const Found& found) { return std::any_of(finding.evidence.begin(), finding.evidence.end(), [&](const Evidence& e) { return found.holds(e); }); };
    return finding.evidence.size() > 1 && any(a_) && any(b_);
  }

  std::string findings() const {
    std::string out;
    for (const Finding& finding : all_) {
      if (!about_both(finding)) continue;
      const auto winner = std::find_if(all_.begin(), all_.end(), [&](const Finding& other) { return &other != &finding && !other.evidence.empty() && rules_.table<Precedence>().speaks_for(other, finding, texts_); });
      out += wrapped(finding.rule->id + " (" + name_of(finding.level) + "): " + finding.message, 4);
      if (switched_off(finding, texts_)) out += wrapped("not reported: an ignore comment in the text switches it off", 6);
      if (winner != all_.end()) out += wrapped("not reported by itself: " + winner->rule->id + " speaks for it (" + winner->message + ")", 6);
    }
    return out.empty() ? "    none\n" : out;
  }

  // What the two places have in common, when nothing in them was comparable.
  std::string not_compared() const {
    std::set<Key> first;
    for_each_word(a_, [&](const Token& token) { first.insert(index_.meanings.key(token.word)); });
    std::vector<std::string> shared;
    for_each_word(b_, [&](const Token& token) {
      const std::string word(texts_.word(token.word));
      if (first.contains(index_.meanings.key(token.word)) && std::find(shared.begin(), shared.end(), word) == shared.end() && shared.size() < kMostWords) shared.push_back(word);
    });
    std::string list;
    for (const std::string& word : shared) list += (list.empty() ? "" : ", ") + word;
    return wrapped("Not at all: there are no two values of one kind in them, and as wordings they are not near enough to be laid side by side. " + (list.empty() ? std::string("They have no word of content in common.") : "Words of content in both: " + list + "."), 4);
  }

  template <class Use>
  void for_each_word(const Found& found, Use use) const {
    for (const uint32_t s : found.sentences)
      for (uint32_t t = found.document->sentences[s].first_token; t < found.document->sentences[s].end_token; ++t) {
        const Token& token = found.document->tokens[t];
        if (token.kind != TokenKind::punctuation && index_.meanings.key(token.word) != 0 && index_.meanings.kind(token.word) == WordKind::content) use(token);
      }
  }

  const Collection& texts_;
  const Index& index_;
  const Rulebook& rules_;
  const std::vector<Finding>& all_;
  const Found &a_, &b_;
};

// What one set answers.
struct Answered {
  std::string text;  // the whole answer, when it has both places
  bool has_first = false, has_second = false;
  std::string nothing_there;  // the place at which no sentence stands
  std::vector<Trouble> trouble;
};

Answered answer(const SetInput& input, const Rulebook& rules, const Asked& first, const Asked& second) {
  Answered out;
  SetResult result = run(input, rules, false, [&](const Collection& texts, const Index& index, const std::vector<Finding>& all) {
    const Found a = find(texts, first), b = find(texts, second);
    out.has_first = a.document, out.has_second = b.document;
    for (const auto& [found, asked] : {std::pair{&a, &first}, std::pair{&b, &second}})
      if (found->document && found->sentences.empty()) out.nothing_there = asked->text();
    if (a.document && b.document && out.nothing_there.empty()) out.text = PairText(texts, index, rules, all, a, b).text(first, second);
  });
  out.trouble = std::move(result.trouble);
  return out;
}

}  // namespace

int explain_pair(const Options& given) {
  Options options = given;
  const std::optional<Asked> first = read_place(options.pair);
  std::optional<Asked> second;
  std::erase_if(options.paths, [&](const std::string& path) {
    std::error_code error;
    if (second || fs::exists(path, error) || !(second = read_place(path))) return false;
    return true;
  });
  if (!first || !second) throw UsageError("--pair takes two places, as in --pair leaflet.txt:3 web.html:12");
  if (options.paths.empty())
    for (const Asked& asked : {*first, *second}) {
      const std::string folder = fs::path(asked.file).parent_path().string();
      options.paths.push_back(folder.empty() ? "." : folder);
    }
  Rulebooks rulebooks(options);
  Inputs inputs(options, rulebooks);
  std::vector<Trouble> trouble;
  rulebooks.make_ready_for(inputs.folders(), trouble);
  std::string out, nothing_there;
  bool has_first = false, has_second = false;
  for_each_set(
      options, inputs, rulebooks, [&](const SetInput& input, const Rulebook& rules) { return answer(input, rules, *first, *second); },
      [&](Answered& answered) {
        std::move(answered.trouble.begin(), answered.trouble.end(), std::back_inserter(trouble));
        has_first |= answered.has_first, has_second |= answered.has_second;
        if (nothing_there.empty()) nothing_there = answered.nothing_there;
        if (out.empty()) out = std::move(answered.text);
        return out.empty();
      });
  std::move(inputs.trouble.begin(), inputs.trouble.end(), std::back_inserter(trouble));
  tell(options, trouble);
  if (!nothing_there.empty()) throw UsageError(nothing_there + ": no sentence stands there");
  if (!has_first || !has_second) throw UsageError((has_first ? *second : *first).file + ": is no document of these sets");
  if (out.empty()) out = "  " + first->text() + " and " + second->text() + " stand in different sets, and only documents of one set are\n  compared. --one-set compares all of them.\n";
  Output to("");
  to.write(out);
  to.finish();
  return any_error(trouble) ? 2 : 0;
}

}  // namespace crosscheck
