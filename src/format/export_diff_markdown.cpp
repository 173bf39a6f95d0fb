// A diff as Markdown for a change log: one heading for the list, one for each kind of change, the
// listings below the names of their sections.
#include "base/wording.h"
#include "format/escape.h"
#include "format/work_facts.h"
#include "lamplight/format.h"

namespace lamplight {
namespace {

class DiffMarkdown {
 public:
  explicit DiffMarkdown(const Diff& diff) : diff_(diff) {}

  std::string write(const DiffNames& names) {
    out_ += "## ";
    text(names.new_list);
    out_ += "\n\n";
    if (diff_.empty()) {
      out_ += "Nothing changed since ";
      text(names.old_list);
      out_ += ".\n";
      return std::move(out_);
    }
    out_ += "Since ";
    text(names.old_list);
    out_ += ": ";
    summary();
    listings("Added", Change::Added);
    listings("Also listed", Change::AlsoListed);
    listings("Removed", Change::Removed);
    listings("Moved", Change::Moved);
    listings("Edited", Change::Edited);
    sections();
    texts();
    return std::move(out_);
  }

 private:
  void text(std::string_view value) { format::append_markdown(out_, value); }

  void summary() {
    const DiffCounts& counts = diff_.counts;
    out_ += counted(static_cast<std::size_t>(counts.added), "listing") + " added";
    if (counts.also_listed > 0) {
      out_ += ", " + std::to_string(counts.also_listed) + " of them of works listed elsewhere";
    }
    out_ += "; " + std::to_string(counts.removed) + " removed, " + std::to_string(counts.moved) +
            " moved, " + std::to_string(counts.edited) + " edited; " +
            counted(static_cast<std::size_t>(counts.new_works), "new work") + ".\n";
  }

  void head(std::string_view title) {
    out_ += "\n### ";
    out_ += title;
    out_ += "\n";
  }

  void listings(std::string_view title, Change change) {
    bool has_head = false;
    const Catalog* list = nullptr;
    int section = -1;
    std::string path;
    for (const ListingChange& each : diff_.listings) {
      if (each.change != change) continue;
      const bool is_gone = each.new_listing < 0;
      const Catalog& own = is_gone ? *diff_.old_list : *diff_.new_list;
      const Listing& listing =
          own.listings[static_cast<std::size_t>(is_gone ? each.old_listing : each.new_listing)];
      if (!has_head) head(title);
      if (!has_head || list != &own || section != listing.section) {
        std::string own_path = section_path_title(own, listing.section);
        if (!has_head || own_path != path) {
          path = std::move(own_path);
          if (!path.empty()) {
            out_ += "\n#### ";
            text(path);
            out_ += '\n';
          }
          out_ += '\n';
        }
        has_head = true;
        list = &own;
        section = listing.section;
      }
      item(each, listing);
    }
  }

  void item(const ListingChange& change, const Listing& listing) {
    out_ += "- ";
    if (change.text) {
      words(*change.text);
    } else {
      text(listing.text);
    }
    if (change.change == Change::Added || change.change == Change::AlsoListed) {
      for (const Link& each : listing.links) link(each);
    }
    if (change.change == Change::Moved) {
      const Listing& before =
          diff_.old_list->listings[static_cast<std::size_t>(change.old_listing)];
      const std::string from = section_path_title(*diff_.old_list, before.section);
      out_ += " (from ";
      text(from.empty() ? std::string_view("outside of all sections") : std::string_view(from));
      if (before.group) {
        out_ += " › ";
        text(*before.group);
      }
      out_ += ')';
    }
    if (!change.links_removed.empty()) {
      const Listing& before =
          diff_.old_list->listings[static_cast<std::size_t>(change.old_listing)];
      out_ += "; without";
      for (const int at : change.links_removed) {
        link(before.links[static_cast<std::size_t>(at)]);
      }
    }
    if (!change.links_added.empty()) {
      out_ += "; with";
      for (const int at : change.links_added) {
        link(listing.links[static_cast<std::size_t>(at)]);
      }
    }
    out_ += '\n';
  }

  // A link by its label; one that is the title of a row by its kind.
  void link(const Link& link) {
    out_ += " [";
    const std::string_view label = link.label;
    text(label.empty() ? link_kind_name(link.kind) : label);
    out_ += ']';
    if (!link.url || !is_clickable_url(*link.url)) return;
    out_ += '(';
    format::append_markdown_target(out_, *link.url);
    out_ += ')';
  }

  void words(const TextChange& change) {
    for (const TextPiece& piece : change.pieces) {
      const std::string_view all = piece.text;
      const std::size_t end = all.find_last_not_of(" \n\t") + 1;
      const std::string_view sign = piece.kind == PieceKind::Removed ? "~~"
                                    : piece.kind == PieceKind::Added ? "**"
                                                                     : "";
      if (end == 0) continue;
      out_ += sign;
      text(all.substr(0, end));
      out_ += sign;
      if (&piece != &change.pieces.back()) out_ += ' ';
    }
  }

  void sections() {
    if (diff_.sections.empty()) return;
    head("Sections");
    out_ += '\n';
    for (const SectionChange& each : diff_.sections) {
      out_ += "- ";
      out_ += change_name(each.change);
      out_ += ": ";
      if (each.change == Change::Renamed) {
        text(diff_.old_list->sections[static_cast<std::size_t>(each.old_section)].title);
        out_ += " → ";
        text(diff_.new_list->sections[static_cast<std::size_t>(each.new_section)].title);
      } else if (each.new_section < 0) {
        text(section_path_title(*diff_.old_list, each.old_section));
      } else {
        text(section_path_title(*diff_.new_list, each.new_section));
      }
      out_ += '\n';
    }
  }

  void texts() {
    if (!diff_.title && !diff_.bibtex && diff_.prose.empty()) return;
    head("Other text");
    out_ += '\n';
    if (diff_.title) {
      out_ += "- title: ";
      words(*diff_.title);
      out_ += '\n';
    }
    if (diff_.bibtex) {
      out_ += "- citation: ";
      words(*diff_.bibtex);
      out_ += '\n';
    }
    for (const ProseChange& each : diff_.prose) prose(each);
  }

  void prose(const ProseChange& change) {
    const auto links = [&](std::string_view word, const Catalog& list, int at,
                           const std::vector<int>& positions) {
      if (positions.empty()) return;
      out_ += word;
      const Prose& prose = list.prose[static_cast<std::size_t>(at)];
      for (const int position : positions) {
        link(prose.links[static_cast<std::size_t>(position)]);
      }
    };
    out_ += "- ";
    out_ += change_name(change.change);
    out_ += ": ";
    if (change.text) {
      words(*change.text);
    } else {
      const Catalog& list = change.new_prose < 0 ? *diff_.old_list : *diff_.new_list;
      const int at = change.new_prose < 0 ? change.old_prose : change.new_prose;
      const std::string_view shown = list.prose[static_cast<std::size_t>(at)].text;
      text(shown.empty() ? std::string_view("an image without words") : shown);
    }
    links("; without", *diff_.old_list, change.old_prose, change.links_removed);
    links("; with", *diff_.new_list, change.new_prose, change.links_added);
    out_ += '\n';
  }

  const Diff& diff_;
  std::string out_;
};

}  // namespace

std::string to_markdown(const Diff& diff, const DiffNames& names) {
  return DiffMarkdown(diff).write(names);
}

}  // namespace lamplight
