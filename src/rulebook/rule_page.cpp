// Tested by tests/rooms/rulebook.cpp.
#include "rulebook/rule_page.h"

#include <filesystem>

namespace crosscheck {

std::vector<Sample> read_samples(const Value& list) {
  std::vector<Sample> samples;
  if (!list) return samples;
  if (!list.is_list()) list.fail("expected a list of sample texts");
  for (const Value& item : list.items) {
    Sample sample;
    if (item.is_map())
      for (const auto& [name, text] : item.fields) sample.emplace_back(name, text.text());
    else
      sample.emplace_back("sample.txt", item.text());
    samples.push_back(std::move(sample));
  }
  return samples;
}

Level read_level(const Value& value) {
  const std::string& name = value.text();
  if (name == "error") return Level::error;
  if (name == "warning") return Level::warning;
  if (name == "suggestion") return Level::suggestion;
  value.fail("expected error, warning, suggestion or off, found \"" + name + "\"");
}

Rule read_rule_page(const std::string& path, const CompiledRules* compiled) {
  const Value page = load_yaml(path, compiled);
  page.allow_only({"id", "title", "level", "off", "rationale", "message", "messages", "bad", "good", "fix", "settings"});
  Rule rule;
  rule.info.id = page["id"].text();
  const std::filesystem::path file(path);
  const std::string expected = file.parent_path().filename().string() + "." + file.stem().string();
  if (rule.info.id != expected) page["id"].fail("the id must be the file's own name: " + expected);
  rule.info.title = page["title"].text();
  rule.info.level = rule.level = read_level(page["level"]);
  rule.info.off = rule.off = page["off"].truth(false);
  rule.info.rationale = page["rationale"].text();
  rule.info.fix = page["fix"].text("");
  if (page["message"]) rule.info.messages.emplace_back("message", page["message"].text());
  for (const auto& [name, text] : page["messages"].fields) rule.info.messages.emplace_back(name, text.text());
  if (rule.info.messages.empty()) page.fail("a rule page needs a message");
  rule.info.bad = read_samples(page["bad"]);
  rule.info.good = read_samples(page["good"]);
  if (rule.info.bad.empty() || rule.info.good.empty()) page.fail("a rule page needs bad and good samples");
  rule.settings = page["settings"];
  return rule;
}

}  // namespace crosscheck
