#include "format/sitemap.h"

#include <utility>

#include "format/html_writer.h"

namespace lamplight::format {

Sitemap::Sitemap()
    : text_(
          "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
          "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n") {}

void Sitemap::add(std::string_view address) {
  if (++size_ > max_sitemap_addresses) return;
  HtmlWriter out(text_);
  out.raw("<url><loc>");
  out.text(address);
  out.raw("</loc></url>\n");
}

std::string Sitemap::finish() {
  text_ += "</urlset>\n";
  return std::move(text_);
}

}  // namespace lamplight::format
