// ExactText: a copy of a text in a buffer of exactly its size, so that a sanitizer sees a read of
// one byte too far.
#pragma once

#include <cstring>
#include <memory>
#include <string_view>

namespace lamplight::test {

class ExactText {
 public:
  explicit ExactText(std::string_view text) : bytes_(new char[text.size()]), size_(text.size()) {
    if (!text.empty()) std::memcpy(bytes_.get(), text.data(), text.size());
  }
  [[nodiscard]] std::string_view view() const { return {bytes_.get(), size_}; }

 private:
  std::unique_ptr<char[]> bytes_;
  std::size_t size_;
};

}  // namespace lamplight::test
