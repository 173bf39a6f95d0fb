#include "base/bidi.h"

#include <algorithm>
#include <iterator>

namespace lamplight {
namespace {

// Opening and closing, in turn.
constexpr char32_t brackets[] = {'(',    ')',    '[',    ']',    '{',    '}',    0x3008,
                                 0x3009, 0x300A, 0x300B, 0x300C, 0x300D, 0x300E, 0x300F,
                                 0x3010, 0x3011, 0x3014, 0x3015, 0xFF08, 0xFF09};
// Mirrored, and no brackets.
constexpr char32_t arrows[] = {'<', '>', 0xAB, 0xBB, 0x2039, 0x203A, 0x2264, 0x2265};

template <std::size_t size>
std::size_t find_in(const char32_t (&signs)[size], char32_t c) {
  return static_cast<std::size_t>(std::find(std::begin(signs), std::end(signs), c) -
                                  std::begin(signs));
}

TextKind class_of(TextKind kind) {
  switch (kind) {
    case TextKind::Shaped:
    case TextKind::Unspaced:
      return TextKind::Left;
    case TextKind::Mark:
    case TextKind::Regional:
      return TextKind::Neutral;
    default:
      return kind;
  }
}

// Left, Right or, for what is neither, Neutral.
TextKind side_of(TextKind kind) {
  switch (kind) {
    case TextKind::Left:
      return TextKind::Left;
    case TextKind::Right:
    case TextKind::Number:
    case TextKind::ArabicNumber:
      return TextKind::Right;
    default:
      return TextKind::Neutral;
  }
}

class Resolver {
 public:
  Resolver(const std::vector<BidiPart>& parts, bool is_rtl)
      : parts_(parts), base_(is_rtl ? TextKind::Right : TextKind::Left), kinds_(parts.size()) {}

  std::vector<std::uint8_t> levels() {
    resolve_strong();
    resolve_numbers();
    resolve_brackets();
    resolve_neutrals();
    std::vector<std::uint8_t> levels;
    levels.reserve(kinds_.size());
    for (const TextKind kind : kinds_) {
      // I1, I2.
      const bool is_left = kind == TextKind::Left;
      levels.push_back(kind == TextKind::Right ? 1 : is_left && base_ == TextKind::Left ? 0 : 2);
    }
    return levels;
  }

 private:
  // W2, W3.
  void resolve_strong() {
    TextKind strong = base_;
    for (std::size_t i = 0; i < kinds_.size(); ++i) {
      TextKind kind = class_of(parts_[i].kind);
      if (kind == TextKind::Left || kind == TextKind::Right || kind == TextKind::Arabic) {
        strong = kind;
      }
      if (kind == TextKind::Hidden) kind = i == 0 ? TextKind::Neutral : kinds_[i - 1];
      if (kind == TextKind::Number && strong == TextKind::Arabic) kind = TextKind::ArabicNumber;
      kinds_[i] = kind == TextKind::Arabic ? TextKind::Right : kind;
    }
  }

  // W4 to W7.
  void resolve_numbers() {
    for (std::size_t i = 1; i + 1 < kinds_.size(); ++i) {
      const TextKind around = kinds_[i - 1];
      if (kinds_[i + 1] != around) continue;
      const bool joins = around == TextKind::Number
                             ? kinds_[i] == TextKind::Sign || kinds_[i] == TextKind::Separator
                             : around == TextKind::ArabicNumber && kinds_[i] == TextKind::Separator;
      if (joins) kinds_[i] = around;
    }
    TextKind strong = base_;
    for (std::size_t i = 0; i < kinds_.size(); ++i) {
      TextKind& kind = kinds_[i];
      if (kind == TextKind::Terminator) {
        std::size_t end = i;
        while (end < kinds_.size() && kinds_[end] == TextKind::Terminator) ++end;
        const bool is_before = end < kinds_.size() && kinds_[end] == TextKind::Number;
        const bool is_behind = i > 0 && was_number_;
        std::fill(kinds_.begin() + static_cast<std::ptrdiff_t>(i),
                  kinds_.begin() + static_cast<std::ptrdiff_t>(end),
                  is_before || is_behind ? TextKind::Number : TextKind::Neutral);
      }
      if (kind == TextKind::Sign || kind == TextKind::Separator) kind = TextKind::Neutral;
      if (kind == TextKind::Left || kind == TextKind::Right) strong = kind;
      was_number_ = kind == TextKind::Number;
      if (was_number_ && strong == TextKind::Left) kind = TextKind::Left;
    }
  }

  // N0.
  void resolve_brackets() {
    struct Pair {
      std::size_t open, close;
    };
    std::vector<Pair> pairs;
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < kinds_.size(); ++i) {
      if (kinds_[i] != TextKind::Neutral) continue;
      const std::size_t sign = find_in(brackets, parts_[i].c);
      if (sign == std::size(brackets)) continue;
      if (sign % 2 == 0) {
        constexpr std::size_t most_open = 63;  // BD16
        if (open.size() == most_open) break;
        open.push_back(i);
        continue;
      }
      for (std::size_t at = open.size(); at > 0; --at) {
        if (parts_[open[at - 1]].c != brackets[sign - 1]) continue;
        pairs.push_back({open[at - 1], i});
        open.resize(at - 1);
        break;
      }
    }
    std::sort(pairs.begin(), pairs.end(),
              [](const Pair& a, const Pair& b) { return a.open < b.open; });
    for (const auto& [first, last] : pairs) {
      TextKind inside = TextKind::Neutral;
      for (std::size_t i = first + 1; i < last && inside != base_; ++i) {
        if (side_of(kinds_[i]) != TextKind::Neutral) inside = side_of(kinds_[i]);
      }
      if (inside == TextKind::Neutral) continue;
      if (inside != base_) {
        TextKind before = base_;
        for (std::size_t i = first; i > 0; --i) {
          if (side_of(kinds_[i - 1]) == TextKind::Neutral) continue;
          before = side_of(kinds_[i - 1]);
          break;
        }
        if (before != inside) inside = base_;
      }
      kinds_[first] = kinds_[last] = inside;
    }
  }

  // N1, N2.
  void resolve_neutrals() {
    TextKind before = base_;
    for (std::size_t i = 0; i < kinds_.size();) {
      if (side_of(kinds_[i]) != TextKind::Neutral) {
        before = side_of(kinds_[i++]);
        continue;
      }
      std::size_t end = i;
      while (end < kinds_.size() && side_of(kinds_[end]) == TextKind::Neutral) ++end;
      const TextKind after = end < kinds_.size() ? side_of(kinds_[end]) : base_;
      for (; i < end; ++i) kinds_[i] = before == after ? before : base_;
    }
  }

  const std::vector<BidiPart>& parts_;
  TextKind base_;
  std::vector<TextKind> kinds_;
  bool was_number_ = false;
};

}  // namespace

bool begins_from_right(const std::vector<BidiPart>& parts) {
  for (const BidiPart& part : parts) {
    const TextKind kind = class_of(part.kind);
    if (kind == TextKind::Left) return false;
    if (kind == TextKind::Right || kind == TextKind::Arabic) return true;
  }
  return false;
}

std::vector<std::uint8_t> bidi_levels(const std::vector<BidiPart>& parts, bool is_rtl) {
  return Resolver(parts, is_rtl).levels();
}

std::vector<std::uint32_t> visual_order(const std::uint8_t* levels, std::size_t count) {
  std::vector<std::uint32_t> order(count);
  for (std::size_t i = 0; i < count; ++i) order[i] = static_cast<std::uint32_t>(i);
  // The levels here are 0, 1 and 2.
  for (const std::uint8_t level : {std::uint8_t{2}, std::uint8_t{1}}) {
    for (std::size_t i = 0; i < count;) {
      std::size_t end = i;
      while (end < count && levels[order[end]] >= level) ++end;
      std::reverse(order.begin() + static_cast<std::ptrdiff_t>(i),
                   order.begin() + static_cast<std::ptrdiff_t>(end));
      i = end + 1;
    }
  }
  return order;
}

char32_t mirrored(char32_t c) {
  const std::size_t bracket = find_in(brackets, c);
  if (bracket < std::size(brackets)) return brackets[bracket ^ 1];
  const std::size_t arrow = find_in(arrows, c);
  return arrow < std::size(arrows) ? arrows[arrow ^ 1] : c;
}

}  // namespace lamplight
