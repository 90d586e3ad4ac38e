// Tested by tests/rooms/report.cpp.
#include "report/excerpt.h"

#include <algorithm>
#include <filesystem>

#include "text/utf8.h"

namespace crosscheck {
namespace {

// The first or the last `count` code points.
std::string_view first_points(std::string_view text, size_t count) {
  size_t at = 0;
  while (count-- > 0 && at < text.size()) at += code_point_at(text, at).bytes;
  return text.substr(0, at);
}

std::string_view last_points(std::string_view text, size_t count) {
  size_t at = text.size();
  while (count-- > 0 && at > 0) at -= code_point_before(text, at).bytes;
  return text.substr(at);
}

}  // namespace

std::string one_line(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    if (!is_space(c.value) && c.value >= 32) out.append(text.substr(at, c.bytes));
    else if (!out.empty() && out.back() != ' ') out += ' ';
    at += c.bytes;
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

Excerpt excerpt(const Place& place, size_t width) {
  const std::string_view sentence = place.sentence;
  const size_t begin = std::min<size_t>(place.sentence_start, sentence.size());
  const size_t end = std::min(begin + place.text.size(), sentence.size());
  Excerpt out;
  const auto spaced = [&](size_t at) { return at > 0 && at <= sentence.size() && is_space(code_point_before(sentence, at).value) ? " " : ""; };
  out.before = one_line(sentence.substr(0, begin));
  if (!out.before.empty()) out.before += spaced(begin);
  out.words = one_line(place.text);
  const std::string_view rest = sentence.substr(end);
  out.after = one_line(rest);
  if (!out.after.empty() && is_space(code_point_at(rest, 0).value) && !out.words.empty()) out.after.insert(0, " ");
  const size_t words = code_points(out.words);
  if (words > width) {
    out.words = std::string(first_points(out.words, width / 2)) + " … " + std::string(last_points(out.words, width / 2));
    out.before.clear();
    out.after.clear();
    return out;
  }
  const size_t room = width - words, before = code_points(out.before), after = code_points(out.after);
  const size_t left = before + after <= room ? before : after < room / 2 ? room - after : std::min(before, room / 2);
  const size_t right = std::min(after, room - std::min(left, room));
  if (left < before) {
    std::string_view kept = last_points(out.before, left > 1 ? left - 1 : 0);
    const size_t blank = kept.find(' ');
    if (blank != std::string_view::npos && blank + 1 < kept.size()) kept.remove_prefix(blank);
    out.before = "…" + std::string(kept);
  }
  if (right < after) {
    std::string_view kept = first_points(out.after, right > 1 ? right - 1 : 0);
    const size_t blank = kept.rfind(' ');
    if (blank != std::string_view::npos && blank > 0) kept = kept.substr(0, blank + 1);
    out.after = std::string(kept) + "…";
  }
  return out;
}

std::string mended(const ReportFinding& finding) {
  const Edit& fix = finding.fixes.front();
  for (const Place& place : finding.evidence) {
    if (place.document != fix.document || fix.start < place.start || fix.end > place.end) continue;
    if (place.end - place.start != code_points(place.text)) continue;  // markup stands between
    return one_line(std::string(first_points(place.text, fix.start - place.start)) + fix.replacement + std::string(last_points(place.text, place.end - fix.end)));
  }
  return one_line(fix.replacement);
}

std::string whereabouts(const Place& place) {
  return place.location.empty() ? place.document + ":" + std::to_string(place.line) + ":" + std::to_string(place.column) : place.document + ", " + place.location;
}

std::string path_of(const Report& report, std::string_view root, const std::string& set, const std::string& document) {
  for (const SetReport& candidate : report.sets) {
    if (candidate.id != set) continue;
    for (const DocumentReport& known : candidate.documents) {
      if (known.name != document || known.path.empty()) continue;
      std::error_code error;
      const std::filesystem::path absolute = std::filesystem::absolute(known.path, error).lexically_normal();
      const std::filesystem::path relative = absolute.lexically_relative(std::string(root));
      return !root.empty() && !relative.empty() && *relative.begin() != ".." ? relative.generic_string() : known.path;
    }
  }
  return set + "/" + document;
}

}  // namespace crosscheck
