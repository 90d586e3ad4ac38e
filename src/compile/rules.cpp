// compile-rules OUT FOLDER
//
// Parses the YAML of rules/ ahead of time into a table of rulebook/compiled_rules.h.
#include <algorithm>
#include <filesystem>
#include <iostream>
#include <stdexcept>

#include "rulebook/compiled_rules.h"

int main(int count, char** arguments) {
  using namespace crosscheck;
  namespace fs = std::filesystem;
  try {
    if (count != 3) throw std::runtime_error("usage: compile-rules OUT FOLDER");
    std::vector<fs::path> paths;
    for (const auto& entry : fs::recursive_directory_iterator(arguments[2]))
      if (entry.path().extension() == ".yaml") paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    std::vector<ParsedFile> files;
    for (const fs::path& path : paths) {
      std::string text = read_rule_file(path.string());
      Value tree = parse_yaml(text, path.string());
      files.push_back({std::move(text), std::move(tree)});
    }
    write_compiled_rules(arguments[1], files);
    return 0;
  } catch (const std::exception& wrong) {
    std::cerr << "compile-rules: " << wrong.what() << '\n';
    return 1;
  }
}
