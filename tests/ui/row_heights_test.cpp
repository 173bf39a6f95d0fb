#include "ui/row_heights.h"

#include <vector>

#include "gtest/gtest.h"
#include "ui/list_scroll.h"

namespace lamplight::ui {
namespace {

TEST(RowHeights, CountsUnseenRowsWithTheEstimate) {
  RowHeights heights;
  heights.reset(10, 60);
  EXPECT_EQ(heights.total(), 600);
  EXPECT_EQ(heights.top(3), 180);
  EXPECT_EQ(heights.row_at(-5), 0u);
  EXPECT_EQ(heights.row_at(179.5), 2u);
  EXPECT_EQ(heights.row_at(180), 3u);
  EXPECT_EQ(heights.row_at(1e9), 9u);
}

TEST(RowHeights, AgreesWithPlainSumsWhateverIsMeasured) {
  constexpr std::size_t rows = 1500;
  RowHeights heights;
  heights.reset(rows, 63);
  std::vector<double> plain(rows, 63.0);
  std::uint32_t random = 7;
  for (int step = 0; step < 4000; ++step) {
    random = random * 1664525u + 1013904223u;
    const std::size_t row = (random >> 8) % rows;
    const auto height = static_cast<float>(40 + (random >> 24));
    heights.set(row, height);
    plain[row] = static_cast<double>(height);
  }
  double top = 0;
  for (std::size_t row = 0; row < rows; ++row) {
    EXPECT_EQ(heights.top(row), top);
    EXPECT_EQ(heights.row_at(top), row);
    EXPECT_EQ(heights.row_at(top + plain[row] - 0.5), row);
    top += plain[row];
  }
  EXPECT_EQ(heights.total(), top);
}

TEST(RowHeights, HoldsAMillionRows) {
  RowHeights heights;
  heights.reset(1'000'000, 63);
  heights.set(999'999, 100);
  heights.set(0, 80);
  EXPECT_EQ(heights.total(), 63.0 * 999'998 + 180);
  EXPECT_EQ(heights.row_at(heights.total() - 1), 999'999u);
  EXPECT_EQ(heights.top(500'000), 63.0 * 499'999 + 80);
}

TEST(ListScroll, ShowsAListAsItIsWhileItFits) {
  ListScroll scroll;
  scroll.region.view_height = 800;
  scroll.region.y = 1234;
  scroll.follow(500'000);
  EXPECT_EQ(scroll.y, 1234);
  EXPECT_EQ(scroll.shift(), 0);
  EXPECT_EQ(scroll.region.content_height, 500'000);
}

TEST(ListScroll, MovesPixelByPixelThroughAListHigherThanItsRegion) {
  constexpr double total = 63'000'000;
  ListScroll scroll;
  scroll.region.view_height = 800;
  scroll.follow(total);
  scroll.y = 30'000'000;
  scroll.place(total);
  const double before = scroll.y - scroll.region.y;
  scroll.region.y += 96;
  scroll.follow(total);
  EXPECT_EQ(scroll.y, 30'000'096);
  EXPECT_EQ(scroll.y - scroll.region.y, before);
}

TEST(ListScroll, ReachesBothEndsOfAListHigherThanItsRegion) {
  constexpr double total = 63'000'000;
  ListScroll scroll;
  scroll.region.view_height = 800;
  scroll.follow(total);
  scroll.region.y = 1e9;
  scroll.follow(total);
  EXPECT_EQ(scroll.y, total - 800);
  scroll.region.y = 4'000'000;
  scroll.follow(total);
  EXPECT_NEAR(scroll.y, total / 2, total / 1000);
  scroll.region.y = 0;
  scroll.follow(total);
  EXPECT_EQ(scroll.y, 0);
}

}  // namespace
}  // namespace lamplight::ui
