// Tested by tests/rooms/read_parts.cpp and tests/hostile/.
#include "read/xml_reader.h"

#include <expat.h>

#include "read/refused.h"

namespace crosscheck {
namespace {

constexpr uint32_t kDeepest = 400;
constexpr XML_Char kSeparator = '|';

std::string_view local(std::string_view name) {
  const size_t bar = name.rfind(kSeparator);
  return bar == std::string_view::npos ? name : name.substr(bar + 1);
}

}  // namespace

std::string_view XmlElement::operator[](std::string_view attribute) const {
  for (const char* const* at = attributes; at && *at; at += 2)
    if (local(*at) == attribute) return at[1];
  return {};
}

bool XmlElement::has(std::string_view attribute) const {
  for (const char* const* at = attributes; at && *at; at += 2)
    if (local(*at) == attribute) return true;
  return false;
}

// What expat calls back.
struct XmlParser::Calls {
  static void start(void* user, const XML_Char* name, const XML_Char** attributes) {
    auto& parser = *static_cast<XmlParser*>(user);
    parser.guarded([&] {
      if (++parser.depth_ > kDeepest) throw Refused("nests deeper than " + std::to_string(kDeepest) + " elements in " + parser.part_);
      parser.listener_.start({parser.known_name(name), attributes});
    });
  }
  static void end(void* user, const XML_Char* name) {
    auto& parser = *static_cast<XmlParser*>(user);
    parser.guarded([&] {
      --parser.depth_;
      parser.listener_.end(parser.known_name(name));
    });
  }
  static void text(void* user, const XML_Char* text, int size) {
    auto& parser = *static_cast<XmlParser*>(user);
    parser.guarded([&] { parser.listener_.text({text, static_cast<size_t>(size)}); });
  }
  static void comment(void* user, const XML_Char*) {
    auto& parser = *static_cast<XmlParser*>(user);
    parser.guarded([&] { parser.listener_.comment(); });
  }
  static void entity(void* user, const XML_Char*, int, const XML_Char*, int, const XML_Char*, const XML_Char*, const XML_Char*, const XML_Char*) {
    auto& parser = *static_cast<XmlParser*>(user);
    parser.guarded([&] { throw Refused("declares XML entities in " + parser.part_ + ", which no word processor does; they are not followed"); });
  }
};

template <class Work>
void XmlParser::guarded(Work work) {
  if (thrown_) return;
  try {
    work();
  } catch (...) {
    thrown_ = std::current_exception();
    XML_StopParser(parser_, XML_FALSE);
  }
}

XmlParser::XmlParser(XmlListener& listener, const XmlVocabularies& vocabularies, std::string part, const char* encoding)
    : listener_(listener), vocabularies_(vocabularies), part_(std::move(part)), parser_(XML_ParserCreateNS(encoding, kSeparator)) {
  if (!parser_) throw Refused("is too large to read");
  XML_SetUserData(parser_, this);
  XML_SetElementHandler(parser_, Calls::start, Calls::end);
  XML_SetCharacterDataHandler(parser_, Calls::text);
  XML_SetCommentHandler(parser_, Calls::comment);
  XML_SetEntityDeclHandler(parser_, Calls::entity);
  XML_SetParamEntityParsing(parser_, XML_PARAM_ENTITY_PARSING_NEVER);
}

XmlParser::~XmlParser() { XML_ParserFree(parser_); }

const std::string& XmlParser::known_name(const char* name) {
  std::string key(name);
  const auto found = names_.find(key);
  if (found != names_.end()) return found->second;
  if (names_.size() > 4096) throw Refused("uses more kinds of elements than any document in " + part_);
  const std::string_view inner = local(key);
  std::string known(inner);
  const std::string_view space = inner.size() == key.size() ? std::string_view() : std::string_view(key).substr(0, key.size() - inner.size() - 1);
  for (const auto& [uri, prefix] : vocabularies_)
    if (uri == space) known = std::string(prefix) + ":" + std::string(inner);
  return names_.emplace(std::move(key), std::move(known)).first->second;
}

void XmlParser::parse(std::string_view bytes, bool last) {
  const XML_Status status = XML_Parse(parser_, bytes.data(), static_cast<int>(bytes.size()), last);
  if (thrown_) std::rethrow_exception(thrown_);
  if (status != XML_STATUS_OK)
    throw Refused("is damaged: " + part_ + " is not well-formed XML (line " + std::to_string(XML_GetCurrentLineNumber(parser_)) + ": " + XML_ErrorString(XML_GetErrorCode(parser_)) + ")");
}

void XmlParser::feed(std::string_view bytes) { parse(bytes, false); }
void XmlParser::finish() { parse({}, true); }

std::pair<uint32_t, uint32_t> XmlParser::place() const {
  const auto begin = static_cast<uint32_t>(XML_GetCurrentByteIndex(parser_));
  return {begin, begin + static_cast<uint32_t>(XML_GetCurrentByteCount(parser_))};
}

// Recordings.

void XmlRecording::start(const XmlElement& element) {
  Event event{Kind::start, std::string(element.name), {}};
  for (const char* const* at = element.attributes; at && *at; ++at) event.attributes.emplace_back(*at);
  events_.push_back(std::move(event));
}

void XmlRecording::end(std::string_view name) { events_.push_back({Kind::end, std::string(name), {}}); }

void XmlRecording::text(std::string_view text) {
  if (!events_.empty() && events_.back().kind == Kind::text) events_.back().words += text;
  else events_.push_back({Kind::text, std::string(text), {}});
}

void XmlRecording::replay(XmlListener& listener) const {
  for (const Event& event : events_) {
    if (event.kind == Kind::text) listener.text(event.words);
    if (event.kind == Kind::end) listener.end(event.words);
    if (event.kind != Kind::start) continue;
    std::vector<const char*> attributes;
    for (const std::string& each : event.attributes) attributes.push_back(each.c_str());
    attributes.push_back(nullptr);
    listener.start({event.words, attributes.data()});
  }
}

}  // namespace crosscheck
