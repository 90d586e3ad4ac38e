// The document sets that the arguments name: files and folders, standard input, NDJSON streams.
#pragma once

#include <fstream>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/options.h"
#include "cli/rulebooks.h"
#include "read/discover.h"
#include "read/ndjson.h"

namespace crosscheck {

class Inputs {
 public:
  Inputs(const Options& options, Rulebooks& rulebooks);

  // The folders whose configurations apply.
  std::vector<std::string> folders() const;
  // The next set, or nothing at the end. One thread at a time.
  std::optional<SetInput> next();
  size_t known_documents() const;
  bool streams() const { return !streams_.empty(); }

  std::vector<Trouble> trouble;
  std::vector<Skipped>& skipped() { return found_.skipped; }

 private:
  void add_standard_input(const Options& options, const Selection& selection, bool wanted);
  std::optional<SetInput> next_of_streams();
  void merge();
  void add_approved(Rulebooks& rulebooks);

  const Options& options_;
  Discovery found_;
  size_t at_ = 0;
  std::vector<std::string> streams_;
  size_t stream_ = 0;
  std::ifstream file_;
  std::unique_ptr<NdjsonSets> open_;
};

}  // namespace crosscheck
