// Feeds the files of the folders named on the command line, and every prefix and a few mutations
// of the small ones, to the fuzz target that this is linked with. A file after `--units` names what
// is repeated 10^4, 10^5 and 10^6 times, up to a limit of bytes: a line `before|unit|after` each,
// where ^ stands for the number of the repetition and \n, \t, \p for a line's end, a tab, a bar.
// What takes the square of its length, or the stack, for a repetition does not get through that.
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

// Little enough for every run of the tests.
constexpr std::size_t max_repeated_bytes = std::size_t{1} << 18;

std::string unescape(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\' || i + 1 == text.size()) {
      out += text[i];
      continue;
    }
    const char c = text[++i];
    out += c == 'n' ? '\n' : c == 't' ? '\t' : c == 'p' ? '|' : c;
  }
  return out;
}

void run_repeated(const std::string& before, const std::string& unit, const std::string& after) {
  for (std::size_t count = 10'000; count <= 1'000'000; count *= 10) {
    std::string text = before;
    for (std::size_t i = 0; i < count && text.size() < max_repeated_bytes; ++i) {
      for (const char c : unit) {
        if (c == '^') {
          text += std::to_string(i);
        } else {
          text += c;
        }
      }
    }
    const bool is_cut = text.size() >= max_repeated_bytes;
    run(text + after);
    if (is_cut) break;
  }
}

// How many units there were.
std::size_t run_units(const std::string& text) {
  std::size_t units = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string line = text.substr(begin, end - begin);
    begin = end + 1;
    const std::size_t first = line.find('|');
    const std::size_t second = line.find('|', first + 1);
    if (first == std::string::npos || second == std::string::npos) continue;
    run_repeated(unescape(line.substr(0, first)),
                 unescape(line.substr(first + 1, second - first - 1)),
                 unescape(line.substr(second + 1)));
    ++units;
  }
  return units;
}

}  // namespace

int main(int count, char** arguments) {
  std::vector<std::filesystem::path> files;
  std::size_t units = 0;
  for (int i = 1; i < count; ++i) {
    if (std::strcmp(arguments[i], "--units") == 0 && i + 1 < count) {
      const std::size_t found = run_units(read_file(arguments[++i]));
      if (found == 0) return 1;
      units += found;
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
