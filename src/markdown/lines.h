// Lines: the text made fit for the parser, line by line, so that every line keeps its number.
// For src/markdown only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "markdown/markdown.h"
#include "markdown/notices.h"

namespace lamplight::markdown {

class Lines {
 public:
  explicit Lines(std::string_view text);

  // The next line with its line end, valid until the next call: bytes that are no UTF-8 replaced,
  // emptied when over-long, without the markers that nest too deep. Empty after the last line.
  [[nodiscard]] std::string_view next(Notices& notices);

  // How many lines were given.
  [[nodiscard]] int number() const { return first_ - 1 + static_cast<int>(begins_.size()); }
  // Where the next line begins, in bytes.
  [[nodiscard]] std::size_t offset() const { return next_; }
  // A given line as it stands in the text, empty once it is forgotten.
  [[nodiscard]] std::string_view source(int line) const;
  [[nodiscard]] Place place(int line) const { return {line, begin(line)}; }
  // Lines before this one are not asked for any more.
  void forget_before(int line);
  // Goes on with the line at `place`.
  void go_to(Place place);

 private:
  [[nodiscard]] std::uint32_t begin(int line) const;
  std::string_view prepare(std::string_view line, std::string_view end, Notices& notices);
  std::string_view replace(std::string_view line, std::string_view end);

  std::string_view text_;
  bool is_ascii_only_ = false;
  bool has_returns_ = false;
  std::size_t next_ = 0;               // byte offset of the next line
  int first_ = 1;                      // the line of begins_[0]
  std::vector<std::uint32_t> begins_;  // byte offsets of the lines that are remembered
  std::string changed_;                // a line that is not as in the text
};

}  // namespace lamplight::markdown
