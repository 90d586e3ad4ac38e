// Rules and words of the house, and the configuration that names them.
#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "rulebook/config.h"
#include "text/glob.h"
#include "text/nearest.h"

namespace crosscheck {
namespace {

namespace fs = std::filesystem;

struct Folder {
  fs::path path = fs::temp_directory_path() / ("crosscheck-house-test-" + std::to_string(getpid()));
  Folder() { fs::create_directories(path); }
  ~Folder() { fs::remove_all(path); }
  std::string write(const std::string& name, const std::string& content) const {
    fs::create_directories((path / name).parent_path());
    std::ofstream(path / name) << content;
    return (path / name).string();
  }
};

Rulebook book_of(const std::string& config) { return load_rulebook({std::string(CROSSCHECK_SOURCE) + "/rules", ""}, config); }

std::string complaint(const std::string& config) {
  try {
    book_of(config);
  } catch (const RulebookError& wrong) {
    return wrong.what();
  }
  return "";
}

}  // namespace

TEST_CASE("settings replace, add and take away") {
  const Folder folder;
  const auto allowed = [&](const std::string& line) {
    const Rulebook book = book_of(folder.write(".crosscheck.yaml", "rules:\n  text.repeated_word: { " + line + " }\n"));
    return book.find("text.repeated_word")->settings["allowed"].texts();
  };
  CHECK(allowed("allowed: [x, y]") == std::vector<std::string>{"x", "y"});
  CHECK(allowed("allowed: x") == std::vector<std::string>{"x"});
  const size_t shipped = allowed("level: error").size();
  CHECK(allowed("allowed+: [x, y]").size() == shipped + 2);
  CHECK(allowed("allowed-: [had, nothing]").size() == shipped - 1);
}

TEST_CASE("a family is switched, a rule of it is switched back") {
  const Folder folder;
  const Rulebook book = book_of(folder.write(".crosscheck.yaml", "rules:\n  text: off\n  text.repeated_word: error\n"));
  CHECK(book.find("text.spacing")->off);
  CHECK(!book.find("text.repeated_word")->off);
  CHECK(book.find("text.repeated_word")->level == Level::error);
}

TEST_CASE("house words: lists, Vale's lists, dictionaries") {
  const Folder folder;
  folder.write("accept.txt", "# ours\nZeltara\n[Qq]uux\naddress bar\n");
  folder.write("words.dic", "2\nflobin/MS\nBarr\xC3\xA9\n");
  const Rulebook book = book_of(folder.write(".crosscheck.yaml", "words:\n  accept: [accept.txt, words.dic, IgG]\n  reject: [utilise]\n"));
  for (const char* word : {"Zeltara", "zeltara", "quux", "Quux", "address bar", "flobin", "flobins", "Barr\xC3\xA9", "IgG"}) CHECK_MESSAGE(book.house.accepts_text(word, book.symbols), word);
  for (const char* word : {"quuxes", "other", ""}) CHECK_MESSAGE(!book.house.accepts_text(word, book.symbols), word);
  CHECK(book.find("house.rejected") != nullptr);
  CHECK(book.house.rejected.front().scalar == "utilise");
}

TEST_CASE("what is wrong is shown at its place") {
  const Folder folder;
  folder.write("bad.txt", "good\n[un\n");
  CHECK(complaint(folder.write("a.yaml", "words:\n  accept: bad.txt\n")).find("bad.txt:2:1: this pattern is not understood") != std::string::npos);
  CHECK(complaint(folder.write("a.yaml", "words:\n  acept: x\n")).find("a.yaml:2:3: unknown key \"acept\"; did you mean \"accept\"?") != std::string::npos);
  folder.write("style/one.yaml", "extends: repetition\ntokens: [x]\n");
  CHECK(complaint(folder.write("a.yaml", "house_rules: style\n")).find("one.yaml:1:10: rules that extend") != std::string::npos);
  folder.write("style/one.yaml", "extends: substitution\n");
  CHECK(complaint(folder.write("a.yaml", "house_rules: style\n")).find("needs swap:") != std::string::npos);
  folder.write("style/one.yaml", "tokens: [x]\n");
  folder.write("style/deeper/one.yml", "tokens: [x]\n");
  CHECK(complaint(folder.write("a.yaml", "house_rules: style\n")).find("two house rules are called house.one") != std::string::npos);
}

TEST_CASE("globs") {
  CHECK(glob_matches("*.md", "docs/a.md"));
  CHECK(!glob_matches("*.md", "docs/a.mdx"));
  CHECK(glob_matches("drafts/", "x/drafts/a/b.md"));
  CHECK(!glob_matches("drafts/", "x/drafts"));
  CHECK(glob_matches("docs/*.md", "docs/a.md"));
  CHECK(!glob_matches("docs/*.md", "docs/x/a.md"));
  CHECK(glob_matches("docs/**/a.md", "docs/a.md"));
  CHECK(glob_matches("docs/**/a.md", "docs/x/y/a.md"));
  CHECK(glob_matches("/docs", "docs/x"));
  CHECK(glob_matches("[a-c]?.t*", "x/b1.txt"));
  CHECK(!glob_matches("[!a-c]*", "b"));
  CHECK(!glob_matches("[", "["));
  CHECK(!glob_matches("", "a"));
}

TEST_CASE("the nearest word") {
  CHECK(nearest("ruels", {"rules", "exclude"}) == "rules");
  CHECK(nearest("something", {"rules", "exclude"}).empty());
}

}  // namespace crosscheck
