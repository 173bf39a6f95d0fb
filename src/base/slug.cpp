#include "base/slug.h"

#include "base/text.h"

namespace lamplight {

// GitHub keeps letters, digits, marks, '-' and '_', and every blank becomes its own '-'.
std::string github_slug(std::string_view heading) {
  std::string slug;
  slug.reserve(heading.size());
  for (std::size_t i = 0; i < heading.size();) {
    const CodePoint point = decode_utf8(heading, i);
    i += point.size;
    if (point.value == ' ') {
      slug.push_back('-');
    } else if (point.value == '-' || point.value == '_' || is_word_character(point.value)) {
      append_utf8(slug, to_lower(point.value));
    }
  }
  return slug;
}

}  // namespace lamplight
