#include "ui/focus.h"

#include <algorithm>
#include <limits>

namespace lamplight::ui {
namespace {

constexpr std::size_t nowhere = std::numeric_limits<std::size_t>::max();

std::size_t find(const std::vector<Node>& nodes, std::uint32_t id) {
  const auto found =
      std::find_if(nodes.begin(), nodes.end(), [&](const Node& node) { return node.id == id; });
  return found == nodes.end() ? nowhere : static_cast<std::size_t>(found - nodes.begin());
}

// The first node behind `nodes[at]` and all that stands in it.
std::size_t end_of(const std::vector<Node>& nodes, std::size_t at) {
  std::size_t end = at + 1;
  while (end < nodes.size() && nodes[end].parent >= static_cast<std::int32_t>(at)) ++end;
  return end;
}

}  // namespace

bool takes_focus(const std::vector<Node>& nodes, std::size_t at) {
  const Node& node = nodes[at];
  if ((node.flags & (flag_decorative | flag_disabled)) != 0) return false;
  const bool is_stop = (node.flags & flag_tab_stop) != 0;
  switch (node.role) {
    case Role::Link:
    case Role::Button: {
      const bool is_in_cell =
          node.parent >= 0 && nodes[static_cast<std::size_t>(node.parent)].role == Role::GridCell;
      return !is_in_cell || is_stop;
    }
    case Role::Checkbox:
    case Role::Select:
    case Role::SearchBox:
    case Role::Slider:
      return true;
    case Role::Tab:
    case Role::GridCell:
    case Role::ColumnHeader:
    case Role::MenuItem:
      return is_stop;
    default:
      return false;
  }
}

bool is_within(const Tree& tree, std::uint32_t node, std::uint32_t around) {
  if (node == 0 || around == 0) return false;
  for (const Node* at = tree.find_id(node); at != nullptr; at = tree.find_parent(*at)) {
    if (at->id == around) return true;
  }
  return false;
}

std::uint32_t find_heir(const std::vector<Node>& former, std::uint32_t lost, const Tree& now) {
  std::size_t at = find(former, lost);
  while (at != nowhere && former[at].parent >= 0) {
    const auto parent = static_cast<std::size_t>(former[at].parent);
    const std::size_t around = find(now.nodes, former[parent].id);
    if (around != nowhere) {
      // Behind the last of those before it that are still there.
      std::size_t begin = around + 1;
      for (std::size_t before = at; before > parent + 1; --before) {
        if (former[before - 1].parent != static_cast<std::int32_t>(parent)) continue;
        const std::size_t same = find(now.nodes, former[before - 1].id);
        if (same == nowhere) continue;
        begin = end_of(now.nodes, same);
        break;
      }
      const std::size_t end = end_of(now.nodes, around);
      for (std::size_t next = begin; next < end; ++next) {
        if (takes_focus(now.nodes, next)) return now.nodes[next].id;
      }
      for (std::size_t next = std::min(begin, end); next > around + 1; --next) {
        if (takes_focus(now.nodes, next - 1)) return now.nodes[next - 1].id;
      }
    }
    at = parent;
  }
  return 0;
}

}  // namespace lamplight::ui
