// Changed lines are gathered into blocks, blocks that are at most twice the context apart into hunks.
//
// Tested by tests/cli/.
#include "cli/diff.h"

#include <algorithm>
#include <string_view>

namespace crosscheck {
namespace {

constexpr size_t kContext = 3;

struct Block {
  size_t first, end;  // lines of the file as it was
  std::vector<std::string> fresh;
};

// With their line breaks; the last may have none.
std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const size_t stop = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.emplace_back(text.substr(0, stop));
    text.remove_prefix(stop);
  }
  return lines;
}

std::vector<Block> blocks_of(const std::string& before, const std::vector<std::string>& lines, const std::vector<Change>& changes) {
  std::vector<Block> blocks;
  size_t line = 0, start = 0, next = 0;
  while (next < changes.size() && line < lines.size()) {
    if (changes[next].begin >= start + lines[line].size() && line + 1 < lines.size()) {
      start += lines[line++].size();
      continue;
    }
    Block block{line, line + 1, {}};
    size_t end = start + lines[line].size(), at = start;
    std::string text;
    for (; next < changes.size() && (changes[next].begin < end || line + 1 == lines.size()); ++next) {
      text.append(before, at, changes[next].begin - at).append(changes[next].replacement);
      at = changes[next].end;
      for (; end < at && block.end < lines.size(); ++block.end) end += lines[block.end].size();
    }
    if (at < end) text.append(before, at, end - at);
    block.fresh = lines_of(text);
    line = block.end;
    start = end;
    blocks.push_back(std::move(block));
  }
  return blocks;
}

void put(std::string& out, char mark, const std::string& line) {
  out += mark + line;
  if (!line.ends_with('\n')) out += "\n\\ No newline at end of file\n";
}

}  // namespace

std::string unified_diff(const std::string& path, const std::string& before, const std::vector<Change>& changes) {
  const std::vector<std::string> lines = lines_of(before);
  const std::vector<Block> blocks = blocks_of(before, lines, changes);
  std::string out = "--- " + path + "\n+++ " + path + "\n";
  ptrdiff_t shift = 0;
  for (size_t i = 0; i < blocks.size();) {
    size_t last = i;
    while (last + 1 < blocks.size() && blocks[last + 1].first <= blocks[last].end + 2 * kContext) ++last;
    const size_t from = blocks[i].first - std::min(blocks[i].first, kContext), to = std::min(lines.size(), blocks[last].end + kContext);
    std::string body;
    size_t at = from, fresh = 0, old = 0;
    for (size_t k = i; k <= last; ++k) {
      for (; at < blocks[k].first; ++at) put(body, ' ', lines[at]);
      for (; at < blocks[k].end; ++at, ++old) put(body, '-', lines[at]);
      for (const std::string& line : blocks[k].fresh) put(body, '+', line);
      fresh += blocks[k].fresh.size();
    }
    for (; at < to; ++at) put(body, ' ', lines[at]);
    const size_t kept = to - from - old;
    out += "@@ -" + std::to_string(from + 1) + ',' + std::to_string(to - from) + " +" + std::to_string(static_cast<ptrdiff_t>(from) + 1 + shift) + ',' + std::to_string(kept + fresh) + " @@\n" + body;
    shift += static_cast<ptrdiff_t>(fresh) - static_cast<ptrdiff_t>(old);
    i = last + 1;
  }
  return out;
}

}  // namespace crosscheck
