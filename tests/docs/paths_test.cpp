// What the READMEs name is there: every path in backticks, and the files of the recipes.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <string>
#include <vector>

namespace lamplight {
namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

// What stands between backticks, word by word: `tests/bench/run.sh parse` names two.
std::vector<std::string> quoted_words(const std::string& text) {
  std::vector<std::string> words;
  static const std::regex quoted("`([^`\n]+)`");
  for (std::sregex_iterator at(text.begin(), text.end(), quoted), end; at != end; ++at) {
    const std::string inside = (*at)[1];
    static const std::regex word("[^ ]+");
    for (std::sregex_iterator each(inside.begin(), inside.end(), word); each != end; ++each) {
      words.push_back(each->str());
    }
  }
  return words;
}

// Looks like a path: a name that ends as our files do, or one with a slash at its end or in it.
bool is_path(const std::string& word) {
  static const std::regex file(
      R"([A-Za-z0-9_.<>*/-]+\.(h|cpp|md|js|mjs|css|html|sh|cmake|json|env|txt|\*))");
  static const std::regex folder(R"((\.\./)*[a-z_<>]+/([a-z_<>]+/)*([a-z_<>]+)?)");
  return std::regex_match(word, file) || std::regex_match(word, folder);
}

// `<name>` and `*` stand for whatever is there; so does `<case>` as a folder.
std::regex pattern_of(const std::string& name) {
  std::string pattern;
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (name[i] == '<') {
      pattern += "[A-Za-z0-9_-]+";
      i = name.find('>', i);
    } else if (name[i] == '*') {
      pattern += ".+";
    } else {
      if (name[i] == '.') pattern += '\\';
      pattern += name[i];
    }
  }
  return std::regex(pattern);
}

bool has(const fs::path& folder, const std::vector<std::string>& parts, std::size_t at) {
  if (at == parts.size()) return true;
  if (parts[at] == "..") return has(folder.parent_path(), parts, at + 1);
  if (!fs::is_directory(folder)) return false;
  const std::regex wanted = pattern_of(parts[at]);
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (std::regex_match(entry.path().filename().string(), wanted) &&
        has(entry.path(), parts, at + 1)) {
      return true;
    }
  }
  return false;
}

// A path is written as seen from the checkout, from src/ (as in an #include) or from the README.
bool is_there(const fs::path& root, const fs::path& readme, const std::string& path) {
  std::vector<std::string> parts;
  for (const fs::path& part : fs::path(path)) {
    if (!part.empty()) parts.push_back(part.string());
  }
  for (const fs::path& from : {root, root / "src", (root / readme).parent_path()}) {
    if (has(from, parts, 0)) return true;
  }
  return false;
}

// What a build or a site holds, and is no file here.
bool is_made(const std::string& word) {
  return word == "THIRD_PARTY.txt" || word == "robots.txt" || word.rfind("build/", 0) == 0;
}

std::vector<std::string> missing_paths(const fs::path& root, const fs::path& readme) {
  std::vector<std::string> missing;
  for (const std::string& word : quoted_words(read(root / readme))) {
    if (is_path(word) && !is_made(word) && !is_there(root, readme, word)) missing.push_back(word);
  }
  return missing;
}

class Docs : public testing::TestWithParam<const char*> {};

TEST_P(Docs, NameOnlyWhatIsThere) {
  const fs::path root = LAMPLIGHT_SOURCE_DIR;
  ASSERT_FALSE(read(root / GetParam()).empty());
  for (const std::string& path : missing_paths(root, GetParam())) {
    ADD_FAILURE() << GetParam() << " names `" << path << "`, which is not there";
  }
}

INSTANTIATE_TEST_SUITE_P(Readme, Docs,
                         testing::Values("README.md", "src/README.md", "data/README.md"),
                         [](const auto& parameter) {
                           std::string name = parameter.param;
                           name = std::regex_replace(name, std::regex("[^A-Za-z]"), "_");
                           return name;
                         });

TEST(DocsTest, PlantedMistakesAreFound) {
  const fs::path root = fs::path(testing::TempDir()) / "lamplight_docs";
  fs::remove_all(root);
  fs::create_directories(root / "src/ui");
  fs::create_directories(root / "tests/golden/empty");
  std::ofstream(root / "src/ui/view_list.cpp") << "\n";
  std::ofstream(root / "tests/golden/empty/input.md") << "\n";
  std::ofstream(root / "src/README.md")
      << "`ui/view_<name>.cpp` `../tests/golden/<case>/` `ui/` `tests/run.sh parse` `has:code`\n"
         "`lint/rule_<name>.cpp` and `lint/`, `ui/view_list.*` but not `ui/view_list.h`\n"
         "`std::string` `input.md` `a/b` `<ranges>`\n";
  EXPECT_EQ(missing_paths(root, "src/README.md"),
            (std::vector<std::string>{"tests/run.sh", "lint/rule_<name>.cpp", "lint/",
                                      "ui/view_list.h", "input.md", "a/b"}));
  fs::remove_all(root);
}

}  // namespace
}  // namespace lamplight
