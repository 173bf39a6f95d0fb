#include "catalog/prose_links.h"

#include "catalog/html_tag.h"
#include "catalog/inline_text.h"
#include "catalog/link_kind.h"

namespace lamplight::catalog {

using markdown::Inline;
using markdown::InlineKind;

namespace {

void add(std::vector<ProseLink>& links, std::string label, std::string url) {
  ProseLink& link = links.emplace_back();
  link.kind = kind_of_link(label, url);
  link.label = std::move(label);
  if (!url.empty()) link.url = std::move(url);
}

}  // namespace

void read_prose_links(const markdown::Document& document, std::uint32_t begin, std::uint32_t end,
                      std::vector<ProseLink>& links) {
  std::string url;  // of the <a> that is open
  std::uint32_t opened = end;
  for (std::uint32_t i = begin; i < end; ++i) {
    const Inline& each = document.inlines[i];
    if (each.kind == InlineKind::Html) {
      const HtmlTag tag = read_html_tag(document.text(each.text));
      if (tag.name != "a") continue;
      if (opened < i) add(links, visible_text(document, opened, i, Images::Keep), std::move(url));
      url = tag.is_end ? std::string() : tag.attribute("href");
      opened = url.empty() ? end : i + 1;
    } else if (each.kind == InlineKind::Link || each.kind == InlineKind::Image) {
      add(links, visible_text(document, i + 1, each.end, Images::Keep),
          std::string(document.text(each.url)));
      i = each.end - 1;
    }
  }
  if (opened < end) add(links, visible_text(document, opened, end, Images::Keep), std::move(url));
}

std::string joined_labels(const std::vector<ProseLink>& links) {
  std::string text;
  for (const ProseLink& link : links) {
    if (!text.empty() && !link.label.empty()) text.push_back(' ');
    text.append(link.label);
  }
  return text;
}

}  // namespace lamplight::catalog
