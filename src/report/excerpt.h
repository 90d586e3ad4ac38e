// Pieces that several report formats share: quoting a place within its sentence, and where its file is.
#pragma once

#include <string>
#include <string_view>

#include "model/report.h"

namespace crosscheck {

// A sentence cut to the neighbourhood of the words in question, blanks folded to one.
struct Excerpt {
  std::string before, words, after;  // before and after may start or end with "…"
};
// At most `width` code points in all, words included; a longer quotation is cut in its middle.
Excerpt excerpt(const Place& place, size_t width);

// What the finding's first fix makes of the words it changes: "cases" and a fix that adds a stop give "cases.".
// Empty when the fix leaves nothing.
std::string mended(const ReportFinding& finding);

// White space of any kind folded to single blanks.
std::string one_line(std::string_view text);

// "passage 5", "line 12" or the place's own location: how a person finds it.
std::string whereabouts(const Place& place);

// The path of a document, relative to the repository where it lies in it; its set and name when it is no file.
std::string path_of(const Report& report, std::string_view root, const std::string& set, const std::string& document);

}  // namespace crosscheck
