// Generated catalogs: like a long curated list, the same on every machine.
#pragma once

#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include "unit/search/build_catalog.h"

namespace lamplight::test {

class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  // 0 .. below - 1
  std::uint32_t below(std::uint32_t below) {
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    return static_cast<std::uint32_t>((state_ >> 33) % below);
  }
  bool one_in(std::uint32_t n) { return below(n) == 0; }

 private:
  std::uint64_t state_;
};

// Words by rank: common ones are short; some need folding, some are Chinese.
inline std::string word_of_rank(std::uint32_t rank) {
  static const char* const known[] = {"the",      "of",    "model",   "for",    "learning",
                                      "language", "large", "protein", "with",   "medical",
                                      "Über",     "café",  "GPT-4",   "models", "proteins",
                                      "life’s",   "模型",  "naïve",   "data",   "prediction"};
  if (rank < std::size(known)) return known[rank];
  std::string word;
  for (std::uint32_t rest = rank; rest > 0; rest /= 19) {
    word += "bcdfghklmnprstvwxzj"[rest % 19];
    word += "aeiou"[(rest / 3) % 5];
  }
  return word;
}

// Zipf's law, near enough: the rank's logarithm is even.
inline std::string random_word(Random& random) {
  const std::uint32_t doublings = random.below(13);
  return word_of_rank(random.below(1u << doublings));
}

inline std::string random_title(Random& random) {
  std::string title;
  const std::uint32_t words = 3 + random.below(9);
  for (std::uint32_t i = 0; i < words; ++i) {
    if (i > 0) title += random.one_in(12) ? " – " : " ";
    title += random_word(random);
  }
  return title;
}

inline CatalogDraft generated_draft(std::uint32_t works, std::uint64_t seed) {
  Random random(seed);
  CatalogBuilder list;
  std::vector<int> leaves;
  for (std::uint32_t top = 0; top < 6; ++top) {
    const std::string id = word_of_rank(30 + top) + "-models";
    const int parent = list.section(id, id);
    for (std::uint32_t sub = 0; sub < 8; ++sub) {
      leaves.push_back(list.section(id + "/" + word_of_rank(40 + sub) + "-domain", "x", parent));
    }
  }
  static const char* const venues[] = {"arXiv", "Nature", "Nature Methods", "bioRxiv", "Science"};
  for (std::uint32_t i = 0; i < works; ++i) {
    const std::string name = random.one_in(3) ? random_word(random) + "Net" : "";
    std::vector<LinkDraft> links;
    for (int kind = 0; kind < link_kind_count; ++kind) {
      if (random.one_in(2 + static_cast<std::uint32_t>(kind) * 3)) {
        links.push_back(link(static_cast<LinkKind>(kind)));
      }
    }
    const std::string title = random_title(random);
    const int work = list.work(leaves[random.below(48)], name, title, links);
    if (random.one_in(9)) list.draft().listings.back().group = random_word(random);
    if (random.one_in(20)) {
      ListingDraft& row = list.draft().listings.back();
      row.shape = Shape::Row;
      row.cells = {{"Name", row.text}, {"Description", random_title(random)}};
    }
    if (random.one_in(4)) {
      list.list(work, leaves[random.below(48)], name,
                random.one_in(4) ? random_title(random) : title);
    }
    if (!random.one_in(5)) list.at(work).year = 2010 + static_cast<int>(random.below(15));
    if (random.one_in(2)) {
      list.at(work).venue = venues[random.below(5)];
    } else if (random.one_in(2)) {
      list.at(work).venue = "Journal of " + word_of_rank(random.below(90));
    }
  }
  return std::move(list.draft());
}

inline Catalog generated_catalog(std::uint32_t works, std::uint64_t seed) {
  return make_catalog(generated_draft(works, seed));
}

}  // namespace lamplight::test
