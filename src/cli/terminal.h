// Text for a terminal.
#pragma once

#include <string>
#include <string_view>

namespace lamplight::cli {

enum class Color { Off, On };

namespace style {
inline constexpr std::string_view bold = "\x1b[1m";
inline constexpr std::string_view dim = "\x1b[2m";
inline constexpr std::string_view marked = "\x1b[30;43m";
inline constexpr std::string_view added = "\x1b[32m";
inline constexpr std::string_view removed = "\x1b[31m";
inline constexpr std::string_view plain = "\x1b[0m";
}  // namespace style

// Collects text; the styles are left out without colour. Control characters of the texts are left
// out always, C1 controls among them, so that no list can steer the terminal.
class TerminalText {
 public:
  explicit TerminalText(Color color) : color_(color) {}

  [[nodiscard]] Color color() const { return color_; }
  void text(std::string_view value);
  void styled(std::string_view value, std::string_view style);
  void end_line() { out_ += '\n'; }
  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  const Color color_;
  std::string out_;
};

}  // namespace lamplight::cli
