// Tested by tests/rooms/rulebook.cpp.
#include "rulebook/config.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <filesystem>

#include "rulebook/house_rules.h"
#include "rulebook/house_words.h"
#include "rulebook/rule_page.h"
#include "text/nearest.h"

namespace crosscheck {
namespace {

namespace fs = std::filesystem;

const char* described(const Value& value) {
  switch (value.kind) {
    case Value::Kind::list: return "a list";
    case Value::Kind::map: return "keys and values";
    case Value::Kind::scalar: return "one value";
    case Value::Kind::missing: break;
  }
  return "nothing";
}

bool is_number(const Value& value) {
  double number = 0;
  const char* end = value.scalar.data() + value.scalar.size();
  return value.is_scalar() && !value.quoted && !value.scalar.empty() && std::from_chars(value.scalar.data(), end, number).ptr == end;
}

bool is_truth(const Value& value) { return value.is_scalar() && !value.quoted && (value.scalar == "true" || value.scalar == "false"); }

// A setting keeps the type that the rule's page gives it; one that the page leaves empty may be anything.
void check_type(const Value& page, const Value& wish) {
  if (!page) return;
  if (page.is_list() && wish.is_scalar()) return;
  if (page.kind != wish.kind) wish.fail(std::string("expected ") + described(page) + ", found " + described(wish));
  if (is_number(page)) wish.number();
  if (is_truth(page)) wish.truth(false);
}

bool is_within(const std::string& id, const std::string& pattern) { return id == pattern || id.starts_with(pattern + "."); }

Value as_list(const Value& value) {
  if (value.is_list()) return value;
  Value list = value;
  list.kind = Value::Kind::list;
  if (value.is_scalar()) list.items = {value};
  return list;
}

// "allowed: [...]" replaces a setting, "allowed+: [...]" adds to its list or its keys, "allowed-: [...]" takes away.
void overlay(Value& settings, const std::string& key, const Value& wish) {
  const char sign = key.empty() ? '\0' : key.back();
  const std::string name = sign == '+' || sign == '-' ? key.substr(0, key.size() - 1) : key;
  const auto found = std::find_if(settings.fields.begin(), settings.fields.end(), [&](const auto& field) { return field.first == name; });
  if (found == settings.fields.end()) {
    std::vector<std::string_view> known{"level"};
    for (const auto& [each, value] : settings.fields) known.emplace_back(each);
    const std::string_view near = nearest(name, known);
    wish.fail_at_key("this rule has no setting \"" + name + "\"" + (near.empty() ? "" : "; did you mean \"" + std::string(near) + "\"?"));
  }
  Value& page = found->second;
  check_type(page, wish);
  if (name == key) {
    page = page.is_list() ? as_list(wish) : wish;
    return;
  }
  if (page.is_map() && sign == '+') {
    for (const auto& [each, value] : wish.fields) {
      std::erase_if(page.fields, [&, &each = each](const auto& field) { return field.first == each; });
      page.fields.emplace_back(each, value);
    }
    return;
  }
  if (!page.is_list() && page) wish.fail_at_key("only a list can be added to or taken from");
  page = as_list(page);
  const Value items = as_list(wish);
  for (const Value& item : items.items) {
    if (sign == '+') page.items.push_back(item);
    else std::erase_if(page.items, [&](const Value& each) { return each.scalar == item.scalar; });
  }
}

void apply(Rule& rule, const Value& wish) {
  if (wish.is_map()) {
    for (const auto& [key, value] : wish.fields) {
      if (key == "level") apply(rule, value);
      else overlay(rule.settings, key, value);
    }
    return;
  }
  if (wish.text() == "off") {
    rule.off = true;
  } else if (wish.text() == "on") {
    rule.off = false;
  } else {
    rule.level = read_level(wish);
    rule.off = false;
  }
}

void apply_rules(Rulebook& book, const Value& rules) {
  if (rules && !rules.is_map()) rules.fail("expected rules and what to do with them, as in \"style.quotes: off\"");
  for (const auto& [pattern, wish] : rules.fields) {
    bool known = false;
    if (!wish) wish.fail_at_key("expected off, on, a level or settings after \"" + pattern + ":\"");
    for (Rule& rule : book.rules) {
      if (!is_within(rule.info.id, pattern)) continue;
      if (wish.is_map() && rule.info.id != pattern && (wish.fields.size() != 1 || wish.fields.front().first != "level")) wish.fail("settings belong to one rule, not to a family");
      apply(rule, wish);
      known = true;
    }
    if (known) continue;
    std::vector<std::string_view> ids;
    for (const Rule& rule : book.rules) ids.emplace_back(rule.info.id);
    const std::string_view near = nearest(pattern, ids);
    wish.fail_at_key("no rule is called \"" + pattern + "\"" + (near.empty() ? "" : "; did you mean \"" + std::string(near) + "\"?"));
  }
}

constexpr const char* kParts[] = {"references", "quotations", "tables", "headings"};

// "skip: { references: [style, spelling] }": a later line about a part replaces an earlier one.
void apply_skip(Rulebook& book, const Value& skip) {
  if (skip && !skip.is_map()) skip.fail("expected parts of a text and the rules that skip them, as in \"references: [style]\"");
  skip.allow_only({std::begin(kParts), std::end(kParts)});
  for (const auto& [part, patterns] : skip.fields) {
    for (const std::string& pattern : patterns.texts())
      if (std::none_of(book.rules.begin(), book.rules.end(), [&](const Rule& rule) { return is_within(rule.info.id, pattern); })) patterns.fail("no rule is called \"" + pattern + "\"");
    std::erase_if(book.skip.fields, [&, &part = part](const auto& field) { return field.first == part; });
    book.skip.fields.emplace_back(part, patterns);
  }
  if (!book.skip.fields.empty()) book.skip.kind = Value::Kind::map;
}

// A style is a configuration of rules that others wrote: rules/styles/NAME.yaml, or a file of the user's own.
void apply_style(Rulebook& book, const Value& name, const std::string& folder) {
  const bool own = name.text().ends_with(".yaml") || name.text().ends_with(".yml");
  const fs::path file = own ? fs::path(folder) / name.text() : fs::path(book.home.rules) / "styles" / (name.text() + ".yaml");
  std::error_code error;
  if (!fs::is_regular_file(file, error)) {
    std::vector<std::string> known;
    for (const auto& entry : fs::directory_iterator(fs::path(book.home.rules) / "styles", error)) known.push_back(entry.path().stem().string());
    std::sort(known.begin(), known.end());
    std::string names;
    for (const std::string& each : known) names += (names.empty() ? "" : ", ") + each;
    name.fail("no style is called \"" + name.text() + "\"; there are " + names + ", and files of your own (.yaml)");
  }
  const Value style = load_yaml(file.string());
  style.allow_only({"title", "sources", "rules", "skip"});
  apply_rules(book, style["rules"]);
  apply_skip(book, style["skip"]);
}

// Within the current folder, paths are shown from there.
std::string shown_path(const fs::path& file) {
  std::error_code error;
  const fs::path near = file.lexically_normal().lexically_proximate(fs::current_path(error));
  return error || near.empty() || near.begin()->string() == ".." ? file.string() : near.string();
}

void allow_known_keys(const Value& config) { config.allow_only({"rules", "style", "skip", "exclude", "authority", "words", "house_rules"}); }

}  // namespace

void apply_config(Rulebook& book) {
  allow_known_keys(book.config);
  book.config["exclude"].texts();
  book.authority = book.config["authority"].texts();
  const std::string folder = book.config.file ? fs::path(*book.config.file).parent_path().string() : "";
  std::error_code error;
  if (!book.authority.empty()) book.config_folder = fs::absolute(folder.empty() ? "." : folder, error).lexically_normal().string();
  book.house = read_house_words(book.config["words"], folder, book.symbols);
  read_house_rules(book.config["house_rules"], folder, book.rules);
  if (std::optional<Rule> rejected = rule_of_rejected(book.house)) book.rules.push_back(std::move(*rejected));
  std::sort(book.rules.begin(), book.rules.end(), [](const Rule& a, const Rule& b) { return a.info.id < b.info.id; });
  const Value styles = as_list(book.config["style"]);
  for (const Value& name : styles.items) apply_style(book, name, folder);
  apply_rules(book, book.config["rules"]);
  apply_skip(book, book.config["skip"]);
}

std::vector<std::string> listed_in(const std::string& config_path, const char* key) {
  const Value config = load_yaml(config_path);
  if (!config) return {};
  allow_known_keys(config);
  return config[key].texts();
}

std::string seen_from(const std::string& folder, const std::string& path) {
  std::error_code error;
  return fs::absolute(path, error).lexically_normal().lexically_relative(fs::absolute(folder.empty() ? "." : folder, error).lexically_normal()).string();
}

std::string find_config(const std::string& folder) {
  std::error_code error;
  for (fs::path at = fs::absolute(folder, error); !at.empty(); at = at.parent_path()) {
    if (const fs::path file = at / ".crosscheck.yaml"; fs::is_regular_file(file, error)) return shown_path(file);
    if (at == at.root_path()) break;
  }
  const char* xdg = std::getenv("XDG_CONFIG_HOME");
  const char* home = std::getenv("HOME");
  const fs::path base = xdg && *xdg ? fs::path(xdg) : home ? fs::path(home) / ".config" : fs::path();
  const fs::path file = base / "crosscheck" / "crosscheck.yaml";
  return !base.empty() && fs::is_regular_file(file, error) ? file.string() : "";
}

}  // namespace crosscheck
