#include "catalog/join_listings.h"

#include <optional>
#include <string>
#include <string_view>

#include "base/string_index.h"
#include "base/text.h"
#include "base/url.h"
#include "catalog/identifiers.h"
#include "catalog/likeness.h"
#include "catalog/names.h"

namespace lamplight::catalog {
namespace {

constexpr std::uint32_t none = StringIndex::none;
// Listings of different works with one identifier that a further one is compared with. A list that
// pastes one link under hundreds of titles must not take quadratic time.
constexpr std::uint32_t max_compared = 4;

using ListingRow = CatalogWriter::ListingRow;
using LinkRow = CatalogWriter::LinkRow;

// What a listing says about which thing it is.
struct Identity {
  std::uint32_t full = none;   // its title with the short name, in Joining::titles_
  std::uint32_t plain = none;  // its title without
};

class Joining {
 public:
  Joining(const CatalogWriter& writer, const PaperLinks& papers)
      : writer_(writer), papers_(papers) {
    const std::uint32_t count = size();
    first_.reserve(count);
    for (std::uint32_t i = 0; i < count; ++i) first_.push_back(i);
  }

  std::vector<std::uint32_t> run() {
    read_titles();
    join_equal_titles();
    join_by_address();
    join_coined_names();
    join_by_identifier();
    for (std::uint32_t i = 0; i < size(); ++i) first_[i] = find(i);
    return std::move(first_);
  }

 private:
  [[nodiscard]] std::uint32_t size() const { return writer_.listings().size(); }
  [[nodiscard]] const ListingRow& listing(std::uint32_t index) const {
    return writer_.listings()[index];
  }

  std::uint32_t find(std::uint32_t index) {
    while (first_[index] != index) {
      first_[index] = first_[first_[index]];
      index = first_[index];
    }
    return index;
  }
  void join(std::uint32_t a, std::uint32_t b) {
    a = find(a);
    b = find(b);
    if (a < b) first_[b] = a;
    if (b < a) first_[a] = b;
  }

  void read_titles() {
    std::size_t texts = size();
    std::size_t bytes = 0;
    for (std::uint32_t i = 0; i < size(); ++i) {
      const bool has_name = listing(i).name.has_value();
      if (has_name) ++texts;
      bytes += listing(i).name.size + (has_name ? 2 : 1) * (listing(i).title.size + std::size_t{1});
    }
    titles_.reserve(texts, bytes);
    identities_.reserve(size());
    for (std::uint32_t i = 0; i < size(); ++i) {
      const ListingRow& row = listing(i);
      const std::string_view title = writer_.text(row.title);
      Identity identity;
      if (row.name.has_value()) {
        const std::string plain = title_key(title);
        if (!plain.empty()) identity.plain = titles_.add(plain);
        // As full_title_key has it, without reading the title once more.
        std::string full = title_key(writer_.text(row.name));
        if (!full.empty() && !plain.empty()) full.push_back(' ');
        identity.full = add_title(full.append(plain), i);
      } else {
        const std::string key = title_key(title);
        identity.full = add_title(key, i);
        if (!key.empty()) identity.plain = identity.full;
      }
      identities_.push_back(identity);
    }
    sharing_.assign(titles_.size(), 0);
    for (const Identity& each : identities_) {
      if (each.plain != none && sharing_[each.plain] < 2) ++sharing_[each.plain];
    }
    is_short_.reserve(titles_.size());
    for (std::uint32_t i = 0; i < titles_.size(); ++i) {
      is_short_.push_back(is_short_title(titles_.text(i)) ? 1 : 0);
    }
  }

  // A title without words is like no other: it stands for itself.
  std::uint32_t add_title(const std::string& key, std::uint32_t index) {
    return titles_.add(key.empty() ? "\n" + std::to_string(index) : key);
  }

  void join_equal_titles() {
    std::vector<std::uint32_t> listing_of(titles_.size(), none);
    for (std::uint32_t i = 0; i < size(); ++i) {
      const std::uint32_t title = identities_[i].full;
      if (is_short_[title]) continue;
      if (listing_of[title] == none) listing_of[title] = i;
      join(listing_of[title], i);
    }
  }

  // Of listings whose titles are the same without their short names.
  void join_by_address() {
    StringIndex addresses;  // "number of the title" + address
    std::vector<std::uint32_t> listing_of;
    for (std::uint32_t i = 0; i < size(); ++i) {
      const std::uint32_t title = identities_[i].plain;
      if (title == none || sharing_[title] < 2) continue;
      for (std::uint32_t at = listing(i).first_link; at < listing(i).end_link; ++at) {
        const LinkRow& link = writer_.link(at);
        if (!link.url.has_value()) continue;
        const bool is_paper = papers_.of(at) != none;
        const std::uint32_t number = addresses.add(
            std::to_string(title) + (is_paper ? "#" + std::to_string(papers_.of(at))
                                              : " " + canonical_url(writer_.text(link.url))));
        if (number == listing_of.size()) {
          listing_of.push_back(i);
          continue;
        }
        const std::uint32_t other = listing_of[number];
        if (has_compatible_name(i, other) || (is_paper && !is_short_[title])) join(other, i);
      }
    }
  }

  [[nodiscard]] bool has_compatible_name(std::uint32_t a, std::uint32_t b) const {
    return !listing(a).name.has_value() || !listing(b).name.has_value() ||
           identities_[a].full == identities_[b].full;
  }

  void join_coined_names() {
    std::vector<std::uint32_t> listing_of(titles_.size(), none);
    // What the first listing of a title claims, which may have many links, is read once.
    std::vector<std::uint32_t> claim_of(titles_.size(), none);
    std::vector<Claimed> claims;
    const auto claimed_by_first = [&](std::uint32_t title) -> const Claimed& {
      if (claim_of[title] == none) {
        claim_of[title] = static_cast<std::uint32_t>(claims.size());
        claims.push_back(claimed_by(listing_of[title]));
      }
      return claims[claim_of[title]];
    };
    for (std::uint32_t i = 0; i < size(); ++i) {
      const std::uint32_t title = identities_[i].full;
      if (!is_short_[title] || !is_coined_name(listing(i))) continue;
      if (listing_of[title] == none) {
        listing_of[title] = i;
      } else if (!is_same_place(listing(i), listing(listing_of[title])) &&
                 !contradict(claimed_by(i), claimed_by_first(title))) {
        join(listing_of[title], i);
      }
    }
  }

  [[nodiscard]] bool is_coined_name(const ListingRow& row) const {
    return (!row.name.has_value() || is_coined(writer_.text(row.name))) &&
           is_coined(writer_.text(row.title));
  }

  [[nodiscard]] bool is_same_place(const ListingRow& a, const ListingRow& b) const {
    return a.section == b.section && writer_.text(a.group) == writer_.text(b.group);
  }

  // The first repository and the first arXiv id or DOI of a listing.
  struct Claimed {
    std::optional<std::string> repository;
    std::uint32_t paper = none;  // in papers_
  };
  [[nodiscard]] Claimed claimed_by(std::uint32_t index) const {
    Claimed claimed;
    for (std::uint32_t at = listing(index).first_link;
         at < listing(index).end_link && !(claimed.paper != none && claimed.repository); ++at) {
      const LinkRow& link = writer_.link(at);
      if (!link.url.has_value()) continue;
      if (claimed.paper == none) claimed.paper = papers_.of(at);
      if (!claimed.repository) {
        const auto found = find_repository(writer_.text(link.url));
        if (found) claimed.repository = to_lower_ascii(*found);
      }
    }
    return claimed;
  }

  [[nodiscard]] static bool contradict(const Claimed& one, const Claimed& other) {
    return (one.repository && other.repository && *one.repository != *other.repository) ||
           (one.paper != none && other.paper != none && one.paper != other.paper);
  }

  void join_by_identifier() {
    std::vector<Claimant> claimants;
    std::vector<std::uint32_t> heads(papers_.count(), none);
    words_.resize(titles_.size());
    for (std::uint32_t i = 0; i < size(); ++i) {
      Claimant here;
      for (std::uint32_t at = listing(i).first_link; at < listing(i).end_link; ++at) {
        const std::uint32_t number = papers_.of(at);
        if (number == none) continue;
        if (here.words.empty()) here = claimant(i);
        // One of a joined work is a claimant, too, by its own title: "GLM" is "GLM: GLM-130B, an
        // open model", which is "GLM-130B, an open model".
        bool is_told = false;
        for (std::uint32_t claimant = heads[number]; claimant != none;
             claimant = claimants[claimant].next) {
          const Claimant& other = claimants[claimant];
          const bool is_joined = find(other.listing) == find(i);
          if (!is_joined && !agrees(here, other)) continue;
          join(other.listing, i);
          is_told = identities_[other.listing].full == identities_[i].full;
          if (is_joined || is_told) break;
        }
        const std::uint32_t before = heads[number];
        here.place = before == none ? 0 : claimants[before].place + 1;
        if (is_told || here.place >= max_compared) continue;
        here.next = before;
        claimants.push_back(here);
        heads[number] = static_cast<std::uint32_t>(claimants.size() - 1);
      }
    }
  }

  // A listing that names a paper, with what tells it from most others, so that they need not be
  // looked up.
  struct Claimant {
    std::uint32_t listing = 0;
    std::uint32_t next = none;  // of the same paper, claimed before
    std::uint32_t place = 0;    // among those
    WordSigns words;
    bool has_name = false;
  };
  [[nodiscard]] Claimant claimant(std::uint32_t index) {
    return {index, none, 0, words_of(identities_[index].full), listing(index).name.has_value()};
  }

  // Of two listings with one identifier.
  [[nodiscard]] bool agrees(const Claimant& a, const Claimant& b) const {
    return is_name_of(a, b) || is_name_of(b, a) ||
           (may_agree(a.words, b.words) && titles_agree(titles_.text(identities_[a.listing].full),
                                                        titles_.text(identities_[b.listing].full)));
  }

  [[nodiscard]] const WordSigns& words_of(std::uint32_t title) {
    WordSigns& words = words_[title];
    if (words.empty()) words = word_signs(titles_.text(title));
    return words;
  }

  // "LLaMA" is "LLaMA: Open and Efficient ...".
  [[nodiscard]] bool is_name_of(const Claimant& a, const Claimant& b) const {
    return !a.has_name && b.has_name && a.words.is_within(b.words) &&
           titles_.text(identities_[a.listing].full) ==
               title_key(writer_.text(listing(b.listing).name));
  }

  const CatalogWriter& writer_;
  const PaperLinks& papers_;
  std::vector<std::uint32_t> first_;   // of each listing's set, or one nearer to it
  StringIndex titles_;                 // keys of titles, with and without short names
  std::vector<Identity> identities_;   // of listings
  std::vector<std::uint8_t> sharing_;  // by title: listings that have it as plain one, at most 2
  std::vector<char> is_short_;         // by title
  std::vector<WordSigns> words_;       // by title; made when they are asked for
};

}  // namespace

std::vector<std::uint32_t> join_listings(const CatalogWriter& writer, const PaperLinks& papers) {
  return Joining(writer, papers).run();
}

}  // namespace lamplight::catalog
