// Tested by tests/cli/commands.py.
#include "read/discover.h"

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>

#include "read/kind.h"
#include "text/encoding.h"
#include "text/glob.h"

namespace crosscheck {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kKnown = ".txt .text .md .markdown .html .htm .xhtml .docx .docm .dotx .odt .ott .fodt .epub .pdf .rtf";

std::string extension_of(const fs::path& file) {
  std::string extension = file.extension().string();
  for (char& c : extension) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return extension;
}

bool is_known(const std::string& extension) { return !extension.empty() && (std::string(kKnown) + " ").find(extension + " ") != std::string::npos; }

// Names that tell too little: only drug labels among XML files are documents, and many a .doc is RTF or a web page.
bool reads_like_document(const fs::path& file, const std::string& extension) {
  if (extension != ".xml" && extension != ".doc") return false;
  std::ifstream in(file, std::ios::binary);
  std::string head(4096, '\0');
  in.read(head.data(), static_cast<std::streamsize>(head.size()));
  head.resize(static_cast<size_t>(std::max<std::streamsize>(in.gcount(), 0)));
  return starts_like_document(head);
}

bool looks_checked(const fs::path& file, const std::string& why) {
  const Unread unread = unread_type(extension_of(file));
  return unread.document && why == unread.advice;
}

class Finder {
 public:
  Finder(const Selection& selection, bool several) : selection_(selection), several_(several) {}

  void folder(const std::string& path) {
    std::error_code error;
    const size_t before = found_;
    size_t passed_over = 0;
    const auto options = fs::directory_options::skip_permission_denied;
    for (auto entry = fs::recursive_directory_iterator(path, options, error); !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
      const fs::path file = entry->path();
      std::error_code no_matter;
      if (entry->is_directory(no_matter)) {
        if (file.filename().string().starts_with(".")) entry.disable_recursion_pending();
        else if (::access(file.c_str(), R_OK | X_OK) != 0) out.trouble.push_back({file.lexically_normal().string(), TroubleKind::error, "this folder cannot be read"});
        continue;
      }
      const std::string why = why_not(file);
      if (why.empty()) add(file.lexically_normal());
      else out.skipped.push_back({file.lexically_normal().string(), why, looks_checked(file, why)}), ++passed_over;
    }
    if (error) out.trouble.push_back({path, TroubleKind::error, "cannot be read: " + error.message()});
    else if (found_ == before)
      out.trouble.push_back({path, TroubleKind::error, "holds no documents" + (passed_over > 0 ? " (" + std::to_string(passed_over) + " files passed over; --verbose says why)" : std::string())});
  }

  void file(const std::string& path) {
    const fs::path file = fs::path(path).lexically_normal();
    const std::string extension = extension_of(file);
    if (!extension.empty() && !wanted(extension) && !selection_.format && !reads_like_document(file, extension)) {
      const bool own_kind = extension == ".ndjson" || extension == ".jsonl";
      std::string why = unread_type(extension).advice;
      if (extension == ".xml") why = "is XML of a kind that is not read: only drug labels (SPL) are; convert it to HTML or text";
      if (why.empty()) why = "files of type " + extension + " are not read; save it as .docx, PDF, text, Markdown or HTML" + (own_kind ? "" : ", or say --input text if it is plain text");
      out.trouble.push_back({path, TroubleKind::error, why});
      return;
    }
    if (selection_.excluded && selection_.excluded(file.string())) {
      out.skipped.push_back({file.string(), "named by exclude: in the configuration"});
      return;
    }
    add(file);
  }

  Discovery finish() {
    std::sort(out.skipped.begin(), out.skipped.end(), [](const Skipped& a, const Skipped& b) { return a.document < b.document; });
    for (Skipped& each : out.skipped) each.document = as_utf8(each.document);
    for (Trouble& each : out.trouble) each.document = as_utf8(each.document);
    for (auto& [id, documents] : sets_) {
      SetInput& set = out.sets.emplace_back();
      set.id = as_utf8(id);
      set.folder = id;
      for (auto& [name, document] : documents) set.documents.push_back(std::move(document));
    }
    return std::move(out);
  }

  Discovery out;

 private:
  bool wanted(const std::string& extension) const {
    if (selection_.extensions.empty()) return is_known(extension);
    return std::find(selection_.extensions.begin(), selection_.extensions.end(), extension) != selection_.extensions.end();
  }

  // Why a file of a folder is no document, or nothing.
  std::string why_not(const fs::path& file) const {
    std::error_code error;
    const std::string name = file.filename().string();
    if (name.starts_with(".") || name.starts_with("~$")) return "a dotfile";
    if (name == "ORIGIN.md" || name == "README.md") return "says where the others come from, is no document itself";
    if (!fs::is_regular_file(file, error)) return "not a file";
    if (fs::is_symlink(file, error) && fs::canonical(file, error).parent_path() == fs::canonical(file.parent_path(), error)) return "a link to a file beside it";
    if (const std::string extension = extension_of(file); !wanted(extension) && (!selection_.extensions.empty() || !reads_like_document(file, extension))) {
      const std::string advice = unread_type(extension).advice;
      return extension.empty() ? "no type that is read" : !advice.empty() && selection_.extensions.empty() ? advice : "files of type " + extension + " are not read";
    }
    const std::string path = file.lexically_normal().string();
    bool any_wish = false, fits = false;
    for (const std::string& glob : selection_.globs) {
      if (glob.starts_with("!")) {
        if (glob_matches(std::string_view(glob).substr(1), path)) return "--glob leaves it out";
        continue;
      }
      any_wish = true;
      fits = fits || glob_matches(glob, path);
    }
    if (any_wish && !fits) return "--glob leaves it out";
    if (selection_.excluded && selection_.excluded(path)) return "named by exclude: in the configuration";
    return "";
  }

  void add(const fs::path& file) {
    ++found_;
    if (several_) {
      std::error_code error;
      const fs::path real = fs::weakly_canonical(file, error);
      const auto [known, fresh] = by_place_.try_emplace(error ? file.string() : real.string(), file.string());
      if (!fresh) {
        // The same file in two spellings: the one that sorts first stands, whatever the order they came in.
        if (known->second <= file.string()) return;
        remove(known->second);
        known->second = file.string();
      }
    }
    const std::string folder = folder_of(file.string());
    const std::string name = selection_.one_set ? file.string() : file.filename().string();
    sets_[selection_.one_set ? "." : folder][name] = {as_utf8(name), file.string(), std::nullopt, selection_.format};
  }

  void remove(const std::string& path) {
    const auto set = sets_.find(selection_.one_set ? "." : folder_of(path));
    set->second.erase(selection_.one_set ? path : fs::path(path).filename().string());
    if (set->second.empty()) sets_.erase(set);
  }

  const Selection& selection_;
  bool several_;
  size_t found_ = 0;
  std::map<std::string, std::map<std::string, DocumentInput>> sets_;
  std::map<std::string, std::string> by_place_;  // true path -> path as named
};

}  // namespace

std::string folder_of(const std::string& path) {
  const fs::path parent = fs::path(path).parent_path();
  return parent.empty() ? "." : parent.string();
}

Discovery discover(const std::vector<std::string>& paths, const Selection& selection) {
  Finder finder(selection, paths.size() > 1);
  for (const std::string& path : paths) {
    std::error_code error;
    if (fs::is_directory(path, error)) finder.folder(path);
    else if (fs::exists(path, error)) finder.file(path);
    else finder.out.trouble.push_back({path, TroubleKind::error, error && error != std::errc::no_such_file_or_directory ? "cannot be read: " + error.message() : "no such file or folder"});
  }
  return finder.finish();
}

}  // namespace crosscheck
