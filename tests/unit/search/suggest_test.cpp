#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "lamplight/search.h"
#include "unit/search/build_catalog.h"

namespace lamplight {
namespace {

class SuggestTest : public testing::Test {
 protected:
  static Catalog make_catalog() {
    test::CatalogBuilder list;
    const int language = list.section("language-models", "Language models");
    const int imaging =
        list.section("language-models/medical-imaging", "Medical imaging", language);
    list.work(language, "Med-PaLM 2", "Protein structure for the clinic",
              {test::link(LinkKind::Code)});
    list.work(imaging, "ChatCAD", "Proteins and probing of the image",
              {test::link(LinkKind::Paper)});
    list.work(imaging, "ProGen", "Protein design for the \"lab\"", {test::link(LinkKind::Paper)});
    const int last = list.work(imaging, "", "Transformers for the image");
    list.at(last).year = 2022;
    list.at(last).venue = "Nature Methods";
    return std::move(list.catalog());
  }

  std::vector<std::string> texts(const std::string& typed, std::size_t limit = 8) const {
    std::vector<std::string> texts;
    for (const Suggestion& each : index_.suggest(typed, limit)) texts.push_back(each.text);
    return texts;
  }
  std::vector<std::string> queries(const std::string& typed) const {
    std::vector<std::string> queries;
    for (const Suggestion& each : index_.suggest(typed, 8)) queries.push_back(each.query);
    return queries;
  }

  using Texts = std::vector<std::string>;
  const Catalog catalog_ = make_catalog();
  const Profile profile_ = default_profile(catalog_);
  const Index index_ = build_index(catalog_, profile_);
};

TEST_F(SuggestTest, CompletesNamesThenWordsThatMostWorksHave) {
  EXPECT_EQ(texts("pro"), (Texts{"ProGen", "protein", "probing", "proteins"}));
  EXPECT_EQ(texts("pro", 2), (Texts{"ProGen", "protein"}));
  EXPECT_EQ(queries("image pro")[1], "image protein ");
  EXPECT_EQ(queries("-pro")[1], "-protein ");
  EXPECT_EQ(queries("(lab | pro")[1], "(lab | protein ");
}

TEST_F(SuggestTest, PutsNamesOfSeveralWordsInQuotes) {
  EXPECT_EQ(queries("med-p"), Texts{}) << "several words are no beginning of one";
  EXPECT_EQ(queries("med")[0], "\"Med-PaLM 2\" ");
}

TEST_F(SuggestTest, CompletesFieldsAndTheirValues) {
  EXPECT_EQ(texts("ha"), Texts{"has:"});
  EXPECT_EQ(queries("ha"), Texts{"has:"}) << "its value is yet to come";
  EXPECT_EQ(texts("has:"), (Texts{"has:paper", "has:code"}));
  EXPECT_EQ(queries("image has:c"), Texts{"image has:code "});
  EXPECT_EQ(texts("in:imag"), Texts{"in:language-models/medical-imaging"});
  EXPECT_EQ(texts("venue:meth"), Texts{"venue:\"Nature Methods\""});
  EXPECT_EQ(texts("year:"), Texts{"year:2022"});
  EXPECT_EQ(texts("is:"), (Texts{"is:flagged", "is:new", "is:saved"}));
  EXPECT_EQ(texts("name:chat"), Texts{"name:ChatCAD"});
  EXPECT_TRUE(texts("nosuch:x").empty());
}

TEST_F(SuggestTest, OffersTheNearestSpelling) {
  const std::vector<Suggestion> found = index_.suggest("protien", 8);
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found[0].kind, SuggestionKind::Spelling);
  EXPECT_EQ(found[0].text, "protein");
  EXPECT_EQ(found[0].works, 2u);
}

TEST_F(SuggestTest, OffersNothingWhereNothingIsBeingTyped) {
  EXPECT_TRUE(texts("").empty());
  EXPECT_TRUE(texts("protein ").empty());
  EXPECT_TRUE(texts("\"protein str").empty());
  EXPECT_TRUE(texts("protein").size() == 1) << "but for longer words";
}

}  // namespace
}  // namespace lamplight
