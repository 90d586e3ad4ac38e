#include "rulebook/compiled_rules.h"

#include <doctest/doctest.h>

#include <filesystem>

#include "rulebook/rulebook.h"

namespace crosscheck {
namespace {

namespace fs = std::filesystem;

bool same(const Value& a, const Value& b) {
  if (a.kind != b.kind || a.quoted != b.quoted || a.scalar != b.scalar || a.items.size() != b.items.size() || a.fields.size() != b.fields.size()) return false;
  if (a.line != b.line || a.column != b.column || a.key_line != b.key_line || a.key_column != b.key_column) return false;
  for (size_t i = 0; i < a.items.size(); ++i)
    if (!same(a.items[i], b.items[i])) return false;
  for (size_t i = 0; i < a.fields.size(); ++i)
    if (a.fields[i].first != b.fields[i].first || !same(a.fields[i].second, b.fields[i].second)) return false;
  return true;
}

}  // namespace

TEST_CASE("the compiled rules are the rules") {
  const Home home = find_home();
  const CompiledRules compiled(home.data + "/rules.table");
  size_t files = 0;
  for (const auto& entry : fs::recursive_directory_iterator(home.rules)) {
    if (entry.path().extension() != ".yaml") continue;
    const std::string path = entry.path().string(), text = read_rule_file(path);
    const std::optional<Value> known = compiled.find(text, path);
    REQUIRE_MESSAGE(known, path);
    CHECK_MESSAGE(same(*known, parse_yaml(text, path)), path);
    ++files;
  }
  CHECK(files > 100);
}

TEST_CASE("a text that was edited is not known") {
  const Home home = find_home();
  const CompiledRules compiled(home.data + "/rules.table");
  const std::string path = home.rules + "/lexicon/units.yaml", text = read_rule_file(path);
  CHECK(compiled.find(text, path));
  CHECK_FALSE(compiled.find(text + "\n", path));
  CHECK_FALSE(compiled.find("", path));
}

TEST_CASE("a place in a compiled file is shown with its line") {
  const Home home = find_home();
  const CompiledRules compiled(home.data + "/rules.table");
  const std::string path = home.rules + "/lexicon/units.yaml";
  const Value known = load_yaml(path, &compiled), parsed = load_yaml(path);
  std::string first, second;
  try { known.fields.front().second.fail("wrong"); } catch (const RulebookError& wrong) { first = wrong.what(); }
  try { parsed.fields.front().second.fail("wrong"); } catch (const RulebookError& wrong) { second = wrong.what(); }
  CHECK(first == second);
  CHECK(first.find(" | ") != std::string::npos);
}

TEST_CASE("a missing table knows nothing") { CHECK_FALSE(CompiledRules("absent.table").find("a: b\n", "a.yaml")); }

}  // namespace crosscheck
