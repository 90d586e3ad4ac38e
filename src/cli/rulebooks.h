// One rulebook for each configuration in use: sets under different .crosscheck.yaml are checked by different rules.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "cli/options.h"
#include "model/report.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

class Rulebooks {
 public:
  explicit Rulebooks(const Options& options);
  ~Rulebooks();

  // Makes the rulebooks of these folders ready; afterwards of() may be called by many threads. A configuration
  // that is wrong leaves a trouble, and its sets are checked by the rules as shipped. Throws UsageError for a rule
  // of --only or --skip that no rulebook has, RulebookError when the configuration of --config is wrong.
  void make_ready_for(const std::vector<std::string>& folders, std::vector<Trouble>& trouble);
  const Rulebook& of(const std::string& folder) const;
  // Does the configuration that applies to a file leave it out?
  bool excludes(const std::string& path);
  // The approved texts that the configuration of a folder names: all names, and the files among them.
  const std::vector<std::string>& approved_names(const std::string& folder);
  std::vector<std::string> approved_files(const std::string& folder);
  // The configuration of a folder, "" where there is none.
  const std::string& config_of(const std::string& folder);

  const std::map<std::string, std::unique_ptr<Rulebook>>& all() const { return books_; }  // by configuration
  // The rules that run under no configuration.
  std::vector<std::string> rules_off() const;

 private:
  void select(Rulebook& book) const;
  void check_names() const;

  const Options& options_;
  Home home_;
  std::map<std::string, std::string> configs_;  // folder -> configuration
  std::map<std::string, std::unique_ptr<Rulebook>> books_;
  const std::vector<std::string>& listed(const std::string& config, const char* key);
  std::map<std::pair<std::string, std::string>, std::vector<std::string>> listed_;  // configuration and key -> names
};

// `id` or the start of it: "contradiction" for "contradiction.count".
bool is_prefix_of(const std::string& prefix, const std::string& id);

}  // namespace crosscheck
