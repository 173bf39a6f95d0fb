#include "cli/program.h"

#include "lamplight/format.h"

namespace lamplight {
namespace {

using CommandLine = test::Program;
using test::Outcome;

bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

TEST_F(CommandLine, TellsItsVersion) {
  const Outcome outcome = run({"--version"});
  EXPECT_EQ(outcome.code, 0);
  EXPECT_EQ(outcome.out.compare(0, 10, "lamplight "), 0);
  EXPECT_EQ(outcome.err, "");
}

TEST_F(CommandLine, HelpsOnStandardOutput) {
  const Outcome outcome = run({"--help"});
  EXPECT_EQ(outcome.code, 0);
  for (const char* command : {"parse", "search", "diff", "site"}) {
    EXPECT_TRUE(contains(outcome.out, command)) << command;
    const Outcome own = run({command, "--help"});
    EXPECT_EQ(own.code, 0);
    EXPECT_TRUE(contains(own.out, "Usage: lamplight " + std::string(command)));
  }
}

TEST_F(CommandLine, RefusesWhatMakesNoSense) {
  for (const std::vector<std::string>& words : std::vector<std::vector<std::string>>{
           {},
           {"prase"},
           {"--nonsense"},
           {"parse"},
           {"parse", "a", "b"},
           {"parse", test::flagship(), "--format", "docx"},
           {"parse", test::flagship(), "--format"},
           {"parse", test::flagship(), "--account", "--format", "csv"},
           {"parse", test::flagship(), "--colour", "x"},
           {"search"},
           {"search", test::flagship(), "x", "--limit", "many"},
           {"search", test::flagship(), "x", "--limit", "0"},
           {"search", test::flagship(), "x", "--sort", "luck"},
           {"search", test::flagship(), "x", "--year", "soon"},
           {"search", test::flagship(), "x", "--family", "language"},
           {"site", test::flagship()},
           {"site", "-o", "x"},
           {"site", test::flagship(), "-o", "x", "--url", "javascript:1"}}) {
    const Outcome outcome = run(words);
    EXPECT_EQ(outcome.code, 2) << ::testing::PrintToString(words);
    EXPECT_EQ(outcome.out, "") << ::testing::PrintToString(words);
    EXPECT_NE(outcome.err, "") << ::testing::PrintToString(words);
  }
  EXPECT_TRUE(contains(run({"prase"}).err, "Did you mean “parse”?"));
}

TEST_F(CommandLine, AccountsForTheLinksOfAList) {
  const Outcome text = run({"parse", test::flagship(), "--account"});
  EXPECT_EQ(text.code, 0);
  EXPECT_EQ(text.out,
            "409 web links\n"
            "      405  in listings\n"
            "        2  in prose (paragraph)\n"
            "        1  in prose (image)\n"
            "        1  images and badges\n"
            "none lost\n");
  const Outcome json = run({"parse", test::flagship(), "--account", "--format", "json"});
  EXPECT_EQ(json.code, 0);
  EXPECT_TRUE(contains(json.out, "\"links\": 409,"));
  EXPECT_TRUE(contains(json.out, "\"listings\": 405,"));
  EXPECT_TRUE(contains(json.out, "\"unplaced\": 0,\n  \"unplaced_links\": []\n}\n"));
}

TEST_F(CommandLine, SaysWhyAnInputCannotBeRead) {
  const std::string binary = make("binary", std::string("a\0b", 3));
  for (const std::string& path : {(folder() / "missing.md").string(), folder().string(), binary}) {
    for (const std::vector<std::string>& words :
         std::vector<std::vector<std::string>>{{"parse", path},
                                               {"search", path, "x"},
                                               {"site", path, "-o", (folder() / "s").string()}}) {
      const Outcome outcome = run(words);
      EXPECT_EQ(outcome.code, 3) << ::testing::PrintToString(words);
      EXPECT_EQ(outcome.out, "");
      EXPECT_TRUE(contains(outcome.err, path)) << outcome.err;
    }
  }
  EXPECT_FALSE(std::filesystem::exists(folder() / "s"));
}

TEST_F(CommandLine, ParsesToEveryFormat) {
  const Result<Catalog> catalog = parse_catalog(test::read_file(test::flagship()));
  ASSERT_TRUE(catalog.is_ok());
  for (const Exporter& exporter : exporters()) {
    const Outcome outcome =
        run({"parse", test::flagship(), "--format=" + std::string(exporter.name)});
    EXPECT_EQ(outcome.code, 0);
    EXPECT_EQ(outcome.out, exporter.write(*catalog.value_if())) << exporter.name;
    EXPECT_EQ(outcome.err, "");
  }
  EXPECT_EQ(run({"parse", test::flagship()}).out, to_json(*catalog.value_if()));
}

TEST_F(CommandLine, ReadsStandardInput) {
  const Outcome outcome =
      run({"parse", "-", "--format", "csv"}, "printf '## A\\n- B [[Paper]](https://x.org)\\n' |");
  EXPECT_EQ(outcome.code, 0);
  EXPECT_TRUE(contains(outcome.out, "2,A,,bullet,,B,")) << outcome.out;
}

TEST_F(CommandLine, SurvivesOddLists) {
  for (const std::string& text :
       {std::string(), std::string("\xEF\xBB\xBF# T\r\n- x\r\n"), std::string("\xFF\xFE"),
        std::string(20000, '['), std::string("| a |\n|-|\n| b | c | d |\n")}) {
    const std::string path = make("odd.md", text);
    for (const Exporter& exporter : exporters()) {
      EXPECT_EQ(run({"parse", path, "--format", std::string(exporter.name)}).code, 0);
    }
    EXPECT_EQ(run({"search", path, "x"}).code, 0);
  }
}

TEST_F(CommandLine, FindsWorks) {
  const Outcome outcome = run({"search", test::flagship(), "openfold"});
  EXPECT_EQ(outcome.code, 0);
  EXPECT_EQ(outcome.out.compare(0, 10, "OpenFold: "), 0) << outcome.out;
  EXPECT_TRUE(contains(outcome.out, "https://github.com/aqlaboratory/openfold"));
  EXPECT_TRUE(contains(outcome.err, "of 208 works"));
  EXPECT_FALSE(contains(outcome.out, "\x1b")) << "no colour where no terminal is";
}

TEST_F(CommandLine, JoinsWordsAndTakesMinusAsNot) {
  const Outcome both = run({"search", test::flagship(), "protein", "language", "--format", "json"});
  const Outcome fewer =
      run({"search", test::flagship(), "protein", "language", "-evolutionary", "--format", "json"});
  EXPECT_EQ(both.code, 0);
  EXPECT_EQ(fewer.code, 0);
  EXPECT_EQ(both.out,
            run({"search", test::flagship(), "protein language", "--format", "json"}).out);
  EXPECT_NE(both.out, fewer.out);
}

TEST_F(CommandLine, FiltersByOptionsAsByFields) {
  const std::string in = "applications/bioinformatics";
  const std::string by_field =
      run({"search", test::flagship(), "in:bioinformatics has:code year:2021..2022", "--format",
           "json"})
          .out;
  const std::string by_option = run({"search", test::flagship(), "--in", in, "--has=code", "--year",
                                     "2021..2022", "--format", "json"})
                                    .out;
  EXPECT_TRUE(contains(by_field, "\"id\": \"openfold\""));
  EXPECT_TRUE(contains(by_option, "\"id\": \"openfold\"")) << by_option;
  EXPECT_TRUE(contains(by_option, "\"found\": "));
}

TEST_F(CommandLine, TakesTheFacetsOfAProfileAsOptions) {
  const Outcome outcome = run({"search", test::flagship(), "--profile", test::flagship_profile(),
                               "--kind", "law", "--format", "json"});
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_TRUE(contains(outcome.out, "\"found\": 6,")) << outcome.out;
  const Outcome wrong =
      run({"search", test::flagship(), "--profile", test::flagship_profile(), "--kind", "novel"});
  EXPECT_EQ(wrong.code, 2);
  EXPECT_TRUE(contains(wrong.err, "the facet kind has no value “novel”"));
}

TEST_F(CommandLine, TakesTheFacetsOfAListWithoutAProfileAsOptions) {
  std::string list = "## Tools\n\n";
  for (int i = 0; i < 12; ++i) {
    const std::string name = "tool" + std::to_string(i);
    list += "- [" + name + "](https://x.org/" + name + ") - A tool. `" +
            (i % 3 == 0 ? "MIT" : "Apache-2.0") + "` `Go`\n";
  }
  const std::string path = make("tools.md", list);
  const Outcome outcome = run({"search", path, "", "--licence=MIT", "--format", "json"});
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_TRUE(contains(outcome.out, "\"found\": 4,")) << outcome.out;
  const Outcome both = run({"search", path, "", "--licence", "MIT,apache 2", "--format", "json"});
  EXPECT_TRUE(contains(both.out, "\"found\": 12,")) << both.out << both.err;
  const Outcome wrong = run({"search", path, "", "--licence=novel"});
  EXPECT_EQ(wrong.code, 2);
  EXPECT_TRUE(contains(wrong.err, "the facet licence has no value “novel”")) << wrong.err;
  const Outcome unknown = run({"search", path, "", "--family=x"});
  EXPECT_EQ(unknown.code, 2);
  EXPECT_TRUE(
      contains(unknown.err, "there is no option “--family”; this list's facets are --licence"))
      << unknown.err;
}

TEST_F(CommandLine, ReadsAListAsItsProfileWantsIt) {
  const std::string list = make("list.md",
                                "## A\n- One thing [[Vorabdruck]](docs/a.md)\n"
                                "- Other thing [[Paper]](/b.pdf)\n- More [[Paper]](../../c)\n");
  const std::string profile = make("profile.json", R"({
      "source_url": "https://github.com/ann/list/edit/main/README.md#L{line}",
      "labels": [ { "label": "Vorabdruck", "kind": "paper" } ] })");
  const Outcome plain = run({"parse", list});
  EXPECT_TRUE(contains(plain.out, "\"url\": \"docs/a.md\"")) << plain.out;
  EXPECT_TRUE(contains(plain.out, "“docs/a.md” is no web or mail address")) << plain.out;
  const Outcome outcome = run({"parse", list, "--profile", profile});
  EXPECT_TRUE(contains(outcome.out, "\"url\": \"https://github.com/ann/list/blob/main/docs/a.md\""))
      << outcome.out;
  EXPECT_FALSE(contains(outcome.out, "\"kind\": \"other\"")) << outcome.out;
  EXPECT_TRUE(contains(outcome.out, "https://github.com/ann/list/blob/main/b.pdf"));
  EXPECT_FALSE(contains(outcome.out, "“docs/a.md” is no web")) << outcome.out;
  EXPECT_TRUE(contains(outcome.out, "“../../c” is no web or mail address")) << outcome.out;
  const Outcome found =
      run({"search", list, "has:paper", "--profile", profile, "--format", "json"});
  EXPECT_TRUE(contains(found.out, "\"found\": 3,")) << found.out;
  const std::string bad = make("bad.json", R"({"labels": [{"label": "x", "kind": "novel"}]})");
  for (const char* command : {"parse", "search"}) {
    const Outcome refused = run({command, list, "--profile", bad});
    EXPECT_EQ(refused.code, 3) << command;
    EXPECT_TRUE(contains(refused.err, "labels[0].kind: “novel” is none of")) << refused.err;
  }
}

TEST_F(CommandLine, PrintsNoMoreThanTheLimit) {
  const Outcome outcome =
      run({"search", test::flagship(), "protein", "--limit", "2", "--format", "json"});
  std::size_t works = 0;
  for (std::size_t at = outcome.out.find("\n      \"id\""); at != std::string::npos;
       at = outcome.out.find("\n      \"id\"", at + 1)) {
    ++works;
  }
  EXPECT_EQ(works, 2u);
}

TEST_F(CommandLine, LetsNoListSteerTheTerminal) {
  const std::string path = make("bad.md",
                                "## A\n- \x1b[2Jred\xC2\x9B"
                                "31m [[Paper]](https://x.org)\n");
  const Outcome outcome = run({"search", path, "red"});
  EXPECT_EQ(outcome.code, 0);
  EXPECT_FALSE(contains(outcome.out, "\x1b"));
  EXPECT_FALSE(contains(outcome.out, "\xC2\x9B"));
}

TEST_F(CommandLine, SaysWhenItCannotWrite) {
  EXPECT_EQ(run({"parse", test::flagship(), "--format", "json"}, "exec >/dev/null;").code, 0);
  const std::string line = quoted(LAMPLIGHT_PROGRAM) + " parse " + quoted(test::flagship()) +
                           " >/dev/full 2>" + quoted((folder() / "e").string());
  const int status = std::system(line.c_str());
  EXPECT_EQ(WEXITSTATUS(status), 3);
  EXPECT_TRUE(contains(test::read_file(folder() / "e"), "cannot write"));
}

}  // namespace
}  // namespace lamplight
