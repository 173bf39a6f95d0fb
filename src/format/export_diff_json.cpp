// A diff as JSON, schema 1: what changed of sections and listings, and how many.
#include "format/json_writer.h"
#include "lamplight/format.h"

namespace lamplight {
namespace {

class DiffJson {
 public:
  explicit DiffJson(const Diff& diff) : diff_(diff) {}

  std::string write(const DiffNames& names) {
    out_.begin_object();
    number("schema", 1);
    text("old", names.old_list);
    text("new", names.new_list);
    out_.key("counts");
    counts(diff_.counts);
    out_.key("sections");
    out_.begin_array();
    for (const SectionChange& each : diff_.sections) section(each);
    out_.end_array();
    out_.key("listings");
    out_.begin_array();
    for (const ListingChange& each : diff_.listings) listing(each);
    out_.end_array();
    out_.end_object();
    return out_.take();
  }

 private:
  void number(std::string_view key, int value) {
    out_.key(key);
    out_.number(value);
  }
  void text(std::string_view key, std::string_view value) {
    out_.key(key);
    out_.text(value);
  }
  void null(std::string_view key) {
    out_.key(key);
    out_.null();
  }

  void counts(const DiffCounts& counts) {
    out_.begin_object();
    number("added", counts.added);
    number("also_listed", counts.also_listed);
    number("removed", counts.removed);
    number("moved", counts.moved);
    number("edited", counts.edited);
    number("unchanged", counts.unchanged);
    number("new_works", counts.new_works);
    number("sections_renamed", counts.sections_renamed);
    out_.end_object();
  }

  // A text or a line of one of the two lists, null where the position is none.
  template <typename Records>
  void title_of(std::string_view key, const Records& records, int position) {
    if (position < 0) {
      null(key);
    } else {
      text(key, records[static_cast<std::size_t>(position)].title);
    }
  }
  template <typename Records>
  void line_of(std::string_view key, const Records& records, int position) {
    if (position < 0) {
      null(key);
    } else {
      number(key, records[static_cast<std::size_t>(position)].line);
    }
  }

  void section(const SectionChange& change) {
    const auto& olds = diff_.old_list->sections;
    const auto& news = diff_.new_list->sections;
    out_.begin_object();
    text("change", change_name(change.change));
    title_of("old", olds, change.old_section);
    title_of("new", news, change.new_section);
    line_of("old_line", olds, change.old_section);
    line_of("new_line", news, change.new_section);
    out_.end_object();
  }

  void listing(const ListingChange& change) {
    const bool is_gone = change.new_listing < 0;
    const Catalog& list = is_gone ? *diff_.old_list : *diff_.new_list;
    const Listing& listing =
        list.listings[static_cast<std::size_t>(is_gone ? change.old_listing : change.new_listing)];
    out_.begin_object();
    text("change", change_name(change.change));
    text("work", list.works[static_cast<std::size_t>(listing.work)].id);
    if (listing.section < 0) {
      null("section");
    } else {
      text("section", list.sections[static_cast<std::size_t>(listing.section)].id);
    }
    line_of("old_line", diff_.old_list->listings, change.old_listing);
    line_of("new_line", diff_.new_list->listings, change.new_listing);
    links("links_added", *diff_.new_list, change.new_listing, change.links_added);
    links("links_removed", *diff_.old_list, change.old_listing, change.links_removed);
    if (change.text) {
      text("text_old", change.text->old_text);
      text("text_new", change.text->new_text);
    } else {
      null("text_old");
      null("text_new");
    }
    out_.end_object();
  }

  void links(std::string_view key, const Catalog& list, int listing,
             const std::vector<int>& positions) {
    out_.key(key);
    out_.begin_array();
    for (const int position : positions) {
      const Link& link = list.listings[static_cast<std::size_t>(listing)]
                             .links[static_cast<std::size_t>(position)];
      out_.begin_object();
      text("label", link.label);
      if (link.url) {
        text("url", *link.url);
      } else {
        null("url");
      }
      out_.end_object();
    }
    out_.end_array();
  }

  const Diff& diff_;
  format::JsonWriter out_;
};

}  // namespace

std::string to_json(const Diff& diff, const DiffNames& names) {
  return DiffJson(diff).write(names);
}

}  // namespace lamplight
