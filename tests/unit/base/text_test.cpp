#include "base/text.h"

#include <gtest/gtest.h>

#include "base/slug.h"
#include "base/string_index.h"
#include "base/url.h"
#include "base/wording.h"

namespace lamplight {
namespace {

std::string utf8(char32_t value) {
  std::string out;
  append_utf8(out, value);
  return out;
}

TEST(Utf8, EveryCodePointGoesBothWays) {
  for (char32_t value = 0; value <= 0x10FFFF; ++value) {
    if (value >= 0xD800 && value < 0xE000) continue;
    const std::string text = utf8(value);
    const CodePoint point = decode_utf8(text, 0);
    ASSERT_TRUE(point.is_valid && point.value == value && point.size == text.size())
        << static_cast<std::uint32_t>(value);
  }
}

TEST(Utf8, SurrogatesAndTooLargeValuesAreReplaced) {
  EXPECT_EQ(utf8(0xD800), utf8(replacement_character));
  EXPECT_EQ(utf8(0x110000), utf8(replacement_character));
}

TEST(Utf8, EachBadPartCountsOnce) {
  // Unicode 15, table 3-8: one U+FFFD for each maximal bad part.
  EXPECT_EQ(repair_utf8("a\xF1\x80\x80\xE1\x80\xC2\x62\x80\x63\x80\xBF\x64").text, "a���b�c��d");
  EXPECT_EQ(repair_utf8("\xC0\xAF\xED\xA0\x80\xF5").replaced, 6u);
  EXPECT_EQ(repair_utf8("ab\xFF").first_replaced, 2u);
  EXPECT_EQ(repair_utf8("gut").replaced, 0u);
}

TEST(Utf8, ValidityIsTold) {
  EXPECT_TRUE(is_valid_utf8("eight bytes and – more"));
  EXPECT_FALSE(is_valid_utf8("eight bytes and \xE2\x80"));
  EXPECT_TRUE(is_ascii(""));
  EXPECT_FALSE(is_ascii("123456789é"));
}

TEST(Nfc, ComposesWhatCanBeComposed) {
  EXPECT_EQ(to_nfc("e\u0301"), "é");
  EXPECT_EQ(to_nfc("o\u0302\u0323"), "ộ");  // marks in either order
  EXPECT_EQ(to_nfc("o\u0323\u0302"), "ộ");
  EXPECT_EQ(to_nfc("u\u0308\u0304"), "ǖ");
  EXPECT_EQ(to_nfc("ά"), "ά");
  EXPECT_EQ(to_nfc("Й"), "Й");
  EXPECT_EQ(to_nfc("\u212B\u2126"), "ÅΩ");
}

TEST(Nfc, ComposesHangulByArithmetic) {
  EXPECT_EQ(to_nfc("\u1112\u1161\u11AB\u1100\u1173\u11AF"), "한글");
  EXPECT_EQ(to_nfc("하\u11AB"), "한");
}

TEST(Nfc, ComposesAllScripts) {
  EXPECT_EQ(to_nfc("か\u3099ハ\u309A"), "がパ");
  EXPECT_EQ(to_nfc("\u09C7\u09BE"), "\u09CB");                    // Bengali, both of class 0
  EXPECT_EQ(to_nfc("\u0958"), "\u0915\u093C");                    // Devanagari, never put together
  EXPECT_EQ(to_nfc("\u05B8\u05D0\u05BC"), "\u05B8\u05D0\u05BC");  // a mark at the beginning
  EXPECT_EQ(to_nfc("\uF900"), "\u8C48");                          // a compatibility ideograph
  EXPECT_EQ(to_nfc("\U0001D15E"), "\U0001D157\U0001D165");        // a musical sign
}

TEST(Nfc, AMillionMarksOnOneLetterTakeNoLonger) {
  std::string text = "a";
  for (int i = 0; i < 500'000; ++i) text += "\u0323\u0301";
  const std::string normal = to_nfc(text);
  EXPECT_EQ(normal.substr(0, 5), "ạ\u0323");
  EXPECT_EQ(fold(text), "a");
}

TEST(Nfc, LeavesEverythingElse) {
  for (const char* text : {"", "plain", "Ünïcödé", "中文 日本語", "q\u0301", "\u0301", "ạ̈"}) {
    EXPECT_EQ(to_nfc(to_nfc(text)), to_nfc(text)) << text;
  }
  EXPECT_EQ(to_nfc("q\u0301x"), "q\u0301x");
}

TEST(Fold, LowersStripsAndStraightens) {
  EXPECT_EQ(fold("Schrödinger’s “Cat” – Łódź"), "schrodinger's \"cat\" - lodz");
  EXPECT_EQ(fold("GRÖSSE Größe Æsir Øre Đà Nẵng"), "grosse grosse aesir ore da nang");
  EXPECT_EQ(fold("ΑΛΦΆΒΗΤΟΣ"), "αλφαβητοσ");
  EXPECT_EQ(fold("Ёлка ЙОГУРТ"), "елка иогурт");
  EXPECT_EQ(fold("ＡＢＣ １２３"), "abc 123");
  EXPECT_EQ(fold("𝓐𝔀𝓮𝓼𝓸𝓶𝓮"), "awesome");
  EXPECT_EQ(fold("ሀ Ⴀ Ꭰ 𐐀"), "ሀ ⴀ ꭰ 𐐨");
  EXPECT_EQ(fold("Zero\u00AD\u2010Shot\u00A0ﬁne\u200B"), "zero-shot fine");
}

TEST(Fold, FoldingTwiceChangesNothing) {
  for (char32_t value = 0; value < 0x20000; ++value) {
    if (value >= 0xD800 && value < 0xE000) continue;
    const std::string once = fold(utf8(value));
    ASSERT_EQ(fold(once), once) << static_cast<std::uint32_t>(value);
  }
}

TEST(Fold, KnowsNoNormalForm) {
  EXPECT_EQ(fold("か\u3099"), fold("が"));
  EXPECT_NE(fold("か"), fold("が"));
  EXPECT_EQ(fold("\u1112\u1161\u11AB"), fold("한"));
  EXPECT_EQ(fold("u\u031B\u0323"), fold("ự"));
  // What is dropped does not keep apart what then stands side by side.
  EXPECT_EQ(fold("か\u200B\u3099"), fold("が"));
  EXPECT_EQ(fold("か\u0301\u3099"), fold("が"));
}

TEST(Fold, TellsWhereEachByteCameFrom) {
  const Folded folded = fold_with_origin("Größe");
  EXPECT_EQ(folded.text, "grosse");
  EXPECT_EQ(folded.origin, (std::vector<std::uint32_t>{0, 1, 2, 4, 4, 6, 7}));
  // The two of か and its mark, as one.
  EXPECT_EQ(fold_with_origin("aか\u3099b").origin, (std::vector<std::uint32_t>{0, 1, 1, 1, 7, 8}));
  EXPECT_EQ(fold_with_origin("a\xFFz").text, fold("a\xFFz"));
}

TEST(Space, RunsBecomeOneBlank) {
  EXPECT_EQ(squeeze_space("  a \t\n b\u00A0\u3000c "), "a b c");
  EXPECT_EQ(squeeze_space(" \n "), "");
  EXPECT_EQ(trim("\t a b \r\n"), "a b");
}

TEST(Slug, IsGitHubs) {
  EXPECT_EQ(github_slug("Applications of Large AI Models in Healthcare"),
            "applications-of-large-ai-models-in-healthcare");
  EXPECT_EQ(github_slug("CNNs + ViTs"), "cnns--vits");
  EXPECT_EQ(github_slug("C++ & C# (snake_case)!"), "c--c-snake_case");
  EXPECT_EQ(github_slug("🗂️ Größe 目录"), "\uFE0F-größe-目录");
}

TEST(Url, IsTakenApart) {
  const UrlParts parts = split_url("https://user@Example.org:8080/a/b?c=d#e");
  EXPECT_EQ(parts.scheme, "https");
  EXPECT_EQ(parts.host, "Example.org");
  EXPECT_EQ(parts.port, "8080");
  EXPECT_EQ(parts.path, "/a/b");
  EXPECT_EQ(parts.query, "c=d");
  EXPECT_EQ(parts.fragment, "e");
  EXPECT_EQ(split_url("mailto:a@b.c").path, "a@b.c");
  EXPECT_EQ(split_url("docs/a.md").path, "docs/a.md");
  EXPECT_EQ(split_url("http://[::1]:80/").host, "[::1]");
}

TEST(Url, ComparesWithoutWhatDoesNotMatter) {
  const std::string plain = canonical_url("https://x.org/a");
  for (const char* url :
       {"http://x.org/a", "https://www.X.org/a/", "https://x.org:443/a#b", "//x.org/a",
        "https://x.org/a?utm_source=b&utm_term=c", "https://x.org/a?casa_token=x%3Ay",
        "https://x.org/a?redirectedFrom=fulltext", "https://x.org/a?fbclid=1&gclid=2&ref=3"}) {
    EXPECT_EQ(canonical_url(url), plain) << url;
  }
  EXPECT_NE(canonical_url("https://x.org/A"), plain);
  EXPECT_NE(canonical_url("https://x.org/a?id=1"), plain);
  EXPECT_EQ(canonical_url("https://x.org/f?utm_source=q&id=1&x=2"), "x.org/f?id=1&x=2");
  EXPECT_EQ(canonical_url("https://github.com/Owner/Repo.git"), "github.com/owner/repo");
  EXPECT_EQ(canonical_url("https://github.com/Owner/Repo/tree/Main"),
            "github.com/owner/repo/tree/Main");
  EXPECT_EQ(canonical_url(" #Top "), "#Top");
  EXPECT_EQ(canonical_url("ftp://x.org/a/"), "ftp://x.org/a/");
}

TEST(Url, HostsHaveSubdomains) {
  EXPECT_TRUE(is_host_of("browse.arxiv.org", "arxiv.org"));
  EXPECT_TRUE(is_host_of("arxiv.org", "arxiv.org"));
  EXPECT_FALSE(is_host_of("notarxiv.org", "arxiv.org"));
  EXPECT_EQ(url_host("https://www.Nature.com/x"), "nature.com");
}

TEST(Wording, QuotesAtMost60BytesInWholeCharacters) {
  const std::string most(60, 'x');
  EXPECT_EQ(lamplight::quoted(most), "“" + most + "”");
  EXPECT_EQ(lamplight::quoted(most + "x"), "“" + most + "…”");
  EXPECT_EQ(lamplight::quoted("x" + std::string(most).replace(58, 2, "é") + "x"),
            "“x" + std::string(58, 'x') + "…”");
}

TEST(StringIndex, NumbersTextsInOrder) {
  StringIndex index;
  for (int i = 0; i < 10000; ++i) {
    ASSERT_EQ(index.add("text " + std::to_string(i)), static_cast<std::uint32_t>(i));
    // Also while the texts move into a larger table.
    for (const int known : {0, i / 3, i / 2, i - i / 7}) {
      ASSERT_EQ(index.add("text " + std::to_string(known)), static_cast<std::uint32_t>(known));
      ASSERT_EQ(index.find("text " + std::to_string(known)), static_cast<std::uint32_t>(known));
    }
    ASSERT_EQ(index.find("text " + std::to_string(i + 1)), StringIndex::none);
  }
  EXPECT_EQ(index.add("text 77"), 77u);
  EXPECT_EQ(index.find("text 9999"), 9999u);
  EXPECT_EQ(index.find("none"), StringIndex::none);
  EXPECT_EQ(index.text(5), "text 5");
  EXPECT_EQ(StringIndex().find("x"), StringIndex::none);
}

}  // namespace
}  // namespace lamplight
