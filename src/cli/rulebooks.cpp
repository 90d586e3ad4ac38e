// Tested by tests/cli/commands.py.
#include "cli/rulebooks.h"

#include <algorithm>
#include <filesystem>

#include "rulebook/config.h"
#include "run.h"
#include "text/glob.h"
#include "text/nearest.h"

namespace crosscheck {

bool is_prefix_of(const std::string& prefix, const std::string& id) { return id == prefix || id.starts_with(prefix + "."); }

namespace {

bool selects(const std::vector<std::string>& prefixes, const std::string& id) {
  return std::any_of(prefixes.begin(), prefixes.end(), [&](const std::string& prefix) { return is_prefix_of(prefix, id); });
}

}  // namespace

Rulebooks::Rulebooks(const Options& options) : options_(options), home_(find_home()) {
  if (!options.rules.empty()) home_.rules = options.rules;
}

// A run ends with its process, and to take down the trees and tables of a rulebook costs a tenth of what a one-page
// document takes. `--watch` makes one rulebook after another.
Rulebooks::~Rulebooks() {
  static auto& kept = *new std::vector<std::unique_ptr<Rulebook>>;
  if (options_.watch) return;
  for (auto& [config, book] : books_) kept.push_back(std::move(book));
}

const std::string& Rulebooks::config_of(const std::string& folder) {
  const auto [entry, fresh] = configs_.try_emplace(folder);
  if (fresh && !options_.no_config) entry->second = options_.config.empty() ? find_config(folder) : options_.config;
  return entry->second;
}

const std::vector<std::string>& Rulebooks::listed(const std::string& config, const char* key) {
  const auto [entry, fresh] = listed_.try_emplace({config, key});
  if (!fresh || config.empty()) return entry->second;
  // A configuration that is wrong is reported when its rulebook is made.
  try {
    entry->second = listed_in(config, key);
  } catch (const RulebookError&) {
  }
  return entry->second;
}

bool Rulebooks::excludes(const std::string& path) {
  const std::filesystem::path file(path);
  const std::string& config = config_of(file.parent_path().empty() ? "." : file.parent_path().string());
  const std::vector<std::string>& patterns = listed(config, "exclude");
  if (patterns.empty()) return false;
  const std::string inside = seen_from(std::filesystem::path(config).parent_path().string(), path);
  return std::any_of(patterns.begin(), patterns.end(), [&](const std::string& pattern) { return glob_matches(pattern, inside); });
}

const std::vector<std::string>& Rulebooks::approved_names(const std::string& folder) { return listed(config_of(folder), "authority"); }

std::vector<std::string> Rulebooks::approved_files(const std::string& folder) {
  std::vector<std::string> files;
  for (const std::string& name : approved_names(folder)) {
    std::error_code error;
    const std::filesystem::path file = std::filesystem::path(config_of(folder)).parent_path() / name;
    if (std::filesystem::is_regular_file(file, error)) files.push_back(file.lexically_normal().string());
  }
  return files;
}

void Rulebooks::select(Rulebook& book) const {
  for (Rule& rule : book.rules)
    if ((!options_.only.empty() && !selects(options_.only, rule.info.id)) || selects(options_.skip, rule.info.id)) rule.off = true;
}

void Rulebooks::check_names() const {
  for (const auto* prefixes : {&options_.only, &options_.skip})
    for (const std::string& prefix : *prefixes) {
      std::vector<std::string_view> ids;
      bool known = false;
      for (const auto& [config, book] : books_)
        for (const Rule& rule : book->rules) {
          known = known || is_prefix_of(prefix, rule.info.id);
          ids.emplace_back(rule.info.id);
        }
      if (known) continue;
      const std::string_view near = nearest(prefix, ids);
      throw UsageError("no rule is called \"" + prefix + "\"" + (near.empty() ? "" : " (did you mean " + std::string(near) + "?)") + "; `crosscheck rules` lists them");
    }
}

void Rulebooks::make_ready_for(const std::vector<std::string>& folders, std::vector<Trouble>& trouble) {
  for (const std::string& folder : folders) {
    const std::string config = config_of(folder);
    if (books_.contains(config)) continue;
    std::unique_ptr<Rulebook> book;
    try {
      book = std::make_unique<Rulebook>(make_ready(home_, config));
    } catch (const RulebookError& wrong) {
      if (config.empty() || !options_.config.empty()) throw;
      trouble.push_back({config, TroubleKind::error, wrong.what()});
      book = std::make_unique<Rulebook>(make_ready(home_, ""));
    }
    select(*book);
    books_.emplace(config, std::move(book));
  }
  check_names();
  const bool chosen = !options_.only.empty() || !options_.skip.empty();
  const auto all_off = [](const auto& entry) { return std::all_of(entry.second->rules.begin(), entry.second->rules.end(), [](const Rule& rule) { return rule.off; }); };
  if (chosen && std::all_of(books_.begin(), books_.end(), all_off)) throw UsageError("--only, --skip and the configuration leave no rule to run");
}

const Rulebook& Rulebooks::of(const std::string& folder) const { return *books_.at(configs_.at(folder)); }

std::vector<std::string> Rulebooks::rules_off() const {
  std::vector<std::string> off;
  if (books_.empty()) return off;
  for (const Rule& rule : books_.begin()->second->rules) {
    const bool everywhere = std::all_of(books_.begin(), books_.end(), [&](const auto& entry) {
      const Rule* here = entry.second->find(rule.info.id);
      return !here || here->off;
    });
    if (everywhere && !rule.info.off) off.push_back(rule.info.id);
  }
  return off;
}

}  // namespace crosscheck
