// What a browser keeps of a site.
#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "lamplight/catalog_draft.h"
#include "lamplight/format.h"

namespace lamplight {
namespace {

SiteFile file(std::string name, std::string sha256, std::size_t bytes = 100) {
  return {std::move(name), sha256 + std::string(64 - sha256.size(), '0'), bytes};
}

// Whether the worker has the file: kept from the start, when it was read, or not at all.
std::string kept(const std::string& worker, const std::string& name) {
  const std::size_t at = worker.find("\"" + name + "\": [");
  if (at == std::string::npos) return "not at all";
  const std::size_t flag = worker.find_first_of("01", worker.find(",", at));
  return worker[flag] == '1' ? "from the start" : "when read";
}

TEST(OfflineWorker, HasEveryFileWithItsHashBeforeItsScript) {
  const std::string worker =
      offline_worker({file("index.html", "ab12"), file("lists/a.md", "cd34")}, "run();\n");
  EXPECT_EQ(worker.find("self.lamplightSite = { version: \""), 0u);
  EXPECT_NE(worker.find("\"ab120000000000000000000000000000\""), std::string::npos);
  EXPECT_EQ(worker.substr(worker.size() - 7), "run();\n");
  EXPECT_EQ(kept(worker, "index.html"), "from the start");
  EXPECT_EQ(kept(worker, "lists/a.md"), "from the start");
}

TEST(OfflineWorker, IsAnotherWhenAFileIsAnother) {
  const std::vector<SiteFile> files = {file("index.html", "1"), file("lists/a.md", "2")};
  EXPECT_EQ(offline_worker(files, ""), offline_worker(files, ""));
  EXPECT_NE(offline_worker(files, ""), offline_worker({files[0], file("lists/a.md", "3")}, ""));
  EXPECT_NE(offline_worker(files, ""), offline_worker({files[0], file("lists/b.md", "2")}, ""));
  const auto version = [&](std::string_view script) {
    const std::string worker = offline_worker(files, script);
    return worker.substr(0, worker.find(", files"));
  };
  EXPECT_NE(version("a();"), version("b();"));
}

TEST(OfflineWorker, KeepsFurtherPagesWhenTheyWereRead) {
  const std::string worker =
      offline_worker({file("index.html", "1"), file("pages/two.html", "2")}, "");
  EXPECT_EQ(kept(worker, "pages/two.html"), "when read");
}

TEST(OfflineWorker, KeepsNoMoreFromTheStartThanIsFair) {
  const std::string worker = offline_worker(
      {file("lists/a.md", "1", max_kept_bytes / 2), file("lists/a.block", "2", max_kept_bytes / 2),
       file("index.html", "3", 1000), file("lists/b.block", "4", max_kept_bytes / 4),
       file("lists/huge.block", "5", max_kept_bytes + 1)},
      "");
  EXPECT_EQ(kept(worker, "index.html"), "from the start");
  EXPECT_EQ(kept(worker, "lists/a.block"), "from the start");
  EXPECT_EQ(kept(worker, "lists/b.block"), "from the start");
  EXPECT_EQ(kept(worker, "lists/a.md"), "when read");
  EXPECT_EQ(kept(worker, "lists/huge.block"), "not at all");
}

TEST(WebManifest, NamesTheListAndItsIcons) {
  CatalogDraft draft;
  draft.title = "A “list” of <things>";
  const Catalog catalog = make_catalog(draft);
  const Profile profile;
  SitePage page;
  page.catalog = &catalog;
  page.profile = &profile;
  const std::string manifest = web_manifest(page);
  EXPECT_NE(manifest.find("\"name\": \"A “list” of <things>\""), std::string::npos);
  EXPECT_NE(manifest.find("\"start_url\": \"./\""), std::string::npos);
  EXPECT_NE(manifest.find("\"icon-maskable-512.png\""), std::string::npos);
}

}  // namespace
}  // namespace lamplight
