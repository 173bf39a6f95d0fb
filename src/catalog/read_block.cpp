// Reading a block: everything that reading code relies on is checked once, in one pass.
#include <string>
#include <utility>

#include "base/line_order.h"
#include "base/text.h"
#include "catalog/block_reference.h"
#include "lamplight/catalog.h"

namespace lamplight {
namespace {

// A text may be told by several records, and short ones by many. What the writer makes stays below
// this many bytes of text per byte of block; without a bound a small block could tell of terabytes.
constexpr std::uint64_t max_told_per_byte = 16;

class BlockCheck {
 public:
  explicit BlockCheck(const BlockBytes& block)
      : data_(block.data()),
        size_(block.size()),
        header_(*reinterpret_cast<const CatalogHeader*>(block.data())) {}

  // Null when all is well, else what is wrong.
  const char* find_fault() {
    check_arrays();
    if (fault_ == nullptr && !is_valid_utf8({header_.texts.data(), header_.texts.size()}))
      fail("the texts are no UTF-8");
    if (fault_ != nullptr) return fault_;
    check(header_.title);
    check(header_.bibtex);
    check_sections();
    check_listings();
    check_works();
    check_prose();
    check_findings();
    expect(links_ == header_.links.size() && cells_ == header_.cells.size() &&
               tags_ == header_.tags.size(),
           "a link, cell or tag belongs to nothing");
    expect(told_ / max_told_per_byte <= size_, "its texts are told too often");
    return fault_;
  }

 private:
  void fail(const char* fault) {
    if (fault_ == nullptr) fault_ = fault;
  }
  void expect(bool holds, const char* fault) {
    if (!holds) fail(fault);
  }
  [[nodiscard]] std::uint64_t place_of(const void* pointer) const {
    return static_cast<std::uint64_t>(static_cast<const char*>(pointer) - data_);
  }

  // The arrays of the header follow each other without a gap and fill the block.
  void check_arrays() {
    std::uint64_t next = sizeof(CatalogHeader);
    take(header_.sections, next);
    take(header_.listings, next);
    take(header_.works, next);
    take(header_.prose, next);
    take(header_.findings, next);
    take(header_.links, next);
    take(header_.cells, next);
    take(header_.tags, next);
    take(header_.work_listings, next);
    take(header_.texts, next);
    expect(next == size_, "an array is missing or too long");
  }
  template <typename T>
  void take(const Array<T>& array, std::uint64_t& next) {
    const BlockReference reference = BlockReference::of(array);
    if (reference.size == 0) {
      expect(reference.forward == 0, "an empty array stands somewhere");
      return;
    }
    expect(place_of(&array) + reference.forward == next, "an array does not follow the one before");
    next += std::uint64_t{reference.size} * sizeof(T);
  }

  // A part of an array of the header: the next `size` items.
  template <typename T>
  void take_part(const Array<T>& part, const Array<T>& all, std::uint32_t& next) {
    const BlockReference reference = BlockReference::of(part);
    if (reference.size == 0) {
      expect(reference.forward == 0, "an empty array stands somewhere");
      return;
    }
    const std::uint64_t wanted = place_of(all.data()) + std::uint64_t{next} * sizeof(T);
    expect(place_of(&part) + reference.forward == wanted, "links, cells or tags are out of order");
    expect(reference.size <= all.size() - next, "there are not so many links, cells or tags");
    if (fault_ == nullptr) next += reference.size;
  }

  void check_text(const void* place, BlockReference reference) {
    const std::uint64_t texts = place_of(header_.texts.data());
    const std::uint64_t begin = place_of(place) + reference.forward;
    const std::uint64_t end = begin + reference.size;
    if (begin < texts || end > texts + header_.texts.size()) return fail("a text lies outside");
    expect(begins_character(begin) && (end == size_ || begins_character(end)),
           "a text begins or ends within a character");
    told_ += reference.size;
  }
  [[nodiscard]] bool begins_character(std::uint64_t at) const {
    return (static_cast<unsigned char>(data_[at]) & 0xC0) != 0x80;
  }
  void check(const Text& text) {
    const BlockReference reference = BlockReference::of(text);
    if (reference.size > 0) return check_text(&text, reference);
    expect(reference.forward == 0, "an empty text stands somewhere");
  }
  void check(const OptionalText& text) {
    const BlockReference reference = BlockReference::of(text);
    if (reference.size > 0) return check_text(&text, reference);
    expect(reference.forward == 0 || reference.forward == sizeof(OptionalText),
           "an empty text stands somewhere");
  }
  void check(const std::uint8_t (&unused)[3]) {
    expect((unused[0] | unused[1] | unused[2]) == 0, "unused bytes are used");
  }
  template <typename Enum>
  void check(Enum value, int count) {
    expect(static_cast<int>(value) < count, "an enumerator is not known");
  }
  void check_line(int line, LineOrder& order) { expect(order.takes(line), LineOrder::fault); }
  void check_section(int section) {
    expect(section >= -1 && section < static_cast<std::int64_t>(header_.sections.size()),
           "there is no such section");
  }

  void check_sections() {
    LineOrder order;
    for (const Section& section : header_.sections) {
      check(section.id);
      check(section.title);
      check_line(section.line, order);
      const std::int64_t index = &section - header_.sections.data();
      expect(section.level >= 1 && section.level <= 6, "a section's level is none");
      if (section.parent < -1 || section.parent >= index) return fail("a section's parent is none");
      // This also keeps the tree from being deeper than six.
      expect(section.parent < 0 ||
                 header_.sections[static_cast<std::size_t>(section.parent)].level < section.level,
             "a section's parent is below it");
    }
  }

  void check_listings() {
    LineOrder order;
    for (const Listing& listing : header_.listings) {
      check_line(listing.line, order);
      check_section(listing.section);
      expect(listing.work >= 0 && listing.work < static_cast<std::int64_t>(header_.works.size()),
             "there is no such work");
      check(listing.shape, shape_count);
      check(listing.unused);
      check(listing.group);
      check(listing.text);
      check(listing.name);
      check(listing.title);
      check_links(listing.links);
      expect(listing.cells.empty() || listing.shape == Shape::Row, "what is no row has cells");
      const std::uint32_t first = cells_;
      take_part(listing.cells, header_.cells, cells_);
      for (std::uint32_t i = first; i < cells_; ++i) {
        check(header_.cells[i].column);
        check(header_.cells[i].text);
      }
      check(listing.authors);
      check(listing.venue);
      check(listing.description);
      const std::uint32_t first_tag = tags_;
      take_part(listing.tags, header_.tags, tags_);
      for (std::uint32_t i = first_tag; i < tags_; ++i) check(header_.tags[i]);
      expect(!listing.parent || (*listing.parent >= 1 && *listing.parent <= listing.line),
             "a listing's parent is none");
    }
  }

  void check_links(const Array<Link>& links) {
    const std::uint32_t first = links_;
    take_part(links, header_.links, links_);
    for (std::uint32_t i = first; i < links_; ++i) {
      check(header_.links[i].label);
      check(header_.links[i].url);
      check(header_.links[i].kind, link_kind_count);
      check(header_.links[i].unused);
    }
  }

  void check_works() {
    std::uint32_t next = 0;
    for (const Work& work : header_.works) {
      check(work.id);
      check(work.name);
      check(work.title);
      check(work.year_from);
      check(work.venue);
      check(work.arxiv);
      check(work.doi);
      check(work.repository);
      expect(!work.listings.empty(), "a work has no listing");
      const std::uint32_t first = next;
      take_part(work.listings, header_.work_listings, next);
      const std::int64_t index = &work - header_.works.data();
      int before = -1;
      for (std::uint32_t i = first; i < next; ++i) {
        const int listing = header_.work_listings[i];
        if (listing <= before || listing >= static_cast<std::int64_t>(header_.listings.size()) ||
            header_.listings[static_cast<std::size_t>(listing)].work != index) {
          return fail("works and listings do not agree");
        }
        before = listing;
      }
    }
    // Each listing is named at most once, by its own work: so many names are all of them.
    expect(next == header_.listings.size() && next == header_.work_listings.size(),
           "works and listings do not agree");
  }

  void check_prose() {
    LineOrder order;
    for (const Prose& prose : header_.prose) {
      check_line(prose.line, order);
      check_section(prose.section);
      check(prose.text);
      check_links(prose.links);
      check(prose.kind, prose_kind_count);
      check(prose.unused);
    }
  }

  void check_findings() {
    LineOrder order;
    for (const Finding& finding : header_.findings) {
      check(finding.rule);
      check(finding.message);
      check_line(finding.line, order);
      check(finding.level, level_count);
      check(finding.unused);
    }
  }

  const char* data_;
  std::uint64_t size_;
  const CatalogHeader& header_;
  std::uint32_t links_ = 0;  // how many of the header's were met
  std::uint32_t cells_ = 0;
  std::uint32_t tags_ = 0;
  std::uint64_t told_ = 0;  // bytes of all texts, as often as they are told
  const char* fault_ = nullptr;
};

Error fault(std::string what) {
  return {ErrorCode::Syntax, "The catalog block is damaged: " + std::move(what) + ".", 0};
}

}  // namespace

Result<Catalog> read_catalog_block(BlockBytes block) {
  const std::string_view bytes = block.view();
  const bool begins_well = bytes.substr(0, catalog_magic.size()) == catalog_magic;
  if (!begins_well) return Error{ErrorCode::Syntax, "This is no catalog block.", 0};
  if (bytes.size() < sizeof(CatalogHeader)) return fault("it is cut short");
  const auto& header = *reinterpret_cast<const CatalogHeader*>(block.data());
  if (header.version != catalog_version) {
    return Error{ErrorCode::InvalidArgument,
                 "The catalog block is of version " + std::to_string(header.version) + ", not " +
                     std::to_string(catalog_version) + ".",
                 0};
  }
  if (header.size != bytes.size()) return fault("its size is not the one that it states");
  if (const char* const found = BlockCheck(block).find_fault()) return fault(found);
  return BlockReference::open(std::move(block));
}

}  // namespace lamplight
