// Tested by tests/rooms/read.cpp.
#include "read/discover.h"

#include <algorithm>
#include <filesystem>
#include <map>

namespace crosscheck {
namespace {

namespace fs = std::filesystem;

bool is_document(const fs::path& file, const Selection& selection) {
  const std::string name = file.filename().string();
  if (name.starts_with(".") || name == "ORIGIN.md" || name == "README.md") return false;
  return std::find(selection.extensions.begin(), selection.extensions.end(), file.extension().string()) != selection.extensions.end();
}

}  // namespace

std::vector<SetInput> discover(const std::vector<std::string>& paths, const Selection& selection, std::vector<Trouble>& trouble) {
  std::map<std::string, std::map<std::string, DocumentInput>> sets;
  const auto add = [&](const fs::path& file) {
    const std::string folder = file.parent_path().empty() ? "." : file.parent_path().string();
    const std::string name = selection.one_set ? file.string() : file.filename().string();
    sets[selection.one_set ? "." : folder][name] = {name, file.string(), std::nullopt};
  };
  for (const std::string& path : paths) {
    std::error_code error;
    if (fs::is_directory(path, error)) {
      bool any = false;
      for (auto entry = fs::recursive_directory_iterator(path, fs::directory_options::skip_permission_denied, error); !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
        if (entry->is_directory(error) && entry->path().filename().string().starts_with(".")) entry.disable_recursion_pending();
        if (entry->is_regular_file(error) && is_document(entry->path(), selection)) add(entry->path().lexically_normal()), any = true;
      }
      if (!any) trouble.push_back({path, TroubleKind::error, "holds no documents"});
    } else if (fs::exists(path, error)) {
      add(fs::path(path).lexically_normal());
    } else {
      trouble.push_back({path, TroubleKind::error, "no such file or folder"});
    }
  }
  std::vector<SetInput> out;
  for (auto& [id, documents] : sets) {
    SetInput& set = out.emplace_back();
    set.id = id;
    for (auto& [name, document] : documents) set.documents.push_back(std::move(document));
  }
  return out;
}

}  // namespace crosscheck
