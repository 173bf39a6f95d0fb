// Semantic tree: what a frame shows, as roles, names, values and rectangles. The web side lays it
// over the canvas as real DOM; tests assert on it.
//
// A frame appends nodes in reading order (= focus order). `parent` is an index into the same
// array and always smaller than the node's own index; -1 is the root. Rectangles are CSS px from
// the canvas's top left corner, except inside a Scroller: there they are from the top left corner
// of the scroller's content, so that scrolling moves no node.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lamplight::ui {

enum class Role : std::uint8_t {
  Group,
  Banner,
  Search,
  Navigation,
  Main,
  Complementary,
  ContentInfo,  // landmarks
  Scroller,     // a region that scrolls; content_height and scroll_y are set, and the same for x
                // where it scrolls sideways; level 1: the rows of a Grid
  List,
  ListItem,
  Heading,
  Text,  // one drawn run of one line: selectable, transparent
  Link,  // real <a href>; url set
  Button,
  Checkbox,
  Tab,
  TabList,
  Select,        // native <select>; options in `options`
  SearchBox,     // native <input type=search>; value = text, label = accessible name; a combobox:
                 // options: hint, and while expanded the ids of its ListBox and active Option ("")
  Slider,        // one end of a range; value: number, options: least and most, and its text
  Status,        // polite live region
  Image,         // drawn picture with a label: what it says in words
  ListBox,       // of the SearchBox; the focus stays there
  Option,        // selected: the active one
  ProgressBar,   // value: percent
  TabPanel,      // what the selected Tab shows
  Grid,          // a list or a table; set_size: rows with the header, level: columns
  Row,           // of a Grid; position_in_set: from 1, a table's header
  ColumnHeader,  // position_in_set: column; value: "ascending", "descending" or "", how it sorts
  GridCell,      // position_in_set: column
  Dialog,        // over all else; keeps the focus in it
  Menu,
  MenuItem,   // flag_checked or flag_unchecked: can be chosen
  Meter,      // a drawn quantity; value: number, options: least and most, and its text
  Separator,  // to drag, for the pointer alone
};

enum class FontFace : std::uint8_t { Regular, Medium, Bold, Mono };

// Node::flags
inline constexpr std::uint32_t flag_selected = 1u << 0;
inline constexpr std::uint32_t flag_checked = 1u << 1;
inline constexpr std::uint32_t flag_expanded = 1u << 2;
inline constexpr std::uint32_t flag_collapsed = 1u << 3;  // can be expanded
inline constexpr std::uint32_t flag_disabled = 1u << 4;
inline constexpr std::uint32_t flag_current = 1u << 5;     // aria-current
inline constexpr std::uint32_t flag_decorative = 1u << 6;  // aria-hidden (a label that repeats)
inline constexpr std::uint32_t flag_activates = 1u << 7;   // a click is sent to activate()
inline constexpr std::uint32_t flag_in_page = 1u << 8;     // Link to a state of this page ("#...")
// Of what the arrows move among (Tab, ColumnHeader, GridCell, MenuItem, and what stands in a
// GridCell): the one of them that the Tab key stops at.
inline constexpr std::uint32_t flag_tab_stop = 1u << 9;
inline constexpr std::uint32_t flag_unchecked = 1u << 10;  // MenuItem: can be checked, and is not
inline constexpr std::uint32_t flag_many = 1u << 11;       // Grid: several rows can be selected
// Text that is not plain (base/text_kind.h): where it begins, apart from what stands beside it.
inline constexpr std::uint32_t flag_from_left = 1u << 12;
inline constexpr std::uint32_t flag_from_right = 1u << 13;

struct Rect {
  float x = 0, y = 0, w = 0, h = 0;
  bool operator==(const Rect&) const = default;
};

struct Node {
  std::uint32_t id = 0;  // stable while the thing is the same: made of role and key, see Recorder
  std::int32_t parent = -1;
  Role role = Role::Group;
  FontFace face = FontFace::Regular;
  std::uint8_t level = 0;  // Heading; columns of a Grid
  std::uint32_t flags = 0;
  Rect rect;
  float font_size = 0;               // Text and things with a drawn label, CSS px
  std::int32_t set_size = 0;         // aria-setsize, aria-rowcount; 0: none
  std::int32_t position_in_set = 0;  // aria-posinset, aria-rowindex, aria-colindex; 1-based
  float content_height = 0;          // Scroller
  float scroll_y = 0;                // Scroller
  float content_width = 0;           // Scroller; 0: does not scroll sideways
  float scroll_x = 0;                // Scroller
  std::string label;                 // accessible name, or the text of a Text
  std::string value;                 // SearchBox text, Select chosen id, Slider "2020..2022", ...
  std::string url;                   // Link
  std::vector<std::string> options;  // Select: id, title, id, title, ...
  bool operator==(const Node&) const = default;
};

struct Tree {
  std::vector<Node> nodes;
  std::uint64_t version = 0;  // grows when the nodes differ from the last frame's

  [[nodiscard]] const Node* find(Role role, std::string_view label) const;
  [[nodiscard]] const Node* find_id(std::uint32_t id) const;
  // What `node`, one of these, stands in; null for what stands in nothing.
  [[nodiscard]] const Node* find_parent(const Node& node) const {
    return node.parent < 0 ? nullptr : &nodes[static_cast<std::size_t>(node.parent)];
  }
  [[nodiscard]] std::vector<const Node*> find_all(Role role) const;
  // Text of all Text nodes below `node`, joined by blanks.
  [[nodiscard]] std::string text_below(const Node& node) const;
  // Aborts when ids repeat, a parent comes later, or a rectangle is not finite.
  void check() const;
};

// Collects the nodes of a frame.
class Recorder {
 public:
  void begin_frame();
  // Opens a node that holds others; `key` is unique among its siblings of that role, and empty
  // for one that is known by its position among its siblings. The reference is valid till the next
  // call.
  Node& open(Role role, std::string_view key);
  // Closes the node opened last and returns it, for what is only known at its end.
  Node& close();
  Node& leaf(Role role, std::string_view key);
  // Ends the frame; true when the tree differs from the former one.
  bool end_frame();
  // The nodes before those of tree(), as long as end_frame() said that they differ.
  [[nodiscard]] const std::vector<Node>& former() const { return building_; }
  // A node of this frame, for what a later part of the screen tells about it; null: none.
  [[nodiscard]] Node* find_recorded(std::uint32_t id);
  [[nodiscard]] const Tree& tree() const { return tree_; }
  [[nodiscard]] std::uint32_t open_id() const;

 private:
  Tree tree_;
  std::vector<Node> building_;
  std::vector<std::int32_t> stack_;
  std::vector<std::uint32_t> child_counts_;  // of the open nodes
  std::vector<std::uint32_t> used_ids_;      // open addressing, a power of two; 0 is free
  std::size_t used_count_ = 0;

  bool take_id(std::uint32_t id);
};

}  // namespace lamplight::ui
