// Reads rules/lexicon/facts.yaml.
#include "check/facts.h"

namespace crosscheck {

FactTable::FactTable(Rulebook& book) {
  const Value& file = book.lexicon("facts");
  file.allow_only({"words", "relations"});
  const Value& words = file["words"];
  be = book.word_set(words["be"]), of = book.word_set(words["of"]), unknown = book.word_set(words["unknown"]), unclear = book.word_set(words["unclear"]);
  stops = book.word_set(words["stops"]), limits = book.word_set(words["limits"]), joins = book.word_set(words["joins"]), titles = book.word_set(words["titles"]);
  relative = book.word_set(words["relative"]), collective = book.word_set(words["collective"]), generic = book.word_set(words["generic"]);
  for (const Value& entry : file["relations"].items) {
    entry.allow_only({"relation", "asks", "rule", "value", "told", "by", "nouns", "verbs", "changes", "things"});
    Relation made;
    made.name = entry["relation"].text();
    made.asks = entry["asks"].text();
    made.rule = entry["rule"].text("contradiction.entity");
    const std::string kind = entry["value"].text("name");
    made.kind = kind == "place" ? Kind::place : kind == "time" ? Kind::time : kind == "amount" ? Kind::amount : kind == "kind" ? Kind::kind : Kind::name;
    made.by = book.word_set(entry["by"]);
    made.changes = entry["changes"].truth(false);
    made.things = entry["things"].truth(false);
    const auto number = static_cast<uint32_t>(relations.size());
    const auto add = [&](const char* key, Told::Way way) {
      for (const std::string& word : entry[key].texts()) starts[book.symbols.intern(word)].push_back({number, way});
    };
    add("told", Told::participle), add("nouns", Told::noun), add("verbs", Told::verb);
    relations.push_back(std::move(made));
  }
}

}  // namespace crosscheck
