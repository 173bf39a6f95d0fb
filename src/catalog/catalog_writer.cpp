#include "catalog/catalog_writer.h"

#include <cstring>
#include <new>
#include <string>

#include "base/sort.h"
#include "catalog/block_reference.h"

namespace lamplight::catalog {
namespace {

constexpr std::uint32_t text_chunk_bytes = 1u << 16;

std::uint32_t hash_text(std::string_view text) {
  std::uint32_t hash = 2166136261u;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  return hash ^ (hash >> 15);
}

}  // namespace

KeptText TextChunks::add(std::string_view text) {
  const auto size = static_cast<std::uint32_t>(text.size());
  if (size_ + text.size() > most_bytes_) {
    size_ += text.size();
    return {0, 0};
  }
  if (chunks_.empty() || chunks_.back().room - chunks_.back().used < size) {
    Chunk chunk;
    chunk.room = size > text_chunk_bytes / 4 ? size : text_chunk_bytes;
    chunk.bytes.reset(new char[chunk.room]);
    chunk.begin = size_;
    chunks_.push_back(std::move(chunk));
  }
  Chunk& chunk = chunks_.back();
  if (size > 0) std::memcpy(chunk.bytes.get() + chunk.used, text.data(), size);
  const KeptText kept{static_cast<std::uint32_t>(size_), size};
  chunk.used += size;
  size_ += size;
  return kept;
}

std::string_view TextChunks::view(KeptText text) const {
  if (text.size == 0) return {};
  // The last chunk that begins at or before the text; most often the one of before, the next or the
  // last of all.
  const auto begins_after = [&](std::size_t chunk) {
    return chunk >= chunks_.size() || chunks_[chunk].begin > text.begin;
  };
  std::size_t low = last_viewed_;
  if (begins_after(low)) low = 0;
  std::size_t high = chunks_.size();
  if (begins_after(low + 1)) {
    high = low + 1;
  } else if (begins_after(low + 2)) {
    high = ++low + 1;
  } else if (!begins_after(high - 1)) {
    low = high - 1;
  }
  while (high - low > 1) {
    const std::size_t middle = (low + high) / 2;
    (chunks_[middle].begin <= text.begin ? low : high) = middle;
  }
  last_viewed_ = low;
  const Chunk& chunk = chunks_[low];
  return {chunk.bytes.get() + (text.begin - chunk.begin), text.size};
}

void TextChunks::shrink(std::uint64_t size) {
  if (size >= size_) return;
  while (chunks_.back().begin > size) chunks_.pop_back();
  chunks_.back().used = static_cast<std::uint32_t>(size - chunks_.back().begin);
  size_ = size;
}

void TextChunks::move_to(char* out) {
  for (Chunk& chunk : chunks_) {
    if (chunk.used > 0) std::memcpy(out + chunk.begin, chunk.bytes.get(), chunk.used);
    chunk.bytes.reset();
  }
  chunks_.clear();
  size_ = 0;
}

CatalogWriter::ListingRow& CatalogWriter::add_listing() {
  last_is_prose_ = false;
  ListingRow& row = listings_.add();
  row.first_link = row.end_link = links_.size();
  row.first_cell = row.end_cell = cells_.size();
  row.first_tag = row.end_tag = tags_.size();
  return row;
}

CatalogWriter::ProseRow& CatalogWriter::add_prose() {
  last_is_prose_ = true;
  ProseRow& row = prose_.add();
  row.first_link = row.end_link = links_.size();
  return row;
}

void CatalogWriter::add_link(std::string_view label, LinkKind kind,
                             std::optional<std::string_view> url) {
  LinkRow& link = links_.add();
  link.label = keep_common(label);
  if (url) {
    const std::optional<std::string> resolved = address_.resolve(*url);
    link.url = keep(resolved ? std::string_view(*resolved) : *url);
  }
  link.kind = kind;
  (last_is_prose_ ? prose_.back().end_link : listings_.back().end_link) = links_.size();
}

void CatalogWriter::add_cell(std::string_view column, std::string_view text) {
  CellRow& cell = cells_.add();
  cell.column = keep_common(column);
  cell.text = keep_common(text);
  listings_.back().end_cell = cells_.size();
}

void CatalogWriter::add_tag(std::string_view text) {
  tags_.add() = keep_common(text);
  listings_.back().end_tag = tags_.size();
}

std::uint64_t CatalogWriter::expected_bytes() const {
  return std::uint64_t{listings_.size()} * (sizeof(ListingRow) + sizeof(Listing)) +
         std::uint64_t{prose_.size()} * (sizeof(ProseRow) + sizeof(Prose)) +
         std::uint64_t{findings_.size()} * (sizeof(FindingRow) + sizeof(Finding)) +
         std::uint64_t{links_.size()} * (sizeof(LinkRow) + sizeof(Link)) +
         std::uint64_t{cells_.size()} * (sizeof(CellRow) + sizeof(Cell)) +
         std::uint64_t{tags_.size()} * (sizeof(KeptText) + sizeof(Text)) + 2 * texts_.size();
}

CatalogWriter::Mark CatalogWriter::mark() const {
  return {listings_.size(), prose_.size(), findings_.size(), links_.size(),
          cells_.size(),    tags_.size(),  texts_.size()};
}

void CatalogWriter::go_back(const Mark& mark) {
  listings_.shrink(mark.listings);
  prose_.shrink(mark.prose);
  findings_.shrink(mark.findings);
  links_.shrink(mark.links);
  cells_.shrink(mark.cells);
  tags_.shrink(mark.tags);
  texts_.shrink(mark.texts);
  for (KeptText& each : common_) {
    if (each.has_value() && each.begin + std::uint64_t{each.size} > mark.texts) each = {};
  }
}

KeptText CatalogWriter::keep_within(KeptText whole, std::string_view text) {
  const std::string_view all = texts_.view(whole);
  if (text.empty() || text.size() > all.size()) return keep(text);
  const std::size_t beyond = all.size() - text.size();
  const auto size = static_cast<std::uint32_t>(text.size());
  if (all.substr(beyond) == text) return {whole.begin + static_cast<std::uint32_t>(beyond), size};
  if (all.substr(0, text.size()) == text) return {whole.begin, size};
  return keep(text);
}

KeptText CatalogWriter::keep_common(std::string_view text) {
  if (text.size() > max_common_bytes) return keep(text);
  KeptText& slot = common_[hash_text(text) % common_slots];
  if (!slot.has_value() || texts_.view(slot) != text) slot = keep(text);
  return slot;
}

// Where everything comes to stand in the block, and the writing of it.
class BlockLayout {
 public:
  explicit BlockLayout(CatalogWriter& writer) : writer_(writer) {}

  Result<Catalog> write() {
    count_links();
    const std::uint64_t bytes = measure();
    if (bytes > writer_.most_bytes_) {
      return Error{ErrorCode::TooLarge, "A catalog takes 4 GiB and more.", 0};
    }
    BlockBytes block = BlockBytes::allocate(static_cast<std::size_t>(bytes));
    if (block.size() == 0) {
      return Error{ErrorCode::OutOfMemory, "There is not enough memory for the catalog.", 0};
    }
    data_ = block.data();
    write_header(static_cast<std::uint32_t>(bytes));
    write_sections();
    write_works();  // before the listings, which know whose they are
    write_listings();
    write_prose();
    write_findings();
    writer_.texts_.move_to(data_ + texts_);
    return BlockReference::open(std::move(block));
  }

 private:
  void count_links() {
    for (std::uint32_t i = 0; i < writer_.listings_.size(); ++i) {
      const CatalogWriter::ListingRow& row = writer_.listings_[i];
      links_count_ += row.end_link - row.first_link;
      cells_count_ += row.end_cell - row.first_cell;
      tags_count_ += row.end_tag - row.first_tag;
    }
    for (std::uint32_t i = 0; i < writer_.prose_.size(); ++i) {
      links_count_ += writer_.prose_[i].end_link - writer_.prose_[i].first_link;
    }
  }

  template <typename T>
  static void place(std::uint64_t& at, std::uint64_t& next, std::uint64_t count) {
    at = next;
    next += count * sizeof(T);
  }

  std::uint64_t measure() {
    std::uint64_t next = sizeof(CatalogHeader);
    place<Section>(sections_, next, writer_.sections_.size());
    place<Listing>(listings_, next, writer_.listings_.size());
    place<Work>(works_, next, writer_.works_.size());
    place<Prose>(prose_, next, writer_.prose_.size());
    place<Finding>(findings_, next, writer_.findings_.size());
    place<Link>(links_, next, links_count_);
    place<Cell>(cells_, next, cells_count_);
    place<Text>(tags_, next, tags_count_);
    place<std::int32_t>(work_listings_, next, writer_.listings_.size());
    place<char>(texts_, next, writer_.texts_.size());
    return next;
  }

  // A new record at a place of the block, all zeros.
  template <typename T>
  T& record(std::uint64_t at, std::uint32_t index = 0) {
    return *new (data_ + at + std::uint64_t{index} * sizeof(T)) T();
  }

  void set(Text& place, KeptText kept) { BlockReference::set(place, target(kept), kept.size); }
  void set(OptionalText& place, KeptText kept) {
    if (kept.has_value()) BlockReference::set(place, target(kept), kept.size);
  }
  [[nodiscard]] const char* target(KeptText kept) const {
    return data_ + texts_ + (kept.has_value() ? kept.begin : 0);
  }
  template <typename T>
  void set(Array<T>& place, std::uint64_t at, std::uint64_t count) {
    BlockReference::set(place, data_ + at, static_cast<std::uint32_t>(count));
  }

  void write_header(std::uint32_t bytes) {
    auto& out = record<CatalogHeader>(0);
    catalog_magic.copy(out.magic, sizeof(out.magic));
    out.version = catalog_version;
    out.size = bytes;
    set(out.title, writer_.title);
    set(out.bibtex, writer_.bibtex);
    set(out.sections, sections_, writer_.sections_.size());
    set(out.listings, listings_, writer_.listings_.size());
    set(out.works, works_, writer_.works_.size());
    set(out.prose, prose_, writer_.prose_.size());
    set(out.findings, findings_, writer_.findings_.size());
    set(out.links, links_, links_count_);
    set(out.cells, cells_, cells_count_);
    set(out.tags, tags_, tags_count_);
    set(out.work_listings, work_listings_, writer_.listings_.size());
    set(out.texts, texts_, writer_.texts_.size());
  }

  void write_sections() {
    for (std::uint32_t i = 0; i < writer_.sections_.size(); ++i) {
      const CatalogWriter::SectionRow& row = writer_.sections_[i];
      auto& out = record<Section>(sections_, i);
      set(out.id, row.id);
      set(out.title, row.title);
      out.parent = row.parent;
      out.level = row.level;
      out.line = row.line;
    }
    writer_.sections_.clear();
  }

  void write_works() {
    // Listings by work, each work's in the order of the list.
    std::vector<std::uint32_t> begin(writer_.works_.size() + 1, 0);
    const auto work_of = [&](std::uint32_t listing) {
      return static_cast<std::uint32_t>(writer_.listings_[listing].work);
    };
    const std::uint32_t listings = writer_.listings_.size();
    for (std::uint32_t i = 0; i < listings; ++i) {
      if (work_of(i) < writer_.works_.size()) ++begin[work_of(i) + 1];
    }
    for (std::size_t i = 1; i < begin.size(); ++i) begin[i] += begin[i - 1];
    for (std::uint32_t i = 0; i < writer_.works_.size(); ++i) {
      auto& out = record<Work>(works_, i);
      set(out.listings, work_listings_ + std::uint64_t{begin[i]} * sizeof(std::int32_t),
          begin[i + 1] - begin[i]);
      const CatalogWriter::WorkRow& row = writer_.works_[i];
      set(out.id, row.id);
      set(out.name, row.name);
      set(out.title, row.title);
      out.year = row.year;
      set(out.year_from, row.year_from);
      set(out.venue, row.venue);
      set(out.arxiv, row.arxiv);
      set(out.doi, row.doi);
      set(out.repository, row.repository);
      writer_.works_.release_below(i);
    }
    for (std::uint32_t i = 0; i < listings; ++i) {
      if (work_of(i) >= writer_.works_.size()) continue;
      record<std::int32_t>(work_listings_, begin[work_of(i)]++) = static_cast<std::int32_t>(i);
    }
    writer_.works_.clear();
  }

  void write_listings() {
    for (std::uint32_t i = 0; i < writer_.listings_.size(); ++i) {
      const CatalogWriter::ListingRow& row = writer_.listings_[i];
      auto& out = record<Listing>(listings_, i);
      out.line = row.line;
      out.section = row.section;
      out.work = row.work;
      out.shape = row.shape;
      set(out.group, row.group);
      set(out.text, row.text);
      set(out.name, row.name);
      set(out.title, row.title);
      write_links(out.links, row.first_link, row.end_link);
      write_cells(out.cells, row.first_cell, row.end_cell);
      set(out.authors, row.authors);
      set(out.venue, row.venue);
      set(out.description, row.description);
      write_tags(out.tags, row.first_tag, row.end_tag);
      out.year = row.year;
      out.parent = row.parent;
      writer_.listings_.release_below(i);
    }
    writer_.listings_.clear();
    writer_.cells_.clear();
    writer_.tags_.clear();
  }

  void write_links(Array<Link>& place, std::uint32_t first, std::uint32_t end) {
    set(place, links_ + std::uint64_t{next_link_} * sizeof(Link), end - first);
    for (std::uint32_t i = first; i < end; ++i) {
      const CatalogWriter::LinkRow& row = writer_.links_[i];
      auto& out = record<Link>(links_, next_link_++);
      set(out.label, row.label);
      set(out.url, row.url);
      out.kind = row.kind;
    }
  }

  void write_cells(Array<Cell>& place, std::uint32_t first, std::uint32_t end) {
    set(place, cells_ + std::uint64_t{next_cell_} * sizeof(Cell), end - first);
    for (std::uint32_t i = first; i < end; ++i) {
      const CatalogWriter::CellRow& row = writer_.cells_[i];
      auto& out = record<Cell>(cells_, next_cell_++);
      set(out.column, row.column);
      set(out.text, row.text);
    }
  }

  void write_tags(Array<Text>& place, std::uint32_t first, std::uint32_t end) {
    set(place, tags_ + std::uint64_t{next_tag_} * sizeof(Text), end - first);
    for (std::uint32_t i = first; i < end; ++i) {
      set(record<Text>(tags_, next_tag_++), writer_.tags_[i]);
    }
  }

  void write_prose() {
    const std::vector<std::uint32_t> order = by_line(writer_.prose_);
    for (std::uint32_t i = 0; i < order.size(); ++i) {
      const CatalogWriter::ProseRow& row = writer_.prose_[order[i]];
      auto& out = record<Prose>(prose_, i);
      out.line = row.line;
      out.section = row.section;
      set(out.text, row.text);
      write_links(out.links, row.first_link, row.end_link);
      out.kind = row.kind;
    }
    writer_.prose_.clear();
    writer_.links_.clear();
  }

  void write_findings() {
    const std::vector<std::uint32_t> order = by_line(writer_.findings_);
    for (std::uint32_t i = 0; i < order.size(); ++i) {
      const CatalogWriter::FindingRow& row = writer_.findings_[order[i]];
      auto& out = record<Finding>(findings_, i);
      set(out.rule, row.rule);
      set(out.message, row.message);
      out.line = row.line;
      out.level = row.level;
    }
    writer_.findings_.clear();
  }

  template <typename Row>
  static std::vector<std::uint32_t> by_line(const Chunks<Row>& rows) {
    std::vector<std::uint32_t> order(rows.size());
    bool is_sorted = true;
    for (std::uint32_t i = 0; i < rows.size(); ++i) {
      order[i] = i;
      is_sorted = is_sorted && (i == 0 || rows[i - 1].line <= rows[i].line);
    }
    if (is_sorted) return order;
    sort_numbers(order,
                 [&](std::uint32_t a, std::uint32_t b) { return rows[a].line < rows[b].line; });
    return order;
  }

  CatalogWriter& writer_;
  char* data_ = nullptr;
  std::uint64_t links_count_ = 0;
  std::uint64_t cells_count_ = 0;
  std::uint64_t tags_count_ = 0;
  // Where each array begins.
  std::uint64_t sections_ = 0;
  std::uint64_t listings_ = 0;
  std::uint64_t works_ = 0;
  std::uint64_t prose_ = 0;
  std::uint64_t findings_ = 0;
  std::uint64_t links_ = 0;
  std::uint64_t cells_ = 0;
  std::uint64_t tags_ = 0;
  std::uint64_t work_listings_ = 0;
  std::uint64_t texts_ = 0;
  std::uint32_t next_link_ = 0;
  std::uint32_t next_cell_ = 0;
  std::uint32_t next_tag_ = 0;
};

Result<Catalog> CatalogWriter::finish() { return BlockLayout(*this).write(); }

}  // namespace lamplight::catalog
