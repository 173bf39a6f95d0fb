#include "app/views.h"

#include <algorithm>
#include <iterator>

#include "app/columns.h"

namespace lamplight::app {
namespace {

// By View.
constexpr std::string_view view_names[] = {"list", "table"};
constexpr std::string_view view_titles[] = {"List", "Table"};

// In the order in which they stand in the address.
constexpr ViewKey view_keys[] = {
    {"cols", read_columns},
};

std::size_t rank(std::string_view key) {
  std::size_t at = 0;
  while (at < std::size(view_keys) && view_keys[at].key != key) ++at;
  return at;
}

}  // namespace

std::string_view view_name(View view) { return view_names[static_cast<std::size_t>(view)]; }

std::string_view view_title(View view) { return view_titles[static_cast<std::size_t>(view)]; }

std::optional<View> find_view(std::string_view name) {
  for (std::size_t i = 0; i < std::size(view_names); ++i) {
    if (view_names[i] == name) return static_cast<View>(i);
  }
  return std::nullopt;
}

const ViewKey* find_view_key(std::string_view key) {
  const std::size_t at = rank(key);
  return at < std::size(view_keys) ? &view_keys[at] : nullptr;
}

std::vector<std::string_view> view_key_names() {
  std::vector<std::string_view> names;
  for (const ViewKey& key : view_keys) names.push_back(key.key);
  return names;
}

std::string_view State::setting(std::string_view key) const {
  for (const auto& [each, value] : settings) {
    if (each == key) return value;
  }
  return {};
}

void set_setting(std::vector<std::pair<std::string, std::string>>& settings, std::string_view key,
                 std::string_view value) {
  std::erase_if(settings, [&](const auto& each) { return each.first == key; });
  if (value.empty()) return;
  const auto after = std::find_if(settings.begin(), settings.end(),
                                  [&](const auto& each) { return rank(each.first) > rank(key); });
  settings.emplace(after, key, value);
}

}  // namespace lamplight::app
