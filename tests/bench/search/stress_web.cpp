// The web module with one export more: it fills itself with works. As Markdown a million of them
// would have to come through the page and take 4 GB to parse.
//
// The page's session is known to that one file alone, so this takes its place.
#include <utility>

#include "catalog_maker.h"
#include "flagship.h"
#include "platform/web.cpp"
#include "stress_list.h"

extern "C" {

// Shows the first `works` works of the stress list, as the newest snapshot.
EMSCRIPTEN_KEEPALIVE const lamplight_response* lamplight_stress_load(std::uint32_t works) {
  bench::CatalogMaker maker;
  maker.reserve(works);
  {
    bench::StressList list(bench::flagship_entries(), 1);
    for (std::uint32_t i = 0; i < works; ++i) maker.add(list.next());
  }
  touched().session.add_catalog("2100-01-01", maker.take());
  return respond_ok();
}

}  // extern "C"
