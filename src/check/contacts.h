// Where a text tells how to reach a service: "the stoma nurse on 01234 567890".
#pragma once

#include <string>
#include <vector>

#include "index/meaning.h"
#include "model/document.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

enum class ContactKind : uint8_t { phone, fax, extension, mail, web, address };

struct Contact {
  ContactKind kind = ContactKind::phone;
  uint32_t document = 0, sentence = 0;
  Span span;
  std::string value;              // what makes it the same: the digits, the address in small letters
  Key service = 0;                // "nurse"; 0 when the text says "us" or nothing
  std::vector<Key> modifiers;     // "stoma", "7"; sorted
  std::vector<Key> purposes;      // further things the sentence names, sorted
  bool narrowed = false;          // "at weekends", "for children"
};

struct ContactWords {
  ContactWords(const Value& settings, Rulebook& book);
  WordSet cues, fax, extension, services, ourselves, streets, top_domains, ordinary;
};

// In order of documents and places.
std::vector<Contact> find_contacts(const Collection& texts, const Meanings& meanings, const ContactWords& words);

}  // namespace crosscheck
