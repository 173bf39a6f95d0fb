#include "app/columns.h"

#include <algorithm>
#include <charconv>
#include <iterator>

#include "base/snapshot_date.h"
#include "base/text.h"
#include "lamplight/tags.h"
#include "lamplight/work_kind.h"
#include "lamplight/work_text.h"

namespace lamplight::app {
namespace {

// Longer lists of columns than any list has.
constexpr std::size_t max_columns = 64;

struct KnownColumn {
  std::string_view id;
  std::string_view title;
  bool is_shown;  // where nobody chose
};
// In the order in which they are offered; the profile's facet of colours stands after the title.
constexpr KnownColumn known_columns[] = {
    {"name", "Name", true},
    {"title", "Title", true},
    {"description", "Description", false},
    {"authors", "Authors", true},
    {"where", "Where", true},
    {"year", "Year", true},
    {"venue", "Venue", true},
    {"links", "Links", true},
    {"since", "Since", true},
    {"identifier", "Identifier", false},
    {"repository", "Repository", false},
    {"line", "Source line", false},
};

bool is_known(std::string_view id) {
  return std::any_of(std::begin(known_columns), std::end(known_columns),
                     [&](const KnownColumn& column) { return column.id == id; });
}

struct Chosen {
  std::string_view id;
  int width = 0;
};

// One part of the text, or an empty id.
Chosen read_column(std::string_view part) {
  const std::size_t dot = part.rfind('.');
  if (dot == std::string_view::npos) return {part, 0};
  int width = 0;
  const char* const end = part.data() + part.size();
  const auto read = std::from_chars(part.data() + dot + 1, end, width);
  if (read.ptr != end || read.ec != std::errc() || width < min_column_width ||
      width > max_column_width) {
    return {};
  }
  return {part.substr(0, dot), width};
}

template <typename Take>
void for_each_part(std::string_view text, Take&& take) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(','), text.size());
    if (end > 0) take(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

void append_column(std::string& text, std::string_view id, int width) {
  if (!text.empty()) text += ',';
  text += id;
  if (width > 0) text.append(1, '.').append(std::to_string(width));
}

// Facets with values of their own tell something of each work; those of links, years and venues
// have columns already.
bool has_column(const Facet& facet) {
  const bool is_own = facet.source == FacetSource::Values || facet.source == FacetSource::Kind ||
                      facet.source == FacetSource::Tags || facet.source == FacetSource::Groups;
  return is_own && !is_known(facet.id);
}

// How many works of the list have something in the column; all where nobody counts.
std::size_t count_told(const Scene& scene, std::string_view id) {
  const Told& told = scene.shown.told();
  if (id == "name") return told.names;
  if (id == "description") return told.descriptions;
  if (id == "authors") return told.authors;
  if (id == "year") return told.years;
  return id == "venue" ? told.venues : scene.catalog().works.size();
}

// Enough for a column of its own where nobody chose: one in twenty.
bool is_often_told(const Scene& scene, std::string_view id) {
  return count_told(scene, id) * 20 >= scene.catalog().works.size();
}

// All, in the order in which they are offered.
std::vector<ColumnView> offered_columns(const Scene& scene) {
  std::vector<ColumnView> columns;
  // Where names, years and venues say little, descriptions and marks say what a work is.
  int often = 0;
  for (const std::string_view id : {"name", "authors", "year", "venue"}) {
    often += is_often_told(scene, id) ? 1 : 0;
  }
  const bool is_described = often < 2;
  constexpr std::size_t most_facets = 2;
  const Facet* const colored = find_colored_facet(scene.shown.profile());
  for (const KnownColumn& known : known_columns) {
    // One list alone cannot tell since when a work is in it.
    if (known.id == "since" && scene.snapshots.size() < 2) continue;
    if (count_told(scene, known.id) == 0 && !scene.catalog().works.empty()) continue;
    const bool is_shown = (known.is_shown || (is_described && known.id == "description")) &&
                          is_often_told(scene, known.id);
    columns.push_back({std::string(known.id), std::string(known.title), 0, is_shown});
    if (known.id != "title" || colored == nullptr || !has_column(*colored)) continue;
    columns.push_back({colored->id, colored->title, 0, true});
  }
  std::size_t facets = 0;
  for (const Facet& facet : scene.shown.profile().facets) {
    if (&facet == colored || !has_column(facet)) continue;
    columns.push_back({facet.id, facet.title, 0, is_described && facets++ < most_facets});
  }
  return columns;
}

std::string print_shown(const std::vector<ColumnView>& columns) {
  std::string text;
  for (const ColumnView& column : columns) {
    if (column.is_shown) append_column(text, column.id, column.width);
  }
  return text;
}

void add_value(std::string& text, std::string_view value) {
  if (value.empty()) return;
  if (!text.empty()) text += ", ";
  text += value;
}

CellView facet_cell(const Scene& scene, std::string_view id, std::uint32_t work) {
  CellView cell;
  for (const Facet& facet : scene.shown.profile().facets) {
    if (facet.id != id) continue;
    if (facet.source == FacetSource::Kind) {
      cell.text = work_kind_title(kind_of(scene.catalog(), scene.catalog().works[work]));
    } else if (facet.source == FacetSource::Tags) {
      for (const WorkTag& tag : tags_of(scene.catalog(), scene.catalog().works[work])) {
        if (tag_facet(tag) == id) add_value(cell.text, tag.text);
      }
    } else if (facet.source == FacetSource::Groups) {
      for (const int at : scene.catalog().works[work].listings) {
        add_value(cell.text, *scene.catalog().listings[static_cast<std::size_t>(at)].group);
      }
    }
    std::size_t more = 0;
    for (const FacetValue& value : facet.values) {
      if (!covers(value.match, scene.catalog(), scene.catalog().works[work])) continue;
      if (cell.text.empty()) {
        cell.text = value.title;
        cell.color = value.color;
      } else {
        ++more;
      }
    }
    if (more > 0) cell.text += " +" + std::to_string(more);
  }
  return cell;
}

CellView links_cell(const Scene& scene, std::uint32_t work) {
  CellView cell;
  std::vector<LinkView> links = build_links(scene, work);
  for (const LinkKind kind : {LinkKind::Paper, LinkKind::Code}) {
    for (LinkView& link : links) {
      if (link.kind != kind || link.url.empty()) continue;
      if (!cell.text.empty()) cell.text += ", ";
      cell.text += link.label;
      cell.links.push_back(std::move(link));
      link.url.clear();
      break;
    }
  }
  for (LinkView& link : links) {
    if (link.url.empty()) continue;
    // Neither paper nor code: the first of what there is.
    if (cell.links.empty()) {
      cell.text = link.label;
      cell.links.push_back(std::move(link));
      link.url.clear();
    } else {
      ++cell.more_links;
    }
  }
  if (cell.more_links > 0) cell.text += " +" + std::to_string(cell.more_links);
  return cell;
}

std::string identifier_of(const Work& work) {
  if (work.arxiv) return "arXiv:" + std::string(*work.arxiv);
  return work.doi ? std::string(*work.doi) : std::string();
}

void append_field(std::string& out, std::string_view text) {
  constexpr std::string_view formula_marks[] = {"=", "+", "-", "@", "＝", "＋", "－", "＠"};
  for (const std::string_view mark : formula_marks) {
    if (text.substr(0, mark.size()) != mark) continue;
    out += '\'';
    break;
  }
  for (const char c : text) out += c == '\t' || c == '\n' || c == '\r' ? ' ' : c;
}

}  // namespace

bool is_column(std::string_view id, const std::vector<std::string>& facets) {
  return is_known(id) || std::find(facets.begin(), facets.end(), id) != facets.end();
}

std::string read_columns(std::string_view text, const std::vector<std::string>& facets,
                         std::vector<std::string>& wrong) {
  std::string read;
  std::vector<std::string_view> seen;
  for_each_part(text, [&](std::string_view part) {
    const Chosen column = read_column(part);
    if (!is_column(column.id, facets) || seen.size() == max_columns) {
      wrong.emplace_back(part);
    } else if (std::find(seen.begin(), seen.end(), column.id) == seen.end()) {
      seen.push_back(column.id);
      append_column(read, column.id, column.width);
    }
  });
  return read;
}

std::vector<ColumnView> build_columns(const Scene& scene, std::string_view chosen) {
  std::vector<ColumnView> offered = offered_columns(scene);
  std::vector<ColumnView> columns;
  for_each_part(chosen, [&](std::string_view part) {
    const Chosen read = read_column(part);
    for (ColumnView& column : offered) {
      if (column.id != read.id) continue;
      columns.push_back(std::move(column));
      columns.back().is_shown = true;
      columns.back().width = read.width;
      column.id.clear();
      break;
    }
  });
  // What is not in this list is no choice: all of it as it is without one.
  const bool is_chosen = !columns.empty();
  for (const bool is_shown : {true, false}) {
    for (ColumnView& column : offered) {
      if (column.id.empty() || (!is_chosen && column.is_shown != is_shown)) continue;
      if (is_chosen) column.is_shown = false;
      columns.push_back(std::move(column));
      column.id.clear();
    }
  }
  return columns;
}

std::string print_columns(const Scene& scene, const std::vector<ColumnView>& columns) {
  std::string text = print_shown(columns);
  return text == print_shown(offered_columns(scene)) ? std::string() : text;
}

CellView build_cell(const Scene& scene, std::string_view column, std::uint32_t index) {
  const Catalog& catalog = scene.catalog();
  const Work& work = catalog.works[index];
  CellView cell;
  if (column == "name") {
    if (work.name) cell.text = *work.name;
  } else if (column == "title") {
    cell.text = work.title;
    if (cell.text.empty() && work.name) cell.text = *work.name;
  } else if (column == "authors") {
    cell.text = facts_of(catalog, work).authors;
  } else if (column == "description") {
    cell.text = facts_of(catalog, work).description;
  } else if (column == "where") {
    cell.text = build_where(scene, index);
  } else if (column == "year") {
    if (work.year) cell.text = std::to_string(*work.year);
  } else if (column == "venue") {
    if (work.venue) cell.text = *work.venue;
  } else if (column == "links") {
    return links_cell(scene, index);
  } else if (column == "since") {
    const Since since = find_since(scene, index);
    if (since.snapshot != nullptr) {
      cell.text = (since.is_earlier ? "≤ " : "") + month_label(since.snapshot->date());
    }
  } else if (column == "identifier") {
    cell.text = identifier_of(work);
  } else if (column == "repository") {
    if (work.repository) cell.text = *work.repository;
  } else if (column == "line") {
    const int first = work.listings.front();
    cell.text = std::to_string(catalog.listings[static_cast<std::size_t>(first)].line);
  } else {
    return facet_cell(scene, column, index);
  }
  return cell;
}

bool falls(std::string_view column) {
  return column == "year" || column == "links" || column == "since";
}

std::string sort_title(const Scene& scene, const SortKeys& keys) {
  const std::vector<ColumnView> columns = offered_columns(scene);
  std::string text;
  for (const SortKey& key : keys) {
    for (const ColumnView& column : columns) {
      if (column.id != key.by) continue;
      if (!text.empty()) text += ", ";
      text += text.empty() ? column.title : to_lower_ascii(column.title);
    }
  }
  return text.empty() ? std::string("List order") : text;
}

CopiedRows copied_rows(const Hits& rows, const std::vector<std::uint32_t>& chosen) {
  CopiedRows copied;
  const bool is_all = chosen.empty();
  for (const std::uint32_t work : rows) {
    if (copied.works.size() == most_copied) break;
    if (is_all || std::binary_search(chosen.begin(), chosen.end(), work)) {
      copied.works.push_back(work);
    }
  }
  const std::size_t count = copied.works.size();
  if (count < (is_all ? rows.size() : chosen.size())) copied.said = "Only the first ";
  copied.said += std::to_string(count);
  copied.said += count == 1 ? " row was copied." : " rows were copied.";
  return copied;
}

std::string to_tsv(const Scene& scene, const std::vector<ColumnView>& columns,
                   const std::vector<std::uint32_t>& works) {
  std::string out;
  const auto append_line = [&](auto&& text_of) {
    bool is_first = true;
    for (const ColumnView& column : columns) {
      if (!column.is_shown) continue;
      if (!is_first) out += '\t';
      is_first = false;
      append_field(out, text_of(column));
    }
    out += '\n';
  };
  append_line([](const ColumnView& column) { return column.title; });
  for (const std::uint32_t work : works) {
    append_line([&](const ColumnView& column) {
      CellView cell = build_cell(scene, column.id, work);
      if (cell.links.empty()) return std::move(cell.text);
      // Where a link goes is what a spreadsheet can use.
      std::string urls;
      for (const LinkView& link : cell.links) {
        if (!urls.empty()) urls += ' ';
        urls += link.url;
      }
      return urls;
    });
  }
  return out;
}

}  // namespace lamplight::app
