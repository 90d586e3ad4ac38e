#include "language/analyse.h"

namespace crosscheck {

void analyse(Collection&, const Rulebook&, std::vector<Trouble>&) {}

}  // namespace crosscheck
