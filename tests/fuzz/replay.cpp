// Feeds the files of the folders named on the command line, and every prefix and a few mutations
// of the small ones, to the fuzz target that this is linked with. A file after `--units` names what
// is repeated 10^4, 10^5 and 10^6 times, up to a limit of bytes (units.h).
// What takes the square of its length, or the stack, for a repetition does not get through that.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "fuzz/units.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size);

namespace {

std::size_t runs = 0;

// From a buffer of exactly the size, so that the sanitizers see one byte too far.
void run(const std::string& text) {
  const std::unique_ptr<std::uint8_t[]> exact(new std::uint8_t[text.size()]);
  if (!text.empty()) std::memcpy(exact.get(), text.data(), text.size());
  LLVMFuzzerTestOneInput(exact.get(), text.size());
  ++runs;
}

std::string read_file(const std::filesystem::path& path) {
  std::string text;
  if (std::FILE* file = std::fopen(path.string().c_str(), "rb")) {
    char buffer[1 << 16];
    for (std::size_t size = 1; size > 0;) {
      size = std::fread(buffer, 1, sizeof buffer, file);
      text.append(buffer, size);
    }
    std::fclose(file);
  }
  return text;
}

void run_variants(const std::string& text) {
  if (text.size() > 1024) return;
  for (std::size_t size = 0; size < text.size(); ++size) run(text.substr(0, size));
  // Always the same mutations: a failure is seen again in the next run.
  std::uint32_t state = 2463534242u;
  const auto next = [&] {
    state ^= state << 13;
    state ^= state >> 17;
    return state ^= state << 5;
  };
  for (int round = 0; round < 200 && !text.empty(); ++round) {
    std::string changed = text;
    for (int i = 0; i < 4; ++i) {
      const std::size_t at = next() % changed.size();
      static constexpr char signs[] = "[]()|*-#>`:! \n\t\\<&\xC3\xFF_1.";
      changed[at] = signs[next() % (sizeof signs - 1)];
    }
    run(changed);
  }
}

// Little enough for every run of the tests.
constexpr std::size_t max_repeated_bytes = std::size_t{1} << 18;

void run_repeated(const lamplight::test::Unit& unit) {
  for (std::size_t count = 10'000; count <= 1'000'000; count *= 10) {
    const std::string text = lamplight::test::repeated(unit, count, max_repeated_bytes);
    run(text);
    if (text.size() >= max_repeated_bytes) break;
  }
}

}  // namespace

int main(int count, char** arguments) {
  std::vector<std::filesystem::path> files;
  std::size_t units = 0;
  for (int i = 1; i < count; ++i) {
    if (std::strcmp(arguments[i], "--units") == 0 && i + 1 < count) {
      const auto found = lamplight::test::read_units(read_file(arguments[++i]));
      if (found.empty()) return 1;
      for (const lamplight::test::Unit& each : found) run_repeated(each);
      units += found.size();
      continue;
    }
    for (const auto& entry : std::filesystem::recursive_directory_iterator(arguments[i])) {
      if (entry.is_regular_file()) files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());
  for (const std::filesystem::path& file : files) {
    const std::string text = read_file(file);
    run(text);
    run_variants(text);
  }
  std::printf("%zu files, %zu repeated units, %zu inputs\n", files.size(), units, runs);
  return files.empty() ? 1 : 0;
}
