// Runs a fuzz target without a fuzzer: every file of the folders given, and for each a fixed
// number of changed copies, the same on every machine.
//
//     fuzz_query tests/fuzz/query_corpus
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size);

namespace {

constexpr int copies = 300;

class Random {
 public:
  std::size_t below(std::size_t below) {
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    return static_cast<std::size_t>(state_ >> 33) % below;
  }

 private:
  std::uint64_t state_ = 1;
};

// In a buffer of exactly its size, so that a sanitizer sees a read of one byte too far.
void run(const std::string& text) {
  const std::unique_ptr<std::uint8_t[]> bytes(new std::uint8_t[text.size()]);
  if (!text.empty()) std::memcpy(bytes.get(), text.data(), text.size());
  LLVMFuzzerTestOneInput(bytes.get(), text.size());
}

// Drops, doubles, overwrites or takes over bytes, a few times.
std::string changed(std::string text, const std::string& other, Random& random) {
  for (std::size_t i = 0; i <= random.below(4); ++i) {
    const std::size_t at = random.below(text.size() + 1);
    const std::size_t length = random.below(8);
    switch (random.below(4)) {
      case 0:
        text.erase(at, length);
        break;
      case 1:
        text.insert(at, text.substr(at, length));
        break;
      case 2:
        if (at < text.size()) text[at] = static_cast<char>(random.below(256));
        break;
      default:
        text.insert(at, other.substr(random.below(other.size() + 1), length));
    }
  }
  return text;
}

}  // namespace

int main(int count, char** arguments) {
  std::vector<std::string> texts = {""};
  for (int i = 1; i < count; ++i) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(arguments[i])) {
      if (!entry.is_regular_file()) continue;
      std::ifstream file(entry.path(), std::ios::binary);
      texts.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
  }
  if (texts.size() == 1) {
    std::fprintf(stderr, "There is nothing to replay.\n");
    return 1;
  }
  Random random;
  std::size_t runs = 0;
  for (const std::string& text : texts) {
    run(text);
    for (int i = 0; i < copies; ++i) run(changed(text, texts[random.below(texts.size())], random));
    runs += copies + 1;
  }
  std::printf("%zu texts\n", runs);
  return 0;
}
