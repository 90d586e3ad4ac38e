// What of a set was checked: the part of the report an editor signs on.
#pragma once

#include "index/index.h"
#include "model/document.h"
#include "model/report.h"

namespace crosscheck {

void describe(const Collection& texts, const Index& index, SetReport& out);

}  // namespace crosscheck
