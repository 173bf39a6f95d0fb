// lamplight diff, as a shell runs it.
#include "lamplight/diff.h"

#include <set>

#include "cli/program.h"
#include "lamplight/format.h"

namespace lamplight {
namespace {

using DiffProgram = test::Program;
using test::Outcome;

bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

std::size_t count(const std::string& text, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
    ++found;
  }
  return found;
}

// Everything that a list can try: markup, controls, characters that XML has no place for, odd
// addresses.
constexpr const char* hostile_list =
    "# <b>&amp; \"list\" ]]>\n\n## <i>A</i> & ]]> `x`\n\n"
    "- <script>alert(1)</script> & ]]> \xEF\xBF\xBE\xEF\xBF\xBF \x01\x1b[31m title "
    "[[Paper]](https://x.org/a b?c=<d>&e=\"f\"|{g}%zz)\n"
    "- plain \xFF bytes [[Code]](javascript:alert(1))\n"
    "- [[<&>]](https://x.org/%41[1])\n";

TEST_F(DiffProgram, TellsPeopleWhatChanged) {
  const Outcome outcome = run({"diff", test::flagship_old(), test::flagship()});
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_EQ(outcome.err, "");
  EXPECT_EQ(outcome.out.substr(0, outcome.out.find('\n')),
            "2023-03-29 → 2024-03-11: 110 added (15 also listed elsewhere), 1 removed, 0 moved, 13 "
            "edited, 157 unchanged; 73 new works");
  EXPECT_TRUE(
      contains(outcome.out, "  ~ edited          56    111  ChatCAD: Interactive Computer-Aided"));
  EXPECT_TRUE(contains(outcome.out, "+ Code https://github.com/zhaozh10/ChatCAD\n"));
  EXPECT_TRUE(contains(outcome.out, "  - removed        235      -  Language models of protein"));
  EXPECT_FALSE(contains(outcome.out, "\x1b")) << "no colour where no terminal is";
}

TEST_F(DiffProgram, WritesTheJsonOfTheContract) {
  const Outcome outcome = run({"diff", test::flagship_old(), test::flagship(), "--format=json"});
  EXPECT_EQ(outcome.code, 0);
  EXPECT_EQ(outcome.out.find(R"({
  "schema": 1,
  "old": "2023-03-29",
  "new": "2024-03-11",
  "counts": {
    "added": 110,
    "also_listed": 15,
    "removed": 1,
    "moved": 0,
    "edited": 13,
    "unchanged": 157,
    "new_works": 73,
    "sections_renamed": 2
  },
  "sections": [
)"),
            0u);
  EXPECT_TRUE(contains(outcome.out, R"(
    {
      "change": "renamed",
      "old": "Medical Imaging and Vision",
      "new": "Medical Imaging",
      "old_line": 250,
      "new_line": 366
    })"));
  EXPECT_TRUE(contains(outcome.out, R"(
    {
      "change": "edited",
      "work": "chatcad",
      "section": "large-language-models/healthcare-domain",
      "old_line": 56,
      "new_line": 111,
      "links_added": [
        {
          "label": "Code",
          "url": "https://github.com/zhaozh10/ChatCAD"
        }
      ],
      "links_removed": [],
      "text_old": null,
      "text_new": null
    })"));
}

TEST_F(DiffProgram, TakesDatesFromOperandsAndFileNames) {
  const std::string list = make("list.md", "# T\n## A\n- One [[Paper]](https://x.org)\n");
  const Outcome dated = run({"diff", "2023=" + list, "2024-01=" + list, "--format", "json"});
  EXPECT_TRUE(contains(dated.out, "\"old\": \"2023\",\n  \"new\": \"2024-01\""));
  const Outcome named = run({"diff", list, "2024-01-05=" + list, "--format", "json"});
  EXPECT_TRUE(contains(named.out, "\"old\": \"" + list + "\",\n  \"new\": \"2024-01-05\""));
}

TEST_F(DiffProgram, ExitsWithOneOnlyWhenAskedAndDifferent) {
  const std::string one = make("one.md", "# T\n## A\n- One [[Paper]](https://x.org)\n");
  const std::string two = make("two.md", "# T\n\nWords.\n\n## A\n- One [[Paper]](https://x.org)\n");
  for (const char* format : {"text", "json", "markdown", "atom"}) {
    EXPECT_EQ(run({"diff", one, two, "--format", format}).code, 0);
    EXPECT_EQ(run({"diff", one, two, "--format", format, "--exit-code"}).code, 1);
    EXPECT_EQ(run({"diff", "--exit-code", one, one, "--format", format}).code, 0);
  }
  EXPECT_EQ(run({"diff", one, one}).out, "Nothing changed between " + one + " and " + one + ".\n");
}

TEST_F(DiffProgram, ReadsOneListFromStandardInput) {
  const std::string list = make("list.md", "# T\n## A\n- One [[Paper]](https://x.org)\n");
  const std::string pipe = "cat " + quoted(list) + " |";
  EXPECT_EQ(run({"diff", "-", list, "--exit-code"}, pipe).code, 0);
  EXPECT_EQ(run({"diff", list, "2024=-", "--exit-code"}, pipe).code, 0);
  EXPECT_EQ(run({"diff", "-", "-"}, pipe).code, 2);
}

TEST_F(DiffProgram, RefusesWhatMakesNoSenseAndSaysWhatItCannotRead) {
  const std::string list = test::flagship();
  for (const std::vector<std::string>& words : std::vector<std::vector<std::string>>{
           {"diff"},
           {"diff", list},
           {"diff", list, list, list},
           {"diff", list, list, "--format", "xml"},
           {"diff", list, list, "--exit-code=1"},
           {"diff", list, "2024-13-41=" + list, "--format=atom"}}) {
    const Outcome outcome = run(words);
    EXPECT_EQ(outcome.code, 2) << ::testing::PrintToString(words);
    EXPECT_EQ(outcome.out, "");
    EXPECT_NE(outcome.err, "");
  }
  const std::string missing = (folder() / "missing.md").string();
  for (const auto& [before, after] : {std::pair(missing, list), std::pair(list, missing)}) {
    const Outcome outcome = run({"diff", before, after, "--exit-code"});
    EXPECT_EQ(outcome.code, 3);
    EXPECT_TRUE(contains(outcome.err, missing));
  }
}

TEST_F(DiffProgram, LetsNoListSteerTheTerminal) {
  const Outcome outcome = run({"diff", make("empty.md", ""), make("bad.md", hostile_list)});
  EXPECT_EQ(outcome.code, 0);
  EXPECT_FALSE(contains(outcome.out, "\x1b"));
  EXPECT_FALSE(contains(outcome.out, "\x01"));
}

TEST_F(DiffProgram, WritesMarkdownThatReadsBackAsAList) {
  const Outcome outcome =
      run({"diff", test::flagship_old(), test::flagship(), "--format=markdown"});
  EXPECT_EQ(outcome.code, 0);
  EXPECT_EQ(outcome.out.find("## 2024-03-11\n\nSince 2023-03-29: 110 listings added"), 0u);
  const Result<Catalog> parsed = parse_catalog(outcome.out);
  ASSERT_TRUE(parsed.is_ok());
  // Added, also listed, removed and edited ones; nothing of their links is lost.
  EXPECT_GE(parsed.value_if()->listings.size(), 110u + 1 + 13);
  EXPECT_TRUE(contains(outcome.out, "; with [Code](https://github.com/zhaozh10/ChatCAD)\n"));
  EXPECT_TRUE(contains(outcome.out, "- renamed: Medical Imaging and Vision → Medical Imaging\n"));
}

class AtomProgram : public test::Program {
 protected:
  // The feed, which xmllint found valid.
  std::string make_feed(const std::string& before, const std::string& after) {
    const Outcome outcome = run({"diff", before, after, "--format", "atom"});
    EXPECT_EQ(outcome.code, 0) << outcome.err;
    const std::string path = make("feed.xml", outcome.out);
    const std::string schema = (test::source_dir() / "tests/cli/atom.rng").string();
    const std::string log = (folder() / "xmllint").string();
    const std::string line = quoted(LAMPLIGHT_XMLLINT) + " --noout --nonet --relaxng " +
                             quoted(schema) + " " + quoted(path) + " 2>" + quoted(log);
    EXPECT_EQ(std::system(line.c_str()), 0) << test::read_file(log) << outcome.out;
    return outcome.out;
  }

  static std::multiset<std::string> ids_of(const std::string& feed) {
    std::multiset<std::string> ids;
    for (std::size_t at = feed.find("<id>"); at != std::string::npos;
         at = feed.find("<id>", at + 1)) {
      ids.insert(feed.substr(at, feed.find("</id>", at) - at));
    }
    return ids;
  }
};

TEST_F(AtomProgram, WritesAValidFeedOfTheFlagship) {
  const std::string feed = make_feed(test::flagship_old(), test::flagship());
  EXPECT_EQ(count(feed, "<entry>"), 73u + 15u);
  EXPECT_EQ(count(feed, "<updated>2024-03-11T00:00:00Z</updated>"), 1u + 73u + 15u);
  const std::multiset<std::string> ids = ids_of(feed);
  EXPECT_EQ(ids.size(), std::set<std::string>(ids.begin(), ids.end()).size());
}

TEST_F(AtomProgram, KeepsItsIdsFromFeedToFeed) {
  const std::string one = "# T\n## A\n- One [[Paper]](https://x.org/1)\n";
  const std::string two = one + "- Two [[Paper]](https://x.org/2)\n";
  const std::multiset<std::string> first = ids_of(make_feed(make("0", ""), make("1", one)));
  const std::multiset<std::string> both = ids_of(make_feed(make("0", ""), make("2", two)));
  EXPECT_EQ(first.size(), 2u);
  EXPECT_EQ(both.size(), 3u);
  for (const std::string& id : first) EXPECT_EQ(both.count(id), 1u) << id;
}

TEST_F(AtomProgram, StaysValidWhateverTheListHolds) {
  const std::string feed = make_feed(make("empty.md", ""), make("hostile.md", hostile_list));
  EXPECT_FALSE(contains(feed, "<script"));
  EXPECT_FALSE(contains(feed, "javascript:"));
  make_feed(make("empty.md", ""), make("nothing.md", ""));
}

TEST_F(AtomProgram, IsOfTheDayTheFileWasChangedWithoutADate) {
  const std::string list = make("list.md", "# T\n## A\n- One [[Paper]](https://x.org)\n");
  ASSERT_EQ(std::system(("touch -d 2020-02-29T12:34:56Z " + quoted(list)).c_str()), 0);
  EXPECT_EQ(count(make_feed(make("empty.md", ""), list), "<updated>2020-02-29T12:34:56Z"), 2u);
}

}  // namespace
}  // namespace lamplight
