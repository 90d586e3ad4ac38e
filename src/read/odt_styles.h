// What an OpenDocument text says of its styles: hidden, struck out, bold, raised; and how the levels of a list count.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>

#include "model/document.h"
#include "read/xml_reader.h"

namespace crosscheck {

extern const XmlVocabularies kOpenDocumentVocabularies;

struct OdtStyle {
  std::string parent, name, list;  // `name`: as people see it
  int8_t hidden = -1, struck = -1, bold = -1, raised = -1;  // -1: not said
  int32_t outline = -1;
};

struct OdtListLevel {
  Marker marker = Marker::bullet;
  int32_t start = 1;
};

class OdtStyles {
 public:
  static constexpr size_t kLevels = 10;
  using ListStyle = std::array<OdtListLevel, kLevels>;

  // Called with every element of a file; takes what it knows.
  void start(const XmlElement& element);
  void end(std::string_view name);

  // With what it is based on.
  OdtStyle of(std::string_view name) const;
  OdtListLevel level_of(std::string_view list, size_t level) const;

 private:
  std::unordered_map<std::string, OdtStyle> styles_;
  std::unordered_map<std::string, ListStyle> lists_;
  OdtStyle* style_ = nullptr;
  ListStyle* list_ = nullptr;
};

}  // namespace crosscheck
