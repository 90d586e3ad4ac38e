// Tested by tests/cli/commands.py.
#include "read/ndjson.h"

#include <simdjson.h>
#include <xxhash.h>

#include <algorithm>
#include <unordered_map>

namespace crosscheck {
namespace {

// A document as JSON writes it, with room for escapes.
constexpr size_t kLongestLine = 2 * kLargestDocument;
constexpr size_t kMostSeen = size_t{1} << 20;
constexpr uint32_t kMostComplaints = 100;

struct Line {
  std::string set, id, text;
  std::string wrong;
};

Line parse(simdjson::dom::parser& parser, const std::string& content) {
  Line line;
  simdjson::dom::element element;
  if (const auto error = parser.parse(content).get(element)) {
    line.wrong = std::string("is no JSON object: ") + simdjson::error_message(error);
    return line;
  }
  if (!element.is_object()) {
    line.wrong = "is no JSON object";
    return line;
  }
  const auto take = [&](const char* key, std::string& into) {
    std::string_view text;
    if (element[key].get_string().get(text)) {
      if (line.wrong.empty()) line.wrong = std::string("has no text \"") + key + "\"";
    } else {
      into = text;
    }
  };
  take("set", line.set);
  take("id", line.id);
  take("text", line.text);
  return line;
}

uint64_t hash_of(const std::string& name) { return std::max<uint64_t>(XXH3_64bits(name.data(), name.size()), 1); }

}  // namespace

bool SeenNames::contains(uint64_t hash) const {
  if (slots_.empty()) return false;
  for (size_t at = hash & (slots_.size() - 1); slots_[at] != 0; at = (at + 1) & (slots_.size() - 1))
    if (slots_[at] == hash) return true;
  return false;
}

void SeenNames::add(uint64_t hash) {
  if (used_ >= kMostSeen) slots_.clear(), used_ = 0;
  if (used_ * 2 >= slots_.size()) {
    std::vector<uint64_t> old(std::max<size_t>(64, slots_.size() * 2));
    old.swap(slots_);
    used_ = 0;
    for (const uint64_t each : old)
      if (each != 0) add(each);
  }
  size_t at = hash & (slots_.size() - 1);
  while (slots_[at] != 0 && slots_[at] != hash) at = (at + 1) & (slots_.size() - 1);
  used_ += slots_[at] == 0;
  slots_[at] = hash;
}

bool NdjsonSets::read_line(std::string& line, bool& too_long) {
  line.clear();
  too_long = false;
  int c = in_.sbumpc();
  if (c == std::char_traits<char>::eof()) return false;
  for (; c != std::char_traits<char>::eof() && c != '\n'; c = in_.sbumpc()) {
    if (line.size() < kLongestLine) line += static_cast<char>(c);
    else too_long = true;
  }
  ++line_;
  if (line_ == 1 && line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
  return true;
}

void NdjsonSets::complain(std::vector<Trouble>& trouble, const std::string& what) {
  ++complaints_;
  if (complaints_ <= kMostComplaints) trouble.push_back({name_, TroubleKind::error, "line " + std::to_string(line_) + " " + what});
  else if (complaints_ == kMostComplaints + 1) trouble.push_back({name_, TroubleKind::error, "line " + std::to_string(line_) + " is wrong too; from here on bad lines are left out without a word"});
}

bool NdjsonSets::read_document(std::string& set, DocumentInput& document, std::vector<Trouble>& trouble) {
  static thread_local simdjson::dom::parser parser;
  std::string content;
  for (bool too_long = false; read_line(content, too_long);) {
    if (too_long) {
      complain(trouble, "is longer than 32 MB and left out");
      continue;
    }
    if (content.find_first_not_of(" \t\r") == std::string::npos) continue;
    Line line = parse(parser, content);
    if (!line.wrong.empty()) {
      complain(trouble, line.wrong);
      continue;
    }
    set = std::move(line.set);
    document = {std::move(line.id), "", std::move(line.text), Format::plain};
    return true;
  }
  return false;
}

void NdjsonSets::gather(std::vector<Trouble>& trouble) {
  gathered_ = true;
  std::unordered_map<std::string, size_t> places;
  std::string set;
  for (DocumentInput document; read_document(set, document, trouble);) {
    const auto [place, fresh] = places.try_emplace(set, all_.size());
    if (fresh) all_.push_back({set, {}, folder_});
    all_[place->second].documents.push_back(std::move(document));
  }
}

std::optional<SetInput> NdjsonSets::next(std::vector<Trouble>& trouble) {
  if (unsorted_) {
    if (!gathered_) gather(trouble);
    return given_ < all_.size() ? std::optional(std::move(all_[given_++])) : std::nullopt;
  }
  std::optional<SetInput> current = std::move(waiting_);
  waiting_.reset();
  std::string set;
  for (DocumentInput document; read_document(set, document, trouble);) {
    if (current && current->id == set) {
      current->documents.push_back(std::move(document));
      continue;
    }
    if (finished_.contains(hash_of(set))) {
      complain(trouble, "belongs to the set \"" + set + "\", whose lines ended earlier; sort the lines, or say --unsorted");
      continue;
    }
    SetInput fresh{set, {}, folder_};
    fresh.documents.push_back(std::move(document));
    if (current) {
      finished_.add(hash_of(current->id));
      waiting_ = std::move(fresh);
      return current;
    }
    current = std::move(fresh);
  }
  return current;
}

}  // namespace crosscheck
