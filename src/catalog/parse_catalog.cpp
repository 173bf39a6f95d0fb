#include <algorithm>
#include <string>

#include "catalog/builder.h"
#include "catalog/parse_in_runs.h"
#include "catalog/works.h"
#include "lamplight/catalog_draft.h"

namespace lamplight {

Result<Catalog> parse_catalog(std::string_view markdown) {
  if (markdown.size() > max_input_bytes) {
    return Error{ErrorCode::TooLarge,
                 "The list is larger than " + std::to_string(max_input_bytes >> 20) + " MiB.", 0};
  }
  if (const std::size_t zero = markdown.find('\0'); zero != std::string_view::npos) {
    const auto line = 1 + std::count(markdown.begin(),
                                     markdown.begin() + static_cast<std::ptrdiff_t>(zero), '\n');
    return Error{ErrorCode::NotText, "This is no text file: it holds zero bytes.",
                 static_cast<int>(line)};
  }
  return catalog::parse_in_runs(markdown, markdown::default_run_bytes);
}

namespace catalog {

Catalog parse_in_runs(std::string_view markdown, std::size_t run_bytes) {
  CatalogDraft draft;
  Findings findings;
  int last_line = 0;
  {
    markdown::Reader reader(markdown, run_bytes);
    markdown::Document run;
    Builder builder;
    while (reader.next(run)) {
      if (const std::optional<markdown::Place> place = builder.add(run)) reader.go_back(*place);
    }
    draft = builder.finish(reader);
    findings = std::move(builder.findings());
    last_line = std::max(1, reader.line_count());
  }
  add_works(draft, findings);
  draft.findings = findings.take(last_line);
  Catalog catalog = make_catalog(draft);
#ifndef NDEBUG
  catalog.check();
#endif
  return catalog;
}

}  // namespace catalog
}  // namespace lamplight
