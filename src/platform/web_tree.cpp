#include "platform/web_tree.h"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace lamplight::platform {
namespace {

struct PackedText {
  std::uint32_t offset;
  std::uint32_t length;
};

struct PackedNode {
  std::uint32_t id;
  std::int32_t parent;
  std::uint8_t role;
  std::uint8_t face;
  std::uint8_t level;
  std::uint8_t unused;
  std::uint32_t flags;
  float x, y, w, h;
  float font_size;
  std::int32_t set_size;
  std::int32_t position_in_set;
  float content_height;
  float scroll_y;
  float content_width;
  float scroll_x;
  PackedText label, value, url, options;
};
static_assert(sizeof(PackedNode) == 92);
static_assert(offsetof(PackedNode, flags) == 12 && offsetof(PackedNode, label) == 60);

struct PackedHeader {
  std::uint32_t count;
  std::uint32_t node_size;
  std::uint32_t strings_offset;
  std::uint32_t strings_length;
};

class Strings {
 public:
  PackedText add(std::string_view text) {
    const PackedText place{static_cast<std::uint32_t>(text_.size()),
                           static_cast<std::uint32_t>(text.size())};
    text_.append(text);
    return place;
  }
  PackedText add_options(const std::vector<std::string>& options) {
    PackedText place{static_cast<std::uint32_t>(text_.size()), 0};
    for (std::size_t i = 0; i < options.size(); ++i) {
      if (i > 0) text_.push_back('\0');
      text_.append(options[i]);
    }
    place.length = static_cast<std::uint32_t>(text_.size()) - place.offset;
    return place;
  }
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  std::string text_;
};

PackedNode pack_node(const ui::Node& node, Strings& strings) {
  PackedNode packed{};
  packed.id = node.id;
  packed.parent = node.parent;
  packed.role = static_cast<std::uint8_t>(node.role);
  packed.face = static_cast<std::uint8_t>(node.face);
  packed.level = node.level;
  packed.flags = node.flags;
  packed.x = node.rect.x;
  packed.y = node.rect.y;
  packed.w = node.rect.w;
  packed.h = node.rect.h;
  packed.font_size = node.font_size;
  packed.set_size = node.set_size;
  packed.position_in_set = node.position_in_set;
  packed.content_height = node.content_height;
  packed.scroll_y = node.scroll_y;
  packed.content_width = node.content_width;
  packed.scroll_x = node.scroll_x;
  packed.label = strings.add(node.label);
  packed.value = strings.add(node.value);
  packed.url = strings.add(node.url);
  packed.options = strings.add_options(node.options);
  return packed;
}

void append_effect(std::string& out, std::string_view kind, std::string_view first,
                   std::string_view second) {
  for (const std::string_view field : {kind, first, second}) {
    out.append(field);
    out.push_back('\0');
  }
}

}  // namespace

void pack_tree(const ui::Tree& tree, std::vector<unsigned char>& packed) {
  Strings strings;
  const std::size_t nodes_end = sizeof(PackedHeader) + tree.nodes.size() * sizeof(PackedNode);
  packed.resize(nodes_end);
  unsigned char* place = packed.data() + sizeof(PackedHeader);
  for (const ui::Node& node : tree.nodes) {
    const PackedNode one = pack_node(node, strings);
    std::memcpy(place, &one, sizeof one);
    place += sizeof one;
  }
  const PackedHeader header{static_cast<std::uint32_t>(tree.nodes.size()), sizeof(PackedNode),
                            static_cast<std::uint32_t>(nodes_end),
                            static_cast<std::uint32_t>(strings.text().size())};
  std::memcpy(packed.data(), &header, sizeof header);
  packed.insert(packed.end(), strings.text().begin(), strings.text().end());
}

std::string pack_effects(const std::vector<ui::Effect>& effects) {
  std::string out;
  for (const ui::Effect& effect : effects) {
    if (const auto* open = std::get_if<ui::OpenLink>(&effect)) {
      append_effect(out, "open", open->url, "");
    } else if (const auto* copy = std::get_if<ui::CopyText>(&effect)) {
      append_effect(out, "copy", copy->text, copy->said);
    } else if (const auto* focus = std::get_if<ui::FocusNode>(&effect)) {
      append_effect(out, "focus", std::to_string(focus->id), "");
    } else if (const auto* say = std::get_if<ui::Say>(&effect)) {
      append_effect(out, "say", say->text, "");
    }
  }
  return out;
}

}  // namespace lamplight::platform
