#include "train/treebank.h"

#include <cstdio>
#include <memory>
#include <stdexcept>

#include "segment/segment.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace crosscheck::train {
namespace {

constexpr size_t kLongest = 250;

std::string read_all(const std::string& path) {
  const std::string command = path.ends_with(".xz") ? "xz -dc '" + path + "'" : "cat '" + path + "'";
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
  std::string text;
  char buffer[1 << 16];
  for (size_t n; pipe && (n = fread(buffer, 1, sizeof buffer, pipe.get())) > 0;) text.append(buffer, n);
  if (text.empty()) throw std::runtime_error(path + ": cannot be read");
  return text;
}

std::vector<std::string> columns(const std::string& line) {
  std::vector<std::string> out(1);
  for (const char c : line) {
    if (c == '\t') out.emplace_back();
    else out.back() += c;
  }
  return out;
}

}  // namespace

ParseWord Treebank::word(const std::string& form) {
  const std::string folded = fold(form);
  auto found = known_.find(folded);
  if (found == known_.end()) found = known_.emplace(folded, word_features(folded, wordnet_)).first;
  const char32_t first = code_point_at(form, 0).value;
  const bool is_word = is_letter(first) || first == '\'' || first == 0x2019;
  return {&found->second, is_word ? case_of(form) : Case::none, 0, false};
}

std::vector<GoldSentence> Treebank::load(const std::string& path) {
  const std::string text = read_all(path);
  std::vector<GoldSentence> out;
  GoldSentence sentence;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    const std::string line = text.substr(at, end - at);
    at = end + 1;
    if (line.empty()) {
      if (!sentence.words.empty() && sentence.words.size() < kLongest) out.push_back(std::move(sentence));
      sentence = {};
      continue;
    }
    const std::vector<std::string> cells = columns(line);
    if (cells.size() != 4) throw std::runtime_error(path + ": no line of four columns: " + line);
    sentence.words.push_back(word(cells[0]));
    sentence.forms.push_back(cells[0]);
    sentence.gold.push_back({tag_of(cells[1]), std::stoi(cells[2]) - 1, relation_of(cells[3]), true});
  }
  if (!sentence.words.empty()) out.push_back(std::move(sentence));
  return out;
}

}  // namespace crosscheck::train
