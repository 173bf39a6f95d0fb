// The block of a catalog: written, moved, read back, damaged.
#include <gtest/gtest.h>

#include <cstring>
#include <utility>

#include "catalog/catalog_writer.h"
#include "unit/catalog/test_lists.h"

namespace lamplight::test {
namespace {

// Everything that a record may hold, in few bytes.
CatalogDraft small_draft() {
  CatalogDraft draft;
  draft.title = "A";
  draft.bibtex = "";
  draft.sections = {{"b", "B", -1, 2, 1}, {"b/c", "C", 0, 3, 2}};
  draft.listings.resize(2);
  draft.listings[0] = {3,  1, "", Shape::Bullet, "N: é", "N", "é", {{"x", LinkKind::Code, "u"}},
                       {}, 0};
  draft.listings[0].authors = "a";
  draft.listings[0].description = "";
  draft.listings[0].tags = {"MIT", "é"};
  draft.listings[1] = {4,
                       -1,
                       std::nullopt,
                       Shape::Row,
                       "t",
                       std::nullopt,
                       "t",
                       {{"", LinkKind::Other, std::nullopt}},
                       {{"k", "t"}},
                       0};
  draft.listings[1].venue = "V";
  draft.listings[1].tags = {""};
  draft.listings[1].year = 1999;
  draft.listings[1].parent = 3;
  draft.works.resize(1);
  draft.works[0] = {"n", "N", "é", {0, 1}, 2020, "arxiv", "v", "1", "2", "o/r"};
  draft.prose = {{1, -1, ProseKind::Topics, "p", {{"y", LinkKind::Blog, "w"}}},
                 {5, 0, ProseKind::Image, "", {}}};
  draft.findings = {{"r", Level::Warning, 2, "m"}};
  return draft;
}

Result<Catalog> read(std::string_view bytes) {
  return read_catalog_block(BlockBytes::copy_of(bytes));
}

std::string message_of(std::string_view bytes) {
  const Result<Catalog> catalog = read(bytes);
  EXPECT_FALSE(catalog.is_ok());
  return catalog.error().message;
}

TEST(Block, HoldsWhatTheDraftSays) {
  const CatalogDraft draft = small_draft();
  EXPECT_EQ(make_draft(make_catalog(draft)), draft);
  EXPECT_EQ(make_draft(make_catalog({})), CatalogDraft());
}

TEST(Block, ComesBackAsTheSameCatalog) {
  const Catalog small = make_catalog(small_draft());
  const Catalog nothing;
  for (const Catalog* catalog : {&small, &old_snapshot(), &new_snapshot(), &nothing}) {
    const Result<Catalog> again = read(catalog->bytes());
    ASSERT_TRUE(again.is_ok()) << again.error().message;
    EXPECT_TRUE(*again.value_if() == *catalog);
    EXPECT_EQ(make_draft(*again.value_if()), make_draft(*catalog));
    EXPECT_EQ(again.value_if()->bytes(), catalog->bytes());
    again.value_if()->check();
  }
  for (const auto& path : wild_lists()) {
    const Catalog catalog = parse(read_file(path));
    const Result<Catalog> again = read(catalog.bytes());
    ASSERT_TRUE(again.is_ok()) << path << ": " << again.error().message;
    EXPECT_TRUE(*again.value_if() == catalog) << path;
  }
}

TEST(Block, IsReadInPlace) {
  BlockBytes bytes = BlockBytes::copy_of(new_snapshot().bytes());
  const char* const begin = bytes.data();
  const Result<Catalog> catalog = read_catalog_block(std::move(bytes));
  ASSERT_TRUE(catalog.is_ok());
  EXPECT_EQ(catalog.value_if()->bytes().data(), begin);
  const std::string_view title = catalog.value_if()->listings[7].title;
  EXPECT_TRUE(title.data() > begin && title.data() < begin + catalog.value_if()->bytes().size());
}

TEST(Block, StaysWhereItIsWhenTheCatalogMoves) {
  Catalog first = make_catalog(small_draft());
  const Listing* const listing = &first.listings[0];
  const std::string_view title = first.listings[0].title;
  Catalog second = std::move(first);
  EXPECT_EQ(&second.listings[0], listing);
  EXPECT_EQ(title, "é");
  EXPECT_TRUE(first == Catalog());
  EXPECT_EQ(first.bytes(), Catalog().bytes());
  Catalog third;
  third = std::move(second);
  EXPECT_EQ(&third.listings[0], listing);
  EXPECT_EQ(*third.works[0].repository, "o/r");
  third = Catalog();
  EXPECT_TRUE(third.listings.empty());
}

TEST(Block, ACopyIsItsOwn) {
  Catalog first = make_catalog(small_draft());
  const Catalog second = first.copy();
  EXPECT_TRUE(first == second);
  first = Catalog();
  EXPECT_EQ(second.listings[0].title, "é");
  EXPECT_TRUE(Catalog().copy() == Catalog());
}

TEST(Block, TellsNoneFromEmpty) {
  const Catalog catalog = make_catalog(small_draft());
  EXPECT_TRUE(catalog.bibtex.has_value());
  EXPECT_EQ(catalog.listings[0].group, "");
  EXPECT_NE(catalog.listings[1].group, "");
  EXPECT_EQ(catalog.listings[1].group, std::nullopt);
  EXPECT_EQ(*catalog.listings[1].group, "");
  EXPECT_EQ(catalog.listings[1].links[0].url, std::nullopt);
}

TEST(Block, KeepsNumbersThatAreNone) {
  CatalogDraft draft = small_draft();
  for (const std::optional<int> year : {std::optional<int>(0), std::optional<int>(-1),
                                        std::optional<int>(INT32_MAX), std::optional<int>()}) {
    draft.works[0].year = year;
    EXPECT_EQ(make_draft(make_catalog(draft)).works[0].year, year);
  }
}

TEST(Block, DiffersWhereOneFieldDiffers) {
  const Catalog catalog = make_catalog(small_draft());
  CatalogDraft other = small_draft();
  other.listings[1].cells[0].text = "T";
  EXPECT_FALSE(make_catalog(other) == catalog);
  other = small_draft();
  other.listings[1].group = "";
  EXPECT_FALSE(make_catalog(other) == catalog);
  other = small_draft();
  other.works[0].year.reset();
  EXPECT_FALSE(make_catalog(other) == catalog);
}

// Exact buffers: a sanitizer sees a read of one byte too far.
TEST(Block, EveryTruncationIsAnError) {
  for (const Catalog& catalog : {make_catalog(small_draft()), Catalog()}) {
    const std::string_view bytes = catalog.bytes();
    for (std::size_t size = 0; size < bytes.size(); ++size) {
      EXPECT_FALSE(read(bytes.substr(0, size)).is_ok()) << size;
    }
    EXPECT_FALSE(read(std::string(bytes) + '\0').is_ok());
  }
}

// Whatever is read is as good as a parsed one: reading all of it stays inside the block.
TEST(Block, EveryChangedByteIsAnErrorOrAnotherGoodCatalog) {
  const Catalog catalog = make_catalog(small_draft());
  std::size_t errors = 0;
  std::size_t others = 0;
  for (std::size_t at = 0; at < catalog.bytes().size(); ++at) {
    for (int change = 1; change < 256; ++change) {
      std::string bytes(catalog.bytes());
      bytes[at] = static_cast<char>(bytes[at] ^ change);
      const Result<Catalog> changed = read(bytes);
      if (!changed.is_ok()) {
        EXPECT_FALSE(changed.error().message.empty());
        ++errors;
        continue;
      }
      ++others;
      EXPECT_TRUE(make_catalog(make_draft(*changed.value_if())) == *changed.value_if()) << at;
    }
  }
  EXPECT_GT(errors, others);
  EXPECT_GT(others, 0u);
}

TEST(Block, SaysWhatIsWrong) {
  const std::string good(make_catalog(small_draft()).bytes());
  EXPECT_EQ(message_of(""), "This is no catalog block.");
  EXPECT_EQ(message_of("# A list"), "This is no catalog block.");
  EXPECT_EQ(message_of(good.substr(0, 50)), "The catalog block is damaged: it is cut short.");
  EXPECT_EQ(message_of(good.substr(0, good.size() - 1)),
            "The catalog block is damaged: its size is not the one that it states.");
  std::string newer = good;
  newer[8] = 3;
  EXPECT_EQ(message_of(newer), "The catalog block is of version 3, not 2.");
  EXPECT_EQ(read(newer).error().code, ErrorCode::InvalidArgument);
}

TEST(Block, IsRefusedWhenLinesAreOutOfOrder) {
  const Catalog good = make_catalog(small_draft());
  for (const int* line : {&good.sections[1].line, &good.listings[1].line, &good.prose[1].line,
                          &good.findings[0].line}) {
    std::string bytes(good.bytes());
    const auto at =
        static_cast<std::size_t>(reinterpret_cast<const char*>(line) - good.bytes().data());
    const int before = 0;
    std::memcpy(&bytes[at], &before, sizeof(before));
    EXPECT_EQ(message_of(bytes), "The catalog block is damaged: lines are out of order.");
  }
}

// A small block that tells one long text again and again would make of a megabyte terabytes.
TEST(Block, IsRefusedWhenItTellsItsTextsTooOften) {
  CatalogDraft draft = small_draft();
  draft.title = std::string(100000, 't');
  for (int i = 0; i < 1000; ++i) draft.findings.push_back({"rule", Level::Note, 9, "text"});
  std::string bytes(make_catalog(draft).bytes());
  ASSERT_TRUE(read(bytes).is_ok());
  CatalogHeader header;
  std::memcpy(static_cast<void*>(&header), bytes.data(), sizeof(header));
  const auto number_at = [&](std::size_t at) {
    std::uint32_t number = 0;
    std::memcpy(&number, bytes.data() + at, sizeof(number));
    return number;
  };
  const std::size_t title = offsetof(CatalogHeader, title) + number_at(16);
  const std::size_t findings = offsetof(CatalogHeader, findings) + number_at(64);
  for (std::size_t i = 1; i < 1001; ++i) {
    const std::size_t message = findings + i * sizeof(Finding) + offsetof(Finding, message);
    const std::uint32_t reference[2] = {static_cast<std::uint32_t>(title - message), 100000};
    std::memcpy(bytes.data() + message, reference, sizeof(reference));
  }
  EXPECT_EQ(message_of(bytes), "The catalog block is damaged: its texts are told too often.");
}

TEST(CatalogWriter, KeepsATextOnce) {
  catalog::CatalogWriter writer;
  const catalog::KeptText whole = writer.keep("Fmt: a formatter");
  EXPECT_EQ(writer.text(writer.keep_within(whole, "a formatter")).data(),
            writer.text(whole).data() + 5);
  EXPECT_EQ(writer.text(writer.keep_within(whole, "Fmt")).data(), writer.text(whole).data());
  EXPECT_EQ(writer.text(writer.keep_within(whole, "formatters")), "formatters");
  EXPECT_EQ(writer.text(writer.keep_common("Paper")).data(),
            writer.text(writer.keep_common("Paper")).data());
}

TEST(CatalogWriter, HoldsTextsOfAnySize) {
  catalog::CatalogWriter writer;
  std::vector<catalog::KeptText> kept;
  std::vector<std::string> texts;
  for (int i = 0; i < 400; ++i) {
    texts.push_back(
        std::string(static_cast<std::size_t>(i * i) % 70000, static_cast<char>('a' + i % 26)));
    kept.push_back(writer.keep(texts.back()));
    catalog::CatalogWriter::FindingRow& finding = writer.add_finding();
    finding.rule = writer.keep_common("rule");
    finding.message = kept.back();
    finding.line = 400 - i;
  }
  for (std::size_t i = 0; i < kept.size(); ++i) EXPECT_EQ(writer.text(kept[i]), texts[i]);
  const Result<Catalog> catalog = writer.finish();
  ASSERT_TRUE(catalog.is_ok());
  ASSERT_EQ(catalog.value_if()->findings.size(), 400u);
  for (std::size_t i = 0; i < 400; ++i) {
    EXPECT_EQ(catalog.value_if()->findings[i].message, texts[399 - i]) << "in order of lines";
  }
  EXPECT_TRUE(read(catalog.value_if()->bytes()).is_ok());
}

}  // namespace
}  // namespace lamplight::test
