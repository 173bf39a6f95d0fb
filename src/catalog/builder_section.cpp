// What belongs to a section as a whole: waiting bullets, groups, prose, findings.
#include <algorithm>

#include "base/text.h"
#include "base/url.h"
#include "catalog/builder.h"
#include "catalog/findings.h"
#include "catalog/link_kind.h"
#include "catalog/names.h"
#include "catalog/publication.h"
#include "catalog/statement_text.h"

namespace lamplight::catalog {

using markdown::Notice;
using markdown::NoticeKind;

namespace {

std::string_view rule_of(NoticeKind kind) {
  switch (kind) {
    case NoticeKind::InvalidUtf8:
      return rule::invalid_utf8;
    case NoticeKind::LineTooLong:
      return rule::line_too_long;
    case NoticeKind::NestingTooDeep:
      return rule::nesting_too_deep;
    case NoticeKind::RaggedRow:
      return rule::ragged_row;
    case NoticeKind::TooManyMarks:
      return rule::too_many_marks;
    case NoticeKind::TooManyBlocks:
      return rule::too_many_blocks;
  }
  return {};
}

std::string message_of(const Notice& notice) {
  switch (notice.kind) {
    case NoticeKind::InvalidUtf8:
      return counted(notice.number, "byte sequence") + " of this line " +
             (notice.number == 1 ? "is" : "are") + " no UTF-8: shown as �.";
    case NoticeKind::LineTooLong:
      return "A line of " + counted(notice.number, "byte") + " is left out; it begins with " +
             quoted(squeeze_space(notice.text)) + ".";
    case NoticeKind::NestingTooDeep:
      return "Lists or quotes are nested more than " + std::to_string(max_nesting) +
             " levels deep: " + counted(notice.number, "marker") + " left out.";
    case NoticeKind::RaggedRow:
      return "The row has " + counted(notice.number, "cell") +
             ", which is not what the table's header has.";
    case NoticeKind::TooManyMarks:
      return "This block has " + counted(notice.number, "Markdown sign") + ", more than " +
             std::to_string(markdown::max_inline_marks) +
             ": it is kept as plain text, without its links.";
    case NoticeKind::TooManyBlocks:
      return "What stands under this bullet is too much to be read as one entry: the rest of it is "
             "read as if it stood alone.";
  }
  return {};
}

}  // namespace

void Builder::add_notices() {
  for (const Notice& notice : run_->notices) {
    const bool is_lost = notice.kind == NoticeKind::LineTooLong;
    findings_.add_notice(rule_of(notice.kind), is_lost ? Level::Error : Level::Warning, notice.line,
                         message_of(notice));
  }
}

void Builder::add_left_out_notices(const markdown::Reader& reader) {
  for (std::size_t i = 0; i < markdown::notice_kind_count; ++i) {
    const auto kind = static_cast<NoticeKind>(i);
    const std::size_t left_out = reader.notices_left_out(kind);
    if (left_out == 0) continue;
    findings_.add_notice(rule_of(kind), Level::Warning, reader.line_count(),
                         "The same holds for " + counted(left_out, "more line") + ".");
  }
}

Builder::Parted& Builder::begin_part(const markdown::Block& block) {
  if (!block.is_begun) {
    parted_ = Parted();
    parted_->mark = mark();
  }
  return *parted_;
}

std::optional<Builder::Known> Builder::known_of(const markdown::Block& block) const {
  return known_ && block.goes_on && known_->line == block.line ? known_ : std::nullopt;
}

Builder::Mark Builder::mark() const {
  const auto section = static_cast<std::size_t>(tree_.current());
  return {writer_.mark(),
          findings_.counts(),
          group_,
          above_,
          labels_.size(),
          has_links_,
          tree_.current() >= 0 && has_content_[section] != 0,
          writer_.bibtex.has_value(),
          images_,
          open_,
          heading_,
          entry_paragraphs_};
}

void Builder::go_back(const markdown::Block& block, Known known) {
  const Mark& mark = parted_->mark;
  findings_.go_back(mark.writer, mark.counts);
  group_ = mark.group;
  above_ = mark.above;
  labels_.resize(mark.labels);
  has_links_ = mark.has_links;
  if (!mark.has_bibtex) writer_.bibtex = {};
  if (tree_.current() >= 0) {
    has_content_[static_cast<std::size_t>(tree_.current())] = mark.has_content ? 1 : 0;
  }
  images_ = mark.images;
  open_ = mark.open;
  heading_ = mark.heading;
  entry_paragraphs_ = mark.entry_paragraphs;
  known_ = known;
  back_ = markdown::Place{block.line, block.offset};
}

void Builder::mark_content() {
  if (tree_.current() >= 0) has_content_[static_cast<std::size_t>(tree_.current())] = 1;
}

void Builder::add_prose(int line, ProseKind kind, KeptText text) {
  mark_content();
  CatalogWriter::ProseRow& prose = writer_.add_prose();
  prose.line = line;
  prose.section = tree_.current();
  prose.kind = kind;
  prose.text = text;
}

void Builder::begin_group(std::string text, const markdown::Block& block, bool is_plain) {
  end_group();
  group_ = Group{std::move(text), block.line, 0, false, {}, block.end_line, is_plain};
}

// A bold line that nothing was listed under is prose.
void Builder::end_group() {
  if (group_ && !group_->is_used) {
    add_prose(group_->line, ProseKind::Paragraph, writer_.keep(group_->text));
  }
  group_.reset();
}

// A few bold words right above a heading gather what stands under it and those of its level.
void Builder::keep_label_above(const markdown::Block& heading) {
  if (above_ && heading.level < above_level_) end_label_above();
  constexpr std::size_t max_words = 5;
  const bool is_right_above = may_open_label() && group_->end_line + 2 >= heading.line;
  if (!is_right_above || heading.level < 2 || count_words(group_->text) > max_words ||
      std::string_view(".!?").find(group_->text.back()) != std::string_view::npos) {
    return;
  }
  end_label_above();
  above_ = std::exchange(group_, std::nullopt);
  above_level_ = heading.level;
}

void Builder::end_label_above() {
  if (above_ && !above_->is_used) {
    add_prose(above_->line, ProseKind::Paragraph, writer_.keep(above_->text));
  }
  above_.reset();
}

KeptText Builder::group_of(std::uint32_t index) {
  while (!outer_.empty() && outer_.back().end <= index) outer_.pop_back();
  if (group_) group_->is_used = true;
  const bool is_above = outer_.empty() && !group_;
  if (is_above && !above_) return {};
  if (is_above) above_->is_used = true;
  Group& group = is_above ? *above_ : outer_.empty() ? *group_ : outer_.back();
  if (!group.kept.has_value()) {
    group.kept = writer_.keep(group.text);
    if (outer_.empty() && !is_above) labels_.push_back({group.line, group.kept});
  }
  return group.kept;
}

void Builder::add_link_findings(const Entry& entry, std::string_view title) {
  for (std::size_t i = 0; i < entry.links.size(); ++i) {
    const EntryLink& link = entry.links[i];
    const int line = entry.link_lines[i];
    if (link.url && is_clickable_url(*link.url)) continue;
    const std::string name = link.label.empty() ? quoted(title) : quoted(link.label);
    if (!link.url) {
      findings_.add(rule::link_without_url, Level::Error, line, name + " has no address.");
    } else if (!writer_.leads_somewhere(*link.url)) {
      const bool has_scheme = !split_url(*link.url).scheme.empty();
      findings_.add(
          rule::unclickable_link, has_scheme ? Level::Warning : Level::Note, line,
          name + " is shown without a link: " + quoted(*link.url) + " is no web or mail address.");
    }
  }
  for (const int line : entry.gap_lines) {
    findings_.add(rule::link_with_gap, Level::Warning, line,
                  "A label stands apart from its address, so that Markdown does not link it.");
  }
}

void Builder::fill_listing(CatalogWriter::ListingRow& listing, Entry& entry) {
  fill_listing(listing, entry, tree_.current());
}

void Builder::fill_listing(CatalogWriter::ListingRow& listing, Entry& entry, int section) {
  const bool has_title = !entry.text.empty();
  if (!has_title && !entry.links.empty()) {
    // Nothing but labels: the first one has to stand for the title.
    const EntryLink& first = entry.links.front();
    entry.text = !first.label.empty() ? std::string_view(first.label) : first.url.value_or("");
    findings_.add(rule::entry_without_title, Level::Warning, listing.line,
                  "The entry has links but no title: " + quoted(entry.text) + " stands for it.");
  }
  add_link_findings(entry, entry.text);
  heading_.reset();
  listing.section = section;
  listing.text = writer_.keep(entry.text);
  fill_statement(listing, read_statement(entry), entry.text);
  for (EntryLink& link : entry.links) {
    if (link.label.empty() && link.url && link.kind == LinkKind::Other) {
      link.kind = kind_of_home(*link.url);
    }
  }
  add_links(entry.links);
  if (entry.images > 0) {
    if (images_ == 0) first_image_line_ = listing.line;
    images_ += entry.images;
  }
  if (listing.shape == Shape::Bullet && !entry.links.empty()) has_links_ = true;
  mark_content();
}

void Builder::fill_statement(CatalogWriter::ListingRow& listing, const Statement& stated,
                             std::string_view text) {
  if (!stated.name.empty()) listing.name = writer_.keep_within(listing.text, stated.name);
  listing.title = writer_.keep_within(listing.text,
                                      stated.title.empty() ? text : std::string_view(stated.title));
  if (!stated.authors.empty()) {
    listing.authors = writer_.keep_within(listing.text, stated.authors);
  }
  if (!stated.venue.empty()) listing.venue = writer_.keep_common(stated.venue);
  listing.year = stated.year;
  if (!listing.year) listing.year = year_of(listing.section);
  if (!stated.description.empty()) {
    listing.description = writer_.keep_within(listing.text, stated.description);
  }
  for (const std::string& tag : stated.tags) writer_.add_tag(tag);
  listing.tail = stated.may_be_authors ? CatalogWriter::Tail::People
                 : stated.is_described ? CatalogWriter::Tail::Words
                                       : CatalogWriter::Tail::None;
}

// A section whose heading is nothing but a year says when what stands in it came out.
std::optional<int> Builder::year_of(int section) const {
  if (section < 0) return std::nullopt;
  return read_year(tree_.sections()[static_cast<std::size_t>(section)].title);
}

// What stands after the titles of a list is who made the things, or what they are: where most of
// it can be names, the names are authors.
void Builder::tell_authors() {
  std::size_t people = 0;
  std::size_t words = 0;
  Chunks<CatalogWriter::ListingRow>& listings = writer_.listings();
  for (std::uint32_t i = 0; i < listings.size(); ++i) {
    // One word may be anything.
    const bool is_one_word =
        writer_.text(listings[i].description).find(' ') == std::string_view::npos;
    if (listings[i].tail == CatalogWriter::Tail::People && !is_one_word) ++people;
    if (listings[i].tail == CatalogWriter::Tail::Words) ++words;
  }
  if (people <= words) return;
  for (std::uint32_t i = 0; i < listings.size(); ++i) {
    CatalogWriter::ListingRow& listing = listings[i];
    if (listing.tail != CatalogWriter::Tail::People || listing.authors.has_value()) continue;
    listing.authors = listing.description;
    listing.description = {};
  }
}

// Bullets without links are entries only beside bullets with links.
void Builder::end_section(bool keeps_entry) {
  settle_paragraphs();
  paragraphs_ = {};
  if (!keeps_entry) close_entry();
  end_group();
  if (!has_links_) take_out_topics();
  has_links_ = false;
  labels_.clear();
  section_begin_ = writer_.listings().size();
}

// Its text, and what bullets below it said of it.
KeptText Builder::words_of(const CatalogWriter::ListingRow& listing) {
  const std::string_view text = writer_.text(listing.text);
  std::string below;
  const auto add = [&](std::string_view words) {
    if (text.find(words) == std::string_view::npos) append_words(below, words);
  };
  for (const KeptText each : {listing.authors, listing.venue, listing.description}) {
    if (each.has_value()) add(writer_.text(each));
  }
  if (listing.year) add(std::to_string(*listing.year));
  for (std::uint32_t i = listing.first_tag; i < listing.end_tag; ++i) {
    add(writer_.text(writer_.tag(i)));
  }
  if (below.empty()) return listing.text;
  return writer_.keep(std::string(text).append(" ").append(below));
}

void Builder::take_out_topics() {
  Chunks<CatalogWriter::ListingRow>& listings = writer_.listings();
  std::uint32_t kept = section_begin_;
  std::size_t topics = 0;
  int first_line = 0;
  int last_line = 0;
  for (std::uint32_t i = section_begin_; i < listings.size(); ++i) {
    const CatalogWriter::ListingRow& each = listings[i];
    last_line = each.line;
    if (each.shape != Shape::Bullet) {
      listings[kept++] = each;
      continue;
    }
    if (topics++ == 0) first_line = each.line;
    add_prose(each.line, ProseKind::Topics, words_of(each));
  }
  listings.shrink(kept);
  if (topics == 0) return;
  // Labels over nothing but topics are words like them.
  std::vector<std::uint32_t> groups;
  for (std::uint32_t i = section_begin_; i < kept; ++i) groups.push_back(listings[i].group.begin);
  std::sort(groups.begin(), groups.end());
  for (const Label& label : labels_) {
    if (std::binary_search(groups.begin(), groups.end(), label.text.begin)) continue;
    add_prose(label.line, ProseKind::Topics, label.text);
  }
  findings_.add(
      rule::topic_list, Level::Note, first_line,
      counted(topics, "bullet") + " from here to line " + std::to_string(last_line) +
          (topics == 1 ? " has no link and is no entry." : " have no links and are no entries."));
}

void Builder::add_sections() {
  const std::vector<SectionDraft> sections = tree_.take();
  std::vector<char> is_parent(sections.size());
  for (const SectionDraft& section : sections) {
    if (section.parent >= 0) is_parent[static_cast<std::size_t>(section.parent)] = 1;
  }
  has_content_.resize(sections.size());
  for (std::size_t i = 0; i < sections.size(); ++i) {
    const SectionDraft& section = sections[i];
    CatalogWriter::SectionRow& row = writer_.add_section();
    row.id = writer_.keep(section.id);
    row.title = writer_.keep(section.title);
    row.parent = section.parent;
    row.level = section.level;
    row.line = section.line;
    if (is_parent[i] || has_content_[i]) continue;
    findings_.add(rule::empty_section, Level::Warning, section.line,
                  quoted(section.title) + " has nothing in it.");
  }
}

}  // namespace lamplight::catalog
