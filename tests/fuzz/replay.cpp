// Feeds the files of the folders named on the command line, and every prefix and a few mutations
// of the small ones, to the fuzz target that this is linked with.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

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

}  // namespace

int main(int count, char** arguments) {
  std::vector<std::filesystem::path> files;
  for (int i = 1; i < count; ++i) {
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
  std::printf("%zu files, %zu inputs\n", files.size(), runs);
  return files.empty() ? 1 : 0;
}
