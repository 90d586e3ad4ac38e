// A quantity in words, as it was understood: "at least 5 mg per day", "2 to 3 weeks", "75 %".
#pragma once

#include <string>

#include "model/claim.h"

namespace crosscheck {

std::string understood(const Quantity& quantity);

}  // namespace crosscheck
