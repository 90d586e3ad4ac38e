// All commands and flags, once: the parser of arguments, --help, the shell completions and the man page are made
// from these tables.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace crosscheck {

struct FlagInfo {
  const char* name;
  char letter;           // 0: none
  const char* argument;  // "": a switch
  const char* choices;   // what the argument may be, or ""
  const char* text;
  const char* commands;  // that know the flag; "*": all
};

struct CommandInfo {
  const char* name;
  const char* arguments;
  const char* title;
  const char* text;
  const char* examples;  // one a line: the command line, two blanks, what it does
};

const std::vector<FlagInfo>& all_flags();
const std::vector<CommandInfo>& all_commands();
const CommandInfo* find_command(std::string_view name);
bool belongs_to(const FlagInfo& flag, std::string_view command);

// --help of a command, or of the program when the name is empty.
std::string help_text(std::string_view command);
std::string man_page();
// Of "bash" or "zsh"; `rules` are offered after --only, --skip and explain.
std::string completion(std::string_view shell, const std::vector<std::string>& rules);

}  // namespace crosscheck
