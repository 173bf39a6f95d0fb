#include <algorithm>
#include <string>

#include "base/sort.h"
#include "catalog/builder.h"
#include "catalog/works.h"
#include "lamplight/catalog.h"

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
  Catalog catalog;
  {
    const markdown::Document document = markdown::parse(markdown);
    catalog = catalog::Builder(document).build();
  }
  catalog::add_works(catalog);
  const auto is_above = [](const auto& a, const auto& b) { return a.line < b.line; };
  sort_stably(catalog.findings, is_above);
  sort_stably(catalog.prose, is_above);
#ifndef NDEBUG
  catalog.check();
#endif
  return catalog;
}

}  // namespace lamplight
