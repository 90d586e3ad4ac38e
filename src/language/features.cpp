// Tested by tests/rooms/parse.cpp; what the templates are worth is measured by `crosscheck-train eval`.
#include "language/features.h"

#include <algorithm>
#include <cstdlib>

namespace crosscheck {
namespace {

uint64_t shape_of(const ParseWord& word) { return word.features->shape | static_cast<uint64_t>(word.letter_case) << 8; }

// What stands before the first and behind the last word.
const WordFeatures& edge() {
  static const WordFeatures features{1, {1, 1, 1, 1}, {1, 1, 1}, 0, 128, 0, 0};
  return features;
}

// Tags that only the parser sees: the root, and a quantity merged into one word.
constexpr TagId kRootTag = tag::count, kQuantityTag = tag::count + 1;

uint64_t distance_class(int distance) { return static_cast<uint64_t>(distance <= 5 ? distance : distance <= 8 ? 6 : 7); }

}  // namespace

uint32_t written_form(const ParseWord& word) { return word.features->word * 8u + static_cast<uint32_t>(word.letter_case); }

namespace {

enum class Part { all, own, other };

template <Part part>
void list_tag_features(std::span<const ParseWord> words, size_t at, Cells& cells) {
  static const ParseWord outside{&edge(), Case::none, 0, false, nullptr};
  const auto word = [&](size_t i) -> const ParseWord& { return i < words.size() ? words[i] : outside; };
  const ParseWord &here = words[at], &left = word(at - 1), &left2 = word(at - 2), &right = word(at + 1), &right2 = word(at + 2);
  const WordFeatures &w = *here.features, &l = *left.features, &ll = *left2.features, &r = *right.features, &rr = *right2.features;
  const uint64_t t1 = left.tag, t2 = left2.tag, shape = shape_of(here), parts = w.parts;
  cells.count = 0;
  int number = 0;  // of the template, whether or not this part has it
  const auto own = [&](uint64_t a, uint64_t b = 0) {
    ++number;
    if constexpr (part != Part::other) cells.add_as(number, a, b, 0);
  };
  const auto add = [&](uint64_t a, uint64_t b = 0, uint64_t c = 0) {
    ++number;
    if constexpr (part != Part::own) cells.add_as(number, a, b, c);
  };
  own(1);
  own(w.word);
  add(written_form(here));
  for (const uint32_t suffix : w.suffix) own(suffix);
  for (const uint32_t prefix : w.prefix) own(prefix);
  add(shape, at == 0);
  add(t1);
  add(t2);
  add(t1, t2);
  add(t1, w.word);
  add(l.word);
  add(r.word);
  add(ll.word);
  add(rr.word);
  add(l.suffix[2]);
  add(r.suffix[2]);
  add(shape_of(right));
  add(w.suffix[2], t1);
  add(w.suffix[1], r.suffix[1]);
  add(shape, w.suffix[2]);
  add(l.word, w.word);
  add(w.word, r.word);
  own(parts);
  add(parts, t1);
  own(parts, w.suffix[2]);
  add(r.parts, parts);
  add(r.parts, t1);
  add(parts, t1, t2);
  add(parts, t1, r.parts);
  add(w.suffix[2], t1, r.suffix[2]);
  add(parts, l.word);
  add(parts, r.word);
  add(w.noun, w.verb, t1);
}

}  // namespace

void tag_features(std::span<const ParseWord> words, size_t at, Cells& cells) { list_tag_features<Part::all>(words, at, cells); }

void own_tag_features(const WordFeatures& word, Cells& cells) {
  const ParseWord alone{&word, Case::none, 0, false, nullptr};
  list_tag_features<Part::own>({&alone, 1}, 0, cells);
}

void other_tag_features(std::span<const ParseWord> words, size_t at, Cells& cells) { list_tag_features<Part::other>(words, at, cells); }

void ParseNodes::fill(const std::vector<ParseWord>& words) {
  const size_t size = words.size() + 4;
  for (auto* part : {&word, &suffix2, &suffix3}) part->assign(size, 1);
  for (auto* part : {&tag, &field, &letter_case}) part->assign(size, 0);
  for (size_t i = 0; i < words.size(); ++i) {
    const WordFeatures& w = *words[i].features;
    word[i + 1] = w.word;
    suffix2[i + 1] = w.suffix[1];
    suffix3[i + 1] = w.suffix[2];
    tag[i + 1] = words[i].merged ? kQuantityTag : words[i].tag;
    field[i + 1] = is_verb(words[i].tag) ? w.verb : is_noun(words[i].tag) ? w.noun : 0;
    letter_case[i + 1] = static_cast<uint8_t>(words[i].letter_case);
  }
  word[words.size() + 1] = 2;
  tag[words.size() + 1] = kRootTag;
}

void transition_features(const ParseNodes& nodes, const arc_eager::State& q, Cells& cells) {
  const auto at = [](int node) { return static_cast<size_t>(node); };
  const auto W = [&](int node) -> uint64_t { return nodes.word[at(node)]; };
  const auto T = [&](int node) -> uint64_t { return nodes.tag[at(node)]; };
  const int s = q.top(), n = q.next, s1 = q.stack.size() > 1 ? q.stack[q.stack.size() - 2] : 0;
  const int n1 = n + 1, n2 = std::min(n + 2, q.size + 3);
  const int h = q.head[at(s)], h2 = q.head[at(h)];
  const int sl = q.left1[at(s)], sr = q.right1[at(s)], nl = q.left1[at(n)];
  const uint64_t sw = W(s), st = T(s), nw = W(n), nt = T(n), n1w = W(n1), n1t = T(n1), n2w = W(n2), n2t = T(n2), hw = W(h), ht = T(h);
  const uint64_t slw = W(sl), slt = T(sl), srw = W(sr), srt = T(sr), nlw = W(nl), nlt = T(nl), s1w = W(s1), s1t = T(s1);
  const uint64_t sl2t = T(q.left2[at(s)]), sr2t = T(q.right2[at(s)]), nl2t = T(q.left2[at(n)]), h2t = T(h2);
  const uint64_t d = s ? distance_class(n - s) : 0;
  const uint64_t sln = std::min<uint64_t>(q.lefts[at(s)], 5), srn = std::min<uint64_t>(q.rights[at(s)], 5), nln = std::min<uint64_t>(q.lefts[at(n)], 5);
  const uint64_t headed = h != 0, kind = q.kind[at(s)], sf = q.found[at(s)], nf = q.found[at(n)], hf = q.found[at(h)];
  const uint64_t ss = nodes.field[at(s)], ns = nodes.field[at(n)], hs = nodes.field[at(h)];
  const uint64_t swt = sw * 31 + st, nwt = nw * 31 + nt;
  const uint64_t alike = (st == nt) | static_cast<uint64_t>(nodes.suffix3[at(s)] == nodes.suffix3[at(n)]) << 1 | static_cast<uint64_t>(nodes.suffix2[at(s)] == nodes.suffix2[at(n)]) << 2 |
                         static_cast<uint64_t>(ss != 0 && ss == ns) << 3 | static_cast<uint64_t>(nodes.letter_case[at(s)] == nodes.letter_case[at(n)]) << 4;
  cells.count = 0;
  // One node
  cells.add(sw, st);
  cells.add(sw);
  cells.add(st, headed);
  cells.add(nw, nt);
  cells.add(nw);
  cells.add(nt);
  cells.add(n1w, n1t);
  cells.add(n1w);
  cells.add(n1t);
  cells.add(n2w, n2t);
  cells.add(n2t);
  // Two and three
  cells.add(swt, nwt);
  cells.add(swt, nw);
  cells.add(sw, nwt);
  cells.add(swt, nt);
  cells.add(st, nwt);
  cells.add(sw, nw);
  cells.add(st, nt);
  cells.add(nt, n1t);
  cells.add(nt, n1t, n2t);
  cells.add(st, nt, n1t);
  cells.add(ht, st, nt);
  cells.add(st, slt, nt);
  cells.add(st, srt, nt);
  cells.add(st, nt, nlt);
  // Distance and valency
  cells.add(sw, d);
  cells.add(st, d);
  cells.add(nw, d);
  cells.add(nt, d);
  cells.add(sw, nw, d);
  cells.add(st, nt, d);
  cells.add(sw, srn);
  cells.add(st, srn);
  cells.add(sw, sln);
  cells.add(st, sln);
  cells.add(nw, nln);
  cells.add(nt, nln);
  // Heads and dependents
  cells.add(hw);
  cells.add(ht);
  cells.add(slw);
  cells.add(slt);
  cells.add(srw);
  cells.add(srt);
  cells.add(nlw);
  cells.add(nlt);
  cells.add(h2t, ht, st);
  cells.add(st, slt, sl2t);
  cells.add(st, srt, sr2t);
  cells.add(nt, nlt, nl2t);
  cells.add(s1t, st, nt);
  cells.add(s1w, nt, s1t);
  cells.add(headed, st, nt);
  cells.add(st * 64 + n1t, nt, n2t);
  cells.add(st, srt, nt * 512 + n1t);
  cells.add(sw, nt, n1t);
  cells.add(st, nw, n1t);
  cells.add(ht, hw, nt);
  cells.add(srw, nw);
  cells.add(s1t, st, nt * 512 + n1t);
  // Kinds of arcs made so far
  cells.add(kind, st, nt);
  cells.add(sf, st, nt);
  cells.add(sf, sw);
  cells.add(nf, st, nt);
  cells.add(kind * 256 + sf, st * 64 + ht, nt * 512 + nlt);
  cells.add(hf, ht * 64 + st, nt);
  cells.add(kind, nlw, nt);
  // Prepositional attachment
  cells.add(sw, nlw);
  cells.add(hw, nlw);
  cells.add(ss * 64 + st, nlw, ns);
  cells.add(hs * 64 + ht, nlw, ns);
  cells.add(st * 64 + ht, nlw, nt);
  cells.add(swt, nlw, nwt);
  // Coordination
  cells.add(alike, st, nlw);
  cells.add(alike * 8 + kind, nlw, slw);
  cells.add(alike, st * 64 + nt, nlt * 64 + n1t);
  // Fields of meaning
  cells.add(ss, ns, st * 64 + nt);
  cells.add(ss, nt, st);
  cells.add(st, ns, nt);
  cells.add(sw, ns);
  cells.add(ss, nw);
}

uint32_t relation_key(const ParseNodes& nodes, const arc_eager::State& tree, int node) {
  const auto at = static_cast<size_t>(node);
  const uint32_t word = nodes.word[at], tags = nodes.tag[at] * 64u + nodes.tag[static_cast<size_t>(tree.head[at])];
  return (word * 31 + tags * 16 + tree.kind[at]) * 0x9E3779B1u;
}

void relation_features(const ParseNodes& nodes, const arc_eager::State& tree, int node, Cells& cells) {
  const auto at = [](int i) { return static_cast<size_t>(i); };
  const auto W = [&](int i) -> uint64_t { return nodes.word[at(i)]; };
  const auto T = [&](int i) -> uint64_t { return nodes.tag[at(i)]; };
  const int h = tree.head[at(node)], g = tree.head[at(h)];
  const bool to_left = node < h;
  const uint64_t dir = to_left, dw = W(node), dt = T(node), hw = W(h), ht = T(h), gt = T(g), hd = ht * 2 + dir, kind = tree.kind[at(node)];
  const uint64_t far = static_cast<uint64_t>(std::min(std::abs(node - h), 6));
  const int first = tree.left1[at(node)], last = tree.right1[at(node)], next = to_left ? tree.left1[at(h)] : tree.right1[at(h)];
  const int before = node - 1, after = node + 1;
  const uint64_t ds = nodes.field[at(node)], hs = nodes.field[at(h)];
  cells.count = 0;
  cells.add(dw, dt, dir);
  cells.add(hw, ht, dir);
  cells.add(dt, ht, dir);
  cells.add(dw, hw, dir);
  cells.add(dw, ht, dir);
  cells.add(dt, hw, dir);
  cells.add(dt, ht, dir * 8 + far);
  cells.add(dt, ht, gt);
  cells.add(dt, W(first), dir);
  cells.add(dt, T(first), hd);
  cells.add(dt, T(last), hd);
  cells.add(W(first), ht, dir);
  cells.add(dt, T(tree.left1[at(h)]), hd);
  cells.add(dt, T(tree.right1[at(h)]), hd);
  cells.add(W(next), dt, dir);
  cells.add(T(before), dt, hd);
  cells.add(T(after), dt, hd);
  cells.add(W(before), dt, dir);
  cells.add(W(after), dt, dir);
  cells.add(nodes.suffix3[at(node)], ht, dir);
  cells.add(tree.lefts[at(h)], dt, hd);
  cells.add(tree.rights[at(h)], dt, hd);
  cells.add(W(tree.left1[at(h)]), dt, dir);
  cells.add(dir, far, dt);
  cells.add(W(first), hw, dt);
  cells.add(kind, dt, ht);
  cells.add(kind, dw);
  cells.add(kind * 256 + tree.found[at(h)], dt, ht);
  cells.add(kind * 256 + tree.found[at(node)], dt, ht);
  cells.add(kind * 64 + ds, hs, dt * 64 + ht);
  cells.add(kind, ds, hw);
  cells.add(kind * 256 + tree.found[at(h)], hw);
  cells.add(dt, W(last), dir);
}

}  // namespace crosscheck
