// WorkFinder: the same work in another list, as in the same list a year later.
//
//     lamplight::WorkFinder here(catalog);
//     lamplight::WorkFinder there(other_catalog);
//     for (std::uint32_t i = 0; i < other_catalog.works.size(); ++i) {
//       if (const std::optional<std::uint32_t> work = here.find(i, there)) {
//         std::printf("%u of there is %u of here\n", i, *work);
//       }
//     }
//
// Two works are the same when a title of theirs, short name included, is the same after folding; a
// title of at most three words, "Docs", only with an address in common, or, where neither has one,
// when both lists have as many works of it and both stand at the same place among them.
// Where neither list has the other's title, a work is what is most like it, if two of these three
// hold: they share an address (arXiv id, DOI, link), they have the same short name, their titles
// are much the same (one begins the other, or half of the words are shared). One misspelt word of
// a title is no difference either. Who is found finds back: `here.find(i, there)` is j exactly
// when no other work of `there` is more like j, except that several works whose titles became
// those of one work all find that one.
//
// Time: a look-up by an unchanged id is a binary search. The first for a title that changed reads
// all titles of the list, the first for one that is gone both lists. At most eight works that
// share an address, and sixteen links of a work, are compared: an address that many claim tells
// nothing.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lamplight/catalog.h"

namespace lamplight {

class WorkFinder {
 public:
  // Refers to the catalog, which must outlive it and stay where it is.
  explicit WorkFinder(const Catalog& catalog);
  ~WorkFinder();
  WorkFinder(const WorkFinder&) = delete;
  WorkFinder& operator=(const WorkFinder&) = delete;

  // The work of this list that `work` of the other is, if any.
  [[nodiscard]] std::optional<std::uint32_t> find(std::uint32_t work, WorkFinder& other);
  // Only by title.
  [[nodiscard]] std::optional<std::uint32_t> find_title(std::uint32_t work, WorkFinder& other);

  // Looks through all works unless it is asked for the same id again.
  [[nodiscard]] std::optional<std::uint32_t> find_id(std::string_view id);
  // Where the next find_id(id) need not look: `work` has this id.
  void remember(std::string_view id, std::uint32_t work);

 private:
  // Hash of a text above, the work that has it below: sorted, and a tenth of the texts' memory.
  using Keys = std::vector<std::uint64_t>;
  struct Unmatched;  // works whose titles one other list does not have

  void make_ids();
  void make_titles();
  // The work with one of these keys, sorted.
  [[nodiscard]] std::optional<std::uint32_t> find_telling(
      const std::vector<std::string>& keys) const;
  // The work that stands among those of a short title where `index` of the other list does there.
  [[nodiscard]] std::optional<std::uint32_t> find_short(const std::string& title,
                                                        std::uint32_t index,
                                                        const WorkFinder& other) const;
  // First work with the text's hash for which is_it(const Work&) holds.
  template <typename IsIt>
  [[nodiscard]] std::optional<std::uint32_t> find_key(const Keys& keys, std::string_view text,
                                                      IsIt&& is_it) const;
  [[nodiscard]] const Unmatched& unmatched_in(WorkFinder& other);

  const Catalog& catalog_;
  std::uint64_t serial_;  // no other finder of the program has it
  bool has_ids_ = false;
  bool has_titles_ = false;
  Keys titles_;
  Keys ids_;
  std::vector<std::unique_ptr<Unmatched>> unmatched_;
  std::optional<std::string> last_id_;
  std::optional<std::uint32_t> last_found_;
};

}  // namespace lamplight
