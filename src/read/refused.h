// Why a document cannot be read, in words for the person who named it. Readers throw it; read() makes it a Trouble
// of that document, and the run goes on.
#pragma once

#include <stdexcept>

namespace crosscheck {

struct Refused : std::runtime_error {
  using std::runtime_error::runtime_error;
};

}  // namespace crosscheck
