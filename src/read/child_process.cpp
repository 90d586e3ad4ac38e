// Between fork and exec only what POSIX allows there is called, since other threads may hold any lock.
//
// Tested by tests/rooms/read_pdf.cpp.
#include "read/child_process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>

namespace crosscheck {
namespace {

constexpr size_t kComplaints = 4096;

class Descriptor {
 public:
  explicit Descriptor(int number = -1) : number_(number) {}
  ~Descriptor() { reset(); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return number_; }
  void reset(int number = -1) {
    if (number_ >= 0) ::close(number_);
    number_ = number;
  }

 private:
  int number_;
};

struct Pipe {
  Descriptor read, write;
  bool open() {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) return false;
    read.reset(ends[0]);
    write.reset(ends[1]);
    return true;
  }
};

// The input as a file without a name, so that a program may seek in it.
int as_file(std::string_view input) {
  const int file = ::memfd_create("document", MFD_CLOEXEC);
  for (size_t done = 0; file >= 0 && done < input.size();) {
    const ssize_t written = ::write(file, input.data() + done, input.size() - done);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) {
      ::close(file);
      return -1;
    }
    done += static_cast<size_t>(written);
  }
  if (file >= 0) ::lseek(file, 0, SEEK_SET);
  return file;
}

void limit(decltype(RLIMIT_AS) what, size_t most) {
  const rlimit limits{most, most};
  ::setrlimit(what, &limits);
}

[[noreturn]] void become(const char* program, char* const* arguments, char* const* environment, int in, int out, int err, const ChildLimits& limits) {
  // Out of the way first: a parent whose own standard input is closed may have got one of the three for a pipe.
  for (int* each : {&in, &out, &err})
    if (*each < 3) *each = ::fcntl(*each, F_DUPFD_CLOEXEC, 3);
  ::dup2(in, 0);
  ::dup2(out, 1);
  ::dup2(err, 2);
  limit(RLIMIT_AS, limits.memory);
  limit(RLIMIT_CPU, static_cast<size_t>(limits.time.count()));
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_FSIZE, 0);
  ::execve(program, arguments, environment);
  ::_exit(127);
}

// The child, which does not outlive this.
class Child {
 public:
  explicit Child(pid_t id) : id_(id) {}
  ~Child() {
    if (id_ > 0) stop(), wait();
  }
  void stop() const { ::kill(id_, SIGKILL); }
  int wait() {
    int status = 0;
    while (::waitpid(id_, &status, 0) < 0 && errno == EINTR) {
    }
    id_ = -1;
    return status;
  }

 private:
  pid_t id_;
};

}  // namespace

std::string find_program(const std::string& name) {
  const char* path = std::getenv("PATH");
  std::string_view rest = path ? path : "/usr/local/bin:/usr/bin:/bin";
  while (true) {
    const size_t end = std::min(rest.find(':'), rest.size());
    const std::string candidate = std::string(rest.substr(0, end)) + "/" + name;
    if (end > 0 && ::access(candidate.c_str(), X_OK) == 0) return candidate;
    if (end == rest.size()) return "";
    rest.remove_prefix(end + 1);
  }
}

ChildResult run_child(const std::string& program, const std::vector<std::string>& arguments, std::string_view input, const ChildLimits& limits, const std::function<void(std::string_view)>& take) {
  ChildResult result;
  const Descriptor in(as_file(input));
  Pipe out, err;
  if (in.get() < 0 || !out.open() || !err.open()) return result;
  std::vector<char*> words = {const_cast<char*>(program.c_str())};
  for (const std::string& each : arguments) words.push_back(const_cast<char*>(each.c_str()));
  words.push_back(nullptr);
  char locale[] = "LC_ALL=C.UTF-8";
  char* environment[] = {locale, nullptr};
  const auto deadline = std::chrono::steady_clock::now() + limits.time;
  const pid_t id = ::fork();
  if (id < 0) return result;
  if (id == 0) become(program.c_str(), words.data(), environment, in.get(), out.write.get(), err.write.get(), limits);
  Child child(id);
  out.write.reset();
  err.write.reset();
  using End = ChildResult::End;
  result.end = End::exited;
  std::string piece(65536, '\0');
  size_t taken = 0;
  pollfd ends[2] = {{out.read.get(), POLLIN, 0}, {err.read.get(), POLLIN, 0}};
  while (result.end == End::exited && (ends[0].fd >= 0 || ends[1].fd >= 0)) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now()).count();
    if (left <= 0) {
      result.end = End::out_of_time;
      break;
    }
    if (::poll(ends, 2, static_cast<int>(left)) <= 0) continue;
    for (pollfd& end : ends) {
      if (end.fd < 0 || end.revents == 0) continue;
      const ssize_t got = ::read(end.fd, piece.data(), piece.size());
      if (got < 0 && errno == EINTR) continue;
      if (got <= 0) {
        end.fd = -1;
        continue;
      }
      const std::string_view bytes = std::string_view(piece).substr(0, static_cast<size_t>(got));
      if (&end == &ends[1]) {
        if (result.complaints.size() < kComplaints) result.complaints += bytes;
        continue;
      }
      taken += bytes.size();
      if (taken > limits.output) result.end = End::too_much_output;
      else take(bytes);
    }
  }
  if (result.end != End::exited) child.stop();
  const int status = child.wait();
  if (result.end != End::exited) return result;
  if (!WIFEXITED(status)) result.end = End::killed;
  result.status = WIFEXITED(status) ? WEXITSTATUS(status) : 0;
  if (result.end == End::exited && result.status == 127) result.end = End::not_started;
  return result;
}

}  // namespace crosscheck
