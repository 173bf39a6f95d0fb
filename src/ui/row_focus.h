// Row focus: which row of the list has the keyboard, or gets it with the next frame, and which
// link in that row. The list is one stop of the Tab key; the arrows move on from here.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "ui/row_heights.h"

namespace lamplight::ui {

// A link in a row: 0 opens the work, the others are the list's own.
struct RowLink {
  std::uint32_t node = 0;
  std::size_t row = no_row;
  std::size_t part = 0;
};

struct RowFocus {
  std::size_t row = no_row;
  std::size_t part = 0;
  std::uint32_t work = 0;      // of the row, to find it in another result
  bool is_wanted = false;      // the keyboard is to go there as soon as it is drawn
  std::vector<RowLink> drawn;  // in the last frame
  std::size_t stop = no_row;   // the row that the Tab key stops at

  // `no_row`: to the one that is brought into view.
  void go_to(std::size_t to_row, std::size_t to_part) {
    row = to_row;
    part = to_part;
    is_wanted = true;
  }
  // Whether the keyboard is in the list, or on its way there; `focus`: the node that has it.
  bool follow(std::uint32_t focus) {
    if (is_wanted) return row != no_row;
    for (const RowLink& link : drawn) {
      if (focus == 0 || link.node != focus) continue;
      row = link.row;
      part = link.part;
      return true;
    }
    return false;
  }
};

}  // namespace lamplight::ui
