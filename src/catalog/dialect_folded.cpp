// What is folded away, <details>: its <summary> is the label over the entries in it, or the title
// of an entry of which the rest tells.
//
//     <details><summary>Editors</summary>       <details><summary>A title (CVPR 2020)</summary>
//
//     - [Tool](u) - What it does.               - [Paper](u)
//
//     </details>                                </details>

#include "base/text.h"
#include "catalog/builder.h"
#include "catalog/inline_text.h"
#include "catalog/statement_text.h"
#include "catalog/words.h"

namespace lamplight::catalog {

using markdown::Block;
using markdown::BlockKind;
using markdown::Document;
using markdown::InlineKind;

namespace {

constexpr std::size_t max_summary_bytes = 300;

// "Click to expand", "Abstract", "展开": says what to do, or what of an entry stands there.
bool is_mere_handle(std::string_view summary) {
  static constexpr std::string_view handles[] = {
      "abstract", "abstracts", "bibtex",  "citation", "code",    "content",
      "contents", "detail",    "details", "expand",   "example", "examples",
      "figure",   "here",      "image",   "images",   "list",    "more",
      "notes",    "other",     "others",  "overview", "summary", "table of contents",
      "tl;dr",    "tldr",      "toc",     "展开",     "摘要",    "更多",
      "目录",     "详情"};
  const std::string folded = fold(without_colon(trim(summary)));
  if (is_one_of(handles, folded)) return true;
  for (const std::string_view part :
       {"click ", "expand", "show ", "unfold", "view ", "see ", "点击", "展开", "查看"}) {
    if (folded.compare(0, part.size(), part) == 0) return true;
  }
  return folded.find(" to expand") != std::string::npos;
}

}  // namespace

// Takes a summary as a label or a title. False when it is neither.
bool Builder::begin_folded(const Document& document, const HtmlUnit& unit, std::uint32_t index) {
  const Block& block = run_->blocks[index];
  if (is_apart_ || tree_.current() < 0 || parents_[index] != index) return false;
  const std::string words =
      squeeze_space(visible_text(document, unit.begin, unit.end, Images::Leave));
  if (!has_word(words) || words.size() > max_summary_bytes || is_apart_label(words)) return false;
  if (is_mere_handle(words)) return false;
  bool has_link = false;
  for (std::uint32_t i = unit.begin; i < unit.end; ++i) {
    if (document.inlines[i].kind != InlineKind::Link) continue;
    if (document.text(document.inlines[i].url).substr(0, 4) != "http") return false;
    has_link = true;
  }
  heading_.reset();
  settle_paragraphs(true);
  end_html_prose();
  close_entry();
  if (!has_link) {
    end_group();
    group_ =
        Group{to_nfc(without_colon(words)), unit.line, 0, false, {}, block.end_line, false, true};
    return true;
  }
  open_.emplace();
  open_->line = unit.line;
  open_->last_line = block.end_line;
  open_->is_folded = true;
  read_entry(document, unit.begin, unit.end, unit.line, open_->entry);
  open_->entry.styled.add_sign(sign::hard_break);
  mark_content();
  return true;
}

// A line of HTML below a summary tells of it.
bool Builder::add_folded_line(const Document& document, const HtmlUnit& unit) {
  if (!open_ && group_ && group_->is_folded && may_open_label()) {
    open_from_label();
    open_->is_folded = true;
  }
  if (!open_ || !open_->is_folded) return false;
  Entry& entry = open_->entry;
  if (!entry.text.empty()) entry.text.push_back(' ');
  if (entry.styled.size() > 0) entry.styled.add_sign(sign::paragraph);
  read_entry(document, unit.begin, unit.end, unit.line, entry);
  return true;
}

// A paragraph that does not begin with a link, below a summary that is long enough for a title,
// tells of it.
bool Builder::may_open_folded(std::uint32_t index) const {
  if (!group_ || !group_->is_folded || !may_open_label() || !waiting_.empty()) return false;
  constexpr std::size_t least_words = 3;
  const Block& block = run_->blocks[index];
  const bool begins_with_link = block.first_inline < block.end_inline &&
                                run_->inlines[block.first_inline].kind == InlineKind::Link;
  return !begins_with_link && count_words(group_->text) >= least_words;
}

// "Abstract" as the summary below an open entry, and then the words of it: they describe it.
bool Builder::add_abstract(const Document& document, const HtmlUnit& unit, std::uint32_t index,
                           bool& is_abstract) {
  if (!open_ || open_->is_folded || parents_[index] != index) return false;
  if (unit.kind != HtmlUnit::Kind::Summary && !is_abstract) return false;
  for (std::uint32_t i = unit.begin; i < unit.end; ++i) {
    if (document.inlines[i].kind == InlineKind::Link) return false;
  }
  const std::string words =
      to_nfc(squeeze_space(visible_text(document, unit.begin, unit.end, Images::Leave)));
  if (unit.kind == HtmlUnit::Kind::Summary) {
    const std::string folded = fold(without_colon(words));
    is_abstract = folded == "abstract" || folded == "tl;dr" || folded == "tldr" || folded == "摘要";
    return is_abstract;
  }
  append_words(open_->entry.more.description, words);
  open_->last_line = run_->blocks[index].end_line;
  mark_content();
  return true;
}

void Builder::end_folded(std::uint32_t index) {
  if (parents_[index] != index) return;
  settle_paragraphs();
  end_html_prose();
  const bool was_entry = open_ && (open_->is_folded || !open_->label.empty());
  if (was_entry || (group_ && group_->is_folded)) close_entry();
  if (group_ && group_->is_folded) end_group();
}

}  // namespace lamplight::catalog
