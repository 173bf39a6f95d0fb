#include "markdown/notices.h"

#include "base/sort.h"

namespace lamplight::markdown {

void Notices::add(Notice notice) {
  Count& count = counts_[static_cast<std::size_t>(notice.kind)];
  if (notice.line <= count.last_line) return;
  count.last_line = notice.line;
  if (count.told == max_notices) {
    ++count.left_out;
    return;
  }
  ++count.told;
  notices_.push_back(std::move(notice));
}

std::vector<Notice> Notices::take() {
  sort_stably(notices_, [](const Notice& a, const Notice& b) { return a.line < b.line; });
  return std::exchange(notices_, {});
}

}  // namespace lamplight::markdown
