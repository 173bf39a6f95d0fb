// Notices: what had to be changed or left out, told once for each line. For src/markdown only.
#pragma once

#include <utility>
#include <vector>

#include "markdown/markdown.h"

namespace lamplight::markdown {

class Notices {
 public:
  // Left out where a line was told of before, as when it is read a second time; counted where there
  // are max_notices of the kind already. Lines of one kind must come in order.
  void add(Notice notice);
  // Those since the last call, by line.
  [[nodiscard]] std::vector<Notice> take();
  [[nodiscard]] std::size_t left_out(NoticeKind kind) const { return of(kind).left_out; }

 private:
  struct Count {
    int last_line = 0;
    std::size_t told = 0;
    std::size_t left_out = 0;
  };
  [[nodiscard]] const Count& of(NoticeKind kind) const {
    return counts_[static_cast<std::size_t>(kind)];
  }

  Count counts_[notice_kind_count];
  std::vector<Notice> notices_;
};

}  // namespace lamplight::markdown
