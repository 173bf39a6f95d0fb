// Bullets below bullets: attributes of the entry above, or entries of their own.
#include "catalog/attributes.h"
#include "catalog/builder.h"

namespace lamplight::catalog {

using markdown::Block;
using markdown::BlockKind;

// Takes what the bullets below say of the entry: all of them where none is an entry, else those
// that are surely attributes.
void Builder::read_attributes(std::uint32_t index, Entry& entry) {
  const std::uint32_t end = run_->blocks[index].end;
  struct Below {
    std::uint32_t item = 0;
    Role role = Role::Words;
  };
  std::vector<Below> below;
  std::size_t entries = 0;
  std::size_t attributes = 0;
  for (std::uint32_t child = index + 1; child < end; child = run_->blocks[child].end) {
    if (run_->blocks[child].kind != BlockKind::List) continue;
    const std::uint32_t list_end = run_->blocks[child].end;
    for (std::uint32_t item = child + 1; item < list_end; item = run_->blocks[item].end) {
      Entry each;
      read_item(item, each);
      below.push_back({item, role_of(each)});
      if (below.back().role == Role::Entry) ++entries;
      if (below.back().role == Role::Attribute) ++attributes;
    }
  }
  if (below.empty()) return;
  const bool takes_words = entries == 0 && (attributes > 0 || !entry.links.empty());
  if (attributes == 0 && !takes_words) return;
  for (const Below& each : below) {
    if (each.role == Role::Entry || (each.role == Role::Words && !takes_words)) continue;
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
