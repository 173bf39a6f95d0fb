// IndexBuilder: the stages of building an index, each done in small pieces.
#include <algorithm>
#include <iterator>
#include <utility>

#include "search/index.h"

namespace lamplight {

struct IndexBuilder::Impl {
  Impl(const Catalog& a_catalog, const Profile& a_profile)
      : catalog(a_catalog),
        profile(a_profile),
        slots(a_catalog),
        text(a_catalog),
        columns(a_catalog, a_profile),
        links(a_catalog) {}

  void count_years(std::size_t begin, std::size_t end) { slots.count(begin, end); }
  void place_slots(std::size_t begin, std::size_t end) { slots.place(begin, end); }
  void read_text(std::size_t begin, std::size_t end) { text.read(begin, end); }
  void sort_words(std::size_t begin, std::size_t end) { text.sort(begin, end); }
  void weigh_words(std::size_t begin, std::size_t end) { text.weigh(slots.slots(), begin, end); }
  void write_words(std::size_t begin, std::size_t end) { text.write(slots.slots(), begin, end); }
  void read_columns(std::size_t begin, std::size_t end) { columns.read(slots.slots(), begin, end); }
  void read_links(std::size_t begin, std::size_t end) { links.read(begin, end); }
  void sort_links(std::size_t begin, std::size_t end) { links.sort(begin, end); }
  void put_together(std::size_t, std::size_t) {
    index = std::make_unique<Index::Impl>(catalog, profile, slots.take(), text.take(),
                                          columns.take(), links.take());
  }
  void add_facets(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      index->facets.emplace_back(catalog, profile, profile.facets[i], index->columns);
    }
  }

  enum class Over : std::uint8_t { Works, Words, Links, Facets, Once };
  // A step does `grain` of what a stage goes over, about a millisecond. `weight`: its part of the
  // whole time, in percent, as measured on a long list.
  struct Stage {
    void (Impl::*run)(std::size_t begin, std::size_t end);
    Over over;
    std::size_t grain;
    int weight;
  };
  static const Stage stages[];
  static const std::size_t stage_count;

  [[nodiscard]] std::size_t size_of(Over over) const {
    switch (over) {
      case Over::Works:
        return catalog.works.size();
      case Over::Words:
        return search::VocabularyBuilder::sorting_steps;
      case Over::Links:
        return search::SharedLinksBuilder::sorting_steps;
      case Over::Facets:
        return profile.facets.size();
      case Over::Once:
        break;
    }
    return 1;
  }

  const Catalog& catalog;
  const Profile& profile;
  search::SlotsBuilder slots;
  search::TextIndexBuilder text;
  search::ColumnsBuilder columns;
  search::SharedLinksBuilder links;
  std::unique_ptr<Index::Impl> index;
  std::size_t stage = 0;
  std::size_t at = 0;   // in the stage
  int weight_done = 0;  // of the stages before
};

const IndexBuilder::Impl::Stage IndexBuilder::Impl::stages[] = {
    {&Impl::count_years, Over::Works, 2048, 2},   {&Impl::place_slots, Over::Works, 2048, 3},
    {&Impl::read_text, Over::Works, 512, 45},     {&Impl::sort_words, Over::Words, 1, 3},
    {&Impl::weigh_words, Over::Works, 4096, 13},  {&Impl::write_words, Over::Works, 4096, 14},
    {&Impl::read_columns, Over::Works, 1024, 10}, {&Impl::read_links, Over::Works, 1024, 7},
    {&Impl::sort_links, Over::Links, 4, 2},       {&Impl::put_together, Over::Once, 1, 0},
    {&Impl::add_facets, Over::Facets, 1, 1},
};
const std::size_t IndexBuilder::Impl::stage_count = std::size(stages);

IndexBuilder::IndexBuilder(const Catalog& catalog, const Profile& profile)
    : impl_(std::make_unique<Impl>(catalog, profile)) {}
IndexBuilder::IndexBuilder(IndexBuilder&&) noexcept = default;
IndexBuilder& IndexBuilder::operator=(IndexBuilder&&) noexcept = default;
IndexBuilder::~IndexBuilder() = default;

bool IndexBuilder::step() {
  if (impl_ == nullptr) return false;
  Impl& self = *impl_;
  while (self.stage < Impl::stage_count) {
    const Impl::Stage& stage = Impl::stages[self.stage];
    const std::size_t size = self.size_of(stage.over);
    if (self.at < size) {
      const std::size_t end = std::min(size, self.at + stage.grain);
      (self.*stage.run)(self.at, end);
      self.at = end;
      return true;
    }
    self.weight_done += stage.weight;
    self.at = 0;
    ++self.stage;
  }
  return false;
}

double IndexBuilder::progress() const {
  if (impl_ == nullptr || impl_->stage == Impl::stage_count) return 1;
  const Impl& self = *impl_;
  const Impl::Stage& stage = Impl::stages[self.stage];
  const auto size = static_cast<double>(std::max<std::size_t>(1, self.size_of(stage.over)));
  return (self.weight_done + stage.weight * static_cast<double>(self.at) / size) / 100;
}

Index IndexBuilder::take() {
  while (step()) {
  }
  Index index(std::move(impl_->index));
  impl_.reset();
  return index;
}

Index build_index(const Catalog& catalog, const Profile& profile) {
  return IndexBuilder(catalog, profile).take();
}

}  // namespace lamplight
