// Tested by tests/rooms/claims.cpp.
#include "claim/report_claims.h"

#include "claim/facets.h"
#include "claim/reference.h"
#include "claim/said.h"
#include "text/utf8.h"

namespace crosscheck {
namespace {

// Code points before each byte asked for; cheap when asked in order.
class Points {
 public:
  explicit Points(std::string_view source) : source_(source) {}
  uint32_t at(uint32_t byte) {
    if (byte < byte_) byte_ = points_ = 0;
    points_ += static_cast<uint32_t>(code_points(source_.substr(byte_, byte - byte_)));
    byte_ = byte;
    return points_;
  }

 private:
  std::string_view source_;
  uint32_t byte_ = 0, points_ = 0;
};

ReportQuantity shown(const Document& document, const Quantity& q) {
  return {std::string(document.text_of(q.span)), q.unit, q.dimension, name_of(q.comparator), std::string(document.text_of(q.of)), q.per, q.low, q.high, q.approximate};
}

ReportClaim shown(const Collection& texts, const Claim& claim, Points& points) {
  const Document& document = texts.documents[claim.document];
  const Sentence& sentence = document.sentences[claim.sentence];
  const auto text = [&](Span span) { return std::string(document.text_of(span)); };
  ReportClaim out;
  out.set = texts.id;
  out.document = document.name;
  out.passage = sentence.passage + 1;
  const Span source = document.map.to_source(claim.span);
  out.start = points.at(source.begin), out.end = points.at(source.end);
  out.sentence = text(sentence.span);
  out.subject = text(claim.subject), out.relation = claim.auxiliary.empty() ? text(claim.relation) : text(claim.auxiliary) + " " + text(claim.relation);
  for (const Span argument : claim.arguments) out.arguments.push_back(text(argument));
  out.polarity = claim.polarity == Polarity::positive ? "positive" : "negative";
  out.modality = name_of(claim.modality);
  out.quantifier = name_of(claim.quantifier);
  for (const Quantified& q : claim.quantified) out.quantified.push_back({name_of(q.value), text(q.span), text(q.of)});
  if (claim.frequency) out.frequency_text = text(claim.frequency->span), out.frequency_of = text(claim.frequency->of);
  if (claim.frequency) out.frequency = claim.frequency->word, out.frequency_low = claim.frequency->low, out.frequency_high = claim.frequency->high;
  for (const Quantity& quantity : claim.quantities) out.quantities.push_back(shown(document, quantity));
  for (const Span condition : claim.conditions) out.conditions.push_back(text(condition));
  if (claim.time) out.time = text(*claim.time);
  if (claim.attribution) out.attribution = text(*claim.attribution);
  out.confidence = claim.confidence;
  out.canonical_subject = claim.canonical.subject, out.canonical_relation = claim.canonical.relation, out.canonical_value = claim.canonical.value;
  out.resolved = claim.canonical.resolved, out.stands_for = claim.canonical.stands_for;
  return out;
}

}  // namespace

std::vector<ReportClaim> report_claims(const Collection& texts, const std::vector<Claim>& statements, const Rulebook& rules) {
  std::vector<Claim> claims = claims_said(texts, statements, rules);
  resolve_references(texts, claims, rules);
  std::vector<ReportClaim> out;
  out.reserve(claims.size());
  uint32_t document = UINT32_MAX;
  Points points("");
  for (const Claim& claim : claims) {
    if (claim.document != document) document = claim.document, points = Points(texts.documents[document].source_text());
    out.push_back(shown(texts, claim, points));
  }
  return out;
}

}  // namespace crosscheck
