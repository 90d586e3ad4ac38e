// Tested by tests/checks/contradiction/{role,comparison,order,entity}.yaml.
#include "check/arrangement.h"

#include <algorithm>

#include "language/tags.h"

namespace crosscheck {
namespace {

struct Half {
  PairSide& side;
  const SentenceTree& tree;

  bool one_of(const WordSet& words, uint32_t u) const { return words.contains(side.document->tokens[side.units[u].token].word); }
  TagId tag(uint32_t u) const { return side.document->tokens[side.units[u].token].tag; }
  bool thing(uint32_t u) const { return side.units[u].content() && !side.units[u].number && (is_noun(tag(u)) || is_proper_noun(tag(u))) && !side.units[u].is(pronoun | light_word | time_link); }
};

// What a word is to its verb, the passive turned round; a preposition stands for itself.
constexpr uint32_t kSubject = 1, kObject = 2;

uint32_t part_of(const Half& half, uint32_t u) {
  const TreeNode& node = half.tree[u];
  switch (node.relation) {
    case relation::nsubj: return node.passive ? kObject : kSubject;
    case relation::obj: return kObject;
    case relation::obl: return node.passive ? kSubject : node.marked != 0 ? 100 + node.marked : 0;
    default: return 0;
  }
}

class Arrangement {
 public:
  Arrangement(AlignedPair& pair, const SentenceTree& a, const SentenceTree& b, const WordRelations& words) : pair_(pair), a_{pair.a, a}, b_{pair.b, b}, say_(words.arrangement()) {}

  Result find() {
    if (denied(a_) || denied(b_)) return std::nullopt;
    if (Result found = equality()) return found;
    if (Result found = compared()) return found;
    if (Result found = ordered()) return found;
    if (Result found = parts()) return found;
    return superlative();
  }

  int32_t at_a = -1, at_b = -1;

 private:
  int32_t partner(uint32_t u) const { return pair_.a.match[u].partner; }
  bool paired(uint32_t u) const { return pair_.a.matched(u); }

  static bool denied(const Half& half) {
    return std::any_of(half.side.units.begin(), half.side.units.end(), [](const Unit& u) { return u.is(negator | inverting_word); });
  }

  static std::vector<uint32_t> arguments(const Half& half, uint32_t verb) {
    std::vector<uint32_t> out;
    for (uint32_t u = 0; u < half.side.units.size(); ++u)
      if (half.tree[u].head == static_cast<int32_t>(verb) && half.thing(u) && part_of(half, u) != 0) out.push_back(u);
    if (const int32_t subject = half.tree.subject(static_cast<int32_t>(verb)); subject >= 0 && half.thing(static_cast<uint32_t>(subject)) && half.tree[static_cast<uint32_t>(subject)].head != static_cast<int32_t>(verb)) out.push_back(static_cast<uint32_t>(subject));
    return out;
  }

  Result made(ContrastKind kind, const char* grounds, uint32_t a_first, uint32_t a_last, uint32_t b_first, uint32_t b_last, uint32_t at, uint32_t other) {
    Found found{kind, std::min(a_first, a_last), std::max(a_first, a_last) + 1, std::min(b_first, b_last), std::max(b_first, b_last) + 1, grounds, Answer::passed, false, 0, 0};
    at_a = static_cast<int32_t>(at), at_b = static_cast<int32_t>(other);
    return found;
  }

  // One verb, and two of its arguments have changed places, or one stands where another word of both sentences did.
  Result parts() {
    for (uint32_t verb = 0; verb < pair_.a.units.size(); ++verb) {
      if (!paired(verb) || !is_verb(a_.tag(verb)) || pair_.a.units[verb].is(light_word | symmetric_word)) continue;
      const uint32_t other = static_cast<uint32_t>(partner(verb));
      if (!is_verb(b_.tag(other))) continue;
      const std::vector<uint32_t> mine = arguments(a_, verb), its = arguments(b_, other);
      for (const uint32_t x : mine) {
        if (!paired(x)) continue;
        const uint32_t x_there = static_cast<uint32_t>(partner(x)), was = part_of(a_, x);
        for (const uint32_t y : its) {
          if (y == x_there || part_of(b_, y) != was || pair_.b.match[y].partner < 0 || !pair_.b.matched(y)) continue;
          const uint32_t y_here = static_cast<uint32_t>(pair_.b.match[y].partner);
          // y has taken x's part; x must have left it, and something else of the statement has to stay.
          const bool x_left = std::find(its.begin(), its.end(), x_there) == its.end() || part_of(b_, x_there) != was;
          const bool y_came = std::find(mine.begin(), mine.end(), y_here) == mine.end() || part_of(a_, y_here) != was;
          if (part_of(a_, y_here) == 0 || part_of(b_, x_there) == 0 || twice(a_, x) || twice(b_, y) || twice(a_, y_here) || twice(b_, x_there)) continue;
          if (!x_left || !y_came || was != kSubject || together(a_, x, y_here) || together(b_, x_there, y)) continue;
          return made(ContrastKind::role, kChangedPlaces, x, verb, y, other, verb, other);
        }
      }
    }
    return std::nullopt;
  }

  // A word that stands twice may be paired with the wrong one.
  static bool twice(const Half& half, uint32_t u) {
    return std::count_if(half.side.units.begin(), half.side.units.end(), [&](const Unit& other) { return other.key == half.side.units[u].key; }) > 1;
  }

  // "men and women": who stands together does the same.
  static bool together(const Half& half, uint32_t u, uint32_t v) {
    const TreeNode &x = half.tree[u], &y = half.tree[v];
    return (x.relation == relation::conj && half.tree.under(u, v)) || (y.relation == relation::conj && half.tree.under(v, u)) || half.tree.under(u, v) || half.tree.under(v, u);
  }

  int32_t than(const Half& half) const {
    for (uint32_t u = 0; u < half.side.units.size(); ++u)
      if (half.one_of(say_.than, u)) return static_cast<int32_t>(u);
    return -1;
  }

  // The thing behind "than" or "followed by": its first noun.
  static int32_t thing_after(const Half& half, uint32_t u, uint32_t reach) {
    for (uint32_t v = u + 1; v < half.side.units.size() && v <= u + reach; ++v)
      if (half.side.units[v].content() && !half.side.units[v].number && !half.side.units[v].is(light_word)) return static_cast<int32_t>(v);
    return -1;
  }

  static int32_t comparative(const Half& half, uint32_t end) {
    for (uint32_t u = end; u-- > 0;)
      if (half.tag(u) == tag::JJR || half.tag(u) == tag::RBR) return static_cast<int32_t>(u);
    return -1;
  }

  Result compared() {
    const int32_t t = than(a_), s = than(b_);
    if (t < 0 || s < 0) return std::nullopt;
    const uint32_t from = static_cast<uint32_t>(t), to = static_cast<uint32_t>(s);
    const int32_t x = thing_after(a_, from, 5), y = thing_after(b_, to, 5);
    const int32_t c = comparative(a_, from), d = comparative(b_, to);
    if (x < 0 || y < 0 || c < 0 || d < 0 || !paired(static_cast<uint32_t>(x)) || !pair_.b.matched(static_cast<uint32_t>(y))) return std::nullopt;
    if (partner(static_cast<uint32_t>(x)) >= s || pair_.b.match[static_cast<uint32_t>(y)].partner >= t) return std::nullopt;
    // The same way up: "more" and "more" of one measure.
    if (pair_.a.match[static_cast<uint32_t>(c)].partner != d || !paired(static_cast<uint32_t>(c))) return std::nullopt;
    const uint32_t after_c = static_cast<uint32_t>(c) + 1, after_d = static_cast<uint32_t>(d) + 1;
    const bool more = a_.one_of(say_.more, static_cast<uint32_t>(c)) || a_.one_of(say_.less, static_cast<uint32_t>(c));
    if (more && after_c < from && after_d < to && pair_.a.match[after_c].partner != static_cast<int32_t>(after_d) && pair_.a.units[after_c].content()) return std::nullopt;
    return made(ContrastKind::comparison, kChangedPlaces, static_cast<uint32_t>(c), static_cast<uint32_t>(x), static_cast<uint32_t>(d), static_cast<uint32_t>(y), static_cast<uint32_t>(c), static_cast<uint32_t>(d));
  }

  // "equally often", "the same risk", "as high as".
  int32_t equal(const Half& half) const {
    for (uint32_t u = 0; u < half.side.units.size(); ++u)
      if (half.one_of(say_.equal, u) || (half.one_of(say_.same, u) && u > 0 && half.one_of(say_.articles, u - 1))) return static_cast<int32_t>(u);
    return -1;
  }

  // "twice as often", "four times as likely", "higher than", "more frequent in".
  int32_t unequal(const Half& half) const {
    for (uint32_t u = 0; u < half.side.units.size(); ++u) {
      const bool as = u + 1 < half.side.units.size() && half.one_of(say_.as, u + 1);
      if ((half.one_of(say_.multiple, u) && as) || ((half.tag(u) == tag::JJR || half.tag(u) == tag::RBR) && than(half) > static_cast<int32_t>(u))) return static_cast<int32_t>(u);
    }
    return -1;
  }

  // One says that two things are equal in what they are compared by, the other that they are not.
  Result equality() {
    const int32_t of_a = equal(a_), of_b = equal(b_), more_a = unequal(a_), more_b = unequal(b_);
    const bool first = of_a >= 0 && more_b >= 0 && of_b < 0 && more_a < 0, second = of_b >= 0 && more_a >= 0 && of_a < 0 && more_b < 0;
    if (!first && !second) return std::nullopt;
    const uint32_t x = static_cast<uint32_t>(first ? of_a : more_a), y = static_cast<uint32_t>(first ? more_b : of_b);
    const auto measure = [](const Half& half, uint32_t at) {  // the word that is compared: "often", "risk"
      for (uint32_t u = at; u < half.side.units.size() && u < at + 4; ++u)
        if (is_adjective(half.tag(u)) || is_adverb(half.tag(u)) || is_noun(half.tag(u)))
          if (half.side.matched(u) && !half.side.units[u].is(light_word)) return static_cast<int32_t>(u);
      return -1;
    };
    const int32_t m = measure(a_, x), n = measure(b_, y);
    if (m < 0 || n < 0 || partner(static_cast<uint32_t>(m)) != n) return std::nullopt;
    for (const Half* half : {&a_, &b_})
      for (uint32_t u = half == &a_ ? x : y, end = u + 3; u < end && u < half->side.units.size(); ++u)
        if (!half->side.matched(u)) half->side.spend(u, u + 1);
    if (const int32_t t = than(first ? b_ : a_); t >= 0) (first ? b_ : a_).side.spend(static_cast<uint32_t>(t), static_cast<uint32_t>(t) + 1);
    for (const auto& [half, at] : {std::pair(&a_, x), std::pair(&b_, y)})  // "four times"
      if (at > 0 && half->side.units[at - 1].number) half->side.spend(at - 1, at);
    return made(ContrastKind::comparison, kUnequal, x, static_cast<uint32_t>(m), y, static_cast<uint32_t>(n), x, y);
  }

  struct Order {
    int32_t first = -1, second = -1;  // heads of what comes first and what comes after
    uint32_t link = 0;
  };

  // "x before y", "after y, x", "x, then y".
  Order order_of(const Half& half) const {
    for (uint32_t u = 0; u < half.side.units.size(); ++u) {
      const TreeNode& node = half.tree[u];
      const bool forth = half.one_of(say_.forth, u), back = half.one_of(say_.back, u);
      if ((forth || back) && node.head >= 0 && (node.relation == relation::mark || node.relation == relation::case_ || node.relation == relation::advmod)) {
        const int32_t y = node.head, x = half.tree[static_cast<uint32_t>(y)].head;
        if (x >= 0) return forth ? Order{x, y, u} : Order{y, x, u};
      }
      if (half.one_of(say_.followed, u) && u + 2 < half.side.units.size() && half.one_of(say_.by, u + 1) && node.head >= 0) {
        const int32_t second = thing_after(half, u + 1, 4), first = half.tree.subject(half.tree[u].frame == static_cast<int32_t>(u) ? half.tree[static_cast<uint32_t>(node.head)].frame : half.tree[u].frame);
        if (second >= 0 && first >= 0) return Order{first, second, u};
      }
      if (half.one_of(say_.then, u) && node.head >= 0) {
        const TreeNode& verb = half.tree[static_cast<uint32_t>(node.head)];
        if (verb.relation == relation::conj && verb.head >= 0) return Order{verb.head, node.head, u};
      }
    }
    return {};
  }

  // The words of an event: its head and what hangs on it, without the other event.
  static std::vector<uint32_t> event(const Half& half, int32_t head, int32_t but) {
    std::vector<uint32_t> out;
    for (uint32_t u = 0; u < half.side.units.size(); ++u)
      if (half.side.units[u].content() && !half.side.units[u].is(light_word) && half.tree.under(u, static_cast<uint32_t>(head)) && !(half.tree.under(static_cast<uint32_t>(but), static_cast<uint32_t>(head)) && half.tree.under(u, static_cast<uint32_t>(but)))) out.push_back(u);
    return out;
  }

  uint32_t shared(const std::vector<uint32_t>& mine, const std::vector<uint32_t>& its) const {
    return static_cast<uint32_t>(std::count_if(mine.begin(), mine.end(), [&](uint32_t u) { return paired(u) && std::find(its.begin(), its.end(), static_cast<uint32_t>(partner(u))) != its.end(); }));
  }

  Result ordered() {
    const Order x = order_of(a_), y = order_of(b_);
    if (x.first < 0 || y.first < 0) return std::nullopt;
    const auto first_a = event(a_, x.first, x.second), second_a = event(a_, x.second, x.first), first_b = event(b_, y.first, y.second), second_b = event(b_, y.second, y.first);
    if (shared(first_a, second_b) == 0 || shared(second_a, first_b) == 0 || shared(first_a, first_b) + shared(second_a, second_b) > 0) return std::nullopt;
    const auto link = [&](const Half& half, const Order& order) {
      const uint32_t far = static_cast<uint32_t>(half.one_of(say_.then, order.link) ? order.second : half.tree[order.link].head);
      return far - order.link <= 4 && far >= order.link ? far : order.link;
    };
    for (const Half* half : {&a_, &b_})
      for (uint32_t u = 0; u < half->side.units.size(); ++u)
        if (half->side.units[u].is(time_link) || half->one_of(say_.order, u)) half->side.spend(u, u + 1);
    return made(ContrastKind::order, kChangedPlaces, x.link, link(a_, x), y.link, link(b_, y), static_cast<uint32_t>(std::max(x.first, 0)), static_cast<uint32_t>(std::max(y.first, 0)));
  }

  // Who is "the largest of the ...": the subject, or what the sentence says it is.
  static int32_t holder(const Half& half, uint32_t most) {
    int32_t noun = static_cast<int32_t>(most);
    if (half.tree[most].relation == relation::amod || half.tree[most].relation == relation::advmod) noun = half.tree[most].head;
    if (noun >= 0 && (half.tree[static_cast<uint32_t>(noun)].relation == relation::amod)) noun = half.tree[static_cast<uint32_t>(noun)].head;
    if (noun < 0) return -1;
    const TreeNode& node = half.tree[static_cast<uint32_t>(noun)];
    if (node.frame == noun) return half.tree.subject(noun);
    if (node.relation == relation::nsubj && node.head >= 0) return node.head;
    return -1;
  }

  // "more often than any other": the most.
  int32_t above_all(const Half& half) const {
    const int32_t t = than(half);
    if (t < 0) return -1;
    const uint32_t at = static_cast<uint32_t>(t);
    if (at + 2 >= half.side.units.size() || !half.one_of(say_.any, at + 1) || !half.one_of(say_.other, at + 2)) return -1;
    for (uint32_t u = at; u-- > 0;)
      if (half.tag(u) == tag::JJR || half.tag(u) == tag::RBR) return half.one_of(say_.less, u) ? -1 : static_cast<int32_t>(u);
    return -1;
  }

  int32_t most(const Half& half) const {
    for (uint32_t u = 1; u < half.side.units.size(); ++u)
      if ((half.tag(u) == tag::JJS || half.tag(u) == tag::RBS) && !half.one_of(say_.least, u)) return static_cast<int32_t>(u);
    return -1;
  }

  // "The knee is the one most often affected", "The hip is affected more often than any other joint".
  Result above_others() {
    const int32_t p = above_all(a_), q = above_all(b_), s = most(a_), t = most(b_);
    const int32_t x = p >= 0 ? p : s, y = q >= 0 ? q : t;
    if ((p < 0 && q < 0) || x < 0 || y < 0) return std::nullopt;
    const auto measure = [&](const Half& half, int32_t at) { return static_cast<uint32_t>(at) + (half.one_of(say_.more, static_cast<uint32_t>(at)) || half.one_of(say_.most, static_cast<uint32_t>(at))); };
    const uint32_t m = measure(a_, x), n = measure(b_, y);
    if (m >= pair_.a.units.size() || n >= pair_.b.units.size() || pair_.a.match[m].partner != static_cast<int32_t>(n)) return std::nullopt;
    const int32_t one = a_.tree.subject(a_.tree[m].frame), two = b_.tree.subject(b_.tree[n].frame);
    if (one < 0 || two < 0 || !a_.thing(static_cast<uint32_t>(one)) || !b_.thing(static_cast<uint32_t>(two)) || paired(static_cast<uint32_t>(one)) || pair_.b.matched(static_cast<uint32_t>(two))) return std::nullopt;
    for (const auto& [half, at] : {std::pair(&a_, p), std::pair(&b_, q)})
      if (at >= 0) half->side.spend(static_cast<uint32_t>(than(*half)), std::min(static_cast<uint32_t>(than(*half)) + 3, static_cast<uint32_t>(half->side.units.size())));
    pair_.a.spend(static_cast<uint32_t>(one), static_cast<uint32_t>(one) + 1);
    pair_.b.spend(static_cast<uint32_t>(two), static_cast<uint32_t>(two) + 1);
    return made(ContrastKind::entity, kHolder, static_cast<uint32_t>(one), static_cast<uint32_t>(one), static_cast<uint32_t>(two), static_cast<uint32_t>(two), m, n);
  }

  Result superlative() {
    if (Result found = above_others()) return found;
    for (uint32_t u = 0; u < pair_.a.units.size(); ++u) {
      if ((a_.tag(u) != tag::JJS && a_.tag(u) != tag::RBS) || !paired(u) || u == 0 || !a_.one_of(say_.articles, u - 1)) continue;
      const uint32_t v = static_cast<uint32_t>(partner(u));
      if ((b_.tag(v) != tag::JJS && b_.tag(v) != tag::RBS) || v == 0 || !b_.one_of(say_.articles, v - 1)) continue;
      if (a_.tag(u) == tag::RBS && (u + 1 >= pair_.a.units.size() || pair_.a.match[u + 1].partner != static_cast<int32_t>(v) + 1)) continue;
      const int32_t x = holder(a_, u), y = holder(b_, v);
      if (x < 0 || y < 0 || !a_.thing(static_cast<uint32_t>(x)) || !b_.thing(static_cast<uint32_t>(y))) continue;
      if (pair_.a.match[static_cast<uint32_t>(x)].match != Match::none || pair_.b.match[static_cast<uint32_t>(y)].match != Match::none) continue;
      pair_.a.spend(static_cast<uint32_t>(x), static_cast<uint32_t>(x) + 1);
      pair_.b.spend(static_cast<uint32_t>(y), static_cast<uint32_t>(y) + 1);
      return made(ContrastKind::entity, kHolder, static_cast<uint32_t>(x), static_cast<uint32_t>(x), static_cast<uint32_t>(y), static_cast<uint32_t>(y), u, v);
    }
    return std::nullopt;
  }

  AlignedPair& pair_;
  Half a_, b_;
  const ArrangementWords& say_;
};

}  // namespace

Result arrangement(AlignedPair& pair, const SentenceTree& a, const SentenceTree& b, const WordRelations& words, int32_t& at_a, int32_t& at_b) {
  Arrangement search(pair, a, b, words);
  Result found = search.find();
  at_a = search.at_a, at_b = search.at_b;
  return found;
}

}  // namespace crosscheck
