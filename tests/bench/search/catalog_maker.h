// Catalog maker: entries to a Catalog without the detour over Markdown, which takes 4 GB for a
// million of them.
//
//     CatalogMaker maker;
//     maker.add(list.next());
//     Catalog catalog = maker.take();
//
// Entry i is listing i and work i: what a parsed list would merge stays apart, so that numbers mean
// the same in every engine.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/string_index.h"
#include "catalog/unique_ids.h"
#include "lamplight/catalog_draft.h"
#include "stress_list.h"

namespace lamplight::bench {

class CatalogMaker {
 public:
  void reserve(std::size_t entries);
  void add(const Entry& entry);
  [[nodiscard]] Catalog take();

 private:
  int section_of(const std::vector<std::string>& path);

  CatalogDraft draft_;
  StringIndex section_ids_;
  catalog::UniqueIds work_ids_{2};
};

}  // namespace lamplight::bench
