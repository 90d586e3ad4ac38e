// Tested by tests/rooms/read_rtf.cpp.
#include "read/rtf_tokens.h"

#include <algorithm>

namespace crosscheck {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
int hex(char c) { return is_digit(c) ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1; }

}  // namespace

// At a backslash.
RtfToken RtfTokens::control() {
  RtfToken token;
  const uint32_t begin = at_++;
  const auto done = [&](RtfToken::Kind kind) {
    token.kind = kind;
    token.span = {begin, at_};
    return token;
  };
  if (at_ >= end_) return done(RtfToken::Kind::end);
  if (static_cast<unsigned char>(source_[at_]) >= 0x80) return done(RtfToken::Kind::symbol);  // a stray backslash
  if (!is_letter(source_[at_])) {
    token.symbol = source_[at_++];
    if (token.symbol == '\'' && at_ + 1 < end_ && hex(source_[at_]) >= 0 && hex(source_[at_ + 1]) >= 0) {
      token.byte = static_cast<unsigned char>(hex(source_[at_]) * 16 + hex(source_[at_ + 1]));
      at_ += 2;
      return done(RtfToken::Kind::byte);
    }
    return done(RtfToken::Kind::symbol);
  }
  const uint32_t word = at_;
  while (at_ < end_ && is_letter(source_[at_]) && at_ - word < 32) ++at_;
  token.word = source_.substr(word, at_ - word);
  const bool negative = at_ + 1 < end_ && source_[at_] == '-' && is_digit(source_[at_ + 1]);
  if (negative) ++at_;
  int64_t number = 0;
  for (; at_ < end_ && is_digit(source_[at_]); ++at_) {
    token.has_number = true;
    number = std::min<int64_t>(number * 10 + (source_[at_] - '0'), INT32_MAX);
  }
  token.number = static_cast<int32_t>(negative ? -number : number);
  if (at_ < end_ && source_[at_] == ' ') ++at_;
  if (token.word == "bin" && token.number > 0) skip_bytes(static_cast<uint32_t>(token.number));
  return done(RtfToken::Kind::word);
}

void RtfTokens::skip_bytes(uint32_t count) {
  at_ += std::min(count, end_ - at_);
  while (at_ < end_ && (static_cast<unsigned char>(source_[at_]) & 0xC0) == 0x80) ++at_;
}

RtfToken RtfTokens::next() {
  while (at_ < end_ && (source_[at_] == '\r' || source_[at_] == '\n' || source_[at_] == '\0')) ++at_;
  if (at_ >= end_) return {};
  const char c = source_[at_];
  if (c == '\\') return control();
  RtfToken token;
  const uint32_t begin = at_;
  if (c == '{' || c == '}') {
    ++at_;
    token.kind = c == '{' ? RtfToken::Kind::open : RtfToken::Kind::close;
  } else {
    const size_t stop = source_.find_first_of(std::string_view("\\{}\r\n\0", 6), at_);
    at_ = static_cast<uint32_t>(std::min<size_t>(stop, end_));
    token.kind = RtfToken::Kind::text;
  }
  token.span = {begin, at_};
  return token;
}

uint32_t RtfTokens::skip_group() {
  for (uint32_t depth = 1;;) {
    const RtfToken token = next();
    if (token.kind == RtfToken::Kind::end) return end_;
    if (token.kind == RtfToken::Kind::open) ++depth;
    if (token.kind == RtfToken::Kind::close && --depth == 0) return token.span.begin;
  }
}

}  // namespace crosscheck
