// Drafts: a catalog as plain values, to be written by hand and changed at will.
//
//     lamplight::CatalogDraft draft;
//     draft.title = "A list";
//     draft.sections.push_back({"tools", "Tools", -1, 2, 3});
//     lamplight::ListingDraft listing;
//     listing.line = 5;
//     listing.section = 0;
//     listing.text = listing.title = "A formatter";
//     listing.links.push_back({"Code", lamplight::LinkKind::Code, "https://x.org"});
//     listing.work = 0;
//     draft.listings.push_back(listing);
//     lamplight::WorkDraft work;
//     work.id = "a-formatter";
//     work.title = "A formatter";
//     work.listings = {0};
//     draft.works.push_back(work);
//     use(lamplight::make_catalog(draft));
//
// A draft has the fields of the record it is named after; what they mean stands in catalog.h. For
// tests and for readers of other formats; parsing a list writes its catalog without one.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lamplight/catalog.h"

namespace lamplight {

struct LinkDraft {
  std::string label;
  LinkKind kind = LinkKind::Other;
  std::optional<std::string> url;
  bool operator==(const LinkDraft&) const = default;
};

struct CellDraft {
  std::string column;
  std::string text;
  bool operator==(const CellDraft&) const = default;
};

struct ListingDraft {
  int line = 0;
  int section = -1;
  std::optional<std::string> group;
  Shape shape = Shape::Bullet;
  std::string text;
  std::optional<std::string> name;
  std::string title;
  std::vector<LinkDraft> links;
  std::vector<CellDraft> cells;
  int work = -1;
  std::optional<std::string> authors;
  std::optional<std::string> venue;
  std::optional<std::string> description;
  std::vector<std::string> tags;
  std::optional<int> year;
  std::optional<int> parent;
  bool operator==(const ListingDraft&) const = default;
};

struct SectionDraft {
  std::string id;
  std::string title;
  int parent = -1;
  int level = 2;
  int line = 0;
  bool operator==(const SectionDraft&) const = default;
};

struct WorkDraft {
  std::string id;
  std::optional<std::string> name;
  std::string title;
  std::vector<int> listings;
  std::optional<int> year;
  std::optional<std::string> year_from;
  std::optional<std::string> venue;
  std::optional<std::string> arxiv;
  std::optional<std::string> doi;
  std::optional<std::string> repository;
  bool operator==(const WorkDraft&) const = default;
};

struct ProseDraft {
  int line = 0;
  int section = -1;
  ProseKind kind = ProseKind::Paragraph;
  std::string text;
  std::vector<LinkDraft> links;
  bool operator==(const ProseDraft&) const = default;
};

struct FindingDraft {
  std::string rule;
  Level level = Level::Note;
  int line = 0;
  std::string message;
  bool operator==(const FindingDraft&) const = default;
};

struct CatalogDraft {
  std::string title;
  std::vector<SectionDraft> sections;
  std::vector<ListingDraft> listings;
  std::vector<WorkDraft> works;
  std::vector<ProseDraft> prose;
  std::vector<FindingDraft> findings;
  std::optional<std::string> bibtex;
  bool operator==(const CatalogDraft&) const = default;
};

// The catalog that the draft describes. Nothing is checked or repaired: what read_catalog_block is
// to read again needs indices in range and text in UTF-8. Prose and findings come in the order of
// their lines. Aborts when the block would reach 4 GiB.
[[nodiscard]] Catalog make_catalog(const CatalogDraft& draft);

// The catalog of some works alone, by their ids: their listings, the sections that those stand in,
// and what findings say of their lines; no other text of the list. Ids that are none mean nothing.
[[nodiscard]] Catalog select_works(const Catalog& catalog,
                                   const std::vector<std::string_view>& ids);

// The way back.
[[nodiscard]] CatalogDraft make_draft(const Catalog& catalog);
[[nodiscard]] ListingDraft make_draft(const Listing& listing);
[[nodiscard]] WorkDraft make_draft(const Work& work);
[[nodiscard]] LinkDraft make_draft(const Link& link);
[[nodiscard]] std::vector<LinkDraft> make_draft(std::span<const Link> links);
[[nodiscard]] std::vector<CellDraft> make_draft(std::span<const Cell> cells);

}  // namespace lamplight
