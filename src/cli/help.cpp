// --help, the man page and the shell completions, from the tables of manual.h.
//
// Tested by tests/cli/commands.py.
#include <algorithm>
#include <cctype>
#include <sstream>

#include "cli/manual.h"

namespace crosscheck {
namespace {

constexpr size_t kWidth = 80;

std::string wrapped(std::string_view text, size_t indent, size_t column) {
  std::string out;
  std::istringstream words{std::string(text)};
  bool first = true;
  for (std::string word; words >> word;) {
    if (!first && column + 1 + word.size() > kWidth) {
      out += "\n" + std::string(indent, ' ');
      column = indent;
    } else if (!first) {
      out += ' ';
      ++column;
    }
    out += word;
    column += word.size();
    first = false;
  }
  return out;
}

std::string spelled(const FlagInfo& flag) {
  std::string out = flag.letter ? std::string("-") + flag.letter + ", " : "    ";
  out += std::string("--") + flag.name;
  if (*flag.argument) out += std::string(" ") + flag.argument;
  return out;
}

// "command line  what it does" of each line.
std::vector<std::pair<std::string, std::string>> examples_of(const CommandInfo& command) {
  std::vector<std::pair<std::string, std::string>> out;
  std::istringstream lines(command.examples);
  for (std::string line; std::getline(lines, line);) {
    const size_t gap = line.find("  ");
    out.emplace_back(line.substr(0, gap), gap == std::string::npos ? "" : line.substr(gap + 2));
  }
  return out;
}

std::string roff(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\') out += "\\e";
    else if (c == '-') out += "\\-";
    else if ((c == '.' || c == '\'') && (out.empty() || out.back() == '\n')) out += std::string("\\&") + c;
    else out += c;
  }
  return out;
}

std::string words_of(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

std::vector<std::string> flags_of(std::string_view command) {
  std::vector<std::string> out;
  for (const FlagInfo& flag : all_flags()) {
    if (!belongs_to(flag, command)) continue;
    out.push_back(std::string("--") + flag.name);
    if (flag.letter) out.push_back(std::string("-") + flag.letter);
  }
  return out;
}

std::string bash_completion(const std::vector<std::string>& rules) {
  std::string out = "# Completions of crosscheck for bash: source <(crosscheck completion bash)\n_crosscheck() {\n  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]}\n  COMPREPLY=()\n";
  out += "  local rules='" + words_of(rules) + "'\n  if [ \"$COMP_CWORD\" = 1 ]; then\n    COMPREPLY=($(compgen -W '";
  for (const CommandInfo& command : all_commands()) out += std::string(command.name) + " ";
  out += "--help --version' -- \"$word\"))\n    return\n  fi\n  case $command:$before in\n";
  for (const FlagInfo& flag : all_flags()) {
    if (!*flag.choices) continue;
    std::istringstream commands(flag.commands);
    std::string patterns;
    for (std::string command; commands >> command;) patterns += (patterns.empty() ? "" : "|") + command + ":--" + flag.name;
    out += "    " + patterns + ") COMPREPLY=($(compgen -W '" + flag.choices + "' -- \"$word\")); return ;;\n";
  }
  out += "    *:--only|*:--skip|explain:explain) COMPREPLY=($(compgen -W \"$rules\" -- \"$word\")); return ;;\n";
  out += "    completion:completion) COMPREPLY=($(compgen -W 'bash zsh' -- \"$word\")); return ;;\n  esac\n  if [[ $word == -* ]]; then\n    case $command in\n";
  for (const CommandInfo& command : all_commands()) out += std::string("      ") + command.name + ") COMPREPLY=($(compgen -W '" + words_of(flags_of(command.name)) + "' -- \"$word\")) ;;\n";
  return out + "    esac\n  else\n    COMPREPLY=($(compgen -f -- \"$word\"))\n  fi\n}\ncomplete -o filenames -F _crosscheck crosscheck\n";
}

std::string quoted_for_zsh(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\'') out += "'\\''";
    else if (c == ':' || c == '[' || c == ']') out += std::string("\\") + c;
    else out += c;
  }
  return out;
}

std::string zsh_completion(const std::vector<std::string>& rules) {
  std::string out = "#compdef crosscheck\n# Completions of crosscheck for zsh: crosscheck completion zsh >~/.zfunc/_crosscheck\n_crosscheck() {\n  local -a commands\n  commands=(\n";
  for (const CommandInfo& command : all_commands()) out += std::string("    '") + command.name + ":" + quoted_for_zsh(command.title) + "'\n";
  out += "  )\n  if (( CURRENT == 2 )); then\n    _describe command commands\n    return\n  fi\n  case $words[2] in\n";
  for (const CommandInfo& command : all_commands()) {
    out += std::string("    ") + command.name + ") _arguments -s";
    for (const FlagInfo& flag : all_flags()) {
      if (!belongs_to(flag, command.name)) continue;
      const std::string_view name = flag.name;
      const std::string action = *flag.choices ? std::string("(") + flag.choices + ")" : name == "only" || name == "skip" ? "(" + words_of(rules) + ")" : "_files";
      out += " \\\n      '--" + std::string(name) + "[" + quoted_for_zsh(flag.text) + "]" + (*flag.argument ? std::string(":") + flag.argument + ":" + action : "") + "'";
    }
    const std::string_view name = command.name;
    out += " \\\n      '*:argument:" + (name == "explain" ? "(" + words_of(rules) + ")" : name == "completion" ? std::string("(bash zsh)") : std::string("_files")) + "' ;;\n";
  }
  return out + "  esac\n}\n_crosscheck \"$@\"\n";
}

}  // namespace

std::string help_text(std::string_view name) {
  std::string out;
  const CommandInfo* command = find_command(name);
  if (!command) {
    out = "crosscheck reads a set of documents, parses what they say into claims, and shows\nan editor where the set disagrees with itself.\n\nusage: crosscheck COMMAND [ARGUMENTS]\n\n";
    for (const CommandInfo& each : all_commands()) out += "  " + std::string(each.name) + std::string(16 - std::string_view(each.name).size(), ' ') + each.title + "\n";
    return out + "\n`crosscheck COMMAND --help` shows the flags of a command and examples.\nStart with `crosscheck check FOLDER`.\n\nExit status: 0 nothing at or above the fail level, 1 findings, 2 trouble.\n";
  }
  out = std::string("usage: crosscheck ") + command->name + " " + command->arguments + (*command->arguments ? " " : "") + "[FLAGS]\n\n" + wrapped(command->text, 0, 0) + "\n\n";
  for (const FlagInfo& flag : all_flags()) {
    if (!belongs_to(flag, name)) continue;
    std::string line = "  " + spelled(flag);
    line += line.size() < 28 ? std::string(28 - line.size(), ' ') : "\n" + std::string(28, ' ');
    out += line + wrapped(flag.text, 28, 28) + "\n";
    if (*flag.choices) out += std::string(28, ' ') + wrapped(flag.choices, 28, 28) + "\n";
  }
  out += "\nExamples:\n";
  for (const auto& [line, what] : examples_of(*command)) out += "  " + line + "\n      " + what + "\n";
  return out;
}

std::string man_page() {
  std::string out = ".TH CROSSCHECK 1\n.SH NAME\ncrosscheck \\- show where a set of documents disagrees with itself\n.SH SYNOPSIS\n.B crosscheck\n.I COMMAND\n[\\fIARGUMENTS\\fR]\n.SH DESCRIPTION\n";
  out += "Reads a set of documents, parses what they say into claims, and shows an editor where the set disagrees with itself. It quotes both places, says why, and works offline.\n.SH COMMANDS\n";
  for (const CommandInfo& command : all_commands()) {
    out += std::string(".SS crosscheck ") + command.name + " " + roff(command.arguments) + "\n" + roff(command.text) + "\n";
    for (const FlagInfo& flag : all_flags()) {
      if (!belongs_to(flag, command.name) || std::string_view(flag.commands) == "*") continue;
      out += ".TP\n.B " + (flag.letter ? std::string("\\-") + flag.letter + ", " : "") + "\\-\\-" + roff(flag.name) + (*flag.argument ? std::string(" \\fI") + flag.argument + "\\fR" : "") + "\n" + roff(flag.text) + "\n";
      if (*flag.choices) out += "One of: " + roff(flag.choices) + ".\n";
    }
    for (const auto& [line, what] : examples_of(command)) out += ".PP\n.RS\n.nf\n" + roff(line) + "\n.fi\n.RE\n" + roff(what) + "\n";
  }
  out += ".SH EXIT STATUS\n0 when no finding stands at or above the fail level, 1 when one does, 2 for wrong usage, a wrong configuration or input that cannot be read (all other documents are still checked), 130 after an interrupt.\n";
  out += ".SH FILES\n.TP\n.I .crosscheck.yaml\nthe configuration of a folder and all below it\n.TP\n.I $XDG_CONFIG_HOME/crosscheck/crosscheck.yaml\nthe configuration where no folder has one\n";
  return out + ".SH ENVIRONMENT\n.TP\n.B NO_COLOR\nno colours\n";
}

std::string completion(std::string_view shell, const std::vector<std::string>& rules) { return shell == "zsh" ? zsh_completion(rules) : bash_completion(rules); }

}  // namespace crosscheck
