// Sections whose paragraphs are entries, one each, parted by blank lines:
//
//     [A title](u), ACL 2019 [[code]](u)
//
//     [Another](u) - what it is
//
//     Ann Lee, Bo Chi. A third title. ACL 2020. [paper](u)
//
// A single such paragraph may be any; where most of a section are, they are entries.
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

// Judges the blocks from `index` to the next heading, once.
void Builder::judge_paragraphs(std::uint32_t index) {
  const bool was_so = paragraphs_.section == tree_.current() && paragraphs_.are_entries;
  paragraphs_ = {};
  paragraphs_.section = tree_.current();
  const auto size = static_cast<std::uint32_t>(run_->blocks.size());
  std::size_t titles = 0;
  std::size_t labels = 0;
  std::size_t others = 0;
  std::uint32_t at = index;
  for (; at < size && run_->blocks[at].kind != BlockKind::Heading; at = run_->blocks[at].end) {
    const Block& block = run_->blocks[at];
    if (block.kind == BlockKind::List || block.kind == BlockKind::Table) break;
    if (block.kind != BlockKind::Paragraph || !bold_label(*run_, at).empty()) continue;
    switch (lead_of(*run_, block)) {
      case Lead::Title:
        ++titles;
        break;
      case Lead::Label:
        ++labels;
        break;
      case Lead::None:
        if (!visible_text(*run_, block.first_inline, block.end_inline, Images::Leave).empty()) {
          ++others;
        }
        break;
    }
  }
  paragraphs_.end = at < size && run_->blocks[at].kind == BlockKind::Heading ? at : size;
  const std::size_t least = tree_.current() < 0 ? 5 : was_so ? 1 : 2;
  const std::size_t both = titles + labels;
  const bool are_many = titles >= least || both > least;
  const bool is_list = at < size && run_->blocks[at].kind != BlockKind::Heading;
  paragraphs_.are_entries = are_many && both >= others && !is_list;
}

bool Builder::is_linked_paragraph(std::uint32_t index) {
  if (paragraphs_.run != runs_ || index >= paragraphs_.end ||
      paragraphs_.section != tree_.current()) {
    judge_paragraphs(index);
    paragraphs_.run = runs_;
  }
  return paragraphs_.are_entries && lead_of(*run_, run_->blocks[index]) != Lead::None;
}

}  // namespace lamplight::catalog
