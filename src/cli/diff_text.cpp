#include "cli/diff_text.h"

#include <string_view>
#include <vector>

#include "base/wording.h"
#include "lamplight/work_text.h"

namespace lamplight::cli {
namespace {

struct Sign {
  std::string_view sign;
  std::string_view word;
  std::string_view style;
};

Sign sign_of(Change change) {
  switch (change) {
    case Change::Added:
      return {"+", "added", style::added};
    case Change::AlsoListed:
      return {"+", "also listed", style::added};
    case Change::Removed:
      return {"-", "removed", style::removed};
    case Change::Moved:
      return {">", "moved", {}};
    case Change::Edited:
      return {"~", "edited", {}};
    case Change::Renamed:
      return {"~", "renamed", {}};
  }
  return {};
}

class DiffText {
 public:
  DiffText(const Diff& diff, const DiffNames& names, Color color)
      : diff_(diff), names_(names), out_(color) {}

  std::string write() {
    summary();
    if (diff_.empty()) return out_.take();
    own_words();
    sections();
    listings();
    prose();
    return out_.take();
  }

 private:
  void summary() {
    const DiffCounts& counts = diff_.counts;
    if (diff_.empty()) {
      out_.text("Nothing changed between ");
      out_.text(names_.old_list);
      out_.text(" and ");
      out_.text(names_.new_list);
      out_.text(".");
      out_.end_line();
      return;
    }
    out_.styled(names_.old_list, style::bold);
    out_.text(" → ");
    out_.styled(names_.new_list, style::bold);
    out_.text(": " + std::to_string(counts.added) + " added");
    if (counts.also_listed > 0) {
      out_.text(" (" + std::to_string(counts.also_listed) + " also listed elsewhere)");
    }
    out_.text(", " + std::to_string(counts.removed) + " removed, " + std::to_string(counts.moved) +
              " moved, " + std::to_string(counts.edited) + " edited, " +
              std::to_string(counts.unchanged) + " unchanged; " +
              counted(static_cast<std::size_t>(counts.new_works), "new work"));
    out_.end_line();
  }

  void head(std::string_view title) {
    out_.end_line();
    out_.styled(title, style::bold);
    out_.end_line();
  }

  // "  + added          12     34  "
  void gutter(Change change, int old_line, int new_line) {
    const Sign sign = sign_of(change);
    std::string left = "  " + std::string(sign.sign) + " " + std::string(sign.word);
    left.resize(15, ' ');
    out_.styled(left, sign.style);
    out_.styled(line_text(old_line) + line_text(new_line) + "  ", style::dim);
  }
  static std::string line_text(int line) {
    std::string text = line > 0 ? std::to_string(line) : "-";
    if (text.size() < 7) text.insert(0, 7 - text.size(), ' ');
    return text;
  }
  void indent() { out_.text(std::string(31, ' ')); }

  void own_words() {
    if (!diff_.title && !diff_.bibtex) return;
    head("The list itself");
    if (diff_.title) {
      gutter(Change::Edited, 0, 0);
      out_.text("title: ");
      words(*diff_.title);
    }
    if (diff_.bibtex) {
      gutter(Change::Edited, 0, 0);
      out_.text("citation: ");
      words(*diff_.bibtex);
    }
  }

  void sections() {
    if (diff_.sections.empty()) return;
    head("Sections");
    const Catalog& olds = *diff_.old_list;
    const Catalog& news = *diff_.new_list;
    for (const SectionChange& each : diff_.sections) {
      const auto line_of = [](const Catalog& list, int section) {
        return section < 0 ? 0 : list.sections[static_cast<std::size_t>(section)].line;
      };
      gutter(each.change, line_of(olds, each.old_section), line_of(news, each.new_section));
      if (each.change == Change::Renamed) {
        out_.text(olds.sections[static_cast<std::size_t>(each.old_section)].title);
        out_.text(" → ");
        out_.text(news.sections[static_cast<std::size_t>(each.new_section)].title);
      } else if (each.new_section < 0) {
        out_.text(section_path_title(olds, each.old_section));
      } else {
        out_.text(section_path_title(news, each.new_section));
      }
      out_.end_line();
    }
  }

  // Head of the section that a change stands in, where it is another one than before.
  void section_head(const Catalog& list, int section) {
    const bool is_old = &list == diff_.old_list;
    if (has_head_ && section == head_section_ && is_old == is_head_old_) return;
    // Two positions may be one section.
    std::string path = section_path_title(list, section);
    head_section_ = section;
    is_head_old_ = is_old;
    if (has_head_ && path == head_) return;
    has_head_ = true;
    head(path.empty() ? "Outside of all sections" : path);
    head_ = std::move(path);
  }

  void listings() {
    for (const ListingChange& each : diff_.listings) {
      const Listing* before =
          each.old_listing < 0
              ? nullptr
              : &diff_.old_list->listings[static_cast<std::size_t>(each.old_listing)];
      const Listing* after =
          each.new_listing < 0
              ? nullptr
              : &diff_.new_list->listings[static_cast<std::size_t>(each.new_listing)];
      const Listing& shown = after ? *after : *before;
      section_head(after ? *diff_.new_list : *diff_.old_list, shown.section);
      gutter(each.change, before ? before->line : 0, after ? after->line : 0);
      if (each.text) {
        words(*each.text);
      } else {
        out_.text(shown.text);
        out_.end_line();
      }
      if (each.change == Change::Moved) {
        indent();
        out_.text("from ");
        out_.text(place_of(*diff_.old_list, *before));
        out_.end_line();
      }
      if (before) links("- ", style::removed, *before, each.links_removed);
      if (after) links("+ ", style::added, *after, each.links_added);
    }
  }

  static std::string place_of(const Catalog& list, const Listing& listing) {
    std::string place = section_path_title(list, listing.section);
    if (!listing.group) return place;
    if (!place.empty()) place += " › ";
    place += *listing.group;
    return place;
  }

  template <typename Record>
  void links(std::string_view sign, std::string_view style, const Record& record,
             const std::vector<int>& positions) {
    for (const int position : positions) {
      const Link& link = record.links[static_cast<std::size_t>(position)];
      indent();
      out_.styled(sign, style);
      out_.text(link.label);
      if (!std::string_view(link.label).empty()) out_.text(" ");
      out_.text(link.url ? std::string_view(*link.url) : std::string_view("(no address)"));
      out_.end_line();
    }
  }

  // "kept [-removed-] {+added+} kept", as other programs mark words.
  void words(const TextChange& change) {
    for (const TextPiece& piece : change.pieces) {
      const std::size_t end = piece.text.find_last_not_of(" \n\t") + 1;
      const std::string_view word = std::string_view(piece.text).substr(0, end);
      if (piece.kind == PieceKind::Kept) {
        text_of_lines(piece.text);
        continue;
      }
      const bool is_added = piece.kind == PieceKind::Added;
      out_.styled(is_added ? "{+" : "[-", is_added ? style::added : style::removed);
      out_.styled(word, is_added ? style::added : style::removed);
      out_.styled(is_added ? "+}" : "-]", is_added ? style::added : style::removed);
      if (&piece != &change.pieces.back()) out_.text(" ");
    }
    out_.end_line();
  }
  // A citation has lines; a blank parts them.
  void text_of_lines(std::string_view text) {
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      out_.text(text.substr(0, end));
      if (end == text.size()) return;
      out_.text(" ");
      text.remove_prefix(end + 1);
    }
  }

  void prose() {
    if (diff_.prose.empty()) return;
    head("Other text");
    for (const ProseChange& each : diff_.prose) {
      const Prose* before = each.old_prose < 0
                                ? nullptr
                                : &diff_.old_list->prose[static_cast<std::size_t>(each.old_prose)];
      const Prose* after = each.new_prose < 0
                               ? nullptr
                               : &diff_.new_list->prose[static_cast<std::size_t>(each.new_prose)];
      gutter(each.change, before ? before->line : 0, after ? after->line : 0);
      if (each.text) {
        words(*each.text);
      } else {
        const std::string_view text = after ? after->text : before->text;
        text_of_lines(text.empty() ? std::string_view("(an image without words)") : text);
        out_.end_line();
      }
      if (before) links("- ", style::removed, *before, each.links_removed);
      if (after) links("+ ", style::added, *after, each.links_added);
    }
  }

  const Diff& diff_;
  const DiffNames& names_;
  TerminalText out_;
  bool has_head_ = false;
  bool is_head_old_ = false;
  int head_section_ = -1;
  std::string head_;
};

}  // namespace

std::string diff_text(const Diff& diff, const DiffNames& names, Color color) {
  return DiffText(diff, names, color).write();
}

}  // namespace lamplight::cli
