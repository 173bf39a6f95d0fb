// Orders that the index does not know, at their limits.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "unit/app/flagship.h"

namespace lamplight::app {
namespace {

using SortOrder_ = test::FlagshipTest;

// Numbers of links are told apart up to 9,999; more are as many, and never fewer.
TEST_F(SortOrder_, WorksWithMoreLinksThanItCountsComeFirst) {
  const auto entry = [](const std::string& title, int links) {
    std::string text = "- " + title;
    for (int i = 0; i < links; ++i) {
      text += " [[Paper]](https://x.org/" + title.substr(0, 1) + std::to_string(i) + ")";
    }
    return text + "\n";
  };
  const std::string list = "# L\n## S\n" + entry("Few Links of It", 2) +
                           entry("Many Links of It", 9'999) + entry("Nearly So Many of It", 9'998) +
                           entry("Over All Links of It", 10'001) + entry("One Link of It", 1);
  ASSERT_TRUE(session_.add_snapshot("2024-01-01", list).is_ok());
  session_.set_key("sort", "links");
  EXPECT_EQ(ids(), (std::vector<std::string>{"many-links-of-it", "over-all-links-of-it",
                                             "nearly-so-many-of-it", "few-links-of-it",
                                             "one-link-of-it"}));
}

}  // namespace
}  // namespace lamplight::app
