// Any bytes as a profile: read strictly, or refused with a sentence.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/assert.h"
#include "lamplight/profile.h"
#include "unit/search/exact_text.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace lamplight;
  const test::ExactText text(std::string_view(reinterpret_cast<const char*>(bytes), size));
  const Result<Profile> parsed = parse_profile(text.view());
  if (const Profile* profile = parsed.value_if()) {
    for (const Facet& facet : profile->facets) {
      LAMPLIGHT_VERIFY(!facet.id.empty() && facet.shown >= 0);
      for (const FacetValue& value : facet.values) LAMPLIGHT_VERIFY(!value.id.empty());
    }
  } else {
    LAMPLIGHT_VERIFY(!parsed.error().message.empty() && parsed.error().line >= 0);
  }
  return 0;
}
