// crosscheck fix: the safe fixes, applied to the files.
//
// Places are code points of the decoded file, so only files that are UTF-8 are changed. Fixes that overlap one that
// was taken are left for the next run.
//
// Tested by tests/cli/commands.py.
#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>

#include "cli/commands.h"
#include "cli/diff.h"
#include "cli/log.h"
#include "cli/output.h"
#include "cli/pipeline.h"
#include "run.h"
#include "text/utf8.h"

namespace crosscheck {
namespace {

std::string read_bytes(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(in), {});
}

// Edits by code point to changes by byte, first to last, none overlapping another.
std::vector<Change> changes_of(std::vector<Edit> edits, std::string_view text, size_t mark) {
  std::stable_sort(edits.begin(), edits.end(), [](const Edit& a, const Edit& b) { return a.start < b.start; });
  std::vector<Change> changes;
  size_t byte = 0;
  uint32_t point = 0;
  const auto byte_of = [&](uint32_t wanted) {
    while (point < wanted && byte < text.size()) byte += code_point_at(text, byte).bytes, ++point;
    return byte + mark;
  };
  for (const Edit& edit : edits) {
    if (edit.start < point) continue;
    const size_t begin = byte_of(edit.start);
    changes.push_back({begin, byte_of(edit.end), edit.replacement});
  }
  return changes;
}

}  // namespace

int fix_command(const Options& options) {
  Rulebooks rulebooks(options);
  Inputs inputs(options, rulebooks);
  std::vector<Trouble> trouble;
  rulebooks.make_ready_for(inputs.folders(), trouble);
  std::map<std::string, std::vector<Edit>> edits;  // by path
  std::map<std::string, std::string> encodings;
  for_each_set(
      options, inputs, rulebooks, [](const SetInput& input, const Rulebook& rules) { return run(input, rules); },
      [&](SetResult& result) {
        std::map<std::string, const DocumentReport*> documents;
        for (const DocumentReport& document : result.set.documents) documents[document.name] = &document;
        for (const ReportFinding& finding : result.findings)
          // A finding about many places has a safe fix for each.
          for (const Edit& fix : finding.fixes) {
            const DocumentReport& document = *documents.at(fix.document);
            if (!fix.safe || !finding.fixes.front().safe || document.path.empty()) continue;
            edits[document.path].push_back(fix);
            encodings[document.path] = document.encoding;
          }
        std::move(result.trouble.begin(), result.trouble.end(), std::back_inserter(trouble));
        return true;
      });
  std::move(inputs.trouble.begin(), inputs.trouble.end(), std::back_inserter(trouble));
  Output out("");
  size_t applied = 0, files = 0;
  for (auto& [path, list] : edits) {
    if (encodings[path] != "utf-8") {
      trouble.push_back({path, TroubleKind::error, "is " + encodings[path] + " and was not changed: save it as UTF-8 first"});
      continue;
    }
    const std::string before = read_bytes(path);
    const size_t mark = before.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    const std::vector<Change> changes = changes_of(std::move(list), std::string_view(before).substr(mark), mark);
    std::string after;
    size_t at = 0;
    for (const Change& change : changes) {
      after.append(before, at, change.begin - at).append(change.replacement);
      at = change.end;
    }
    after.append(before, at);
    if (options.dry_run) out.write(unified_diff(path, before, changes));
    else write_file(path, after);
    applied += changes.size();
    ++files;
  }
  out.finish();
  tell(options, trouble);
  tell(options, std::to_string(applied) + (applied == 1 ? " fix in " : " fixes in ") + std::to_string(files) + (files == 1 ? " file" : " files") + (options.dry_run ? ", nothing was changed" : ""));
  return any_error(trouble) ? 2 : 0;
}

}  // namespace crosscheck
