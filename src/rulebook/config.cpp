// Tested by tests/rooms/rulebook.cpp.
#include "rulebook/config.h"

#include <cstdlib>
#include <filesystem>

#include "rulebook/rule_page.h"

namespace crosscheck {
namespace {

namespace fs = std::filesystem;

void overlay(Value& settings, const std::string& key, const Value& value) {
  settings.kind = Value::Kind::map;
  for (auto& [name, old] : settings.fields)
    if (name == key) {
      old = value;
      return;
    }
  settings.fields.emplace_back(key, value);
}

void apply(Rule& rule, const Value& wish) {
  if (wish.is_map()) {
    for (const auto& [key, value] : wish.fields) {
      if (key == "level") apply(rule, value);
      else overlay(rule.settings, key, value);
    }
    return;
  }
  if (wish.text() == "off") {
    rule.off = true;
  } else if (wish.text() == "on") {
    rule.off = false;
  } else {
    rule.level = read_level(wish);
    rule.off = false;
  }
}

}  // namespace

void apply_config(Rulebook& book) {
  book.config.allow_only({"rules", "exclude"});
  for (const auto& [pattern, wish] : book.config["rules"].fields) {
    bool known = false;
    for (Rule& rule : book.rules) {
      if (rule.info.id != pattern && !rule.info.id.starts_with(pattern + ".")) continue;
      apply(rule, wish);
      known = true;
    }
    if (!known) wish.fail("no rule is called \"" + pattern + "\"");
  }
}

std::string find_config(const std::string& folder) {
  std::error_code error;
  for (fs::path at = fs::absolute(folder, error); !at.empty(); at = at.parent_path()) {
    if (fs::is_regular_file(at / ".crosscheck.yaml", error)) return (at / ".crosscheck.yaml").string();
    if (at == at.root_path()) break;
  }
  const char* xdg = std::getenv("XDG_CONFIG_HOME");
  const char* home = std::getenv("HOME");
  const fs::path base = xdg && *xdg ? fs::path(xdg) : home ? fs::path(home) / ".config" : fs::path();
  const fs::path file = base / "crosscheck" / "crosscheck.yaml";
  return !base.empty() && fs::is_regular_file(file, error) ? file.string() : "";
}

}  // namespace crosscheck
