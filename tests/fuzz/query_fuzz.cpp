// Any text as a query: parsed, printed, parsed again, and searched.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/assert.h"
#include "base/text.h"
#include "lamplight/search.h"
#include "unit/search/exact_text.h"
#include "unit/search/generated.h"

namespace {

struct Corpus {
  lamplight::Catalog catalog = lamplight::test::generated_catalog(60, 1);
  lamplight::Profile profile;
  lamplight::Index index = lamplight::build_index(catalog, profile);
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace lamplight;
  static const Corpus corpus;
  const test::ExactText text(std::string_view(reinterpret_cast<const char*>(bytes), size));
  for (const LastWord last : {LastWord::Typing, LastWord::Complete}) {
    const Query query = parse_query(text.view(), last);
    for (const QueryNotice& notice : query.notices) {
      LAMPLIGHT_VERIFY(notice.begin <= notice.end && notice.end <= size);
    }
    const Query again = parse_query(print_query(query), last);
    LAMPLIGHT_VERIFY(again.terms == query.terms);
    SearchRequest request;
    request.query = query;
    const SearchResult result = corpus.index.search(request);
    LAMPLIGHT_VERIFY(result.works.size() <= corpus.catalog.works.size());
    // The text is at hand: it is as good as any to be marked.
    std::size_t end = 0;
    for (const Span& span : corpus.index.find_highlights(query, text.view())) {
      LAMPLIGHT_VERIFY(span.begin >= end && span.begin < span.end && span.end <= size);
      end = span.end;
    }
  }
  if (const std::optional<YearRange> years = parse_year_range(text.view())) {
    LAMPLIGHT_VERIFY(parse_year_range(print_year_range(*years)) == years);
  }
  return 0;
}
