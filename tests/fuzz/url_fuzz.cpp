// Any text as a URL's fragment: parsed, printed, and parsed again.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/state.h"
#include "base/assert.h"
#include "base/text.h"
#include "unit/search/exact_text.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace lamplight;
  static const std::vector<std::string> facets = {"kind", "family", "has", "year", "venue"};
  const test::ExactText text(std::string_view(reinterpret_cast<const char*>(bytes), size));
  const app::ParsedUrl parsed = app::parse_url(text.view(), facets);
  const std::string printed = app::print_url(parsed.state);
  const app::ParsedUrl again = app::parse_url(printed, facets);
  LAMPLIGHT_VERIFY(again.state == parsed.state);
  LAMPLIGHT_VERIFY(app::print_url(again.state) == printed);
  const app::ParsedUrl with_key = app::set_url_key(parsed.state, "family", text.view(), facets);
  LAMPLIGHT_VERIFY(app::set_url_key(with_key.state, "family", {}, facets).state ==
                   app::set_url_key(parsed.state, "family", {}, facets).state);
  LAMPLIGHT_VERIFY(is_valid_utf8(parsed.state.query) && is_valid_utf8(parsed.state.work));
  return 0;
}
