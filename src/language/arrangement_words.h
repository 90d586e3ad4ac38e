// Words by which check/arrangement.h reads who stands where: "than", "followed by", "twice as" (rules/lexicon/
// arrangement.yaml says what each list is for).
#pragma once

#include "rulebook/rulebook.h"

namespace crosscheck {

struct ArrangementWords {
  explicit ArrangementWords(Rulebook& book);
  WordSet than, equal, same, multiple, as, articles, more, most, less, least, any, other, forth, back, followed, by, then, order;
};

}  // namespace crosscheck
