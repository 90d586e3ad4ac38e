#include "check/contrast_report.h"

#include <algorithm>
#include <cstdio>

namespace crosscheck {
namespace {

struct Group {
  std::vector<Evidence> sides[2];
  const Contrast* first = nullptr;
  Level level = Level::warning;
};

bool same_place(const Evidence& a, const Evidence& b) { return a.document == b.document && a.span.overlaps(b.span); }

bool holds(const std::vector<Evidence>& side, const Evidence& place) {
  return std::any_of(side.begin(), side.end(), [&](const Evidence& e) { return same_place(e, place); });
}

// The same words where the sentence stands again.
void add_places(const CheckInput& in, const ComparedSentence& sentence, const Evidence& place, std::vector<Evidence>& side) {
  if (!holds(side, place)) side.push_back(place);
  const Document& home = in.texts.documents[place.document];
  const Sentence& here = home.sentences[sentence.place.sentence];
  for (const SentencePlace& other : sentence.again) {
    const Document& document = in.texts.documents[other.document];
    const Sentence& there = document.sentences[other.sentence];
    if (document.text_of(there.span) != home.text_of(here.span)) continue;
    const uint32_t begin = there.span.begin + (place.span.begin - here.span.begin);
    const Evidence again{other.document, {begin, begin + place.span.size()}, place.side};
    if (!holds(side, again)) side.push_back(again);
  }
}

void add(const CheckInput& in, const Contrast& contrast, Level level, std::vector<Group>& groups) {
  const auto joins = [&](const Group& g) {
    return (holds(g.sides[0], contrast.a) && !holds(g.sides[0], contrast.b)) || (holds(g.sides[1], contrast.b) && !holds(g.sides[1], contrast.a));
  };
  const auto crossed = [&](const Group& g) {
    return (holds(g.sides[1], contrast.a) && !holds(g.sides[1], contrast.b)) || (holds(g.sides[0], contrast.b) && !holds(g.sides[0], contrast.a));
  };
  auto group = std::find_if(groups.begin(), groups.end(), joins);
  bool swap = false;
  if (group == groups.end()) group = std::find_if(groups.begin(), groups.end(), crossed), swap = group != groups.end();
  if (group == groups.end()) group = groups.insert(groups.end(), Group{{{}, {}}, &contrast, level});
  group->level = std::max(group->level, level);
  add_places(in, in.index.near_copies.sentences[contrast.sentence_a], contrast.a, group->sides[swap]);
  add_places(in, in.index.near_copies.sentences[contrast.sentence_b], contrast.b, group->sides[!swap]);
}

bool asked(const Gate& gate, const std::vector<std::string>& without) { return std::find(without.begin(), without.end(), gate.name) == without.end(); }

bool any(const Gates& gates, Answer answer, const std::vector<std::string>& without) {
  return std::any_of(gates.all.begin(), gates.all.end(), [&](const Gate& gate) { return gate.answer == answer && asked(gate, without); });
}

std::string why(const Contrast& contrast) {
  char alike[64];
  std::snprintf(alike, sizeof alike, "The sentences are alike in %.0f %% of their words.", 100 * contrast.likeness);
  std::string out = alike;
  if (!contrast.grounds.empty()) out += " What differs: " + contrast.grounds + ".";
  if (const std::string gates = contrast.gates.why(); !gates.empty()) out += " Compared: " + gates + ".";
  return out;
}

}  // namespace

ContrastSettings::ContrastSettings(const Value& settings, Rulebook&) : error_likeness(settings["error_likeness"].number(0.7)), warning_likeness(settings["warning_likeness"].number(0.5)), without_gates(settings["without_gates"].texts()) {}

void report_contrasts(const CheckInput& in, ContrastKind kind, Findings& findings) {
  const auto& settings = in.settings<ContrastSettings>();
  std::vector<Group> groups;
  for (const Contrast& contrast : in.contrasts) {
    if (contrast.kind != kind || any(contrast.gates, Answer::closed, settings.without_gates) || (!contrast.opposed && contrast.likeness < settings.warning_likeness)) continue;
    const bool sure = !contrast.opposed && !any(contrast.gates, Answer::open, settings.without_gates) && contrast.likeness >= settings.error_likeness;
    add(in, contrast, sure ? in.rule.level : std::min(in.rule.level, Level::warning), groups);
  }
  for (Group& group : groups) {
    const bool second_first = group.sides[1].size() < group.sides[0].size();
    std::vector<Evidence> places;
    for (const bool side : {second_first, !second_first})
      for (Evidence place : group.sides[side]) {
        place.side = side == second_first ? 1 : 2;
        places.push_back(place);
      }
    Finding out = finding(in, places);
    out.level = group.level;
    out.confidence = std::min(0.95, 0.5 + group.first->likeness / 2) - (group.level == Level::error ? 0 : 0.2);
    out.compared = group.first->gates.compared(group.first->other_words ? "other words" : "wording", group.first->likeness);
    out.why = why(*group.first);
    if (places.size() > 2) out.forms = std::string(in.texts.documents[group.first->a.document].text_of(group.first->a.span)) + "|" + std::string(in.texts.documents[group.first->b.document].text_of(group.first->b.span));
    findings.push_back(std::move(out));
  }
}

}  // namespace crosscheck
