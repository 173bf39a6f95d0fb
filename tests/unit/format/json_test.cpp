#include <gtest/gtest.h>

#include <array>
#include <string>

#include "format/json_value.h"
#include "lamplight/format.h"
#include "unit/format/sample.h"
#include "unit/format/test_lists.h"

namespace lamplight {
namespace {

TEST(CatalogJson, ComesBackAsTheSameCatalog) {
  for (const Catalog& catalog : sample::all_catalogs()) {
    const std::string json = to_json(catalog);
    const Result<Catalog> again = catalog_from_json(sample::Exact(json).view());
    ASSERT_TRUE(again.is_ok()) << again.error().message;
    EXPECT_EQ(*again.value_if(), catalog);
    EXPECT_EQ(to_json(*again.value_if()), json);
  }
}

TEST(CatalogJson, KeepsWhatAListingStates) {
  CatalogDraft draft = sample::draft();
  ListingDraft& listing = draft.listings[1];
  listing.shape = Shape::Paragraph;
  listing.authors = "A. Author, B. Author";
  listing.venue = "";
  listing.year = 2021;
  listing.description = "What it is.";
  listing.tags = {"MIT", "Python"};
  listing.parent = 7;
  const std::string json = to_json(make_catalog(draft));
  EXPECT_NE(json.find("\"authors\": \"A. Author, B. Author\",\n      \"venue\": \"\",\n"
                      "      \"year\": 2021,\n      \"description\": \"What it is.\","),
            std::string::npos);
  const Result<Catalog> again = catalog_from_json(json);
  ASSERT_TRUE(again.is_ok()) << again.error().message;
  EXPECT_EQ(make_draft(*again.value_if()), draft);
  draft.listings[1].parent = 99;
  EXPECT_FALSE(catalog_from_json(to_json(make_catalog(draft))).is_ok());
}

TEST(CatalogJson, OfEveryListComesBackAsTheSameCatalog) {
  for (const test::List& list : test::all_lists()) {
    const Result<Catalog> catalog = parse_catalog(list.text);
    ASSERT_TRUE(catalog.is_ok()) << list.name;
    const Result<Catalog> again = catalog_from_json(to_json(*catalog.value_if()));
    ASSERT_TRUE(again.is_ok()) << list.name << ": " << again.error().message;
    EXPECT_EQ(*again.value_if(), *catalog.value_if()) << list.name;
  }
}

TEST(CatalogJson, HasItsKeysInTheOrderOfTheContract) {
  const std::string json = to_json(sample::catalog());
  std::size_t before = 0;
  for (const char* key :
       {"{\n  \"schema\": 1", "\n  \"title\"", "\n  \"sections\"", "\n  \"listings\"",
        "\n  \"works\"", "\n  \"findings\"", "\n  \"prose\"", "\n  \"citation\""}) {
    const std::size_t at = json.find(key);
    ASSERT_NE(at, std::string::npos) << key;
    EXPECT_GE(at, before) << key;
    before = at;
  }
  EXPECT_NE(json.find("      \"line\": 7,\n      \"section\": \"models/language\",\n"
                      "      \"group\": \"Proteins\",\n      \"shape\": \"bullet\",\n"
                      "      \"text\": \"OpenFold: Retraining"),
            std::string::npos);
  EXPECT_EQ(json.substr(json.size() - 2), "}\n");
}

TEST(CatalogJson, WritesNullForWhatIsNotThere) {
  const std::string json = to_json(sample::catalog());
  EXPECT_NE(json.find("\"label\": \"Paper\",\n          \"kind\": \"paper\",\n"
                      "          \"url\": null"),
            std::string::npos);
  EXPECT_NE(json.find("\"cells\": null"), std::string::npos);
}

TEST(CatalogJson, ReplacesBytesThatAreNoText) {
  CatalogDraft draft;
  draft.title = "a\xFFz\x01";
  EXPECT_NE(to_json(make_catalog(draft)).find("\"a\xEF\xBF\xBDz\\u0001\""), std::string::npos);
}

std::string error_of(std::string_view json) {
  const Result<Catalog> catalog = catalog_from_json(sample::Exact(json).view());
  EXPECT_FALSE(catalog.is_ok()) << json;
  EXPECT_EQ(catalog.error().code, ErrorCode::Syntax);
  return catalog.error().message;
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}

TEST(CatalogJson, NamesTheKeyThatIsWrong) {
  const std::string json = to_json(sample::catalog());
  EXPECT_EQ(error_of(replaced(json, "\"schema\": 1", "\"schema\": 2")),
            "Catalog: schema: only schema 1 can be read");
  EXPECT_EQ(error_of(replaced(json, "\"shape\": \"bullet\"", "\"shape\": \"blob\"")),
            "Catalog: listings[0].shape: “blob” is not known");
  EXPECT_EQ(error_of(replaced(json, "\"line\": 7", "\"line\": \"7\"")),
            "Catalog: listings[0].line: expected a whole number, 0 or more");
  EXPECT_EQ(
      error_of(replaced(json, "\"section\": \"models/language\"", "\"section\": \"nowhere\"")),
      "Catalog: listings[0].section: there is no “nowhere”");
}

TEST(CatalogJson, IsRefusedWhenWorksAndListingsDisagree) {
  const std::string json = to_json(sample::catalog());
  EXPECT_NE(error_of(replaced(json, "        0,\n        2\n", "        2,\n        0\n"))
                .find("do not ascend"),
            std::string::npos);
  EXPECT_NE(error_of(replaced(json, "        0,\n        2\n", "        0\n")).find("missing"),
            std::string::npos);
  EXPECT_NE(error_of(replaced(json, "        0,\n        2\n", "        0,\n        99\n"))
                .find("not of this work"),
            std::string::npos);
  EXPECT_NE(error_of(replaced(json, "\"id\": \"zinc20\"", "\"id\": \"openfold\"")).find("twice"),
            std::string::npos);
}

// The two lines in each array are those of its records.
constexpr std::string_view with_lines = R"({"schema": 1, "title": "T",
  "sections": [{"id": "a", "title": "A", "parent": null, "level": 2, "line": 11},
               {"id": "b", "title": "B", "parent": null, "level": 2, "line": 12}],
  "listings": [{"line": 21, "section": "a", "group": null, "shape": "bullet", "text": "One",
                "name": null, "title": "One", "links": [], "cells": null, "work": "one"},
               {"line": 22, "section": "a", "group": null, "shape": "bullet", "text": "One",
                "name": null, "title": "One", "links": [], "cells": null, "work": "one"}],
  "works": [{"id": "one", "name": null, "title": "One", "listings": [0, 1], "year": null,
             "year_from": null, "venue": null, "arxiv": null, "doi": null, "repository": null}],
  "findings": [{"rule": "r", "level": "note", "line": 31, "message": "m"},
               {"rule": "r", "level": "note", "line": 32, "message": "m"}],
  "prose": [{"line": 41, "section": null, "kind": "paragraph", "text": "P", "links": []},
            {"line": 42, "section": null, "kind": "paragraph", "text": "P", "links": []}]})";

TEST(CatalogJson, IsRefusedWhenLinesAreOutOfOrder) {
  ASSERT_TRUE(catalog_from_json(with_lines).is_ok());
  const std::string text(with_lines);
  for (const auto& [array, first, second] :
       {std::array{"sections", "11", "12"}, std::array{"listings", "21", "22"},
        std::array{"findings", "31", "32"}, std::array{"prose", "41", "42"}}) {
    const std::string line = "\"line\": ";
    EXPECT_TRUE(catalog_from_json(replaced(text, line + second, line + first)).is_ok()) << array;
    EXPECT_EQ(error_of(replaced(text, line + second, line + "10")),
              "Catalog: " + std::string(array) + "[1].line: lines are out of order");
    EXPECT_EQ(error_of(replaced(text, line + first, line + "0")),
              "Catalog: " + std::string(array) + "[0].line: lines are out of order");
  }
}

TEST(CatalogJson, IsRefusedWhenItIsNoJson) {
  for (std::string_view json :
       {"", "{", "[]", "null", "{\"schema\": 1", "\xFF", "{\"a\":1,\"a\":1}"}) {
    EXPECT_FALSE(error_of(json).empty());
  }
  EXPECT_FALSE(error_of(std::string(100000, '[')).empty());
}

TEST(Json, MayBeNested32DeepAndNoDeeper) {
  const auto nested = [](std::size_t depth) {
    return std::string(depth, '[') + std::string(depth, ']');
  };
  EXPECT_TRUE(format::parse_json(nested(32)).is_ok());
  const Result<format::JsonValue> deeper = format::parse_json(nested(33));
  ASSERT_FALSE(deeper.is_ok());
  EXPECT_EQ(deeper.error().code, ErrorCode::Syntax);
  EXPECT_NE(deeper.error().message.find("nested"), std::string::npos) << deeper.error().message;
}

TEST(CatalogJson, EveryCutIsAnErrorAndNoCrash) {
  const std::string json = to_json(sample::catalog());
  for (std::size_t size = 0; size + 2 < json.size(); size += 7) {
    EXPECT_FALSE(catalog_from_json(sample::Exact(json.substr(0, size)).view()).is_ok()) << size;
  }
}

}  // namespace
}  // namespace lamplight
