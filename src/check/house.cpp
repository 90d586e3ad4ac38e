// Tested by tests/rooms/house.cpp.
#include "check/house.h"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <numeric>
#include <optional>
#include <unordered_set>

#include "text/fold.h"
#include "text/utf8.h"

namespace crosscheck {

struct HouseRules::Pattern {
  size_t rule = 0;  // index into Rulebook::rules
  std::unique_ptr<re2::RE2> expression;
  std::vector<std::string> replacements;  // of a substitution
  int pair = -1, side = 0;                // of a consistency rule
  bool whole_words = true;
  std::optional<PassageKind> scope;
};

struct HouseRules::Compiled {
  std::vector<Pattern> patterns;
  std::unique_ptr<re2::RE2::Set> set;
  std::unordered_map<size_t, std::unordered_set<std::string>> exceptions;  // by rule, folded
};

struct HouseRules::Hit {
  uint32_t document = 0;
  Span span;
  std::vector<std::string> replacements;
};

namespace {

// A pattern as users write it: {W} a word, {SP} white space, {NUM} a number; a blank is any white space, an
// apostrophe either kind.
std::string expanded(std::string_view pattern) {
  std::string out;
  bool in_class = false;
  for (size_t i = 0; i < pattern.size(); ++i) {
    const char c = pattern[i];
    if (c == '\\' && i + 1 < pattern.size()) {
      out += c;
      out += pattern[++i];
      continue;
    }
    if (c == '[') in_class = true;
    if (c == ']') in_class = false;
    const auto macro = [&](std::string_view name, const char* meaning) {
      if (in_class || pattern.substr(i, name.size()) != name) return false;
      out += meaning;
      i += name.size() - 1;
      return true;
    };
    constexpr const char* kBlanks = "[\\s\\x{a0}\\x{2009}\\x{202f}]+";
    if (macro("{W}", "[\\pL\\pM\\pN]+(?:['’-][\\pL\\pM\\pN]+)*") || macro("{SP}", kBlanks) || macro("{NUM}", "\\d+(?:[.,]\\d+)*")) continue;
    if (c == ' ' && !in_class) out += kBlanks;
    else if (c == '\'' && !in_class) out += "['’]";
    else out += c;
  }
  return out;
}

std::unique_ptr<re2::RE2> compiled(const Value& place, const std::string& pattern, bool ignore_case) {
  re2::RE2::Options options;
  options.set_log_errors(false);
  options.set_case_sensitive(!ignore_case);
  auto expression = std::make_unique<re2::RE2>(expanded(pattern), options);
  if (!expression->ok()) {
    const bool looks = pattern.find("(?=") != std::string::npos || pattern.find("(?!") != std::string::npos || pattern.find("(?<") != std::string::npos;
    place.fail_at_key("this pattern is not understood: " + (looks ? "looking ahead or behind is not possible; list exceptions: instead" : expression->error()));
  }
  std::string nothing;
  if (re2::RE2::FullMatch("", *expression)) place.fail_at_key("this pattern matches everywhere");
  return expression;
}

std::vector<std::string> parted(const std::string& text) {
  std::vector<std::string> parts(1);
  for (const char c : text) c == '|' ? void(parts.emplace_back()) : void(parts.back() += c);
  return parts;
}

std::optional<PassageKind> scope_of(const Value& scope) {
  const std::string name = scope.is_list() ? "text" : scope.text("text");
  if (name.starts_with("heading") || name == "title") return PassageKind::heading;
  if (name == "list") return PassageKind::list_item;
  if (name.starts_with("table")) return PassageKind::table_cell;
  if (name == "paragraph") return PassageKind::paragraph;
  if (name == "blockquote") return PassageKind::quote;
  return std::nullopt;
}

bool in_word(char32_t c) { return is_letter(c) || is_digit(c) || is_mark(c); }

// Neither end of the match stands within a word.
bool stands_alone(std::string_view text, Span match) {
  const char32_t before = code_point_before(text, match.begin).value, first = code_point_at(text, match.begin).value;
  const char32_t last = code_point_before(text, match.end).value, after = code_point_at(text, match.end).value;
  return !(match.begin > 0 && in_word(before) && in_word(first)) && !(match.end < text.size() && in_word(last) && (in_word(after)));
}

// "$1" of a replacement is the first group.
std::string rewritten(const re2::RE2& expression, const std::string& replacement, const re2::StringPiece* groups, int count) {
  std::string pattern, out;
  for (size_t i = 0; i < replacement.size(); ++i) {
    const bool group = (replacement[i] == '$' || replacement[i] == '\\') && i + 1 < replacement.size() && replacement[i + 1] >= '0' && replacement[i + 1] <= '9';
    if (group) pattern += '\\';
    else if (replacement[i] == '\\') pattern += "\\\\";
    else pattern += replacement[i];
  }
  return expression.Rewrite(&out, pattern, groups, count) ? out : replacement;
}

}  // namespace

HouseRules::HouseRules(Rulebook& book) {
  auto all = std::make_unique<Compiled>();
  for (size_t r = 0; r < book.rules.size(); ++r) {
    const Rule& rule = book.rules[r];
    if (!rule.info.house) continue;
    const Value& page = rule.settings;
    const bool ignore_case = page["ignorecase"].truth(true);
    const bool whole_words = !page["nonword"].truth(false);
    const std::optional<PassageKind> scope = scope_of(page["scope"]);
    const auto add = [&](const Value& place, const std::string& text) -> Pattern& {
      Pattern& pattern = all->patterns.emplace_back();
      pattern.rule = r;
      pattern.expression = compiled(place, text, ignore_case);
      pattern.whole_words = whole_words;
      pattern.scope = scope;
      return pattern;
    };
    for (const Value& token : page["tokens"].items) add(token, token.text());
    std::string raw;
    for (const Value& part : page["raw"].items) raw += part.text();
    if (!raw.empty()) add(page["raw"], raw).whole_words = false;
    for (const auto& [wrong, right] : page["swap"].fields) add(right, wrong).replacements = parted(right.text());
    int pair = 0;
    for (const auto& [one, other] : page["either"].fields) {
      Pattern& first = add(other, one);
      first.pair = pair;
      first.side = 1;
      Pattern& second = add(other, other.text());
      second.pair = pair++;
      second.side = 2;
    }
    for (const std::string& exception : page["exceptions"].texts()) all->exceptions[r].insert(fold(exception));
  }
  if (!all->patterns.empty()) {
    re2::RE2::Options options;
    options.set_log_errors(false);
    options.set_max_mem(64 << 20);
    all->set = std::make_unique<re2::RE2::Set>(options, re2::RE2::UNANCHORED);
    for (const Pattern& pattern : all->patterns) {
      const bool sensitive = pattern.expression->options().case_sensitive();
      all->set->Add((sensitive ? "(?:" : "(?i:") + pattern.expression->pattern() + ")", nullptr);
    }
    if (!all->set->Compile()) all->set.reset();
  }
  compiled_ = std::move(all);
}

HouseRules::~HouseRules() = default;

void HouseRules::look(const Collection& texts, uint32_t d, const Passage& passage, std::vector<std::vector<Hit>>& hits) const {
  const std::string_view text = texts.documents[d].text_of(passage.body);
  const re2::StringPiece piece(text.data(), text.size());
  std::vector<int> present;
  re2::RE2::Set::ErrorInfo trouble{re2::RE2::Set::kNoError};
  if (compiled_->set && !compiled_->set->Match(piece, &present, &trouble) && trouble.kind == re2::RE2::Set::kNoError) return;
  if (!compiled_->set || trouble.kind != re2::RE2::Set::kNoError) {
    present.resize(compiled_->patterns.size());
    std::iota(present.begin(), present.end(), 0);
  }
  std::sort(present.begin(), present.end());
  for (const int number : present) {
    const Pattern& pattern = compiled_->patterns[static_cast<size_t>(number)];
    if (pattern.scope && *pattern.scope != passage.kind) continue;
    constexpr int kGroups = 10;
    re2::StringPiece groups[kGroups];
    const int count = std::min(pattern.expression->NumberOfCapturingGroups() + 1, kGroups);
    const auto exceptions = compiled_->exceptions.find(pattern.rule);
    for (size_t at = 0; at < text.size() && pattern.expression->Match(piece, at, text.size(), re2::RE2::UNANCHORED, groups, count);) {
      const auto begin = static_cast<uint32_t>(groups[0].data() - text.data());
      const Span match{begin, begin + static_cast<uint32_t>(groups[0].size())};
      at = match.empty() ? match.end + 1 : match.end;
      if (match.empty()) continue;
      if (pattern.whole_words && !stands_alone(text, match)) {
        at = match.begin + code_point_at(text, match.begin).bytes;
        continue;
      }
      if (exceptions != compiled_->exceptions.end() && exceptions->second.contains(fold(match.of(text)))) continue;
      Hit hit{d, {passage.body.begin + match.begin, passage.body.begin + match.end}, {}};
      for (const std::string& replacement : pattern.replacements) {
        const std::string better = rewritten(*pattern.expression, replacement, groups, count);
        const bool capital = is_upper(code_point_at(text, match.begin).value) && !pattern.expression->options().case_sensitive();
        hit.replacements.push_back(capital ? capitalised(better) : better);
      }
      // A substitution that would change nothing found the right word.
      if (!hit.replacements.empty() && hit.replacements.front() == match.of(text)) continue;
      hits[static_cast<size_t>(number)].push_back(std::move(hit));
    }
  }
}

void HouseRules::run(const Collection& texts, const Index& index, const Rulebook& book, const std::vector<Contrast>& contrasts, Findings& findings) const {
  const auto& patterns = compiled_->patterns;
  if (patterns.empty()) return;
  std::vector<std::vector<Hit>> hits(patterns.size());
  for (uint32_t d = 0; d < texts.documents.size(); ++d)
    for (const Passage& passage : texts.documents[d].passages)
      if (passage.kind != PassageKind::code && texts.documents[d].english) look(texts, d, passage, hits);
  for (size_t p = 0; p < patterns.size(); ++p) {
    const Rule& rule = book.rules[patterns[p].rule];
    if (rule.off) continue;
    const CheckInput in{texts, index, book, rule, contrasts};
    if (patterns[p].pair < 0) {
      for (const Hit& hit : hits[p]) {
        const std::string match(texts.documents[hit.document].text_of(hit.span));
        Finding out = finding(in, {{hit.document, hit.span}}, {{"match", match}, {"replacement", hit.replacements.empty() ? "" : hit.replacements.front()}});
        for (const std::string& replacement : hit.replacements) out.fixes.push_back({hit.document, hit.span, replacement, false});
        findings.push_back(std::move(out));
      }
    } else if (patterns[p].side == 1 && !hits[p].empty() && !hits[p + 1].empty()) {
      const bool first_is_rarer = hits[p].size() <= hits[p + 1].size();
      std::vector<Evidence> evidence;
      for (const bool rarer : {true, false})
        for (const Hit& hit : hits[rarer == first_is_rarer ? p : p + 1]) evidence.push_back({hit.document, hit.span, static_cast<uint8_t>(rarer ? 1 : 2)});
      Finding out = finding(in, std::move(evidence), {{"match", std::string(texts.documents[hits[p].front().document].text_of(hits[p].front().span))}});
      out.forms = patterns[p].expression->pattern() + "|" + patterns[p + 1].expression->pattern();
      findings.push_back(std::move(out));
    }
  }
}

}  // namespace crosscheck
