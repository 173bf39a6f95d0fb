// Queries in plain words, read as fields and values of facets.
#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <string_view>

#include "unit/search/corpora.h"
#include "unit/search/exact_text.h"
#include "unit/search/query_text.h"

namespace lamplight {
namespace {

std::optional<PlainReading> read(std::string_view text, const SearchRequest& under = {}) {
  return test::flagship().index.read_plain_words(test::ExactText(text).view(), under);
}

std::string text_of(std::string_view text) {
  const std::optional<PlainReading> reading = read(text);
  return reading ? reading->text : "none";
}

TEST(PlainWords, AreReadAsKindsOfLinksAndYears) {
  EXPECT_EQ(text_of("papers with code of 2022"), "has:code year:2022");
  EXPECT_EQ(text_of("Papers with Code of 2022 "), "has:code year:2022");
  EXPECT_EQ(text_of("protein papers with code from 2022"), "protein has:code year:2022");
  EXPECT_EQ(text_of("papers with code and projects"), "has:code has:project");
  EXPECT_EQ(text_of("code 2023"), "has:code year:2023");
}

TEST(PlainWords, AreReadAsRangesOfYears) {
  EXPECT_EQ(text_of("protein since 2021"), "protein year:2021..");
  EXPECT_EQ(text_of("protein after 2021"), "protein year:2022..");
  EXPECT_EQ(text_of("protein until 2021"), "protein year:..2021");
  EXPECT_EQ(text_of("protein before 2021"), "protein year:..2020");
  EXPECT_EQ(text_of("protein from 2020 to 2022"), "protein year:2020..2022");
  EXPECT_EQ(text_of("protein between 2020 and 2022"), "protein year:2020..2022");
  EXPECT_EQ(text_of("protein 2020-2022"), "protein year:2020..2022");
  EXPECT_EQ(text_of("protein 20211"), "none");
  EXPECT_EQ(text_of("protein before noon"), "none");
}

TEST(PlainWords, AreReadAsValuesOfFacets) {
  const std::string section = "in:applications-of-large-ai-models-in-healthcare/medical-imaging ";
  EXPECT_EQ(text_of("papers on medical imaging with code"), section + "has:code");
  EXPECT_EQ(text_of("papers in Nature"), "venue:Nature");
  EXPECT_EQ(text_of("bioinformatics"), "venue:Bioinformatics");
}

TEST(PlainWords, AreReadAsFiltersWhereTheQueryHasNoField) {
  const test::Corpus& corpus = test::flagship();
  Profile profile;
  profile.facets.resize(1);
  profile.facets[0].id = "family";
  profile.facets[0].title = "Model family";
  profile.facets[0].values = {{"language", "Language model", "", {{"large-language-models"}, {}}}};
  const Index index = build_index(corpus.catalog, profile);
  const auto reading = index.read_plain_words("language models with code of 2023");
  ASSERT_TRUE(reading.has_value());
  EXPECT_EQ(reading->text, "has:code year:2023 · Model family: Language model");
  EXPECT_EQ(reading->query, "has:code year:2023 ");
  ASSERT_EQ(reading->filters.size(), 1u);
  EXPECT_EQ(reading->filters[0], (Filter{"family", {"language"}}));
  EXPECT_EQ(index.read_plain_words("language models")->text, "Model family: Language model");
}

TEST(PlainWords, AreAValueOfUpToFourWords) {
  const test::Corpus& corpus = test::flagship();
  Profile profile;
  profile.facets.resize(1);
  profile.facets[0].id = "family";
  profile.facets[0].title = "Family";
  const FacetMatch match{{"large-language-models"}, {}};
  profile.facets[0].values = {{"four", "very large language model", "", match},
                              {"five", "some very small language model", "", match}};
  const Index index = build_index(corpus.catalog, profile);
  EXPECT_EQ(index.read_plain_words("very large language models")->text,
            "Family: very large language model");
  EXPECT_FALSE(index.read_plain_words("some very small language models").has_value());
}

TEST(PlainWords, CountWhatTheyFindUnderTheRest) {
  const test::Corpus& corpus = test::flagship();
  for (const char* text : {"papers with code of 2022", "bioinformatics", "protein since 2021",
                           "papers on medical imaging with code"}) {
    const std::optional<PlainReading> reading = read(text);
    ASSERT_TRUE(reading.has_value()) << text;
    SearchRequest request;
    request.query = parse_query(reading->query);
    EXPECT_TRUE(request.query.notices.empty());
    request.filters = reading->filters;
    EXPECT_EQ(reading->works, corpus.index.search(request).works.size()) << text;
    EXPECT_EQ(reading->works, corpus.index.count(request)) << text;
  }
  SearchRequest under;
  under.filters = {{"family", {"audio"}}};
  const std::optional<PlainReading> few = read("papers with code of 2022", under);
  EXPECT_TRUE(!few || few->works < read("papers with code of 2022")->works);
}

TEST(PlainWords, AreNoneWhereNothingIsSaidInThem) {
  for (const char* text :
       {"", " ", "protein", "large models of proteins", "papers with", "papers of 1955",
        "has:code year:2022", "\"code of 2022\"", "-code", "(code | 2022)", "code | demo",
        "protein code structures", "papers with slides of 2017 on nothingness"}) {
    EXPECT_EQ(text_of(text), "none") << text;
  }
}

TEST(PlainWords, KeepWhatStandsInQuotesFieldsAndNegations) {
  EXPECT_EQ(text_of("\"language model\" -protein papers with code"),
            "\"language model\" -protein has:code");
  EXPECT_EQ(text_of("venue:arxiv papers of 2022"), "venue:arxiv year:2022");
}

TEST(PlainWords, BearAnyText) {
  test::QueryTexts texts;
  for (int i = 0; i < 2000; ++i) {
    const std::string text = texts.next();
    const std::optional<PlainReading> reading = read(text);
    if (reading) EXPECT_GT(reading->works, 0u) << text;
  }
}

}  // namespace
}  // namespace lamplight
