#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "lamplight/format.h"
#include "unit/format/sample.h"
#include "unit/format/test_lists.h"

namespace lamplight {
namespace {

bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

// CSV, read back by the rules of RFC 4180.
std::vector<std::vector<std::string>> read_csv(const std::string& text) {
  std::vector<std::vector<std::string>> lines;
  std::vector<std::string> line(1);
  bool is_quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (is_quoted) {
      if (c != '"') {
        line.back() += c;
      } else if (i + 1 < text.size() && text[i + 1] == '"') {
        line.back() += text[++i];
      } else {
        is_quoted = false;
      }
    } else if (c == '"') {
      is_quoted = true;
    } else if (c == ',') {
      line.emplace_back();
    } else if (c == '\r' && i + 1 < text.size() && text[i + 1] == '\n') {
      ++i;
      lines.push_back(line);
      line.assign(1, "");
    } else {
      line.back() += c;
    }
  }
  EXPECT_FALSE(is_quoted);
  EXPECT_EQ(line, std::vector<std::string>(1, "")) << "the last line is ended";
  return lines;
}

TEST(Csv, HasOneLineAListingAndAsManyFieldsAsColumns) {
  for (const test::List& list : test::all_lists()) {
    const Result<Catalog> catalog = parse_catalog(list.text);
    ASSERT_TRUE(catalog.is_ok());
    const auto lines = read_csv(to_csv(*catalog.value_if()));
    ASSERT_EQ(lines.size(), catalog.value_if()->listings.size() + 1) << list.name;
    for (const auto& line : lines) EXPECT_EQ(line.size(), lines[0].size()) << list.name;
  }
}

TEST(Csv, KeepsTextWithCommasAndQuotes) {
  const auto lines = read_csv(to_csv(sample::catalog()));
  ASSERT_EQ(lines.size(), 5u);
  EXPECT_EQ(lines[0][0], "line");
  EXPECT_EQ(lines[1][1], "Models › Language");
  EXPECT_EQ(lines[1][4], "OpenFold");
  EXPECT_EQ(lines[2].back(), "Paper") << "a label without address is not lost";
  EXPECT_EQ(lines[4][6], "Description: 1.4B compounds, 310 catalogs");
}

TEST(Csv, RunsNoFormula) {
  CatalogDraft draft = sample::draft();
  for (const char* title : {"=1+1", "+1", "-1", "@x", "\t=1", "=cmd|' /C calc'!A0", "＝1"}) {
    draft.listings[0].title = title;
    EXPECT_EQ(read_csv(to_csv(make_catalog(draft)))[1][5], "'" + std::string(title));
  }
  draft.listings[0].title = "a=1";
  EXPECT_EQ(read_csv(to_csv(make_catalog(draft)))[1][5], "a=1");
}

TEST(Bibtex, SaysWhatIsDerived) {
  const Catalog catalog = sample::catalog();
  EXPECT_EQ(to_bibtex(catalog.works[0], catalog),
            "@misc{openfold2022retraining,\n"
            "  title = {{OpenFold:} Retraining {AlphaFold2} yields new insights},\n"
            "  year = {2022},\n"
            "  howpublished = {bioRxiv},\n"
            "  doi = {10.1101/2022.11.20.517210},\n"
            "  url = {https://www.biorxiv.org/content/10.1101/1?a=1&b=2},\n"
            "  note = {Year (from the bioRxiv id) and venue are derived, not stated by the "
            "list.}\n"
            "}\n");
  EXPECT_FALSE(contains(to_bibtex(catalog.works[1], catalog), "note"));
}

TEST(Bibtex, NamesStatedAuthorsVenueAndYearWithoutANote) {
  CatalogDraft draft = sample::draft();
  draft.listings[0].authors = "Ada Byron, B. Noether & C_1 Gauss et al.";
  draft.listings[0].venue = "Nature & Sons";
  draft.listings[0].year = 2024;
  const Catalog catalog = make_catalog(draft);
  const std::string entry = to_bibtex(catalog.works[0], catalog);
  EXPECT_TRUE(contains(entry,
                       "@misc{byron2024retraining,\n"
                       "  title = {{OpenFold:} Retraining {AlphaFold2} yields new insights},\n"
                       "  author = {Ada Byron and B. Noether and C\\_1 Gauss and others},\n"
                       "  year = {2024},\n"
                       "  howpublished = {Nature \\& Sons},\n"))
      << entry;
  EXPECT_FALSE(contains(entry, "note")) << entry;
}

TEST(Bibtex, SaysThatTheVenueAloneIsDerived) {
  CatalogDraft draft = sample::draft();
  draft.listings[0].year = 2024;
  const Catalog catalog = make_catalog(draft);
  EXPECT_TRUE(contains(to_bibtex(catalog.works[0], catalog),
                       "note = {Venue is derived from the link’s address, not stated"))
      << to_bibtex(catalog.works[0], catalog);
}

TEST(Bibtex, EscapesWhatTexWouldObey) {
  CatalogDraft draft = sample::draft();
  draft.works[1].title = "50% of $x_1 & #2 \\input{a} ~ ^ } {";
  const Catalog catalog = make_catalog(draft);
  const std::string entry = to_bibtex(catalog.works[1], catalog);
  EXPECT_TRUE(contains(entry,
                       "{50\\%} of {\\$x\\_1} \\& {\\#2} \\textbackslash{}input\\textbraceleft{}a"
                       "\\textbraceright{} \\textasciitilde{} \\textasciicircum{} "
                       "\\textbraceright{} \\textbraceleft{}"))
      << entry;
}

TEST(Bibtex, BalancesBracesAndRepeatsNoKeyInAnyList) {
  std::vector<Catalog> catalogs = sample::all_catalogs();
  for (const test::List& list : test::all_lists()) {
    Result<Catalog> parsed = parse_catalog(list.text);
    ASSERT_TRUE(parsed.is_ok());
    catalogs.push_back(std::move(*parsed.value_if()));
  }
  for (const Catalog& catalog : catalogs) {
    std::set<std::string> keys;
    const std::string all = to_bibtex(catalog);
    for (std::size_t begin = 0, end = 0; keys.size() < catalog.works.size(); begin = end + 1) {
      end = all.find("\n}\n", begin);
      ASSERT_NE(end, std::string::npos);
      end += 3;
      const std::string entry = all.substr(begin, end - begin);
      int depth = 0;
      for (std::size_t i = 0; i < entry.size(); ++i) {
        // BibTeX counts braces even after a backslash.
        if (entry[i] == '{') ++depth;
        if (entry[i] == '}') --depth;
        ASSERT_TRUE(depth > 0 || i < 6 || i + 2 >= entry.size()) << entry;
      }
      EXPECT_EQ(depth, 0) << entry;
      const std::string key = entry.substr(6, entry.find(',') - 6);
      EXPECT_EQ(key.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                      "0123456789-_"),
                std::string::npos)
          << key;
      EXPECT_TRUE(keys.insert(key).second) << key;
    }
  }
}

TEST(Ris, HasOneRecordAWork) {
  const std::string ris = to_ris(sample::catalog());
  EXPECT_TRUE(contains(ris,
                       "TY  - GEN\r\nID  - openfold2022retraining\r\n"
                       "TI  - OpenFold: Retraining AlphaFold2 yields new insights\r\n"
                       "PY  - 2022\r\nPB  - bioRxiv\r\nDO  - 10.1101/2022.11.20.517210\r\n"))
      << ris;
  EXPECT_TRUE(contains(ris, "N1  - Year (from the bioRxiv id) and venue are derived"));
  EXPECT_TRUE(contains(ris, "TY  - DATA\r\nID  - zinc20\r\n"));
  std::size_t ends = 0;
  for (std::size_t at = ris.find("ER  - \r\n"); at != std::string::npos;
       at = ris.find("ER  - \r\n", at + 1)) {
    ++ends;
  }
  EXPECT_EQ(ends, 3u);
  EXPECT_FALSE(contains(to_ris(sample::hostile()), "UR  - javascript"));
}

TEST(Ris, HasOneLineAnAuthor) {
  CatalogDraft draft = sample::draft();
  draft.listings[0].authors = "Byron, A., Noether, B.";
  draft.listings[0].venue = "Nature";
  draft.listings[2].year = 2023;
  const std::string ris = to_ris(make_catalog(draft));
  EXPECT_TRUE(contains(ris,
                       "AU  - Byron, A.\r\nAU  - Noether, B.\r\nPY  - 2023\r\n"
                       "PB  - Nature\r\nDO  - "))
      << ris;
  EXPECT_FALSE(contains(ris, "N1  - ")) << ris;
}

TEST(Markdown, IsTheSameListAgain) {
  for (const test::List& list : test::snapshots()) {
    const Result<Catalog> before = parse_catalog(list.text);
    ASSERT_TRUE(before.is_ok());
    const std::string markdown = to_markdown(*before.value_if());
    const Result<Catalog> after = parse_catalog(markdown);
    ASSERT_TRUE(after.is_ok());
    ASSERT_EQ(after.value_if()->listings.size(), before.value_if()->listings.size()) << list.name;
    for (std::size_t i = 0; i < before.value_if()->listings.size(); ++i) {
      const ListingDraft expected = make_draft(before.value_if()->listings[i]);
      ListingDraft found = make_draft(after.value_if()->listings[i]);
      const auto id = [](const Result<Catalog>& catalog, int section) {
        return catalog.value_if()->sections[static_cast<std::size_t>(section)].id.view();
      };
      EXPECT_EQ(id(after, found.section), id(before, expected.section)) << expected.text;
      found.line = expected.line;
      found.section = expected.section;
      EXPECT_EQ(found, expected) << expected.text;
    }
    EXPECT_EQ(after.value_if()->bibtex, before.value_if()->bibtex);
    EXPECT_TRUE(to_markdown(*after.value_if()) == markdown) << list.name;
  }
}

TEST(Markdown, EscapesMarkup) {
  CatalogDraft draft = sample::draft();
  draft.listings[1].text = "*a* _b_ `c` [d](e) <f> &amp; http://x.org www.y.org a@b.org ~~z~~";
  const std::string markdown = to_markdown(make_catalog(draft));
  EXPECT_TRUE(contains(markdown,
                       "- \\*a\\* \\_b\\_ \\`c\\` \\[d\\](e) \\<f\\> \\&amp; http\\://x.org "
                       "www\\.y.org a\\@b.org \\~\\~z\\~\\~ [[Paper]]\n"))
      << markdown;
}

TEST(Exporters, AreThoseOfTheCommandLine) {
  std::vector<std::string_view> names;
  for (const Exporter& exporter : exporters()) names.push_back(exporter.name);
  EXPECT_EQ(names,
            (std::vector<std::string_view>{"json", "csv", "bibtex", "ris", "markdown", "html"}));
}

TEST(Exporters, WriteTheSameBytesTwiceAndEndInANewline) {
  for (const Catalog& catalog : sample::all_catalogs()) {
    for (const Exporter& exporter : exporters()) {
      const std::string text = exporter.write(catalog);
      EXPECT_EQ(text, exporter.write(catalog)) << exporter.name;
      ASSERT_FALSE(text.empty()) << exporter.name;
      EXPECT_EQ(text.back(), '\n') << exporter.name;
    }
  }
}

}  // namespace
}  // namespace lamplight
