// The one list of exporters. A new one: export_<name>.cpp, its declaration in lamplight/format.h,
// a line here, a test.
#include "lamplight/format.h"

namespace lamplight {

const std::vector<Exporter>& exporters() {
  static const std::vector<Exporter> all = {
      {"json", [](const Catalog& catalog) { return to_json(catalog); }},
      {"csv", to_csv},
      {"bibtex", [](const Catalog& catalog) { return to_bibtex(catalog); }},
      {"ris", to_ris},
      {"markdown", to_markdown},
      {"html", to_html},
  };
  return all;
}

}  // namespace lamplight
