// Every limit in the code has a test that goes beyond it: the table tests/limits.tsv names it.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace lamplight {
namespace {

namespace fs = std::filesystem;

using Names = std::set<std::string>;

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

// What a place in a source says, given where `word` stands in it; "" for nothing.
using Reading = std::string (*)(const std::string& text, std::size_t word);

// All that the C++ sources below a folder say where `word` stands. The word is looked for first:
// trying a regular expression at every byte would take seconds.
template <typename Take>
void for_each_reading(const fs::path& root, const std::string& folder, const std::string& word,
                      Reading reading, Take&& take) {
  if (!fs::is_directory(root / folder)) return;
  for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
    const fs::path& path = entry.path();
    if (path.extension() != ".h" && path.extension() != ".cpp") continue;
    const std::string text = read(path);
    for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
      const std::string said = reading(text, at);
      if (!said.empty()) take(fs::relative(path, root).generic_string(), said);
    }
  }
}

std::string joined_match(const std::regex& pattern, const std::string& text, std::size_t at) {
  std::smatch match;
  const auto begin = text.begin() + static_cast<std::ptrdiff_t>(at);
  if (!std::regex_search(begin, text.end(), match, pattern,
                         std::regex_constants::match_continuous)) {
    return {};
  }
  return match.size() > 2 ? match.str(1) + '.' + match.str(2) : match.str(1);
}

// "max_tags" of `constexpr std::size_t max_tags = 24;`
std::string read_limit(const std::string& text, std::size_t at) {
  static const std::regex limit(
      R"(constexpr [A-Za-z0-9_: ]*\b((?:max|most|least)_[a-z0-9_]+)\s*[={])");
  return joined_match(limit, text, at);
}

// "Suite.Name" of `TEST_F(Suite, Name)`
std::string read_test(const std::string& text, std::size_t at) {
  static const std::regex test(R"(TEST(?:_F|_P)?\((\w+),\s*(\w+)\))");
  return joined_match(test, text, at);
}

Names limits_in(const fs::path& root) {
  Names limits;
  for (const char* const folder : {"include", "src"}) {
    for_each_reading(root, folder, "constexpr ", read_limit,
                     [&](const std::string& file, const std::string& name) {
                       limits.insert(file + ' ' + name);
                     });
  }
  return limits;
}

Names tests_in(const fs::path& root) {
  Names tests;
  for_each_reading(root, "tests", "TEST", read_test,
                   [&](const std::string&, const std::string& name) { tests.insert(name); });
  return tests;
}

// What is wrong with the table, a sentence each.
std::vector<std::string> check_table(const fs::path& root) {
  std::vector<std::string> wrong;
  const Names limits = limits_in(root);
  const Names tests = tests_in(root);
  Names named;
  std::string last;
  std::istringstream table(read(root / "tests/limits.tsv"));
  std::string line;
  for (std::getline(table, line); std::getline(table, line);) {  // behind the header
    std::istringstream row(line);
    std::string file;
    std::string name;
    std::string test;
    std::getline(row, file, '\t');
    std::getline(row, name, '\t');
    std::getline(row, test);
    const std::string limit = file + ' ' + name;
    if (!named.insert(limit).second) wrong.push_back(limit + ": twice");
    if (limit < last) wrong.push_back(limit + ": out of order");
    last = limit;
    if (limits.count(limit) == 0) wrong.push_back(limit + ": is not there");
    if (tests.count(test) == 0) wrong.push_back(limit + ": no test " + test);
  }
  for (const std::string& limit : limits) {
    if (named.count(limit) == 0) wrong.push_back(limit + ": no row");
  }
  return wrong;
}

TEST(LimitsTable, NamesATestForEveryLimit) {
  const fs::path root = LAMPLIGHT_SOURCE_DIR;
  EXPECT_GT(limits_in(root).size(), 50u);
  for (const std::string& wrong : check_table(root)) ADD_FAILURE() << "tests/limits.tsv: " << wrong;
}

TEST(LimitsTable, PlantedMistakesAreFound) {
  const fs::path root = fs::path(testing::TempDir()) / "lamplight_limits";
  fs::remove_all(root);
  fs::create_directories(root / "src/app");
  fs::create_directories(root / "include");
  fs::create_directories(root / "tests/unit");
  std::ofstream(root / "src/app/a.cpp")
      << "constexpr std::size_t max_a = 3;\nint max_local = 3;\nbool b = x == max_a;\n"
         "  static constexpr std::size_t most_b{std::size_t{1} << 20};\n"
         "constexpr int most_of(int x) { return x; }\ninline constexpr int kept_max_c = 1;\n";
  std::ofstream(root / "include/b.h") << "inline constexpr int least_d = 5;  // why\n"
                                         "inline constexpr int max_e =\n    5;\n";
  std::ofstream(root / "tests/unit/a_test.cpp")
      << "TEST(A, GoesBeyond) {}\nTEST_F(B_,\n       GoesBeyond) {}\n";
  std::ofstream(root / "tests/limits.tsv") << "file\tlimit\ttest\n"
                                              "include/b.h\tleast_d\tA.GoesBeyond\n"
                                              "src/app/a.cpp\tmax_gone\tA.GoesBeyond\n"
                                              "src/app/a.cpp\tmax_a\tA.GoesNowhere\n"
                                              "src/app/a.cpp\tmost_b\tB_.GoesBeyond\n"
                                              "src/app/a.cpp\tmost_b\tB_.GoesBeyond\n"
                                              "src/app/gone.cpp\tmax_a\n";
  EXPECT_EQ(check_table(root),
            (std::vector<std::string>{
                "src/app/a.cpp max_gone: is not there", "src/app/a.cpp max_a: out of order",
                "src/app/a.cpp max_a: no test A.GoesNowhere", "src/app/a.cpp most_b: twice",
                "src/app/gone.cpp max_a: is not there", "src/app/gone.cpp max_a: no test ",
                "include/b.h max_e: no row"}));
  fs::remove_all(root);
}

}  // namespace
}  // namespace lamplight
