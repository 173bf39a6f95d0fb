#include "format/page_plan.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "base/text.h"
#include "format/page_blocks.h"

namespace lamplight::format {
namespace {

constexpr std::size_t max_name_bytes = 60;

// Safe in file names and addresses everywhere.
std::string file_name(std::string_view section_id) {
  std::string name;
  for (const char c : section_id) {
    if (name.size() == max_name_bytes) break;
    if (is_ascii_alnum(c)) name += c;
    const bool is_break = c == '-' || c == '/' || c == '_';
    if (is_break && !name.empty() && name.back() != '-') name += '-';
  }
  while (!name.empty() && name.back() == '-') name.pop_back();
  return name.empty() ? "section" : name;
}

std::string name_of(const PageOutline& outline, const Piece& piece) {
  switch (piece.kind) {
    case Piece::Kind::Section:
      return file_name(outline.section(piece.section).id);
    case Piece::Kind::About:
      return "about";
    case Piece::Kind::Cite:
      return "cite";
    case Piece::Kind::Top:
    case Piece::Kind::NoEntries:
      break;
  }
  return "list";
}

}  // namespace

PagePlan::PagePlan(const PageOutline& outline, std::size_t most_whole, std::size_t most)
    : outline_(outline),
      weights_(outline.catalog().sections.size()),
      pages_(1),
      section_pages_(outline.catalog().sections.size()) {
  using Which = PageOutline::Which;
  // A parent comes before its children.
  std::size_t whole = 0;
  for (std::size_t i = weights_.size(); i-- > 0;) {
    const int index = static_cast<int>(i);
    if (outline.is_contents_only(index)) continue;
    weights_[i] += 1 + count_items(outline, index, Part::All);
    const int parent = outline.section(index).parent;
    (parent < 0 ? whole : weights_[static_cast<std::size_t>(parent)]) += weights_[i];
  }
  const std::size_t top = count_items(outline, -1, Part::Listings);
  const std::size_t about = count_items(outline, -1, Part::Prose);
  most_ = whole + top + about <= most_whole ? SIZE_MAX : most;

  add({Piece::Kind::Top}, top);
  add_sections(-1, Which::Listing, 0);
  if (outline.catalog().listings.empty()) add({Piece::Kind::NoEntries}, 0);
  if (outline.has_about()) {
    make_room(1 + about);
    about_page_ = pages_.size() - 1;
    Piece heading{Piece::Kind::About};
    heading.is_about = true;
    add(heading, about);
    add_sections(-1, Which::About, 1);
  }
  if (outline.catalog().bibtex) {
    make_room(1);
    cite_page_ = pages_.size() - 1;
    add({Piece::Kind::Cite}, 0);
  }
  name_pages();
}

void PagePlan::add_sections(int parent, PageOutline::Which which, int depth) {
  for (const int index : outline_.sections_below(parent, which)) {
    make_room(weights_[static_cast<std::size_t>(index)]);
    section_pages_[static_cast<std::size_t>(index)] = pages_.size() - 1;
    Piece piece{Piece::Kind::Section, index, depth};
    piece.is_about = which == PageOutline::Which::About;
    add(piece, count_items(outline_, index, Part::All));
    add_sections(index, which, depth + 1);
  }
}

// What does not fit begins a page; a page of headings alone waits for what they stand over.
void PagePlan::make_room(std::size_t weight) {
  const Page& page = pages_.back();
  if (page.has_items && (weight > most_ || page.used > most_ - weight)) pages_.emplace_back();
}

// More than one page holds is spread evenly.
void PagePlan::add(const Piece& piece, std::size_t items) {
  const std::size_t parts = items > most_ ? (items + most_ - 1) / most_ : 1;
  for (std::size_t i = 0; i < parts; ++i) {
    if (i > 0) pages_.emplace_back();
    Page& page = pages_.back();
    Piece part = piece;
    part.first = items / parts * i + std::min(i, items % parts);
    part.last = items / parts * (i + 1) + std::min(i + 1, items % parts);
    page.pieces.push_back(part);
    page.used += 1 + part.last - part.first;
    page.has_items = page.has_items || part.last > part.first;
  }
}

void PagePlan::name_pages() {
  pages_.front().file = "index.html";
  std::unordered_map<std::string, int> taken;  // to the last number used
  for (std::size_t i = 1; i < pages_.size(); ++i) {
    const std::string base = name_of(outline_, pages_[i].pieces.front());
    std::string name = base;
    int number = taken[base];
    while (!name.empty() && number > 0) {
      name = base + "-" + std::to_string(++number);
      if (taken.count(name) == 0) break;
    }
    taken[base] = std::max(number, 1);
    taken.emplace(name, 1);
    pages_[i].file = "pages/" + name + ".html";
  }
}

}  // namespace lamplight::format
