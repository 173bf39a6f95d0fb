// Bullets below bullets: attributes of the entry above, or entries of their own.
#include "catalog/attributes.h"
#include "catalog/builder.h"

namespace lamplight::catalog {

using markdown::Block;
using markdown::BlockKind;

// Whether one of the bullets below the item is an entry.
bool Builder::has_entries_below(std::uint32_t index) const {
  for (std::uint32_t i = index + 1; i < run_->blocks[index].end; ++i) {
    if (run_->blocks[i].kind != BlockKind::Item) continue;
    Entry each;
    read_item(i, each);
    if (role_of(each) == Role::Entry) return true;
  }
  return false;
}

// Takes what the bullets below say of the entry: all of them where none is an entry, else those
// that are surely attributes. They are judged together: where one says something without a link,
// so do those with a key; and words below an entry that has a link are hardly ever an entry.
void Builder::read_attributes(std::uint32_t index, Entry& entry) {
  const std::uint32_t end = run_->blocks[index].end;
  struct Below {
    std::uint32_t item = 0;
    Role role = Role::Words;
  };
  std::vector<Below> below;
  std::size_t entries = 0;
  std::size_t attributes = 0;
  std::size_t words = 0;
  for (std::uint32_t child = index + 1; child < end; child = run_->blocks[child].end) {
    if (run_->blocks[child].kind != BlockKind::List) continue;
    const std::uint32_t list_end = run_->blocks[child].end;
    for (std::uint32_t item = child + 1; item < list_end; item = run_->blocks[item].end) {
      Entry each;
      read_item(item, each);
      below.push_back({item, role_of(each)});
      Role& role = below.back().role;
      const bool may_be_label = role == Role::Words || role == Role::Keyed;
      if (may_be_label && has_entries_below(item)) role = Role::Entry;
      if (role == Role::Words) ++words;
      if (below.back().role == Role::Entry) ++entries;
      if (below.back().role == Role::Attribute) ++attributes;
    }
  }
  if (below.empty()) return;
  const bool takes_keyed = attributes + words > 0 || (entries == 0 && !entry.links.empty());
  const bool takes_words = !entry.links.empty() || (entries == 0 && attributes > 0);
  for (const Below& each : below) {
    const bool is_taken = each.role == Role::Attribute ||
                          (each.role == Role::Words && takes_words) ||
                          (each.role == Role::Keyed && takes_keyed);
    if (!is_taken) continue;
    is_taken_[each.item] = 1;
    // With all that stands below it in turn.
    for (std::uint32_t i = each.item; i < run_->blocks[each.item].end; ++i) {
      if (run_->blocks[i].kind != BlockKind::Item) continue;
      Entry part;
      read_item(i, part);
      add_attribute(part, entry);
    }
  }
}

}  // namespace lamplight::catalog
