// Formats: a Catalog to text and, for JSON, back.
//
//     std::string json = lamplight::to_json(catalog);
//     lamplight::Result<lamplight::Catalog> again = lamplight::catalog_from_json(json);
//
// Output is byte-for-byte the same on every platform and build, and ends with a newline.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lamplight/account.h"
#include "lamplight/catalog.h"
#include "lamplight/diff.h"
#include "lamplight/profile.h"
#include "lamplight/result.h"
#include "lamplight/search.h"

namespace lamplight {

// Catalog JSON, schema 1 (keys in a fixed order, two blanks of indent).
[[nodiscard]] std::string to_json(const Catalog& catalog);
// Failure: Syntax, with the key and what was expected there.
[[nodiscard]] Result<Catalog> catalog_from_json(std::string_view json);

// How many were found, what was searched instead of misspelt words, and the first `limit`
// works, each with its links and places.
[[nodiscard]] std::string to_json(const SearchResult& result, const Catalog& catalog,
                                  std::size_t limit);

// One line per listing, RFC 4180, header line first. Cells that a spreadsheet would run as a
// formula are prefixed with an apostrophe.
[[nodiscard]] std::string to_csv(const Catalog& catalog);
// One entry per work. Derived fields carry a note that says so. A key is the last name of the first
// author or the work's name, its year and the first word of its title that says something,
// "qiu2023large"; works that would share one take more words of their titles, as few as tell them
// apart (src/format/citation_keys.h has the rule). The key of one work is that of the whole export,
// so all works are looked at; `work` must be one of the catalog's.
[[nodiscard]] std::string to_bibtex(const Catalog& catalog);
[[nodiscard]] std::string to_bibtex(const Work& work, const Catalog& catalog);
// One record per work, with the same keys.
[[nodiscard]] std::string to_ris(const Catalog& catalog);
// A clean list again, in one dialect: headings, bullets, tables.
[[nodiscard]] std::string to_markdown(const Catalog& catalog);
// The catalog as one complete, semantic HTML page without scripts or styles.
[[nodiscard]] std::string to_html(const Catalog& catalog);

// Where a list's links went: a line for each place that has some, and the lost ones by name.
[[nodiscard]] std::string to_text(const Account& account);
// The same as JSON, schema 1.
[[nodiscard]] std::string to_json(const Account& account);

// What two lists that were compared are called: their dates, or their files' names.
struct DiffNames {
  std::string_view old_list;
  std::string_view new_list;
};
// Diff JSON, schema 1. Of a moved listing `section` is where it came; titles, citations and prose
// have no place in it.
[[nodiscard]] std::string to_json(const Diff& diff, const DiffNames& names);
// For a change log: a heading of level 2 with the new list's name, one of level 3 for each kind of
// change.
[[nodiscard]] std::string to_markdown(const Diff& diff, const DiffNames& names);
// An Atom feed with one entry for each work that was added or also listed. Ids are made of the
// list's title and the work's id, so that the next feed of the same list goes on with them.
// `date`, of the new list: "2024", "2024-03", "2024-03-11" or "2024-03-11T08:15:00Z".
// Failure: InvalidArgument, when it is none of these.
[[nodiscard]] Result<std::string> to_atom(const Diff& diff, std::string_view date);

// The exporters by name, in the order of the command line's help.
struct Exporter {
  std::string_view name;  // "csv"
  std::string (*write)(const Catalog& catalog);
};
[[nodiscard]] const std::vector<Exporter>& exporters();

// One dated list of a site.
struct SiteSnapshot {
  std::string date;  // "2024-03-11", or a file's name where there is no date
  std::string file;  // address relative to the page: "lists/2024-03-11.md"
};

struct SitePage {
  const Catalog* catalog = nullptr;  // the newest snapshot's
  const Profile* profile = nullptr;
  std::vector<SiteSnapshot> snapshots;  // newest first
  bool has_blocks = false;   // Catalog::bytes() of each beside it: "lists/2024-03-11.block"
  std::string profile_file;  // relative address or empty
  std::string base_url;      // for canonical links; empty: none
  std::string style;         // text of web/page.css
  bool is_kept = false;      // for reading offline: web_manifest() and offline_worker() beside it
};

// What a browser needs to install the site: "manifest.webmanifest", with the icons of web/dist.
[[nodiscard]] std::string web_manifest(const SitePage& site);

// A file of a site, for its service worker.
struct SiteFile {
  std::string name;    // relative to the site: "lists/2024-03-11.md"
  std::string sha256;  // hexadecimal
  std::size_t bytes = 0;
};

// Browsers keep a site's files from the start as far as they have so many bytes together; the
// others when they were read, unless one alone has more.
inline constexpr std::size_t max_kept_bytes = 32'000'000;

// "offline_worker.js": `script` (web/offline_worker.js) with the names and hashes of all `files`.
// Of them the further pages of a long list are kept when they were read; so are, where not all fit,
// the lists' Markdown before their blocks.
[[nodiscard]] std::string offline_worker(const std::vector<SiteFile>& files,
                                         std::string_view script);

// A list with at most the first number of listings, pieces of prose and headings is served as one
// page. A longer one is split: pages have at most the second number of listings and prose.
inline constexpr std::size_t max_whole_page_items = 3000;
inline constexpr std::size_t max_page_items = 500;

// The pages of a site, which together hold the whole catalog, everything once:
//
//     const lamplight::SitePages pages(site);
//     for (std::size_t i = 0; i < pages.size(); ++i) {
//       write(pages.file(i), pages.fill(page_template, i));
//     }
//
// A long list is split by section, then by count. The first page becomes the atlas and leads to
// every section; each says which comes before and after it. Every text is escaped; only
// is_clickable_url() links become anchors.
class SitePages {
 public:
  // What `site` refers to must outlive this.
  explicit SitePages(const SitePage& site);
  SitePages(const SitePages&) = delete;
  SitePages& operator=(const SitePages&) = delete;
  ~SitePages();

  [[nodiscard]] std::size_t size() const;  // at least 1
  // Address relative to the site: "index.html", "pages/vision.html", "pages/vision-2.html".
  [[nodiscard]] const std::string& file(std::size_t page) const;
  // Fills the page template (web/index.html, which documents its placeholders).
  // Failure: Syntax, when the template lacks one of its placeholders or has one that is not known.
  [[nodiscard]] Result<std::string> fill(std::string_view page_template, std::size_t page) const;
  // sitemap.xml for search engines, of the first 50,000 pages; site.base_url must be set.
  [[nodiscard]] std::string sitemap() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace lamplight
