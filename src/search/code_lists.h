// CodeLists: lists of numbers by code, in two allocations.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace lamplight::search {

class CodeLists {
 public:
  struct Range {
    const std::uint32_t* first;
    const std::uint32_t* last;
    [[nodiscard]] const std::uint32_t* begin() const { return first; }
    [[nodiscard]] const std::uint32_t* end() const { return last; }
  };
  [[nodiscard]] std::size_t size() const { return starts_.size() - 1; }
  [[nodiscard]] Range operator[](std::size_t code) const {
    return {entries_.data() + starts_[code], entries_.data() + starts_[code + 1]};
  }
  // Adds a code whose list has yet to be pushed.
  void push(std::uint32_t entry) { entries_.push_back(entry); }
  void end_list() { starts_.push_back(static_cast<std::uint32_t>(entries_.size())); }
  [[nodiscard]] std::size_t bytes() const {
    return (starts_.capacity() + entries_.capacity()) * sizeof(std::uint32_t);
  }

 private:
  std::vector<std::uint32_t> starts_ = {0};
  std::vector<std::uint32_t> entries_;
};

}  // namespace lamplight::search
