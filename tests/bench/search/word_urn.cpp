#include "word_urn.h"

#include <algorithm>
#include <iterator>

#include "base/text.h"

namespace lamplight::bench {
namespace {

// Discount and concentration in fifths.
constexpr std::uint32_t discount_fifths = 3;
constexpr std::uint32_t concentration_fifths = 50;

constexpr std::string_view onsets[] = {"b",  "c",  "d",  "f",  "g",  "h",  "j",  "k",  "l",
                                       "m",  "n",  "p",  "r",  "s",  "t",  "v",  "w",  "z",
                                       "br", "cr", "dr", "fr", "gr", "pr", "tr", "bl", "cl",
                                       "fl", "gl", "pl", "sl", "st", "sp", "th", "ch", "ph"};
constexpr std::string_view vowels[] = {"a", "e", "i",  "o",  "u",  "a",  "e",
                                       "i", "o", "ea", "io", "ou", "ai", "y"};
constexpr std::string_view codas[] = {"",  "",  "",  "n",  "r",  "s", "l",
                                      "m", "t", "x", "nd", "st", "ct"};
constexpr std::string_view endings[] = {
    "ation", "ity", "ing",    "ed",  "al",  "ic",   "ive",   "er",     "ology", "omics",
    "gram",  "net", "former", "oid", "ase", "itis", "scopy", "graphy", "ness",  "able"};
constexpr std::string_view beginnings[] = {"bio",  "neuro", "cardio", "hyper", "multi", "micro",
                                           "semi", "trans", "inter",  "onco",  "radio", "meta",
                                           "auto", "re",    "pre",    "un",    "co"};
constexpr std::string_view model_endings[] = {"Net", "GPT", "BERT", "CLIP",  "LM",    "Fold",
                                              "GAN", "ViT", "RL",   "Bench", "Former"};

template <std::size_t size>
std::string_view pick(Random& random, const std::string_view (&items)[size]) {
  return items[random.below(static_cast<std::uint32_t>(size))];
}

void add_syllable(Random& random, std::string& word) {
  word += pick(random, onsets);
  word += pick(random, vowels);
  word += pick(random, codas);
}

void add_ending(Random& random, std::string& word) {
  if (random.is_chosen(50)) word += pick(random, endings);
}

void add_capital_syllable(Random& random, std::string& word) {
  const std::size_t begin = word.size();
  add_syllable(random, word);
  word[begin] = static_cast<char>(word[begin] - 'a' + 'A');
}

bool is_stem(const std::string& word) {
  return word.size() > 4 && std::all_of(word.begin(), word.end(), is_ascii_alpha);
}

// Invented words, words with a learned beginning, words grown out of others, names of models,
// abbreviations.
std::string invent(Random& random, const std::vector<std::string>& stems) {
  std::string word;
  const std::uint32_t kind = random.below(100);
  if (kind < 35) {
    add_syllable(random, word);
    add_syllable(random, word);
    if (random.is_chosen(50)) add_syllable(random, word);
    add_ending(random, word);
  } else if (kind < 55) {
    word = pick(random, beginnings);
    word += random.pick(stems);
    add_ending(random, word);
  } else if (kind < 70) {
    const std::string& stem = random.pick(stems);
    word = stem.substr(0, 4 + random.below(4));
    add_syllable(random, word);
    add_ending(random, word);
  } else if (kind < 90) {
    add_capital_syllable(random, word);
    if (random.is_chosen(50)) {
      word += pick(random, model_endings);
    } else {
      add_capital_syllable(random, word);
    }
    if (random.is_chosen(30)) word += std::to_string(1 + random.below(9));
  } else {
    const std::uint32_t length = 3 + random.below(3);
    for (std::uint32_t i = 0; i < length; ++i) {
      word.push_back(static_cast<char>('A' + random.below(26)));
    }
    if (random.is_chosen(30)) word += std::to_string(random.below(99));
  }
  return word;
}

}  // namespace

std::vector<std::string> split_words(std::string_view text) {
  std::vector<std::string> words;
  bool is_inside = false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode_utf8(text, at);
    const bool is_word = is_word_character(point.value);
    if (is_word && !is_inside) words.emplace_back();
    if (is_word) words.back().append(text.substr(at, point.size));
    is_inside = is_word;
    at += point.size;
  }
  return words;
}

WordUrn::WordUrn(const std::vector<std::string>& titles) {
  for (const std::string& title : titles) {
    for (const std::string& word : split_words(title)) {
      const std::uint32_t number = add(word);
      drawn_.push_back(number);
      ++counts_[number];
    }
  }
  seeded_ = drawn_.size();
  for (const std::string& word : words_) {
    if (is_stem(word)) stems_.push_back(to_lower_ascii(word));
  }
}

std::uint32_t WordUrn::add(const std::string& word) {
  const std::uint32_t number = known_.add(to_lower_ascii(word));
  if (number == words_.size()) {
    words_.push_back(word);
    counts_.push_back(0);
  }
  return number;
}

std::uint32_t WordUrn::make_word(Random& random) {
  while (true) {
    const std::size_t before = words_.size();
    const std::uint32_t number = add(invent(random, stems_));
    if (number == before) return number;
  }
}

const std::string& WordUrn::draw(Random& random) {
  const auto seen = static_cast<std::uint32_t>(drawn_.size());
  const auto vocabulary = static_cast<std::uint32_t>(words_.size());
  std::uint32_t number = 0;
  if (random.below(5 * seen + concentration_fifths) <
      concentration_fifths + discount_fifths * vocabulary) {
    number = make_word(random);
  } else {
    do {
      number = drawn_[random.below(seen)];
    } while (random.below(5 * counts_[number]) >= 5 * counts_[number] - discount_fifths);
  }
  drawn_.push_back(number);
  ++counts_[number];
  return words_[number];
}

const std::string& WordUrn::draw_again(Random& random) const {
  return words_[drawn_[random.below(static_cast<std::uint32_t>(drawn_.size()))]];
}

}  // namespace lamplight::bench
