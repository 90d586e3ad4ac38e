// From Document::text back to the file. Readers of markup take text out of a file piece by piece; each
// piece is a run. A run as long as its source maps byte for byte, a run of another length (an entity, a
// soft line break) is one unit: any place within it maps to the whole of it.
#pragma once

#include <cstdint>
#include <vector>

#include "model/span.h"

namespace crosscheck {

class SourceMap {
 public:
  // Text bytes [text_begin, text_begin + text_size) come from source bytes `source`. In increasing order of both.
  void add(uint32_t text_begin, uint32_t text_size, Span source);
  // Forgets what was said of the text from here on: it was taken back.
  void cut(uint32_t text_begin);
  // True when the text is the file itself.
  bool identity() const { return runs_.empty(); }
  // Source bytes of a span of text. Text that stands in no run (separators added by a reader) maps to its neighbour.
  Span to_source(Span text) const;
  // The text that came out of a stretch of the source; empty when none did.
  Span to_text(Span source) const;
  // True when the span stands in the file as it stands in the text, without markup in between.
  bool as_it_stands(Span text) const;

 private:
  struct Run {
    uint32_t text_begin, text_end;
    Span source;
  };
  std::vector<Run> runs_;
  bool in_order_ = true;  // of the source, too; text that a page moved about is not
};

}  // namespace crosscheck
