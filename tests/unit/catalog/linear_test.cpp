// Reading a list takes work in proportion to its length: counted in what is allocated, so that no
// clock and no other work on the machine has a say. A list that stands twice in a file is read
// twice as the same.
#include <gtest/gtest.h>

#include <atomic>
#include <cstdlib>
#include <new>

#include "fuzz/units.h"
#include "unit/catalog/test_lists.h"

namespace {

std::atomic<std::size_t> allocations{0};
std::atomic<std::size_t> allocated_bytes{0};

void* allocate(std::size_t size) {
  allocations += 1;
  allocated_bytes += size;
  if (void* made = std::malloc(size > 0 ? size : 1)) return made;
  throw std::bad_alloc();
}

}  // namespace

void* operator new(std::size_t size) { return allocate(size); }
void* operator new[](std::size_t size) { return allocate(size); }
// The library's own buffers, as that of a stable sort, ask so.
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  allocations += 1;
  allocated_bytes += size;
  return std::malloc(size > 0 ? size : 1);
}
void operator delete(void* made) noexcept { std::free(made); }
void operator delete[](void* made) noexcept { std::free(made); }
void operator delete(void* made, std::size_t) noexcept { std::free(made); }
void operator delete[](void* made, std::size_t) noexcept { std::free(made); }

namespace lamplight::test {
namespace {

struct Work {
  std::size_t allocations = 0;
  std::size_t bytes = 0;
};

Work work_of(const std::string& text) {
  const std::size_t count = allocations;
  const std::size_t bytes = allocated_bytes;
  (void)parse_catalog(text);
  return {allocations - count, allocated_bytes - bytes};
}

TEST(Linear, TwiceTheUnitsAllocateNoMoreThanTwice) {
  // So that what is allocated in steps, as a growing array is, does not decide.
  constexpr std::size_t spare = 2'000;
  constexpr std::size_t spare_bytes = 4'000'000;
  constexpr std::size_t most = std::size_t{1} << 20;
  const std::vector<Unit> units =
      read_units(read_file(source_dir() / "tests/fuzz/parse_units.txt"));
  ASSERT_GT(units.size(), 50u);
  for (const Unit& unit : units) {
    const Work once = work_of(repeated(unit, 2'000, most));
    const Work twice = work_of(repeated(unit, 4'000, most));
    EXPECT_LE(twice.allocations, once.allocations * 22 / 10 + spare) << unit.unit;
    EXPECT_LE(twice.bytes, once.bytes * 25 / 10 + spare_bytes) << unit.unit;
  }
}

// All but ids and lines.
std::string told_by(const Listing& listing) {
  const auto optional = [](const OptionalText& text) {
    return text ? std::string(*text) : std::string("-");
  };
  std::string told = std::string(listing.text) + "\n" + std::string(listing.title) + "\n" +
                     optional(listing.name) + "\n" + optional(listing.authors) + "\n" +
                     optional(listing.venue) + "\n" + optional(listing.description) + "\n" +
                     optional(listing.group) + "\n" +
                     (listing.year ? std::to_string(*listing.year) : "-");
  for (const std::string_view tag : listing.tags) told.append("\n#").append(tag);
  for (const Link& link : listing.links) {
    told.append("\n").append(std::string(link.label)).append(" ").append(optional(link.url));
  }
  return told;
}

// What stands above the first section is read otherwise once there is one: it is left out.
TEST(Linear, AListThatStandsTwiceGivesEachEntryTwice) {
  std::vector<std::filesystem::path> lists = wild_lists();
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(source_dir() / "tests/golden")) {
    if (entry.path().filename() == "input.md") lists.push_back(entry.path());
  }
  std::size_t compared = 0;
  for (const std::filesystem::path& path : lists) {
    const std::string text = read_file(path);
    const std::size_t begin = text.find("\n## ");
    if (begin == std::string::npos) continue;
    const std::string body = text.substr(begin);
    const Catalog once = parse("# T\n" + body);
    const Catalog twice = parse("# T\n" + body + "\n\n" + body);
    ASSERT_EQ(twice.listings.size(), 2 * once.listings.size()) << path;
    for (std::size_t i = 0; i < once.listings.size(); ++i) {
      const std::string told = told_by(once.listings[i]);
      ASSERT_EQ(told_by(twice.listings[i]), told) << path;
      ASSERT_EQ(told_by(twice.listings[once.listings.size() + i]), told) << path;
    }
    ++compared;
  }
  EXPECT_GT(compared, 10u);
}

}  // namespace
}  // namespace lamplight::test
