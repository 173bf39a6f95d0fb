#include "cli/program.h"
#include "lamplight/catalog.h"

namespace lamplight {
namespace {

namespace fs = std::filesystem;

bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

// Stands in for the web build: the real template and style, and modules of a few letters.
class Site : public test::Program {
 protected:
  Site() {
    for (const char* name : {"index.html", "page.css"}) {
      make("web/" + std::string(name), test::read_file(test::source_dir() / "web" / name));
    }
    make("web/lamplight.js", "js");
    make("web/catalog_element.js", "element");
    make("web/lamplight_web.wasm", "wasm");
    make("web/lamplight_rest.wasm", "wasm");
    make("web/offline_worker.js", "keep();");
    make("web/icon.svg", "<svg/>");
    make("web/licences/imgui.txt", "MIT");
    make("web/.hidden", "no");
    environment_ = "LAMPLIGHT_WEB_DIR=" + quoted((folder() / "web").string());
  }

  test::Outcome site(std::vector<std::string> words) {
    words.insert(words.begin(), "site");
    return run(words, environment_);
  }
  [[nodiscard]] fs::path out() const { return folder() / "out"; }
  [[nodiscard]] std::string page() const { return test::read_file(out() / "index.html"); }

  std::string environment_;
};

TEST_F(Site, HoldsThePageTheListsTheProfileAndTheBrowserFiles) {
  const test::Outcome outcome =
      site({test::flagship_old(), test::flagship(), "-o", out().string(), "--profile",
            test::flagship_profile(), "--url", "https://example.org/atlas"});
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_EQ(outcome.out, "");
  EXPECT_TRUE(contains(outcome.err, "208 works, 280 listings, 2 snapshots"));
  EXPECT_EQ(test::read_file(out() / "lists/2024-03-11.md"), test::read_file(test::flagship()));
  EXPECT_EQ(test::read_file(out() / "lists/2023-03-29.md"), test::read_file(test::flagship_old()));
  EXPECT_EQ(test::read_file(out() / "profile.json"), test::read_file(test::flagship_profile()));
  EXPECT_EQ(test::read_file(out() / "lamplight_web.wasm"), "wasm");
  EXPECT_EQ(test::read_file(out() / "licences/imgui.txt"), "MIT");
  EXPECT_TRUE(fs::exists(out() / "page.css"))
      << "for servers whose policy forbids the style in the page";
  EXPECT_FALSE(fs::exists(out() / ".hidden"));
  EXPECT_TRUE(
      contains(page(),
               "<lamplight-catalog src=\"lists/2024-03-11.md\" snapshots=\"2024-03-11=lists/"
               "2024-03-11.md 2023-03-29=lists/2023-03-29.md\" blocks profile=\"profile.json\">"))
      << "the newest first, whatever the order given";
  EXPECT_TRUE(contains(page(), "href=\"https://example.org/atlas/\""));
  for (const auto& entry : fs::directory_iterator(out())) {
    EXPECT_NE(entry.path().filename().string().front(), '.') << "nothing is left of the draft";
  }
}

TEST_F(Site, IsKeptByBrowsersWithAllItsFiles) {
  ASSERT_EQ(site({test::flagship(), "-o", out().string()}).code, 0);
  const std::string worker = test::read_file(out() / "offline_worker.js");
  EXPECT_EQ(worker.find("self.lamplightSite = {"), 0u);
  EXPECT_TRUE(contains(worker, "keep();"));
  for (const auto& entry : fs::recursive_directory_iterator(out())) {
    const std::string name = entry.path().lexically_relative(out()).generic_string();
    if (!entry.is_regular_file() || name == "offline_worker.js") continue;
    EXPECT_TRUE(contains(worker, "\"" + name + "\": [")) << name;
  }
  EXPECT_TRUE(contains(page(), "<link rel=\"manifest\" href=\"manifest.webmanifest\">"));
  EXPECT_TRUE(contains(test::read_file(out() / "manifest.webmanifest"), "\"icon.svg\""));
  EXPECT_TRUE(fs::exists(out() / "icon.svg"));
}

TEST_F(Site, IsTheSameForItsWorkerWhenNothingChanged) {
  ASSERT_EQ(site({test::flagship(), "-o", out().string()}).code, 0);
  const std::string worker = test::read_file(out() / "offline_worker.js");
  ASSERT_EQ(site({test::flagship(), "-o", out().string()}).code, 0);
  EXPECT_EQ(test::read_file(out() / "offline_worker.js"), worker);
}

TEST_F(Site, IsKeptByNoBrowserWhenAskedTo) {
  ASSERT_EQ(site({test::flagship(), "-o", out().string(), "--no-offline"}).code, 0);
  EXPECT_FALSE(contains(page(), "manifest"));
  for (const char* name : {"offline_worker.js", "manifest.webmanifest", "icon.svg"}) {
    EXPECT_FALSE(fs::exists(out() / name)) << name;
  }
}

TEST_F(Site, TakesAwayWhatKeptAnEarlierOneAndNothingElse) {
  ASSERT_EQ(site({test::flagship(), "-o", out().string()}).code, 0);
  ASSERT_EQ(site({test::flagship(), "-o", out().string(), "--no-offline"}).code, 0);
  EXPECT_FALSE(fs::exists(out() / "offline_worker.js"));
  EXPECT_FALSE(fs::exists(out() / "manifest.webmanifest"));
  make("out/offline_worker.js", "someone's own");
  make("out/manifest.webmanifest", "{}");
  ASSERT_EQ(site({test::flagship(), "-o", out().string(), "--no-offline"}).code, 0);
  EXPECT_TRUE(fs::exists(out() / "offline_worker.js"));
  EXPECT_TRUE(fs::exists(out() / "manifest.webmanifest"));
}

TEST_F(Site, HoldsEachListAsABlockThatSaysTheSame) {
  ASSERT_EQ(site({test::flagship_old(), test::flagship(), "-o", out().string()}).code, 0);
  for (const std::string date : {"2023-03-29", "2024-03-11"}) {
    const std::string block = test::read_file(out() / "lists" / (date + ".block"));
    const Result<Catalog> read = read_catalog_block(BlockBytes::copy_of(block));
    ASSERT_TRUE(read.is_ok()) << read.error().message;
    const Result<Catalog> parsed = parse_catalog(test::read_file(out() / "lists" / (date + ".md")));
    ASSERT_TRUE(parsed.is_ok());
    EXPECT_EQ(*read.value_if(), *parsed.value_if());
  }
}

TEST_F(Site, WorksForAListWithoutProfileOrDate) {
  const std::string list = make("my list.md", "# Mine\n## A\n- B [[Code]](https://x.org)\n");
  ASSERT_EQ(site({list, "-o", out().string()}).code, 0);
  EXPECT_TRUE(contains(page(),
                       "<lamplight-catalog src=\"lists/my-list.md\" "
                       "snapshots=\"my-list=lists/my-list.md\" blocks>"));
  EXPECT_TRUE(fs::exists(out() / "lists/my-list.md"));
  EXPECT_FALSE(fs::exists(out() / "profile.json"));
}

TEST_F(Site, TakesDatesFromTheCommandLine) {
  ASSERT_EQ(site({"2020-01-02=" + test::flagship_old(), "2021-01-02=" + test::flagship(), "-o",
                  out().string()})
                .code,
            0);
  EXPECT_TRUE(contains(page(), "src=\"lists/2021-01-02.md\""));
  EXPECT_EQ(site({"2020-01-02=" + test::flagship_old(), "2020-01-02=" + test::flagship(), "-o",
                  out().string()})
                .code,
            2);
}

TEST_F(Site, TakesListsWithoutADateAsOfNowAndInTheOrderGiven) {
  const std::string b = make("b.md", "# B\n");
  const std::string a = make("a.md", "# A\n");
  ASSERT_EQ(site({"2021-01-02=" + test::flagship(), b, a, "-o", out().string()}).code, 0);
  EXPECT_TRUE(contains(page(),
                       "src=\"lists/b.md\" snapshots=\"b=lists/b.md a=lists/a.md "
                       "2021-01-02=lists/2021-01-02.md\""));
}

TEST_F(Site, WritesTheSameTwice) {
  ASSERT_EQ(site({test::flagship(), "-o", out().string()}).code, 0);
  const std::string before = page();
  ASSERT_EQ(site({test::flagship(), "-o", out().string()}).code, 0);
  EXPECT_EQ(page(), before);
}

TEST_F(Site, StaysAsItWasWhenARunFails) {
  ASSERT_EQ(site({test::flagship(), "-o", out().string()}).code, 0);
  const std::string before = page();
  const std::string bad_profile = make("bad.json", "{\"titel\": 1}");
  EXPECT_EQ(site({(folder() / "missing.md").string(), "-o", out().string()}).code, 3);
  const test::Outcome outcome =
      site({test::flagship_old(), "-o", out().string(), "--profile", bad_profile});
  EXPECT_EQ(outcome.code, 3);
  EXPECT_TRUE(contains(outcome.err, "titel"));
  fs::remove(folder() / "web/lamplight_web.wasm");
  EXPECT_EQ(site({test::flagship_old(), "-o", out().string()}).code, 3);
  EXPECT_EQ(page(), before);
  EXPECT_FALSE(fs::exists(out() / "lists/2023-03-29.md"));
}

TEST_F(Site, SaysWhatToBuildWhenTheBrowserFilesAreMissing) {
  environment_ = "LAMPLIGHT_WEB_DIR=" + quoted((folder() / "nowhere").string());
  fs::create_directories(folder() / "nowhere");
  const test::Outcome outcome = site({test::flagship(), "-o", out().string()});
  EXPECT_EQ(outcome.code, 3);
  EXPECT_TRUE(contains(outcome.err, "cmake --build --preset web")) << outcome.err;
  EXPECT_FALSE(fs::exists(out()));
}

TEST_F(Site, RefusesFoldersThatAreNone) {
  const std::string file = make("file", "x");
  EXPECT_EQ(site({test::flagship(), "-o", file}).code, 2);
  EXPECT_EQ(test::read_file(file), "x");
  make("theirs/index.html", "<h1>Mine</h1>");
  const test::Outcome outcome = site({test::flagship(), "-o", (folder() / "theirs").string()});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_TRUE(contains(outcome.err, "did not write"));
  EXPECT_EQ(test::read_file(folder() / "theirs/index.html"), "<h1>Mine</h1>");
  EXPECT_EQ(site({test::flagship(), "-o", (folder() / "web").string()}).code, 2)
      << "the template is no site";
}

TEST_F(Site, OfALongListIsSeveralPagesAndLeavesNoOldOneBehind) {
  std::string text = "# Long\n## A\n";
  for (int i = 0; i < 3200; ++i)
    text += "- Entry " + std::to_string(i) + " [[Code]](https://x.org)\n";
  const std::string list = make("long.md", text);
  make("out/pages/theirs.html", "<h1>Mine</h1>");
  const test::Outcome outcome =
      site({list, "-o", out().string(), "--url", "https://example.org/long"});
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_TRUE(contains(outcome.err, "3200 listings, 1 snapshot, 7 pages")) << outcome.err;
  EXPECT_TRUE(contains(page(), "href=\"pages/a.html\""));
  EXPECT_TRUE(contains(test::read_file(out() / "pages/a-6.html"), "Entry 3199"));
  EXPECT_TRUE(contains(test::read_file(out() / "sitemap.xml"),
                       "<loc>https://example.org/long/pages/a-6.html</loc>"));
  const std::string shorter = make("long.md", text.substr(0, text.find("- Entry 3100 ")));
  ASSERT_EQ(site({shorter, "-o", out().string()}).code, 0);
  EXPECT_TRUE(fs::exists(out() / "pages/a-6.html"));
  ASSERT_EQ(site({test::flagship(), "-o", out().string()}).code, 0);
  EXPECT_FALSE(fs::exists(out() / "pages/a.html"));
  EXPECT_FALSE(fs::exists(out() / "pages/a-6.html"));
  EXPECT_EQ(test::read_file(out() / "pages/theirs.html"), "<h1>Mine</h1>");
}

TEST_F(Site, LeavesNoOldSitemapBehind) {
  const fs::path sitemap = out() / "sitemap.xml";
  ASSERT_EQ(site({test::flagship(), "-o", out().string(), "--url", "https://example.org/a"}).code,
            0);
  ASSERT_TRUE(fs::exists(sitemap));
  ASSERT_EQ(site({test::flagship(), "-o", out().string()}).code, 0);
  EXPECT_FALSE(fs::exists(sitemap));

  std::string text = "# Long\n## A\n";
  for (int i = 0; i < 3200; ++i)
    text += "- Entry [[Code]](https://x.org/" + std::to_string(i) + ")\n";
  const std::string list = make("long.md", text);
  ASSERT_EQ(site({list, "-o", out().string(), "--url", "https://example.org/a"}).code, 0);
  ASSERT_TRUE(contains(test::read_file(sitemap), "/pages/a-6.html"));
  ASSERT_EQ(site({list, "-o", out().string()}).code, 0);
  EXPECT_FALSE(fs::exists(sitemap));
}

TEST_F(Site, KeepsASitemapOfSomeoneElse) {
  const std::string theirs =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
      "<url><loc>https://example.org/</loc></url>\n"
      "<url><loc>https://example.org/about.html</loc></url>\n"
      "</urlset>\n";
  const std::string file = make("out/sitemap.xml", theirs);
  ASSERT_EQ(site({test::flagship(), "-o", out().string()}).code, 0);
  EXPECT_EQ(test::read_file(file), theirs);
}

TEST_F(Site, OverwritesNoListItIsMadeOf) {
  const std::string a = make("out/lists/2020-01-01.md", "# A\n");
  const std::string b = make("b.md", "# B\n");
  EXPECT_EQ(site({"2020-01-01=" + b, "2019-01-01=" + a, "-o", out().string()}).code, 2);
  EXPECT_EQ(test::read_file(a), "# A\n");
}

}  // namespace
}  // namespace lamplight
