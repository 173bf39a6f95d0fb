// Catalog: the views into its block, and comparing what two of them say.
#include "lamplight/catalog.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <utility>

namespace lamplight {
namespace {

// The block of Catalog().
std::string_view block_of_nothing() {
  static CatalogHeader header{};
  catalog_magic.copy(header.magic, sizeof(header.magic));
  header.version = catalog_version;
  header.size = sizeof(header);
  return {reinterpret_cast<const char*>(&header), sizeof(header)};
}

template <typename T>
bool all_same(std::span<const T> a, std::span<const T> b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end());
}

}  // namespace

BlockBytes BlockBytes::allocate(std::size_t size) {
  void* const memory = std::calloc(size, 1);
  return memory == nullptr ? BlockBytes() : adopt(memory, size);
}

BlockBytes BlockBytes::copy_of(std::string_view bytes) {
  BlockBytes made = allocate(bytes.size());
  if (made.size() > 0) std::memcpy(made.data(), bytes.data(), made.size());
  return made;
}

BlockBytes BlockBytes::adopt(void* pointer, std::size_t size) {
  return {static_cast<char*>(pointer), size};
}

BlockBytes& BlockBytes::operator=(BlockBytes&& other) noexcept {
  std::swap(data_, other.data_);
  std::swap(size_, other.size_);
  return *this;
}

BlockBytes::~BlockBytes() { std::free(data_); }

Catalog::Catalog(BlockBytes block) : block_(std::move(block)) {
  const auto& header = *reinterpret_cast<const CatalogHeader*>(block_.data());
  title = header.title;
  sections = header.sections;
  listings = header.listings;
  works = header.works;
  prose = header.prose;
  findings = header.findings;
  bibtex = header.bibtex;
}

Catalog::Catalog(Catalog&& other) noexcept { *this = std::move(other); }

// What is moved from is left the catalog of an empty list.
Catalog& Catalog::operator=(Catalog&& other) noexcept {
  if (this == &other) return *this;
  BlockBytes block = std::move(other.block_);
  block_ = BlockBytes();
  title = std::exchange(other.title, {});
  sections = std::exchange(other.sections, {});
  listings = std::exchange(other.listings, {});
  works = std::exchange(other.works, {});
  prose = std::exchange(other.prose, {});
  findings = std::exchange(other.findings, {});
  bibtex = std::exchange(other.bibtex, std::nullopt);
  block_ = std::move(block);
  return *this;
}

std::string_view Catalog::bytes() const {
  return block_.size() > 0 ? block_.view() : block_of_nothing();
}

Catalog Catalog::copy() const {
  if (block_.size() == 0) return {};
  return Catalog(BlockBytes::copy_of(block_.view()));
}

bool operator==(const Link& a, const Link& b) {
  return a.label == b.label && a.kind == b.kind && a.url == b.url;
}

bool operator==(const Cell& a, const Cell& b) { return a.column == b.column && a.text == b.text; }

bool operator==(const Listing& a, const Listing& b) {
  return a.line == b.line && a.section == b.section && a.work == b.work && a.shape == b.shape &&
         a.group == b.group && a.text == b.text && a.name == b.name && a.title == b.title &&
         a.links == b.links && a.cells == b.cells && a.authors == b.authors && a.venue == b.venue &&
         a.description == b.description && a.tags == b.tags && a.year == b.year &&
         a.parent == b.parent;
}

bool operator==(const Section& a, const Section& b) {
  return a.id == b.id && a.title == b.title && a.parent == b.parent && a.level == b.level &&
         a.line == b.line;
}

bool operator==(const Work& a, const Work& b) {
  return a.id == b.id && a.name == b.name && a.title == b.title && a.listings == b.listings &&
         a.year == b.year && a.year_from == b.year_from && a.venue == b.venue &&
         a.arxiv == b.arxiv && a.doi == b.doi && a.repository == b.repository;
}

bool operator==(const Prose& a, const Prose& b) {
  return a.line == b.line && a.section == b.section && a.kind == b.kind && a.text == b.text &&
         a.links == b.links;
}

bool operator==(const Finding& a, const Finding& b) {
  return a.rule == b.rule && a.message == b.message && a.line == b.line && a.level == b.level;
}

bool operator==(const Catalog& a, const Catalog& b) {
  return a.title == b.title && a.bibtex == b.bibtex && all_same(a.sections, b.sections) &&
         all_same(a.listings, b.listings) && all_same(a.works, b.works) &&
         all_same(a.prose, b.prose) && all_same(a.findings, b.findings);
}

}  // namespace lamplight
