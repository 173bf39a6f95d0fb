// Runs the real program, as a shell would.
#pragma once

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace lamplight::test {

inline std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

inline void write_file(const std::filesystem::path& path, std::string_view text) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

inline std::filesystem::path source_dir() { return LAMPLIGHT_SOURCE_DIR; }
inline std::string flagship() { return (source_dir() / "data/lists/2024-03-11.md").string(); }
inline std::string flagship_old() { return (source_dir() / "data/lists/2023-03-29.md").string(); }
inline std::string flagship_profile() { return (source_dir() / "data/profile.json").string(); }

struct Outcome {
  int code = -1;  // -1: ended by a signal
  std::string out;
  std::string err;
};

// A folder of its own for each test, gone afterwards.
class Program : public ::testing::Test {
 protected:
  Program() {
    const ::testing::TestInfo* test = ::testing::UnitTest::GetInstance()->current_test_info();
    folder_ = std::filesystem::temp_directory_path() /
              ("lamplight-cli-" + std::to_string(::getpid()) + "-" + test->name());
    std::filesystem::create_directories(folder_);
  }
  ~Program() override { std::filesystem::remove_all(folder_); }

  static std::string quoted(std::string_view word) {
    std::string text = "'";
    for (char c : word) text += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return text + "'";
  }

  // `before` stands before the program: environment, or a pipe into it.
  Outcome run(const std::vector<std::string>& words, const std::string& before = "") {
    const std::string out = (folder_ / "stdout").string();
    const std::string err = (folder_ / "stderr").string();
    std::string line = before + " " + quoted(LAMPLIGHT_PROGRAM);
    for (const std::string& word : words) line += " " + quoted(word);
    line += " >" + quoted(out) + " 2>" + quoted(err) + " </dev/null";
    if (before.find('|') != std::string::npos) line.resize(line.size() - 11);
    const int status = std::system(line.c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, read_file(out), read_file(err)};
  }

  [[nodiscard]] std::filesystem::path folder() const { return folder_; }
  std::string make(const std::string& name, std::string_view text) {
    write_file(folder_ / name, text);
    return (folder_ / name).string();
  }

 private:
  std::filesystem::path folder_;
};

}  // namespace lamplight::test
