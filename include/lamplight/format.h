// Formats: a Catalog to text and, for JSON, back.
//
//     std::string json = lamplight::to_json(catalog);
//     lamplight::Result<lamplight::Catalog> again = lamplight::catalog_from_json(json);
//
// Output is byte-for-byte the same on every platform and build, and ends with a newline.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lamplight/catalog.h"
#include "lamplight/profile.h"
#include "lamplight/result.h"
#include "lamplight/search.h"

namespace lamplight {

// Catalog JSON, schema 1 (keys in a fixed order, two blanks of indent).
[[nodiscard]] std::string to_json(const Catalog& catalog);
// Failure: Syntax, with the key and what was expected there.
[[nodiscard]] Result<Catalog> catalog_from_json(std::string_view json);

// How many were found, what was searched in the place of misspelt words, and the first `limit`
// works, each with its links and places.
[[nodiscard]] std::string to_json(const SearchResult& result, const Catalog& catalog,
                                  std::size_t limit);

// One line per listing, RFC 4180, header line first. Cells that a spreadsheet would run as a
// formula are prefixed with an apostrophe.
[[nodiscard]] std::string to_csv(const Catalog& catalog);
// One entry per work. Derived fields carry a note that says so.
[[nodiscard]] std::string to_bibtex(const Catalog& catalog);
[[nodiscard]] std::string to_bibtex(const Work& work, const Catalog& catalog);
[[nodiscard]] std::string to_ris(const Catalog& catalog);
// A clean list again, in one dialect: headings, bullets, tables.
[[nodiscard]] std::string to_markdown(const Catalog& catalog);
// The catalog as one complete, semantic HTML page without scripts or styles.
[[nodiscard]] std::string to_html(const Catalog& catalog);

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
  std::string profile_file;             // relative address or empty
  std::string base_url;                 // for canonical links; empty: none
  std::string style;                    // text of web/page.css
};

// Fills the page template (web/index.html, which documents its placeholders): the whole catalog as
// semantic, linked HTML inside <lamplight-catalog>. Every text is escaped; only
// is_clickable_url() links become anchors.
// Failure: Syntax, when the template lacks one of its placeholders or has one that is not known.
[[nodiscard]] Result<std::string> fill_site_page(std::string_view page_template,
                                                 const SitePage& page);

}  // namespace lamplight
