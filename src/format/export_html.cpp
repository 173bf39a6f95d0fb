// The page of a site without its looks: no style, no script, no element.
#include <cstdint>

#include "format/html_writer.h"
#include "format/page_writer.h"
#include "lamplight/format.h"

namespace lamplight {

std::string to_html(const Catalog& catalog) {
  const Profile profile = default_profile(catalog);
  SitePage page;
  page.catalog = &catalog;
  page.profile = &profile;
  std::string text;
  format::HtmlWriter out(text);
  out.raw(
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
  out.text(format::page_title(page));
  out.raw("</title>\n</head>\n<body>\n");
  const format::PageOutline outline(catalog, profile);
  const format::PagePlan plan(outline, SIZE_MAX, SIZE_MAX);
  format::append_page_body(text, {page, outline, plan});
  out.raw("</body>\n</html>\n");
  return text;
}

}  // namespace lamplight
