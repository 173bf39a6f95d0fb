// Any bytes as the JSON of a catalog: as good a catalog as a parsed one, which survives being
// written and read again, or refused with a sentence.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/assert.h"
#include "lamplight/format.h"
#include "unit/search/exact_text.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace lamplight;
  const test::ExactText text(std::string_view(reinterpret_cast<const char*>(bytes), size));
  const Result<Catalog> read = catalog_from_json(text.view());
  const Catalog* catalog = read.value_if();
  if (catalog == nullptr) {
    LAMPLIGHT_VERIFY(!read.error().message.empty() && read.error().line >= 0);
    return 0;
  }
  catalog->check();
  const std::string written = to_json(*catalog);
  const Result<Catalog> again = catalog_from_json(written);
  LAMPLIGHT_VERIFY(again.is_ok());
  LAMPLIGHT_VERIFY(to_json(*again.value_if()) == written);
  return 0;
}
