// crosscheck: arguments to a command.
#include <algorithm>
#include <exception>
#include <iostream>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/manual.h"
#include "cli/output.h"

namespace crosscheck {
namespace {

struct Command {
  const char* name;
  int (*run)(const Options&);
};

constexpr Command kCommands[] = {
    {"check", check_command}, {"claims", claims_command}, {"abbreviations", abbreviations_command}, {"explain", explain_command},       {"rules", rules_command},
    {"init", init_command},   {"fix", fix_command},       {"completion", completion_command},       {"man", man_command},
};

// Editors' plug-ins for Vale name no command: `--output=JSON --no-exit FILE`.
bool is_call_of_vale(const std::vector<std::string>& arguments, const std::string& first) {
  return first == "--output=JSON" || std::find(arguments.begin(), arguments.end(), "--output=JSON") != arguments.end() || (first == "--output" && !arguments.empty() && arguments.front() == "JSON");
}

int show(const std::string& text) {
  Output out("");
  out.write(text);
  out.finish();
  return 0;
}

int run(const std::string& name, const std::vector<std::string>& arguments) {
  const std::string version = std::string("crosscheck ") + CROSSCHECK_VERSION + "\n";
  if (name == "--version") return show(version);
  if (name == "--help" || name == "-h" || name == "help") return show(help_text(arguments.empty() ? "" : arguments.front()));
  if (name.starts_with("-") && is_call_of_vale(arguments, name)) {
    std::vector<std::string> all{name};
    all.insert(all.end(), arguments.begin(), arguments.end());
    return check_command(parse_options("check", all));
  }
  for (const Command& command : kCommands) {
    if (name != command.name) continue;
    const Options options = parse_options(name, arguments);
    if (options.help || options.version) return show(options.help ? help_text(name) : version);
    return command.run(options);
  }
  if (name.starts_with("-")) throw UsageError("a command comes before the flags, as in `crosscheck check " + name + "`");
  throw UsageError(name.empty() ? "a command is needed, as in `crosscheck check FOLDER`" : "no command is called \"" + name + "\"");
}

}  // namespace
}  // namespace crosscheck

int main(int count, char** words) {
  std::ios::sync_with_stdio(false);
  crosscheck::prepare_signals();
  const std::string name = count > 1 ? words[1] : "";
  try {
    return crosscheck::run(name, {words + std::min(count, 2), words + count});
  } catch (const crosscheck::UsageError& wrong) {
    std::cerr << "crosscheck: " << wrong.what() << "\nTry `crosscheck " << (crosscheck::find_command(name) ? name + " " : "") << "--help`.\n";
  } catch (const std::exception& wrong) {
    std::cerr << "crosscheck: " << wrong.what() << '\n';
  }
  return 2;
}
