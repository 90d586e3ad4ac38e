// Tested by tests/rooms/rulebook.cpp.
#include "rulebook/rulebook.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <filesystem>

#include "rulebook/compiled_rules.h"
#include "rulebook/config.h"
#include "rulebook/rule_page.h"
#include "text/fold.h"

namespace crosscheck {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> yaml_files(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  for (const auto& entry : fs::recursive_directory_iterator(folder, error))
    if (entry.path().extension() == ".yaml") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

Home find_home() {
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  const fs::path folder = program.parent_path();
  const fs::path installed = folder.parent_path() / "share" / "crosscheck";
  if (fs::exists(installed / "rules", error)) return {(installed / "rules").string(), (installed / "data").string()};
  // In a build tree the program lies in build/<preset>/ or, like the tests, below it.
  for (fs::path build = folder; build.has_relative_path(); build = build.parent_path())
    if (fs::exists(build / "CMakeCache.txt", error)) return {(build.parent_path().parent_path() / "rules").string(), (build / "data").string()};
  return {(folder.parent_path().parent_path() / "rules").string(), (folder / "data").string()};
}

const Rule* Rulebook::find(std::string_view id) const {
  const auto found = std::lower_bound(rules.begin(), rules.end(), id, [](const Rule& rule, std::string_view wanted) { return rule.info.id < wanted; });
  return found != rules.end() && found->info.id == id ? &*found : nullptr;
}

const Value& Rulebook::lexicon(std::string_view name) const {
  const auto found = lexicons_.find(std::string(name));
  if (found == lexicons_.end()) throw RulebookError(home.rules + "/lexicon/" + std::string(name) + ".yaml: missing");
  return found->second;
}

WordSet Rulebook::word_set(const Value& list) {
  WordSet set;
  for (const std::string& word : list.texts()) set.add(symbols.intern(fold(word)));
  return set;
}

PhraseSet Rulebook::phrase_set(const Value& list) {
  PhraseSet set;
  int32_t place = 0;
  for (const std::string& phrase : list.texts()) set.add(phrase, place++, symbols);
  return set;
}

Rulebook load_rulebook(const Home& home, const std::string& config_path) {
  Rulebook book;
  book.home = home;
  if (!fs::is_directory(fs::path(home.rules) / "checks")) throw RulebookError(home.rules + ": no rules here; is crosscheck installed whole?");
  const std::vector<fs::path> lexicons = yaml_files(fs::path(home.rules) / "lexicon"), pages = yaml_files(fs::path(home.rules) / "checks");
  const CompiledRules compiled(home.data + "/rules.table");
  std::vector<Value> values(lexicons.size());
  book.rules.resize(pages.size());
  tbb::parallel_for(size_t{0}, lexicons.size() + pages.size(), [&](size_t i) {
    if (i < lexicons.size()) values[i] = load_yaml(lexicons[i].string(), &compiled);
    else book.rules[i - lexicons.size()] = read_rule_page(pages[i - lexicons.size()].string(), &compiled);
  });
  for (size_t i = 0; i < lexicons.size(); ++i) book.lexicons_.emplace(lexicons[i].stem().string(), std::move(values[i]));
  std::sort(book.rules.begin(), book.rules.end(), [](const Rule& a, const Rule& b) { return a.info.id < b.info.id; });
  if (!config_path.empty()) {
    book.config = load_yaml(config_path);
    apply_config(book);
  }
  return book;
}

}  // namespace crosscheck
