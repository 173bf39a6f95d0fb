#include "catalog/identifiers.h"

#include <gtest/gtest.h>

#include <iterator>
#include <set>
#include <string>

#include "base/text.h"
#include "catalog/link_kind.h"
#include "catalog/link_tables.h"
#include "catalog/names.h"
#include "catalog/venues.h"
#include "catalog/years.h"
#include "unit/catalog/test_lists.h"

namespace lamplight::catalog {
namespace {

std::optional<std::string> arxiv(std::string_view url) { return read_address(url).arxiv; }
std::optional<std::string> doi(std::string_view url) { return read_address(url).doi; }
int year(std::string_view url) {
  const std::optional<IssuedYear> found = find_year(read_address(url));
  return found ? found->year : 0;
}

TEST(Identifiers, ArxivIdFoldsVersionFormAndHost) {
  for (const char* url :
       {"https://arxiv.org/abs/2309.17421", "http://www.arxiv.org/pdf/2309.17421v12.pdf",
        "https://browse.arxiv.org/pdf/2309.17421.pdf#page=2", "https://arxiv.org/html/2309.17421v1",
        "https://ar5iv.labs.arxiv.org/html/2309.17421", "https://huggingface.co/papers/2309.17421",
        "https://www.alphaxiv.org/abs/2309.17421", "https://doi.org/10.48550/arXiv.2309.17421"}) {
    EXPECT_EQ(arxiv(url), "2309.17421") << url;
  }
  EXPECT_EQ(arxiv("https://arxiv.org/abs/hep-th/9901001v3"), "hep-th/9901001");
}

TEST(Identifiers, WhatIsNoArxivIdIsNone) {
  for (const char* url : {"https://arxiv.org/", "https://arxiv.org/abs/2313.17421",
                          "https://arxiv.org/abs/2309.174", "https://example.org/abs/2309.17421",
                          "https://notarxiv.org/abs/2309.17421", "2309.17421"}) {
    EXPECT_EQ(arxiv(url), std::nullopt) << url;
  }
}

TEST(Identifiers, DoiIsTakenOutOfPublisherUrls) {
  EXPECT_EQ(doi("https://www.nature.com/articles/s41586-021-03819-2"),
            "10.1038/s41586-021-03819-2");
  EXPECT_EQ(doi("https://www.biorxiv.org/content/10.1101/2022.11.20.517210v2.abstract"),
            "10.1101/2022.11.20.517210");
  EXPECT_EQ(doi("https://www.biorxiv.org/content/10.1101/2022.07.20.500902v1.full.pdf?utm=1"),
            "10.1101/2022.07.20.500902");
  EXPECT_EQ(doi("https://www.science.org/doi/full/10.1126/science.abj8754?casa_token=x"),
            "10.1126/science.abj8754");
  EXPECT_EQ(doi("https://www.pnas.org/doi/abs/10.1073/pnas.2016239118"), "10.1073/pnas.2016239118");
  EXPECT_EQ(doi("https://pubs.acs.org/doi/10.1021/acs.JCIM.1c00600"), "10.1021/acs.jcim.1c00600");
  EXPECT_EQ(doi("https://pubs.rsna.org/doi/epdf/10.1148/ryai.210258"), "10.1148/ryai.210258");
  EXPECT_EQ(doi("https://github.com/a/b/10.1/x"), std::nullopt);
}

TEST(Identifiers, RepositoryIsOwnerAndName) {
  EXPECT_EQ(find_repository("https://github.com/synlp/ChiMed-GPT"), "synlp/ChiMed-GPT");
  EXPECT_EQ(find_repository("https://github.com/a/b.git"), "a/b");
  EXPECT_EQ(find_repository("https://github.com/a/b/tree/main/c"), "a/b");
  EXPECT_EQ(find_repository("https://github.com/a"), std::nullopt);
  EXPECT_EQ(find_repository("https://github.com/topics/llm"), std::nullopt);
  EXPECT_EQ(find_repository("https://example.org/a/b"), std::nullopt);
}

TEST(Years, ComeFromIdentifiersThatHoldOne) {
  EXPECT_EQ(year("https://arxiv.org/abs/0704.0001"), 2007);
  EXPECT_EQ(year("https://arxiv.org/abs/hep-th/9901001"), 1999);
  EXPECT_EQ(year("https://aclanthology.org/W19-1909/"), 2019);
  EXPECT_EQ(year("https://aclanthology.org/2020.acl-main.740.pdf"), 2020);
  EXPECT_EQ(year("https://openaccess.thecvf.com/content_ICCV_2019/papers/x.pdf"), 2019);
  EXPECT_EQ(year("https://openaccess.thecvf.com/content/CVPR2022/html/x_2021.html"), 2022);
  EXPECT_EQ(year("https://proceedings.neurips.cc/paper_files/paper/2022/hash/x.html"), 2022);
  EXPECT_EQ(year("https://proceedings.mlr.press/v139/rao21a.html"), 2021);
  EXPECT_EQ(year("https://www.ecva.net/papers/eccv_2020/papers_ECCV/papers/1.pdf"), 2020);
  EXPECT_EQ(year("https://academic.oup.com/bioinformatics/article/39/1/btac773/6887136"), 2022);
  EXPECT_EQ(year("https://doi.org/10.1093/bioinformatics/btz682"), 2019);
  EXPECT_EQ(year("https://doi.org/10.1109/TMI.2020.2995518"), 2020);
  EXPECT_EQ(year("https://doi.org/10.1016/j.media.2019.01.010"), 2019);
}

TEST(Years, AreNotInvented) {
  for (const char* url :
       {"https://openreview.net/forum?id=YicbFdNTTy",
        "https://ieeexplore.ieee.org/document/9710099", "https://pubmed.ncbi.nlm.nih.gov/33893803/",
        "https://www.science.org/doi/10.1126/science.ade2574",
        "https://proceedings.mlr.press/v9999/x.html", "https://papers.nips.cc/paper/5346-sequence",
        "https://www.nature.com/articles/nature14539", "https://example.org/2021/05/x",
        "https://www.biorxiv.org/content/10.1101/123456v1",
        "https://academic.oup.com/ije/article/44/3/827/632531"}) {
    EXPECT_EQ(year(url), 0) << url;
  }
}

TEST(Venues, ComeFromHostAndDoi) {
  const auto venue = [](std::string_view url) { return find_venue(read_address(url)); };
  EXPECT_EQ(venue("https://arxiv.org/abs/2309.17421"), "arXiv");
  EXPECT_EQ(venue("https://www.nature.com/articles/s41586-021-03819-2"), "Nature");
  EXPECT_EQ(venue("https://www.medrxiv.org/content/10.1101/2022.11.20.517210v2"), "medRxiv");
  EXPECT_EQ(venue("https://aclanthology.org/2022.findings-emnlp.398.pdf"), "Findings of EMNLP");
  EXPECT_EQ(venue("https://proceedings.mlr.press/v162/li22n.html"), "ICML");
  EXPECT_EQ(venue("https://example.org/x"), "");
}

TEST(LinkKinds, ComeFromTheLabelBeforeTheHost) {
  EXPECT_EQ(kind_by_label("PDF"), LinkKind::Paper);
  EXPECT_EQ(kind_by_label("HF (7B)"), LinkKind::Model);
  EXPECT_EQ(kind_by_label("paper-2018"), LinkKind::Paper);
  EXPECT_EQ(kind_by_label("Github 2"), LinkKind::Code);
  EXPECT_EQ(kind_by_label("Code of Conduct"), std::nullopt);
  EXPECT_EQ(kind_by_url("https://huggingface.co/datasets/x/y"), LinkKind::Dataset);
  EXPECT_EQ(kind_by_url("https://doi.org/10.1000/182"), LinkKind::Paper);
  EXPECT_EQ(kind_by_url("#anchor"), LinkKind::Other);
}

template <typename Rows, typename Key>
void expect_ordered(const Rows& rows, Key key) {
  for (std::size_t i = 1; i < std::size(rows); ++i) {
    EXPECT_LT(key(rows[i - 1]), key(rows[i])) << "no place for the row after the other";
  }
}

TEST(LinkKinds, TablesAreInOrderAndSayNothingTwice) {
  const auto label = [](const LabelKind& each) { return std::string(each.label); };
  expect_ordered(common_labels, label);
  expect_ordered(more_labels, label);
  expect_ordered(word_labels, label);
  expect_ordered(weak_labels, label);
  expect_ordered(status_hosts, [](std::string_view each) { return each; });
  // The longer path first.
  expect_ordered(host_kinds, [](const HostKind& each) {
    return std::string(each.host) + "\n" + static_cast<char>(127 - each.path.size()) +
           std::string(each.path);
  });
  std::set<std::string_view> seen;
  const auto expect_new = [&](const auto& labels) {
    for (const LabelKind& each : labels) {
      EXPECT_TRUE(seen.insert(each.label).second) << each.label;
      EXPECT_EQ(fold(each.label), each.label);
    }
  };
  expect_new(common_labels);
  expect_new(more_labels);
  expect_new(word_labels);
}

TEST(LinkKinds, OfALabelThatNamesAHostComeFromTheAddress) {
  EXPECT_EQ(kind_of_link("Hugging Face", "https://huggingface.co/datasets/a/b"), LinkKind::Dataset);
  EXPECT_EQ(kind_of_link("HF (7B)", "https://huggingface.co/a/b"), LinkKind::Model);
  EXPECT_EQ(kind_of_link("GitHub", "https://x.org/mirror"), LinkKind::Code);
  EXPECT_EQ(kind_of_link("Demo", "https://huggingface.co/a/b"), LinkKind::Demo);
  EXPECT_EQ(kind_of_link("Kaggle", "https://www.kaggle.com/datasets/a/b"), LinkKind::Dataset);
  EXPECT_EQ(kind_of_link("Kaggle", "https://www.kaggle.com/competitions/a"), LinkKind::Project);
  EXPECT_EQ(kind_of_link("地址", "https://github.com/a/b"), LinkKind::Code);
  EXPECT_EQ(kind_of_link("地址", "https://x.org/a"), LinkKind::Project);
}

TEST(LinkKinds, OfALinkThatIsCalledByItsAddressAreItsHome) {
  EXPECT_EQ(kind_of_link("x.org", "https://www.x.org/"), LinkKind::Project);
  EXPECT_EQ(kind_of_link("https://x.org/a", "https://x.org/a"), LinkKind::Project);
}

TEST(LinkKinds, OfAnUnknownLabelInATableComeFromTheColumn) {
  EXPECT_EQ(kind_of_link("v2", "https://x.org/1", "Dataset"), LinkKind::Dataset);
  EXPECT_EQ(kind_of_link("Github", "https://github.com/a/b", "Project"), LinkKind::Code);
  EXPECT_EQ(kind_of_link("Demo", "https://x.org/1", "Code"), LinkKind::Demo);
  EXPECT_EQ(kind_of_link("Link", "https://x.org/1", "Code"), LinkKind::Code);
}

TEST(LinkKinds, OfAnUnknownLabelComeFromTheAddressThenItsLastWord) {
  EXPECT_EQ(kind_of_link("TMI", "https://arxiv.org/abs/2101.00001"), LinkKind::Paper);
  EXPECT_EQ(kind_of_link("PyTorch code", "https://x.org/1"), LinkKind::Code);
  EXPECT_EQ(kind_of_link("here", "https://x.org/1"), LinkKind::Other);
  EXPECT_EQ(kind_of_link("论文", "https://x.org/1"), LinkKind::Paper);
}

TEST(LinkKinds, OfAnAddressComeFromItsHostThenItsPath) {
  EXPECT_EQ(kind_by_url("https://www.x.org/a/Guide.PDF"), LinkKind::Paper);
  EXPECT_EQ(kind_by_url("https://x.org/blog/a"), LinkKind::Blog);
  EXPECT_EQ(kind_by_url("https://blog.x.org/a"), LinkKind::Blog);
  EXPECT_EQ(kind_by_url("https://docs.google.com/presentation/d/1"), LinkKind::Slides);
  EXPECT_EQ(kind_by_url("https://github.com/topics/awesome"), LinkKind::Other);
  EXPECT_EQ(kind_by_url("https://github.com"), LinkKind::Project);
  EXPECT_EQ(kind_by_url("https://web.archive.org/web/2015/http://x.org/a.pdf"), LinkKind::Paper);
  EXPECT_EQ(kind_by_url("https://notgithub.com/a/b"), LinkKind::Other);
}

TEST(LinkKinds, OfATitleWithoutOtherSignsAreItsHome) {
  EXPECT_EQ(kind_of_home("https://www.sqlite.org"), LinkKind::Project);
  EXPECT_EQ(kind_of_home("https://github.com/a/b"), LinkKind::Code);
  EXPECT_EQ(kind_of_home("https://apps.apple.com/app/1"), LinkKind::Other);
  EXPECT_EQ(kind_of_home("docs/a.md"), LinkKind::Other);
}

TEST(LinkKinds, ABadgeThatTellsAStateIsNoCode) {
  const Catalog catalog = test::parse(
      "# L\n## A\n- [Tool](https://x.org) - It does. "
      "[![Build Status](https://img.shields.io/travis/a/b.svg)](https://github.com/a/b) "
      "[![CI](https://github.com/a/b/actions/workflows/ci.yml/badge.svg)](https://github.com/a/b) "
      "[![Code](https://img.shields.io/badge/code-green)](https://github.com/a/b) "
      "[![](https://img.shields.io/badge/repo-JAX-blue)](https://github.com/a/b)\n");
  ASSERT_EQ(catalog.listings.size(), 1u);
  std::string kinds;
  for (const Link& link : catalog.listings[0].links) {
    kinds.append(link_kind_name(link.kind)).append(" ");
  }
  EXPECT_EQ(kinds, "project other other code code ");
}

TEST(LinkKinds, NamesGoBothWays) {
  for (int i = 0; i < link_kind_count; ++i) {
    const auto kind = static_cast<LinkKind>(i);
    EXPECT_EQ(find_link_kind(link_kind_name(kind)), kind);
  }
  EXPECT_EQ(find_link_kind("  GitHub "), LinkKind::Code);
  EXPECT_EQ(find_link_kind("nonsense"), std::nullopt);
  EXPECT_TRUE(has_link_kind_synonym(LinkKind::Code, "Git"));
  EXPECT_FALSE(has_link_kind_synonym(LinkKind::Paper, "git"));
  EXPECT_FALSE(has_link_kind_synonym(LinkKind::Code, " "));
}

TEST(ClickableUrls, AreWebAndMailOnly) {
  EXPECT_TRUE(is_clickable_url("HTTPS://x.org/a"));
  EXPECT_TRUE(is_clickable_url("mailto:a@x.org"));
  for (const char* url : {"javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "",
                          "//x.org", "https:", "https://", "ftp://x.org", "#a", "a/b.md",
                          " https://x.org", "java\nscript:x", "https://x.org/\x01", "vbscript:x"}) {
    EXPECT_FALSE(is_clickable_url(url)) << url;
  }
}

TEST(Names, AreCoinedAndStandBeforeAColon) {
  EXPECT_EQ(split_name("Med-PaLM 2: Towards Expert").name, "Med-PaLM 2");
  EXPECT_EQ(split_name("C2l: Comparing to Learn: More").title, "Comparing to Learn: More");
  EXPECT_EQ(split_name("Do As I Can, Not As I Say: Grounding").name, std::nullopt);
  EXPECT_EQ(split_name("BioELECTRA:Pretrained Biomedical").name, "BioELECTRA");
  EXPECT_EQ(split_name("FEDD -- Fair, Efficient, and Diverse").name, "FEDD");
  EXPECT_EQ(split_name("Swin Transformer: Hierarchical Vision").name, "Swin Transformer");
  EXPECT_EQ(split_name("Btrfly Net: Vertebrae Labelling").name, "Btrfly Net");
  EXPECT_EQ(split_name("LLM.int8(): 8-bit Matrix Multiplication").name, "LLM.int8()");
  EXPECT_EQ(split_name("No colon").name, std::nullopt);
  EXPECT_EQ(split_name(": x").name, std::nullopt);
  EXPECT_EQ(split_name("a: ").name, std::nullopt);
}

TEST(Names, AreNoPhrasesTopicsOrParts) {
  for (const char* text :
       {"An Image is Worth 16x16 Words: Transformers for Image Recognition",
        "Don't Stop Pretraining: Adapt Language Models", "Foundation models: past and present",
        "Graph Neural Networks: A Review of Methods", "Blazor: A Beginner's Guide",
        "Transformers in Vision: A Survey", "Let's build GPT: from scratch", "std::vector in depth",
        "Ratio 16:9 explained", "Survey: what we know",
        "Worse than Random? An Embarrassingly Simple Probing"}) {
    EXPECT_EQ(split_name(text).name, std::nullopt) << text;
  }
}

TEST(Names, KeysFoldCaseAccentsAndPunctuation) {
  EXPECT_EQ(title_key("Don’t Stop – Pretraining!"), title_key("don't stop pretraining"));
  EXPECT_NE(title_key("C++"), title_key("C"));
  EXPECT_EQ(title_key("★"), "");
}

TEST(Names, SlugsAreShortAndNeverEmpty) {
  EXPECT_EQ(work_slug("Med-PaLM 2"), "med-palm-2");
  EXPECT_EQ(work_slug("Don’t Stop"), "dont-stop");
  EXPECT_EQ(work_slug("★"), "work");
  EXPECT_LE(work_slug(std::string(500, 'x')).size(), 80u);
  EXPECT_LE(work_slug(std::string(500, 'x') + " y").size(), 80u);
}

}  // namespace
}  // namespace lamplight::catalog
