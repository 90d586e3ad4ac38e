// Tested by tests/rooms/house.cpp.
#include "rulebook/house_rules.h"

#include <algorithm>
#include <filesystem>

#include "rulebook/rule_page.h"

namespace crosscheck {
namespace {

namespace fs = std::filesystem;

// Vale writes "%s" for what it found; substitutions name the better word first.
std::string with_names(std::string message, bool substitution) {
  const std::vector<std::string> names = substitution ? std::vector<std::string>{"{replacement}", "{match}"} : std::vector<std::string>{"{match}"};
  for (size_t i = 0, at = message.find("%s"); at != std::string::npos; at = message.find("%s", at)) message.replace(at, 2, names[std::min(i++, names.size() - 1)]);
  return message;
}

std::string default_message(const std::string& kind) {
  if (kind == "substitution") return "the house writes \"{replacement}\" instead of \"{match}\"";
  if (kind == "consistency") return "\"{first}\" here, \"{second}\" in {document}";
  return "the house avoids \"{match}\"";
}

void need(const Value& page, const std::string& kind) {
  if (kind == "existence" && !page["tokens"] && !page["raw"]) page.fail("an existence rule needs tokens: a list of what must not be written");
  if (kind == "substitution" && !page["swap"]) page.fail("a substitution rule needs swap: pairs of what is written and what to write");
  if (kind == "consistency" && !page["either"]) page.fail("a consistency rule needs either: pairs that must not both be used");
}

Rule read_house_rule(const std::string& path) {
  const Value page = load_yaml(path);
  if (!page.is_map()) throw RulebookError(path + ": this is no rule: it needs extends: and a list of words");
  page.allow_only({"extends", "message", "level", "title", "rationale", "fix", "tokens", "raw", "swap", "either", "exceptions", "ignorecase", "nonword", "scope", "bad", "good",
                   "description", "link", "limit", "action", "append", "vocab", "code", "capitalize", "pos"});
  Rule rule;
  rule.info.house = true;
  rule.info.id = "house." + fs::path(path).stem().string();
  const std::string kind = page["extends"] ? page["extends"].text() : page["swap"] ? "substitution" : page["either"] ? "consistency" : "existence";
  if (kind != "existence" && kind != "substitution" && kind != "consistency") page["extends"].fail("rules that extend existence, substitution or consistency are read, not \"" + kind + "\"");
  need(page, kind);
  rule.info.level = rule.level = page["level"] ? read_level(page["level"]) : Level::warning;
  rule.info.messages.emplace_back("message", with_names(page["message"].text(default_message(kind)), kind == "substitution"));
  rule.info.title = page["title"].text(page["description"].text(rule.info.messages.front().second));
  rule.info.rationale = page["rationale"].text("A rule of the house" + (page["link"] ? ": " + page["link"].text() : "."));
  rule.info.fix = page["fix"].text("");
  rule.info.bad = read_samples(page["bad"]);
  rule.info.good = read_samples(page["good"]);
  rule.settings = page;
  return rule;
}

void add(const std::string& path, const Value& named, std::vector<Rule>& rules) {
  Rule rule = read_house_rule(path);
  if (std::any_of(rules.begin(), rules.end(), [&](const Rule& each) { return each.info.id == rule.info.id; })) named.fail("two house rules are called " + rule.info.id);
  rules.push_back(std::move(rule));
}

bool is_yaml(const fs::path& path) { return path.extension() == ".yaml" || path.extension() == ".yml"; }

}  // namespace

void read_house_rules(const Value& paths, const std::string& folder, std::vector<Rule>& rules) {
  for (const Value& entry : paths.is_list() ? paths.items : paths ? std::vector<Value>{paths} : std::vector<Value>{}) {
    const fs::path path = fs::path(folder) / entry.text();
    std::error_code error;
    if (fs::is_directory(path, error)) {
      std::vector<fs::path> files;
      for (auto file = fs::recursive_directory_iterator(path, error); !error && file != fs::recursive_directory_iterator(); file.increment(error))
        if (file->is_regular_file() && is_yaml(file->path())) files.push_back(file->path());
      std::sort(files.begin(), files.end());
      if (files.empty()) entry.fail("no .yaml files in " + path.string());
      for (const fs::path& file : files) add(file.string(), entry, rules);
    } else if (fs::exists(path, error)) {
      add(path.string(), entry, rules);
    } else {
      entry.fail("no file or folder " + path.string());
    }
  }
}

std::optional<Rule> rule_of_rejected(const HouseWords& house) {
  if (house.rejected.empty()) return std::nullopt;
  Rule rule;
  rule.info.house = true;
  rule.info.id = "house.rejected";
  rule.info.title = "A word that the house rejects";
  rule.info.rationale = "The word stands on the list of rejected words in the configuration.";
  rule.info.fix = "Choose another word, or take it off the list.";
  rule.info.messages.emplace_back("message", "\"{match}\" is on the house list of rejected words");
  rule.settings.kind = Value::Kind::map;
  Value tokens;
  tokens.kind = Value::Kind::list;
  tokens.items = house.rejected;
  rule.settings.fields.emplace_back("tokens", std::move(tokens));
  return rule;
}

}  // namespace crosscheck
