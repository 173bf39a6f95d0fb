#include "format/citation_keys.h"

#include "base/text.h"
#include "base/wording.h"
#include "lamplight/work_text.h"

namespace lamplight::format {
namespace {

// Of a name or a word: the rest would only make keys long.
constexpr std::size_t max_letters = 20;

// Letters and digits that every BibTeX program takes.
std::string plain(std::string_view text) {
  std::string letters;
  for (const char c : fold(text)) {
    if (is_ascii_alnum(c) && letters.size() < max_letters) letters += c;
  }
  return letters;
}

// "J.", "JX", "Jr.": no last name, where another word stands before it.
bool is_initials(std::string_view word) {
  std::size_t capitals = 0;
  for (const char c : word) capitals += is_ascii_upper(c) ? 1 : 0;
  return plain(word).size() <= (capitals > 1 ? 2 : 1) || word.substr(0, 2) == "Jr";
}

// "Byron" of "Ada Byron", "Byron, Ada" and "Byron A."
std::string last_name(std::string_view author) {
  author = trim(author.substr(0, author.find(',')));
  while (true) {
    const std::size_t blank = author.rfind(' ');
    if (blank == std::string_view::npos) return plain(author);
    const std::string_view word = author.substr(blank + 1);
    if (!is_initials(word)) return plain(word);
    author = trim(author.substr(0, blank));
  }
}

// The words of a title that say something, at most `most`.
std::vector<std::string> telling_words(std::string_view title, std::size_t most) {
  std::vector<std::string> words;
  const std::string folded = fold(title);
  std::string word;
  for (std::size_t at = 0; at <= folded.size() && words.size() < most; ++at) {
    if (at < folded.size() && is_ascii_alnum(folded[at])) {
      if (word.size() < max_letters) word += folded[at];
      continue;
    }
    if (word.size() > 1 && !is_stop_word(word)) words.push_back(word);
    word.clear();
  }
  return words;
}

std::string hex(std::string_view text) {
  // FNV-1a: the same on every platform and build.
  std::uint32_t hash = 2166136261u;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  std::string digits;
  for (int shift = 28; shift >= 0; shift -= 4) digits += "0123456789abcdef"[(hash >> shift) & 15];
  return digits;
}

std::string_view stated_authors(const Catalog& catalog, const Work& work) {
  for (const int at : work.listings) {
    const Listing& listing = catalog.listings[static_cast<std::size_t>(at)];
    if (listing.authors) return *listing.authors;
  }
  return {};
}

std::string year_text(const Catalog& catalog, const Work& work) {
  for (const int at : work.listings) {
    const Listing& listing = catalog.listings[static_cast<std::size_t>(at)];
    if (listing.year) return std::to_string(*listing.year);
  }
  return work.year ? std::to_string(*work.year) : std::string();
}

// The keys that a work may take, shortest first: each begins with the one before it. None where
// they do not begin with `begin`, which is mostly told from little of the work.
std::vector<std::string> keys_of(const Catalog& catalog, const Work& work,
                                 std::string_view begin = {}) {
  std::vector<std::string> words;
  std::size_t next = 0;
  std::string key;
  if (const std::string_view authors = stated_authors(catalog, work); !authors.empty()) {
    const std::vector<std::string_view> names = split_authors(authors);
    if (!names.empty() && names.front() != other_authors) key = last_name(names.front());
  }
  if (key.empty()) key = plain(*work.name);
  if (key.empty()) {
    words = telling_words(work.title, max_key_words + 1);
    key = words.empty() ? "work" + hex(work.id) : words[next++];
  }
  if (begin.compare(0, key.size(), std::string_view(key).substr(0, begin.size())) != 0) return {};
  if (words.empty()) words = telling_words(work.title, max_key_words);
  key += year_text(catalog, work);
  std::vector<std::string> keys;
  for (; next < words.size() && keys.size() < max_key_words; ++next) {
    key += words[next];
    keys.push_back(key);
  }
  if (keys.empty()) keys.push_back(std::move(key));
  return keys;
}

}  // namespace

CitationKeys::CitationKeys(const Catalog& catalog, std::string_view begin) : catalog_(catalog) {
  for (const Work& work : catalog.works) {
    bool has_some = false;
    for (const std::string& key : keys_of(catalog, work, begin)) {
      if (key.compare(0, begin.size(), begin) != 0) continue;
      const std::uint32_t number = keys_.add(key);
      takers_.resize(keys_.size());
      ++takers_[number].works;
      has_some = true;
    }
    if (has_some && !begin.empty()) of_some_.push_back(&work);
  }
}

std::string CitationKeys::next(const Work& work) {
  std::vector<std::string> keys = keys_of(catalog_, work);
  Takers* takers = nullptr;
  for (std::string& key : keys) {
    const std::uint32_t number = keys_.find(key);
    if (number == StringIndex::none) continue;
    takers = &takers_[number];
    if (takers->works == 1) return std::move(key);
  }
  std::string key = std::move(keys.back());
  if (takers != nullptr && ++takers->numbered > 1) key += "-" + std::to_string(takers->numbered);
  return key;
}

std::string citation_key(const Catalog& catalog, const Work& work) {
  const std::string begin = keys_of(catalog, work).front();
  CitationKeys keys(catalog, begin);
  for (const Work* each : keys.of_some_) {
    std::string key = keys.next(*each);
    if (each == &work || each->id == work.id) return key;
  }
  return begin;
}

}  // namespace lamplight::format
