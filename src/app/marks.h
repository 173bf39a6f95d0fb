// Marks: what "is:new" and "is:saved" mean in the shown list, made when a query asks for them.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/snapshot.h"
#include "lamplight/search.h"

namespace lamplight::app {

class Marks {
 public:
  using List = std::shared_ptr<const std::vector<Mark>>;

  // The marks that `query` asks for; null for none. The very same as before unless something
  // changed. `older`: the list before `shown`, or null.
  const List& take(const Query& query, Snapshot& shown, Snapshot* older,
                   const std::vector<std::string>& saved);

  // Lists changed: nothing made before holds.
  void forget();

 private:
  [[nodiscard]] Mark make_new(Snapshot& shown, Snapshot& older) const;
  [[nodiscard]] Mark make_saved(const Snapshot& shown) const;

  std::optional<Mark> new_;
  std::optional<Mark> saved_;
  std::vector<std::string> saved_ids_;  // that saved_ was made of
  bool has_new_ = false;                // in list_
  bool has_saved_ = false;
  List list_;
};

// Whether the query asks for the mark, negated or not.
[[nodiscard]] bool asks_for(const Query& query, std::string_view mark);

}  // namespace lamplight::app
