#include "lamplight/profile.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "lamplight/work_text.h"
#include "unit/format/sample.h"
#include "unit/format/test_lists.h"

namespace lamplight {
namespace {

std::string error_of(std::string_view json) {
  const Result<Profile> profile = parse_profile(sample::Exact(json).view());
  EXPECT_FALSE(profile.is_ok()) << json;
  return profile.error().message;
}

Profile flagship() {
  const Result<Profile> profile =
      parse_profile(test::read_file(test::source_dir() / "data" / "profile.json"));
  EXPECT_TRUE(profile.is_ok()) << profile.error().message;
  return profile.is_ok() ? *profile.value_if() : Profile();
}

TEST(SectionPattern, CoversASectionAndWhatIsBelow) {
  EXPECT_TRUE(matches_section("models", "models"));
  EXPECT_TRUE(matches_section("models", "models/language"));
  EXPECT_TRUE(matches_section("*/language", "models/language/small"));
  EXPECT_FALSE(matches_section("models/language", "models"));
  EXPECT_FALSE(matches_section("*/language", "language"));
  EXPECT_FALSE(matches_section("model", "models"));
  EXPECT_FALSE(matches_section("", "models"));
  EXPECT_FALSE(matches_section("models", ""));
}

TEST(SectionPattern, NamesASectionAndNotWhatIsBelow) {
  EXPECT_TRUE(is_section("models", "models"));
  EXPECT_TRUE(is_section("*/language", "models/language"));
  EXPECT_FALSE(is_section("models", "models/language"));
  EXPECT_FALSE(is_section("models/language", "models"));
  EXPECT_FALSE(is_section("", ""));
}

TEST(Profile, MayBeEmpty) {
  const Result<Profile> profile = parse_profile("{}");
  ASSERT_TRUE(profile.is_ok());
  EXPECT_EQ(*profile.value_if(), Profile());
}

TEST(Profile, KeepsWhatItSays) {
  const Result<Profile> parsed = parse_profile(R"({
    "title": "T", "source_url": "https://x.org/#L{line}",
    "facets": [ { "id": "kind", "title": "Kind", "shown": 3, "values": [
                  { "id": "a", "title": "A", "color": "vision", "sections": ["x/*"], "shapes": ["row"] } ] },
                { "id": "has", "title": "Has", "source": "links" } ],
    "sections": [ { "section": "x", "title": "Ex", "hidden_in_rows": true } ] })");
  ASSERT_TRUE(parsed.is_ok()) << parsed.error().message;
  const Profile& profile = *parsed.value_if();
  ASSERT_EQ(profile.facets.size(), 2u);
  EXPECT_EQ(profile.facets[0].shown, 3);
  EXPECT_EQ(profile.facets[0].values[0].match.sections[0], "x/*");
  EXPECT_EQ(profile.facets[0].values[0].match.shapes[0], Shape::Row);
  EXPECT_EQ(profile.facets[1].source, FacetSource::Links);
  ASSERT_TRUE(find_section_title(profile, "x"));
  EXPECT_TRUE(find_section_title(profile, "x")->hidden_in_rows);
  EXPECT_FALSE(find_section_title(profile, "x/y"));
}

TEST(Profile, GivesLinksTheKindsOfItsLabels) {
  const Result<Profile> profile = parse_profile(R"({ "labels": [
      { "label": "VORABDRUCK", "kind": "paper" }, { "label": "vorabdruck", "kind": "blog" },
      { "label": "Etude", "kind": "slides" },
      { "host": "www.zenodo.org", "kind": "dataset" }, { "host": "x.zenodo.org", "kind": "demo" } ] })");
  ASSERT_TRUE(profile.is_ok()) << profile.error().message;
  Result<Catalog> parsed = parse_catalog(
      "## A\n- One thing [[Vorabdruck]](https://a.org) [[Étude]](https://b.org) "
      "[[Paper]](https://zenodo.org/1) [[Record]](https://zenodo.org/2) "
      "[[There]](https://x.zenodo.org/3) [[Film]](https://c.org)\n\nSee "
      "[Vorabdruck](https://d.org).\n");
  ASSERT_TRUE(parsed.is_ok());
  const Catalog before = parsed.value_if()->copy();
  const Catalog catalog = with_labels(std::move(*parsed.value_if()), *profile.value_if());
  ASSERT_EQ(catalog.listings.size(), 1u);
  const auto& links = catalog.listings[0].links;
  ASSERT_EQ(links.size(), 6u);
  EXPECT_EQ(links[0].kind, LinkKind::Paper);
  EXPECT_EQ(links[1].kind, LinkKind::Slides);
  EXPECT_EQ(links[2].kind, LinkKind::Paper);  // a common word says more than a host
  EXPECT_EQ(links[3].kind, LinkKind::Dataset);
  EXPECT_EQ(links[4].kind, LinkKind::Dataset);  // the first that fits
  EXPECT_EQ(links[5].kind, before.listings[0].links[5].kind);
  ASSERT_EQ(catalog.prose.size(), 1u);
  EXPECT_EQ(catalog.prose[0].links[0].kind, LinkKind::Paper);
  EXPECT_EQ(with_labels(catalog.copy(), *profile.value_if()), catalog);
  EXPECT_EQ(with_labels(before.copy(), Profile()), before);
  EXPECT_EQ(with_labels(Catalog(), *profile.value_if()), Catalog());
}

TEST(Profile, HasTheListsOwnFacetsUnlessItNamesSome) {
  const Result<Catalog> parsed = parse_catalog(
      "# L\n## A\n- One [[Paper]](https://a.org)\n- Two [[Code]](https://b.org)\n"
      "## B\n- Three [[Code]](https://c.org)\n");
  const Profile own = default_profile(*parsed.value_if());
  ASSERT_FALSE(own.facets.empty());
  const auto facets_of = [&](std::string_view json) {
    Result<Profile> profile = parse_profile(json);
    EXPECT_TRUE(profile.is_ok()) << profile.error().message;
    return default_profile(*parsed.value_if(), std::move(*profile.value_if())).facets;
  };
  EXPECT_EQ(facets_of(R"({"title": "T", "labels": []})"), own.facets);
  EXPECT_TRUE(facets_of(R"({"facets": []})").empty()) << "none is a choice, too";
  EXPECT_EQ(facets_of(R"({"facets": [{"id": "year", "title": "A", "source": "year"}]})").size(),
            1u);
}

TEST(Profile, RefusesLabelsThatSayNothing) {
  EXPECT_EQ(error_of(R"({"labels": [{"label": "x"}]})"), "Profile: labels[0].kind: missing");
  EXPECT_EQ(error_of(R"({"labels": [{"label": "x", "kind": "novel"}]})"),
            "Profile: labels[0].kind: “novel” is none of paper, code, project, blog, model, "
            "dataset, demo, video, slides, source, other");
  for (const char* both :
       {R"({"labels": [{"kind": "paper"}]})", R"({"labels": [{"label": " ", "kind": "paper"}]})",
        R"({"labels": [{"label": "x", "host": "x.org", "kind": "paper"}]})"}) {
    EXPECT_EQ(error_of(both), "Profile: labels[0]: expected a label or a host, and not both");
  }
  for (const char* host : {"https://x.org", "x", "X.org", "x.org/", ".org", "x.org.", "www."}) {
    EXPECT_NE(error_of(R"({"labels": [{"host": ")" + std::string(host) + R"(", "kind": "paper"}]})")
                  .find("labels[0]"),
              std::string::npos)
        << host;
  }
  EXPECT_EQ(error_of(R"({"labels": {"x": "paper"}})"), "Profile: labels: expected an array");
  std::string many = R"({"labels": [)";
  for (int i = 0; i <= 1000; ++i) many += R"({"label": "x", "kind": "paper"},)";
  many.back() = ']';
  EXPECT_EQ(error_of(many + "}"), "Profile: labels: more than 1000");
}

TEST(Profile, NamesTheKeyThatIsWrong) {
  EXPECT_NE(error_of(R"({"titel": "x"})").find("titel: no such key here"), std::string::npos);
  EXPECT_EQ(error_of(R"({"title": 1})"), "Profile: title: expected text");
  EXPECT_EQ(error_of(R"({"facets": [{"title": "x", "values": []}]})"),
            "Profile: facets[0].id: missing");
  EXPECT_EQ(error_of(R"({"facets": [{"id": "a", "title": "x", "values": [{"id": "b"}]}]})"),
            "Profile: facets[0].values[0].title: missing");
  EXPECT_NE(error_of(R"({"facets": [{"id": "A b", "title": "x", "values": []}]})")
                .find("facets[0].id: “A b” is not of the letters"),
            std::string::npos);
  EXPECT_NE(
      error_of(R"({"facets": [{"id": "q", "title": "x", "values": []}]})").find("facets[0].id"),
      std::string::npos);
  EXPECT_NE(error_of(R"({"facets": [{"id": "links", "title": "x", "source": "links"}]})")
                .find("has the id “has”"),
            std::string::npos);
  EXPECT_NE(
      error_of(R"({"facets": [{"id": "year", "title": "x", "values": []}]})").find("is kept for"),
      std::string::npos);
  EXPECT_NE(error_of(R"({"facets": [{"id": "a", "title": "x", "source": "moon"}]})").find("“moon”"),
            std::string::npos);
  EXPECT_EQ(
      error_of(R"({"sections": [{"section": "/x", "title": "X"}]})"),
      "Profile: sections[0].section: expected a section path like “tools/editors” or “*/editors”");
  EXPECT_NE(error_of(R"({"source_url": "javascript:1"})").find("source_url"), std::string::npos);
  EXPECT_NE(error_of(R"({"facets": [{"id": "a", "title": "x", "values": []},
                                    {"id": "a", "title": "x", "values": []}]})")
                .find("facets[1].id: “a” occurs twice"),
            std::string::npos);
}

// `count` times `item`, where # is the number of the repetition.
std::string repeat(std::string_view item, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) text += ',';
    for (const char c : item) {
      if (c == '#') {
        text += std::to_string(i);
      } else {
        text += c;
      }
    }
  }
  return text;
}

TEST(Profile, TakesAsMuchAsItsLimitsAndNoMore) {
  const auto facets = [](std::size_t count) {
    return "{\"facets\":[" + repeat(R"({"id":"f#","title":"F","values":[]})", count) + "]}";
  };
  EXPECT_TRUE(parse_profile(facets(max_facets)).is_ok());
  const Result<Profile> more = parse_profile(facets(max_facets + 1));
  ASSERT_FALSE(more.is_ok());
  EXPECT_EQ(more.error().message, "Profile: facets: more than 64");

  const auto values = [](std::size_t count) {
    return R"({"facets":[{"id":"f","title":"F","values":[)" +
           repeat(R"({"id":"v#","title":"V"})", count) + "]}]}";
  };
  EXPECT_TRUE(parse_profile(values(max_facet_values)).is_ok());
  EXPECT_FALSE(parse_profile(values(max_facet_values + 1)).is_ok());

  const auto titles = [](std::size_t count) {
    return "{\"sections\":[" + repeat(R"({"section":"s#","title":"S"})", count) + "]}";
  };
  EXPECT_TRUE(parse_profile(titles(max_section_titles)).is_ok());
  EXPECT_FALSE(parse_profile(titles(max_section_titles + 1)).is_ok());

  const auto labels = [](std::size_t count) {
    return "{\"labels\":[" + repeat(R"({"label":"l#","kind":"paper"})", count) + "]}";
  };
  EXPECT_TRUE(parse_profile(labels(max_link_rules)).is_ok());
  EXPECT_FALSE(parse_profile(labels(max_link_rules + 1)).is_ok());
}

TEST(Profile, FindsARepeatedKeyAmongMany) {
  const std::string many = repeat("\"k#\":0", 200'000);
  EXPECT_NE(parse_profile("{" + many + ",\"k7\":0}").error().message.find("“k7” occurs twice"),
            std::string::npos);
  EXPECT_NE(parse_profile("{" + many + "}").error().message.find("k0"), std::string::npos);
}

TEST(Profile, IsRefusedWhenItIsNoJson) {
  for (std::string_view json : {"", "{", "[]", "3", "{\"title\": }", "{} x"}) {
    EXPECT_FALSE(error_of(json).empty());
  }
  EXPECT_NE(error_of("{\n\n\"title\": }").find("line 3"), std::string::npos);
}

// The flagship's profile.

bool covers(const FacetValue& value, const Catalog& catalog, const Listing& listing) {
  const std::string_view path = catalog.sections[static_cast<std::size_t>(listing.section)].id;
  return std::any_of(value.match.sections.begin(), value.match.sections.end(),
                     [&](const std::string& pattern) { return matches_section(pattern, path); });
}

TEST(FlagshipProfile, GivesEveryListingExactlyOneKind) {
  const Profile profile = flagship();
  ASSERT_FALSE(profile.facets.empty());
  ASSERT_EQ(profile.facets[0].id, "kind");
  for (const test::List& list : test::snapshots()) {
    const Result<Catalog> parsed = parse_catalog(list.text);
    ASSERT_TRUE(parsed.is_ok());
    const Catalog& catalog = *parsed.value_if();
    ASSERT_FALSE(catalog.listings.empty());
    for (const Listing& listing : catalog.listings) {
      ASSERT_GE(listing.section, 0);
      const auto kinds =
          std::count_if(profile.facets[0].values.begin(), profile.facets[0].values.end(),
                        [&](const FacetValue& value) { return covers(value, catalog, listing); });
      EXPECT_EQ(kinds, 1) << list.name << " line " << listing.line;
    }
  }
}

TEST(FlagshipProfile, CountsWhatTheListHolds) {
  const Profile profile = flagship();
  const std::vector<test::List> lists = test::snapshots();
  // By snapshot: kind, family, domain and application values in the profile's order.
  const std::vector<std::vector<int>> expected = {
      {171, 0, 0, 36, 34, 10, 27, 30, 77, 16, 4, 14, 14, 2, 3, 11},
      {261, 13, 6, 71, 41, 10, 35, 79, 78, 41, 11, 17, 17, 2, 4, 12}};
  for (std::size_t i = 0; i < lists.size(); ++i) {
    const Result<Catalog> parsed = parse_catalog(lists[i].text);
    ASSERT_TRUE(parsed.is_ok());
    std::vector<int> counts;
    for (const Facet& facet : profile.facets) {
      for (const FacetValue& value : facet.values) {
        counts.push_back(static_cast<int>(std::count_if(
            parsed.value_if()->listings.begin(), parsed.value_if()->listings.end(),
            [&](const Listing& one) { return covers(value, *parsed.value_if(), one); })));
      }
    }
    EXPECT_EQ(counts, expected[i]) << lists[i].name;
  }
}

TEST(FlagshipProfile, ShortensEverySectionThatListsSomething) {
  const Profile profile = flagship();
  for (const test::List& list : test::snapshots()) {
    const Result<Catalog> parsed = parse_catalog(list.text);
    ASSERT_TRUE(parsed.is_ok());
    for (const Section& section : parsed.value_if()->sections) {
      const SectionTitle* title = find_section_title(profile, section.id);
      if (!title) continue;
      EXPECT_LE(title->title.size(), section.title.size()) << section.id.view();
    }
    // Every pattern for this snapshot's names is there: no section keeps a title over 30 letters.
    for (const Listing& listing : parsed.value_if()->listings) {
      const Section& section =
          parsed.value_if()->sections[static_cast<std::size_t>(listing.section)];
      const SectionTitle* title = find_section_title(profile, section.id);
      EXPECT_LE((title ? std::string_view(title->title) : section.title).size(), 30u)
          << section.id.view();
    }
  }
}

}  // namespace
}  // namespace lamplight
