// Limits of what paragraphs, labels and summaries are taken for, from both sides: beyond each, the
// text is prose, and all of it is there.
#include <gtest/gtest.h>

#include <optional>
#include <string>

#include "unit/catalog/test_lists.h"

namespace lamplight::test {
namespace {

std::string repeated(const std::string& unit, std::size_t times) {
  std::string made;
  for (std::size_t i = 0; i < times; ++i) made.append(unit);
  return made;
}

// The label of the first entry; where it has none, `label` must be prose.
std::optional<std::string> group_of(const std::string& list, const std::string& label) {
  const Catalog catalog = parse(list);
  EXPECT_FALSE(catalog.listings.empty());
  if (catalog.listings.empty()) return std::nullopt;
  const auto& group = catalog.listings[0].group;
  EXPECT_EQ(catalog.prose.size(), group ? 0u : 1u) << label;
  if (group) return std::string(*group);
  if (!catalog.prose.empty()) EXPECT_EQ(catalog.prose[0].text, label);
  return std::nullopt;
}

TEST(ParagraphLimits, ALabelHas400Bytes) {
  const auto bold = [](std::size_t bytes) {
    const std::string label(bytes, 'x');
    return group_of("# L\n## S\n**" + label + "**\n\n- [a](https://x.org)\n", label);
  };
  EXPECT_EQ(bold(400), std::string(400, 'x'));
  EXPECT_EQ(bold(401), std::nullopt);
  const auto bullet = [](std::size_t bytes) {
    const std::string label(bytes, 'x');
    return group_of("# L\n## S\n- " + label + "\n  - [a](https://x.org)\n", label);
  };
  EXPECT_EQ(bullet(400), std::string(400, 'x'));
  EXPECT_EQ(bullet(401), std::nullopt);
}

TEST(ParagraphLimits, APlainLabelHas48BytesAndFourWords) {
  const auto plain = [](const std::string& label) {
    return group_of("# L\n## S\n" + label + ":\n\n- [a](https://x.org)\n", label + ":");
  };
  EXPECT_EQ(plain("N" + std::string(46, 'e')), "N" + std::string(46, 'e'));  // and the colon
  EXPECT_EQ(plain("N" + std::string(47, 'e')), std::nullopt);
  EXPECT_EQ(plain("One two three four"), "One two three four");
  EXPECT_EQ(plain("One two three four five"), std::nullopt);
}

TEST(ParagraphLimits, ALabelAboveAHeadingHasFiveWords) {
  const auto above = [](const std::string& label) {
    return group_of("# L\n**" + label + "**\n\n## S\n- [a](https://x.org)\n", label);
  };
  EXPECT_EQ(above("One two three four five"), "One two three four five");
  EXPECT_EQ(above("One two three four five six"), std::nullopt);
}

TEST(ParagraphLimits, ASummaryThatIsALabelHas300Bytes) {
  const auto folded = [](std::size_t bytes) {
    const std::string label = "Kinds " + std::string(bytes - 6, 'x');
    return group_of("# L\n## S\n<details><summary>" + label +
                        "</summary>\n\n- [a](https://x.org)\n\n</details>\n",
                    label);
  };
  EXPECT_EQ(folded(300)->size(), 300u);
  EXPECT_EQ(folded(301), std::nullopt);
}

// Far below a summary, words tell of it when it is long enough for a title.
TEST(ParagraphLimits, ASummaryThatIsATitleHasThreeWords) {
  const auto first = [](const std::string& summary) {
    const Catalog catalog =
        parse("# L\n## S\n<details><summary>" + summary + "</summary>\n\n\n\n\n\n\n" +
              "It says what it is, [here](https://x.org/1) and more.\n\n</details>\n");
    return catalog.listings.empty() ? std::string() : std::string(catalog.listings[0].title);
  };
  EXPECT_EQ(first("Three whole words"), "Three whole words");
  EXPECT_EQ(first("Two words"), "");
}

// "[A title](u) - what it says." again and again, with `lead` before each.
std::string linked(std::size_t count, const std::string& lead = {}) {
  std::string text = "# L\n## S\n";
  for (std::size_t i = 0; i < count; ++i) {
    text += lead + "[Title of it " + std::to_string(i) + "](https://x.org/" + std::to_string(i) +
            ") - what it says.\n\n";
  }
  return text;
}

TEST(ParagraphLimits, SixtyFourParagraphsTellWhatThoseOfASectionAre) {
  const std::string words = repeated("Just some words here.\n\n", 100);
  const Catalog few = parse(linked(63) + words);
  EXPECT_EQ(few.listings.size(), 0u) << "most are words";
  EXPECT_EQ(few.prose.size(), 163u);
  const Catalog many = parse(linked(64) + words);
  EXPECT_EQ(many.listings.size(), 64u) << "decided before the words come";
  EXPECT_EQ(many.prose.size(), 100u);
}

TEST(ParagraphLimits, ALinkThatBeginsAParagraphStandsAmong24Inlines) {
  EXPECT_EQ(parse(linked(3, repeated("![a](b.png)", 23))).listings.size(), 3u);
  const Catalog beyond = parse(linked(3, repeated("![a](b.png)", 24)));
  EXPECT_EQ(beyond.listings.size(), 0u);
  EXPECT_EQ(beyond.prose.size(), 3u);
  EXPECT_EQ(beyond.prose[0].links.back().url, "https://x.org/0");
}

TEST(ParagraphLimits, ALabelThatEndsAParagraphStandsAmongFourTimesAsMany) {
  const auto count = [](std::size_t slanted) {
    const std::string text = "Some long text of words " + repeated("*a* ", slanted) + "b";
    std::string list = "# L\n## S\n";
    for (int i = 0; i < 3; ++i) {
      list += text + " [paper](https://x.org/" + std::to_string(i) + ")\n\n";
    }
    return parse(list).listings.size();
  };
  EXPECT_EQ(count(47), 3u);  // 96 inlines: two for each slanted word, the text and the link
  EXPECT_EQ(count(48), 0u);
}

}  // namespace
}  // namespace lamplight::test
