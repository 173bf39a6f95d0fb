// Columns: what else than words the works are found and counted by, one number a work.
//
// A column gives each slot a code, and each code what it stands for. Works that agree share one:
// a list of a million works has some hundred ways to be placed in its sections. What a filter or a
// facet's value means is settled once for each code; finding and counting the works is then one
// pass over the column.
//
//     slot      0  1  2  3  4          code  stands for
//     places    0  0  2  1  0          0     (vision, no group, bullet)
//                                      1     (audio, no group, row)
//                                      2     (vision, no group, bullet), (audio, no group, row)
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/string_index.h"
#include "lamplight/catalog.h"
#include "lamplight/profile.h"
#include "search/code_lists.h"
#include "search/link_kinds.h"
#include "search/pair_table.h"
#include "search/slots.h"
#include "search/tag_codes.h"
#include "search/work_set.h"

namespace lamplight::search {

class Column {
 public:
  explicit Column(std::size_t works) : narrow_(works, 0) {}

  [[nodiscard]] std::size_t size() const { return wide_.empty() ? narrow_.size() : wide_.size(); }
  [[nodiscard]] std::uint32_t code(std::uint32_t slot) const {
    return wide_.empty() ? narrow_[slot] : wide_[slot];
  }
  // Once for every work.
  void set(std::uint32_t slot, std::uint32_t code);
  // After that; `codes`: how many there are.
  void finish(std::size_t codes);
  [[nodiscard]] std::size_t codes() const { return all_.size(); }
  // How many works have each code.
  [[nodiscard]] const std::vector<std::uint32_t>& all() const { return all_; }
  // How many of `works` do; `size` is how many those are.
  [[nodiscard]] std::vector<std::uint32_t> count(const WorkSet& works, std::size_t size) const;
  // The works of which `is_chosen` has the code.
  void add(const std::vector<char>& is_chosen, WorkSet& works) const;

  [[nodiscard]] std::size_t bytes() const {
    return narrow_.capacity() * sizeof(std::uint16_t) +
           (wide_.capacity() + all_.capacity()) * sizeof(std::uint32_t);
  }

 private:
  std::vector<std::uint16_t> narrow_;
  std::vector<std::uint32_t> wide_;  // instead, once a code needs it
  std::vector<std::uint32_t> all_;   // by code
};

// How many of `works` have each pair of codes.
[[nodiscard]] PairTable count_pairs(const Column& rows, const Column& columns,
                                    const WorkSet& works);

// Where a listing may stand.
struct Place {
  int section = -1;
  Shape shape = Shape::Bullet;
  std::string group;  // empty: none
};

struct Columns {
  explicit Columns(std::size_t works)
      : places(works), kinds(works), years(works), venues(works), flagged(works) {}

  Column places;
  std::vector<Place> place_list;
  CodeLists place_codes;  // code -> positions in place_list, ascending

  Column kinds;
  std::vector<KindMask> kind_codes;

  Column years;
  std::vector<std::optional<int>> year_codes;

  Column venues;
  std::vector<std::string_view> venue_codes;  // texts of the catalog; "": none

  // Of no works where the profile has no such facet.
  Column work_kinds{0};  // codes are WorkKinds
  Column tags{0};
  std::vector<TagValue> tag_list;
  CodeLists tag_codes;  // code -> positions in tag_list, ascending

  WorkSet flagged;  // works with a finding that is no mere note

  [[nodiscard]] std::size_t bytes() const;
};

// Makes the columns, in pieces of the works.
class ColumnsBuilder {
 public:
  ColumnsBuilder(const Catalog& catalog, const Profile& profile);
  void read(const Slots& slots, std::size_t begin, std::size_t end);
  [[nodiscard]] Columns take();

 private:
  [[nodiscard]] std::uint32_t place_of(const Listing& listing);
  [[nodiscard]] std::uint32_t place_code_of(const Work& work);
  [[nodiscard]] std::uint32_t kind_code_of(const Work& work);
  [[nodiscard]] std::uint32_t year_code_of(const Work& work);
  [[nodiscard]] std::uint32_t venue_code_of(const Work& work);
  [[nodiscard]] bool is_flagged(const Work& work) const;

  const Catalog& catalog_;
  Columns columns_;
  std::vector<std::uint32_t> plain_places_;  // by section and shape, without a group; none: not yet
  StringIndex grouped_places_;
  std::vector<std::uint32_t> grouped_numbers_;
  StringIndex place_sets_;  // several places, as bytes
  std::vector<std::uint32_t> set_codes_;
  std::vector<std::uint32_t> single_codes_;  // by place; none: not yet
  std::vector<std::uint32_t> places_;        // of the work that is being read
  std::vector<std::uint32_t> mask_codes_;    // by mask of kinds; none: not yet
  std::vector<std::uint32_t> years_;         // by year; none: not yet
  StringIndex venues_;
  bool has_kinds_ = false;
  bool has_tags_ = false;
  TagCodes tags_;
  std::vector<std::uint32_t> flagged_lines_;  // ascending
};

}  // namespace lamplight::search
