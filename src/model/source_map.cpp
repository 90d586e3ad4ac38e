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
  runs_.push_back({text_begin, text_begin + text_size, source});
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

}  // namespace crosscheck
