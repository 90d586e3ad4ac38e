// A writer of JSON text, compact, keys in the order they are written.
#pragma once

#include <string>
#include <string_view>

namespace crosscheck {

class JsonWriter {
 public:
  std::string out;

  JsonWriter& open(char bracket);   // '{' or '['
  JsonWriter& close(char bracket);  // '}' or ']'
  JsonWriter& key(std::string_view name);
  JsonWriter& value(std::string_view text);
  JsonWriter& value(const char* text) { return value(std::string_view(text)); }
  JsonWriter& value(const std::string& text) { return value(std::string_view(text)); }
  JsonWriter& value(double number);
  JsonWriter& value(uint32_t number);
  JsonWriter& value(int number);
  JsonWriter& value(bool truth);
  JsonWriter& null();
  template <class T>
  JsonWriter& field(std::string_view name, const T& content) {
    return key(name).value(content);
  }
  void line_break() { out += '\n'; }

 private:
  void separate();
  bool first_ = true;
};

}  // namespace crosscheck
