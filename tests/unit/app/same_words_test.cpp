// The served page and the canvas tell the same of every work: a reader who sees one become the
// other sees nothing change but what can be done with it.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/session.h"
#include "base/url.h"
#include "lamplight/format.h"
#include "unit/app/flagship.h"

namespace lamplight::app {
namespace {

using Link = std::pair<std::string, std::string>;  // label and address

// All that the page says of a work, in one or several rows.
struct PageWork {
  std::set<std::string> colors;
  std::set<Link> titles;  // name and title
  std::set<std::string> derived;
  std::set<std::string> other_places;
  std::set<Link> links;
};

std::string unescaped(std::string_view html) {
  constexpr std::pair<std::string_view, char> entities[] = {
      {"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}};
  std::string text;
  while (!html.empty()) {
    const auto* const found = std::find_if(
        std::begin(entities), std::end(entities),
        [&](const auto& entity) { return html.substr(0, entity.first.size()) == entity.first; });
    if (found == std::end(entities)) {
      text += html.front();
      html.remove_prefix(1);
    } else {
      text += found->second;
      html.remove_prefix(found->first.size());
    }
  }
  return text;
}

// What stands between the two, from `at` on, which moves behind it; "" where it stands nowhere.
std::string between(std::string_view html, std::string_view before, std::string_view after,
                    std::size_t& at) {
  const std::size_t begin = html.find(before, at);
  if (begin == std::string_view::npos) {
    at = html.size();
    return {};
  }
  const std::size_t end = html.find(after, begin + before.size());
  at = end + after.size();
  return unescaped(html.substr(begin + before.size(), end - begin - before.size()));
}

std::string between(std::string_view html, std::string_view before, std::string_view after) {
  std::size_t at = 0;
  return between(html, before, after, at);
}

// The text of an element, whatever its attributes.
std::string text_of(std::string_view html, std::string_view tag) {
  std::size_t at = html.find("<" + std::string(tag));
  if (at == std::string_view::npos) return {};
  return between(html, ">", "</" + std::string(tag) + ">", at);
}

void read_row(std::string_view row, PageWork& work) {
  work.colors.insert(between(row, "<li class=\"row c-", "\""));
  std::size_t at = row.find("><p");
  const std::string_view title = row.substr(at, row.find("</p>", at) - at + 4);
  const std::string name = between(title, "<b>", ":</b> ");
  work.titles.emplace(name, name.empty() ? text_of(title, "p") : between(title, ":</b> ", "</p>"));
  work.derived.insert(text_of(row, "abbr"));
  const std::size_t small = row.find("<small>");
  if (small != std::string_view::npos) {
    const std::string_view facts = row.substr(small, row.find("</small>", small) - small);
    for (at = 0; at < facts.size();) {
      const std::string place = between(facts, "<a href=\"#", "</a>", at);
      if (!place.empty()) work.other_places.insert(place.substr(place.find('>') + 1));
    }
  }
  at = row.find("<div>");
  if (at == std::string_view::npos) return;
  const std::string_view links = row.substr(at);
  for (at = 0; at < links.size();) {
    const std::size_t dead = links.find("<s ", at);
    if (dead < links.find("<a ", at)) {
      at = dead;
      work.links.emplace(between(links, ">", "</s>", at), "");
      continue;
    }
    std::string address = between(links, "href=\"", "\"", at);
    std::string label = between(links, ">", "</a>", at);
    if (!label.empty()) work.links.emplace(std::move(label), std::move(address));
  }
}

std::map<std::string, PageWork> read_page(std::string_view html) {
  std::map<std::string, PageWork> works;
  std::size_t at = html.find("<li class=\"row");
  while (at != std::string_view::npos) {
    const std::size_t next = html.find("<li class=\"row", at + 1);
    const std::string_view row = html.substr(at, html.find("</li>", at) - at);
    read_row(row, works[between(row, "data-work=\"", "\"")]);
    at = next;
  }
  return works;
}

std::vector<std::string> parts_of(std::string_view meta) {
  constexpr std::string_view dot = " · ";
  std::vector<std::string> parts;
  while (!meta.empty()) {
    const std::size_t end = std::min(meta.find(dot), meta.size());
    parts.emplace_back(meta.substr(0, end));
    meta.remove_prefix(std::min(end + dot.size(), meta.size()));
  }
  return parts;
}

class SameWords : public test::FlagshipTest {
 protected:
  static std::map<std::string, PageWork> page_of(const std::string& date) {
    const Result<Catalog> catalog = parse_catalog(test::read_file("/data/lists/" + date + ".md"));
    const Result<Profile> profile = parse_profile(test::read_file("/data/profile.json"));
    SitePage page;
    page.catalog = catalog.value_if();
    page.profile = profile.value_if();
    const SitePages pages(page);
    const Result<std::string> html = pages.fill(test::read_file("/web/index.html"), 0);
    return read_page(*html.value_if());
  }

  static void expect_same_links(const PageWork& page, const RowView& row) {
    std::set<std::string> of_page;
    std::set<std::string> of_canvas;
    for (const LinkView& link : row.links) {
      EXPECT_TRUE(page.links.count({link.label, link.url})) << link.label << ' ' << link.url;
      of_canvas.insert(canonical_url(link.url));
    }
    for (const Link& link : page.links) of_page.insert(canonical_url(link.second));
    EXPECT_EQ(of_page, of_canvas);
  }

  static void expect_same(const PageWork& page, const RowView& row) {
    SCOPED_TRACE(row.id);
    EXPECT_EQ(page.colors, std::set<std::string>{row.color});
    EXPECT_TRUE(page.titles.count({row.name, row.title})) << row.name << ": " << row.title;
    // The canvas names the arXiv id, too, which the page has in the link.
    ASSERT_EQ(page.derived.size(), 1u);
    std::vector<std::string> derived = parts_of(*page.derived.begin());
    const std::vector<std::string> meta = parts_of(row.meta);
    ASSERT_GT(meta.size(), derived.size());
    for (std::size_t i = 0; i < derived.size(); ++i) {
      EXPECT_EQ(meta[i].substr(0, derived[i].size()), derived[i]);
    }
    const std::set<std::string> places(meta.begin() + static_cast<std::ptrdiff_t>(derived.size()),
                                       meta.end());
    EXPECT_EQ(page.other_places.size(), places.size() == 1 ? 0 : places.size());
    for (const std::string& place : page.other_places) EXPECT_TRUE(places.count(place)) << place;
    expect_same_links(page, row);
  }

  void expect_same_works(const std::string& date, std::size_t works) {
    const std::map<std::string, PageWork> page = page_of(date);
    load_profile();
    load(date);
    ASSERT_EQ(view().rows.size(), works);
    ASSERT_EQ(page.size(), works);
    for (std::size_t i = 0; i < works; ++i) {
      const RowView& row = session_.row(i);
      ASSERT_TRUE(page.count(row.id)) << row.id;
      expect_same(page.at(row.id), row);
    }
  }
};

TEST_F(SameWords, TellTheNewestList) { expect_same_works("2024-03-11", 208); }

TEST_F(SameWords, TellTheOldestList) { expect_same_works("2023-03-29", 136); }

TEST_F(SameWords, TellWhatAListStates) {
  const std::string list =
      "# Papers\n## Graphs\n"
      "- **One of many graphs.** *Ada Byron, Emmy Noether, Carl Gauss, David Hilbert.* ICML 2019. "
      "[paper](https://arxiv.org/abs/2001.00001)\n"
      "- [fmt](https://x.org) - Formats what is not.\n";
  const Result<Catalog> catalog = parse_catalog(list);
  const Profile profile;
  SitePage page;
  page.catalog = catalog.value_if();
  page.profile = &profile;
  const Result<std::string> html = SitePages(page).fill(test::read_file("/web/index.html"), 0);
  ASSERT_TRUE(session_.add_snapshot("2024-01-01", test::ExactText(list).view()).is_ok());
  ASSERT_EQ(view().rows.size(), 2u);
  const std::string stated = "Ada Byron, Emmy Noether, Carl Gauss et al. · 2019 · ICML";
  const std::string description = "Formats what is not.";
  bool has_stated = false;
  bool has_description = false;
  for (std::size_t i = 0; i < 2; ++i) {
    has_stated = has_stated || session_.row(i).meta == stated + " · Graphs";
    has_description = has_description || session_.row(i).description == description;
  }
  EXPECT_TRUE(has_stated);
  EXPECT_TRUE(has_description);
  EXPECT_NE(html.value_if()->find("<small>" + stated + "</small>"), std::string::npos);
  EXPECT_NE(html.value_if()->find("<p class=\"d\">" + description + "</p>"), std::string::npos);
}

TEST_F(SameWords, GiveWorksOfNoModelFamilyTheColourOfNone) {
  load_newest();
  std::size_t others = 0;
  for (std::size_t i = 0; i < view().rows.size(); ++i) {
    if (session_.row(i).color == "other") ++others;
  }
  EXPECT_EQ(others, 52u);
}

}  // namespace
}  // namespace lamplight::app
