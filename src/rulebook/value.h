// A YAML file as a plain tree that remembers where each piece stood. yaml-cpp stays behind load_yaml(): it
// keeps duplicate keys silently and forgives some broken quotes, so the loader checks what it hands out.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace crosscheck {

// The user's file is wrong: message with file:line:column, what is wrong, and the line itself.
struct RulebookError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

class Value {
 public:
  enum class Kind : uint8_t { missing, scalar, list, map };

  // Out of line: a class that holds pairs of itself is complete only behind its last brace.
  Value();
  Value(const Value&);
  Value(Value&&) noexcept;
  Value& operator=(const Value&);
  Value& operator=(Value&&) noexcept;
  ~Value();

  Kind kind = Kind::missing;
  bool quoted = false;  // a scalar in quotes: never a number or a truth value
  std::string scalar;
  std::vector<Value> items;                            // of a list
  std::vector<std::pair<std::string, Value>> fields;   // of a map, in the order of the file
  uint32_t line = 0, column = 0;                       // from 1; 0 = made by the program
  uint32_t key_line = 0, key_column = 0;               // of its key, in a map
  const std::string* file = nullptr;                   // path as the user knows it

  explicit operator bool() const { return kind != Kind::missing; }
  // The value of a key; a missing value when there is none.
  const Value& operator[](std::string_view key) const;
  bool is_map() const { return kind == Kind::map; }
  bool is_list() const { return kind == Kind::list; }
  bool is_scalar() const { return kind == Kind::scalar; }

  // Typed readings; each throws RulebookError at the place when the value has another type.
  // With a fallback, a missing value gives the fallback.
  const std::string& text() const;
  std::string text(std::string_view fallback) const;
  double number() const;
  double number(double fallback) const;
  bool truth(bool fallback) const;
  // A list of scalars; one scalar counts as a list of one, missing as empty.
  std::vector<std::string> texts() const;

  [[noreturn]] void fail(const std::string& what) const;
  [[noreturn]] void fail_at_key(const std::string& what) const;
  // Throws for a key of this map that is not in `known`, and suggests the nearest.
  void allow_only(const std::vector<std::string_view>& known) const;
};

class CompiledRules;

// A file's text as it is; throws RulebookError when it cannot be read.
std::string read_rule_file(const std::string& path);
// Reads a file, from the compiled rules where they know its text; throws RulebookError.
Value load_yaml(const std::string& path, const CompiledRules* compiled = nullptr);
// The lines of a text file that is no YAML, as scalars in quotes; without blanks at either end, empty ones left out.
std::vector<Value> text_lines(const std::string& content, const std::string& shown);
// `shown` is the path used in messages.
Value parse_yaml(const std::string& content, const std::string& shown);

}  // namespace crosscheck
