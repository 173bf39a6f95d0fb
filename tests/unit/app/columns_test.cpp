// Columns of the table: which there are, what stands in their cells, and the order by them.
#include "app/columns.h"

#include <gtest/gtest.h>

#include <map>

#include "unit/app/flagship.h"

namespace lamplight::app {
namespace {

class Columns : public test::FlagshipTest {
 protected:
  std::string cell(std::string_view column, std::string_view work) {
    const auto row = session_.find_row(work);
    EXPECT_TRUE(row.has_value()) << work;
    return build_cell(*session_.scene(), column, view().rows[*row]).text;
  }
  std::string ids_of(std::string_view chosen, bool is_shown) {
    std::string ids;
    for (const ColumnView& column : build_columns(*session_.scene(), chosen)) {
      if (column.is_shown == is_shown) ids += (ids.empty() ? "" : ",") + column.id;
    }
    return ids;
  }
  // The texts of a column, from the first row on.
  std::vector<std::string> texts(std::string_view column) {
    std::vector<std::string> all;
    for (const std::uint32_t work : view().rows) {
      all.push_back(build_cell(*session_.scene(), column, work).text);
    }
    return all;
  }
};

TEST_F(Columns, AreThoseThatTheListHasSomethingFor) {
  load_both();
  EXPECT_EQ(ids_of("", true), "name,title,family,where,year,venue,links,since");
  EXPECT_EQ(ids_of("", false), "description,identifier,repository,line,kind,domain,application");
  EXPECT_EQ(ids_of("year,name.138", true), "year,name");
  EXPECT_EQ(build_columns(*session_.scene(), "year,name.138")[1].width, 138);
}

TEST_F(Columns, TellNoDateWhereOneListIsAllThereIs) {
  load_newest();
  EXPECT_EQ(ids_of("", true), "name,title,family,where,year,venue,links");
}

TEST_F(Columns, NameAuthorsWhereTheListDoes) {
  ASSERT_TRUE(session_
                  .add_snapshot("2024-01-01",
                                test::ExactText("# L\n## S\n"
                                                "- **Of graphs.** *Emmy Noether, Ada Byron.* ICML "
                                                "2019. [paper](https://x.org/1)\n"
                                                "- **Of trees.** *Carl Gauss.* ICML 2018. "
                                                "[paper](https://x.org/2)\n"
                                                "- **Of roots.** [paper](https://x.org/3)\n")
                                    .view())
                  .is_ok());
  EXPECT_EQ(ids_of("", true), "title,authors,where,year,venue,links");
  EXPECT_EQ(ids_of("authors,title", true), "authors,title");
  session_.dispatch(SetSort{{{"authors"}}});
  EXPECT_EQ(texts("authors"),
            (std::vector<std::string>{"Carl Gauss", "Emmy Noether, Ada Byron", ""}));
}

TEST_F(Columns, AreNoChoiceWhenTheyAreAsTheyWouldBeWithoutOne) {
  load_both();
  std::vector<ColumnView> columns = build_columns(*session_.scene(), "");
  EXPECT_EQ(print_columns(*session_.scene(), columns), "");
  columns[0].width = 138;
  const std::string chosen = print_columns(*session_.scene(), columns);
  EXPECT_EQ(chosen, "name.138,title,family,where,year,venue,links,since");
  EXPECT_EQ(build_columns(*session_.scene(), chosen), columns);
}

TEST_F(Columns, TellWhereAWorkStandsWithoutItsFamily) {
  load_both();
  EXPECT_EQ(cell("where", "chatcad"), "Medical diagnosis, Healthcare");
  EXPECT_EQ(cell("where", "doctorglm"), "Healthcare");
  EXPECT_EQ(cell("where", "openfold"), "Bioinformatics, Healthcare");
  EXPECT_EQ(cell("family", "openfold"), "Language");
}

TEST_F(Columns, TellLinksAsPaperCodeAndHowManyMore) {
  load_both();
  EXPECT_EQ(cell("links", "openfold"), "Paper, Code");
  const auto row = session_.find_row("openfold");
  const CellView links = build_cell(*session_.scene(), "links", view().rows[*row]);
  ASSERT_EQ(links.links.size(), 2u);
  EXPECT_EQ(links.links[1].url, "https://github.com/aqlaboratory/openfold");
}

TEST_F(Columns, TellSinceWhenAWorkIsListed) {
  load_both();
  EXPECT_EQ(cell("since", "openfold"), "≤ Mar 2023");
  EXPECT_EQ(cell("since", "doctorglm"), "Mar 2024");
}

TEST_F(Columns, LeaveBlankWhatIsNotKnown) {
  load_both();
  for (const ColumnView& column : build_columns(*session_.scene(), "")) {
    for (const std::string& text : texts(column.id)) {
      EXPECT_NE(text, "0") << column.id;
      EXPECT_NE(text, "None") << column.id;
    }
  }
  const std::vector<std::string> names = texts("name");
  EXPECT_GT(std::count(names.begin(), names.end(), std::string()), 0);
}

// Every row stands behind those that come before it by the first key, or else by the second.
TEST_F(Columns, PutTheRowsInTheOrderOfTheirKeys) {
  load_both();
  session_.dispatch(SetSort{{{"year"}, {"name"}}});
  const std::vector<std::string> years = texts("year");
  const std::vector<std::string> names = texts("name");
  EXPECT_EQ(years.size(), 208u);
  for (std::size_t i = 1; i < years.size(); ++i) {
    // Newest first, the unknown last.
    EXPECT_GE(years[i - 1].empty() ? "0" : years[i - 1], years[i].empty() ? "0" : years[i]);
    if (years[i - 1] != years[i] || names[i].empty()) continue;
    EXPECT_FALSE(names[i - 1].empty()) << names[i];
  }
}

TEST_F(Columns, TurnAnOrderButLeaveBlanksAtTheEnd) {
  load_both();
  for (const ColumnView& column : build_columns(*session_.scene(), "")) {
    session_.dispatch(SetSort{{{column.id, false}}});
    std::vector<std::string> up = texts(column.id);
    session_.dispatch(SetSort{{{column.id, true}}});
    std::vector<std::string> down = texts(column.id);
    const auto blanks = std::count(up.begin(), up.end(), std::string());
    ASSERT_EQ(std::count(down.begin(), down.end(), std::string()), blanks);
    for (std::vector<std::string>* each : {&up, &down}) {
      for (std::size_t i = each->size() - static_cast<std::size_t>(blanks); i < each->size(); ++i) {
        EXPECT_EQ((*each)[i], "") << column.id;
      }
      each->resize(each->size() - static_cast<std::size_t>(blanks));
    }
    std::reverse(down.begin(), down.end());
    // Links go by their number; names, not turned, by their words, as the search sorts them.
    if (column.id != "links" && column.id != "name") {
      EXPECT_EQ(up, down) << column.id;
    }
  }
}

TEST_F(Columns, KeepTheOrderOfTheListAmongEquals) {
  load_both();
  session_.dispatch(SetSort{{{"family"}}});
  const std::vector<std::string> families = texts("family");
  const std::vector<std::uint32_t> rows = view().rows.to_vector();
  const Catalog& catalog = session_.scene()->catalog();
  for (std::size_t i = 1; i < rows.size(); ++i) {
    if (families[i] != families[i - 1]) continue;
    EXPECT_LT(catalog.works[rows[i - 1]].listings.front(), catalog.works[rows[i]].listings.front());
  }
}

TEST_F(Columns, KeepTheOrderWhileTheQueryNarrows) {
  load_both();
  session_.dispatch(SetSort{{{"title", true}}});
  const std::vector<std::string> all = ids();
  session_.dispatch(SetQuery{"protein"});
  const std::vector<std::string> found = ids();
  ASSERT_GT(found.size(), 5u);
  std::map<std::string, std::size_t> places;
  for (std::size_t i = 0; i < all.size(); ++i) places[all[i]] = i;
  for (std::size_t i = 1; i < found.size(); ++i) EXPECT_LT(places[found[i - 1]], places[found[i]]);
}

TEST_F(Columns, AreCopiedAsTabSeparatedLines) {
  load_both();
  const auto row = session_.find_row("openfold");
  const std::vector<ColumnView> columns = build_columns(*session_.scene(), "name,year,links");
  EXPECT_EQ(to_tsv(*session_.scene(), columns, {view().rows[*row]}),
            "Name\tYear\tLinks\nOpenFold\t2022\thttps://www.biorxiv.org/content/10.1101/"
            "2022.11.20.517210v2.abstract https://github.com/aqlaboratory/openfold\n");
}

TEST_F(Columns, DescribeThingsThatHaveNoNamesAndYears) {
  std::string list = "# L\n## S\n";
  for (const char* name : {"Oak", "Elm", "Ash", "Fir", "Yew", "Box"}) {
    list += std::string("- [") + name + "](https://x.org/" + name + ") - Grows trees. `" +
            (*name < 'C' ? "MIT" : "GPL-3.0") + "`\n";
  }
  ASSERT_TRUE(session_.add_snapshot("2024-01-01", list).is_ok());
  EXPECT_EQ(ids_of("", true), "title,description,where,links,licence");
  EXPECT_EQ(texts("description").front(), "Grows trees.");
  EXPECT_EQ(texts("licence").front(), "GPL-3.0");
}

TEST_F(Columns, DescribeThingsByTwoFacets) {
  std::string list = "# L\n## S\n";
  for (const char* name : {"Oak", "Elm", "Ash", "Fir", "Yew", "Box"}) {
    const bool is_early = *name < 'C';
    list += std::string("- [") + name + "](https://x.org/" + name + ") - Grows trees. " +
            (is_early ? "`MIT` `Go` `Linux`\n" : "`GPL-3.0` `Python` `macOS`\n");
  }
  ASSERT_TRUE(session_.add_snapshot("2024-01-01", list).is_ok());
  EXPECT_EQ(ids_of("", true), "title,description,where,links,licence,language");
  EXPECT_NE(ids_of("", false).find("platform"), std::string::npos) << "offered, not shown";
}

TEST(ColumnsOfAnyList, AreCopiedByAHundredThousandRows) {
  std::vector<std::uint32_t> works(most_copied);
  for (std::size_t i = 0; i < works.size(); ++i) works[i] = static_cast<std::uint32_t>(i);
  EXPECT_EQ(copied_rows(Hits(works), {}).said, "100000 rows were copied.");
  EXPECT_EQ(copied_rows(Hits(works), {7}).said, "1 row was copied.");
  works.push_back(static_cast<std::uint32_t>(most_copied));
  const CopiedRows all = copied_rows(Hits(works), {});
  EXPECT_EQ(all.said, "Only the first 100000 rows were copied.");
  EXPECT_EQ(all.works.size(), most_copied);
  EXPECT_EQ(copied_rows(Hits(works), works).said, all.said);
}

TEST(ColumnsOfAnyList, AreCopiedWithoutFormulas) {
  Session session;
  ASSERT_TRUE(session
                  .add_snapshot("2024-01-01",
                                "# L\n\n## S\n- =HYPERLINK(1) [[Paper]](https://a.b/1)\n"
                                "- @x a [[Paper]](https://a.b/2)\n")
                  .is_ok());
  const ViewModel& model = session.view_model();
  const std::vector<ColumnView> columns = build_columns(*session.scene(), "title");
  const std::string tsv = to_tsv(*session.scene(), columns, model.rows.to_vector());
  EXPECT_EQ(tsv, "Title\n'=HYPERLINK(1)\n'@x a\n");
}

}  // namespace
}  // namespace lamplight::app
