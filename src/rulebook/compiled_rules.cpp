// The table: counts; a row for each file, by hash; the nodes of all trees, each before its children; their texts,
// every one once.
//
// Tested by tests/rooms/compiled_rules.cpp.
#include "rulebook/compiled_rules.h"

#include <xxhash.h>

#include <algorithm>
#include <cstring>
#include <unordered_map>

namespace crosscheck {
namespace {

constexpr std::string_view kMagic = "ccrules";
constexpr uint32_t kVersion = 1;

struct Counts {
  uint32_t files, nodes;
};

struct FileRow {
  uint64_t high, low;
  uint64_t root;

  bool operator<(const FileRow& other) const { return high != other.high ? high < other.high : low < other.low; }
};

struct Node {
  uint32_t text;  // in the texts
  uint32_t size;  // bytes of a scalar, children of a list or map
  uint32_t key, key_size;
  uint32_t line, column, key_line, key_column;
  uint32_t kind, quoted;
};

FileRow row_of(std::string_view text) {
  const XXH128_hash_t hash = XXH3_128bits(text.data(), text.size());
  return {hash.high64, hash.low64, 0};
}

// Reads the nodes of one tree in their order.
struct Reader {
  const Node* next;
  const char* texts;
  const std::string* file;

  void read(Value& value) {
    const Node& node = *next++;
    value.kind = static_cast<Value::Kind>(node.kind);
    value.quoted = node.quoted != 0;
    value.line = node.line, value.column = node.column;
    value.key_line = node.key_line, value.key_column = node.key_column;
    value.file = file;
    if (value.is_scalar()) value.scalar.assign(texts + node.text, node.size);
    if (value.is_list()) {
      value.items.resize(node.size);
      for (Value& item : value.items) read(item);
    }
    if (value.is_map()) {
      value.fields.resize(node.size);
      for (auto& [key, field] : value.fields) {
        key.assign(texts + next->key, next->key_size);
        read(field);
      }
    }
  }
};

class Writer {
 public:
  std::vector<Node> nodes;
  std::string texts;

  void add(const Value& value, std::string_view key) {
    const size_t size = value.is_scalar() ? value.scalar.size() : value.is_list() ? value.items.size() : value.fields.size();
    nodes.push_back({place_of(value.scalar), static_cast<uint32_t>(size), place_of(key), static_cast<uint32_t>(key.size()), value.line, value.column,
                     value.key_line, value.key_column, static_cast<uint32_t>(value.kind), value.quoted});
    for (const Value& item : value.items) add(item, {});
    for (const auto& [name, field] : value.fields) add(field, name);
  }

 private:
  uint32_t place_of(std::string_view text) {
    const auto [entry, fresh] = places_.try_emplace(std::string(text), static_cast<uint32_t>(texts.size()));
    if (fresh) texts += text;
    return entry->second;
  }

  std::unordered_map<std::string, uint32_t> places_;
};

}  // namespace

CompiledRules::CompiledRules(const std::string& path) : file_(path, kMagic, kVersion) {}

std::optional<Value> CompiledRules::find(std::string_view text, const std::string& file) const {
  if (!file_) return std::nullopt;
  const char* at = file_.bytes().data();
  Counts counts;
  std::memcpy(&counts, at, sizeof counts);
  const auto* rows = reinterpret_cast<const FileRow*>(at + sizeof counts);
  const auto* nodes = reinterpret_cast<const Node*>(rows + counts.files);
  const FileRow wanted = row_of(text);
  const FileRow* found = std::lower_bound(rows, rows + counts.files, wanted);
  if (found == rows + counts.files || wanted < *found) return std::nullopt;
  Value tree;
  Reader{nodes + found->root, reinterpret_cast<const char*>(nodes + counts.nodes), &file}.read(tree);
  return tree;
}

void write_compiled_rules(const std::string& path, const std::vector<ParsedFile>& files) {
  Writer writer;
  std::vector<FileRow> rows;
  for (const ParsedFile& file : files) {
    rows.push_back(row_of(file.text));
    rows.back().root = writer.nodes.size();
    writer.add(file.tree, {});
  }
  std::sort(rows.begin(), rows.end());
  const Counts counts{static_cast<uint32_t>(rows.size()), static_cast<uint32_t>(writer.nodes.size())};
  std::string bytes(reinterpret_cast<const char*>(&counts), sizeof counts);
  bytes.append(reinterpret_cast<const char*>(rows.data()), rows.size() * sizeof(FileRow));
  bytes.append(reinterpret_cast<const char*>(writer.nodes.data()), writer.nodes.size() * sizeof(Node));
  write_table(path, kMagic, kVersion, bytes + writer.texts);
}

}  // namespace crosscheck
