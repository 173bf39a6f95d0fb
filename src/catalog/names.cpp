#include "catalog/names.h"

#include <algorithm>
#include <cstring>
#include <iterator>
#include <vector>

#include "base/text.h"

namespace lamplight::catalog {
namespace {

constexpr std::size_t max_slug_bytes = 80;
constexpr std::size_t short_words = 3;

bool is_upper(char32_t value) { return to_lower(value) != value; }

// The words of a text, as it writes them.
std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    const std::size_t begin = text.find_first_not_of(' ');
    if (begin == std::string_view::npos) break;
    text.remove_prefix(begin);
    const std::size_t end = std::min(text.find(' '), text.size());
    words.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return words;
}

// A capital within a part of the word, nothing but capitals, or a digit: what no word of a sentence
// has.
bool is_coined_word(std::string_view word) {
  int capitals = 0;
  bool has_digit = false;
  bool has_inner = false;
  bool is_part_begin = true;
  std::size_t letters = 0;
  for (std::size_t i = 0; i < word.size();) {
    const CodePoint point = decode_utf8(word, i);
    const bool is_digit = point.value >= '0' && point.value <= '9';
    has_digit = has_digit || is_digit;
    if (is_upper(point.value)) {
      ++capitals;
      if (!is_part_begin) has_inner = true;
    }
    if (!is_digit && is_word_character(point.value)) ++letters;
    is_part_begin = point.value == '-' || point.value == 0x2010 || point.value == 0x2011 ||
                    point.value == '/' || point.value == '(';
    i += point.size;
  }
  if (letters == 0) return false;
  // "Pre-Training" is a word; "Med-Flamingo" is told by the words around it.
  return has_digit || has_inner || (capitals >= 2 && static_cast<std::size_t>(capitals) == letters);
}

bool begins_small(std::string_view word) {
  const CodePoint point = decode_utf8(word, 0);
  return point.value < 0x80 ? is_ascii_lower(static_cast<char>(point.value)) : false;
}

// Words that begin a phrase, or name a kind of text and no thing.
bool is_topic_word(std::string_view folded) {
  static constexpr std::string_view topics[] = {
      "a",           "an",           "the",      "abstract",   "about",      "article",
      "beyond",      "blog",         "book",     "chapter",    "code",       "comment",
      "course",      "data",         "demo",     "discussion", "docs",       "editorial",
      "example",     "examples",     "faq",      "from",       "guide",      "how",
      "intro",       "introduction", "is",       "lecture",    "live",       "new",
      "note",        "notes",        "opinion",  "overview",   "paper",      "part",
      "perspective", "poster",       "python",   "report",     "review",     "rethinking",
      "revisiting",  "slides",       "survey",   "talk",       "thread",     "tool",
      "towards",     "toward",       "tutorial", "update",     "version",    "video",
      "what",        "when",         "why",      "workshop",   "javascript", "java",
      "rust",        "go",           "ruby",
  };
  return std::find(std::begin(topics), std::end(topics), folded) != std::end(topics);
}

// The last word of a name that says what kind of thing it is: "Swin Transformer", "Btrfly Net".
bool is_kind_word(std::string_view folded) {
  static constexpr std::string_view kinds[] = {
      "adapter",   "agent",       "bench",        "benchmark", "bert",      "challenge", "chat",
      "corpus",    "database",    "dataset",      "diffuser",  "diffusion", "former",    "gan",
      "gpt",       "llm",         "mamba",        "model",     "mixer",     "net",       "network",
      "projector", "transformer", "transformers", "vae",       "vit"};
  return std::find(std::begin(kinds), std::end(kinds), folded) != std::end(kinds);
}

// "A Survey ...", "a guide to ...": what stands before it is its topic.
bool is_about(std::string_view title) {
  std::string folded = fold(title.substr(0, 80));
  for (const std::string_view article : {"a ", "an ", "the "}) {
    if (folded.compare(0, article.size(), article) == 0) {
      folded.erase(0, article.size());
      break;
    }
  }
  int seen = 0;
  for (const std::string_view word : words_of(folded)) {
    if (++seen > 4) break;
    for (const std::string_view kind :
         {"survey", "review", "overview", "guide", "introduction", "tutorial", "primer", "roadmap",
          "perspective", "handbook", "course", "how"}) {
      if (word == kind) return true;
    }
    if (word == "of" || word == "for" || word == "on") break;
  }
  return false;
}

bool is_short_name(std::string_view text, std::string_view title) {
  if (text.size() > 60) return false;
  if (find_any<'?', '!', '"'>(text) != std::string_view::npos) return false;
  const std::vector<std::string_view> words = words_of(text);
  if (words.empty() || words.size() > 4) return false;
  const std::string last = fold(words.back());
  const bool is_coined_last = is_coined_word(words.back());
  std::size_t coined = 0;
  std::size_t small = 0;
  for (const std::string_view word : words) {
    if (is_coined_word(word)) ++coined;
    if (begins_small(word) && !is_coined_word(word)) ++small;
  }
  if (words.size() == 1) {
    if (coined > 0) return true;
    return !is_topic_word(last) && !is_about(title) && !is_kind_word(last);
  }
  if (is_topic_word(fold(words.front()))) return false;
  // A name's words begin with capitals, but for the kind of thing at its end.
  const bool is_kind = is_kind_word(last);
  if (small > (is_kind && begins_small(words.back()) ? 1u : 0u)) return false;
  if (coined > 0 && words.size() <= 3)
    return coined * 2 >= words.size() - (is_kind ? 1 : 0) || is_coined_last;
  if (words.size() == 2 && !is_about(title)) return is_kind;
  if (words.size() == 3 && is_kind && !is_about(title)) return true;
  return false;
}

// Calls `use(word)` for each run of word characters of the folded text.
template <typename Use>
void for_each_word(std::string_view folded, bool keeps_signs, Use use) {
  std::size_t begin = std::string_view::npos;
  std::size_t i = 0;
  for (; i < folded.size();) {
    std::size_t size = 1;
    bool is_word =
        is_ascii_alnum(folded[i]) || (keeps_signs && (folded[i] == '+' || folded[i] == '#'));
    if (static_cast<unsigned char>(folded[i]) >= 0x80) {
      const CodePoint point = decode_utf8(folded, i);
      size = point.size;
      is_word = is_word_character(point.value);
    }
    if (is_word && begin == std::string_view::npos) begin = i;
    if (!is_word && begin != std::string_view::npos) {
      use(folded.substr(begin, i - begin));
      begin = std::string_view::npos;
    }
    i += size;
  }
  if (begin != std::string_view::npos) use(folded.substr(begin));
}

// Chinese characters, kana and Korean syllables: scripts without blanks, or with few.
bool is_dense_script(char32_t value) { return value >= 0x2E80 && value < 0xFB00; }

struct NameEnd {
  std::size_t at = std::string_view::npos;
  std::size_t size = 0;
};

// The first sign that may part a name from its title. One that the text begins with parts nothing,
// wherever it comes again.
NameEnd find_name_end(std::string_view text) {
  static constexpr std::string_view parts[] = {":", "：", " -- ", " — ", " – "};
  std::string_view leading;
  for (std::size_t at = 0; at < text.size(); ++at) {
    // Most of a text begins no sign.
    if (is_ascii_alnum(text[at])) continue;
    for (const std::string_view part : parts) {
      if (text[at] != part.front() || text.substr(at, part.size()) != part) continue;
      if (at > 0 && part != leading) return {at, part.size()};
      if (at == 0) leading = part;
    }
  }
  return {};
}

}  // namespace

NamedTitle split_name(std::string_view text) {
  const auto [colon, size] = find_name_end(text.substr(0, 80));
  if (colon != std::string_view::npos && colon + size < text.size()) {
    const std::string_view name = trim(text.substr(0, colon));
    const std::string_view title = trim(text.substr(colon + size));
    // "std::vector" and "16:9" are words; "BioELECTRA:Pretrained" is a name all the same.
    const bool is_parted = text[colon + size] != ':' && !is_ascii_digit(text[colon + size]) &&
                           !title.empty() && title.front() != '/';
    const bool is_glued = size == 1 && text[colon + 1] != ' ';
    if (is_parted && is_short_name(name, title) && (!is_glued || words_of(name).size() == 1)) {
      return {std::string(name), std::string(title)};
    }
  }
  return {std::nullopt, std::string(text)};
}

bool has_coined_word(std::string_view text) {
  const std::vector<std::string_view> words = words_of(text);
  return std::any_of(words.begin(), words.end(), is_coined_word);
}

std::string title_key(std::string_view title) {
  std::string key = fold(title);
  std::size_t written = 0;  // never overtakes the words that are read
  for_each_word(key, true, [&](std::string_view word) {
    if (written > 0) key[written++] = ' ';
    if (key.data() + written != word.data()) {
      std::memmove(key.data() + written, word.data(), word.size());
    }
    written += word.size();
  });
  key.resize(written);
  return key;
}

std::string full_title_key(std::optional<std::string_view> name, std::string_view title) {
  if (!name) return title_key(title);
  return title_key(std::string(*name).append(": ").append(title));
}

std::vector<std::string_view> first_words(std::string_view key, std::size_t most) {
  std::vector<std::string_view> words;
  while (!key.empty() && words.size() < most) {
    const std::size_t end = std::min(key.find(' '), key.size());
    words.push_back(key.substr(0, end));
    key.remove_prefix(std::min(end + 1, key.size()));
  }
  return words;
}

bool is_short_title(std::string_view key) {
  // In halves of a word.
  std::size_t halves = 0;
  bool is_in_word = false;
  for (std::size_t i = 0; i < key.size() && halves <= 2 * short_words;) {
    if (is_ascii_alnum(key[i])) {
      if (!is_in_word) halves += 2;
      is_in_word = true;
      ++i;
      continue;
    }
    const CodePoint point = decode_utf8(key, i);
    i += point.size;
    if (is_dense_script(point.value)) {
      ++halves;
      is_in_word = false;
    } else if (point.value == ' ') {
      is_in_word = false;
    } else if (!is_in_word) {
      halves += 2;
      is_in_word = true;
    }
  }
  return halves <= 2 * short_words;
}

std::string work_slug(std::string_view name) {
  std::string folded = fold(cut(name, max_slug_bytes * 4));
  // "Don't" is one word.
  folded.erase(std::remove(folded.begin(), folded.end(), '\''), folded.end());
  std::string slug;
  bool is_full = false;
  for_each_word(folded, false, [&](std::string_view word) {
    if (is_full) return;
    // One very long word is cut on a character's boundary; of several, only whole ones are taken.
    if (slug.empty()) word = cut(word, max_slug_bytes);
    is_full = slug.size() + word.size() + 1 > max_slug_bytes;
    if (is_full && !slug.empty()) return;
    if (!slug.empty()) slug.push_back('-');
    slug.append(word);
  });
  return slug.empty() ? "work" : slug;
}

}  // namespace lamplight::catalog
