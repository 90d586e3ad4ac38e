// Tested by tests/checks/contradiction/{role,comparison,order,entity}.yaml.
#include "language/arrangement_words.h"

namespace crosscheck {

ArrangementWords::ArrangementWords(Rulebook& book) {
  const Value& file = book.lexicon("arrangement");
  file.allow_only({"than", "equal", "same", "multiple", "as", "articles", "more", "most", "less", "least", "any", "other", "forth", "back", "followed", "by", "then", "order"});
  const auto words = [&](const char* name) { return book.word_set(file[name]); };
  than = words("than"), equal = words("equal"), same = words("same"), multiple = words("multiple"), as = words("as"), articles = words("articles");
  more = words("more"), most = words("most"), less = words("less"), least = words("least"), any = words("any"), other = words("other");
  forth = words("forth"), back = words("back"), followed = words("followed"), by = words("by"), then = words("then"), order = words("order");
}

}  // namespace crosscheck
