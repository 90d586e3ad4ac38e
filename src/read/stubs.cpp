#include "read/read.h"
#include "read/refused.h"

namespace crosscheck {

void read_pdf(const std::string&, Document&, std::vector<Trouble>&) { throw Refused("PDF is not read yet: save it as text"); }
void read_rtf(Document&, std::vector<Trouble>&) { throw Refused("RTF is not read yet: save it as .docx or text"); }
void read_spl(Document&) { throw Refused("drug label XML is not read yet: save it as HTML or text"); }

}  // namespace crosscheck
