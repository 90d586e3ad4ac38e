// Puts the HTML report's page into the program: page.html with its style and script, as one C++ string.
//
//   embed-page OUT.cpp page.html page.css FIRST.js SECOND.js ...
//
// The scripts are plain modules that import one another by name. In the page they stand in one script element, so
// their import lines and the word `export` are taken out and the files joined in the order given. The page's
// Content-Security-Policy allows exactly this style and this script, by their SHA-256 (FIPS 180-4).
#include <array>
#include <bit>
#include <cstdint>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

namespace {

std::string load(const char* path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  if (!(out << in.rdbuf())) {
    std::cerr << "embed-page: " << path << ": cannot be read\n";
    std::exit(1);
  }
  return out.str();
}

// Round constants: the first 32 bits of the fractional parts of the cube roots of the first 64 primes.
constexpr std::array<uint32_t, 64> kRound{
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74,
    0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d,
    0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e,
    0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5,
    0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

void digest_block(std::array<uint32_t, 8>& state, const unsigned char* block) {
  std::array<uint32_t, 64> w{};
  for (size_t i = 0; i < 16; ++i) w[i] = uint32_t{block[4 * i]} << 24 | uint32_t{block[4 * i + 1]} << 16 | uint32_t{block[4 * i + 2]} << 8 | block[4 * i + 3];
  for (size_t i = 16; i < 64; ++i) {
    const uint32_t a = std::rotr(w[i - 15], 7) ^ std::rotr(w[i - 15], 18) ^ (w[i - 15] >> 3);
    const uint32_t b = std::rotr(w[i - 2], 17) ^ std::rotr(w[i - 2], 19) ^ (w[i - 2] >> 10);
    w[i] = w[i - 16] + a + w[i - 7] + b;
  }
  auto [a, b, c, d, e, f, g, h] = state;
  for (size_t i = 0; i < 64; ++i) {
    const uint32_t one = h + (std::rotr(e, 6) ^ std::rotr(e, 11) ^ std::rotr(e, 25)) + ((e & f) ^ (~e & g)) + kRound[i] + w[i];
    const uint32_t two = (std::rotr(a, 2) ^ std::rotr(a, 13) ^ std::rotr(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
    h = g, g = f, f = e, e = d + one, d = c, c = b, b = a, a = one + two;
  }
  const std::array<uint32_t, 8> mixed{a, b, c, d, e, f, g, h};
  for (size_t i = 0; i < 8; ++i) state[i] += mixed[i];
}

std::string sha256_base64(std::string text) {
  std::array<uint32_t, 8> state{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
  const uint64_t bits = text.size() * 8;
  text += '\x80';
  while (text.size() % 64 != 56) text += '\0';
  for (int shift = 56; shift >= 0; shift -= 8) text += static_cast<char>(bits >> shift);
  for (size_t at = 0; at < text.size(); at += 64) digest_block(state, reinterpret_cast<const unsigned char*>(text.data()) + at);
  std::string bytes;
  for (const uint32_t word : state)
    for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(word >> shift);
  constexpr char kLetters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (size_t i = 0; i < bytes.size(); i += 3) {
    const auto byte = [&](size_t k) -> uint32_t { return k < bytes.size() ? static_cast<unsigned char>(bytes[k]) : 0u; };
    const uint32_t group = byte(i) << 16 | byte(i + 1) << 8 | byte(i + 2);
    for (size_t k = 0; k < 4; ++k) out += i + k > bytes.size() ? '=' : kLetters[group >> (18 - 6 * k) & 63];
  }
  return out;
}

std::string without_imports(const std::string& module) {
  std::istringstream lines(module);
  std::string out;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("import ")) continue;
    out += line.starts_with("export ") ? line.substr(7) : line;
    out += '\n';
  }
  return out;
}

void replace(std::string& text, const std::string& mark, const std::string& with) {
  for (size_t at = 0; (at = text.find(mark, at)) != std::string::npos; at += with.size()) text.replace(at, mark.size(), with);
}

}  // namespace

int main(int count, char** words) {
  if (count < 5) {
    std::cerr << "usage: embed-page OUT.cpp PAGE.html PAGE.css MODULE.js...\n";
    return 2;
  }
  std::string page = load(words[2]);
  const std::string style = load(words[3]);
  std::string script = "'use strict';\n";
  for (int i = 4; i < count; ++i) script += without_imports(load(words[i]));
  replace(page, "@STYLE_HASH@", "sha256-" + sha256_base64(style));
  replace(page, "@SCRIPT_HASH@", "sha256-" + sha256_base64(script));
  replace(page, "@STYLE@", style);
  replace(page, "@SCRIPT@", script);
  std::ofstream out(words[1], std::ios::binary);
  out << "// Generated from src/report/html/; do not edit.\n#include \"report/html_page.h\"\n\nnamespace crosscheck {\n\nconst std::string_view kHtmlPage =\n";
  constexpr size_t kPiece = 8000;  // string literals have a limit
  for (size_t at = 0; at < page.size(); at += kPiece) out << "R\"~page~(" << page.substr(at, kPiece) << ")~page~\"\n";
  out << ";\n\n}  // namespace crosscheck\n";
  return out.flush() ? 0 : 1;
}
