// Tested by tests/rooms/read.cpp.
#include "read/ndjson.h"

#include <simdjson.h>

namespace crosscheck {
namespace {

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

}  // namespace

std::optional<SetInput> NdjsonSets::next(std::vector<Trouble>& trouble) {
  static thread_local simdjson::dom::parser parser;
  std::optional<SetInput> current = std::move(waiting_);
  waiting_.reset();
  for (std::string content; std::getline(in_, content);) {
    ++line_;
    if (content.find_first_not_of(" \t\r") == std::string::npos) continue;
    Line line = parse(parser, content);
    const auto complain = [&](const std::string& what) { trouble.push_back({name_, TroubleKind::error, "line " + std::to_string(line_) + " " + what}); };
    if (!line.wrong.empty()) {
      complain(line.wrong);
      continue;
    }
    DocumentInput document{std::move(line.id), "", std::move(line.text), Format::plain};
    if (current && current->id == line.set) {
      current->documents.push_back(std::move(document));
      continue;
    }
    if (finished_.contains(line.set)) {
      complain("belongs to the set \"" + line.set + "\", whose lines ended earlier; use --unsorted");
      continue;
    }
    SetInput fresh;
    fresh.id = line.set;
    fresh.documents.push_back(std::move(document));
    if (current) {
      finished_.insert(current->id);
      waiting_ = std::move(fresh);
      return current;
    }
    current = std::move(fresh);
  }
  return current;
}

}  // namespace crosscheck
