// crosscheck: arguments to a command.
#include <exception>
#include <iostream>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/options.h"

int main(int count, char** words) {
  using namespace crosscheck;
  std::ios::sync_with_stdio(false);
  const std::string command = count > 1 ? words[1] : "";
  const Arguments arguments(words + std::min(count, 2), words + count);
  try {
    if (command == "--version") {
      std::cout << "crosscheck " << CROSSCHECK_VERSION << '\n';
      return 0;
    }
    if (command == "check") return check_command(arguments);
    throw UsageError(command.empty() ? "a command is needed" : "no command is called \"" + command + "\"");
  } catch (const UsageError& wrong) {
    std::cerr << "crosscheck: " << wrong.what() << "\nTry `crosscheck --help`.\n";
  } catch (const std::exception& wrong) {
    std::cerr << "crosscheck: " << wrong.what() << '\n';
  }
  return 2;
}
