// Tested by tests/rooms/model.cpp.
#include "model/source_map.h"

#include <algorithm>

namespace crosscheck {

void SourceMap::add(uint32_t text_begin, uint32_t text_size, Span source) {
  if (text_size == 0) return;
  if (!runs_.empty()) {
    Run& last = runs_.back();
    const bool byte_for_byte = last.text_end - last.text_begin == last.source.size() && text_size == source.size();
    if (byte_for_byte && last.text_end == text_begin && last.source.end == source.begin) {
      last.text_end += text_size;
      last.source.end = source.end;
      return;
    }
  }
  in_order_ = in_order_ && (runs_.empty() || runs_.back().source.end <= source.begin);
  runs_.push_back({text_begin, text_begin + text_size, source});
}

void SourceMap::cut(uint32_t text_begin) {
  while (!runs_.empty() && runs_.back().text_begin >= text_begin) runs_.pop_back();
  if (runs_.empty() || runs_.back().text_end <= text_begin) return;
  Run& last = runs_.back();
  if (last.text_end - last.text_begin == last.source.size()) last.source.end -= last.text_end - text_begin;
  last.text_end = text_begin;
}

Span SourceMap::to_source(Span text) const {
  if (identity()) return text;
  const auto after = [](uint32_t at, const Run& run) { return at < run.text_begin; };
  // The run that holds byte `at`, or the last one before it.
  const auto run_at = [&](uint32_t at) -> const Run& {
    const auto next = std::upper_bound(runs_.begin(), runs_.end(), at, after);
    return next == runs_.begin() ? *next : *(next - 1);
  };
  const auto exact = [](const Run& run) { return run.text_end - run.text_begin == run.source.size(); };

  const Run* first = &run_at(text.begin);
  if (text.begin >= first->text_end && first + 1 < runs_.data() + runs_.size()) ++first;
  uint32_t begin = first->source.begin;
  if (exact(*first) && text.begin > first->text_begin && text.begin <= first->text_end) begin += text.begin - first->text_begin;

  const Run& last = run_at(text.end > text.begin ? text.end - 1 : text.end);
  uint32_t end = last.source.end;
  if (exact(last) && text.end < last.text_end) end = last.source.begin + (text.end > last.text_begin ? text.end - last.text_begin : 0);
  return {begin, std::max(begin, end)};
}

Span SourceMap::to_text(Span source) const {
  if (identity()) return source;
  Span text{UINT32_MAX, 0};
  auto first = runs_.begin();
  if (in_order_) first = std::partition_point(runs_.begin(), runs_.end(), [&](const Run& run) { return run.source.end <= source.begin; });
  for (; first != runs_.end(); ++first) {
    const Run& run = *first;
    if (in_order_ && run.source.begin >= source.end) break;
    if (!run.source.overlaps(source)) continue;
    const bool exact = run.text_end - run.text_begin == run.source.size();
    const uint32_t into = exact && source.begin > run.source.begin ? source.begin - run.source.begin : 0;
    const uint32_t short_of = exact && source.end < run.source.end ? run.source.end - source.end : 0;
    text.begin = std::min(text.begin, run.text_begin + into);
    text.end = std::max(text.end, run.text_end - short_of);
  }
  return text.begin < text.end ? text : Span{};
}

bool SourceMap::as_it_stands(Span text) const {
  if (identity()) return true;
  const auto next = std::upper_bound(runs_.begin(), runs_.end(), text.begin, [](uint32_t at, const Run& run) { return at < run.text_begin; });
  if (next == runs_.begin()) return false;
  const Run& run = *(next - 1);
  return text.end <= run.text_end && run.text_end - run.text_begin == run.source.size();
}

}  // namespace crosscheck
