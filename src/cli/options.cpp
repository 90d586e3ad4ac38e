// Tested by tests/cli/commands.py.
#include "cli/options.h"

#include <unistd.h>

#include <boost/program_options.hpp>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>

#include "cli/manual.h"
#include "text/nearest.h"

namespace crosscheck {
namespace {

namespace po = boost::program_options;
using Values = po::variables_map;

// "--color" and "--progress" may stand without their argument, which then is "always".
std::vector<std::string> with_arguments(std::vector<std::string> arguments) {
  for (size_t i = 0; i < arguments.size() && arguments[i] != "--"; ++i) {
    if (arguments[i] != "--color" && arguments[i] != "--progress") continue;
    const std::string next = i + 1 < arguments.size() ? arguments[i + 1] : "";
    if (next == "auto" || next == "always" || next == "never") continue;
    arguments[i] += "=always";
  }
  return arguments;
}

po::options_description known_flags(const std::string& command) {
  po::options_description known;
  for (const FlagInfo& flag : all_flags()) {
    if (!belongs_to(flag, command)) continue;
    std::string name = flag.name;
    if (flag.letter) name += std::string(",") + flag.letter;
    if (*flag.argument) known.add_options()(name.c_str(), po::value<std::vector<std::string>>());
    else known.add_options()(name.c_str(), po::bool_switch());
  }
  known.add_options()("path", po::value<std::vector<std::string>>());
  return known;
}

std::vector<std::string> all_of(const Values& values, const std::string& name) {
  return values.count(name) ? values[name].as<std::vector<std::string>>() : std::vector<std::string>{};
}

// The argument of a flag: the last one counts. Choices are those of the manual.
std::string last_of(const Values& values, const std::string& command, const std::string& name, const std::string& otherwise = "") {
  const std::vector<std::string> given = all_of(values, name);
  if (given.empty()) return otherwise;
  const auto& flags = all_flags();
  const auto flag = std::find_if(flags.begin(), flags.end(), [&](const FlagInfo& each) { return each.name == name && belongs_to(each, command); });
  if (flag == flags.end() || !*flag->choices) return given.back();
  std::istringstream choices(flag->choices);
  std::vector<std::string> known{std::istream_iterator<std::string>(choices), {}};
  if (std::find(known.begin(), known.end(), given.back()) != known.end()) return given.back();
  std::string list;
  for (size_t i = 0; i < known.size(); ++i) list += (i == 0 ? "" : i + 1 == known.size() ? " or " : ", ") + known[i];
  throw UsageError("--" + name + " takes " + list + ", not \"" + given.back() + "\"");
}

bool given(const Values& values, const std::string& name) { return values.count(name) && values[name].as<bool>(); }

// Arguments that may be repeated or parted by commas.
std::vector<std::string> list_of(const Values& values, const std::string& name) {
  std::vector<std::string> out;
  for (const std::string& each : all_of(values, name)) {
    std::istringstream parts(each);
    for (std::string part; std::getline(parts, part, ',');)
      if (!part.empty()) out.push_back(part);
  }
  return out;
}

Level level_named(const std::string& name) { return name == "error" ? Level::error : name == "warning" ? Level::warning : Level::suggestion; }
When when_named(const std::string& name) { return name == "always" ? When::always : name == "never" ? When::never : When::automatic; }

unsigned number_of_jobs(const std::string& text) {
  unsigned number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number > 1024) throw UsageError("-j takes a number of threads, not \"" + text + "\"");
  return number;
}

// Paths of a list, one a line, or parted by NUL as `find -print0` writes them.
void add_listed(std::vector<std::string>& paths, const std::string& name) {
  std::ifstream file;
  if (name != "-") file.open(name, std::ios::binary);
  std::istream& in = name == "-" ? std::cin : file;
  std::string content(std::istreambuf_iterator<char>(in), {});
  if (!in && name != "-") throw UsageError(name + ": the list of files cannot be read");
  const char end = content.find('\0') == std::string::npos ? '\n' : '\0';
  std::istringstream lines(content);
  for (std::string line; std::getline(lines, line, end);) {
    if (line.ends_with('\r')) line.pop_back();
    if (!line.empty()) paths.push_back(line);
  }
}

[[noreturn]] void unknown_flag(const std::string& command, const std::string& name) {
  std::vector<std::string_view> known;
  for (const FlagInfo& flag : all_flags())
    if (belongs_to(flag, command)) known.emplace_back(flag.name);
  const std::string bare = name.substr(std::min(name.find_first_not_of('-'), name.size()));
  const std::string_view near = bare.size() > 1 ? nearest(bare, known) : std::string_view();
  throw UsageError("`crosscheck " + command + "` has no flag \"" + name + "\"" + (near.empty() ? "" : "; did you mean --" + std::string(near) + "?"));
}

// `vale --output=JSON`, as editors' plug-ins call it: its JSON on standard output, and the text on standard input
// unless files are named.
void stand_in_for_vale(Options& options) {
  options.format = "vale-json";
  options.output.clear();
  if (!options.paths.empty()) return;
  options.paths.push_back("-");
  if (options.extensions.empty()) return;
  const std::string& ending = options.extensions.front();
  options.input = ending == ".md" || ending == ".markdown" ? Format::markdown : ending == ".html" || ending == ".htm" ? Format::html : Format::plain;
}

Options from_values(const std::string& command, const Values& values) {
  Options options;
  const auto text = [&](const char* name, const char* otherwise = "") { return last_of(values, command, name, otherwise); };
  options.paths = all_of(values, "path");
  options.format = text("format", "text");
  options.output = text("output");
  options.min_level = level_named(text("min-level", "suggestion"));
  options.fail_on = level_named(text("fail-on", "error"));
  options.only = list_of(values, "only");
  options.skip = list_of(values, "skip");
  options.config = text("config");
  options.no_config = given(values, "no-config");
  options.rules = text("rules");
  options.baseline = text("baseline");
  options.write_baseline = text("write-baseline");
  options.reason = text("reason");
  options.audit = text("audit");
  options.since = text("since");
  options.cache = text("cache");
  options.watch = given(values, "watch");
  options.no_exit = given(values, "no-exit");
  options.threads = number_of_jobs(text("jobs", "0"));
  const std::string input = text("input");
  options.ndjson = input == "ndjson";
  if (input == "text") options.input = Format::plain;
  if (input == "markdown") options.input = Format::markdown;
  if (input == "html") options.input = Format::html;
  options.unsorted = given(values, "unsorted");
  options.one_set = given(values, "one-set");
  options.globs = all_of(values, "glob");
  for (const std::string& extension : list_of(values, "ext")) options.extensions.push_back(extension.starts_with(".") ? extension : "." + extension);
  for (const std::string& list : all_of(values, "file-list")) {
    options.file_list = true;
    add_listed(options.paths, list);
  }
  options.stdin_filename = text("stdin-filename");
  options.finding = text("finding");
  options.pair = text("pair");
  options.test = given(values, "test");
  options.dry_run = given(values, "dry-run");
  options.color = when_named(text("color", "auto"));
  options.progress = when_named(text("progress", "auto"));
  options.quiet = given(values, "quiet");
  if (options.output == "JSON" && command == "check") stand_in_for_vale(options);
  options.verbose = given(values, "verbose");
  return options;
}

}  // namespace

Options parse_options(const std::string& command, const std::vector<std::string>& arguments) {
  const po::options_description known = known_flags(command);
  po::positional_options_description places;
  places.add("path", -1);
  Values values;
  try {
    namespace style = po::command_line_style;
    po::store(po::command_line_parser(with_arguments(arguments)).options(known).positional(places).style(style::unix_style & ~style::allow_guessing).run(), values);
  } catch (const po::unknown_option& wrong) {
    unknown_flag(command, wrong.get_option_name());
  } catch (const po::invalid_command_line_syntax& wrong) {
    throw UsageError(wrong.kind() == po::invalid_command_line_syntax::missing_parameter ? wrong.get_option_name() + " needs an argument" : wrong.what());
  } catch (const po::error& wrong) {
    throw UsageError(wrong.what());
  }
  if (given(values, "help") || given(values, "version")) {
    Options options;
    options.help = given(values, "help");
    options.version = !options.help;
    return options;
  }
  return from_values(command, values);
}

bool wants_color(const Options& options, int stream) {
  if (options.color != When::automatic) return options.color == When::always;
  const char* off = std::getenv("NO_COLOR");
  const char* terminal = std::getenv("TERM");
  return (!off || !*off) && (!terminal || std::string_view(terminal) != "dumb") && ::isatty(stream) != 0;
}

}  // namespace crosscheck
