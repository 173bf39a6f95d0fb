#include <algorithm>
#include <bit>
#include <string>

#include "base/text.h"
#include "base/url.h"
#include "search/index.h"
#include "search/tokens.h"

namespace lamplight {
namespace {

// Weight of something that `holders` of `works` have: its bits of information, in quarters.
// Whole numbers, so that the order is the same on every platform.
std::uint32_t rarity(std::size_t works, std::size_t holders) {
  const std::uint64_t all = works;
  const std::uint64_t squared = all * all / (std::uint64_t{holders} * holders);
  // The bits of a fourth power are four times those of the number itself.
  const std::uint64_t capped = std::min<std::uint64_t>(squared, std::uint64_t{1} << 31);
  return static_cast<std::uint32_t>(std::bit_width(capped * capped)) - 1;
}

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
  std::sort(stems.begin(), stems.end());
  stems.erase(std::unique(stems.begin(), stems.end()), stems.end());
  return stems;
}

struct Score {
  std::uint32_t work;
  std::uint32_t points;
};

// Links that a work may share with another: its code and project pages and papers.
std::vector<std::string> links_of(const Catalog& catalog, const Work& work) {
  std::vector<std::string> links;
  for (const int listing : work.listings) {
    for (const Link& link : catalog.listings[static_cast<std::size_t>(listing)].links) {
      if (link.url) links.push_back(canonical_url(*link.url));
    }
  }
  std::sort(links.begin(), links.end());
  links.erase(std::unique(links.begin(), links.end()), links.end());
  return links;
}

}  // namespace

std::vector<std::uint32_t> Index::find_related(std::uint32_t work, std::size_t limit) const {
  const Catalog& catalog = impl_->catalog;
  const std::size_t works = catalog.works.size();
  std::vector<std::uint32_t> related;
  if (work >= works || works < 2) return related;

  std::vector<std::uint32_t> points(works, 0);

  // Words that at most one work in eight has: very common ones tell nothing and cost the most.
  const std::vector<std::string> stems = stems_of(catalog, catalog.works[work]);
  std::vector<std::uint32_t> holders;
  for (const std::string& stem : stems) {
    const search::Vocabulary& vocabulary = impl_->text.vocabulary();
    const search::WordRange range =
        stem.size() < min_stem_bytes ? vocabulary.find(stem) : vocabulary.find_prefix(stem);
    if (impl_->text.postings(range).size() > std::max<std::size_t>(works / 2, 64)) continue;
    holders.clear();
    for (const search::Posting& posting : impl_->text.postings(range)) {
      holders.push_back(posting.work);
    }
    std::sort(holders.begin(), holders.end());
    holders.erase(std::unique(holders.begin(), holders.end()), holders.end());
    if (holders.size() < 2 || holders.size() > std::max<std::size_t>(works / 8, 2)) continue;
    const std::uint32_t weight = rarity(works, holders.size());
    for (const std::uint32_t holder : holders) points[holder] += weight;
  }

  // A section alone is no relation, but it tells which shared words mean the same: what words and
  // links found weighs more there.
  const std::vector<std::string> links = links_of(catalog, catalog.works[work]);
  std::vector<int> sections;
  for (const int listing : catalog.works[work].listings) {
    sections.push_back(catalog.listings[static_cast<std::size_t>(listing)].section);
  }
  std::vector<std::vector<std::uint32_t>> link_holders(links.size());
  for (const Listing& listing : catalog.listings) {
    for (const Link& link : listing.links) {
      if (!link.url || links.empty() || listing.work < 0) continue;
      const std::string key = canonical_url(*link.url);
      const auto at = std::lower_bound(links.begin(), links.end(), key);
      if (at == links.end() || *at != key) continue;
      link_holders[static_cast<std::size_t>(at - links.begin())].push_back(
          static_cast<std::uint32_t>(listing.work));
    }
  }
  for (std::vector<std::uint32_t>& each : link_holders) {
    std::sort(each.begin(), each.end());
    each.erase(std::unique(each.begin(), each.end()), each.end());
    for (const std::uint32_t holder : each) points[holder] += 2 * rarity(works, each.size());
  }
  std::vector<std::uint32_t> in_section(works, 0);
  for (const Listing& listing : catalog.listings) {
    if (listing.work < 0 || points[static_cast<std::size_t>(listing.work)] == 0) continue;
    if (std::find(sections.begin(), sections.end(), listing.section) != sections.end()) {
      ++in_section[static_cast<std::size_t>(listing.work)];
    }
  }

  std::vector<Score> scores;
  for (std::uint32_t other = 0; other < works; ++other) {
    if (other != work && points[other] > 0) {
      scores.push_back({other, points[other] * (1 + 2 * std::min(in_section[other], 2u))});
    }
  }
  const std::size_t kept = std::min(limit, scores.size());
  std::partial_sort(scores.begin(), scores.begin() + static_cast<std::ptrdiff_t>(kept),
                    scores.end(), [](const Score& a, const Score& b) {
                      return a.points != b.points ? a.points > b.points : a.work < b.work;
                    });
  for (std::size_t i = 0; i < kept; ++i) related.push_back(scores[i].work);
  return related;
}

}  // namespace lamplight
