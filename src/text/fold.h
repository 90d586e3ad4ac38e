// Forms of a word that make comparison cheap. Folding happens once a token (segment/), later rooms compare Symbols.
#pragma once

#include <string>
#include <string_view>

namespace crosscheck {

// Lower case, curly apostrophes straight, composed (NFC): "Sjögren’s" -> "sjögren's".
std::string fold(std::string_view word);
// fold() into a buffer that is reused; returns a view of it.
std::string_view fold_into(std::string& buffer, std::string_view word);
// Without diacritics, ligatures opened: "Sjögren" -> "Sjogren". Case stays.
std::string strip_accents(std::string_view word);
// First letter in upper case, the rest as it stands.
std::string capitalised(std::string_view word);
std::string lowered(std::string_view word);
std::string uppered(std::string_view word);

}  // namespace crosscheck
