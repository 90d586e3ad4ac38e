#include "language/quantities.h"

#include <doctest/doctest.h>

#include <cmath>

#include "segment/segment.h"

namespace crosscheck {
namespace {

struct Read {
  Rulebook book = load_rulebook({std::string(CROSSCHECK_SOURCE) + "/rules", ""}, "");
  std::unique_ptr<QuantityTable> table;
  Read() {
    book.prepare<SegmentTables>();
    table = std::make_unique<QuantityTable>(book);
  }
  std::vector<Quantity> all(const std::string& text) const {
    Collection texts(book.symbols);
    texts.documents.emplace_back().text = text;
    segment(texts, book);
    std::vector<Quantity> out;
    const Document& document = texts.documents.front();
    for (const Sentence& sentence : document.sentences) table->read(document, sentence.first_token, sentence.end_token, out);
    return out;
  }
  // "dimension low high" of the first quantity, in base units.
  std::string first(const std::string& text) const {
    const std::vector<Quantity> found = all(text);
    if (found.empty()) return "nothing";
    const auto shown = [](double value) {
      char buffer[32];
      std::snprintf(buffer, sizeof buffer, "%.5g", value);
      return std::string(buffer);
    };
    const Quantity& q = found.front();
    return q.dimension + " " + shown(q.low) + (q.high == q.low ? "" : " " + shown(q.high)) + (q.per.empty() ? "" : " per " + q.per) + (q.approximate ? " about" : "");
  }
};

const Read& reader() {
  static const Read read;
  return read;
}

}  // namespace

TEST_CASE("quantities are intervals in base units") {
  const auto first = [](const char* text) { return reader().first(text); };
  CHECK(first("It lasts 2 to 3 weeks.") == "duration 14 21");
  CHECK(first("It lasts between 2 weeks and 3 months.") == "duration 14 91.312");
  CHECK(first("a 24-hour fast") == "duration 1");
  CHECK(first("Take 5 mg/kg a day.") == "mass 0.005 per kg/day");
  CHECK(first("Take at least 1.5 litres of water per day.") == "volume 1.5 inf per day");
  CHECK(first("Tighten the bolts to 5 Nm.") == "torque 5");
  CHECK(first("light of 550 nm") == "length 5.5e-07");
  CHECK(first("The laser has 5 mW.") == "power 0.005");
  CHECK(first("No more than two tablets.") == "count -inf 2");
  CHECK(first("about 40 minutes") == "duration 0.027778 about");
  CHECK(first("1 hour 30 minutes") == "duration 0.0625");
  CHECK(first("children aged 2 to 11 years") == "age 730.5 4017.8");
  CHECK(first("a 5-year-old child") == "age 1826.2");
  CHECK(first("The deposit is £50.") == "money GBP 50");
  CHECK(first("It costs $2 million.") == "money USD 2e+06");
  CHECK(first("The price is 24.5p per kWh.") == "money GBP 0.245 per kwh");
  CHECK(first("a pressure of 140/90 mmHg") == "blood pressure 140");
  CHECK(first("He has type 2 diabetes.") == "label 2");
  CHECK(first("People over 65 years of age") == "age 23741 inf");
  CHECK(first("three or four injections") == "count 3 4");
}

TEST_CASE("equal values in other forms are equal") {
  const auto same = [](const char* a, const char* b) {
    const std::string one = reader().first(a), two = reader().first(b);
    CHECK_MESSAGE(one == two, a, " = ", one, ", ", b, " = ", two);
  };
  same("Three quarters of patients", "75% of patients");
  same("One in 2,000 people", "0.05 % of people");
  same("Two out of five users", "40 per cent of users");
  same("half a gram", "500 mg");
  same("after a fortnight", "after 14 days");
  same("24 months", "730.5 days");
  same("every six hours", "four times a day");
  same("once daily", "every 24 hours");
  same("twice a week", "two times per week");
  same("Fever above 100.4 °F", "Fever above 38 °C");
  same("24 March 1882", "March 24, 1882");
  same("at 10 pm", "at 22:00");
  same("ten in the evening", "10 p.m.");
  same("half an hour", "30 minutes");
}

TEST_CASE("numbers that measure nothing are left alone") {
  CHECK(reader().all("Call 0800 555 111 now.").empty());
  CHECK(reader().all("As shown before [12].").empty());
  CHECK(reader().first("See Table 4.") == "label 4");
}

}  // namespace crosscheck
