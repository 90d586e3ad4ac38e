// Tested by tests/rooms/parse.cpp.
#include "language/coordination.h"

#include <algorithm>

#include "language/tags.h"

namespace crosscheck {
namespace {

class Mender {
 public:
  Mender(const std::vector<ParseWord>& words, std::vector<Parser::Arc>& arcs) : words_(words), arcs_(arcs), size_(static_cast<int>(arcs.size())) {}

  void run() {
    for (int i = 0; i < size_; ++i) {
      if (arc(i).relation == relation::cc && arc(i).head > i) two_subjects(i);
      if (arc(i).relation != relation::conj || arc(i).head < 0 || arc(i).head > i) continue;
      if (!subject_of_list(i)) nominal_on_predicate(i);
    }
  }

 private:
  Parser::Arc& arc(int i) { return arcs_[static_cast<size_t>(i)]; }
  TagId tag_of(int i) const { return words_[static_cast<size_t>(i)].tag; }
  bool nominal(int i) const { return is_noun(tag_of(i)); }
  static bool subject(RelationId r) { return base_relation(r) == relation::nsubj; }

  int child(int head, RelationId wanted) {
    for (int i = 0; i < size_; ++i)
      if (arc(i).head == head && arc(i).relation == wanted) return i;
    return -1;
  }
  int subject_beside(int head) {
    for (int i = 0; i < size_; ++i)
      if (arc(i).head == head && subject(arc(i).relation)) return i;
    return -1;
  }
  bool linked(int i) { return child(i, relation::cop) >= 0; }
  void hang(int i, int head, RelationId relation) {
    arc(i).head = head, arc(i).relation = relation;
    arc(i).margin = std::min(arc(i).margin, kMended);
  }

  // "Patients, and families, should know": both nouns hang on the verb as its subject.
  void two_subjects(int joint) {
    const int verb = arc(joint).head;
    int first = -1, last = -1;
    for (int i = 0; i < verb; ++i) {
      if (arc(i).head != verb || !subject(arc(i).relation) || !nominal(i)) continue;
      if (i < joint) first = i;
      else if (last < 0) last = i;
    }
    if (first < 0 || last < 0) return;
    for (int i = first + 1; i < last; ++i)
      if (arc(i).head == verb) arc(i).head = last;
    hang(last, first, relation::conj);
  }

  // The verb hangs on the first noun of what is its subject.
  bool subject_of_list(int verb) {
    const int first = arc(verb).head;
    if (!nominal(first) || linked(first) || subject_beside(first) >= 0 || arc(first).relation != relation::root) return false;
    const int last = subject_beside(verb);
    if (last < 0 || last < first || last > verb || !nominal(last)) return false;
    int joint = -1;
    for (int i = first + 1; i < last; ++i)
      if (arc(i).head == verb && arc(i).relation == relation::cc) joint = i;
    if (joint < 0) return false;
    const RelationId role = arc(last).relation;
    for (int i = first + 1; i < last; ++i)
      if (arc(i).head == verb) arc(i).head = last;
    hang(last, first, relation::conj);
    hang(verb, -1, relation::root);
    hang(first, verb, role);
    for (int i = verb + 1; i < size_; ++i)
      if (arc(i).head == first) arc(i).head = verb;
    return true;
  }

  // A noun hangs on a verb or an adjective though a noun stands before the comma or "and".
  bool nominal_on_predicate(int noun) {
    const int head = arc(noun).head;
    if (!nominal(noun) || nominal(head) || linked(noun) || subject_beside(noun) >= 0) return false;
    if (!is_verb(tag_of(head)) && !is_adjective(tag_of(head))) return false;
    if (child(noun, relation::case_) >= 0) return false;
    int joint = noun;
    for (int i = 0; i < noun; ++i)
      if (arc(i).head == noun && (arc(i).relation == relation::cc || (arc(i).relation == relation::punct && tag_of(i) == tag::comma))) {
        joint = i;
        break;
      }
    int before = joint - 1;
    while (before > head && is_punctuation(tag_of(before))) --before;
    if (joint == noun || before <= head) return false;
    // The highest noun below the head that ends before the joint.
    int found = -1;
    for (int above = before; above >= 0 && above != head; above = arc(above).head)
      if (nominal(above)) found = above;
    if (found < 0 || found > noun) return false;
    while (arc(found).relation == relation::conj && arc(found).head >= 0 && nominal(arc(found).head)) found = arc(found).head;
    if (found == head || found >= noun) return false;
    hang(noun, found, relation::conj);
    return true;
  }

  static constexpr int32_t kMended = 240;

  const std::vector<ParseWord>& words_;
  std::vector<Parser::Arc>& arcs_;
  int size_;
};

}  // namespace

void mend_coordination(const std::vector<ParseWord>& words, std::vector<Parser::Arc>& arcs) { Mender(words, arcs).run(); }

}  // namespace crosscheck
