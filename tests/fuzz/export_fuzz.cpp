// Fuzz target: any bytes, parsed, through every exporter; and JSON out and in is the same catalog.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "lamplight/format.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  const lamplight::Result<lamplight::Catalog> parsed = lamplight::parse_catalog(text);
  const lamplight::Catalog* catalog = parsed.value_if();
  if (catalog == nullptr) return 0;
  for (const lamplight::Exporter& exporter : lamplight::exporters()) {
    (void)exporter.write(*catalog);
  }
  const std::string json = lamplight::to_json(*catalog);
  const lamplight::Result<lamplight::Catalog> again = lamplight::catalog_from_json(json);
  if (again.value_if() == nullptr || lamplight::to_json(*again.value_if()) != json) std::abort();
  return 0;
}
