// Any text as a query: parsed, printed, parsed again, searched, marked and completed.
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

using namespace lamplight;

struct Corpus {
  Catalog catalog = test::generated_catalog(60, 1);
  Profile profile;
  Index index = build_index(catalog, profile);
};

bool is_inside(const Span& span, std::size_t size) {
  return span.begin < span.end && span.end <= size;
}

// Nothing that could be left out is left in the tree, and it is no deeper than brackets may be.
bool is_normal(const std::vector<Clause>& clauses, Clause::Kind parent, int depth) {
  if (depth > 66) return false;  // 32 brackets, each with alternatives of clauses side by side
  for (const Clause& clause : clauses) {
    if (clause.kind == Clause::Kind::Term) continue;
    if (clause.clauses.size() < 2 || (clause.kind == parent && !clause.is_negated)) return false;
    if (!is_normal(clause.clauses, clause.kind, depth + 1)) return false;
  }
  return true;
}

void check_query(const Query& query, std::size_t size, LastWord last) {
  for (const QueryNotice& notice : query.notices) {
    LAMPLIGHT_VERIFY(is_inside(notice.place, size) && !notice.message.empty());
  }
  std::size_t end = 0;
  std::size_t words = 0;
  for_each_term(query.clauses, [&](const Term& term, bool) {
    LAMPLIGHT_VERIFY(term.place.begin >= end && is_inside(term.place, size));
    end = term.place.end;
    words += term.words.empty() ? 1 : term.words.size();
    LAMPLIGHT_VERIFY(last == LastWord::Typing || !term.is_prefix);
  });
  LAMPLIGHT_VERIFY(words <= 128);
  LAMPLIGHT_VERIFY(is_normal(query.clauses, Clause::Kind::All, 0));
  const std::string printed = print_query(query);
  const Query again = parse_query(printed, last);
  LAMPLIGHT_VERIFY(again.clauses == query.clauses);
  LAMPLIGHT_VERIFY(again.notices.empty());
  LAMPLIGHT_VERIFY(print_query(again) == printed);
}

void check_search(const Corpus& corpus, const Query& query, std::string_view text) {
  SearchRequest request;
  request.query = query;
  const SearchResult result = corpus.index.search(request);
  LAMPLIGHT_VERIFY(result.works.to_vector().size() == result.works.size());
  LAMPLIGHT_VERIFY(result.works.size() <= corpus.catalog.works.size());
  for (const Correction& each : result.corrections) {
    LAMPLIGHT_VERIFY(is_inside(each.place, text.size()) && !each.words.empty());
  }
  // The text is at hand: as much of it as a title may have is as good as any to be marked.
  text = text.substr(0, 4096);
  for (const Index::TextOf text_of : {Index::TextOf::Name, Index::TextOf::Other}) {
    std::size_t end = 0;
    for (const Span& span : corpus.index.find_highlights(query, text, text_of)) {
      LAMPLIGHT_VERIFY(span.begin >= end && is_inside(span, text.size()));
      end = span.end;
    }
  }
}

void check_suggestions(const Corpus& corpus, std::string_view text) {
  constexpr std::size_t most = 8;
  const std::vector<Suggestion> suggestions = corpus.index.suggest(text, most);
  LAMPLIGHT_VERIFY(suggestions.size() <= most);
  for (const Suggestion& each : suggestions) {
    LAMPLIGHT_VERIFY(!each.text.empty() && each.query != text);
    check_query(parse_query(each.query), each.query.size(), LastWord::Typing);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static const Corpus corpus;
  const test::ExactText text(std::string_view(reinterpret_cast<const char*>(bytes), size));
  for (const LastWord last : {LastWord::Typing, LastWord::Complete}) {
    const Query query = parse_query(text.view(), last);
    check_query(query, size, last);
    check_search(corpus, query, text.view());
  }
  check_suggestions(corpus, text.view());
  if (const std::optional<YearRange> years = parse_year_range(text.view())) {
    LAMPLIGHT_VERIFY(parse_year_range(print_year_range(*years)) == years);
  }
  return 0;
}
