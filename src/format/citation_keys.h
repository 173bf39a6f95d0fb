// Citation keys: short, unique within a catalog, and stable.
//
//     format::CitationKeys keys(catalog);
//     for (const Work& work : catalog.works) keys.next(work);  // "qiu2023large", ...
//
// A key says who, when and what, in letters and digits of ASCII (accents are taken off, other
// letters left out):
// - who: the last name of the first author that the list states; without one the work's short name,
//   without that the first word of its title;
// - when: its year, stated or derived, where there is one;
// - what: the first word of its title that says something ("the", "of" and the like do not), or the
//   second one where the first stands for who.
// A work that has no such letter goes by its id.
//
// Where another work could have the same key, each of the two takes as many more words of its own
// title as tell it apart, up to max_key_words. So a key depends on its own work and on those that
// begin alike, not on the order of the list: a work that is added changes no key but one which both
// would have had. Works that agree in all these words are numbered as they stand in the list:
// "qiu2023large", "qiu2023large-2".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/string_index.h"
#include "lamplight/catalog.h"

namespace lamplight::format {

inline constexpr std::size_t max_key_words = 6;

class CitationKeys {
 public:
  // The catalog must outlive this.
  explicit CitationKeys(const Catalog& catalog) : CitationKeys(catalog, {}) {}

  // In list order, each work once.
  [[nodiscard]] std::string next(const Work& work);

 private:
  friend std::string citation_key(const Catalog& catalog, const Work& work);
  // Knows only keys that begin so.
  CitationKeys(const Catalog& catalog, std::string_view begin);

  const Catalog& catalog_;
  StringIndex keys_;  // all that works may take
  struct Takers {
    std::uint32_t works = 0;     // that may take it
    std::uint32_t numbered = 0;  // that have taken it, with a number
  };
  std::vector<Takers> takers_;        // by key
  std::vector<const Work*> of_some_;  // the works that may take one of them, in list order
};

// The key of one work of the catalog. Looks at all works.
[[nodiscard]] std::string citation_key(const Catalog& catalog, const Work& work);

}  // namespace lamplight::format
