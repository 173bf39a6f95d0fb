#include "flagship.h"

#include <cstdlib>
#include <string_view>

// Made by flagship.cmake: `const unsigned char flagship_markdown[]`.
#include "flagship_markdown.h"

namespace lamplight::bench {

std::vector<Entry> flagship_entries() {
  const Result<Catalog> parsed = parse_catalog(
      std::string_view(reinterpret_cast<const char*>(flagship_markdown), sizeof flagship_markdown));
  const Catalog* catalog = parsed.value_if();
  if (catalog == nullptr) std::abort();
  return list_entries(*catalog);
}

}  // namespace lamplight::bench
