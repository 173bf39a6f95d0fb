// Related works: by rare words, addresses and sections that they share.
#include <algorithm>
#include <string>

#include "base/sort.h"
#include "base/text.h"
#include "search/index.h"
#include "search/rarity.h"
#include "search/tokens.h"

namespace lamplight {
namespace {

// Shorter words are compared whole: their beginnings are those of too many others.
constexpr std::size_t min_stem_bytes = 6;

// The work's words without a plural's "s" and without the number of a version behind a long name,
// so that "AlphaFold2" and "AlphaFold" share one.
std::vector<std::string> stems_of(const Catalog& catalog, const Work& work) {
  std::vector<std::string> stems;
  search::for_each_text(catalog, work,
                        [&](std::string_view text, search::WordField, search::WordField, bool) {
                          for (std::string& word : search::words_of(text)) {
                            while (word.size() > min_stem_bytes &&
                                   (is_ascii_digit(word.back()) || word.back() == 's')) {
                              word.pop_back();
                            }
                            stems.push_back(std::move(word));
                          }
                        });
  sort_distinct(stems);
  return stems;
}

bool is_in_one_of(const std::vector<int>& sections, int section) {
  return std::find(sections.begin(), sections.end(), section) != sections.end();
}

}  // namespace

std::vector<std::uint32_t> Index::find_related(std::uint32_t work, std::size_t limit) const {
  const Catalog& catalog = impl_->catalog;
  const search::TextIndex& text = impl_->text;
  const std::size_t works = catalog.works.size();
  std::vector<std::uint32_t> related;
  if (work >= works || works < 2) return related;

  const std::size_t too_many = search::rare_up_to(works);
  std::vector<std::uint32_t> points(works, 0);  // by slot
  std::vector<std::uint32_t> touched;           // slots with points
  const auto add_points = [&](std::uint32_t slot, std::uint32_t weight) {
    if (points[slot] == 0) touched.push_back(slot);
    points[slot] += weight;
  };
  for (const std::string& stem : stems_of(catalog, catalog.works[work])) {
    const search::Vocabulary& vocabulary = text.vocabulary();
    const search::WordRange range =
        stem.size() < min_stem_bytes ? vocabulary.find(stem) : vocabulary.find_prefix(stem);
    std::size_t times = 0;
    for (std::uint32_t word = range.begin; word < range.end; ++word) {
      times += text.works_with(word);
    }
    if (times < 2 || times > 4 * too_many) continue;
    search::WorkSet holders(works);
    for (std::uint32_t word = range.begin; word < range.end; ++word) {
      text.for_each_posting(word,
                            [&](std::uint32_t slot, search::WordField) { holders.add(slot); });
    }
    const std::size_t count = holders.count();
    if (count < 2 || count > too_many) continue;
    const std::uint32_t weight = search::rarity(works, count);
    holders.for_each([&](std::uint32_t slot) { add_points(slot, weight); });
  }
  for (const std::vector<std::uint32_t>& sharers : impl_->links.of(catalog, work)) {
    const std::uint32_t weight = 2 * search::rarity(works, sharers.size());
    for (const std::uint32_t sharer : sharers) add_points(impl_->slots.slot_of(sharer), weight);
  }

  // A section alone is no relation, but it tells which shared words mean the same: what words and
  // links found weighs more there.
  std::vector<int> sections;
  for (const int listing : catalog.works[work].listings) {
    sections.push_back(catalog.listings[static_cast<std::size_t>(listing)].section);
  }
  std::vector<std::uint64_t> scores;  // all but the points, then the work: the closest sort first
  for (const std::uint32_t slot : touched) {
    const std::uint32_t other = impl_->slots.work_of(slot);
    if (other == work) continue;
    std::uint32_t shared_sections = 0;
    for (const int listing : catalog.works[other].listings) {
      const int section = catalog.listings[static_cast<std::size_t>(listing)].section;
      if (is_in_one_of(sections, section)) ++shared_sections;
    }
    const std::uint32_t score = points[slot] * (1 + 2 * std::min(shared_sections, 2u));
    scores.push_back(std::uint64_t{~score} << 32 | other);
  }
  std::sort(scores.begin(), scores.end());
  if (scores.size() > limit) scores.resize(limit);
  for (const std::uint64_t score : scores) related.push_back(static_cast<std::uint32_t>(score));
  return related;
}

}  // namespace lamplight
