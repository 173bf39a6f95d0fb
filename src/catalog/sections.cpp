#include "catalog/sections.h"

#include "base/slug.h"

namespace lamplight::catalog {
bool SectionTree::add(int level, std::string title, int line) {
  const bool is_skipping = last_level_ > 0 ? level > last_level_ + 1 : level > 2;
  last_level_ = level;
  if (level == 1 && !has_title_ && sections_.empty()) {
    has_title_ = true;
    title_ = std::move(title);
    current_ = -1;
    return false;
  }
  while (!open_.empty() && sections_[static_cast<std::size_t>(open_.back())].level >= level) {
    open_.pop_back();
  }
  SectionDraft section;
  section.parent = open_.empty() ? -1 : open_.back();
  section.level = level;
  section.line = line;
  std::string path;
  if (section.parent >= 0) path = sections_[static_cast<std::size_t>(section.parent)].id + "/";
  const std::string slug = github_slug(title);
  path += slug.empty() ? "section" : slug;
  section.id = ids_.make(path);
  id_bytes_ += section.id.size();
  section.title = std::move(title);
  current_ = static_cast<int>(sections_.size());
  open_.push_back(current_);
  sections_.push_back(std::move(section));
  return is_skipping;
}

}  // namespace lamplight::catalog
