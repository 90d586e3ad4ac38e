// Tested by tests/rooms/settle.cpp.
#include "check/settle.h"

#include <xxhash.h>

#include <algorithm>
#include <cstdio>
#include <map>
#include <tuple>

#include "check/authority.h"
#include "model/location.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace crosscheck {
namespace {

constexpr size_t kMostPlaces = 100;

// Line starts and code point counts of a source file, so that a place costs a binary search and one line.
class Lines {
 public:
  explicit Lines(std::string_view source) : source_(source) {
    starts_.push_back({0, 0});
    uint32_t points = 0;
    for (uint32_t at = 0; at < source.size(); ++at) {
      points += (static_cast<unsigned char>(source[at]) & 0xC0) != 0x80;
      // A long line gets marks of its own, or every place in it would count from its start.
      const bool breaks = source[at] == '\n';
      if (breaks) ++line_;
      if (breaks || at - starts_.back().byte >= 4096) {
        if (!breaks && (static_cast<unsigned char>(source[at + 1 < source.size() ? at + 1 : at]) & 0xC0) == 0x80) continue;
        starts_.push_back({at + 1, points, line_});
        if (breaks) line_points_.push_back(points);
      }
    }
  }

  void resolve(uint32_t byte, uint32_t& point, uint32_t& line, uint32_t& column) const {
    const auto next = std::upper_bound(starts_.begin(), starts_.end(), byte, [](uint32_t at, const Mark& mark) { return at < mark.byte; });
    const Mark& mark = *(next - 1);
    point = mark.points + static_cast<uint32_t>(code_points(source_.substr(mark.byte, byte - mark.byte)));
    line = mark.line + 1;
    column = point - (mark.line == 0 ? 0 : line_points_[mark.line - 1]) + 1;
  }

 private:
  struct Mark {
    uint32_t byte, points, line = 0;
  };
  std::string_view source_;
  std::vector<Mark> starts_;
  std::vector<uint32_t> line_points_;  // code points before line i + 2
  uint32_t line_ = 0;
};

// Findings about inline code alone are none.
bool about_code(const Finding& finding, const Collection& texts) {
  return std::any_of(finding.evidence.begin(), finding.evidence.end(), [&](const Evidence& evidence) {
    const std::vector<Span>& verbatim = texts.documents[evidence.document].verbatim;
    const auto next = std::upper_bound(verbatim.begin(), verbatim.end(), evidence.span.begin, [](uint32_t at, Span span) { return at < span.begin; });
    return next != verbatim.begin() && (next - 1)->contains(evidence.span);
  });
}

// The approved text of another folder is compared with the set, not checked with it.
bool about_visitors(const Finding& finding, const Collection& texts) {
  return std::all_of(finding.evidence.begin(), finding.evidence.end(), [&](const Evidence& evidence) { return texts.documents[evidence.document].visiting; });
}

const Sentence* sentence_of(const Document& document, Span span) {
  const auto after = [](uint32_t at, const Sentence& sentence) { return at < sentence.span.begin; };
  const auto next = std::upper_bound(document.sentences.begin(), document.sentences.end(), span.begin, after);
  if (next == document.sentences.begin()) return nullptr;
  const Sentence& sentence = *(next - 1);
  return span.begin < sentence.span.end ? &sentence : nullptr;
}

const Passage* passage_of(const Document& document, Span span) {
  const auto after = [](uint32_t at, const Passage& passage) { return at < passage.span.begin; };
  const auto next = std::upper_bound(document.passages.begin(), document.passages.end(), span.begin, after);
  return next == document.passages.begin() ? nullptr : &*(next - 1);
}

std::string hex(uint64_t value) {
  char out[17];
  std::snprintf(out, sizeof out, "%016llx", static_cast<unsigned long long>(value));
  return out;
}

}  // namespace

bool switched_off(const Finding& finding, const Collection& texts) {
  for (const Evidence& evidence : finding.evidence) {
    for (const Suppression& off : texts.documents[evidence.document].suppressions) {
      if (!off.span.overlaps(evidence.span)) continue;
      const std::string& id = finding.rule->id;
      if (!off.rule.empty() && id != off.rule && !id.starts_with(off.rule + ".")) continue;
      if (!off.match.empty() && texts.documents[evidence.document].text_of(evidence.span) != off.match && fold(texts.documents[evidence.document].text_of(evidence.span)) != fold(off.match)) continue;
      return true;
    }
  }
  return false;
}

std::vector<ReportFinding> settle(Findings findings, const Collection& texts, uint32_t& suppressed) {
  std::vector<Lines> lines;
  lines.reserve(texts.documents.size());
  std::vector<Locations> locations;
  locations.reserve(texts.documents.size());
  for (const Document& document : texts.documents) {
    lines.emplace_back(document.source_text());
    locations.emplace_back(document);
  }

  const auto key = [](const Finding& f) {
    const Evidence& e = f.turned ? *std::find_if(f.evidence.begin(), f.evidence.end(), [&](const Evidence& other) { return other.side != f.evidence.front().side; }) : f.evidence.front();
    return std::tuple(e.document, e.span.begin, std::string_view(f.rule->id), e.span.end, std::string_view(f.message));
  };
  std::erase_if(findings, [&](const Finding& f) {
    if (f.evidence.empty() || about_code(f, texts) || about_visitors(f, texts)) return true;
    const bool off = switched_off(f, texts);
    suppressed += off;
    return off;
  });
  std::stable_sort(findings.begin(), findings.end(), [&](const Finding& a, const Finding& b) { return key(a) < key(b); });

  std::vector<ReportFinding> out;
  std::map<std::string, uint32_t> equals;  // identity -> how many so far
  for (const Finding& finding : findings) {
    ReportFinding report;
    report.rule = finding.rule;
    report.level = finding.level;
    report.confidence = finding.confidence;
    report.set = texts.id;
    report.message = finding.message;
    report.why = finding.why.empty() ? finding.rule->rationale : finding.why;
    report.places = static_cast<uint32_t>(finding.evidence.size());
    std::string identity = finding.rule->id + '\x1f' + finding.forms;
    for (const Evidence& evidence : finding.evidence) {
      const Document& document = texts.documents[evidence.document];
      if (finding.forms.empty()) identity.append("\x1f").append(document.name).append("\x1e").append(document.text_of(evidence.span));
      if (report.evidence.size() == kMostPlaces) continue;
      Place place;
      place.document = document.name;
      place.side = evidence.side;
      place.text = document.text_of(evidence.span);
      place.approved = document.approved;
      if (const Passage* passage = passage_of(document, evidence.span)) {
        place.passage = static_cast<uint32_t>(passage - document.passages.data()) + 1;
        place.passage_start = static_cast<uint32_t>(code_points(document.text_of(Span{passage->span.begin, evidence.span.begin})));
      }
      const Sentence* sentence = sentence_of(document, evidence.span);
      const Span context = sentence ? Span{sentence->span.begin, std::max(sentence->span.end, evidence.span.end)} : evidence.span;
      place.sentence = document.text_of(context);
      place.sentence_start = evidence.span.begin - context.begin;
      const Span source = document.map.to_source(evidence.span);
      lines[evidence.document].resolve(source.begin, place.start, place.line, place.column);
      lines[evidence.document].resolve(source.end, place.end, place.end_line, place.end_column);
      place.location = locations[evidence.document].of(place.passage - 1);
      report.evidence.push_back(std::move(place));
    }
    for (const Fix& fix : finding.fixes) {
      const Document& document = texts.documents[fix.document];
      const bool text_file = document.format == Format::plain || document.format == Format::markdown || document.format == Format::html;
      const Span source = document.map.to_source(fix.span);
      Edit edit{document.name, 0, 0, fix.replacement, fix.safe && text_file && !document.visiting && document.map.as_it_stands(fix.span)};
      uint32_t line = 0, column = 0;
      lines[fix.document].resolve(source.begin, edit.start, line, column);
      lines[fix.document].resolve(source.end, edit.end, line, column);
      report.fixes.push_back(std::move(edit));
    }
    name_authority(finding, texts, report);
    identity.append("\x1f").append(std::to_string(equals[identity]++)).append("\x1f");
    report.fingerprint = hex(XXH3_64bits(identity.data(), identity.size()));
    out.push_back(std::move(report));
  }
  return out;
}

}  // namespace crosscheck
