// Any bytes as a YAML file: read, or refused with a RulebookError.
#include <string>

#include "rulebook/value.h"

using namespace crosscheck;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  try {
    parse_yaml(std::string(reinterpret_cast<const char*>(data), size), "fuzz.yaml");
  } catch (const RulebookError&) {
  }
  return 0;
}
