// The table of the 2,231 names is gumbo's. It is asked once for each name that occurs: a reference is parsed as
// a little page of its own, and what it left of the source after it ("&ampfoo" is "&foo") tells its length.
//
// Tested by tests/rooms/read.cpp.
#include "read/entities.h"

#include <gumbo.h>

#include <algorithm>
#include <unordered_map>

namespace crosscheck {
namespace {

constexpr size_t kLongest = 40;

bool is_name_byte(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::string text_under(const GumboNode* node) {
  if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE) return node->v.text.text;
  std::string out;
  if (node->type == GUMBO_NODE_ELEMENT)
    for (unsigned i = 0; i < node->v.element.children.length; ++i) out += text_under(static_cast<const GumboNode*>(node->v.element.children.data[i]));
  return out;
}

Entity ask_gumbo(const std::string& reference) {
  const std::string page = "<p>" + reference + "</p>";
  GumboOutput* output = gumbo_parse_with_options(&kGumboDefaultOptions, page.data(), page.size());
  std::string text = text_under(output->root);
  gumbo_destroy_output(&kGumboDefaultOptions, output);
  if (text == reference) return {};
  size_t rest = 0;
  while (rest < text.size() && rest < reference.size() && text[text.size() - 1 - rest] == reference[reference.size() - 1 - rest] && reference[reference.size() - 1 - rest] != ';') ++rest;
  text.resize(text.size() - rest);
  return {static_cast<uint32_t>(reference.size() - rest), text};
}

}  // namespace

Entity entity_at(std::string_view source) {
  size_t end = 1;
  if (end < source.size() && source[end] == '#') ++end;
  while (end < source.size() && end < kLongest && is_name_byte(source[end])) ++end;
  if (end < 2 || (end == 2 && source[1] == '#')) return {};
  if (end < source.size() && source[end] == ';') ++end;
  thread_local std::unordered_map<std::string, Entity> known;
  if (known.size() > 4096) known.clear();
  const std::string reference(source.substr(0, end));
  const auto found = known.find(reference);
  if (found != known.end()) return found->second;
  return known.emplace(reference, ask_gumbo(reference)).first->second;
}

}  // namespace crosscheck
