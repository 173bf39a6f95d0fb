// Fuzz target: any bytes become a checked catalog or an error.
//
// With clang: -fsanitize=fuzzer, corpus/ as the seed. Everywhere else replay.cpp feeds it the
// corpus, so that every build runs what a fuzzer has found.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "lamplight/catalog.h"
#include "lamplight/format.h"

// Larger ones would only take time.
constexpr std::size_t max_round_trip_bytes = 20'000;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  const lamplight::Result<lamplight::Catalog> parsed = lamplight::parse_catalog(text);
  if (const lamplight::Catalog* catalog = parsed.value_if()) {
    catalog->check();
    for (const lamplight::Finding& finding : catalog->findings) {
      if (finding.line < 1) std::abort();
    }
    // What is written reads back as the same.
    if (size < max_round_trip_bytes) {
      const auto again = lamplight::catalog_from_json(lamplight::to_json(*catalog));
      if (!again.is_ok() || !(*again.value_if() == *catalog)) std::abort();
    }
  } else if (parsed.error().message.empty()) {
    std::abort();
  }
  return 0;
}
