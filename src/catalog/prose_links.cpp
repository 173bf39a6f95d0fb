#include "catalog/prose_links.h"

#include <algorithm>

#include "base/text.h"
#include "catalog/html_tag.h"
#include "catalog/inline_text.h"
#include "catalog/link_kind.h"
#include "catalog/recognise.h"

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

// Where the tag that begins at `open` ends, past its bracket; the end where none does.
std::size_t tag_end(std::string_view html, std::size_t open) {
  const bool is_comment = html.substr(open, 4) == "<!--";
  const std::size_t close = is_comment ? html.find("-->", open) : html.find('>', open);
  return close == std::string_view::npos ? html.size() : close + (is_comment ? 3 : 1);
}

// What is said by the HTML of a link: its text, else what its images stand for.
std::string html_label(std::string_view html) {
  std::string label = html_text(html);
  if (!label.empty()) return label;
  for (std::size_t open = html.find('<'); open != std::string_view::npos;) {
    const std::size_t end = tag_end(html, open);
    const HtmlTag tag = read_html_tag(html.substr(open, end - open));
    if (tag.name == "img") {
      if (std::string alternative = tag.attribute("alt"); !alternative.empty()) return alternative;
    }
    open = html.find('<', end);
  }
  return label;
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

void read_html_links(std::string_view html, std::vector<ProseLink>& links) {
  std::string url;
  std::size_t opened = 0;  // past the <a> that is open
  for (std::size_t open = html.find('<'); open != std::string_view::npos;) {
    const std::size_t end = tag_end(html, open);
    const HtmlTag tag = read_html_tag(html.substr(open, end - open));
    if (tag.name == "a") {
      if (!url.empty()) add(links, html_label(html.substr(opened, open - opened)), std::move(url));
      url = tag.is_end ? std::string() : tag.attribute("href");
      opened = end;
    }
    open = html.find('<', end);
  }
  if (!url.empty()) add(links, html_label(html.substr(opened)), std::move(url));
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
