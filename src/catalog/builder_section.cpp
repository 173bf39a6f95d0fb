// What belongs to a section as a whole: waiting bullets, groups, prose, findings.
#include <iterator>

#include "base/text.h"
#include "base/url.h"
#include "catalog/builder.h"
#include "catalog/findings.h"
#include "catalog/names.h"

namespace lamplight::catalog {

using markdown::Notice;
using markdown::NoticeKind;

void Builder::add_notices() {
  for (const Notice& notice : document_.notices) {
    switch (notice.kind) {
      case NoticeKind::InvalidUtf8:
        add_finding(catalog_, rule::invalid_utf8, Level::Warning, notice.line,
                    counted(notice.number, "byte sequence") + " of this line " +
                        (notice.number == 1 ? "is" : "are") + " no UTF-8: shown as �.");
        break;
      case NoticeKind::LineTooLong:
        add_finding(catalog_, rule::line_too_long, Level::Error, notice.line,
                    "A line of " + counted(notice.number, "byte") +
                        " is left out; it begins with " + quoted(squeeze_space(notice.text)) + ".");
        break;
      case NoticeKind::NestingTooDeep:
        add_finding(catalog_, rule::nesting_too_deep, Level::Warning, notice.line,
                    "Lists or quotes are nested more than " + std::to_string(max_nesting) +
                        " levels deep: " + counted(notice.number, "marker") + " left out.");
        break;
      case NoticeKind::RaggedRow:
        add_finding(catalog_, rule::ragged_row, Level::Warning, notice.line,
                    "The row has " + counted(notice.number, "cell") +
                        ", which is not what the table's header has.");
        if (!notice.text.empty()) extra_cells_.emplace_back(notice.block, to_nfc(notice.text));
        break;
    }
  }
  static constexpr std::string_view rules[] = {rule::invalid_utf8, rule::line_too_long,
                                               rule::nesting_too_deep, rule::ragged_row};
  static_assert(std::size(rules) == std::size(decltype(document_.notices_left_out){}));
  for (std::size_t kind = 0; kind < std::size(rules); ++kind) {
    const std::size_t left_out = document_.notices_left_out[kind];
    if (left_out == 0) continue;
    add_finding(catalog_, rules[kind], Level::Warning, document_.line_count,
                "The same holds for " + counted(left_out, "more line") + ".");
  }
}

void Builder::mark_content() {
  if (tree_.current() >= 0) has_content_[static_cast<std::size_t>(tree_.current())] = 1;
}

void Builder::add_prose(int line, ProseKind kind, std::string text, std::vector<Link> links) {
  mark_content();
  catalog_.prose.push_back({line, tree_.current(), kind, std::move(text), std::move(links)});
}

void Builder::begin_group(std::string text, int line) {
  end_group();
  group_ = Group{std::move(text), line, 0, false};
}

// A bold line that nothing was listed under is prose.
void Builder::end_group() {
  if (group_ && !group_->is_used) {
    add_prose(group_->line, ProseKind::Paragraph, std::move(group_->text), {});
  }
  group_.reset();
}

std::optional<std::string> Builder::group_of(std::uint32_t index) {
  while (!outer_.empty() && outer_.back().end <= index) outer_.pop_back();
  if (group_) group_->is_used = true;
  if (!outer_.empty()) return outer_.back().text;
  return group_ ? std::optional<std::string>(group_->text) : std::nullopt;
}

void Builder::add_link_findings(const Entry& entry, std::string_view title) {
  for (std::size_t i = 0; i < entry.links.size(); ++i) {
    const Link& link = entry.links[i];
    const int line = entry.link_lines[i];
    const std::string name = link.label.empty() ? quoted(title) : quoted(link.label);
    if (!link.url) {
      add_finding(catalog_, rule::link_without_url, Level::Error, line, name + " has no address.");
    } else if (!is_clickable_url(*link.url)) {
      const bool has_scheme = !split_url(*link.url).scheme.empty();
      add_finding(
          catalog_, rule::unclickable_link, has_scheme ? Level::Warning : Level::Note, line,
          name + " is shown without a link: " + quoted(*link.url) + " is no web or mail address.");
    }
  }
  for (const int line : entry.gap_lines) {
    add_finding(catalog_, rule::link_with_gap, Level::Warning, line,
                "A blank parts a label from its address, so that Markdown does not link it.");
  }
}

void Builder::add_pending(Listing listing, Entry& entry) {
  const bool has_title = !entry.text.empty();
  if (!has_title && !entry.links.empty()) {
    // Nothing but labels: the first one has to stand for the title.
    const Link& first = entry.links.front();
    entry.text = !first.label.empty() ? first.label : first.url.value_or("");
    add_finding(catalog_, rule::entry_without_title, Level::Warning, listing.line,
                "The entry has links but no title: " + quoted(entry.text) + " stands for it.");
  }
  add_link_findings(entry, entry.text);
  NamedTitle named = split_name(entry.title_link.empty() ? entry.text : entry.title_link);
  listing.section = tree_.current();
  listing.text = std::move(entry.text);
  listing.name = std::move(named.name);
  listing.title = std::move(named.title);
  listing.links = std::move(entry.links);
  if (entry.images > 0) {
    if (images_ == 0) first_image_line_ = listing.line;
    images_ += entry.images;
  }
  const bool has_links = !listing.links.empty() && listing.shape == Shape::Bullet;
  pending_.push_back({std::move(listing), has_links});
  mark_content();
}

// Bullets without links are entries only beside bullets with links.
void Builder::end_section() {
  end_group();
  bool has_links = false;
  for (const Pending& each : pending_) has_links = has_links || each.has_links;
  std::size_t topics = 0;
  int first_line = 0;
  for (Pending& each : pending_) {
    if (has_links || each.listing.shape == Shape::Row) {
      catalog_.listings.push_back(std::move(each.listing));
      continue;
    }
    if (topics++ == 0) first_line = each.listing.line;
    add_prose(each.listing.line, ProseKind::Topics, std::move(each.listing.text), {});
  }
  if (topics > 0) {
    add_finding(
        catalog_, rule::topic_list, Level::Note, first_line,
        counted(topics, "bullet") + " from here to line " +
            std::to_string(pending_.back().listing.line) +
            (topics == 1 ? " has no link and is no entry." : " have no links and are no entries."));
  }
  pending_.clear();
}

void Builder::add_empty_sections() {
  std::vector<char> is_parent(catalog_.sections.size());
  for (const Section& section : catalog_.sections) {
    if (section.parent >= 0) is_parent[static_cast<std::size_t>(section.parent)] = 1;
  }
  has_content_.resize(catalog_.sections.size());
  for (std::size_t i = 0; i < catalog_.sections.size(); ++i) {
    if (is_parent[i] || has_content_[i]) continue;
    const Section& section = catalog_.sections[i];
    add_finding(catalog_, rule::empty_section, Level::Warning, section.line,
                quoted(section.title) + " has nothing in it.");
  }
}

}  // namespace lamplight::catalog
