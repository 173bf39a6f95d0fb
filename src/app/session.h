// Session: holds the catalogs, the one State, and the view model remembered for it.
// Every platform owns one; everything it is told is an Action.
//
//     Session session;
//     session.set_profile(profile_json);
//     session.add_snapshot("2024-03-11", markdown);
//     session.dispatch(SetQuery{"protein"});
//     session.view_model().rows;
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/state.h"
#include "app/view_model.h"
#include "lamplight/catalog.h"
#include "lamplight/result.h"

namespace lamplight::app {

struct Scene;

class Session {
 public:
  Session();
  ~Session();
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  // Failure: Syntax; the former profile stays. Kinds that a former profile's labels gave to links
  // of lists that are loaded already stay where the new one has no rule for them.
  [[nodiscard]] Result<bool> set_profile(std::string_view json);

  // Parses and keeps a dated list; the same date replaces. Failure: as parse_catalog; what was
  // loaded stays. The newest loaded one is shown until the URL or a reader chooses.
  [[nodiscard]] Result<bool> add_snapshot(std::string_view date, std::string_view markdown);

  // The same with a list that is parsed already.
  void add_catalog(std::string date, Catalog catalog);

  // Names of all lists that there are, loaded or not yet (shown in the chooser). Of names that are
  // no dates the first given is the newest.
  void expect_snapshots(std::vector<std::string> dates);

  void dispatch(const Action& action);

  // Reads a URL fragment into the state; wrong values become notices. It may come before profile
  // and lists: what they alone can tell (a facet's key, a work's id) is understood when they come.
  void open_url(std::string_view fragment);
  [[nodiscard]] std::string url() const;

  // What the page around the atlas wants of one key of the URL, as plain text (set_url_key): holds
  // now, and in every URL that does not name the key. Empty: it wants nothing.
  void set_key(std::string_view key, std::string_view text);
  [[nodiscard]] std::vector<std::string> keys() const;

  [[nodiscard]] const State& state() const;

  // Valid until the next non-const call. Rebuilt only when something changed.
  [[nodiscard]] const ViewModel& view_model();
  // Row for position `position` of view_model().rows; remembered for the rows last asked for. Valid
  // until the next non-const call other than view_model() and row(); an empty row past the end.
  [[nodiscard]] const RowView& row(std::size_t position);
  // What view_model() was made of, for what a view alone shows of a work (builders.h); null while
  // no list is there. Valid until the next non-const call other than view_model() and row().
  [[nodiscard]] const Scene* scene();
  // Position of the work among view_model().rows, if it is there. Looks through them.
  [[nodiscard]] std::optional<std::size_t> find_row(std::string_view id);

  // What a query finds in all of the shown list, whatever is chosen; the state stays as it is. None
  // while there is no index. Valid until the next non-const call.
  [[nodiscard]] Hits find(std::string_view query);

  // What the search field may offer now: completions of the query, or recent searches while it is
  // empty. Remembered; valid until the next non-const call.
  [[nodiscard]] const std::vector<SuggestionView>& suggestions();

  // The index of a long list is built in pieces, which the platform asks for while it has time;
  // until then the view model shows the whole list and how far it is. Lists of up to
  // `indexed_at_once` works are indexed when they are first shown.
  static constexpr std::size_t indexed_at_once = 4000;
  // False: there is nothing to prepare, or not wanted (SetPreparing).
  [[nodiscard]] bool is_preparing();
  // One piece, about a millisecond. False as above.
  bool prepare_step();

  // Grows by one whenever the view model may have changed.
  [[nodiscard]] std::uint64_t version() const;

  // Date of a snapshot that the state asks for and that is not loaded, or empty.
  [[nodiscard]] std::string missing_snapshot() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace lamplight::app
