#include "cli/search_text.h"

#include <algorithm>
#include <cstdio>

#include "base/text.h"

namespace lamplight::cli {
namespace {

constexpr std::string_view bold = "\x1b[1m";
constexpr std::string_view dim = "\x1b[2m";
constexpr std::string_view marked = "\x1b[30;43m";
constexpr std::string_view plain = "\x1b[0m";

class ResultWriter {
 public:
  ResultWriter(const SearchContext& context, Color color) : context_(context), color_(color) {}

  void write(const Work& work) {
    if (work.name) {
      highlighted(*work.name, bold, Index::TextOf::Name);
      if (!work.title.empty()) styled(":", bold);
      out_ += ' ';
    }
    highlighted(work.title, {}, Index::TextOf::Other);
    out_ += "\n";
    const std::string facts = facts_of(work);
    if (!facts.empty()) {
      out_ += "  ";
      styled(facts, dim);
      out_ += '\n';
    }
    write_links(work);
  }

  std::string take() { return std::move(out_); }

 private:
  // Controls, C1 controls among them, would be obeyed by the terminal.
  void text(std::string_view value) {
    for (std::size_t at = 0; at < value.size();) {
      const CodePoint point = decode_utf8(value, at);
      at += point.size;
      const bool is_control = point.value < 0x20 || (point.value >= 0x7F && point.value < 0xA0);
      if (!is_control) append_utf8(out_, point.value);
    }
  }
  void styled(std::string_view value, std::string_view style) {
    if (color_ == Color::On && !style.empty()) out_ += style;
    text(value);
    if (color_ == Color::On && !style.empty()) out_ += plain;
  }
  void highlighted(std::string_view value, std::string_view style, Index::TextOf text_of) {
    std::size_t done = 0;
    if (color_ == Color::On) {
      for (const Span& span : context_.index.find_highlights(context_.query, value, text_of)) {
        styled(value.substr(done, span.begin - done), style);
        styled(value.substr(span.begin, span.end - span.begin), marked);
        done = span.end;
      }
    }
    styled(value.substr(done), style);
  }

  // "2022 · bioRxiv · Language › Healthcare · Bioinformatics"
  std::string facts_of(const Work& work) const {
    std::vector<std::string> facts;
    if (work.year) facts.push_back(std::to_string(*work.year));
    if (work.venue) facts.emplace_back(*work.venue);
    for (int index : work.listings) {
      const int section = context_.catalog.listings[static_cast<std::size_t>(index)].section;
      if (section < 0) continue;
      const std::string place = place_of(section);
      if (std::find(facts.begin(), facts.end(), place) == facts.end()) facts.push_back(place);
    }
    std::string line;
    for (const std::string& fact : facts) {
      if (!line.empty()) line += " · ";
      line += fact;
    }
    return line;
  }
  std::string place_of(int section) const {
    std::string path;
    for (int i = section; i >= 0;
         i = context_.catalog.sections[static_cast<std::size_t>(i)].parent) {
      const Section& one = context_.catalog.sections[static_cast<std::size_t>(i)];
      const SectionTitle* title = find_section_title(context_.profile, one.id);
      if (title && title->hidden_in_rows && i != section) continue;
      const std::string shown = title ? title->title : one.title.str();
      path = path.empty() ? shown : shown + " › " + path;
    }
    return path;
  }

  void write_links(const Work& work) {
    std::vector<std::string_view> seen;
    for (int index : work.listings) {
      for (const Link& link : context_.catalog.listings[static_cast<std::size_t>(index)].links) {
        if (!link.url || std::find(seen.begin(), seen.end(), *link.url) != seen.end()) continue;
        seen.push_back(*link.url);
        out_ += "  ";
        std::string label(link.label.empty() ? link_kind_name(link.kind)
                                             : std::string_view(link.label));
        if (label.size() < 8) label.resize(8, ' ');
        text(label);
        out_ += ' ';
        text(*link.url);
        out_ += '\n';
      }
    }
  }

  const SearchContext& context_;
  const Color color_;
  std::string out_;
};

}  // namespace

std::string search_text(const SearchContext& context, const SearchResult& result, std::size_t shown,
                        Color color) {
  ResultWriter writer(context, color);
  for (std::size_t i = 0; i < shown; ++i) {
    writer.write(context.catalog.works[result.works[i]]);
  }
  return writer.take();
}

}  // namespace lamplight::cli
