#include <algorithm>

#include "app/filters.h"
#include "app/state.h"
#include "app/url_text.h"
#include "app/views.h"
#include "base/text.h"
#include "base/wording.h"
#include "lamplight/catalog.h"

namespace lamplight::app {
namespace {

// Keeps the work bounded for hostile text; no reader comes near.
constexpr std::size_t max_url_bytes = std::size_t{1} << 16;

int hex_value(char c) {
  if (is_ascii_digit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

class Reader {
 public:
  explicit Reader(const std::vector<std::string>& facets) : facets_(facets) {}

  void read(std::string_view text, std::string_view left_out = {}) {
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('&'), text.size());
      read_pair(text.substr(0, end), left_out);
      text.remove_prefix(std::min(end + 1, text.size()));
    }
  }

  void notice(std::string message) {
    constexpr std::size_t max_notices = 8;
    if (parsed_.notices.size() < max_notices) parsed_.notices.push_back(std::move(message));
  }

  [[nodiscard]] ParsedUrl take() {
    sort_filters(parsed_.state.filters);
    return std::move(parsed_);
  }

 private:
  void read_pair(std::string_view pair, std::string_view left_out) {
    // "#" begins the fragment and can never be part of a key.
    while (!pair.empty() && pair.front() == '#') pair.remove_prefix(1);
    if (pair.empty()) return;
    const std::size_t equals = pair.find('=');
    const std::string_view raw_key = pair.substr(0, equals);
    const std::string_view raw =
        equals == std::string_view::npos ? std::string_view() : pair.substr(equals + 1);
    // Without a key there is nothing that could be understood later.
    if (raw_key.empty()) return;
    std::string key = decode(raw_key);
    if (key == left_out) return;
    if (const ViewKey* own = find_view_key(key)) {
      read_setting(*own, decode(raw));
    } else if (is_filter(key)) {
      read_filter(key, raw);
    } else if (!read_known(key, raw)) {
      parsed_.state.unknown.emplace_back(raw_key, raw);
    }
    parsed_.keys.push_back(std::move(key));
  }

  [[nodiscard]] bool is_filter(std::string_view key) const {
    if (key == "year") return false;
    return filter_rank(key) < 3 || std::find(facets_.begin(), facets_.end(), key) != facets_.end();
  }

  void read_filter(const std::string& key, std::string_view raw) {
    Filter filter{key, {}};
    while (!raw.empty()) {
      const std::size_t end = std::min(raw.find(','), raw.size());
      std::string value = decode(raw.substr(0, end));
      raw.remove_prefix(std::min(end + 1, raw.size()));
      if (value.empty()) continue;
      if (key == "has") {
        const std::optional<LinkKind> kind = find_link_kind(value);
        if (!kind) {
          notice("There is no kind of link " + quoted(value) + ": left out.");
          continue;
        }
        value = link_kind_name(*kind);
      }
      filter.values.push_back(std::move(value));
    }
    parsed_.state.filters.push_back(std::move(filter));
  }

  // False when the key is none of ours.
  bool read_known(std::string_view key, std::string_view raw) {
    State& state = parsed_.state;
    const std::string value = decode(raw);
    if (key == "q") {
      take(key, value, state.query);
    } else if (key == "work") {
      take(key, value, state.work);
    } else if (key == "since") {
      take(key, value, state.since);
    } else if (key == "at") {
      take(key, value, state.at);
    } else if (key == "year") {
      if (const std::optional<YearRange> years = parse_year_range(value)) {
        state.years = *years;
      } else if (!value.empty()) {
        notice(quoted(value) + " is no year: write year=2021 or year=2020..2022.");
      }
    } else if (key == "sort") {
      std::vector<std::string> wrong;
      state.sort = parse_sort(value, facets_, wrong);
      for (const std::string& each : wrong) {
        notice("There is no order " + quoted(each) + ": left out.");
      }
    } else if (key == "view") {
      if (const std::optional<View> view = find_view(value)) {
        state.view = *view;
      } else if (!value.empty()) {
        notice("There is no view " + quoted(value) + ": the list is shown.");
      }
    } else {
      return false;
    }
    return true;
  }

  void read_setting(const ViewKey& key, const std::string& value) {
    std::vector<std::string> wrong;
    set_setting(parsed_.state.settings, key.key, key.read(value, facets_, wrong));
    for (const std::string& each : wrong) {
      notice("“" + std::string(key.key) + "” knows no " + quoted(each) + ": left out.");
    }
  }

  // The first of several counts.
  void take(std::string_view key, const std::string& value, std::string& target) {
    if (target.empty()) {
      target = value;
    } else if (value != target) {
      notice(quoted(key) + " is there twice: the first one counts.");
    }
  }

  const std::vector<std::string>& facets_;
  ParsedUrl parsed_;
};

}  // namespace

std::string decode(std::string_view text) {
  std::string bytes;
  bytes.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '%' && i + 2 < text.size() && hex_value(text[i + 1]) >= 0 &&
        hex_value(text[i + 2]) >= 0) {
      bytes += static_cast<char>(hex_value(text[i + 1]) * 16 + hex_value(text[i + 2]));
      i += 2;
    } else {
      bytes += c == '+' ? ' ' : c;
    }
  }
  return repair_utf8(bytes).text;
}

ParsedUrl parse_url(std::string_view text, const std::vector<std::string>& facets) {
  Reader reader(facets);
  if (text.size() > max_url_bytes) {
    reader.notice("The address is too long: left out.");
  } else {
    reader.read(text);
  }
  return reader.take();
}

std::vector<std::string> url_keys(const std::vector<std::string>& facets) {
  std::vector<std::string> keys = {"q", "in", "year", "has", "venue"};
  const std::vector<std::string> others = {"sort", "view", "work", "since", "at"};
  for (const std::vector<std::string>* some : {&facets, &others}) {
    for (const std::string& key : *some) {
      if (std::find(keys.begin(), keys.end(), key) == keys.end()) keys.push_back(key);
    }
  }
  for (const std::string_view key : view_key_names()) {
    if (std::find(keys.begin(), keys.end(), key) == keys.end()) keys.emplace_back(key);
  }
  return keys;
}

ParsedUrl set_url_key(const State& state, std::string_view key, std::string_view text,
                      const std::vector<std::string>& facets) {
  Reader reader(facets);
  reader.read(print_url(state), key);
  if (text.size() > max_url_bytes) {
    reader.notice(quoted(key) + " is too long: left out.");
  } else if (!text.empty()) {
    std::string pair;
    append_encoded(pair, key, Comma::Encoded);
    pair += '=';
    append_encoded(pair, text, Comma::Plain);
    reader.read(pair);
  }
  return reader.take();
}

}  // namespace lamplight::app
