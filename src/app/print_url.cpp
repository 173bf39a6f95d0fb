#include <algorithm>

#include "app/filters.h"
#include "app/state.h"
#include "app/url_text.h"
#include "base/text.h"

namespace lamplight::app {
namespace {

bool is_plain(char c) {
  return is_ascii_alnum(c) || std::string_view("-._~/:;@!$'()*?").find(c) != std::string_view::npos;
}

class Printer {
 public:
  void add_text(std::string_view key, std::string_view value) {
    if (value.empty()) return;
    begin(key);
    append_encoded(text_, value, Comma::Plain);
  }

  void add_filter(const Filter& filter) {
    begin(filter.facet);
    bool is_first = true;
    for (const std::string& value : filter.values) {
      if (!is_first) text_ += ',';
      is_first = false;
      append_encoded(text_, value, Comma::Encoded);
    }
  }

  void add_unknown(std::string_view key, std::string_view value) {
    if (!text_.empty()) text_ += '&';
    text_ += key;
    if (value.empty()) return;
    text_ += '=';
    text_ += value;
  }

  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  void begin(std::string_view key) {
    if (!text_.empty()) text_ += '&';
    append_encoded(text_, key, Comma::Encoded);
    text_ += '=';
  }

  std::string text_;
};

}  // namespace

void append_encoded(std::string& out, std::string_view text, Comma comma) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  for (const char c : text) {
    if (is_plain(c) || (c == ',' && comma == Comma::Plain)) {
      out += c;
    } else if (c == ' ') {
      out += '+';
    } else {
      const unsigned byte = static_cast<unsigned char>(c);
      out += '%';
      out += digits[byte >> 4];
      out += digits[byte & 15];
    }
  }
}

namespace {

void print_before_work(Printer& printer, const State& state) {
  std::vector<Filter> filters = state.filters;
  sort_filters(filters);
  // The year stands between "in" and "has".
  const auto after_in = std::find_if(filters.begin(), filters.end(), [](const Filter& filter) {
    return filter_rank(filter.facet) > 0;
  });

  printer.add_text("q", state.query);
  for (auto filter = filters.begin(); filter != after_in; ++filter) printer.add_filter(*filter);
  printer.add_text("year", print_year_range(state.years));
  for (auto filter = after_in; filter != filters.end(); ++filter) printer.add_filter(*filter);
  printer.add_text("sort", print_sort(state.sort));
  if (state.view != View::List) printer.add_text("view", view_name(state.view));
}

void print_after_work(Printer& printer, const State& state) {
  printer.add_text("since", state.since);
  printer.add_text("at", state.at);
  for (const auto& [key, value] : state.settings) printer.add_text(key, value);
  for (const auto& [key, value] : state.unknown) printer.add_unknown(key, value);
}

}  // namespace

std::string print_url(const State& state) {
  Printer printer;
  print_before_work(printer, state);
  printer.add_text("work", state.work);
  print_after_work(printer, state);
  return printer.take();
}

std::string WorkUrl::of(std::string_view work) const {
  std::string url = before;
  append_encoded(url, work, Comma::Plain);
  url += after;
  return url;
}

WorkUrl print_work_url(const State& state) {
  Printer before;
  print_before_work(before, state);
  Printer after;
  print_after_work(after, state);
  WorkUrl url;
  url.before = "#" + before.take();
  if (url.before.size() > 1) url.before += '&';
  url.before += "work=";
  url.after = after.take();
  if (!url.after.empty()) url.after.insert(0, 1, '&');
  return url;
}

}  // namespace lamplight::app
