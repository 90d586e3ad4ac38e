// The YAML of rules/ as the build read it, so that no run has to parse it again.
//
// Parsing YAML took three quarters of the time that a one-page document takes. The table (rules.table, made by
// compile-rules) holds every file's tree under the hash of the file's text. Who asks has read the text, which costs
// little, and gets a tree only if the table knows that very text: a rule that was edited since, a folder given with
// --rules, a table of another build are simply read as YAML, so the table can be incomplete but never stale.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rulebook/table_file.h"
#include "rulebook/value.h"

namespace crosscheck {

class CompiledRules {
 public:
  CompiledRules() = default;
  // A table that is missing or damaged knows nothing.
  explicit CompiledRules(const std::string& path);

  // The tree of a file with this text, whose nodes say that they stand in `file`.
  std::optional<Value> find(std::string_view text, const std::string& file) const;

 private:
  TableFile file_;
};

struct ParsedFile {
  std::string text;
  Value tree;
};

// Throws std::runtime_error when the table cannot be written.
void write_compiled_rules(const std::string& path, const std::vector<ParsedFile>& files);

}  // namespace crosscheck
