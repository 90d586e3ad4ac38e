// What a Word file says of its styles and lists: which paragraphs are headings, what number an item has.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/document.h"
#include "read/xml_reader.h"
#include "read/zip_file.h"

namespace crosscheck {

extern const XmlVocabularies kWordVocabularies;

// True unless the element says "0" or "false" of itself: <w:b/> is on.
bool is_on(const XmlElement& element);
int32_t number_in(std::string_view value, int32_t otherwise);

class WordStyles {
 public:
  struct Style {
    std::string name;        // "heading 1": English in every language of Word
    std::string based_on;
    int32_t outline = -1;    // level of a heading from 0; 9 and more: body text
    int32_t list = -1, list_level = -1;
    int8_t bold = -1, hidden = -1;  // -1: not said
  };
  void read(ZipFile& zip, const std::string& part);
  // With what it is based on.
  Style of(std::string_view id) const;
  std::string default_paragraph;  // id

 private:
  friend class WordStylesReader;
  std::unordered_map<std::string, Style> styles_;
};

class WordNumbering {
 public:
  void read(ZipFile& zip, const std::string& part);

  struct Item {
    Marker marker = Marker::none;  // none: the level shows nothing
    int32_t number = 0;
    std::string label;  // "2.1", as it stands before a heading
  };
  // The next item of a list at a level.
  Item next(int32_t list, int32_t level);
  bool knows(int32_t list) const { return lists_.contains(list); }

 private:
  friend class WordNumberingReader;
  static constexpr int32_t kLevels = 9;
  struct Level {
    int32_t start = 1;
    int32_t restart = -1;  // the level whose items start it anew; -1: any above
    std::string format = "decimal", text;
  };
  struct Abstract {
    std::array<Level, kLevels> levels;
    std::array<int32_t, kLevels> last{};
    std::array<bool, kLevels> used{};
  };
  struct List {
    int32_t abstract = 0;
    std::map<int32_t, int32_t> starts;  // level -> where this list starts it
    std::map<int32_t, Level> own;
    std::array<bool, kLevels> begun{};
  };
  const Level& level_of(const List& list, int32_t level) const;
  std::map<int32_t, Abstract> abstracts_;
  std::map<int32_t, List> lists_;
};

}  // namespace crosscheck
