// Tested by tests/rooms/parse.cpp.
#include "language/tags.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace crosscheck {
namespace {

#define CROSSCHECK_NAME(number, name) , name
constexpr std::array<std::string_view, tag::count> kTags = {"" CROSSCHECK_TAGS(CROSSCHECK_NAME)};
constexpr std::array<std::string_view, relation::count> kRelations = {"" CROSSCHECK_RELATIONS(CROSSCHECK_NAME)};
#undef CROSSCHECK_NAME

template <class Names>
uint8_t place_of(const Names& names, std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  return found == names.end() ? 0 : static_cast<uint8_t>(found - names.begin());
}

}  // namespace

std::string_view tag_name(TagId tag) { return tag < kTags.size() ? kTags[tag] : ""; }
std::string_view relation_name(RelationId relation) { return relation < kRelations.size() ? kRelations[relation] : ""; }
TagId tag_of(std::string_view name) { return place_of(kTags, name); }
RelationId relation_of(std::string_view name) { return place_of(kRelations, name); }

RelationId base_relation(RelationId relation) {
  const std::string_view name = relation_name(relation);
  const size_t colon = name.find(':');
  return colon == std::string_view::npos ? relation : relation_of(name.substr(0, colon));
}

}  // namespace crosscheck
