#include "stress_queries.h"

#include <algorithm>
#include <string_view>

#include "base/string_index.h"
#include "base/text.h"

namespace lamplight::bench {
namespace {

constexpr std::size_t single_words = 40;
constexpr std::size_t typed_words = 15;
constexpr std::size_t word_pairs = 40;
constexpr std::size_t typos = 30;
constexpr std::size_t rare_words = 20;
constexpr std::size_t no_words = 10;

constexpr std::string_view empty_words[] = {"and",  "the",   "for", "with",
                                            "from", "using", "via", "into"};

class QueryMaker {
 public:
  QueryMaker(const std::vector<Entry>& entries, std::size_t drawn_from, std::uint64_t seed)
      : random_(seed) {
    for (std::size_t i = 0; i < entries.size(); ++i) {
      std::vector<std::string> words = split_words(to_lower_ascii(entries[i].title));
      std::sort(words.begin(), words.end());
      words.erase(std::unique(words.begin(), words.end()), words.end());
      for (const std::string& word : words) {
        const std::uint32_t number = known_.add(word);
        if (number == vocabulary_.size()) {
          vocabulary_.push_back(word);
          counts_.push_back(0);
        }
        if (i < drawn_from) ++counts_[number];
      }
      words.erase(std::remove_if(words.begin(), words.end(),
                                 [](const std::string& word) { return !is_worth_asking(word); }),
                  words.end());
      if (i < drawn_from && !words.empty()) titles_.push_back(std::move(words));
    }
    sorted_ = vocabulary_;
    std::sort(sorted_.begin(), sorted_.end());
  }

  std::vector<StressQuery> make() {
    for (std::size_t i = 0; i < single_words; ++i) add("single", draw_word(3));
    add_typed_words();
    add_pairs();
    add_typos();
    add_rare_words();
    for (std::size_t i = 0; i < no_words; ++i) add("nohit", make_no_word(5 + i % 5));
    return std::move(queries_);
  }

 private:
  static bool is_worth_asking(const std::string& word) {
    return word.size() >= 3 && std::all_of(word.begin(), word.end(), is_ascii_lower) &&
           std::find(std::begin(empty_words), std::end(empty_words), word) == std::end(empty_words);
  }

  void add(const char* kind, std::string text, std::string wanted = {}) {
    queries_.push_back({kind, std::move(text), std::move(wanted)});
  }

  // A title at random, then one of its words: frequent words come often, as readers ask for them.
  std::string draw_word(std::size_t shortest) {
    while (true) {
      const std::string& word = random_.pick(random_.pick(titles_));
      if (word.size() >= shortest) return word;
    }
  }

  // Five words that every reader of the flagship types, and ten others; each at four of its keys.
  void add_typed_words() {
    std::vector<std::string> words = {"medical", "language", "transformer", "protein", "image"};
    while (words.size() < typed_words) {
      const std::string word = draw_word(7);
      if (std::find(words.begin(), words.end(), word) == words.end()) words.push_back(word);
    }
    for (const std::string& word : words) {
      for (const std::size_t length : {std::size_t{2}, std::size_t{4},
                                       std::min<std::size_t>(6, word.size() - 1), word.size()}) {
        add("prefix", word.substr(0, length));
      }
    }
  }

  void add_pairs() {
    for (std::size_t made = 0; made < word_pairs;) {
      const std::vector<std::string>& words = random_.pick(titles_);
      const std::string& first = random_.pick(words);
      const std::string& second = random_.pick(words);
      if (first == second) continue;
      const std::size_t cut = std::max<std::size_t>(3, second.size() - 2);
      add("and2", first + " " + (made % 2 == 1 ? second : second.substr(0, cut)));
      ++made;
    }
  }

  // A letter left out, put in, replaced, or two swapped; never the first one.
  void add_typos() {
    for (std::size_t made = 0; made < typos;) {
      const std::string wanted = draw_word(6);
      const auto at = 1 + random_.below(static_cast<std::uint32_t>(wanted.size() - 2));
      const char other = static_cast<char>('a' + random_.below(26));
      std::string typed = wanted;
      switch (made % 4) {
        case 0:
          typed.erase(at, 1);
          break;
        case 1:
          typed.insert(at, 1, other);
          break;
        case 2:
          typed[at] = other;
          break;
        default:
          std::swap(typed[at], typed[at + 1]);
      }
      if (typed == wanted || stands_somewhere(typed)) continue;
      add("typo", typed, wanted);
      ++made;
    }
  }

  void add_rare_words() {
    std::vector<std::string> rare;
    for (std::size_t i = 0; i < vocabulary_.size(); ++i) {
      const std::string& word = vocabulary_[i];
      if (counts_[i] == 1 && word.size() >= 5 && is_worth_asking(word)) rare.push_back(word);
    }
    std::sort(rare.begin(), rare.end());
    for (std::size_t i = 0; i < rare_words && !rare.empty(); ++i) add("rare", random_.pick(rare));
  }

  std::string make_no_word(std::size_t length) {
    constexpr std::string_view letters = "zxqvkjw";
    while (true) {
      std::string word;
      while (word.size() < length) {
        word.push_back(letters[random_.below(static_cast<std::uint32_t>(letters.size()))]);
      }
      if (!stands_somewhere(word)) return word;
    }
  }

  [[nodiscard]] bool stands_somewhere(const std::string& word) const {
    const auto found = std::lower_bound(sorted_.begin(), sorted_.end(), word);
    return found != sorted_.end() && found->compare(0, word.size(), word) == 0;
  }

  Random random_;
  StringIndex known_;
  std::vector<std::string> vocabulary_;
  std::vector<std::string> sorted_;
  std::vector<std::uint32_t> counts_;             // in the entries that words are drawn from
  std::vector<std::vector<std::string>> titles_;  // of those entries: words worth asking for
  std::vector<StressQuery> queries_;
};

}  // namespace

std::vector<StressQuery> make_queries(const std::vector<Entry>& entries, std::size_t drawn_from,
                                      std::uint64_t seed) {
  return QueryMaker(entries, drawn_from, seed).make();
}

}  // namespace lamplight::bench
