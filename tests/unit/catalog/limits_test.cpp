// Limits of comparing and writing, from both sides: what holds up to each, and no longer beyond.
#include <gtest/gtest.h>

#include <string>

#include "catalog/catalog_writer.h"
#include "lamplight/diff.h"
#include "lamplight/work_finder.h"
#include "unit/catalog/test_lists.h"

namespace lamplight::test {
namespace {

// Whether the first work of `there` is found in `here`.
bool is_found(const std::string& here, const std::string& there) {
  const Catalog old_list = parse("# L\n## S\n" + here);
  const Catalog new_list = parse("# L\n## S\n" + there);
  WorkFinder finder(old_list);
  WorkFinder other(new_list);
  return finder.find(0, other).has_value();
}

// `count` words of their own: "a0b a1b a2b ", each of at least so many letters.
std::string words(const std::string& letter, int count, std::size_t letters = 0) {
  std::string text;
  for (int i = 0; i < count; ++i) {
    std::string word = letter + std::to_string(i);
    while (word.size() < letters) word += 'q';
    text += word + ' ';
  }
  return text;
}

// An address that more than eight works have tells none of them.
TEST(Limits, EightWorksMayShareAnAddress) {
  const auto sharing = [](int count) {
    std::string text;
    for (int i = 0; i < count; ++i) {
      text += "- Alpha beta gamma delta eps" + std::to_string(i) + " [[Paper]](https://x.org/1)\n";
    }
    return text;
  };
  const std::string wanted = "- Alpha beta gamma delta zeta [[Paper]](https://x.org/1)\n";
  EXPECT_TRUE(is_found(sharing(8), wanted));
  EXPECT_FALSE(is_found(sharing(9), wanted));
}

TEST(Limits, SixteenLinksOfAWorkAreLookedAt) {
  const auto entry = [](const std::string& title, int before, const std::string& host) {
    std::string text = "- " + title;
    for (int i = 0; i < before; ++i) {
      text += " [[Paper]](https://" + host + "/" + std::to_string(i) + ")";
    }
    return text + " [[Code]](https://x.org/the-same)\n";
  };
  const auto is_found_behind = [&](int before) {
    return is_found(entry("Kites read winds together", before, "a.org"),
                    entry("Kites read winds alone", before, "b.org"));
  };
  EXPECT_TRUE(is_found_behind(15));
  EXPECT_FALSE(is_found_behind(16));
}

// A short title tells a work with one of its first 16 addresses.
TEST(Limits, SixteenLinksOfAShortTitleAreLookedAt) {
  const auto docs = [](int before, const std::string& host) {
    std::string text = "- Docs";
    for (int i = 0; i < before; ++i) {
      text += " [[Paper]](https://" + host + "/" + std::to_string(i) + ")";
    }
    return text + " [[Code]](https://x.org/the-same)\n";
  };
  const auto is_found_behind = [&](int before) {
    return is_found("- Docs [[Paper]](https://c.org)\n" + docs(before, "a.org"),
                    docs(before, "b.org"));
  };
  EXPECT_TRUE(is_found_behind(15));
  EXPECT_FALSE(is_found_behind(16));
}

// A title of more than 64 bytes tells a work by itself, however few words it has.
TEST(Limits, ATitleOfMoreThan64BytesIsNotShort) {
  const auto found = [](std::size_t bytes) {
    const std::string title = "- Ab " + std::string(bytes - 3, 'c');
    const Catalog old_list = parse("# L\n## S\n" + title + " [[Paper]](https://x.org/1)\n" + title +
                                   " [[Paper]](https://x.org/2)\n");
    const Catalog new_list = parse("# L\n## S\n" + title + " [[Paper]](https://x.org/2)\n");
    WorkFinder finder(old_list);
    WorkFinder other(new_list);
    return finder.find(0, other);
  };
  EXPECT_EQ(found(64), 1u) << "by its address";
  EXPECT_EQ(found(65), 0u) << "by its title";
}

// What stands beyond 512 bytes of a title does not part what is the same before.
TEST(Limits, TitlesAreComparedFor512Bytes) {
  const auto entry = [](const std::string& letter, int same) {
    return "- " + words("s", same, 26) + words(letter, 44, 12) + "[[Paper]](https://x.org/1)\n";
  };
  EXPECT_TRUE(is_found(entry("a", 19), entry("b", 19)));
  EXPECT_FALSE(is_found(entry("a", 6), entry("b", 6)));
}

// Words beyond the 64th do not make alike what is not before.
TEST(Limits, TitlesAreComparedFor64Words) {
  const auto entry = [](const std::string& letter, int same) {
    return "- " + words("s", same) + words(letter, 64 - same) + words("t", 40) +
           "[[Paper]](https://x.org/1)\n";
  };
  EXPECT_TRUE(is_found(entry("a", 33), entry("b", 33)));
  EXPECT_FALSE(is_found(entry("a", 30), entry("b", 30)));
}

struct Sections {
  int renamed = 0;
  int removed = 0;
  int added = 0;
};

Sections compare_sections(const std::string& before, const std::string& after) {
  const Catalog old_list = parse("# L\n" + before);
  const Catalog new_list = parse("# L\n" + after);
  Sections counted;
  for (const SectionChange& each : diff_catalogs(old_list, new_list).sections) {
    counted.renamed += each.change == Change::Renamed ? 1 : 0;
    counted.removed += each.change == Change::Removed ? 1 : 0;
    counted.added += each.change == Change::Added ? 1 : 0;
  }
  return counted;
}

// A work that stands in more than eight sections tells nothing of them.
TEST(Limits, EightSectionsMayShareAWork) {
  const auto list = [](const std::string& title, int sections) {
    std::string text;
    for (int i = 0; i < sections; ++i) {
      text += "## " + title + std::to_string(i) + "\n- One and the same [[Paper]](https://x.org)\n";
    }
    return text;
  };
  EXPECT_EQ(compare_sections(list("Old", 8), list("New", 8)).renamed, 8);
  const Sections beyond = compare_sections(list("Old", 9), list("New", 9));
  EXPECT_EQ(beyond.renamed, 0);
  EXPECT_EQ(beyond.removed, 9);
  EXPECT_EQ(beyond.added, 9);
}

// Sections each of which has more in common with the next one's than with its own, so that each
// round pairs but the first that is left.
TEST(Limits, RenamedSectionsArePairedInEightRounds) {
  const auto compare = [](int sections) {
    std::string before;
    std::string after;
    const auto works = [](const std::string& name, int count) {
      std::string text;
      for (int i = 0; i < count; ++i) {
        const std::string id = name + "x" + std::to_string(i);
        text += "- Title " + id + " of it [[Paper]](https://x.org/" + id + ")\n";
      }
      return text;
    };
    int shared = 40;
    std::string moved;  // from the section before into this one
    for (int i = 0; i < sections; ++i) {
      const std::string own = works("own" + std::to_string(i), shared);
      before += "## Part old" + std::to_string(i) + "\n" + moved + own;
      moved = works("moved" + std::to_string(i), shared - 1);
      after += "## Part new" + std::to_string(i) + "\n" + own + moved;
      shared -= 2;
    }
    return compare_sections(before, after);
  };
  EXPECT_EQ(compare(8).renamed, 8);
  const Sections beyond = compare(10);
  EXPECT_EQ(beyond.renamed, 8);
  EXPECT_EQ(beyond.removed, 2);
  EXPECT_EQ(beyond.added, 2);
}

// A bracket belongs to a link that separators part from it, up to 64 bytes.
TEST(Limits, GapBeforeALinkIsShort) {
  const auto text_behind = [](std::size_t gap) {
    const Catalog catalog =
        parse("# L\n## S\n- A title [" + std::string(gap, '|') + "[Word](https://x.org) more]\n");
    return catalog.listings.empty() ? std::string() : std::string(catalog.listings[0].text);
  };
  EXPECT_EQ(text_behind(60).find("Word"), std::string::npos);
  EXPECT_NE(text_behind(70).find("Word"), std::string::npos);
}

// "[Net]", a gap and an address are one link, when the gap is short.
TEST(Limits, GapBeforeAnAddressIsShort) {
  const auto label_before = [](std::size_t gap) {
    const Catalog catalog =
        parse("# L\n## S\n- A title [Net]" + std::string(gap, '\\') + "(https://x.org) more\n");
    return catalog.listings.empty() ? std::string()
                                    : std::string(catalog.listings[0].links[0].label);
  };
  EXPECT_EQ(label_before(2), "Net");
  EXPECT_EQ(label_before(200), "https://x.org");
}

// What a writer of so many bytes makes of a list with `bytes` of text. The real limit, 4 GiB, is
// that of the offsets; nothing else depends on it, so that a smaller one shows the same.
Result<Catalog> write_with(std::uint64_t most_bytes, std::size_t text_bytes) {
  catalog::CatalogWriter writer(most_bytes);
  writer.title = writer.keep("T");
  catalog::CatalogWriter::ProseRow& prose = writer.add_prose();
  prose.line = 1;
  prose.text = writer.keep(std::string(text_bytes, 'a'));
  return writer.finish();
}

TEST(Limits, ABlockTakesWhatItsOffsetsTell) {
  const std::size_t least = write_with(catalog::max_block_bytes, 1000).value_if()->bytes().size();
  EXPECT_TRUE(write_with(least, 1000).is_ok());
  for (const std::uint64_t most :
       {std::uint64_t{least - 1}, std::uint64_t{1000}, std::uint64_t{10}}) {
    const Result<Catalog> refused = write_with(most, 1000);
    ASSERT_FALSE(refused.is_ok()) << most;
    EXPECT_EQ(refused.error().code, ErrorCode::TooLarge);
  }
  // Texts beyond are counted and not kept; what comes then does not find room again.
  catalog::TextChunks texts(10);
  EXPECT_EQ(texts.view(texts.add("123456")), "123456");
  EXPECT_EQ(texts.view(texts.add("789012")), "");
  EXPECT_EQ(texts.view(texts.add("3")), "");
  EXPECT_EQ(texts.size(), 13u);
  static_assert(catalog::max_block_bytes == 0xFFFFFFFF, "offsets have 32 bits");
}

TEST(Limits, ShortTextsAreKeptOnce) {
  catalog::CatalogWriter writer;
  const auto is_kept_once = [&](std::size_t bytes) {
    const std::string text(bytes, 'a');
    const catalog::KeptText first = writer.keep_common(text);
    const catalog::KeptText second = writer.keep_common(text);
    EXPECT_EQ(writer.text(second), text);
    return writer.text(first).data() == writer.text(second).data();
  };
  EXPECT_TRUE(is_kept_once(64));
  EXPECT_FALSE(is_kept_once(65));
}

// Badges further than four lines below a bullet are not its own.
TEST(Limits, BadgesStandNearTheirBullet) {
  const auto links_with = [](int lines) {
    const Catalog catalog = parse("# L\n## S\n1. [Title of it](https://x.org/1) - What it is.\n" +
                                  std::string(static_cast<std::size_t>(lines), '\n') +
                                  "[![Stars](https://img.shields.io/github/stars/a/b)]"
                                  "(https://github.com/a/b)\n");
    return catalog.listings[0].links.size();
  };
  EXPECT_EQ(links_with(3), 2u);  // and the bullet's own line
  EXPECT_EQ(links_with(4), 1u);
}

}  // namespace
}  // namespace lamplight::test
