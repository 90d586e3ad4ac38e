// What a file is, told from its bytes: the name is often wrong (an RTF file called .doc, a zip cut out of a mail).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/document.h"

namespace crosscheck {

struct Kind {
  std::optional<Format> format;  // of a document that is read from its bytes
  std::string unread;            // why a file of this kind is not read, and what to do about it
};

// Both empty: nothing but its name tells what it is. Throws Refused for a zip that is damaged.
Kind kind_of(const std::string& bytes);

// What to do about a file of a type that is not read, told from its name.
struct Unread {
  std::string advice;     // empty: nothing is known of that type
  bool document = false;  // someone may believe that it was read
};
Unread unread_type(std::string_view extension);
// True for extensions of documents that are told from their bytes only: ".docx", ".pdf".
bool names_container(std::string_view extension);
// True when an XML file, or one named .doc, starts like a document that is read.
bool starts_like_document(std::string_view head);

}  // namespace crosscheck
