// Penn Treebank tags and Universal Dependencies relations by number: what Token::tag and Token::relation hold.
// The trained model is bound to these numbers; add new ones at the end and raise kModelVersion (model_file.h).
#pragma once

#include <string_view>

#include "model/token.h"

namespace crosscheck {

#define CROSSCHECK_TAGS(X) \
  X(ADD, "ADD") X(AFX, "AFX") X(CC, "CC") X(CD, "CD") X(DT, "DT") X(EX, "EX") X(FW, "FW") X(GW, "GW") \
  X(HYPH, "HYPH") X(IN, "IN") X(JJ, "JJ") X(JJR, "JJR") X(JJS, "JJS") X(LS, "LS") X(MD, "MD") \
  X(NFP, "NFP") X(NN, "NN") X(NNP, "NNP") X(NNPS, "NNPS") X(NNS, "NNS") X(PDT, "PDT") X(POS, "POS") \
  X(PRP, "PRP") X(PRP_S, "PRP$") X(RB, "RB") X(RBR, "RBR") X(RBS, "RBS") X(RP, "RP") X(SYM, "SYM") \
  X(TO, "TO") X(UH, "UH") X(VB, "VB") X(VBD, "VBD") X(VBG, "VBG") X(VBN, "VBN") X(VBP, "VBP") \
  X(VBZ, "VBZ") X(WDT, "WDT") X(WP, "WP") X(WP_S, "WP$") X(WRB, "WRB") X(open_bracket, "-LRB-") \
  X(close_bracket, "-RRB-") X(stop, ".") X(comma, ",") X(colon, ":") X(open_quote, "``") \
  X(close_quote, "''") X(dollar, "$")

#define CROSSCHECK_RELATIONS(X) \
  X(acl, "acl") X(acl_relcl, "acl:relcl") X(advcl, "advcl") X(advcl_relcl, "advcl:relcl") \
  X(advmod, "advmod") X(amod, "amod") X(appos, "appos") X(aux, "aux") X(aux_pass, "aux:pass") \
  X(case_, "case") X(cc, "cc") X(cc_preconj, "cc:preconj") X(ccomp, "ccomp") X(compound, "compound") \
  X(compound_prt, "compound:prt") X(conj, "conj") X(cop, "cop") X(csubj, "csubj") \
  X(csubj_outer, "csubj:outer") X(csubj_pass, "csubj:pass") X(dep, "dep") X(det, "det") \
  X(det_predet, "det:predet") X(discourse, "discourse") X(dislocated, "dislocated") X(expl, "expl") \
  X(fixed, "fixed") X(flat, "flat") X(goeswith, "goeswith") X(iobj, "iobj") X(list, "list") \
  X(mark, "mark") X(nmod, "nmod") X(nmod_desc, "nmod:desc") X(nmod_poss, "nmod:poss") \
  X(nmod_unmarked, "nmod:unmarked") X(nsubj, "nsubj") X(nsubj_outer, "nsubj:outer") \
  X(nsubj_pass, "nsubj:pass") X(nummod, "nummod") X(obj, "obj") X(obl, "obl") X(obl_agent, "obl:agent") \
  X(obl_unmarked, "obl:unmarked") X(orphan, "orphan") X(parataxis, "parataxis") X(punct, "punct") \
  X(reparandum, "reparandum") X(root, "root") X(vocative, "vocative") X(xcomp, "xcomp")

#define CROSSCHECK_NUMBER(number, name) number,
namespace tag {
enum : TagId { none, CROSSCHECK_TAGS(CROSSCHECK_NUMBER) count };
}
namespace relation {
enum : RelationId { none, CROSSCHECK_RELATIONS(CROSSCHECK_NUMBER) count };
}
#undef CROSSCHECK_NUMBER

// "NN", "nsubj:pass"; "" for 0.
std::string_view tag_name(TagId tag);
std::string_view relation_name(RelationId relation);
// The number of a name; 0 when there is none such.
TagId tag_of(std::string_view name);
RelationId relation_of(std::string_view name);

// "nsubj:pass" and "nsubj" are both nsubj.
RelationId base_relation(RelationId relation);

inline bool is_verb(TagId t) { return t >= tag::VB && t <= tag::VBZ; }
inline bool is_finite(TagId t) { return t == tag::VBD || t == tag::VBP || t == tag::VBZ || t == tag::MD; }
inline bool is_noun(TagId t) { return t >= tag::NN && t <= tag::NNS; }
inline bool is_proper_noun(TagId t) { return t == tag::NNP || t == tag::NNPS; }
inline bool is_adjective(TagId t) { return t >= tag::JJ && t <= tag::JJS; }
inline bool is_adverb(TagId t) { return t >= tag::RB && t <= tag::RBS; }
inline bool is_punctuation(TagId t) { return (t >= tag::open_bracket && t <= tag::close_quote) || t == tag::HYPH || t == tag::NFP; }

}  // namespace crosscheck
