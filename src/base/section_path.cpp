#include "base/section_path.h"

namespace lamplight {
namespace {

// Takes the first segment off `path`.
std::string_view take_segment(std::string_view& path) {
  const std::size_t slash = path.find('/');
  const std::string_view segment = path.substr(0, slash);
  path = slash == std::string_view::npos ? std::string_view() : path.substr(slash + 1);
  return segment;
}

}  // namespace

bool matches_section(std::string_view pattern, std::string_view path) {
  if (pattern.empty()) return false;
  while (!pattern.empty()) {
    if (path.empty()) return false;
    const std::string_view wanted = take_segment(pattern);
    const std::string_view found = take_segment(path);
    if (wanted != "*" && wanted != found) return false;
  }
  return true;
}

bool is_section(std::string_view pattern, std::string_view path) {
  while (!pattern.empty() && !path.empty()) {
    const std::string_view wanted = take_segment(pattern);
    const std::string_view found = take_segment(path);
    if (wanted != "*" && wanted != found) return false;
    if (pattern.empty() && path.empty()) return true;
  }
  return false;
}

}  // namespace lamplight
