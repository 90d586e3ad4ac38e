// A kept result is the fields of SetResult one after the other, behind a hash of themselves: a file that was cut short
// or comes from another program is no result.
//
// Tested by tests/cli/commands.py.
#include "cli/cache.h"

#include <unistd.h>
#include <xxhash.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <type_traits>
#include <vector>

#include "cli/output.h"

namespace crosscheck {
namespace {

namespace fs = std::filesystem;

constexpr auto kKept = std::chrono::hours(24 * 30);

std::string hash_of(std::string_view bytes) {
  const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
  char out[33];
  std::snprintf(out, sizeof out, "%016llx%016llx", static_cast<unsigned long long>(hash.high64), static_cast<unsigned long long>(hash.low64));
  return out;
}

class Writer {
 public:
  std::string out;
  static constexpr bool kReads = false;
  template <class T>
  void plain(T& value) {
    out.append(reinterpret_cast<const char*>(&value), sizeof value);
  }
  void text(std::string& value) {
    auto size = static_cast<uint32_t>(value.size());
    plain(size);
    out += value;
  }
};

class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}
  static constexpr bool kReads = true;
  bool whole = true;
  template <class T>
  void plain(T& value) {
    if (!(whole = whole && bytes_.size() >= sizeof value)) return;
    std::memcpy(&value, bytes_.data(), sizeof value);
    bytes_.remove_prefix(sizeof value);
  }
  void text(std::string& value) {
    uint32_t size = 0;
    plain(size);
    if (!(whole = whole && bytes_.size() >= size)) return;
    value = bytes_.substr(0, size);
    bytes_.remove_prefix(size);
  }

 private:
  std::string_view bytes_;
};

// One description of the fields serves both ways.
template <class Side>
struct Fields {
  Side& side;
  const Rulebook& rules;

  template <class T>
  void operator()(T& value) {
    if constexpr (std::is_arithmetic_v<T> || std::is_enum_v<T>) side.plain(value);
    else fields(value);
  }
  template <class... T>
  void all(T&... values) {
    ((*this)(values), ...);
  }

 private:
  void fields(std::string& value) { side.text(value); }
  template <class T>
  void fields(std::vector<T>& values) {
    auto size = static_cast<uint32_t>(values.size());
    (*this)(size);
    if constexpr (Side::kReads) {
      for (uint32_t i = 0; i < size && side.whole; ++i) (*this)(values.emplace_back());
    } else {
      for (T& value : values) (*this)(value);
    }
  }
  void fields(const RuleInfo*& rule) {
    std::string id = rule ? rule->id : "";
    side.text(id);
    if constexpr (Side::kReads) {
      const Rule* known = rules.find(id);
      rule = known ? &known->info : nullptr;
      side.whole = side.whole && known;
    }
  }
  void fields(Place& p) { all(p.document, p.passage, p.start, p.end, p.line, p.column, p.end_line, p.end_column, p.text, p.sentence, p.passage_start, p.sentence_start, p.location, p.side, p.approved); }
  void fields(Edit& e) { all(e.document, e.start, e.end, e.replacement, e.safe); }
  void fields(ReportFinding& f) { all(f.rule, f.level, f.confidence, f.set, f.message, f.why, f.evidence, f.places, f.fixes, f.fingerprint, f.authority); }
  void fields(DocumentReport& d) { all(d.name, d.path, d.format, d.encoding, d.hash, d.passages, d.sentences, d.words, d.left_out); }
  void fields(SetReport& s) { all(s.id, s.documents, s.passages, s.sentences, s.claims, s.suppressed); }
  void fields(Trouble& t) { all(t.document, t.kind, t.message); }
  void fields(SetResult& r) { all(r.set, r.findings, r.trouble); }
};

// Size and age of a file, or of all files in a folder.
void stamp(const fs::path& path, std::string& out) {
  std::error_code error;
  if (fs::is_directory(path, error)) {
    std::vector<fs::path> inside;
    for (const auto& entry : fs::recursive_directory_iterator(path, error)) inside.push_back(entry.path());
    std::sort(inside.begin(), inside.end());
    for (const fs::path& each : inside)
      if (fs::is_regular_file(each, error)) stamp(each, out);
    return;
  }
  if (!fs::is_regular_file(path, error)) return;
  out += path.string() + '\x1f' + std::to_string(fs::file_size(path, error)) + '\x1f' + std::to_string(fs::last_write_time(path, error).time_since_epoch().count()) + '\n';
}

std::string content_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(in), {});
}

// The files that a configuration names: words and rules of the house.
void stamp_named(const Value& value, const fs::path& folder, std::string& out) {
  if (value.is_scalar()) stamp(folder / value.scalar, out);
  for (const Value& item : value.items) stamp_named(item, folder, out);
  for (const auto& [key, field] : value.fields) stamp_named(field, folder, out);
}

}  // namespace

Cache::Cache(const Options& options, const Rulebooks& rulebooks) {
  if (options.cache.empty() || options.cache == "off" || options.format == "html") return;
  std::error_code error;
  fs::create_directories(options.cache, error);
  if (!fs::is_directory(options.cache, error)) throw OutputError(options.cache + ": no folder for the cache can be made there");
  folder_ = options.cache;
  for (const auto& [config, book] : rulebooks.all()) {
    std::string from = CROSSCHECK_VERSION "\n";
    stamp(fs::read_symlink("/proc/self/exe", error), from);
    stamp(book->home.rules, from), stamp(book->home.data, from);
    for (const std::vector<std::string>* chosen : {&options.only, &options.skip}) {
      for (const std::string& rule : *chosen) from += rule + ",";
      from += '\n';
    }
    if (!config.empty()) {
      from += config + "\n" + content_of(config);
      for (const char* key : {"words", "house_rules"}) stamp_named(book->config[key], fs::path(config).parent_path(), from);
    }
    stamps_.emplace(book.get(), hash_of(from));
  }
}

std::string Cache::key_of(const SetInput& input, const Rulebook& rules) const {
  if (!on()) return "";
  std::string from = stamps_.at(&rules) + "\n" + input.id + "\n";
  for (const DocumentInput& document : input.documents) {
    std::error_code error;
    if (!document.bytes && (!fs::is_regular_file(document.path, error) || fs::file_size(document.path, error) > kLargestDocument)) return "";
    from += document.name + '\x1f' + document.path + '\x1f' + (document.format ? std::to_string(static_cast<int>(*document.format)) : "") + (document.visiting ? "v" : "") + '\x1f' + hash_of(document.bytes ? *document.bytes : content_of(document.path)) + '\n';
  }
  return hash_of(from);
}

std::optional<SetResult> Cache::find(const std::string& key, const Rulebook& rules) const {
  if (key.empty()) return std::nullopt;
  const std::string bytes = content_of(path_of(key));
  if (bytes.size() < 32 || hash_of(std::string_view(bytes).substr(32)) != std::string_view(bytes).substr(0, 32)) return std::nullopt;
  Reader reader(std::string_view(bytes).substr(32));
  SetResult result;
  Fields<Reader>{reader, rules}(result);
  if (!reader.whole) return std::nullopt;
  std::error_code error;
  fs::last_write_time(path_of(key), fs::file_time_type::clock::now(), error);
  return result;
}

void Cache::keep(const std::string& key, SetResult& result) const {
  if (key.empty()) return;
  static const Rulebook none;
  Writer writer;
  Fields<Writer>{writer, none}(result);
  std::error_code error;
  const fs::path path = path_of(key);
  fs::create_directories(path.parent_path(), error);
  const std::string draft = path.string() + "." + std::to_string(::getpid());
  {
    std::ofstream out(draft, std::ios::binary);
    out << hash_of(writer.out) << writer.out;
  }
  fs::rename(draft, path, error);
}

void Cache::tidy() const {
  if (!on()) return;
  std::error_code error;
  const auto oldest = fs::file_time_type::clock::now() - kKept;
  for (const auto& entry : fs::recursive_directory_iterator(folder_, error))
    if (entry.is_regular_file(error) && entry.path().filename().string().size() >= 30 && entry.last_write_time(error) < oldest) fs::remove(entry.path(), error);
}

}  // namespace crosscheck
