#include "catalog/findings.h"

namespace lamplight::catalog {

void add_finding(Catalog& catalog, std::string_view rule, Level level, int line,
                 std::string message) {
  catalog.findings.push_back({std::string(rule), level, line, std::move(message)});
}

std::string quoted(std::string_view text) {
  std::size_t size = text.size();
  if (size > 60) {
    size = 60;
    while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) --size;
  }
  std::string out = "“";
  out.append(text.substr(0, size));
  if (size < text.size()) out.append("…");
  return out.append("”");
}

std::string counted(std::size_t count, std::string_view noun) {
  std::string out = std::to_string(count) + " ";
  out.append(noun);
  if (count != 1) out.push_back('s');
  return out;
}

}  // namespace lamplight::catalog
