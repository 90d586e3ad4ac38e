#include "cli/options.h"

#include <boost/program_options.hpp>

namespace crosscheck {
namespace {

namespace po = boost::program_options;

Level level_named(const std::string& name, const std::string& flag) {
  if (name == "error") return Level::error;
  if (name == "warning") return Level::warning;
  if (name == "suggestion") return Level::suggestion;
  throw UsageError("--" + flag + " takes error, warning or suggestion, not \"" + name + "\"");
}

}  // namespace

Options parse_options(const std::string&, const std::vector<std::string>& arguments) {
  Options options;
  std::string min_level, fail_on;
  po::options_description known;
  auto add = known.add_options();
  add("help,h", po::bool_switch(&options.help));
  add("path", po::value(&options.paths));
  add("format", po::value(&options.format));
  add("output,o", po::value(&options.output));
  add("min-level", po::value(&min_level));
  add("fail-on", po::value(&fail_on));
  add("only", po::value(&options.only));
  add("skip", po::value(&options.skip));
  add("config", po::value(&options.config));
  add("no-config", po::bool_switch(&options.no_config));
  add("rules", po::value(&options.rules));
  add("jobs,j", po::value(&options.threads));
  add("input", po::value(&options.input));
  add("one-set", po::bool_switch(&options.one_set));
  po::positional_options_description places;
  places.add("path", -1);
  namespace style = po::command_line_style;
  try {
    po::variables_map values;
    po::store(po::command_line_parser(arguments).options(known).positional(places).style(style::unix_style & ~style::allow_guessing).run(), values);
    po::notify(values);
  } catch (const po::error& wrong) {
    throw UsageError(wrong.what());
  }
  if (!min_level.empty()) options.min_level = level_named(min_level, "min-level");
  if (!fail_on.empty()) options.fail_on = level_named(fail_on, "fail-on");
  return options;
}

}  // namespace crosscheck
