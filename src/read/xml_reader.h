// XML as a run of events, by expat. A reader names the vocabularies it knows; their elements then come as
// "w:p", whatever prefix the file uses, all others without one. Attributes go by their local name.
//
// Entities are declared by none of the formats: a file that does is refused, and nothing outside it is ever opened.
#pragma once

#include <cstdint>
#include <exception>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

struct XML_ParserStruct;

namespace crosscheck {

// An element with what its start tag says; valid during the call only.
struct XmlElement {
  std::string_view name;
  const char* const* attributes;  // name, value, name, value, ..., null
  // The value of an attribute; empty when it is not there.
  std::string_view operator[](std::string_view attribute) const;
  bool has(std::string_view attribute) const;
};

class XmlListener {
 public:
  virtual ~XmlListener() = default;
  virtual void start(const XmlElement& element) = 0;
  virtual void end(std::string_view name) = 0;
  virtual void text(std::string_view text) = 0;
  virtual void comment() {}
};

using XmlVocabularies = std::vector<std::pair<std::string_view, std::string_view>>;  // name space, prefix

class XmlParser {
 public:
  // `part` names what is read, for messages.
  XmlParser(XmlListener& listener, const XmlVocabularies& vocabularies, std::string part, const char* encoding = nullptr);
  ~XmlParser();
  XmlParser(const XmlParser&) = delete;

  void feed(std::string_view bytes);
  void finish();
  // The stretch of the input that the event at hand came from.
  std::pair<uint32_t, uint32_t> place() const;

 private:
  struct Calls;
  friend struct Calls;
  void parse(std::string_view bytes, bool last);
  const std::string& known_name(const char* name);
  template <class Work>
  void guarded(Work work);

  XmlListener& listener_;
  const XmlVocabularies& vocabularies_;
  std::string part_;
  XML_ParserStruct* parser_;
  std::unordered_map<std::string, std::string> names_;
  std::exception_ptr thrown_;  // expat is C: nothing may be thrown through it
  uint32_t depth_ = 0;
};

// Events kept for later: what stands in the middle of a paragraph and is read after it.
class XmlRecording {
 public:
  void start(const XmlElement& element);
  void end(std::string_view name);
  void text(std::string_view text);
  void replay(XmlListener& listener) const;
  bool empty() const { return events_.empty(); }

 private:
  enum class Kind : uint8_t { start, end, text };
  struct Event {
    Kind kind;
    std::string words;
    std::vector<std::string> attributes;
  };
  std::vector<Event> events_;
};

}  // namespace crosscheck
