// Tested by tests/cli/commands.py.
#include "cli/inputs.h"

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <map>

#include "rulebook/config.h"
#include "text/glob.h"

namespace crosscheck {
namespace {

namespace fs = std::filesystem;

constexpr const char* kStandardInput = "standard input";

bool is_ndjson(const std::string& path) { return path.ends_with(".ndjson") || path.ends_with(".jsonl"); }

// At most a byte more than a file may have: the reader then refuses it with its usual words.
std::string read_standard_input() {
  std::string bytes;
  char buffer[65536];
  while (bytes.size() <= kLargestFile && std::cin.read(buffer, sizeof buffer).gcount() > 0) bytes.append(buffer, static_cast<size_t>(std::cin.gcount()));
  return bytes;
}

}  // namespace

Inputs::Inputs(const Options& options, Rulebooks& rulebooks) : options_(options) {
  Selection selection;
  selection.globs = options.globs;
  selection.extensions = options.extensions;
  selection.format = options.input;
  selection.one_set = options.one_set;
  selection.excluded = [&](const std::string& path) { return rulebooks.excludes(path); };

  std::vector<std::string> files, paths = options.paths;
  if (paths.empty() && !options.file_list) paths.push_back(options.stdin_filename.empty() ? "." : "-");
  bool standard_input = false;
  std::sort(paths.begin(), paths.end());
  paths.erase(std::unique(paths.begin(), paths.end()), paths.end());
  for (const std::string& path : paths) {
    std::error_code no_matter;
    const bool folder = fs::is_directory(path, no_matter);
    if (path == "-" && !options.ndjson) standard_input = true;
    else if ((options.ndjson && !folder) || (is_ndjson(path) && !options.input)) streams_.push_back(path);
    else files.push_back(path);
  }
  found_ = discover(files, selection);
  trouble = std::move(found_.trouble);
  if (standard_input || !options.stdin_filename.empty()) add_standard_input(options, selection, standard_input);
  if (options.one_set) merge();
  add_approved(rulebooks);
}

// The approved text of a set may lie in another folder: it then comes in as a visitor.
void Inputs::add_approved(Rulebooks& rulebooks) {
  std::map<std::string, bool> met;  // configuration -> some set has what it names
  for (SetInput& set : found_.sets) {
    const std::vector<std::string>& names = rulebooks.approved_names(set.folder);
    if (names.empty()) continue;
    const std::string &config = rulebooks.config_of(set.folder), home = fs::path(config).parent_path().string();
    const auto approved = [&](const DocumentInput& document) {
      return std::any_of(names.begin(), names.end(), [&](const std::string& name) { return glob_matches(name, document.path.empty() ? document.name : seen_from(home, document.path)); });
    };
    bool& known = met[config];
    if (std::any_of(set.documents.begin(), set.documents.end(), approved)) {
      known = true;
      continue;
    }
    for (const std::string& file : rulebooks.approved_files(set.folder)) {
      known = true;
      DocumentInput visitor{seen_from(set.folder, file), file, std::nullopt};
      visitor.visiting = true;
      set.documents.push_back(std::move(visitor));
    }
  }
  for (const auto& [config, known] : met)
    if (!known && !streams()) trouble.push_back({config, TroubleKind::error, "authority: is no document here and no file: " + listed_in(config, "authority").front()});
}

void Inputs::add_standard_input(const Options& options, const Selection& selection, bool wanted) {
  DocumentInput document{kStandardInput, "", read_standard_input(), options.input};
  if (options.stdin_filename.empty()) {
    found_.sets.push_back({kStandardInput, {std::move(document)}, "."});
    return;
  }
  const std::string path = fs::path(options.stdin_filename).lexically_normal().string();
  const std::string folder = folder_of(path);
  const auto has_set = [&] { return std::find_if(found_.sets.begin(), found_.sets.end(), [&](const SetInput& set) { return set.id == (options.one_set ? "." : folder); }); };
  auto set = has_set();
  if (set == found_.sets.end()) {
    SetInput neighbours{folder, {}, folder};
    std::error_code error;
    if (wanted && fs::is_directory(folder, error)) {
      // The folder's own documents: those of folders below are sets of their own.
      Discovery around = discover({folder}, selection);
      for (SetInput& each : around.sets)
        if (each.id == folder) neighbours = std::move(each);
    }
    set = found_.sets.insert(std::upper_bound(found_.sets.begin(), found_.sets.end(), neighbours, [](const SetInput& a, const SetInput& b) { return a.id < b.id; }), std::move(neighbours));
  }
  document.name = options.one_set ? path : fs::path(path).filename().string();
  std::erase_if(set->documents, [&](const DocumentInput& each) { return each.name == document.name; });
  set->documents.push_back(std::move(document));
}

std::vector<std::string> Inputs::folders() const {
  std::vector<std::string> folders;
  for (const SetInput& set : found_.sets) folders.push_back(set.folder);
  for (const std::string& stream : streams_) folders.push_back(stream == "-" ? "." : folder_of(stream));
  if (folders.empty()) folders.push_back(".");
  std::sort(folders.begin(), folders.end());
  folders.erase(std::unique(folders.begin(), folders.end()), folders.end());
  return folders;
}

std::optional<SetInput> Inputs::next_of_streams() {
  while (true) {
    if (open_)
      if (std::optional<SetInput> set = open_->next(trouble)) return set;
    open_.reset();
    if (stream_ == streams_.size()) return std::nullopt;
    const std::string& path = streams_[stream_++];
    if (path == "-") {
      open_ = std::make_unique<NdjsonSets>(*std::cin.rdbuf(), kStandardInput, ".", options_.unsorted);
      continue;
    }
    file_ = std::ifstream(path, std::ios::binary);
    std::error_code error;
    if (!fs::exists(path, error)) trouble.push_back({path, TroubleKind::error, "no such file or folder"});
    else if (!file_) trouble.push_back({path, TroubleKind::error, "cannot be read"});
    else open_ = std::make_unique<NdjsonSets>(*file_.rdbuf(), path, folder_of(path), options_.unsorted);
  }
}

size_t Inputs::known_documents() const {
  size_t documents = 0;
  for (const SetInput& set : found_.sets) documents += set.documents.size();
  return documents;
}

std::optional<SetInput> Inputs::next() {
  if (at_ < found_.sets.size()) return std::move(found_.sets[at_++]);
  return next_of_streams();
}

// --one-set: what came from streams and standard input joins the files.
void Inputs::merge() {
  SetInput all{".", {}, "."};
  for (SetInput& set : found_.sets) std::move(set.documents.begin(), set.documents.end(), std::back_inserter(all.documents));
  found_.sets.clear();
  while (std::optional<SetInput> set = next_of_streams())
    for (DocumentInput& document : set->documents) {
      document.name = set->id + "/" + document.name;
      all.documents.push_back(std::move(document));
    }
  streams_.clear();
  if (!all.documents.empty()) found_.sets.push_back(std::move(all));
}

}  // namespace crosscheck
