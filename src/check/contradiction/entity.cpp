// Another value in a place that takes one: a maker, an author, a chromosome, what a thing is made of.
//
//   leaflet.md   "Propranolol was developed by Sir James Black."
//   web.md       "Propranolol was developed by John Vane."
//
// rules/lexicon/single_valued.yaml lists the predicates; in near copies a name for a name after a preposition counts
// as well, and so does another thing that "is the largest". check/contrast.h finds the contrast.
// check/fact_conflict.h compares who, where and which in other words.
//
// Tested by tests/checks/contradiction/entity.yaml.

#include "check/contrast_report.h"
#include "check/fact_conflict.h"
#include "check/near_names.h"
#include "check/slot_conflict.h"

namespace crosscheck::contradiction {
namespace {

void run(const CheckInput& in, Findings& findings) {
  report_contrasts(in, ContrastKind::entity, findings);
  report_slot_conflicts(in, findings);
  report_near_names(in, findings);
  report_fact_conflicts(in, findings);
}

}  // namespace

extern const Check entity{run, prepare<ContrastSettings>};

}  // namespace crosscheck::contradiction
