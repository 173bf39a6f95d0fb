#include "app/marks.h"

#include <array>
#include <utility>

#include "base/string_index.h"

namespace lamplight::app {

bool asks_for(const Query& query, std::string_view mark) {
  bool is_asked = false;
  for_each_term(query.clauses, [&](const Term& term, bool) {
    is_asked = is_asked || (term.field == TermField::Is && term.value == mark);
  });
  return is_asked;
}

Mark Marks::make_new(Snapshot& shown, Snapshot& older) const {
  Mark mark{"new", {}};
  const Catalog& catalog = shown.catalog();
  for (std::uint32_t i = 0; i < catalog.works.size(); ++i) {
    if (!older.finder().find(i, shown.finder())) mark.works.push_back(i);
  }
  return mark;
}

Mark Marks::make_saved(const Snapshot& shown) const {
  Mark mark{"saved", {}};
  StringIndex ids;
  // Most works are told apart by the size of their id, which is at hand without reading it.
  std::array<bool, 256> has_size{};
  for (const std::string& id : saved_ids_) {
    ids.add(id);
    has_size[id.size() & 255] = true;
  }
  const std::span<const Work> works = shown.catalog().works;
  for (std::uint32_t i = 0; i < works.size() && ids.size() > 0; ++i) {
    const std::string_view id = works[i].id;
    if (has_size[id.size() & 255] && ids.find(id) != StringIndex::none) mark.works.push_back(i);
  }
  return mark;
}

const Marks::List& Marks::take(const Query& query, Snapshot& shown, Snapshot* older,
                               const std::vector<std::string>& saved) {
  const bool wants_new = older != nullptr && asks_for(query, "new");
  const bool wants_saved = asks_for(query, "saved");
  bool is_same = wants_new == has_new_ && wants_saved == has_saved_;
  if (wants_new && !new_) {
    new_ = make_new(shown, *older);
    is_same = false;
  }
  if (wants_saved && (!saved_ || saved_ids_ != saved)) {
    saved_ids_ = saved;
    saved_ = make_saved(shown);
    is_same = false;
  }
  if (is_same) return list_;
  has_new_ = wants_new;
  has_saved_ = wants_saved;
  std::vector<Mark> marks;
  if (wants_new) marks.push_back(*new_);
  if (wants_saved) marks.push_back(*saved_);
  list_ = marks.empty() ? nullptr : std::make_shared<const std::vector<Mark>>(std::move(marks));
  return list_;
}

void Marks::forget() { *this = Marks(); }

}  // namespace lamplight::app
