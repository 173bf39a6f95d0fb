#include <algorithm>
#include <cstdint>
#include <string>

#include "catalog/builder.h"
#include "catalog/catalog_writer.h"
#include "catalog/foreign_text.h"
#include "catalog/parse_in_runs.h"
#include "catalog/works.h"

namespace lamplight {

Result<Catalog> parse_catalog(std::string_view markdown, std::string_view address) {
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
  if (const std::optional<Error> refused = catalog::refuse_foreign(markdown)) return *refused;
  if (catalog::is_restructured_text(markdown)) {
    return catalog::parse_in_runs(catalog::markdown_of_restructured_text(markdown),
                                  markdown::default_run_bytes, address);
  }
  return catalog::parse_in_runs(markdown, markdown::default_run_bytes, address);
}

namespace catalog {
namespace {

// Memory that a list may take: far more than any takes whose entries say something, but a table of
// two million rows of four bytes would take more.
constexpr std::uint64_t spare_bytes = std::uint64_t{40} << 20;
constexpr std::uint64_t bytes_per_byte = 20;

}  // namespace

Result<Catalog> parse_in_runs(std::string_view markdown, std::size_t run_bytes,
                              std::string_view address) {
  CatalogWriter writer(max_block_bytes, address);
  Findings findings(writer);
  int last_line = 1;
  {
    markdown::Reader reader(markdown, run_bytes);
    markdown::Document run;
    Builder builder(writer, findings);
    while (reader.next(run)) {
      if (const std::optional<markdown::Place> place = builder.add(run)) reader.go_back(*place);
      if (writer.expected_bytes() > spare_bytes + bytes_per_byte * markdown.size()) {
        return Error{ErrorCode::TooLarge, "The list has too many entries for its size.", 0};
      }
    }
    builder.finish(reader);
    last_line = std::max(last_line, reader.line_count());
  }
  add_works(writer, findings);
  findings.add_left_out(last_line);
  Result<Catalog> catalog = writer.finish();
#ifndef NDEBUG
  if (const Catalog* made = catalog.value_if()) made->check();
#endif
  return catalog;
}

}  // namespace catalog
}  // namespace lamplight
