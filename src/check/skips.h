// Parts of a text that rules are told not to look at: "skip: { references: [style], quotations: [terms] }".
#pragma once

#include <string>
#include <vector>

#include "check/prose.h"

namespace crosscheck {

class Skips {
 public:
  explicit Skips(Rulebook& book);
  bool any(const std::string& rule) const;
  bool covers(const std::string& rule, const Document& document, Span span) const;
  // Takes what lies in skipped parts out of the findings from `first` on; one that loses a side of two, or all, goes.
  void take_out(const Collection& texts, const std::string& rule, size_t first, std::vector<Finding>& findings) const;

 private:
  enum class Part : uint8_t { references, quotations, tables, headings };
  struct Skip {
    Part part;
    std::vector<std::string> patterns;
  };
  bool lies_in(Part part, const Document& document, Span span) const;

  Prose prose_;
  std::vector<Skip> skips_;
};

}  // namespace crosscheck
