// LineOrder: the order in which a catalog's sections, listings, prose and findings stand, each for
// itself, whatever they are read from: lines begin with 1 and never go back.
//
//     LineOrder order;
//     for (const Section& section : sections) {
//       if (!order.takes(section.line)) return error(LineOrder::fault);
//     }
#pragma once

namespace lamplight {

class LineOrder {
 public:
  static constexpr const char* fault = "lines are out of order";

  // False: the line cannot come after the one that was taken last, and is not taken.
  [[nodiscard]] bool takes(int line) {
    if (line < last_) return false;
    last_ = line;
    return true;
  }

 private:
  int last_ = 1;
};

}  // namespace lamplight
