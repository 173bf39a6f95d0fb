#include "base/sort.h"

#include <algorithm>

namespace lamplight {
namespace {

// Runs of this size are sorted by insertion.
constexpr std::size_t run_size = 8;

}  // namespace

// A merge sort from the bottom up: runs, then pairs of runs, then pairs of those.
void sort_numbers(std::vector<std::uint32_t>& numbers,
                  bool (*is_before)(const void* context, std::uint32_t a, std::uint32_t b),
                  const void* context) {
  const std::size_t size = numbers.size();
  for (std::size_t begin = 0; begin < size; begin += run_size) {
    const std::size_t end = std::min(begin + run_size, size);
    for (std::size_t i = begin + 1; i < end; ++i) {
      const std::uint32_t number = numbers[i];
      std::size_t at = i;
      for (; at > begin && is_before(context, number, numbers[at - 1]); --at) {
        numbers[at] = numbers[at - 1];
      }
      numbers[at] = number;
    }
  }
  std::vector<std::uint32_t> merged(size > run_size ? size : 0);
  for (std::size_t width = run_size; width < size; width *= 2) {
    for (std::size_t begin = 0; begin < size; begin += 2 * width) {
      const std::size_t middle = std::min(begin + width, size);
      const std::size_t end = std::min(begin + 2 * width, size);
      std::size_t left = begin;
      std::size_t right = middle;
      for (std::size_t at = begin; at < end; ++at) {
        const bool takes_right =
            left == middle || (right < end && is_before(context, numbers[right], numbers[left]));
        merged[at] = takes_right ? numbers[right++] : numbers[left++];
      }
    }
    numbers.swap(merged);
  }
}

void sort_texts(std::vector<std::string>& texts) {
  sort_stably(texts, [](const std::string& a, const std::string& b) { return a < b; });
}

void sort_distinct(std::vector<std::string>& texts) {
  sort_texts(texts);
  texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
}

}  // namespace lamplight
