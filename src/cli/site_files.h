// The files of a site: where those of the browser are, and how all of them get to their place.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lamplight/format.h"
#include "lamplight/result.h"

namespace lamplight::cli {

// What the web build made: the page template, its style, and files that are copied as they are.
struct BrowserFiles {
  std::filesystem::path folder;
  std::string page_template;
  std::string style;
  std::string offline_worker;
  std::vector<std::filesystem::path> copied;  // relative to the folder, sorted
  std::vector<std::filesystem::path> icons;   // likewise, of a site that can be installed
};

// Looks in LAMPLIGHT_WEB_DIR alone if that is set, else beside the program as a build and as an
// installation lay it out. Failure: Unreadable, with where was looked and what to build.
[[nodiscard]] Result<BrowserFiles> find_browser_files();

// A folder being written. Everything is written beside its place first; publish() then moves it
// there file by file, the first page and the service worker last, and takes away pages, the sitemap
// and what kept an earlier site offline where this one has none. Until then a failure leaves an
// existing site as it was.
class SiteFolder {
 public:
  // Failure: InvalidArgument, when `folder` cannot become a site: it is a file, or holds a page
  // of someone else's.
  [[nodiscard]] static Result<SiteFolder> open(const std::filesystem::path& folder);
  SiteFolder(SiteFolder&& other) noexcept;
  SiteFolder& operator=(SiteFolder&&) = delete;
  ~SiteFolder();  // removes what was not published

  [[nodiscard]] Result<bool> add(const std::filesystem::path& name, std::string_view bytes);
  [[nodiscard]] Result<bool> add_copy(const std::filesystem::path& name,
                                      const std::filesystem::path& source);
  // All that was added so far, with its hashes.
  [[nodiscard]] Result<std::vector<SiteFile>> files() const;
  [[nodiscard]] Result<bool> publish();

 private:
  SiteFolder() = default;
  void remove_old_pages() const;
  void remove_old_sitemap() const;
  void remove_old_offline_files() const;
  std::filesystem::path folder_;
  std::filesystem::path draft_;
  std::vector<std::filesystem::path> names_;
  bool is_new_ = false;  // the folder was made for this site
};

}  // namespace lamplight::cli
