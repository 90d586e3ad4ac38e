// --cache DIR: results of sets that nothing changed for are taken from an earlier run.
//
// A result is kept under a hash of all it depends on: the program, its rules and data, the configuration with the
// files that it names, the flags that choose rules, and the bytes and names of the set's documents. The report is the
// same with and without a cache.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "cli/rulebooks.h"
#include "run.h"

namespace crosscheck {

class Cache {
 public:
  // "" and "off": nothing is kept. Throws OutputError where the folder cannot be made.
  Cache(const Options& options, const Rulebooks& rulebooks);
  bool on() const { return !folder_.empty(); }

  // The set's place in the cache; "" where it is not kept. Any number of threads.
  std::string key_of(const SetInput& input, const Rulebook& rules) const;
  // What is kept there. Any number of threads.
  std::optional<SetResult> find(const std::string& key, const Rulebook& rules) const;
  // Keeps a result; where that fails, the next run works it out again.
  void keep(const std::string& key, SetResult& result) const;
  // Takes away what no run asked for in a month.
  void tidy() const;

 private:
  std::string path_of(const std::string& key) const { return folder_ + "/" + key.substr(0, 2) + "/" + key.substr(2); }
  std::string folder_;
  std::map<const Rulebook*, std::string> stamps_;  // what a rulebook was made from
};

}  // namespace crosscheck
