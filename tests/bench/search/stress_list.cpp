#include "stress_list.h"

#include <algorithm>
#include <cstdio>
#include <utility>

#include "base/text.h"

namespace lamplight::bench {
namespace {

constexpr int newest_year = 2026;
constexpr int year_span = 11;
constexpr std::uint32_t tops = 20;
constexpr std::uint32_t subs = 20;

constexpr std::string_view small_words[] = {"a",    "an",    "the", "of", "for",  "and",
                                            "with", "to",    "in",  "on", "from", "by",
                                            "via",  "using", "at",  "is", "as",   "or"};

bool is_small_word(const std::string& word) {
  const std::string lower = to_lower_ascii(word);
  return std::find(std::begin(small_words), std::end(small_words), lower) != std::end(small_words);
}

std::string capitalized(std::string word) {
  if (!word.empty() && is_ascii_lower(word[0])) {
    word[0] = static_cast<char>(word[0] - 'a' + 'A');
  }
  return word;
}

std::vector<std::string> titles_of(const std::vector<Entry>& entries) {
  std::vector<std::string> titles;
  titles.reserve(entries.size());
  for (const Entry& entry : entries) titles.push_back(entry.title);
  return titles;
}

void add_once(std::vector<std::string>& names, const std::string& name) {
  if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
}

// "Medical Imaging", and "Medical Imaging 2" when the names are used up.
std::string numbered(const std::vector<std::string>& names, std::uint32_t number) {
  const auto count = static_cast<std::uint32_t>(names.size());
  const std::string& name = names[number % count];
  return number < count ? name : name + " " + std::to_string(1 + number / count);
}

std::vector<std::string> section_path(const Catalog& catalog, const Listing& listing) {
  std::vector<std::string> path;
  if (listing.group) path.emplace_back(*listing.group);
  for (int at = listing.section; at >= 0;
       at = catalog.sections[static_cast<std::size_t>(at)].parent) {
    path.emplace_back(catalog.sections[static_cast<std::size_t>(at)].title);
  }
  std::reverse(path.begin(), path.end());
  return path;
}

}  // namespace

std::vector<Entry> list_entries(const Catalog& catalog) {
  std::vector<Entry> entries;
  entries.reserve(catalog.works.size());
  for (const Work& work : catalog.works) {
    const Listing& first = catalog.listings[static_cast<std::size_t>(work.listings.front())];
    Entry entry;
    entry.title = work.title;
    if (work.name) entry.title = std::string(*work.name) + ": " + entry.title;
    entry.path = section_path(catalog, first);
    entry.year = work.year.value_or(0);
    for (const Link& link : first.links) {
      if (!link.url) continue;
      entry.labels.emplace_back(link.label.empty() ? "Dataset" : link.label.view());
      entry.urls.emplace_back(*link.url);
    }
    entries.push_back(std::move(entry));
  }
  return entries;
}

StressList::StressList(const std::vector<Entry>& real, std::uint64_t seed)
    : random_(seed * 7919 + 17), urn_(titles_of(real)) {
  make_sections(real);
}

void StressList::make_sections(const std::vector<Entry>& real) {
  std::vector<std::string> top_names;
  std::vector<std::string> sub_names;
  for (const Entry& entry : real) {
    if (entry.path.empty()) continue;
    add_once(top_names, entry.path.front());
    add_once(sub_names, entry.path.back());
  }
  if (top_names.empty()) top_names = sub_names = {"Topic"};
  for (std::uint32_t top = 0; top < tops; ++top) {
    for (std::uint32_t sub = 0; sub < subs; ++sub) {
      sections_.push_back({numbered(top_names, top), numbered(sub_names, sub)});
    }
  }
  for (std::uint32_t i = tops * subs - 1; i > 0; --i) {
    std::swap(sections_[i], sections_[random_.below(i + 1)]);
  }
  std::uint32_t sum = 0;
  for (std::uint32_t i = 0; i < tops * subs; ++i) {
    sum += (std::uint32_t{1} << 28) / (i + 3);
    section_shares_.push_back(sum);
  }
}

const StressList::SectionPath& StressList::draw_section() {
  const std::uint32_t share = random_.below(section_shares_.back());
  const auto found = std::upper_bound(section_shares_.begin(), section_shares_.end(), share);
  return sections_[static_cast<std::size_t>(found - section_shares_.begin())];
}

// Each year has e^(-1/3) as many works as the one after it.
int StressList::draw_year() {
  int age = 0;
  while (age < year_span && random_.below(1'000'000) < 716'531) ++age;
  return newest_year - age;
}

std::string StressList::make_title() {
  // The sum of two uniform numbers of [0, 4.5), rounded down: 0 to 8.
  const std::uint32_t half = random_.below(4500);
  const std::uint32_t length = 6 + (half + random_.below(4500)) / 1000;
  std::string title;
  for (std::uint32_t i = 0; i < length; ++i) {
    const std::string& word = urn_.draw(random_);
    if (i == 0) {
      title = capitalized(word);
      continue;
    }
    title += ' ';
    if (is_small_word(word)) {
      title += to_lower_ascii(word);
    } else {
      title += random_.is_chosen(60) ? capitalized(word) : word;
    }
  }
  if (random_.is_chosen(50)) title.insert(title.find(' '), 1, ':');
  return title;
}

void StressList::add_links(Entry& entry) {
  std::string slug;
  for (const char c : std::string_view(entry.title).substr(0, entry.title.find(' '))) {
    if (is_ascii_alnum(c)) slug.push_back(c);
  }
  if (slug.empty()) slug = "x";
  const std::string lower_slug = to_lower_ascii(slug);
  const auto add = [&entry](const char* label, std::string url) {
    entry.labels.emplace_back(label);
    entry.urls.push_back(std::move(url));
  };
  const int month = 1 + static_cast<int>(random_.below(12));
  char arxiv[16];
  std::snprintf(arxiv, sizeof arxiv, "%02d%02d.%05d", (entry.year - 2000) % 100, month,
                static_cast<int>(random_.below(20000)));
  if (random_.is_chosen(60)) {
    add("Paper", std::string("https://arxiv.org/pdf/") + arxiv + ".pdf");
  } else {
    add("Paper", std::string("https://arxiv.org/abs/") + arxiv);
  }
  if (random_.is_chosen(45)) {
    const std::string owner = to_lower_ascii(urn_.draw_again(random_));
    add("Code", "https://github.com/" + owner + "-lab/" + slug);
  }
  if (random_.is_chosen(10)) add("Project", "https://" + lower_slug + ".github.io/");
  if (random_.is_chosen(6)) {
    add("HuggingFace", "https://huggingface.co/" + slug + "/" + slug + "-base");
  }
  if (random_.is_chosen(4)) add("Blog", "https://example.org/blog/" + lower_slug);
}

Entry StressList::next() {
  Entry entry;
  entry.title = make_title();
  entry.year = draw_year();
  add_links(entry);
  entry.path = draw_section();
  return entry;
}

}  // namespace lamplight::bench
