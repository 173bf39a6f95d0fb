// Fuzz target: any bytes as a block; and a list's own block, whole and damaged. What is read is
// good: reading all of it stays inside, and it comes back as itself.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "lamplight/catalog_draft.h"
#include "lamplight/format.h"

namespace {

using lamplight::Catalog;
using lamplight::Result;

// Gives whether it was a good one.
bool read(std::string_view bytes) {
  const Result<Catalog> read = lamplight::read_catalog_block(lamplight::BlockBytes::copy_of(bytes));
  const Catalog* const catalog = read.value_if();
  if (catalog == nullptr) return false;
  if (!(lamplight::make_catalog(lamplight::make_draft(*catalog)) == *catalog)) std::abort();
  for (const lamplight::Exporter& exporter : lamplight::exporters()) {
    (void)exporter.write(*catalog);
  }
  return true;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  read(text);
  const Result<Catalog> parsed = lamplight::parse_catalog(text);
  const Catalog* const catalog = parsed.value_if();
  if (catalog == nullptr) return 0;
  if (!read(catalog->bytes())) std::abort();
  // Always the same damage for the same list.
  std::string damaged(catalog->bytes());
  auto state = static_cast<std::uint32_t>(size) * 2654435761u + 1;
  const auto next = [&] { return state = state * 1664525u + 1013904223u; };
  for (int round = 0; round < 8; ++round) {
    const std::size_t at = next() % damaged.size();
    const char before = damaged[at];
    damaged[at] = static_cast<char>(next() >> 24);
    read(damaged);
    damaged[at] = before;
  }
  return 0;
}
