#include "catalog/attributes.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/text.h"
#include "catalog/link_kind.h"
#include "catalog/link_words.h"
#include "catalog/people.h"
#include "catalog/publication.h"
#include "catalog/statement.h"
#include "catalog/statement_text.h"

namespace lamplight::catalog {
namespace {

constexpr std::size_t max_key_bytes = 48;
constexpr std::size_t max_tag_bytes = 80;

enum class Key { None, Description, Link, Authors, Venue, Year, Tag };

struct KnownKey {
  std::string_view key;  // folded
  Key means;
};

// Words that lists put before a colon, whatever the language. A reader may add to them.
constexpr KnownKey known_keys[] = {
    {"abstract", Key::Description},
    {"about", Key::Description},
    {"desc", Key::Description},
    {"description", Key::Description},
    {"focus", Key::Description},
    {"intro", Key::Description},
    {"introduction", Key::Description},
    {"note", Key::Description},
    {"notes", Key::Description},
    {"overview", Key::Description},
    {"summary", Key::Description},
    {"tl;dr", Key::Description},
    {"tldr", Key::Description},
    {"what", Key::Description},
    {"介绍", Key::Description},
    {"描述", Key::Description},
    {"摘要", Key::Description},
    {"数据集说明", Key::Description},
    {"简介", Key::Description},
    {"簡介", Key::Description},
    {"说明", Key::Description},
    {"說明", Key::Description},
    {"项目介绍", Key::Description},
    {"项目简介", Key::Description},
    {"access", Key::Link},
    {"address", Key::Link},
    {"data", Key::Link},
    {"download", Key::Link},
    {"homepage", Key::Link},
    {"info", Key::Link},
    {"information", Key::Link},
    {"link", Key::Link},
    {"links", Key::Link},
    {"resource", Key::Link},
    {"url", Key::Link},
    {"地址", Key::Link},
    {"主页", Key::Link},
    {"论文", Key::Link},
    {"链接", Key::Link},
    {"項目地址", Key::Link},
    {"项目地址", Key::Link},
    {"author", Key::Authors},
    {"authors", Key::Authors},
    {"by", Key::Authors},
    {"作者", Key::Authors},
    {"conference", Key::Venue},
    {"journal", Key::Venue},
    {"journal info", Key::Venue},
    {"pub", Key::Venue},
    {"publication", Key::Venue},
    {"published", Key::Venue},
    {"published at", Key::Venue},
    {"published in", Key::Venue},
    {"publisher", Key::Venue},
    {"venue", Key::Venue},
    {"会议", Key::Venue},
    {"期刊", Key::Venue},
    {"date", Key::Year},
    {"year", Key::Year},
    {"发布时间", Key::Year},
    {"年份", Key::Year},
    {"category", Key::Tag},
    {"features", Key::Tag},
    {"key", Key::Tag},
    {"key words", Key::Tag},
    {"keyword", Key::Tag},
    {"keywords", Key::Tag},
    {"language", Key::Tag},
    {"license", Key::Tag},
    {"licence", Key::Tag},
    {"platform", Key::Tag},
    {"tag", Key::Tag},
    {"tags", Key::Tag},
    {"task", Key::Tag},
    {"tasks", Key::Tag},
    {"许可", Key::Tag},
};

Key means(std::string_view key) {
  const std::string folded = fold(trim(key));
  for (const KnownKey& each : known_keys) {
    if (each.key == folded) return each.means;
  }
  return Key::None;
}

bool is_bare(const EntryLink& link) {
  return link.url && (link.label.empty() || link.label == *link.url ||
                      (link.url->size() > link.label.size() &&
                       link.url->compare(link.url->size() - link.label.size(), std::string::npos,
                                         link.label) == 0));
}

void add_tag(std::string_view value, std::vector<std::string>& tags) {
  value = without_symbols(trim(value));
  (void)strip_around(value);
  if (has_word(value)) tags.emplace_back(value);
}

// "a, b" are two tags, and so are words in Chinese; a sentence with commas is one.
void add_tags(std::string_view value, std::vector<std::string>& tags) {
  bool is_list = true;
  for (std::string_view rest = value; is_list && !rest.empty();) {
    const std::size_t comma = std::min(rest.find(", "), rest.size());
    const std::string_view one = rest.substr(0, comma);
    is_list = std::count(one.begin(), one.end(), ' ') <= 3;
    rest.remove_prefix(std::min(comma + 2, rest.size()));
  }
  while (is_list && value.find(", ") != std::string_view::npos) {
    const std::size_t comma = value.find(", ");
    add_tag(value.substr(0, comma), tags);
    value.remove_prefix(comma + 2);
  }
  add_tag(value, tags);
}

// Whether the words are those of its links, and no more.
bool is_labels_only(std::string value, const Entry& below) {
  const auto erase = [&](std::string_view words) {
    const std::size_t at = words.empty() ? std::string::npos : value.find(words);
    if (at != std::string::npos) value.erase(at, words.size());
  };
  for (const EntryLink& link : below.links) {
    if (link.url) erase(*link.url);
    erase(link.label);
  }
  return !has_word(value);
}

// "2019 -"
bool is_bare_year(std::string_view value) {
  return value.size() < 12 && read_year(value.substr(0, 4)).has_value() &&
         !has_word(value.substr(std::min<std::size_t>(value.size(), 4)));
}

// Unless there is another.
bool take_publication(const Publication& found, EntryMore& more) {
  const bool is_other =
      (!more.venue.empty() && !found.venue.empty() && more.venue != found.venue) ||
      (more.year && found.year && more.year != found.year);
  if (is_other) return false;
  if (more.venue.empty()) more.venue = found.venue;
  if (!more.year) more.year = found.year;
  return true;
}

// "[ECCV 2020] https://...", "CVPR 2021"
bool add_publication(std::string_view value, EntryMore& more) {
  const auto found = value.size() < 60 ? read_publication(value, Asked::Year) : std::nullopt;
  if (!found || (!found->year && !found->is_known)) return false;
  return take_publication(*found, more);
}

// A line below the title that names the authors, or where it came out.
bool add_credits(std::string_view value, EntryMore& more) {
  if (!more.authors.empty() || !more.description.empty()) return false;
  const auto credits = read_credits(value);
  if (!credits) return false;
  if (credits->publication && !take_publication(*credits->publication, more)) return false;
  more.authors = credits->authors;
  return true;
}

// Where the value begins; 0 for none.
std::size_t value_begin(const StyledText& styled, std::size_t& key_end) {
  const std::size_t limit = std::min(styled.size(), max_key_bytes);
  for (std::size_t i = 0; i < limit; ++i) {
    const char c = styled.text[i];
    if (c == sign::label || c == sign::hard_break || c == sign::paragraph || c == '[') return 0;
    if (styled.has(i, style::title_link | style::link)) return 0;
    const bool is_wide = styled.text.compare(i, 3, "：") == 0;
    if (c != ':' && !is_wide) continue;
    if (c == ':' && i + 1 < styled.size() && styled.text[i + 1] == '/') return 0;
    key_end = i;
    return i + (is_wide ? 3 : 1);
  }
  return 0;
}

}  // namespace

KeyedText split_key(const Entry& below) {
  std::size_t key_end = 0;
  const std::size_t begin = value_begin(below.styled, key_end);
  if (begin == 0) return {};
  KeyedText made;
  made.key = std::string(without_symbols(std::string_view(below.styled.text).substr(0, key_end)));
  if (!has_word(made.key) || std::count(made.key.begin(), made.key.end(), ' ') > 3) return {};
  made.value = below.styled.words(begin, below.styled.size());
  return made;
}

Role role_of(const Entry& below) {
  const StyledText& styled = below.styled;
  if (!below.title_link.empty()) {
    // "- [GitHub](u)" and "- https://..." are links of what stands above.
    const bool is_address = !below.links.empty() && below.links.front().url &&
                            (below.title_link == *below.links.front().url ||
                             below.title_link.find("://") != std::string::npos);
    const std::string all = styled.words();
    const bool has_more =
        has_word(std::string_view(all).substr(std::min(below.title_link.size(), all.size())));
    if (has_more) return Role::Entry;
    if (is_address || kind_by_label(below.title_link)) return Role::Attribute;
    return is_label_word(below.title_link) ? Role::Keyed : Role::Entry;
  }
  const std::string all = styled.words();
  if (!has_word(all)) return below.links.empty() ? Role::Words : Role::Attribute;
  const KeyedText keyed = split_key(below);
  if (!keyed.key.empty()) {
    const Key known = means(keyed.key);
    if (known != Key::None) return Role::Attribute;
    const bool has_words = has_word(keyed.value);
    if (!has_words && !below.links.empty()) return Role::Attribute;
    const std::size_t blanks =
        static_cast<std::size_t>(std::count(keyed.key.begin(), keyed.key.end(), ' '));
    if (below.links.empty() && has_words && blanks <= 1) return Role::Words;
    if (!below.links.empty() && blanks <= 1 &&
        std::all_of(below.links.begin(), below.links.end(),
                    [](const EntryLink& link) { return link.url && !kind_by_label(link.label); }) &&
        keyed.value.size() < 200 && kind_by_label(keyed.key)) {
      return Role::Attribute;
    }
    if (!below.links.empty() && blanks <= 1) return Role::Keyed;
  }
  if (all.size() < 60 && read_publication(all, Asked::Year)) return Role::Attribute;
  if (read_credits(all)) return Role::Attribute;
  if (below.links.empty()) return Role::Words;
  // "2019 - https://..."
  if (is_bare_year(all)) return Role::Attribute;
  return Role::Entry;
}

bool is_keyed_attribute(const Entry& below) {
  const KeyedText keyed = split_key(below);
  if (keyed.key.empty()) return false;
  if (!below.links.empty()) return kind_by_label(keyed.key) || means(keyed.key) == Key::Link;
  const Key known = means(keyed.key);
  return has_word(keyed.value) && (known == Key::Authors || known == Key::Venue);
}

void add_attribute(Entry& below, Entry& entry) {
  const KeyedText keyed = split_key(below);
  const Key known = keyed.key.empty() ? Key::None : means(keyed.key);
  const bool has_more_words = !is_labels_only(keyed.value, below);
  const std::size_t links_before = entry.links.size();
  for (std::size_t i = 0; i < below.links.size(); ++i) {
    EntryLink link = std::move(below.links[i]);
    if (link.label.empty() && !below.title_link.empty() &&
        below.title_link.find("://") == std::string::npos) {
      link.label = to_nfc(below.title_link);
      if (link.url) link.kind = kind_of_link(link.label, *link.url);
    }
    if (!keyed.key.empty() && is_bare(link)) {
      link.label = to_nfc(keyed.key);
      link.kind = kind_of_link(link.label, *link.url);
    }
    entry.links.push_back(std::move(link));
    entry.link_lines.push_back(below.link_lines[i]);
  }
  entry.images += below.images;
  for (std::string& badge : below.badges) entry.badges.push_back(std::move(badge));
  const std::string value =
      keyed.key.empty() || known == Key::None ? below.styled.words() : keyed.value;
  if (!has_word(value)) return;
  if (!below.title_link.empty()) {
    const std::size_t end = std::min(below.title_link.size(), value.size());
    const std::string_view rest = std::string_view(value).substr(end);
    if (has_word(rest)) append_words(entry.more.description, trim(without_lead(rest)));
    return;
  }
  // "2019 - https://...": the year is that link's, as others are of the links beside it.
  if (keyed.key.empty() && links_before < entry.links.size() && is_bare(entry.links.back()) &&
      is_bare_year(value)) {
    entry.links.back().label = value.substr(0, 4);
    return;
  }
  switch (known) {
    case Key::Authors:
      if (!entry.more.authors.empty() && entry.more.authors != value) break;
      entry.more.authors = value;
      return;
    case Key::Venue:
    case Key::Year:
      if (const auto found = read_publication(value, Asked::Venue);
          found && take_publication(*found, entry.more)) {
        return;
      }
      break;
    case Key::Link:
      if (!has_more_words) return;
      break;
    case Key::Tag:
      if (value.size() <= 2 * max_tag_bytes) {
        add_tags(value, entry.more.tags);
        return;
      }
      break;
    case Key::None:
      if (!keyed.key.empty() && !has_word(keyed.value)) return;
      if (!keyed.key.empty() && value.size() <= max_tag_bytes && below.links.empty()) {
        entry.more.tags.push_back(value);
        return;
      }
      if (!keyed.key.empty() && !has_more_words) return;
      if (keyed.key.empty() && add_credits(value, entry.more)) return;
      if (keyed.key.empty() && add_publication(value, entry.more)) return;
      break;
    case Key::Description:
      break;
  }
  append_words(entry.more.description, value);
}

}  // namespace lamplight::catalog
