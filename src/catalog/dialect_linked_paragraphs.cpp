// Sections whose paragraphs are entries, one each, parted by blank lines:
//
//     [A title](u), ACL 2019 [[code]](u)
//
//     [Another](u) - what it is
//
//     Ann Lee, Bo Chi. A third title. ACL 2020. [paper](u)
//
// A single such paragraph may be anything; where most of a section are so, they are entries.
#include <utility>

#include "base/text.h"
#include "catalog/builder.h"
#include "catalog/inline_text.h"
#include "catalog/link_kind.h"

namespace lamplight::catalog {

using markdown::Block;
using markdown::BlockKind;
using markdown::Document;
using markdown::Inline;
using markdown::InlineKind;

namespace {

// Looks at no more than this many inlines of a paragraph from its beginning, or from its end.
constexpr std::uint32_t max_seen_inlines = 24;
// So many paragraphs tell what those of a section are.
constexpr std::size_t max_waiting = 64;

enum class Lead { None, Title, Label };

std::string link_text(const Document& run, std::uint32_t link) {
  return visible_text(run, link + 1, run.inlines[link].end, Images::Leave);
}

bool leads_elsewhere(const Document& run, std::uint32_t link) {
  const std::string_view url = run.text(run.inlines[link].url);
  return !url.empty() && url.front() != '#';
}

// The link that a paragraph begins with, but for signs and pictures; `end` for none.
std::uint32_t leading_link(const Document& run, const Block& block) {
  std::uint32_t at = block.first_inline;
  for (std::uint32_t seen = 0; at < block.end_inline && seen < max_seen_inlines; ++seen) {
    const Inline& each = run.inlines[at];
    switch (each.kind) {
      case InlineKind::Link:
        return at;
      case InlineKind::Strong:
      case InlineKind::Emphasis:
        ++at;
        continue;
      case InlineKind::Text:
        if (has_word(run.text(each.text))) return block.end_inline;
        break;
      case InlineKind::Html:
      case InlineKind::Image:
        break;
      default:
        return block.end_inline;
    }
    at = each.end;
  }
  return block.end_inline;
}

// "[Foo](u) is ...", "[Foo](u) and ...": a sentence about it.
bool goes_on_as_sentence(std::string_view after) {
  if (after.empty() || after.front() != ' ') return false;
  after = trim(after);
  const std::string_view first = after.substr(0, after.find(' '));
  for (const std::string_view verb :
       {"is", "are", "was", "were", "has", "have", "and", "or", "to", "in", "on", "of", "also",
        "can", "will", "which", "that", "if"}) {
    if (first == verb) return true;
  }
  return false;
}

// What of a paragraph makes it one that may be an entry.
Lead lead_of(const Document& run, const Block& block) {
  const std::uint32_t first = leading_link(run, block);
  if (first < block.end_inline && leads_elsewhere(run, first)) {
    const std::string text = link_text(run, first);
    const bool is_title = has_word(text) && !kind_by_label(text) &&
                          text.find("://") == std::string::npos && text.front() != '[';
    if (is_title) {
      const std::string all =
          visible_text(run, block.first_inline, block.end_inline, Images::Leave);
      const std::size_t begin = all.find(text);
      const std::string_view after =
          begin == std::string::npos ? "" : std::string_view(all).substr(begin + text.size());
      // A row of single words that are linked leads elsewhere, as a choice of languages does.
      const bool says_more = has_word(after) || text.find(' ') != std::string::npos;
      if (says_more && !goes_on_as_sentence(after)) return Lead::Title;
    }
  }
  // Words, and labels behind them.
  std::uint32_t last = block.end_inline;
  std::uint32_t seen = 0;
  for (std::uint32_t at = block.first_inline; at < block.end_inline; at = run.inlines[at].end) {
    if (run.inlines[at].kind == InlineKind::Link) last = at;
    if (++seen > 4 * max_seen_inlines) return Lead::None;
  }
  if (last == block.end_inline || !leads_elsewhere(run, last)) return Lead::None;
  const std::string label = link_text(run, last);
  if (!kind_by_label(label) && !(label.size() > 2 && label.front() == '[')) return Lead::None;
  const std::string after =
      visible_text(run, run.inlines[last].end, block.end_inline, Images::Leave);
  const std::string before = visible_text(run, block.first_inline, last, Images::Leave);
  const bool is_long = before.find(' ') != std::string::npos && before.size() >= 20;
  return is_long && !has_word(after) && !is_ascii_lower(before.front()) ? Lead::Label : Lead::None;
}

}  // namespace

// Takes the paragraph as one that may be an entry, or as more of such a one. What it is, the whole
// section tells, or its first paragraphs where there are many: until then it waits.
bool Builder::add_linked_paragraph(std::uint32_t index) {
  if (paragraphs_.is_decided && !paragraphs_.are_entries) return false;
  const Block& block = run_->blocks[index];
  const Lead lead = lead_of(*run_, block);
  if (lead == Lead::None && !waiting_.empty() &&
      (waiting_.back().is_title_alone || is_attribute_paragraph(index))) {
    WaitingEntry& above = waiting_.back();
    above.is_title_alone = false;
    above.prose.push_back(read_prose(block));
    open_ = std::move(above.entry);
    read_lines(index);
    above.entry = std::move(*open_);
    open_.reset();
    ++paragraphs_.others;
    return true;
  }
  if (lead == Lead::None) {
    if (!visible_text(*run_, block.first_inline, block.end_inline, Images::Leave).empty()) {
      ++paragraphs_.others;
    }
    return false;
  }
  heading_.reset();
  close_entry();
  open_.emplace();
  open_->line = block.line;
  read_lines(index);
  const Entry& entry = open_->entry;
  const bool is_title_alone =
      entry.links.size() == 1 && entry.title_link.size() + 2 >= trim(entry.text).size();
  open_->has_own_links = !entry.links.empty() && !is_title_alone;
  if (paragraphs_.is_decided) return true;
  ++(lead == Lead::Title ? paragraphs_.titles : paragraphs_.labels);
  WaitingEntry& waiting = waiting_.emplace_back();
  waiting.prose.push_back(read_prose(block));
  waiting.entry = std::move(*open_);
  waiting.is_title_alone = is_title_alone;
  open_.reset();
  if (waiting_.size() >= max_waiting) settle_paragraphs();
  return true;
}

// Decides what the paragraphs that wait are, and writes them. Before a list or a table, which has
// the section's entries as a rule, it takes more of them.
void Builder::settle_paragraphs(bool is_before_list) {
  if (waiting_.empty()) return;
  const Paragraphs& seen = paragraphs_;
  const std::size_t least = tree_.current() < 0 ? 5 : is_before_list ? 4 : 2;
  const std::size_t all = seen.titles + seen.labels;
  paragraphs_.is_decided = true;
  paragraphs_.are_entries = (seen.titles >= least || all > least) && all >= seen.others;
  const std::vector<WaitingEntry> waiting = std::exchange(waiting_, {});
  for (const WaitingEntry& each : waiting) {
    if (paragraphs_.are_entries) {
      close_entry();
      open_ = each.entry;
      continue;
    }
    for (const ProseDraft& prose : each.prose) {
      add_prose(prose.line, prose.kind, writer_.keep(prose.text));
      add_links(prose.links);
    }
  }
}

}  // namespace lamplight::catalog
