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

  // Words that at most one work in eight has. Very common ones tell nothing and cost the most.
  std::vector<std::string> words;
  search::for_each_text(catalog, catalog.works[work],
                        [&](std::string_view text, search::WordField, search::WordField, bool) {
                          for (std::string& word : search::words_of(text)) {
                            words.push_back(std::move(word));
                          }
                        });
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  std::vector<std::uint32_t> holders;
  for (const std::string& word : words) {
    holders.clear();
    for (const search::Posting& posting :
         impl_->text.postings(impl_->text.vocabulary().find(word))) {
      if (holders.empty() || holders.back() != posting.work) holders.push_back(posting.work);
    }
    if (holders.size() < 2 || holders.size() > std::max<std::size_t>(works / 8, 2)) continue;
    const std::uint32_t weight = rarity(works, holders.size());
    for (const std::uint32_t holder : holders) points[holder] += weight;
  }

  // Nothing in common but a section is no relation: sections only weigh what words or links found.
  const std::vector<std::string> links = links_of(catalog, catalog.works[work]);
  std::vector<int> sections;
  for (const int listing : catalog.works[work].listings) {
    sections.push_back(catalog.listings[static_cast<std::size_t>(listing)].section);
  }
  for (const Listing& listing : catalog.listings) {
    if (listing.work < 0) continue;
    std::uint32_t& sum = points[static_cast<std::size_t>(listing.work)];
    for (const Link& link : listing.links) {
      if (!link.url || links.empty()) continue;
      if (std::binary_search(links.begin(), links.end(), canonical_url(*link.url))) {
        sum += rarity(works, 1);
      }
    }
  }
  std::vector<std::uint32_t> in_section(works, 0);
  for (const Listing& listing : catalog.listings) {
    if (listing.work < 0 || points[static_cast<std::size_t>(listing.work)] == 0) continue;
    if (std::find(sections.begin(), sections.end(), listing.section) != sections.end()) {
      in_section[static_cast<std::size_t>(listing.work)] += 4;
    }
  }

  std::vector<Score> scores;
  for (std::uint32_t other = 0; other < works; ++other) {
    if (other != work && points[other] > 0) {
      scores.push_back({other, points[other] + in_section[other]});
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
