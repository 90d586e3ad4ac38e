// Tested by tests/rooms/read.cpp.
#include "read/directives.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>

#include "text/utf8.h"

namespace crosscheck {
namespace {

constexpr std::string_view kName = "crosscheck";

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

// What stands between "<!--" and "-->", or the whole.
std::string_view inside(std::string_view comment) {
  if (comment.starts_with("<!--")) comment.remove_prefix(4);
  if (comment.ends_with("-->")) comment.remove_suffix(3);
  return trimmed(comment);
}

// The words of a list parted by blanks or commas.
std::vector<std::string> words_of(std::string_view list) {
  std::vector<std::string> words(1);
  for (const char c : list) {
    if (!is_blank(c) && c != ',') words.back() += c;
    else if (!words.back().empty()) words.emplace_back();
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

bool is_rule_name(std::string_view name) {
  return !name.empty() && name.find_first_not_of("abcdefghijklmnopqrstuvwxyz_.") == std::string_view::npos;
}

enum class Reach : uint8_t { from_here, until_here, line, next_line, document };

struct Directive {
  Reach reach = Reach::from_here;
  std::vector<std::string> rules;    // empty: all
  std::vector<std::string> matches;  // empty: all
};

// "spelling["Zeltara"] = NO"
std::optional<Directive> read_switch(std::string_view text) {
  const size_t equals = text.rfind('=');
  if (equals == std::string_view::npos) return std::nullopt;
  const std::string_view state = trimmed(text.substr(equals + 1));
  Directive directive;
  if (state == "YES") directive.reach = Reach::until_here;
  else if (state != "NO") return std::nullopt;
  std::string_view name = trimmed(text.substr(0, equals));
  if (name.ends_with("\"]")) {
    const size_t open = name.find("[\"");
    if (open == std::string_view::npos || open + 4 > name.size()) return std::nullopt;
    directive.matches.emplace_back(name.substr(open + 2, name.size() - open - 4));
    name = trimmed(name.substr(0, open));
  }
  if (!is_rule_name(name)) return std::nullopt;
  directive.rules.emplace_back(name);
  return directive;
}

// What a comment that starts with "crosscheck" asks for; nothing when it asks for nothing known.
std::optional<Directive> read_directive(std::string_view text) {
  text.remove_prefix(kName.size());
  const bool joined = text.starts_with("-") || text.starts_with(":");
  if (!joined && !text.empty() && !is_blank(text.front())) return std::nullopt;
  text = trimmed(joined ? text.substr(1) : text);
  const size_t end = std::min(text.find_first_of(" \t\n\r"), text.size());
  const std::string_view verb = text.substr(0, end), rest = trimmed(text.substr(end));
  Directive directive;
  if (verb == "ignore") {
    directive.reach = Reach::document;
    directive.matches = words_of(rest);
    return directive.matches.empty() ? std::nullopt : std::optional(directive);
  }
  if (verb == "off" || verb == "disable") directive.reach = Reach::from_here;
  else if (verb == "on" || verb == "enable") directive.reach = Reach::until_here;
  else if (verb == "disable-line" || verb == "ignore-line") directive.reach = Reach::line;
  else if (verb == "disable-next-line" || verb == "ignore-next-line") directive.reach = Reach::next_line;
  else return read_switch(text);
  directive.rules = words_of(rest);
  if (!std::all_of(directive.rules.begin(), directive.rules.end(), is_rule_name)) return std::nullopt;
  return directive;
}

bool is_directive(std::string_view text) { return text.starts_with(kName) && read_directive(text).has_value(); }

// The line of the source that holds byte `at`, moved on by `lines`.
Span line_at(std::string_view source, uint32_t at, int lines) {
  size_t begin = source.rfind('\n', at > 0 ? at - 1 : 0);
  begin = at == 0 || begin == std::string_view::npos ? 0 : begin + 1;
  size_t end = source.find('\n', at);
  while (lines-- > 0 && end != std::string_view::npos) {
    begin = end + 1;
    end = source.find('\n', begin);
  }
  return {static_cast<uint32_t>(begin), static_cast<uint32_t>(std::min(end, source.size()))};
}

// Stretches that are switched off from one comment to another, by rule and words.
class Switches {
 public:
  explicit Switches(Document& document) : document_(document) {}

  void off(const std::string& rule, const std::string& match, uint32_t at) { since_.try_emplace({rule, match}, at); }
  // "on" without a name ends everything; "spelling = YES" what was said of spelling.
  void on(const std::string& rule, const std::string& match, uint32_t at) {
    for (auto entry = since_.begin(); entry != since_.end();) {
      const bool meant = rule.empty() || (entry->first.first == rule && (match.empty() || match == entry->first.second));
      if (meant) add({entry->second, at}, entry->first.first, entry->first.second);
      entry = meant ? since_.erase(entry) : std::next(entry);
    }
  }
  void add(Span source, const std::string& rule, const std::string& match) {
    const Span text = document_.map.to_text(source);
    if (text.empty() || text.end > document_.text.size() || !known_.insert({text, rule, match}).second) return;
    document_.suppressions.push_back({text, rule, match});
  }
  // The line of the source that holds byte `at`, or the one after it.
  Span line(std::string_view source, uint32_t at, int later) {
    if (at < line_.begin || at > line_.end || line_.empty()) line_ = line_at(source, at, 0);
    return later == 0 ? line_ : line_at(source, line_.end, later);
  }

 private:
  Document& document_;
  std::map<std::pair<std::string, std::string>, uint32_t> since_;
  std::set<std::tuple<Span, std::string, std::string>> known_;
  Span line_;  // the one asked for last
};

void apply(const Directive& directive, Span comment, std::string_view source, Switches& switches) {
  const std::vector<std::string> all{""};
  for (const std::string& rule : directive.rules.empty() ? all : directive.rules)
    for (const std::string& match : directive.matches.empty() ? all : directive.matches) {
      switch (directive.reach) {
        case Reach::from_here: switches.off(rule, match, comment.end); break;
        case Reach::until_here: switches.on(rule, match, comment.begin); break;
        case Reach::line: switches.add(switches.line(source, comment.begin, 0), rule, match); break;
        case Reach::next_line: switches.add(switches.line(source, comment.end, 1), rule, match); break;
        case Reach::document: switches.add({0, static_cast<uint32_t>(source.size())}, rule, match); break;
      }
    }
}

// "recieve [sic]": the writer, or the one who is quoted, means it. Covers the word before, or the quotation.
void apply_sic(Document& document) {
  const std::string_view text = document.text;
  for (size_t at = text.find("sic"); at != std::string_view::npos; at = text.find("sic", at + 3)) {
    if (at == 0 || at + 3 >= text.size()) continue;
    const bool marked = (text[at - 1] == '[' && text[at + 3] == ']') || (text[at - 1] == '(' && text[at + 3] == ')');
    if (!marked) continue;
    size_t begin = at - 1;
    while (begin > 0 && is_blank(text[begin - 1])) --begin;
    const CodePoint last = code_point_before(text, begin);
    if (last.value == '"' || last.value == 0x201D) {
      const size_t reach = begin - std::min<size_t>(begin, 300);
      const size_t open = text.substr(reach, begin - last.bytes - reach).rfind(last.value == '"' ? "\"" : "\u201C");
      if (open != std::string_view::npos) begin = reach + open;
    }
    while (begin > 0 && !is_blank(text[begin - 1])) --begin;
    document.suppressions.push_back({{static_cast<uint32_t>(begin), static_cast<uint32_t>(at + 4)}, "", ""});
  }
}

}  // namespace

std::vector<Span> find_directives(std::string_view text) {
  constexpr size_t kLongest = 400;
  std::vector<Span> found;
  for (size_t at = text.find(kName); at != std::string_view::npos; at = text.find(kName, at + 1)) {
    size_t begin = at;
    while (begin > 0 && is_blank(text[begin - 1]) && text[begin - 1] != '\n') --begin;
    const std::string_view rest = text.substr(at, kLongest);
    size_t end = std::string_view::npos;
    if (begin >= 4 && text.substr(begin - 4, 4) == "<!--") {
      begin -= 4;
      if (const size_t close = rest.find("-->"); close != std::string_view::npos) end = at + close + 3;
    } else if (begin == 0 || text[begin - 1] == '\n') {
      begin = at;
      end = at + std::min(rest.find('\n'), rest.size());
    }
    if (end == std::string_view::npos || !is_directive(inside(text.substr(begin, end - begin)))) continue;
    found.push_back({static_cast<uint32_t>(begin), static_cast<uint32_t>(end)});
    at = end - 1;
  }
  return found;
}

void apply_directives(Document& document, const std::vector<Span>& comments, std::vector<Trouble>& trouble) {
  const std::string_view source = document.source_text();
  Switches switches(document);
  for (const Span comment : comments) {
    const std::string_view text = inside(comment.of(source));
    if (!text.starts_with(kName)) continue;
    if (const std::optional<Directive> directive = read_directive(text)) apply(*directive, comment, source, switches);
    else trouble.push_back({"", TroubleKind::note, "a comment for crosscheck is not understood: \"" + std::string(text.substr(0, 60)) + "\""});
  }
  switches.on("", "", static_cast<uint32_t>(source.size()));
  apply_sic(document);
}

}  // namespace crosscheck
