// FoundWorks: what a state's query and filters find in the shown list, kept until one of them
// changes, however the rest of the state does.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/marks.h"
#include "app/snapshot.h"
#include "app/sort_order.h"
#include "app/state.h"
#include "lamplight/search.h"

namespace lamplight::app {

class FoundWorks {
 public:
  // What a search depends on besides the state.
  struct Lists {
    Snapshot& shown;
    const Index& index;                     // of `shown`
    const Snapshots& snapshots;             // newest first, `shown` among them
    const std::vector<std::string>& dates;  // of all lists, those that have not come yet too
  };

  // `order`: what the state's keys of order come to, or null where the search knows them itself.
  void search(const Lists& lists, const State& state, SortOrder::Order order);
  // Lists or profile changed: nothing found before holds, nor what it refers to.
  void forget();

  // Empty before a search, and after forget().
  [[nodiscard]] const SearchRequest& request() const { return request_; }
  [[nodiscard]] const SearchResult& result() const { return result_; }
  // About the query, values of filters that mean nothing, and marks without works.
  [[nodiscard]] const std::vector<std::string>& notices() const { return notices_; }
  // Another number for every search.
  [[nodiscard]] std::uint64_t revision() const { return revision_; }

 private:
  void keep_known_filters(const Lists& lists, const std::vector<Filter>& filters);
  void add_mark_notices(const Lists& lists, const State& state);

  bool is_found_ = false;
  std::uint64_t revision_ = 0;
  std::string query_;            // that request_.query was read from
  std::vector<Filter> filters_;  // that request_.filters are those of that mean something
  SearchRequest request_;
  SearchResult result_;
  Marks marks_;
  std::vector<std::string> filter_notices_;
  std::vector<std::string> notices_;
};

}  // namespace lamplight::app
