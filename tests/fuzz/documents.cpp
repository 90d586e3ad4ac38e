// Any bytes, as a document of any format, through the whole pipeline: no crash, no hang, places inside the file.
//
// The first byte picks the format, so one corpus serves them all.
#include <cstdlib>
#include <string>

#include "run.h"
#include "text/encoding.h"
#include "text/utf8.h"

using namespace crosscheck;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const Rulebook rules = make_ready({std::string(CROSSCHECK_SOURCE) + "/rules", CROSSCHECK_DATA}, "");
  static const char* const kNames[] = {"a.txt", "a.md", "a.html"};
  if (size == 0) return 0;
  const std::string bytes(reinterpret_cast<const char*>(data + 1), size - 1);
  const SetResult result = run({"fuzz", {{kNames[data[0] % 3], "", bytes}, {"b.txt", "", std::string("Take two tablets a day. Keep it dry.")}}}, rules);
  const size_t points = code_points(decode(bytes).text);
  for (const ReportFinding& finding : result.findings)
    for (const Place& place : finding.evidence)
      if (place.start > place.end || (place.document[0] == 'a' && place.end > points)) std::abort();
  return 0;
}
