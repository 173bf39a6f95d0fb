#include "catalog/inline_text.h"

#include "base/text.h"

namespace lamplight::catalog {

using markdown::Inline;
using markdown::InlineKind;

bool is_line_break_tag(std::string_view html) {
  return html.size() >= 3 && equals_ignoring_ascii_case(html.substr(0, 3), "<br");
}

void append_visible(const markdown::Document& document, std::uint32_t begin, std::uint32_t end,
                    Images images, std::string& out) {
  for (std::uint32_t i = begin; i < end; ++i) {
    const Inline& each = document.inlines[i];
    switch (each.kind) {
      case InlineKind::Text:
      case InlineKind::Code:
        out.append(document.text(each.text));
        break;
      case InlineKind::SoftBreak:
      case InlineKind::HardBreak:
        out.push_back(' ');
        break;
      case InlineKind::Html:
        if (is_line_break_tag(document.text(each.text))) out.push_back(' ');
        break;
      case InlineKind::Image:
        if (images == Images::Leave) i = each.end - 1;
        break;
      default:
        break;  // emphasis and links: what they hold comes next
    }
  }
}

std::string visible_text(const markdown::Document& document, std::uint32_t begin, std::uint32_t end,
                         Images images) {
  std::string text;
  append_visible(document, begin, end, images, text);
  squeeze(text);
  normalize(text);
  return text;
}

}  // namespace lamplight::catalog
