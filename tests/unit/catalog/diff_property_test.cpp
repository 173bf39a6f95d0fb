// What holds of any two lists: a diff with itself is empty, and both directions are mirrors.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <tuple>
#include <vector>

#include "lamplight/diff.h"
#include "unit/catalog/test_lists.h"

namespace lamplight::test {
namespace {

// A change without its direction: kind, old position, new position, links that came and went.
using Row = std::tuple<int, int, int, std::vector<int>, std::vector<int>, std::string, std::string>;

int kind_of(Change change, bool is_mirrored) {
  if (change == Change::AlsoListed) change = Change::Added;
  if (is_mirrored && change == Change::Added) {
    change = Change::Removed;
  } else if (is_mirrored && change == Change::Removed) {
    change = Change::Added;
  }
  return static_cast<int>(change);
}

std::vector<Row> rows_of(const Diff& diff, bool is_mirrored) {
  std::vector<Row> rows;
  const auto add = [&](Change change, int before, int after, std::vector<int> came,
                       std::vector<int> went, const std::optional<TextChange>& text) {
    std::string old_text = text ? text->old_text : "";
    std::string new_text = text ? text->new_text : "";
    if (is_mirrored) {
      std::swap(before, after);
      came.swap(went);
      old_text.swap(new_text);
    }
    std::sort(came.begin(), came.end());
    std::sort(went.begin(), went.end());
    rows.emplace_back(kind_of(change, is_mirrored), before, after, came, went, old_text, new_text);
  };
  for (const ListingChange& each : diff.listings) {
    add(each.change, each.old_listing, each.new_listing, each.links_added, each.links_removed,
        each.text);
  }
  const auto offset = [](int position, int by) { return position < 0 ? position : position + by; };
  for (const SectionChange& each : diff.sections) {
    add(each.change, offset(each.old_section, 1 << 24), offset(each.new_section, 1 << 24), {}, {},
        {});
  }
  for (const ProseChange& each : diff.prose) {
    add(each.change, offset(each.old_prose, 1 << 28), offset(each.new_prose, 1 << 28),
        each.links_added, each.links_removed, each.text);
  }
  add(Change::Edited, -2, -2, {}, {}, diff.title);
  add(Change::Edited, -3, -3, {}, {}, diff.bibtex);
  std::sort(rows.begin(), rows.end());
  return rows;
}

void expect_pieces_make_text(const std::optional<TextChange>& change) {
  if (!change) return;
  std::string text;
  for (const TextPiece& piece : change->pieces) {
    if (piece.kind != PieceKind::Removed) text += piece.text;
  }
  EXPECT_EQ(text, change->new_text);
}

// Everything of both lists is accounted for, once.
void expect_complete(const Diff& diff) {
  const DiffCounts& counts = diff.counts;
  const int kept = counts.unchanged + counts.edited + counts.moved;
  EXPECT_EQ(kept + counts.removed, static_cast<int>(diff.old_list->listings.size()));
  EXPECT_EQ(kept + counts.added, static_cast<int>(diff.new_list->listings.size()));
  EXPECT_LE(counts.also_listed, counts.added);
  int last = -1;
  std::vector<char> is_seen(diff.old_list->listings.size());
  for (const ListingChange& each : diff.listings) {
    if (each.new_listing >= 0) {
      EXPECT_GT(each.new_listing, last) << "in the order of the new list";
      last = each.new_listing;
    }
    if (each.old_listing >= 0) {
      char& seen = is_seen[static_cast<std::size_t>(each.old_listing)];
      EXPECT_EQ(seen, 0);
      seen = 1;
    }
    expect_pieces_make_text(each.text);
  }
  for (const ProseChange& each : diff.prose) expect_pieces_make_text(each.text);
  expect_pieces_make_text(diff.title);
  expect_pieces_make_text(diff.bibtex);
}

void expect_holds(const Catalog& a, const Catalog& b) {
  const Diff there = diff_catalogs(a, b);
  const Diff back = diff_catalogs(b, a);
  expect_complete(there);
  expect_complete(back);
  EXPECT_EQ(rows_of(there, false), rows_of(back, true));
  EXPECT_TRUE(diff_catalogs(a, a).empty());
  EXPECT_TRUE(diff_catalogs(b, b).empty());
}

// xorshift: the same on every platform.
class Dice {
 public:
  explicit Dice(std::uint32_t seed) : state_(seed * 2654435761u + 1) {}
  std::uint32_t roll(std::uint32_t below) {
    state_ ^= state_ << 13;
    state_ ^= state_ >> 17;
    state_ ^= state_ << 5;
    return state_ % below;
  }
  std::size_t pick(std::size_t count) { return roll(static_cast<std::uint32_t>(count)); }

 private:
  std::uint32_t state_;
};

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

std::string join(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

// What a curator does: takes lines out, doubles and moves them, renames and moves sections, edits
// words and addresses, gives a work the title of another.
std::string mutate(const std::string& text, Dice& dice) {
  std::vector<std::string> lines = lines_of(text);
  for (std::uint32_t round = dice.roll(12) + 1; round > 0 && !lines.empty(); --round) {
    const std::size_t at = dice.pick(lines.size());
    const auto place = lines.begin() + static_cast<std::ptrdiff_t>(at);
    std::string& line = lines[at];
    switch (dice.roll(9)) {
      case 0:
        lines.erase(place);
        break;
      case 1:
        lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(dice.pick(lines.size())),
                     std::string(line));
        break;
      case 2:
        std::swap(line, lines[dice.pick(lines.size())]);
        break;
      case 3:
        if (line.rfind("#", 0) == 0) line += " anew";
        break;
      case 4:
        if (const std::size_t blank = line.rfind(' '); blank != std::string::npos) {
          line.insert(blank, dice.roll(2) == 0 ? " more" : "s");
        }
        break;
      case 5:
        if (const std::size_t end = line.rfind(')'); end != std::string::npos)
          line.insert(end, "1");
        break;
      case 6:
        line += " [[Code]](https://example.org/" + std::to_string(dice.roll(3)) + ")";
        break;
      case 7:
        line = "- " + std::string("Foo: A Title [[Paper]](https://example.org/") +
               std::to_string(dice.roll(3)) + ")";
        break;
      default: {
        // A run of lines goes elsewhere, as a section does.
        const std::size_t count = std::min<std::size_t>(dice.roll(20) + 1, lines.size() - at);
        const std::vector<std::string> run(place, place + static_cast<std::ptrdiff_t>(count));
        lines.erase(place, place + static_cast<std::ptrdiff_t>(count));
        const std::size_t to = lines.empty() ? 0 : dice.pick(lines.size());
        lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(to), run.begin(), run.end());
      }
    }
  }
  return join(lines);
}

// A list of few titles, sections and groups, so that they clash.
std::string make_list(Dice& dice) {
  std::string text = "# T\n\nSome words about " + std::to_string(dice.roll(3)) + " lists.\n";
  for (std::uint32_t section = dice.roll(5); section > 0; --section) {
    text += std::string("\n") + (dice.roll(3) == 0 ? "### " : "## ") + "Part " +
            std::string(1, static_cast<char>('A' + dice.roll(4))) + "\n\n";
    if (dice.roll(3) == 0) text += "**Group " + std::to_string(dice.roll(2)) + "**:\n\n";
    for (std::uint32_t i = dice.roll(6); i > 0; --i) {
      static constexpr const char* titles[] = {"Foo: Reading scans well",
                                               "Reading scans well",
                                               "Foo: Folding of proteins",
                                               "Bar",
                                               "!!!",
                                               "A survey of surveys",
                                               "A survay of surveys",
                                               "扫描阅读"};
      text += "- " + std::string(titles[dice.roll(8)]) + " [[Paper]](https://x.org/" +
              std::to_string(dice.roll(4)) + ")\n";
    }
  }
  return text;
}

TEST(DiffProperties, HoldOfTheFlagshipAndOfMutatedOnes) {
  expect_holds(old_snapshot(), new_snapshot());
  const std::string text = read_file(source_dir() / "data/lists/2024-03-11.md");
  Dice dice(7);
  std::string mutated = text;
  for (int round = 0; round < 25; ++round) {
    mutated = mutate(mutated, dice);
    SCOPED_TRACE(round);
    expect_holds(new_snapshot(), parse(mutated));
    if (::testing::Test::HasFailure()) return;
  }
}

TEST(DiffProperties, HoldOfSmallListsFullOfClashes) {
  Dice dice(11);
  for (int round = 0; round < 400; ++round) {
    const std::string a = make_list(dice);
    const std::string b = dice.roll(2) == 0 ? make_list(dice) : mutate(a, dice);
    SCOPED_TRACE(a + "-----\n" + b);
    expect_holds(parse(a), parse(b));
    if (::testing::Test::HasFailure()) return;
  }
}

TEST(DiffProperties, HoldOfListsInTheWild) {
  std::vector<Catalog> lists;
  for (const std::filesystem::path& path : wild_lists()) {
    const std::string text = read_file(path);
    SCOPED_TRACE(path);
    const Catalog catalog = parse(text);
    Dice dice(static_cast<std::uint32_t>(text.size()));
    expect_holds(catalog, parse(mutate(text, dice)));
    expect_holds(catalog, new_snapshot());
  }
}

}  // namespace
}  // namespace lamplight::test
