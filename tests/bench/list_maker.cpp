#include "list_maker.h"

#include <cstdint>
#include <string_view>

namespace lamplight::bench {
namespace {

constexpr std::string_view words[] = {
    "protein", "structure",  "language", "model",     "clinical",    "image",   "segmentation",
    "graph",   "attention",  "large",    "efficient", "retrieval",   "surgery", "radiology",
    "report",  "generation", "learning", "molecular", "drug–target", "naïve",   "多模态",
    "Encoder", "benchmark",  "privacy",  "federated", "speech",      "vision",  "representation",
};
constexpr std::string_view labels[] = {"Paper", "Code", "Project", "paper", "Blog", "HuggingFace"};

class ListMaker {
 public:
  explicit ListMaker(std::size_t bytes) : wanted_(bytes) { list_.reserve(bytes + 4096); }

  std::string make() {
    list_ = "# A Large List\n\nMade for measuring; nothing of it is real.\n";
    for (int topic = 1; list_.size() < wanted_; ++topic) {
      list_ += "\n## Topic " + std::to_string(topic) + "\n";
      for (int area = 1; area <= 4; ++area) {
        list_ += "\n### Area " + std::to_string(area) + "\n\n";
        if (area == 4) {
          add_table();
        } else {
          if (area == 3) list_ += "**Group " + std::to_string(roll(9)) + "**:\n\n";
          const std::uint32_t count = 20 + roll(40);
          for (std::uint32_t i = 0; i < count; ++i) add_bullet();
        }
      }
    }
    return std::move(list_);
  }

 private:
  // xorshift: the standard's generators differ in their distributions from
  // library to library.
  std::uint32_t roll(std::uint32_t below) {
    seed_ ^= seed_ << 13;
    seed_ ^= seed_ >> 17;
    seed_ ^= seed_ << 5;
    return seed_ % below;
  }

  void add_title() {
    const std::uint32_t serial = ++count_;
    // Every fourth title was there before, as in the flagship.
    const std::uint32_t work = serial % 4 == 0 ? roll(serial) : serial;
    const std::uint32_t kept = seed_;
    seed_ = work * 2654435761u + 1;
    if (roll(2) == 0) list_ += "Net" + std::to_string(work) + ": ";
    const std::uint32_t length = 5 + roll(7);
    for (std::uint32_t i = 0; i < length; ++i) {
      if (i > 0) list_ += ' ';
      list_ += words[roll(std::size(words))];
    }
    list_ += " " + std::to_string(work);
    seed_ = kept;
  }

  void add_url() {
    const std::string serial = std::to_string(10000 + roll(90000));
    switch (roll(4)) {
      case 0:
        list_ += "https://arxiv.org/abs/2" + std::to_string(100 + roll(200)) + "." + serial;
        break;
      case 1:
        list_ += "https://github.com/owner" + serial + "/name" + serial;
        break;
      case 2:
        list_ += "https://www.nature.com/articles/s41586-021-0" + serial + "-2";
        break;
      default:
        list_ += "https://example.org/papers/" + serial + ".pdf";
    }
  }

  void add_bullet() {
    list_ += "- ";
    add_title();
    if (roll(16) == 0) list_ += "\nwrapped over two lines";
    for (std::uint32_t i = 0, count = 1 + roll(3); i < count; ++i) {
      list_ += " [[";
      list_ += labels[roll(std::size(labels))];
      list_ += "]](";
      add_url();
      list_ += ")";
    }
    list_ += "\n";
  }

  void add_table() {
    list_ += "| Dataset | Description |\n| --- | --- |\n";
    for (std::uint32_t i = 0, count = 4 + roll(8); i < count; ++i) {
      list_ += "| [";
      add_title();
      list_ += "](";
      add_url();
      list_ += ") | " + std::to_string(1 + roll(900)) + "K scans of " +
               std::to_string(1 + roll(90)) + " hospitals |\n";
    }
  }

  std::size_t wanted_;
  std::string list_;
  std::uint32_t seed_ = 2463534242u;
  std::uint32_t count_ = 0;
};

}  // namespace

std::string make_list(std::size_t bytes) { return ListMaker(bytes).make(); }

}  // namespace lamplight::bench
