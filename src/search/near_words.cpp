#include "search/near_words.h"

#include <algorithm>

#include "base/text.h"

namespace lamplight::search {
namespace {

constexpr std::size_t min_letters_for_one = 4;
constexpr std::size_t min_letters_for_two = 8;
// A longer one is no misspelt word.
constexpr std::size_t max_letters = 64;
constexpr std::uint32_t far = 0xFF;

bool is_digit(char32_t letter) { return letter >= '0' && letter <= '9'; }

// Goes through the sorted vocabulary as through a tree: what words have in common is compared once,
// and words whose beginning is too far off already are passed over together.
//
// Row d holds the distances of the first d letters of the word at hand to every beginning of the
// typed word.
class Walk {
 public:
  Walk(const Vocabulary& vocabulary, const std::vector<char32_t>& typed, std::uint32_t limit,
       bool with_longer)
      : vocabulary_(vocabulary),
        typed_(typed),
        limit_(limit),
        with_longer_(with_longer),
        width_(typed.size() + 1),
        deepest_(typed.size() + limit),
        rows_((deepest_ + 1) * width_),
        steps_(deepest_ + 1),
        letters_(deepest_ + 1) {
    for (const char32_t letter : typed) {
      if (is_digit(letter)) digits_.push_back(letter);
    }
    for (std::size_t i = 0; i < width_; ++i) rows_[i] = static_cast<std::uint8_t>(i);
    steps_[0].whole = digits_.empty() ? static_cast<std::uint32_t>(typed.size()) : far;
    steps_[0].is_alive = true;
  }

  std::vector<NearWord> run() {
    std::uint32_t word = 0;
    while (word < vocabulary_.size()) word = visit(word);
    return std::move(found_);
  }

 private:
  // What is known of a beginning of a word.
  struct Step {
    std::uint32_t end = 0;      // bytes
    std::uint32_t digits = 0;   // how many of the typed word's it has
    std::uint32_t whole = far;  // its distance, if it has all of them
    std::uint32_t best = far;   // the least one of its own beginnings and itself
    std::uint32_t least = 0;    // in its row
    bool is_alive = false;      // a longer word may still be near
  };

  // Looks at a word, and gives the next one to look at.
  std::uint32_t visit(std::uint32_t word) {
    const std::string_view text = vocabulary_.word(word);
    // What it shares with the former word is known.
    std::size_t shared = 0;
    std::size_t at = 0;
    while (shared < depth_) {
      const std::size_t end = steps_[shared + 1].end;
      if (end > text.size() || text.substr(at, end - at) != former_.substr(at, end - at)) break;
      at = end;
      ++shared;
    }
    former_ = text;
    depth_ = shared;
    while (at < text.size() && steps_[depth_].is_alive && depth_ < deepest_) {
      const CodePoint point = decode_utf8(text, at);
      at += point.size;
      descend(point.value, at);
    }
    const Step& last = steps_[depth_];
    const bool is_beginning_near = with_longer_ && last.best <= limit_;
    if (at == text.size()) {
      if (last.whole <= limit_) {
        found_.push_back({word, last.whole, false});
      } else if (is_beginning_near) {
        found_.push_back({word, last.best, true});
      }
      return word + 1;
    }
    // Nothing that begins like this is near as a whole.
    const std::uint32_t next = vocabulary_.skip_prefix(word, text.substr(0, last.end));
    for (; is_beginning_near && word < next; ++word) found_.push_back({word, last.best, true});
    return next;
  }

  // Adds a letter to the beginning at hand.
  void descend(char32_t letter, std::size_t end) {
    const Step& former = steps_[depth_];
    Step& step = steps_[++depth_];
    step = former;
    step.end = static_cast<std::uint32_t>(end);
    step.whole = far;
    step.is_alive = !is_digit(letter);
    if (is_digit(letter)) {
      if (former.digits == digits_.size() || digits_[former.digits] != letter) return;
      ++step.digits;
    }
    letters_[depth_] = letter;
    step.least = fill_row(letter);
    // Exchanging two neighbours reaches back by two rows.
    step.is_alive = step.least <= limit_ || former.least < limit_;
    if (step.digits == digits_.size()) step.whole = rows_[depth_ * width_ + width_ - 1];
    step.best = std::min(step.best, step.whole);
  }

  // The row of the depth at hand; gives the least of it.
  std::uint32_t fill_row(char32_t letter) {
    std::uint8_t* const row = &rows_[depth_ * width_];
    const std::uint8_t* const above = row - width_;
    row[0] = static_cast<std::uint8_t>(depth_);
    std::uint8_t least = row[0];
    for (std::size_t i = 1; i < width_; ++i) {
      const bool is_same = typed_[i - 1] == letter;
      int distance = std::min(std::min(above[i], row[i - 1]) + 1, above[i - 1] + (is_same ? 0 : 1));
      const bool is_exchange =
          i > 1 && depth_ > 1 && typed_[i - 2] == letter && typed_[i - 1] == letters_[depth_ - 1];
      if (is_exchange) distance = std::min(distance, (above - width_)[i - 2] + 1);
      row[i] = static_cast<std::uint8_t>(distance);
      least = std::min(least, row[i]);
    }
    return least;
  }

  const Vocabulary& vocabulary_;
  const std::vector<char32_t>& typed_;
  const std::uint32_t limit_;
  const bool with_longer_;
  const std::size_t width_;
  const std::size_t deepest_;
  std::vector<std::uint8_t> rows_;
  std::vector<Step> steps_;        // by depth
  std::vector<char32_t> letters_;  // by depth
  std::vector<char32_t> digits_;
  std::size_t depth_ = 0;
  std::string_view former_;
  std::vector<NearWord> found_;
};

}  // namespace

std::uint32_t max_edits(std::string_view typed) {
  std::size_t letters = 0;
  bool is_number = true;
  for (std::size_t at = 0; at < typed.size(); ++letters) {
    const CodePoint point = decode_utf8(typed, at);
    at += point.size;
    is_number = is_number && is_digit(point.value);
  }
  if (is_number || letters < min_letters_for_one || letters > max_letters) return 0;
  return letters < min_letters_for_two ? 1 : 2;
}

std::vector<NearWord> find_near_words(const Vocabulary& vocabulary, std::string_view typed,
                                      std::uint32_t edits, bool with_longer) {
  std::vector<char32_t> letters;
  for (std::size_t at = 0; at < typed.size();) {
    const CodePoint point = decode_utf8(typed, at);
    at += point.size;
    letters.push_back(point.value);
  }
  return Walk(vocabulary, letters, edits, with_longer).run();
}

std::vector<NearWord> find_nearest_words(const Vocabulary& vocabulary, std::string_view typed,
                                         bool with_longer) {
  std::vector<NearWord> found;
  const std::uint32_t most = max_edits(typed);
  for (std::uint32_t edits = 1; edits <= most && found.empty(); ++edits) {
    found = find_near_words(vocabulary, typed, edits, with_longer);
  }
  return found;
}

}  // namespace lamplight::search
