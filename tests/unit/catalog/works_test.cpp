// Which listings are one work.
#include <gtest/gtest.h>

#include <string>

#include "unit/catalog/test_lists.h"

namespace lamplight::test {
namespace {

// Whether the two listings of a list, each given in a section of its own, are one work.
bool are_one(const std::string& a, const std::string& b) {
  const Catalog catalog = parse("# L\n## A\n- " + a + "\n## B\n- " + b + "\n");
  EXPECT_EQ(catalog.listings.size(), 2u);
  return catalog.works.size() == 1;
}

TEST(Works, AGenericTitleIsNoReasonToMerge) {
  for (const std::string title :
       {"Tweet", "Docs", "GitHub", "Website", "Paper", "地址", "Must Watch Talks", "JavaScript"}) {
    EXPECT_FALSE(are_one("[" + title + "](https://a.org/1)", "[" + title + "](https://b.org/2)"))
        << title;
  }
}

TEST(Works, AGenericTitleMergesWithTheSameAddress) {
  EXPECT_TRUE(are_one("[Docs](https://a.org/docs)", "[docs](http://www.a.org/docs/#top)"));
  EXPECT_TRUE(are_one("[Report](https://arxiv.org/abs/2101.00001)",
                      "[Report](https://arxiv.org/pdf/2101.00001v2.pdf)"));
}

TEST(Works, ACoinedNameMergesWhereNothingSpeaksAgainstIt) {
  EXPECT_TRUE(are_one("[Kimi-K2](https://github.com/m/Kimi-K2)", "[Kimi-K2](https://hf.org/k2)"));
  EXPECT_FALSE(are_one("[MeTa](https://github.com/a/meta)", "[MeTa](https://github.com/b/meta)"));
  EXPECT_FALSE(are_one("[SegNet](https://arxiv.org/abs/2101.00001)",
                       "[SegNet](https://arxiv.org/abs/2201.00009)"));
  // In one place a list means two things by one name.
  const Catalog catalog =
      parse("# L\n## A\n- [SpaceX](https://a.org/1)\n- [SpaceX](https://b.org/2)\n");
  EXPECT_EQ(catalog.works.size(), 2u);
}

TEST(Works, ALongTitleMergesByItself) {
  EXPECT_TRUE(are_one("Do Transformers See Like Networks? [[Paper]](https://a.org/1)",
                      "Do transformers see like networks [[Paper]](https://b.org/2)"));
}

TEST(Works, OneIdentifierMergesTitlesThatAgree) {
  const std::string id = " [[Paper]](https://arxiv.org/abs/2101.00001)";
  EXPECT_TRUE(are_one("[CVPR 2023] KiUT: Transformers for Report Generation" + id,
                      "Transformers for Report Generation. A. Author et al. arXiv 2022" + id));
  EXPECT_TRUE(are_one("LLaMA" + id, "LLaMA: Open and Efficient Foundation Models" + id));
  EXPECT_FALSE(are_one("Reading Scans With Little Supervision" + id,
                       "Zero-shot Removal of Names From Records" + id));
  EXPECT_FALSE(are_one("Aloe: A Family of Fine-tuned Models" + id,
                       "CareQA: A Dataset of Multiple Choice Questions" + id));
}

TEST(Works, AnotherTitleOfAWorkTellsWhatElseItIs) {
  const std::string id = " [[Paper]](https://arxiv.org/abs/2101.00001)\n";
  const Catalog catalog =
      parse("# L\n## A\n- GLM" + id + "## B\n- GLM: GLM-130B, an Open Bilingual Model" + id +
            "## C\n- GLM-130B, an Open Bilingual Model" + id);
  EXPECT_EQ(catalog.listings.size(), 3u);
  EXPECT_EQ(catalog.works.size(), 1u);
}

TEST(Works, OnePaperUnderTwoShortNamesIsOneWork) {
  const std::string paper =
      ": Scaling Medical Pretraining for Language Models "
      "[[Paper]](https://arxiv.org/abs/2311.16079)";
  EXPECT_TRUE(are_one("MEDITRON-70B" + paper, "GAP-REPLAY" + paper));
  // Of a repository many things are parts.
  const std::string code = ": Utilities for C++ Programs [[Code]](https://github.com/a/utl)";
  EXPECT_FALSE(are_one("Profiler2" + code, "Random2" + code));
}

TEST(Works, AnIdentifierIsComparedWithFourThatClaimIt) {
  const std::string paper = " [[Paper]](https://arxiv.org/abs/2101.00001)\n";
  const auto words_of = [](int i) {
    const std::string number = std::to_string(i);
    return " a" + number + " b" + number + " c" + number + " d" + number;
  };
  // Seven works of one identifier, and one more listing whose title agrees with one of them.
  const auto count_works = [&](int agreeing) {
    std::string list = "# L\n## A\n";
    for (int i = 0; i < 7; ++i) list += "- N" + std::to_string(i) + words_of(i) + paper;
    return parse(list + "- More" + words_of(agreeing) + " e f" + paper).works.size();
  };
  EXPECT_EQ(count_works(3), 7u);
  EXPECT_EQ(count_works(4), 8u);
}

TEST(Works, AnIdentifierThatManyTitlesClaimIsReadInLinearTime) {
  // 2,000 titles with one identifier: each is compared with a few.
  std::string list = "# L\n## A\n";
  for (int i = 0; i < 2000; ++i) {
    const std::string number = std::to_string(i);
    list += "- N" + number + " a" + number + " b" + number + " c" + number +
            " [[Paper]](https://arxiv.org/abs/2101.00001)\n";
  }
  EXPECT_EQ(parse(list).works.size(), 2000u);
}

}  // namespace
}  // namespace lamplight::test
