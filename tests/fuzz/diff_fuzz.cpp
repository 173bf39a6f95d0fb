// Fuzz target: two lists, parted by a line of five equals signs (or the first half of the bytes and
// all of them), compared both ways, one through every writer.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "cli/diff_text.h"
#include "lamplight/format.h"

namespace {

using lamplight::Catalog;
using lamplight::Diff;

void require(bool holds) {
  if (!holds) std::abort();
}

void write_all(const Diff& diff) {
  const lamplight::DiffNames names{"2023", "2024"};
  require(!lamplight::to_json(diff, names).empty());
  require(!lamplight::to_markdown(diff, names).empty());
  require(lamplight::to_atom(diff, "2024").is_ok());
  require(!lamplight::cli::diff_text(diff, names, lamplight::cli::Color::On).empty());
}

void compare(const Catalog& a, const Catalog& b) {
  const Diff there = lamplight::diff_catalogs(a, b);
  const Diff back = lamplight::diff_catalogs(b, a);
  require(there.counts.added == back.counts.removed && there.counts.removed == back.counts.added);
  require(there.counts.moved == back.counts.moved && there.counts.edited == back.counts.edited);
  require(there.counts.unchanged == back.counts.unchanged);
  require(there.counts.sections_renamed == back.counts.sections_renamed);
  require(there.empty() == back.empty() && there.prose.size() == back.prose.size());
  require(lamplight::diff_catalogs(b, b).empty());
  write_all(there);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  constexpr std::string_view border = "\n=====\n";
  const std::size_t at = text.find(border);
  const bool is_parted = at != std::string_view::npos;
  const auto a = lamplight::parse_catalog(text.substr(0, is_parted ? at : size / 2));
  const auto b = lamplight::parse_catalog(is_parted ? text.substr(at + border.size()) : text);
  if (a.is_ok() && b.is_ok()) compare(*a.value_if(), *b.value_if());
  return 0;
}
