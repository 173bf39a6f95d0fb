#include "markdown/references.h"

#include <algorithm>
#include <cstring>

#include "base/sort.h"
#include "base/string_index.h"
#include "markdown/block_parser.h"
#include "markdown/pool.h"

namespace lamplight::markdown {
namespace {

constexpr std::size_t batch_lines = 1000;

// As the parser has it: links may repeat long addresses, but only to about the size of the text.
constexpr std::size_t least_expansion = 100'000;

struct Definition {
  std::size_t begin = 0;  // of the label in the texts; its address stands behind it
  std::size_t label_size = 0;
  std::size_t url_size = 0;
  std::size_t title_size = 0;
};

// Frees all closed blocks.
void drop_closed(cmark_node* open) {
  while (open != nullptr) {
    while (open->first_child != open->last_child) cmark_node_free(open->first_child);
    open = open->last_child;
    if (open != nullptr && is_closed(*open)) return;
  }
}

class Collector {
 public:
  explicit Collector(std::string& texts) : texts_(texts) {}

  std::vector<Definition> collect(std::string_view text) {
    BlockParser parser;
    Lines lines(text);
    Notices ignored;
    std::size_t count = 0;
    while (parser.feed_line(lines, ignored)) {
      if (++count % batch_lines != 0) continue;
      lines.forget_before(lines.number());
      drop_closed(parser.root());
      take(parser);
    }
    take(parser);
    return std::move(definitions_);
  }

 private:
  // The parser has the latest first; of one label, the first in the text counts.
  void take(BlockParser& parser) {
    std::vector<const cmark_map_entry*> seen;
    for (const cmark_map_entry* each = parser.parser()->refmap->refs; each != nullptr;
         each = each->next) {
      seen.push_back(each);
    }
    std::reverse(seen.begin(), seen.end());
    for (const cmark_map_entry* each : seen) add(reinterpret_cast<const cmark_reference*>(each));
    parser.forget_definitions();
  }

  void add(const cmark_reference* reference) {
    const std::string_view label(reinterpret_cast<const char*>(reference->entry.label));
    const std::uint32_t known = labels_.size();
    if (labels_.add(label) < known) return;
    Definition& added = definitions_.emplace_back();
    added.begin = texts_.size();
    added.label_size = label.size();
    added.url_size = static_cast<std::size_t>(reference->url.len);
    added.title_size = static_cast<std::size_t>(reference->title.len);
    texts_.append(label).push_back('\0');
    if (added.url_size > 0) {
      texts_.append(reinterpret_cast<const char*>(reference->url.data), added.url_size);
    }
    texts_.push_back('\0');
  }

  std::string& texts_;
  StringIndex labels_;
  std::vector<Definition> definitions_;
};

}  // namespace

References::References(std::string_view text) {
  map_.mem = Pool::allocator();
  map_.max_ref_size = std::max(text.size(), least_expansion);
  if (text.find("]:") != std::string_view::npos) collect(text);
}

void References::collect(std::string_view text) {
  const std::vector<Definition> definitions = Collector(texts_).collect(text);
  entries_.resize(definitions.size());
  for (std::size_t i = 0; i < definitions.size(); ++i) {
    const Definition& from = definitions[i];
    auto* label = reinterpret_cast<unsigned char*>(texts_.data() + from.begin);
    cmark_reference& entry = entries_[i];
    entry = {};
    entry.entry.label = label;
    entry.entry.age = i;
    entry.entry.size = from.url_size + from.title_size;
    entry.url = {label + from.label_size + 1, static_cast<bufsize_t>(from.url_size), 0};
    sorted_.push_back(&entry.entry);
  }
  sort_stably(sorted_, [](const cmark_map_entry* a, const cmark_map_entry* b) {
    return std::strcmp(reinterpret_cast<const char*>(a->label),
                       reinterpret_cast<const char*>(b->label)) < 0;
  });
  map_.sorted = sorted_.data();
  map_.size = sorted_.size();
}

}  // namespace lamplight::markdown
