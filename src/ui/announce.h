// Announce: what was done is said once, in words, to those who do not see it done.
#pragma once

#include <string>

#include "ui/frame.h"

namespace lamplight::ui {

// What was said last; what has changed since is new.
struct Announced {
  bool is_set = false;
  std::string work;
  std::string passed;  // the arrows came by it: the focus says it already
  std::string list;    // "Mar 2024"
  app::SortKeys sort;
  std::size_t saved = 0;
};

// Opening, saving, sorting, another list: a sentence for the live region.
void announce(Announced& before, app::Session& session, Outbox& out);

}  // namespace lamplight::ui
