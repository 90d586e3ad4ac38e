#include "cli/manual.h"

#include <algorithm>

namespace crosscheck {
namespace {

constexpr const char* kReading = "check claims abbreviations explain fix";
constexpr const char* kWhen = "auto always never";

}  // namespace

const std::vector<FlagInfo>& all_flags() {
  static const std::vector<FlagInfo> flags = {
      {"format", 0, "FORMAT", "text json ndjson sarif html markdown summary github junit vale-json csv", "how the report is written (default: text)", "check"},
      {"format", 0, "FORMAT", "text ndjson json csv", "text to read, or claims for other programs, ndjson one a line (default: text)", "claims"},
      {"format", 0, "FORMAT", "text json csv markdown", "how the table is written (default: text)", "abbreviations"},
      {"format", 0, "FORMAT", "text markdown json", "how the table is written (default: text)", "rules"},
      {"output", 'o', "FILE", "", "write there instead of standard output; the file is replaced whole or not at all (check: JSON stands for --format vale-json)", "check claims abbreviations"},
      {"min-level", 0, "LEVEL", "suggestion warning error", "leave milder findings out (default: suggestion)", "check explain"},
      {"fail-on", 0, "LEVEL", "suggestion warning error", "exit with status 1 from this level on (default: error)", "check"},
      {"only", 0, "RULE", "", "run only these rules: an id or the start of one, as in contradiction; may be repeated", "check fix"},
      {"skip", 0, "RULE", "", "leave these rules out; may be repeated", "check fix"},
      {"config", 0, "FILE", "", "this configuration instead of the .crosscheck.yaml above each set", "check claims abbreviations explain fix rules"},
      {"no-config", 0, "", "", "no configuration: the rules as they are shipped", "check claims abbreviations explain fix rules"},
      {"rules", 0, "DIR", "", "the folder of rules, instead of the one that came with the program", "check claims abbreviations explain fix rules"},
      {"baseline", 0, "FILE", "", "leave out the findings that this file lists: only new ones are reported", "check"},
      {"write-baseline", 0, "FILE", "", "list all findings of today in this file", "check"},
      {"reason", 0, "TEXT", "", "why the findings go into the baseline; kept with each", "check"},
      {"audit", 0, "FILE", "", "append what was decided about findings, by whom and when, as JSON lines", "check"},
      {"since", 0, "REV", "", "only findings that touch a document changed since this git revision; the whole set is compared", "check"},
      {"watch", 0, "", "", "check again whenever a document or the configuration changes", "check"},
      {"no-exit", 0, "", "", "end with status 0 whatever is found", "check"},
      {"cache", 0, "DIR|off", "", "keep results there, and take those of sets that nothing changed for (default: off)", "check"},
      {"jobs", 'j', "N", "", "use N threads (default: one a core)", kReading},
      {"input", 0, "FORMAT", "text markdown html ndjson", "the format of every input, whatever its name", kReading},
      {"unsorted", 0, "", "", "NDJSON: lines of a set may stand anywhere; holds all of them in memory", kReading},
      {"one-set", 0, "", "", "compare all documents with one another, as one set", kReading},
      {"glob", 0, "GLOB", "", "of folders, only files that match; \"!GLOB\" leaves files out; may be repeated", kReading},
      {"ext", 0, "EXT", "", "of folders, files with these endings are documents: .txt,.rst", kReading},
      {"file-list", 0, "FILE", "", "read more paths from a file, one a line; - is standard input", kReading},
      {"stdin-filename", 0, "NAME", "", "standard input stands in for this file, within the set of its folder", kReading},
      {"finding", 0, "FINGERPRINT", "", "show how this finding came about", "explain"},
      {"pair", 0, "FILE:LINE", "", "with a second FILE:LINE behind it: show how the two places were compared, and why they are or are not a finding", "explain"},
      {"test", 0, "", "", "run the bad and good samples of the house rules", "rules"},
      {"dry-run", 0, "", "", "print the changes as a unified diff and change nothing", "fix"},
      {"color", 0, "WHEN", kWhen, "colours in text on a terminal (default: auto, which also obeys NO_COLOR)", "check claims abbreviations explain rules"},
      {"progress", 0, "WHEN", kWhen, "show on standard error how far the run is (default: auto)", kReading},
      {"quiet", 'q', "", "", "say nothing on standard error but errors", kReading},
      {"verbose", 'v', "", "", "say which files were passed over and why, and which configuration was used", kReading},
      {"help", 'h', "", "", "show this help", "*"},
      {"version", 0, "", "", "show the version", "*"},
  };
  return flags;
}

const std::vector<CommandInfo>& all_commands() {
  static const std::vector<CommandInfo> commands = {
      {"check", "[PATH...]", "find where a set of documents disagrees with itself",
       "Reads the documents under PATH (files, folders, - for standard input; none: the current folder) and reports the findings. A folder that "
       "directly holds documents is one set; only documents of one set are compared. NDJSON files hold sets too: one document a line, "
       "{\"set\": \"...\", \"id\": \"...\", \"text\": \"...\"}.",
       "crosscheck check leaflets/  checks every set under leaflets\n"
       "crosscheck check a.md b.html --min-level warning  compares two files\n"
       "crosscheck check . --format sarif -o report.sarif  writes a report for a CI service\n"
       "crosscheck check sets.ndjson --format ndjson  streams findings, set by set\n"
       "crosscheck check --only contradiction --fail-on warning  looks for contradictions alone\n"
       "crosscheck check --stdin-filename docs/dose.md <draft  checks a draft among its neighbours"},
      {"claims", "[PATH...]", "show the claims that the documents make",
       "Prints what each sentence was understood to say, for reading or, with --format ndjson, for other programs.",
       "crosscheck claims leaflet.txt  shows the claims of one leaflet\n"
       "crosscheck claims docs/ --format ndjson  prints one claim a line"},
      {"abbreviations", "[PATH...]", "show the table of abbreviations of each set",
       "Lists every short form with what it stands for, where it is spelled out and how often it is used.",
       "crosscheck abbreviations docs/  shows the table\n"
       "crosscheck abbreviations docs/ --format markdown  prints it for an appendix"},
      {"explain", "RULE | --finding FINGERPRINT [PATH...] | --pair PLACE PLACE", "show the page of a rule, or how a finding came about",
       "Prints what the rule looks for, why a reader minds, a bad and a good example, and its settings. With --finding, shows one finding of the "
       "documents under PATH with all its places, how they were compared and why it has its level; a fingerprint may be shortened. With --pair, "
       "shows how the sentences at two places were understood and compared, and what silenced them; FILE:LINE:COLUMN picks one sentence of a line.",
       "crosscheck explain contradiction.count  shows the page of a rule\n"
       "crosscheck explain contradiction  lists the rules of a family\n"
       "crosscheck explain --finding 5f2e docs/  shows one finding in full\n"
       "crosscheck explain --pair a.txt:3 b.txt:12  shows why two places are, or are not, a finding"},
      {"rules", "", "list all rules",
       "Lists every rule with its id, its level as configured for the current folder, and one line. With --test, runs the bad and good samples of "
       "the house rules that the configuration names.",
       "crosscheck rules  lists the rules\n"
       "crosscheck rules --format markdown  prints the table for documentation\n"
       "crosscheck rules --test  tests the house rules"},
      {"init", "[FOLDER]", "write a commented .crosscheck.yaml", "Writes a configuration to start from. A file that is there already is left alone.",
       "crosscheck init  writes .crosscheck.yaml in the current folder\n"
       "crosscheck init docs  writes docs/.crosscheck.yaml"},
      {"fix", "[PATH...]", "apply the safe fixes",
       "Changes text files where no reader could object, such as a doubled word. Files are replaced whole or not at all.",
       "crosscheck fix docs/ --dry-run  shows what would change\n"
       "crosscheck fix docs/ --only text  applies the safe fixes of one family"},
      {"completion", "bash | zsh", "print completions for a shell", "Prints a script that completes commands, flags, rules and files.",
       "source <(crosscheck completion bash)  in ~/.bashrc\n"
       "crosscheck completion zsh >~/.zfunc/_crosscheck  in a folder of $fpath"},
      {"man", "", "print the manual page", "Prints the manual page as roff.", "crosscheck man | man -l -  shows it"},
  };
  return commands;
}

const CommandInfo* find_command(std::string_view name) {
  const auto& commands = all_commands();
  const auto found = std::find_if(commands.begin(), commands.end(), [&](const CommandInfo& each) { return each.name == name; });
  return found == commands.end() ? nullptr : &*found;
}

bool belongs_to(const FlagInfo& flag, std::string_view command) {
  const std::string_view known = flag.commands;
  if (known == "*") return true;
  for (size_t at = known.find(command); at != std::string_view::npos; at = known.find(command, at + 1)) {
    const bool begins = at == 0 || known[at - 1] == ' ', ends = at + command.size() == known.size() || known[at + command.size()] == ' ';
    if (begins && ends) return true;
  }
  return false;
}

}  // namespace crosscheck
