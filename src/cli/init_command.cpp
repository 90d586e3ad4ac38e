// crosscheck init, completion and man: what is written once.
//
// Tested by tests/cli/commands.py.
#include <filesystem>
#include <iostream>

#include "cli/commands.h"
#include "cli/manual.h"
#include "cli/output.h"
#include "rulebook/rulebook.h"

namespace crosscheck {
namespace {

constexpr const char* kConfiguration = R"(# What crosscheck does in this folder and below; `crosscheck rules` lists the rules.
# Everything is optional. Paths are relative to this file.

# A house style: us, uk, who, patient-leaflet, or several, or a file of your own. What rules: says goes before it.
# style: [uk, patient-leaflet]

# Parts of a text that some rules do not look at: references, quotations, tables, headings.
# skip: { references: [style, spelling.variant], quotations: [terms] }

# A rule or a whole family: off, on, or a level (error, warning, suggestion); or settings of one rule, as
# `crosscheck explain RULE` shows them. "key+:" adds to a list, "key-:" takes from it.
rules:
  # style.serial_comma: off
  # spelling: warning
  # text.repeated_word: { level: error, allowed+: [bye] }

# Files that are no documents: names with * and ?, "drafts/" for a folder, "**" for any depth.
exclude:
  # - drafts/
  # - "*.old.md"

# The approved text of the sets here, a label or a master leaflet: a name as under exclude:, or a file of another
# folder. Findings then say which side departs from it.
# authority: label.txt

# Words of the house: single words, lists of words (.txt, as Vale's accept.txt and reject.txt) or Hunspell .dic files.
words:
  accept: []
  reject: []

# Rules of the house, in YAML: files, or folders of them. `crosscheck rules --test` tries their samples.
# house_rules: [style/]
)";

int show(const std::string& text) {
  Output out("");
  out.write(text);
  out.finish();
  return 0;
}

}  // namespace

int init_command(const Options& options) {
  if (options.paths.size() > 1) throw UsageError("init takes one folder");
  const std::filesystem::path folder = options.paths.empty() ? "." : options.paths.front();
  std::error_code error;
  if (!std::filesystem::is_directory(folder, error)) throw UsageError(folder.string() + ": no such folder");
  const std::string file = (folder / ".crosscheck.yaml").lexically_normal().string();
  if (std::filesystem::exists(file, error)) throw UsageError(file + " is there already and was left alone");
  write_file(file, kConfiguration);
  if (!options.quiet) std::cerr << "crosscheck: wrote " << file << "; its comments say what it can hold\n";
  return 0;
}

int completion_command(const Options& options) {
  if (options.paths.size() != 1 || (options.paths.front() != "bash" && options.paths.front() != "zsh")) throw UsageError("completion takes bash or zsh");
  std::vector<std::string> ids;
  std::string family;
  for (const Rule& rule : load_rulebook(find_home(), "").rules) {
    if (rule.info.family() != family) ids.push_back(family = rule.info.family());
    ids.push_back(rule.info.id);
  }
  return show(completion(options.paths.front(), ids));
}

int man_command(const Options&) { return show(man_page()); }

}  // namespace crosscheck
