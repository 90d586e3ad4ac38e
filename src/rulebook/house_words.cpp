// Tested by tests/rooms/house.cpp.
#include "rulebook/house_words.h"

#include <re2/re2.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "text/encoding.h"
#include "text/fold.h"

namespace crosscheck {
namespace {

namespace fs = std::filesystem;

// Vale's lists hold a regular expression a line; most are plain words all the same.
bool is_plain(std::string_view entry) { return entry.find_first_of("[](){}|*+?^$\\") == std::string_view::npos; }

class Reader {
 public:
  Reader(HouseWords& house, SymbolTable& symbols) : house_(house), symbols_(symbols) {}

  void accept(const Value& entry) {
    if (entry.scalar.empty()) return;
    if (!is_plain(entry.scalar)) {
      re2::RE2::Options options;
      options.set_log_errors(false);
      auto pattern = std::make_shared<re2::RE2>(entry.scalar, options);
      if (!pattern->ok()) entry.fail("this pattern is not understood: " + pattern->error());
      house_.patterns.push_back(std::move(pattern));
      return;
    }
    house_.entries.insert(entry.scalar);
    for (const std::string& word : split_phrase(entry.scalar)) house_.accepted.add(symbols_.intern(word));
    house_.accepted.add(symbols_.intern(fold(entry.scalar)));
  }

  void reject(const Value& entry) {
    if (!entry.scalar.empty()) house_.rejected.push_back(entry);
  }

 private:
  HouseWords& house_;
  SymbolTable& symbols_;
};

// The lines of a file as Values that know their place.
std::vector<Value> lines_of(const std::string& path, const Value& named) {
  std::ifstream in(path, std::ios::binary);
  std::string bytes(std::istreambuf_iterator<char>(in), {});
  if (!in && bytes.empty()) named.fail("the file " + path + " cannot be read");
  const Decoded decoded = decode(bytes);
  if (decoded.binary) named.fail(path + " is no list of words");
  return text_lines(decoded.text, path);
}

// "word/FLAGS" and what else a dictionary line may hold; the first line is the number of words.
void read_dictionary(const std::vector<Value>& lines, const auto& take) {
  for (size_t i = 0; i < lines.size(); ++i) {
    Value entry = lines[i];
    if (i == 0 && entry.scalar.find_first_not_of("0123456789 ") == std::string::npos) continue;
    entry.scalar.resize(std::min(entry.scalar.find('\t'), entry.scalar.size()));
    const size_t slash = entry.scalar.find('/');
    const std::string flags = slash == std::string::npos ? "" : entry.scalar.substr(slash + 1);
    entry.scalar.resize(std::min(slash, entry.scalar.size()));
    take(entry);
    if (flags.find('S') == std::string::npos) continue;
    entry.scalar += 's';
    take(entry);
  }
}

void read_list(const Value& list, const std::string& folder, const auto& take) {
  for (const Value& entry : list.is_list() ? list.items : list ? std::vector<Value>{list} : std::vector<Value>{}) {
    const std::string& text = entry.text();
    const std::string path = fs::path(text).is_absolute() ? text : (fs::path(folder) / text).string();
    if (text.ends_with(".dic")) {
      read_dictionary(lines_of(path, entry), take);
    } else if (text.ends_with(".txt")) {
      for (const Value& line : lines_of(path, entry))
        if (!line.scalar.starts_with("#")) take(line);
    } else {
      take(entry);
    }
  }
}

}  // namespace

bool HouseWords::accepts(Symbol word, std::string_view written) const {
  if (accepted.contains(word)) return true;
  return std::any_of(patterns.begin(), patterns.end(), [&](const auto& pattern) { return re2::RE2::FullMatch(re2::StringPiece(written.data(), written.size()), *pattern); });
}

bool HouseWords::accepts_text(std::string_view written, const SymbolTable& symbols) const {
  if (empty()) return false;
  if (entries.contains(std::string(written)) || accepts(symbols.find(fold(written)), written)) return true;
  const std::vector<std::string> words = split_phrase(written);
  return !words.empty() && std::all_of(words.begin(), words.end(), [&](const std::string& word) {
    const Symbol symbol = symbols.find(word);
    return symbol != 0 && accepted.contains(symbol);
  });
}

HouseWords read_house_words(const Value& words, const std::string& folder, SymbolTable& symbols) {
  HouseWords house;
  words.allow_only({"accept", "reject"});
  Reader reader(house, symbols);
  read_list(words["accept"], folder, [&](const Value& entry) { reader.accept(entry); });
  read_list(words["reject"], folder, [&](const Value& entry) { reader.reject(entry); });
  return house;
}

}  // namespace crosscheck
