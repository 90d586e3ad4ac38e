// Tested by tests/rooms/rulebook.cpp.
#include "rulebook/value.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <deque>
#include <filesystem>
#include <mutex>
#include <sstream>

#include "rulebook/compiled_rules.h"
#include "text/nearest.h"

namespace crosscheck {
namespace {

// Paths and contents of the files read so far, for messages: Values point into this.
struct SourceFile {
  std::string shown, content;

  std::vector<std::string> lines() const {
    std::vector<std::string> out;
    std::istringstream in(content);
    for (std::string line; std::getline(in, line);) out.push_back(line);
    return out;
  }
};

std::deque<SourceFile>& source_files() {
  static std::deque<SourceFile> files;
  return files;
}

std::mutex source_files_mutex;

const SourceFile& remember(std::string content, const std::string& shown) {
  const std::lock_guard lock(source_files_mutex);
  return source_files().emplace_back(SourceFile{shown, std::move(content)});
}

[[noreturn]] void fail_at(const std::string& file, uint32_t line, uint32_t column, const std::string& what) {
  std::ostringstream out;
  out << file;
  if (line > 0) out << ':' << line << ':' << column;
  out << ": " << what;
  const std::lock_guard lock(source_files_mutex);
  for (const SourceFile& source : source_files()) {
    if (source.shown != file || line == 0) continue;
    const std::vector<std::string> lines = source.lines();
    if (line > lines.size()) continue;
    for (uint32_t shown = line > 1 ? line - 1 : line; shown <= line; ++shown)
      out << "\n  " << shown << " | " << lines[shown - 1];
    out << "\n  " << std::string(std::to_string(line).size(), ' ') << " | " << std::string(column > 0 ? column - 1 : 0, ' ') << '^';
    break;
  }
  throw RulebookError(out.str());
}

constexpr int kDeepest = 64;

Value convert(const YAML::Node& node, const SourceFile& source, int depth) {
  Value value;
  value.file = &source.shown;
  const YAML::Mark mark = node.Mark();
  value.line = mark.line >= 0 ? static_cast<uint32_t>(mark.line) + 1 : 0;
  value.column = mark.column >= 0 ? static_cast<uint32_t>(mark.column) + 1 : 0;
  if (depth > kDeepest) value.fail("nested too deeply");
  switch (node.Type()) {
    case YAML::NodeType::Undefined:
    case YAML::NodeType::Null:
      break;
    case YAML::NodeType::Scalar:
      value.kind = Value::Kind::scalar;
      value.scalar = node.Scalar();
      value.quoted = node.Tag() == "!";
      if (value.scalar.find('\n') != std::string::npos && value.quoted && value.line > 0) {
        const std::vector<std::string> lines = source.lines();
        const std::string& first = lines[std::min<size_t>(value.line, lines.size()) - 1];
        const size_t at = std::min<size_t>(value.column - 1, first.size());
        if (at < first.size() && (first[at] == '\'' || first[at] == '"') && first.find(first[at], at + 1) == std::string::npos)
          value.fail("this quote is not closed on its line");
      }
      break;
    case YAML::NodeType::Sequence:
      value.kind = Value::Kind::list;
      for (const YAML::Node& item : node) value.items.push_back(convert(item, source, depth + 1));
      break;
    case YAML::NodeType::Map:
      value.kind = Value::Kind::map;
      for (const auto& field : node) {
        if (!field.first.IsScalar()) value.fail("a key must be plain text");
        std::string key = field.first.Scalar();
        for (const auto& [known, unused] : value.fields) {
          if (known != key) continue;
          const YAML::Mark again = field.first.Mark();
          fail_at(source.shown, static_cast<uint32_t>(again.line) + 1, static_cast<uint32_t>(again.column) + 1,
                  "the key \"" + key + "\" stands twice");
        }
        value.fields.emplace_back(std::move(key), convert(field.second, source, depth + 1));
        Value& added = value.fields.back().second;
        added.key_line = static_cast<uint32_t>(field.first.Mark().line) + 1;
        added.key_column = static_cast<uint32_t>(field.first.Mark().column) + 1;
        if (added.line == 0 || !added) {
          added.file = &source.shown;
          added.line = static_cast<uint32_t>(field.first.Mark().line) + 1;
          added.column = static_cast<uint32_t>(field.first.Mark().column) + 1;
        }
      }
      break;
  }
  return value;
}

}  // namespace

Value::Value() = default;
Value::Value(const Value&) = default;
Value::Value(Value&&) noexcept = default;
Value& Value::operator=(const Value&) = default;
Value& Value::operator=(Value&&) noexcept = default;
Value::~Value() = default;

const Value& Value::operator[](std::string_view key) const {
  static const Value missing;
  for (const auto& [name, value] : fields)
    if (name == key) return value;
  return missing;
}

void Value::fail(const std::string& what) const { fail_at(file ? *file : "rules", line, column, what); }

void Value::fail_at_key(const std::string& what) const { key_line > 0 ? fail_at(*file, key_line, key_column, what) : fail(what); }

const std::string& Value::text() const {
  if (kind != Kind::scalar) fail("expected a text");
  return scalar;
}

std::string Value::text(std::string_view fallback) const { return kind == Kind::missing ? std::string(fallback) : text(); }

double Value::number() const {
  double out = 0;
  const std::string& content = text();
  const auto [end, error] = std::from_chars(content.data(), content.data() + content.size(), out);
  if (quoted || error != std::errc() || end != content.data() + content.size()) fail("expected a number, found \"" + content + "\"");
  return out;
}

double Value::number(double fallback) const { return kind == Kind::missing ? fallback : number(); }

bool Value::truth(bool fallback) const {
  if (kind == Kind::missing) return fallback;
  if (!quoted && (scalar == "true" || scalar == "yes" || scalar == "on")) return true;
  if (!quoted && (scalar == "false" || scalar == "no" || scalar == "off")) return false;
  fail("expected true or false, found \"" + scalar + "\"");
}

std::vector<std::string> Value::texts() const {
  if (kind == Kind::missing) return {};
  if (kind == Kind::scalar) return {scalar};
  if (kind != Kind::list) fail("expected a list of texts");
  std::vector<std::string> out;
  for (const Value& item : items) out.push_back(item.text());
  return out;
}

void Value::allow_only(const std::vector<std::string_view>& known) const {
  if (kind == Kind::missing) return;
  if (kind != Kind::map) fail("expected keys and values");
  for (const auto& [key, value] : fields) {
    if (std::find(known.begin(), known.end(), key) != known.end()) continue;
    const std::string_view near = nearest(key, known);
    value.fail_at_key("unknown key \"" + key + "\"" + (near.empty() ? "" : "; did you mean \"" + std::string(near) + "\"?"));
  }
}

namespace {

Value parse(const SourceFile& source) {
  try {
    return convert(YAML::Load(source.content), source, 0);
  } catch (const YAML::Exception& broken) {
    fail_at(source.shown, static_cast<uint32_t>(broken.mark.line + 1), static_cast<uint32_t>(broken.mark.column + 1), broken.msg);
  }
}

}  // namespace

Value parse_yaml(const std::string& content, const std::string& shown) { return parse(remember(content, shown)); }

std::vector<Value> text_lines(const std::string& content, const std::string& shown) {
  const SourceFile& source = remember(content, shown);
  std::vector<Value> lines;
  const std::vector<std::string> all = source.lines();
  for (size_t i = 0; i < all.size(); ++i) {
    const std::string& line = all[i];
    const size_t begin = line.find_first_not_of(" \t\r"), end = line.find_last_not_of(" \t\r");
    if (begin == std::string::npos) continue;
    Value& value = lines.emplace_back();
    value.kind = Value::Kind::scalar;
    value.quoted = true;
    value.scalar = line.substr(begin, end - begin + 1);
    value.file = &source.shown;
    value.line = static_cast<uint32_t>(i) + 1;
    value.column = static_cast<uint32_t>(begin) + 1;
  }
  return lines;
}

std::string read_rule_file(const std::string& path) {
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) throw RulebookError(path + ": is a folder, not a file");
  std::FILE* file = std::fopen(path.c_str(), "rb");
  if (!file) throw RulebookError(path + ": cannot be read");
  std::string content;
  size_t size = 0;
  do {
    content.resize(size + 16384);
    size += std::fread(content.data() + size, 1, content.size() - size, file);
  } while (size == content.size());
  content.resize(size);
  const bool broken = std::ferror(file) != 0;
  std::fclose(file);
  if (broken) throw RulebookError(path + ": cannot be read");
  return content;
}

Value load_yaml(const std::string& path, const CompiledRules* compiled) {
  const SourceFile& source = remember(read_rule_file(path), path);
  if (compiled)
    if (std::optional<Value> known = compiled->find(source.content, source.shown)) return std::move(*known);
  return parse(source);
}

}  // namespace crosscheck
