// Tested by tests/cli/commands.py.
#include "cli/changed.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <vector>

#include "cli/options.h"

extern char** environ;

namespace crosscheck {
namespace {

namespace fs = std::filesystem;

// What a program prints; nothing when it fails. No shell is asked.
bool output_of(const std::vector<std::string>& command, std::string& out) {
  int pipe_ends[2];
  if (::pipe2(pipe_ends, O_CLOEXEC) != 0) return false;
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, pipe_ends[1], 1);
  posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
  std::vector<char*> words;
  for (const std::string& word : command) words.push_back(const_cast<char*>(word.c_str()));
  words.push_back(nullptr);
  pid_t child = 0;
  const int failed = ::posix_spawnp(&child, words.front(), &actions, nullptr, words.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  ::close(pipe_ends[1]);
  char buffer[65536];
  for (ssize_t size; !failed && (size = ::read(pipe_ends[0], buffer, sizeof buffer)) > 0;) out.append(buffer, static_cast<size_t>(size));
  ::close(pipe_ends[0]);
  int status = 0;
  return !failed && ::waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

void add_paths(const std::string& root, const std::string& list, std::set<std::string>& paths) {
  for (size_t at = 0; at < list.size();) {
    const size_t end = std::min(list.find('\0', at), list.size());
    paths.insert((fs::path(root) / list.substr(at, end - at)).lexically_normal().string());
    at = end + 1;
  }
}

}  // namespace

const std::set<std::string>& ChangedFiles::of_repository(const std::string& folder) {
  std::string& root = roots_[folder];
  if (root.empty()) {
    if (!output_of({"git", "-C", folder, "rev-parse", "--show-toplevel"}, root)) throw UsageError("--since: " + folder + " is in no git repository, or git is not installed");
    while (root.ends_with('\n')) root.pop_back();
  }
  const auto [entry, fresh] = changed_.try_emplace(root);
  if (!fresh) return entry->second;
  std::string commit, changed, added;
  if (revision_.starts_with("-") || !output_of({"git", "-C", root, "rev-parse", "--verify", "--quiet", revision_ + "^{commit}"}, commit)) throw UsageError("--since: git knows no revision \"" + revision_ + "\" in " + root);
  while (commit.ends_with('\n')) commit.pop_back();
  if (!output_of({"git", "-C", root, "diff", "--name-only", "-z", commit, "--"}, changed) || !output_of({"git", "-C", root, "ls-files", "--others", "--exclude-standard", "-z"}, added)) throw UsageError("--since: git cannot tell what changed in " + root);
  add_paths(root, changed, entry->second);
  add_paths(root, added, entry->second);
  return entry->second;
}

bool ChangedFiles::contains(const std::string& path) {
  std::error_code error;
  const fs::path file = fs::weakly_canonical(path, error);
  return of_repository(file.parent_path().string()).contains(file.string());
}

}  // namespace crosscheck
