// crosscheck fix: the safe fixes, applied to the files.
//
// Places are code points of the decoded file. A file in another encoding is decoded, changed and encoded again, when
// that gives back every byte of what was not changed. Fixes that overlap one that was taken are left for the next run.
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
#include "text/encoding.h"
#include "text/utf8.h"

namespace crosscheck {
namespace {

std::string read_bytes(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(in), {});
}

// A file as text, and how to write it again.
struct FileText {
  std::string mark, text, encoding;

  FileText(const std::string& bytes, const std::string& in) : encoding(in) {
    if (bytes.starts_with("\xEF\xBB\xBF")) mark = bytes.substr(0, 3);
    else if (encoding.starts_with("utf-16")) mark = bytes.substr(0, 2);
    text = encoding == "utf-8" ? bytes.substr(mark.size()) : decode(bytes).text;
  }
  // "" when the encoding cannot hold it.
  std::string bytes_of(std::string_view changed) const {
    bool ok = true;
    const std::string body = encode(changed, encoding, ok);
    return ok ? mark + body : "";
  }
};

// Edits by code point to changes by byte, first to last, none overlapping another.
std::vector<Change> changes_of(std::vector<Edit> edits, std::string_view text) {
  std::stable_sort(edits.begin(), edits.end(), [](const Edit& a, const Edit& b) { return a.start < b.start; });
  std::vector<Change> changes;
  size_t byte = 0;
  uint32_t point = 0;
  const auto byte_of = [&](uint32_t wanted) {
    while (point < wanted && byte < text.size()) byte += code_point_at(text, byte).bytes, ++point;
    return byte;
  };
  for (const Edit& edit : edits) {
    if (edit.start < point) continue;
    const size_t begin = byte_of(edit.start);
    changes.push_back({begin, byte_of(edit.end), edit.replacement});
  }
  return changes;
}

std::string applied_to(std::string_view before, const std::vector<Change>& changes) {
  std::string after;
  size_t at = 0;
  for (const Change& change : changes) {
    after.append(before, at, change.begin - at).append(change.replacement);
    at = change.end;
  }
  return after.append(before, at);
}

// In the file's own bytes where those have lines that `patch` knows; UTF-16 is shown as UTF-8.
std::string diff_of(const std::string& path, const FileText& file, std::vector<Change> changes) {
  if (file.encoding.starts_with("utf-16")) return unified_diff(path, file.text, changes);
  size_t point = 0, byte = 0;
  if (file.encoding == "windows-1252") {  // one byte a code point
    const auto bytes_before = [&](size_t wanted) {
      while (byte < wanted) byte += code_point_at(file.text, byte).bytes, ++point;
      return point;
    };
    for (Change& change : changes) {
      bool ok = true;
      const size_t begin = bytes_before(change.begin);
      change = {begin, bytes_before(change.end), encode(change.replacement, file.encoding, ok)};
    }
  } else {
    for (Change& change : changes) change.begin += file.mark.size(), change.end += file.mark.size();
  }
  return unified_diff(path, file.bytes_of(file.text), changes);
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
    const std::string before = read_bytes(path);
    const FileText file(before, encodings[path]);
    const std::vector<Change> changes = changes_of(std::move(list), file.text);
    const std::string after = file.bytes_of(applied_to(file.text, changes));
    if (after.empty() || file.bytes_of(file.text) != before) {
      trouble.push_back({path, TroubleKind::error, "is " + encodings[path] + " and was not changed: it cannot be written again as it is; save it as UTF-8 first"});
      continue;
    }
    if (options.dry_run) out.write(diff_of(path, file, changes));
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
