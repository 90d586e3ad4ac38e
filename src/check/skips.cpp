// Tested by tests/rooms/styles.cpp.
#include "check/skips.h"

#include <algorithm>
#include <map>

namespace crosscheck {
namespace {

bool is_within(const std::string& rule, const std::string& pattern) { return rule == pattern || rule.starts_with(pattern + "."); }

// Is the place between quotation marks of its passage?
bool in_quotation_marks(std::string_view passage, size_t at) {
  size_t opened = 0, straight = 0;
  for (size_t i = 0; i < at && i < passage.size(); ++i) {
    if (passage[i] == '"') ++straight;
    else if (passage.substr(i).starts_with("\u201C")) ++opened;
    else if (passage.substr(i).starts_with("\u201D") && opened > 0) --opened;
  }
  return opened > 0 || straight % 2 == 1;
}

size_t sides_of(const Finding& finding) {
  size_t most = 0;
  for (const Evidence& place : finding.evidence) most = std::max<size_t>(most, place.side != finding.evidence.front().side ? 2 : 1);
  return most;
}

}  // namespace

Skips::Skips(Rulebook& book) : prose_(book) {
  const std::map<std::string_view, Part> names{{"references", Part::references}, {"quotations", Part::quotations}, {"tables", Part::tables}, {"headings", Part::headings}};
  for (const auto& [part, patterns] : book.skip.fields) skips_.push_back({names.at(part), patterns.texts()});
}

bool Skips::any(const std::string& rule) const {
  return std::any_of(skips_.begin(), skips_.end(), [&](const Skip& skip) { return std::any_of(skip.patterns.begin(), skip.patterns.end(), [&](const std::string& p) { return is_within(rule, p); }); });
}

bool Skips::covers(const std::string& rule, const Document& document, Span span) const {
  for (const Skip& skip : skips_)
    for (const std::string& pattern : skip.patterns)
      if (is_within(rule, pattern) && lies_in(skip.part, document, span)) return true;
  return false;
}

bool Skips::lies_in(Part part, const Document& document, Span span) const {
  const auto next = std::upper_bound(document.passages.begin(), document.passages.end(), span.begin, [](uint32_t at, const Passage& p) { return at < p.span.begin; });
  if (next == document.passages.begin()) return false;
  const Passage& passage = *(next - 1);
  switch (part) {
    case Part::references: return prose_.in_reference_list(document, passage);
    case Part::quotations: return passage.kind == PassageKind::quote || in_quotation_marks(document.text_of(passage.span), span.begin - passage.span.begin);
    case Part::tables: return passage.kind == PassageKind::table_cell;
    case Part::headings: return passage.kind == PassageKind::heading;
  }
  return false;
}

void Skips::take_out(const Collection& texts, const std::string& rule, size_t first, std::vector<Finding>& findings) const {
  if (first >= findings.size() || !any(rule)) return;
  const auto gone = [&](Finding& finding) {
    const size_t before = sides_of(finding);
    std::erase_if(finding.evidence, [&](const Evidence& place) { return covers(rule, texts.documents[place.document], place.span); });
    std::erase_if(finding.fixes, [&](const Fix& fix) { return covers(rule, texts.documents[fix.document], fix.span); });
    return finding.evidence.empty() || sides_of(finding) < before;
  };
  findings.erase(std::remove_if(findings.begin() + static_cast<std::ptrdiff_t>(first), findings.end(), gone), findings.end());
}

}  // namespace crosscheck
