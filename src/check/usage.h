// One thing written in several ways within a set: "ml" and "mL", "3 May" and "May 3". The way that most places use
// wins unless the configuration names one (`prefer:`); the others are listed first, all places of each.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "check/check.h"

namespace crosscheck {

struct UsePlace {
  uint32_t document = 0;
  Span span;
  uint32_t detail = 0;  // of the rule's own: an index into what it remembers of the place
};

// One way of writing.
struct Usage {
  std::string name;  // what `prefer:` calls it and the fingerprint knows it by
  std::vector<UsePlace> places;
};

// What puts a place right, given the number of the way that wins; an empty span when there is no single answer.
using Rewrite = std::function<Fix(const UsePlace& place, size_t winner)>;

// Adds a finding when `ways` are mixed, or when one is preferred and another is used. Ties go to the earlier way.
// `what` goes into the fingerprint and tells findings of one rule apart. Returns whether there was one.
bool report_mixed(const CheckInput& in, const std::vector<Usage>& ways, std::string_view what, std::string_view prefer, const Rewrite& rewrite, Findings& findings,
                  std::string_view message = {});

}  // namespace crosscheck
