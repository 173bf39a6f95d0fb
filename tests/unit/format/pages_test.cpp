// A long list as several pages: they hold together what one page would.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "lamplight/format.h"
#include "unit/format/html.h"
#include "unit/format/test_lists.h"

namespace lamplight {
namespace {

using test::count;
using test::values;

// Entries "Entry 17." with increasing numbers: a text that stands in no other one.
class ListText {
 public:
  void heading(int level, const std::string& title) {
    text_ += "\n" + std::string(static_cast<std::size_t>(level), '#') + " " + title + "\n\n";
  }
  void entries(int number) {
    for (int i = 0; i < number; ++i) {
      const std::string name = "Entry " + std::to_string(++entries_) + ".";
      text_ += "- " + name + " [[Code]](https://x.org/" + std::to_string(entries_) + ")\n";
    }
    text_ += "\n";
  }
  void group(const std::string& label) { text_ += "**" + label + ":**\n\n"; }
  void code(const std::string& code) { text_ += "```\n" + code + "\n```\n\n"; }
  void prose() { text_ += "Prose " + std::to_string(++prose_) + ".\n\n"; }
  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] int entry_count() const { return entries_; }
  [[nodiscard]] int prose_count() const { return prose_; }

 private:
  std::string text_ = "# A long list\n\n";
  int entries_ = 0;
  int prose_ = 0;
};

struct Written {
  Catalog catalog;
  std::map<std::string, std::string> pages;  // by file
  std::vector<std::string> files;            // in order
  std::string sitemap;
};

Written write(const std::string& markdown) {
  Written written;
  Result<Catalog> parsed = parse_catalog(markdown);
  EXPECT_TRUE(parsed.is_ok());
  written.catalog = std::move(*parsed.value_if());
  const Profile profile = default_profile(written.catalog);
  SitePage site;
  site.catalog = &written.catalog;
  site.profile = &profile;
  site.snapshots = {{"2024-03-11", "lists/2024-03-11.md"}};
  site.base_url = "https://example.org/atlas/";
  const std::string page_template = test::read_file(test::source_dir() / "web/index.html");
  const SitePages pages(site);
  written.sitemap = pages.sitemap();
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const Result<std::string> page = pages.fill(page_template, i);
    EXPECT_TRUE(page.is_ok());
    written.files.push_back(pages.file(i));
    EXPECT_TRUE(written.pages.emplace(pages.file(i), *page.value_if()).second)
        << pages.file(i) << " is written twice";
  }
  return written;
}

// "../index.html#a" on pages/b.html is index.html and a; other sites and files are no pages.
struct Target {
  std::string file;
  std::string id;
};
Target resolve(const std::string& file, const std::string& href) {
  Target target;
  const std::size_t hash = href.find('#');
  const std::string path = href.substr(0, hash);
  if (hash != std::string::npos) target.id = href.substr(hash + 1);
  if (path.empty()) {
    target.file = file;
  } else if (path.compare(0, 3, "../") == 0) {
    EXPECT_EQ(file.compare(0, 6, "pages/"), 0) << file;
    target.file = path.substr(3);
  } else {
    target.file = path;
  }
  return target;
}

void expect_whole(const ListText& list, const Written& written) {
  ASSERT_EQ(written.catalog.listings.size(), static_cast<std::size_t>(list.entry_count()));
  std::string all;
  for (const std::string& file : written.files) {
    const std::string& page = written.pages.at(file);
    test::expect_balanced(page);
    EXPECT_LE(count(page, "<li class=\"row"), max_page_items) << file;
    all += page;
  }
  for (int i = 1; i <= list.entry_count(); ++i) {
    ASSERT_EQ(count(all, ">Entry " + std::to_string(i) + "<"), 1u) << i;
    if (i == 40) i = list.entry_count() - 40;  // each is looked for in all of the text
  }
  std::size_t rows = 0;
  int next = 1;
  for (std::size_t at = all.find(">Entry "); at != std::string::npos;
       at = all.find(">Entry ", at + 1)) {
    ASSERT_EQ(std::stoi(all.substr(at + 7, 8)), next++) << "in the order of the list";
    ++rows;
  }
  EXPECT_EQ(rows, static_cast<std::size_t>(list.entry_count()));
  for (int i = 1; i <= list.prose_count(); ++i) {
    EXPECT_EQ(count(all, ">Prose " + std::to_string(i) + ".<"), 1u) << i;
  }
}

void expect_links_to_lead_somewhere(const Written& written) {
  std::map<std::string, std::set<std::string>> ids;
  for (const auto& [file, page] : written.pages) {
    for (const std::string& id : values(page, "id")) {
      EXPECT_TRUE(ids[file].insert(id).second) << file << " repeats " << id;
    }
  }
  for (const auto& [file, page] : written.pages) {
    for (const std::string& href : values(page, "href")) {
      if (href.find(':') < href.find('#') || href.find(".md") != std::string::npos) continue;
      const Target target = resolve(file, href);
      ASSERT_TRUE(written.pages.count(target.file)) << file << " leads to " << href;
      if (target.id.empty()) continue;
      EXPECT_TRUE(ids[target.file].count(target.id)) << file << " leads to " << href;
    }
  }
  const std::set<std::string>& first = ids["index.html"];
  for (const Section& section : written.catalog.sections) {
    EXPECT_TRUE(first.count(std::string(section.id)))
        << "the first page lacks " << section.id.view();
  }
  if (written.catalog.bibtex) {
    EXPECT_TRUE(first.count("cite:"));
  }
}

ListText long_list() {
  ListText list;
  list.prose();
  list.heading(2, "News");
  list.prose();
  list.heading(2, "Vision");
  list.entries(30);
  list.heading(3, "Robotics");
  list.entries(1201);
  list.heading(3, "Images");
  list.prose();
  list.group("Old");
  list.entries(700);
  list.group("New");
  list.entries(40);
  list.heading(2, "Audio");
  for (int i = 0; i < 300; ++i) {
    list.heading(3, "Kind " + std::to_string(i));
    list.entries(3);
  }
  list.heading(2, "Exactly a page");
  list.entries(500);
  list.heading(2, "Empty");
  list.heading(2, "Контейнеры / \"<q>\"");
  list.entries(2);
  list.code("@article{x, title={Long}}");
  return list;
}

TEST(Pages, HoldEverythingOnce) {
  const ListText list = long_list();
  const Written written = write(list.text());
  EXPECT_GT(written.files.size(), 5u);
  EXPECT_EQ(written.files.front(), "index.html");
  expect_whole(list, written);
  expect_links_to_lead_somewhere(written);
  ASSERT_TRUE(bool(written.catalog.bibtex));
  EXPECT_NE(written.pages.at(written.files.back()).find("@article{x, title={Long}}"),
            std::string::npos);
}

// Sections of all sizes in all depths, the same for the same seed.
TEST(Pages, HoldEverythingOnceWhateverTheShape) {
  for (unsigned seed = 1; seed <= 3; ++seed) {
    unsigned state = seed * 2654435761u;
    const auto next = [&state](unsigned below) {
      state = state * 1664525u + 1013904223u;
      return (state >> 8) % below;
    };
    ListText list;
    int level = 2;
    while (list.entry_count() < 3500) {
      level = 2 + static_cast<int>(next(static_cast<unsigned>(std::min(level, 5))));
      list.heading(level, "Part " + std::to_string(next(40)));
      const unsigned size = next(4);
      if (next(3) == 0) list.prose();
      if (size > 0) list.entries(static_cast<int>(next(size == 1 ? 5 : size == 2 ? 90 : 1300)));
    }
    const Written written = write(list.text());
    EXPECT_GT(written.files.size(), 6u) << seed;
    expect_whole(list, written);
    expect_links_to_lead_somewhere(written);
  }
}

TEST(Pages, OfProseAloneAreSplitToo) {
  ListText list;
  for (int i = 0; i < 4000; ++i) list.prose();
  const Written written = write(list.text());
  EXPECT_EQ(written.files.size(), 8u);
  expect_whole(list, written);
}

TEST(Pages, AreOneUpToTheLimit) {
  ListText list;
  list.heading(2, "A");
  list.entries(static_cast<int>(max_whole_page_items) - 1);  // and the heading
  EXPECT_EQ(write(list.text()).files.size(), 1u);
  list.entries(1);
  EXPECT_EQ(write(list.text()).files.size(), 6u);
}

TEST(Pages, BeginWithSectionsAndAreNamedByThem) {
  const Written written = write(long_list().text());
  const std::vector<std::string> wanted = {
      "index.html",
      "pages/vision-robotics.html",
      "pages/vision-robotics-2.html",
      "pages/vision-robotics-3.html",
      "pages/vision-images.html",
      "pages/vision-images-2.html",
  };
  ASSERT_GT(written.files.size(), wanted.size());
  EXPECT_EQ(std::vector<std::string>(written.files.begin(), written.files.begin() + 6), wanted);
  const std::string& page = written.pages.at("pages/vision-robotics-2.html");
  EXPECT_NE(
      page.find("<h2><a href=\"../index.html#vision\">Vision</a> <small>continued</small></h2>"),
      std::string::npos);
  EXPECT_NE(page.find("<h3><a href=\"../pages/vision-robotics.html#vision/robotics\">Robotics</a> "
                      "<small>continued</small></h3>"),
            std::string::npos);
  EXPECT_NE(written.pages.at("pages/vision-images-2.html").find("<h4>New</h4>"), std::string::npos);
}

TEST(Pages, HaveNamesThatFileSystemsTake) {
  ListText list;
  for (int i = 0; i < 3; ++i) {
    list.heading(2, std::string(300, 'a') + std::to_string(i));
    list.entries(1200);
  }
  const Written written = write(list.text());
  EXPECT_GT(written.files.size(), 3u);
  std::set<std::string> names;
  for (const std::string& file : written.files) {
    EXPECT_TRUE(names.insert(file).second) << file;
    EXPECT_LE(file.size(), std::string("pages/").size() + 60 + std::string("-10.html").size());
  }
}

TEST(Pages, TellSearchEnginesWhichIsWhich) {
  const Written written = write(long_list().text());
  std::set<std::string> titles;
  std::set<std::string> descriptions;
  for (std::size_t i = 0; i < written.files.size(); ++i) {
    const std::string& file = written.files[i];
    const std::string& page = written.pages.at(file);
    const std::size_t title = page.find("<title>");
    titles.insert(page.substr(title, page.find("</title>") - title));
    const std::size_t description = page.find("<meta name=\"description\"");
    descriptions.insert(page.substr(description, page.find('>', description) - description));
    const std::string address = "https://example.org/atlas/" + (i == 0 ? "" : file);
    EXPECT_EQ(count(page, "<link rel=\"canonical\" href=\"" + address + "\">"), 1u) << file;
    EXPECT_EQ(count(written.sitemap, "<loc>" + address + "</loc>"), 1u) << file;
    const std::string up = i == 0 ? "" : "../";
    const std::string before =
        i == 0 ? "" : "<link rel=\"prev\" href=\"" + up + written.files[i - 1] + "\">";
    const std::string after = i + 1 == written.files.size() ? ""
                                                            : "<link rel=\"next\" href=\"" + up +
                                                                  written.files[i + 1] + "\">";
    EXPECT_EQ(count(page, "<link rel=\"prev\""), before.empty() ? 0u : 1u);
    EXPECT_EQ(count(page, "<link rel=\"next\""), after.empty() ? 0u : 1u);
    EXPECT_NE(page.find(before), std::string::npos) << before;
    EXPECT_NE(page.find(after), std::string::npos) << after;
  }
  EXPECT_EQ(titles.size(), written.files.size()) << "no two pages have one title";
  EXPECT_EQ(descriptions.size(), written.files.size());
  EXPECT_TRUE(titles.count("<title>A long list"));
  EXPECT_TRUE(titles.count("<title>Vision › Robotics, page 3 of " +
                           std::to_string(written.files.size()) + " · A long list"));
}

TEST(Pages, ButTheFirstRunNothing) {
  const Written written = write(long_list().text());
  for (const auto& [file, page] : written.pages) {
    const std::size_t wanted = file == "index.html" ? 1 : 0;
    EXPECT_EQ(count(page, "<script"), wanted) << file;
    EXPECT_EQ(count(page, "<lamplight-catalog"), wanted) << file;
    EXPECT_EQ(count(page, "</lamplight-catalog>"), wanted) << file;
    EXPECT_EQ(count(page, ">Search the whole list</a>"), 1 - wanted) << file;
  }
}

}  // namespace
}  // namespace lamplight
