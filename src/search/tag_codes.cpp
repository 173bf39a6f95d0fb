#include "search/tag_codes.h"

#include <algorithm>

#include "lamplight/tags.h"

namespace lamplight::search {

std::uint32_t TagCodes::code_of(const Catalog& catalog, const Work& work) {
  found_.clear();
  for (const WorkTag& tag : tags_of(catalog, work)) {
    std::string name = std::string(tag.column) + '\n' + std::string(tag.text);
    const std::uint32_t spelling = spellings_.add(name);
    if (spelling == spelling_list_.size()) {
      TagValue value{tag_facet(tag), tag_key(tag.text), tag.text};
      const std::uint32_t number = values_.add(value.facet + '\n' + value.key);
      if (number == value_list_.size()) value_list_.push_back(std::move(value));
      spelling_list_.push_back({number, 0, tag.text});
    }
    ++spelling_list_[spelling].works;
    found_.push_back(spelling_list_[spelling].value);
  }
  std::sort(found_.begin(), found_.end());
  found_.erase(std::unique(found_.begin(), found_.end()), found_.end());
  const std::uint32_t code = sets_.add(
      {reinterpret_cast<const char*>(found_.data()), found_.size() * sizeof(std::uint32_t)});
  if (code == lists_.size()) {
    for (const std::uint32_t value : found_) lists_.push(value);
    lists_.end_list();
  }
  return code;
}

std::vector<TagValue> TagCodes::take_values() {
  std::vector<std::uint32_t> most(value_list_.size(), 0);
  for (const Spelling& spelling : spelling_list_) {
    if (spelling.works <= most[spelling.value]) continue;
    most[spelling.value] = spelling.works;
    value_list_[spelling.value].title = spelling.text;
  }
  return std::move(value_list_);
}

}  // namespace lamplight::search
