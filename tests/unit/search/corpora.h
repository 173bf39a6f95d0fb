// Corpora: catalogs with their index and their reference, and queries as readers type them.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "lamplight/catalog.h"
#include "lamplight/profile.h"
#include "lamplight/search.h"
#include "unit/search/generated.h"
#include "unit/search/reference.h"

namespace lamplight::test {

// A catalog with all that is derived from it; made once, for it takes a while.
struct Corpus {
  Corpus(Catalog a_catalog, Profile a_profile);
  Corpus(const Corpus&) = delete;  // index and reference refer to the catalog
  Corpus& operator=(const Corpus&) = delete;

  Catalog catalog;
  Profile profile;
  std::shared_ptr<const std::vector<Mark>> marks;  // some works are new, some saved
  Index index;
  Reference reference;
};

[[nodiscard]] const Corpus& flagship();   // 208 works
[[nodiscard]] const Corpus& generated();  // 10,000 works
[[nodiscard]] const Corpus& small();      // 1,000 works

enum class QueryClass {
  Nothing,
  Word,
  Beginning,
  TwoWords,
  ThreeWords,
  Phrase,
  Quoted,
  Negation,
  Alternatives,
  Brackets,
  In,
  Has,
  Venue,
  Year,
  Name,
  Mark,
  TypoOfOne,
  TypoOfTwo,
  TypoInName,
  TypoAmongOthers,
  Chinese,
  Absent,
};
inline constexpr int query_class_count = 22;

[[nodiscard]] std::string random_query(const Corpus& corpus, QueryClass query_class,
                                       Random& random);
[[nodiscard]] std::string random_query(const Corpus& corpus, Random& random);

// A query, and in most cases a filter or two. `name` tells them to a person.
[[nodiscard]] SearchRequest random_request(const Corpus& corpus, std::string_view query,
                                           Random& random, std::string& name);

// The works that are found, in the order of their numbers.
[[nodiscard]] std::vector<std::uint32_t> find_works(const Corpus& corpus, const Query& query);

}  // namespace lamplight::test
