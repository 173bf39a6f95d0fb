// Canonical decompositions, compositions and combining classes, from the packed tables.
#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

#include "base/sort.h"
#include "base/text.h"
#include "base/unicode.h"
#include "base/unicode_tables.h"

namespace lamplight::unicode {
namespace {

struct Decomposition {
  char32_t composed;
  Pair pair;
  bool is_put_together;  // in normal form C
};

struct ClassRange {
  char32_t first;
  char32_t last;
  int combining_class;
};

constexpr char32_t block_size = 256;
constexpr std::size_t block_count = 0x110000 / block_size;

// Unpacked at the first use: some 30 kB.
class Tables {
 public:
  Tables() {
    read_pairs();
    read_classes();
    // Vowels and trailing consonants of Hangul join what stands before them.
    mark_blocks(0x1161, 0x11C2);
  }

  [[nodiscard]] const Decomposition* find(char32_t value) const {
    const auto found =
        std::partition_point(pairs.begin(), pairs.end(),
                             [&](const Decomposition& each) { return each.composed < value; });
    return found != pairs.end() && found->composed == value ? &*found : nullptr;
  }

  [[nodiscard]] bool is_in_changing_block(char32_t value) const {
    return value < 0x110000 && blocks[value / block_size];
  }

  std::vector<Decomposition> pairs;         // ascending
  std::vector<std::uint32_t> compositions;  // numbers of pairs, ascending by base, then mark
  std::vector<ClassRange> classes;          // ascending
  std::vector<char32_t> seconds;            // second characters of compositions, ascending
  bool blocks[block_count] = {};            // those that hold a character that may change

 private:
  void read_pairs() {
    std::vector<char32_t> marks{0};
    for (PackedNumbers numbers(packed_marks); !numbers.is_at_end();) {
      marks.push_back(numbers.next());
    }
    PackedNumbers composed(packed_composed);
    PackedNumbers bases(packed_bases);
    PackedNumbers marks_of_pairs(packed_marks_of_pairs);
    pairs.reserve(pair_count);
    std::vector<bool> joins(marks.size());
    Decomposition each{};
    while (!composed.is_at_end()) {
      each.composed += composed.next();
      each.pair.base += static_cast<char32_t>(bases.next_signed());
      const std::uint32_t mark = marks_of_pairs.next();
      each.pair.mark = marks[mark / 2];
      each.is_put_together = mark >= 2 && mark % 2 == 0;
      if (each.is_put_together) {
        compositions.push_back(static_cast<std::uint32_t>(pairs.size()));
        joins[mark / 2] = true;
      } else {
        mark_blocks(each.composed, each.composed);
      }
      pairs.push_back(each);
    }
    for (std::size_t i = 0; i < marks.size(); ++i) {
      if (!joins[i]) continue;
      seconds.push_back(marks[i]);
      mark_blocks(marks[i], marks[i]);
    }
    std::sort(seconds.begin(), seconds.end());
    sort_numbers(compositions, [this](std::uint32_t a, std::uint32_t b) {
      return key(pairs[a].pair) < key(pairs[b].pair);
    });
  }

  void read_classes() {
    char32_t end = 0;
    for (PackedNumbers numbers(packed_classes); !numbers.is_at_end();) {
      ClassRange range{};
      range.first = end + numbers.next();
      range.last = range.first + numbers.next();
      range.combining_class = static_cast<int>(numbers.next());
      end = range.last + 1;
      classes.push_back(range);
      mark_blocks(range.first, range.last);
    }
  }

  void mark_blocks(char32_t first, char32_t last) {
    for (char32_t block = first / block_size; block <= last / block_size; ++block) {
      blocks[block] = true;
    }
  }

 public:
  [[nodiscard]] static std::uint64_t key(const Pair& pair) {
    return std::uint64_t{pair.base} << 32 | pair.mark;
  }
};

const Tables& tables() {
  static const Tables all;
  return all;
}

}  // namespace

Pair decompose(char32_t value) {
  if (value < 0xC0) return {};
  const Decomposition* found = tables().find(value);
  return found != nullptr ? found->pair : Pair{};
}

char32_t compose(char32_t base, char32_t mark) {
  const Tables& all = tables();
  const std::uint64_t wanted = Tables::key({base, mark});
  const auto found = std::partition_point(
      all.compositions.begin(), all.compositions.end(),
      [&](std::uint32_t number) { return Tables::key(all.pairs[number].pair) < wanted; });
  if (found == all.compositions.end()) return 0;
  const Decomposition& each = all.pairs[*found];
  return Tables::key(each.pair) == wanted ? each.composed : 0;
}

int combining_class(char32_t value) {
  if (value < 0x300) return 0;
  const std::vector<ClassRange>& classes = tables().classes;
  const auto found = std::partition_point(
      classes.begin(), classes.end(), [&](const ClassRange& range) { return range.last < value; });
  return found != classes.end() && value >= found->first ? found->combining_class : 0;
}

bool may_change(char32_t value) {
  if (value < 0x300 || !tables().is_in_changing_block(value)) return false;
  if (combining_class(value) != 0) return true;
  if ((value >= 0x1161 && value <= 0x1175) || (value >= 0x11A8 && value <= 0x11C2)) return true;
  const std::vector<char32_t>& seconds = tables().seconds;
  if (std::binary_search(seconds.begin(), seconds.end(), value)) return true;
  const Decomposition* found = tables().find(value);
  return found != nullptr && !found->is_put_together;
}

bool is_surely_normal(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    // U+0300 is the first that may change, and is led by 0xCC.
    if (static_cast<unsigned char>(text[i]) < 0xCC) {
      i += std::max<std::size_t>(ascii_run(text.substr(i)), 1);
      continue;
    }
    const CodePoint point = decode_utf8(text, i);
    if (may_change(point.value)) return false;
    i += point.size;
  }
  return true;
}

std::size_t part_end(std::string_view text, std::size_t begin) {
  std::size_t end = begin + decode_utf8(text, begin).size;
  while (end < text.size() && static_cast<unsigned char>(text[end]) >= 0xCC) {
    const CodePoint point = decode_utf8(text, end);
    if (!may_change(point.value)) break;
    end += point.size;
  }
  return end;
}

}  // namespace lamplight::unicode
