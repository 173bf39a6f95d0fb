// Sitemap: the addresses of a site's pages for search engines (sitemaps.org). For src/format only.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace lamplight::format {

// As many as one file may name.
inline constexpr std::size_t max_sitemap_addresses = 50'000;

class Sitemap {
 public:
  Sitemap();
  // Whole addresses, as they are. Those beyond the limit are left out.
  void add(std::string_view address);
  // The file. Call once.
  [[nodiscard]] std::string finish();

 private:
  std::string text_;
  std::size_t size_ = 0;
};

}  // namespace lamplight::format
