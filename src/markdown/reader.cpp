// Reader: feeds the parser and takes blocks out of its tree as they are closed.
#include <algorithm>
#include <optional>
#include <utility>

#include "base/assert.h"
#include "markdown/convert.h"
#include "markdown/lines.h"
#include "markdown/markdown.h"
#include "markdown/notices.h"
#include "markdown/pool.h"
#include "markdown/references.h"

namespace lamplight::markdown {
namespace {

// Closed blocks are looked for after so many more pieces, too: some bytes make many.
constexpr std::size_t run_pieces = 16'000;

// The parser has one table of signs for the whole program; those of the extensions are in it only
// while inlines are parsed.
class ExtensionSigns {
 public:
  explicit ExtensionSigns(cmark_parser* parser) : parser_(parser) {
    cmark_manage_extensions_special_characters(parser_, 1);
  }
  ~ExtensionSigns() { cmark_manage_extensions_special_characters(parser_, 0); }
  ExtensionSigns(const ExtensionSigns&) = delete;
  ExtensionSigns& operator=(const ExtensionSigns&) = delete;

 private:
  cmark_parser* parser_;
};

int first_line(const cmark_node& node) {
  return node.type == CMARK_NODE_TABLE ? table_line(node) : node.start_line;
}

}  // namespace

class Reader::State {
 public:
  State(std::string_view text, std::size_t run_bytes) : lines_(text), run_bytes_(run_bytes) {
    const Pool::Use use(pool_);
    references_.emplace(text);
    begin(1);
  }
  ~State() {
    const Pool::Use use(pool_);
    blocks_.reset();
  }
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  bool next(Document& run);
  void go_back(Place place);

  [[nodiscard]] int line_count() const { return lines_.number(); }
  [[nodiscard]] const Notices& notices() const { return notices_; }

 private:
  // A list or table of the outermost level of which a part was taken.
  struct Parted {
    const cmark_node* node = nullptr;
    Place place;
    std::size_t expansion = 0;  // of link references, before it
    std::size_t added_cells = 0;
  };

  void begin(int line);
  void feed_run();
  void take_closed(Document& run);
  void take_children(cmark_node* open, Document& run);
  void take_block(cmark_node* node, Document& run);
  void take_part(cmark_node* open, Document& run);
  void cut(cmark_node& node);
  [[nodiscard]] bool is_outer(const cmark_node& node) const;
  [[nodiscard]] bool can_part(const cmark_node& node) const;
  [[nodiscard]] int find_oldest_line() const;

  Pool pool_;
  Lines lines_;
  Notices notices_;
  std::size_t run_bytes_;
  std::optional<References> references_;
  std::optional<BlockParser> blocks_;
  std::optional<Converter> converter_;
  Parted parted_;                // what is open of that kind
  Parted parted_before_;         // the last one that was closed
  std::size_t kept_pieces_ = 0;  // in the tree when it was last looked at
  bool is_cutting_ = false;
  bool is_at_end_ = false;
};

void Reader::State::begin(int line) {
  blocks_.reset();
  blocks_.emplace();
  blocks_->parser()->line_number = line - 1;
  converter_.emplace(*blocks_, *references_, lines_, notices_);
  parted_ = {};
  kept_pieces_ = pool_.pieces();
  is_at_end_ = false;
}

bool Reader::State::next(Document& run) {
  const Pool::Use use(pool_);
  run.blocks.clear();
  run.inlines.clear();
  run.arena.clear();
  while (!is_at_end_ && run.blocks.empty()) {
    feed_run();
    take_closed(run);
  }
  run.notices = notices_.take();
  return !run.blocks.empty() || !run.notices.empty();
}

void Reader::State::go_back(Place place) {
  const Pool::Use use(pool_);
  const Parted parted = parted_.place.line == place.line ? parted_ : parted_before_;
  LAMPLIGHT_ASSERT(parted.place.line == place.line);
  lines_.go_to(place);
  begin(place.line);
  references_->map()->ref_size = parted.expansion;
  converter_->set_added_cells(parted.added_cells);
}

void Reader::State::feed_run() {
  const std::size_t begin = lines_.offset();
  do {
    if (!blocks_->feed_line(lines_, notices_)) {
      is_at_end_ = true;
      return;
    }
  } while (lines_.offset() - begin < run_bytes_ && pool_.pieces() < kept_pieces_ + run_pieces);
}

void Reader::State::take_closed(Document& run) {
  const ExtensionSigns signs(blocks_->parser());
  converter_->set_run(run);
  take_children(blocks_->root(), run);
  blocks_->forget_definitions();
  if (pool_.pieces() > max_open_pieces) {
    is_cutting_ = true;
    take_children(blocks_->root(), run);
    is_cutting_ = false;
  }
  kept_pieces_ = pool_.pieces();
  lines_.forget_before(find_oldest_line());
}

void Reader::State::take_children(cmark_node* open, Document& run) {
  cmark_node* last = open->last_child;
  if (last == nullptr) return;
  // Its header might be read otherwise if one began with that line.
  if (last->type == CMARK_NODE_TABLE && has_paragraph_above(*last)) mark_cut(*last);
  while (open->first_child != last) take_block(open->first_child, run);
  if (!is_closed(*last) && can_part(*last)) take_part(last, run);
}

void Reader::State::take_block(cmark_node* node, Document& run) {
  const std::size_t index = run.blocks.size();
  converter_->convert(node);
  if (node == parted_.node) {
    run.blocks[index].is_begun = true;
    run.blocks[index].offset = parted_.place.offset;
    run.blocks[index].line = parted_.place.line;
    parted_before_ = std::exchange(parted_, {});
  }
  cmark_node_free(node);
}

void Reader::State::take_part(cmark_node* open, Document& run) {
  const bool has_closed = open->first_child != open->last_child;
  if (open->first_child == nullptr || (!has_closed && is_outer(*open) && !is_cutting_)) return;
  const bool is_begun = open == parted_.node;
  if (is_outer(*open) && !is_begun) {
    parted_ = {open, lines_.place(first_line(*open)), references_->map()->ref_size,
               converter_->added_cells()};
  }
  const std::size_t index = run.blocks.size();
  converter_->begin_part(open);
  take_children(open, run);
  converter_->end_part(open);
  if (is_outer(*open)) {
    if (index == run.blocks.size()) return;
    Block& block = run.blocks[index];
    block.is_begun = is_begun;
    block.goes_on = true;
    block.offset = parted_.place.offset;
    block.line = parted_.place.line;
  } else if (is_cutting_ && open->type != CMARK_NODE_BLOCK_QUOTE && !is_cut(*open)) {
    notices_.add({NoticeKind::TooManyBlocks, open->start_line, 0, {}});
    mark_cut(*open);
  }
}

bool Reader::State::is_outer(const cmark_node& node) const {
  if (node.parent != blocks_->root()) return false;
  return node.type == CMARK_NODE_LIST || (node.type == CMARK_NODE_TABLE && !is_cut(node));
}

bool Reader::State::can_part(const cmark_node& node) const {
  if (node.type == CMARK_NODE_BLOCK_QUOTE || is_outer(node)) return true;
  return is_cutting_ && (node.type == CMARK_NODE_LIST || node.type == CMARK_NODE_ITEM ||
                         node.type == CMARK_NODE_TABLE);
}

int Reader::State::find_oldest_line() const {
  const cmark_node* node = blocks_->root()->last_child;
  if (node == nullptr) return lines_.number() + 1;
  while (node->last_child != nullptr && can_part(*node)) node = node->last_child;
  return node->start_line;
}

Reader::Reader(std::string_view text, std::size_t run_bytes)
    : state_(std::make_unique<State>(text, run_bytes)) {}

Reader::~Reader() = default;

bool Reader::next(Document& run) { return state_->next(run); }

void Reader::go_back(Place place) { state_->go_back(place); }

int Reader::line_count() const { return state_->line_count(); }

std::size_t Reader::notices_left_out(NoticeKind kind) const {
  return state_->notices().left_out(kind);
}

}  // namespace lamplight::markdown
