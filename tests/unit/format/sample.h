// A small catalog with everything in it, and one that means harm.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "lamplight/catalog_draft.h"

namespace lamplight::sample {

// A copy in a heap buffer of exactly its size, so that sanitizers see one byte too far.
class Exact {
 public:
  explicit Exact(std::string_view text) : size_(text.size()), bytes_(new char[text.size()]) {
    text.copy(bytes_.get(), size_);
  }
  [[nodiscard]] std::string_view view() const { return {bytes_.get(), size_}; }

 private:
  std::size_t size_;
  std::unique_ptr<char[]> bytes_;
};

inline ListingDraft bullet(int line, int section, std::string title, int work) {
  ListingDraft listing;
  listing.line = line;
  listing.section = section;
  listing.text = listing.title = std::move(title);
  listing.work = work;
  return listing;
}

inline CatalogDraft draft() {
  CatalogDraft made;
  made.title = "Models & Data";
  made.sections = {{"models", "Models", -1, 2, 3},
                   {"models/language", "Language", 0, 3, 5},
                   {"models/vision", "Vision", 0, 3, 12},
                   {"data", "Data", -1, 2, 20}};

  ListingDraft fold = bullet(7, 1, "Retraining AlphaFold2 yields new insights", 0);
  fold.name = "OpenFold";
  fold.text = "OpenFold: " + fold.title;
  fold.group = "Proteins";
  fold.links = {{"Paper", LinkKind::Paper, "https://www.biorxiv.org/content/10.1101/1?a=1&b=2"},
                {"Code", LinkKind::Code, "https://github.com/aqlaboratory/openfold"}};
  ListingDraft again = fold;
  again.line = 14;
  again.section = 2;
  again.group.reset();
  ListingDraft report = bullet(8, 1, "Report Generation", 1);
  report.group = "Proteins";
  report.links = {{"Paper", LinkKind::Paper, std::nullopt}};
  ListingDraft row = bullet(24, 3, "ZINC20", 2);
  row.shape = Shape::Row;
  row.links = {{"", LinkKind::Dataset, "https://zinc20.docking.org/"}};
  row.cells = {{"Dataset", "ZINC20"}, {"Description", "1.4B compounds, 310 catalogs"}};
  made.listings = {fold, report, again, row};

  WorkDraft openfold;
  openfold.id = "openfold";
  openfold.name = "OpenFold";
  openfold.title = fold.title;
  openfold.listings = {0, 2};
  openfold.year = 2022;
  openfold.year_from = "biorxiv";
  openfold.venue = "bioRxiv";
  openfold.doi = "10.1101/2022.11.20.517210";
  openfold.repository = "aqlaboratory/openfold";
  WorkDraft reporting;
  reporting.id = "report-generation";
  reporting.title = "Report Generation";
  reporting.listings = {1};
  WorkDraft zinc;
  zinc.id = "zinc20";
  zinc.title = "ZINC20";
  zinc.listings = {3};
  made.works = {openfold, reporting, zinc};

  made.prose = {
      {1,
       -1,
       ProseKind::Paragraph,
       "See the survey first.",
       {{"survey", LinkKind::Other, "https://example.org/survey"}}},
      {22, 3, ProseKind::Topics, "A topic", {}},
  };
  made.findings = {{"link-without-url", Level::Error, 8, "“Paper” has no address"}};
  made.bibtex = "@article{x,\n  title={A & B}\n}";
  return made;
}

inline Catalog catalog() { return make_catalog(draft()); }

// Every text is an attack on some format; every address one on a browser.
inline Catalog hostile() {
  const std::string attack = "</script><script>alert(1)</script>\"'><img src=x onerror=alert(1)>";
  CatalogDraft made;
  made.title = attack;
  made.sections = {{"a\" onclick=\"x", attack, -1, 2, 1}};
  ListingDraft listing = bullet(2, 0, "=1+1,\"x\" {{catalog}} {{style}} " + attack, 0);
  listing.name = "<b>";
  listing.group = attack;
  listing.links = {{"Paper", LinkKind::Paper, "javascript:alert(1)"},
                   {"Data", LinkKind::Dataset, "data:text/html,<script>alert(1)</script>"},
                   {attack, LinkKind::Code, "https://x.org/\"><script>alert(1)</script>"},
                   {" JavaScript", LinkKind::Other, " JaVaScRiPt:alert(1)"},
                   {"VB", LinkKind::Other, "vbscript:x"}};
  listing.text = "<b>: " + listing.title;
  made.listings = {listing};
  WorkDraft work;
  work.id = "w\"><script>";
  work.title = listing.title;
  work.listings = {0};
  made.works = {work};
  made.prose = {{1, -1, ProseKind::Paragraph, attack, {{"x", LinkKind::Other, "javascript:1"}}},
                {1, 0, ProseKind::Code, attack, {}}};
  made.bibtex = "</pre>" + attack;
  return make_catalog(made);
}

inline std::vector<Catalog> all_catalogs() {
  std::vector<Catalog> all(3);  // the last one is empty
  all[0] = catalog();
  all[1] = hostile();
  return all;
}

}  // namespace lamplight::sample
