#include "check/reworded_gates.h"

#include <algorithm>

#include "check/pair_gates.h"
#include "language/tags.h"

namespace crosscheck {

Role role_of(const TreeNode& node) {
  switch (node.relation) {
    case relation::nsubj: return node.passive ? Role::object : Role::subject;
    case relation::obj: case relation::iobj: return Role::object;
    case relation::obl: return node.passive ? Role::subject : Role::place;
    case relation::amod: case relation::compound: case relation::nmod: case relation::appos: return Role::modifier;
    case relation::xcomp: case relation::ccomp: case relation::acl: case relation::advcl: return Role::complement;
    default: return Role::none;
  }
}

double weight_of(const Unit& unit) {
  if (!unit.content() || unit.amount != Amount::none) return 0;
  if (unit.is(generic_person | soft_frequency | light_word | report_word)) return 0.4;
  return unit.name ? 1.5 : 1;
}

namespace {

constexpr double kLeastCovered = 0.5;   // of the statement that holds the contrast, on its worse side
constexpr double kDenialCovered = 0.72;    // of the statement that denies or forbids
constexpr double kAffirmedCovered = 0.35; // of that which affirms or allows
constexpr double kLeastAnchors = 1.4;    // words in common that are no part of the contrast

struct Cover {
  double all = 0, lined_up = 0;
  int32_t condition = -1;  // a word left over under "if"
};

bool in_frame(const SentenceTree& tree, uint32_t u, int32_t frame) { return tree[u].frame == frame; }

Cover cover_of(const TreeSide& half, int32_t frame) {
  Cover out;
  for (uint32_t u = 0; u < half.side.units.size(); ++u) {
    const double w = weight_of(half.side.units[u]);
    if (half.side.spent[u] || !in_frame(half.tree, u, frame)) continue;
    if (half.tree[u].condition) {
      if (half.side.left_over(u) && w >= 1 && out.condition < 0) out.condition = static_cast<int32_t>(u);
      continue;
    }
    out.all += w;
    if (half.side.matched(u)) out.lined_up += w;
  }
  return out;
}

// Words without a partner in one place of both statements: they speak of two things.
Gate second_contrast(const TreeSide& a, const TreeSide& b, int32_t frame_a, int32_t frame_b, int32_t at_a, int32_t at_b) {
  for (uint32_t u = 0; u < a.side.units.size(); ++u) {
    if (!in_frame(a.tree, u, frame_a) || !a.side.left_over(u) || weight_of(a.side.units[u]) < 1) continue;
    for (uint32_t v = 0; v < b.side.units.size(); ++v) {
      if (!in_frame(b.tree, v, frame_b) || !b.side.left_over(v) || weight_of(b.side.units[v]) < 1) continue;
      const Role role = role_of(a.tree[u]), other = role_of(b.tree[v]);
      if (role == Role::none || role != other) continue;
      const int32_t p = a.tree[u].head, q = b.tree[v].head;
      const bool joined = p >= 0 && q >= 0 && (a.side.match[static_cast<uint32_t>(p)].partner == q || (p == at_a && q == at_b));
      if (!joined || (role == Role::place && a.tree[u].marked != b.tree[v].marked)) continue;
      return {"single contrast", Answer::closed, "\"" + a.side.text(u) + "\" against \"" + b.side.text(v) + "\" as well"};
    }
  }
  for (uint32_t u = 0; u < a.side.units.size(); ++u)
    if (a.side.comparable(u) && !a.side.spent[u] && in_frame(a.tree, u, frame_a)) return {"single contrast", Answer::closed, "\"" + a.side.text(u) + "\" and \"" + b.side.text(static_cast<uint32_t>(a.side.match[u].partner)) + "\" differ too"};
  return {"single contrast", Answer::passed, ""};
}

// One document says things in turn: what it says again and means to be the same is nearly the same.
Gate one_document(const AlignedPair& pair, const Cover& x, const Cover& y) {
  if (!pair.same_document()) return {"place", Answer::passed, ""};
  const uint32_t first = pair.a.sentence->place.sentence, second = pair.b.sentence->place.sentence;
  if (std::max(first, second) - std::min(first, second) <= 3) return {"place", Answer::closed, "neighbouring sentences"};
  const double worse = std::min(x.lined_up / std::max(x.all, 0.1), y.lined_up / std::max(y.all, 0.1));
  return {"place", worse < 0.8 ? Answer::closed : Answer::passed, "one document"};
}

// "may have spread" against "has not spread", "may also be".
Gate hedges(const TreeSide& a, const TreeSide& b, int32_t frame_a, int32_t frame_b, ContrastKind kind) {
  for (const auto& [half, frame] : {std::pair(&a, frame_a), std::pair(&b, frame_b)})
    for (uint32_t u = 0; u < half->side.units.size(); ++u) {
      if (half->tree[u].frame != frame || half->side.spent[u]) continue;
      const std::string_view word = half->side.document->text_of(half->side.document->tokens[half->side.units[u].token]);
      if (kind != ContrastKind::modality && half->side.units[u].is(hedge)) return {"certainty", Answer::closed, "\"" + std::string(word) + "\""};
      if (word == "also" && kind != ContrastKind::modality && kind != ContrastKind::negation) return {"certainty", Answer::closed, "one of several"};
    }
  return {"certainty", Answer::passed, ""};
}

struct SubjectWords {
  bool named = false, pronoun = false;
  uint32_t lined_up = 0, left_over = 0, strange = 0, first = 0;
};

SubjectWords subject_words(const TreeSide& half, int32_t frame) {
  SubjectWords out;
  const int32_t subject = half.tree.subject(frame);
  if (subject < 0) return out;
  const int32_t frame_of_subject = half.tree[static_cast<uint32_t>(subject)].frame;
  for (uint32_t u = 0; u < half.side.units.size(); ++u) {
    if (!half.tree.under(u, static_cast<uint32_t>(subject)) || half.tree[u].frame != frame_of_subject) continue;
    const Unit& unit = half.side.units[u];
    out.pronoun = out.pronoun || (unit.is(pronoun) && static_cast<int32_t>(u) == subject);
    if (weight_of(unit) < 0.5 || half.side.spent[u] || half.side.comparable(u)) continue;
    out.named = true;
    if (half.side.matched(u)) ++out.lined_up;
    else if (out.left_over++ == 0) out.first = u;
    if (!half.side.matched(u)) out.strange += unit.name || unit.number || unit.is(scope_word | label_word);
  }
  return out;
}

// "You may lower your risk", "Family history raises your risk".
bool another_actor(const TreeSide& a, const TreeSide& b, int32_t frame_a, int32_t frame_b) {
  const int32_t s = a.tree.subject(frame_a), t = b.tree.subject(frame_b);
  if (s < 0 || t < 0 || a.tree[static_cast<uint32_t>(s)].passive != b.tree[static_cast<uint32_t>(t)].passive) return false;
  const Unit &x = a.side.units[static_cast<uint32_t>(s)], &y = b.side.units[static_cast<uint32_t>(t)];
  if (a.side.match[static_cast<uint32_t>(s)].partner == t) return false;
  return (x.is(person_word) && x.is(pronoun) && !y.is(person_word | pronoun)) || (y.is(person_word) && y.is(pronoun) && !x.is(person_word | pronoun));
}

Gate subjects(const TreeSide& a, const TreeSide& b, int32_t frame_a, int32_t frame_b) {
  if (another_actor(a, b, frame_a, frame_b)) return {"subject", Answer::closed, "another actor"};
  const SubjectWords x = subject_words(a, frame_a), y = subject_words(b, frame_b);
  const auto word = [](const TreeSide& half, uint32_t u) { return "\"" + half.side.text(u) + "\""; };
  if (x.left_over > 0 && y.left_over > 0) return {"subject", Answer::closed, word(a, x.first) + " and " + word(b, y.first)};
  if (x.left_over + y.left_over == 0) return {"subject", x.lined_up + y.lined_up > 0 ? Answer::passed : Answer::open, x.lined_up + y.lined_up > 0 ? "the same words" : "named elsewhere"};
  const SubjectWords& more = x.left_over > 0 ? x : y;
  const std::string only = "only one says " + (x.left_over > 0 ? word(a, x.first) : word(b, y.first));
  if (more.strange > 0 || more.lined_up == 0) return {"subject", Answer::closed, only};
  return {"subject", Answer::open, only};
}

// What is denied or forbidden in general is so in each case: the side that affirms may add what it likes.
Gate covered(const Cover& x, const Cover& y, int denying, bool arranged) {
  const auto share = [](const Cover& c) { return c.lined_up / std::max(c.all, 0.1); };
  const double anchors = std::min(x.lined_up, y.lined_up);
  bool enough = std::min(share(x), share(y)) >= kLeastCovered && anchors >= kLeastAnchors;
  if (arranged) enough = std::min(share(x), share(y)) >= 0.45 && anchors >= 1.3;  // the contrast holds several of their words
  if (denying != 0) {
    const double strict = share(denying == 1 ? x : y), free = share(denying == 1 ? y : x);
    enough = (strict >= kDenialCovered && free >= kAffirmedCovered && anchors >= kLeastAnchors) || (strict >= 0.8 && free >= 0.4 && anchors >= 0.9);
  }
  if (!enough) return {"wording", Answer::closed, "too few words line up"};
  return {"wording", Answer::open, "said in other words"};
}

Gate conditions(const TreeSide& a, const TreeSide& b, const Cover& x, const Cover& y, int allowing) {
  if (x.condition < 0 && y.condition < 0) return {"condition", Answer::passed, ""};
  const TreeSide& half = x.condition >= 0 ? a : b;
  const std::string words = "\"" + half.side.text(static_cast<uint32_t>(x.condition >= 0 ? x.condition : y.condition)) + "\"";
  if ((x.condition >= 0) != (y.condition >= 0) && allowing == (x.condition >= 0 ? 1 : 2)) return {"condition", Answer::passed, words};
  return {"condition", Answer::closed, words};
}

// "Many people think that ...", "... , ministers say."
Gate reported(const TreeSide& a, const TreeSide& b, int32_t at_a, int32_t at_b) {
  for (const auto& [half, from] : {std::pair(&a, at_a), std::pair(&b, at_b)}) {
    for (int32_t at = from, steps = 0; at >= 0 && steps < 8; at = half->tree[static_cast<uint32_t>(at)].head, ++steps) {
      const Unit& unit = half->side.units[static_cast<uint32_t>(at)];
      if (at != from && unit.is(report_word | hedge)) return {"attribution", Answer::closed, "\"" + half->side.text(static_cast<uint32_t>(at)) + "\" reports a view"};
      for (uint32_t u = 0; u < half->side.units.size(); ++u)
        if (half->tree[u].head == at && half->side.units[u].is(report_word | hedge) && !half->side.units[u].is(auxiliary) && !half->side.matched(u)) return {"attribution", Answer::closed, "\"" + half->side.text(u) + "\" reports a view"};
    }
  }
  return {"attribution", Answer::passed, ""};
}

// "under 4", "no more than", "only if": limits that one side alone has.
Gate limits(const TreeSide& a, const TreeSide& b) {
  for (const TreeSide* half : {&a, &b})
    for (uint32_t u = 0; u < half->side.units.size(); ++u)
      if (half->side.units[u].is(limit_word) && !half->side.matched(u) && !half->side.spent[u] && !half->side.comparable(u)) return {"limits", Answer::closed, "\"" + half->side.text(u) + "\""};
  return {"limits", Answer::passed, ""};
}

// The statement may stand in a clause of its own: what the whole sentence is about has to be the same all the same.
Gate whole_sentence(const TreeSide& a, const TreeSide& b, int32_t frame_a, int32_t frame_b) {
  const auto top = [](const TreeSide& half, int32_t frame) {
    for (int steps = 0; half.tree[static_cast<uint32_t>(frame)].head >= 0 && steps < 20; ++steps) frame = half.tree[static_cast<uint32_t>(half.tree[static_cast<uint32_t>(frame)].head)].frame;
    return frame;
  };
  const int32_t x = top(a, frame_a), y = top(b, frame_b);
  if (x == frame_a && y == frame_b) return {"sentence", Answer::passed, ""};
  // "because it binds the iron": what "it" is stands in the main clause.
  const auto loose = [](const TreeSide& half, int32_t frame, int32_t own) {
    const int32_t subject = half.tree.subject(own);
    if (frame == own || subject < 0 || !half.side.units[static_cast<uint32_t>(subject)].is(pronoun)) return false;
    for (uint32_t u = 0; u < half.side.units.size(); ++u)
      if (half.tree[u].frame == frame && half.side.match[u].match == Match::none && weight_of(half.side.units[u]) >= 1) return true;
    return false;
  };
  if (loose(a, x, frame_a) && loose(b, y, frame_b)) return {"sentence", Answer::closed, "\"it\" may be another thing"};
  const Gate gate = subjects(a, b, x, y);
  return {"sentence", gate.answer == Answer::closed ? Answer::closed : Answer::passed, gate.words};
}

// "After three years" on one side, "from 2009 on": another time or amount makes another statement.
Gate numbers(const TreeSide& a, const TreeSide& b) {
  for (const TreeSide* half : {&a, &b})
    for (uint32_t u = 0; u < half->side.units.size(); ++u)
      if (half->side.units[u].number && !half->side.matched(u) && !half->side.spent[u]) return {"numbers", Answer::closed, "\"" + half->side.text(u) + "\""};
  return {"numbers", Answer::passed, ""};
}

// "may stop the blood flow", "the flow causes pain": what one does the other suffers.
Gate parts(const TreeSide& a, const TreeSide& b, const ContrastPlace& place, bool arranged) {
  const auto core = [](Role role) { return role == Role::subject || role == Role::object; };
  for (uint32_t u = 0; u < a.side.units.size() && !arranged; ++u) {
    if (a.tree[u].head != place.at_a || !a.side.matched(u) || weight_of(a.side.units[u]) < 1) continue;
    const uint32_t v = static_cast<uint32_t>(a.side.match[u].partner);
    const Role role = role_of(a.tree[u]), other = role_of(b.tree[v]);
    if (b.tree[v].head == place.at_b && core(role) && core(other) && role != other) return {"roles", Answer::closed, "\"" + a.side.text(u) + "\" plays another part"};
  }
  return {"roles", Answer::passed, ""};
}

}  // namespace

std::vector<Gate> reworded_gates(const AlignedPair& pair, const TreeSide& a, const TreeSide& b, const ContrastPlace& place, const RewordedContrast& contrast, double& likeness) {
  const Cover x = cover_of(a, place.frame_a), y = cover_of(b, place.frame_b);
  likeness = (x.lined_up + y.lined_up) / std::max(0.1, x.all + y.all);
  const int strict = contrast.denying != 0 ? contrast.denying : contrast.allowing != 0 ? 3 - contrast.allowing : 0;
  std::vector<Gate> out{statement_gate(pair), covered(x, y, strict, contrast.arranged), place_gate(pair, likeness), one_document(pair, x, y), hedges(a, b, place.frame_a, place.frame_b, contrast.kind)};
  if (!contrast.arranged) out.push_back(subjects(a, b, place.frame_a, place.frame_b));
  out.push_back(scope_gate(pair));
  out.push_back(conditions(a, b, x, y, contrast.allowing));
  out.push_back(attribution_gate(pair));
  out.push_back(reported(a, b, place.at_a, place.at_b));
  if (!contrast.arranged) out.push_back(limits(a, b));
  out.push_back(whole_sentence(a, b, place.frame_a, place.frame_b));
  out.push_back(parts(a, b, place, contrast.arranged));
  out.push_back(numbers(a, b));
  out.push_back(second_contrast(a, b, place.frame_a, place.frame_b, place.at_a, place.at_b));
  return out;
}

}  // namespace crosscheck
