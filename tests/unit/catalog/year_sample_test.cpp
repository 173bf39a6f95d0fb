// Forty works of the 2024 snapshot with the year in which their identifier was issued, each looked
// up by hand in what the identifier says.
#include <gtest/gtest.h>

#include "unit/catalog/test_lists.h"

namespace lamplight::test {
namespace {

struct Sample {
  int line;  // where the work is listed
  int year;
  const char* from;
  const char* source;  // the identifier that holds the year
};

constexpr Sample samples[] = {
    {103, 2023, "arxiv", "arXiv 2311.06025: ChiMed-GPT, November 2023"},
    {107, 2019, "arxiv", "arXiv 1904.02181: BioELMo, April 2019"},
    {108, 2022, "acl", "2022.bionlp-1.9: BioBART, BioNLP 2022"},
    {109, 2022, "acl", "2022.findings-emnlp.398: ClinicalT5, Findings of EMNLP 2022"},
    {110, 2022, "arxiv", "arXiv 2203.03540v2: GatorTron, March 2022"},
    {112, 2023, "arxiv", "arXiv 2303.11032: DeID-GPT, March 2023"},
    {117, 2020, "acl", "2020.acl-main.740: Don't Stop Pretraining, ACL 2020"},
    {118, 2021, "nature", "s41746-021-00455-y: Med-BERT, npj Digital Medicine 2021"},
    {126, 2022, "nature", "s41746-022-00742-2: GatorTron's journal paper, 2022"},
    {128, 2020, "nature", "s41598-020-62922-y: BEHRT, Scientific Reports 2020"},
    {131, 2021, "nature", "s41586-021-03819-2: AlphaFold, Nature, July 2021"},
    {133, 2021, "biorxiv", "10.1101/2021.10.04.463034: AlphaFold-Multimer, October 2021"},
    {136, 2022, "biorxiv", "10.1101/2022.08.04.502811: Uni-Fold, August 2022"},
    {137, 2022, "biorxiv", "10.1101/2022.11.20.517210: OpenFold, November 2022"},
    {138, 2022, "oup", "btac773: ManyFold, accepted 2022, printed in volume 39 of 2023"},
    {139, 2022, "nature", "s41592-022-01488-1: ColabFold, Nature Methods 2022"},
    {140, 2021, "pnas", "pnas.2016239118: ESM-1b, PNAS volume 118 of 2021"},
    {145, 2022, "nature", "s41587-022-01432-w: RGN2, Nature Biotechnology 2022"},
    {147, 2021, "pmlr", "PMLR 139: MSA Transformer, ICML 2021"},
    {158, 2023, "arxiv", "arXiv 2302.13971: LLaMA, February 2023"},
    {169, 2020, "arxiv", "arXiv 2005.14165: GPT-3, May 2020"},
    {184, 2023, "nature", "s41586-023-06555-x: RETFound, Nature 2023"},
    {200, 2023, "arxiv", "arXiv 2307.15220: SurgVLP, July 2023"},
    {206, 2019, "neurips", "/paper/2019/: GPipe, NeurIPS 2019"},
    {207, 2020, "ecva", "eccv_2020: Big Transfer, ECCV 2020"},
    {208, 2020, "cvf", "content_CVPR_2020: Designing Network Design Spaces"},
    {210, 2021, "pmlr", "PMLR 139: EfficientNetV2, ICML 2021"},
    {211, 2022, "cvf", "content/CVPR2022: A ConvNet for the 2020s"},
    {216, 2020, "pmlr", "PMLR 119: Generative Pretraining from Pixels, ICML 2020"},
    {259, 2023, "nature", "s41591-023-02504-3: PLIP, Nature Medicine 2023"},
    {263, 2020, "arxiv", "arXiv 2010.00747: ConVIRT; 2303.11032 on line 375 is DeID-GPT's"},
    {266, 2023, "acl", "2023.findings-eacl.88: PubMedCLIP, Findings of EACL 2023"},
    {273, 2023, "arxiv", "arXiv 2309.17421, on browse.arxiv.org: The Dawn of LMMs"},
    {297, 2021, "pmlr", "PMLR 139: Zero-Shot Text-to-Image Generation, ICML 2021"},
    {336, 2021, "nature", "s41467-021-23720-w: AGBT, Nature Communications 2021"},
    {347, 2021, "oup", "bbab152: MG-BERT, Briefings in Bioinformatics, 2021"},
    {348, 2022, "biorxiv", "10.1101/2022.03.31.485886: PanGu Drug Model, March 2022"},
    {349, 2022, "nature", "s42256-022-00605-1: DrugBAN, DOI of 2022, printed in 2023"},
    {409, 2023, "biorxiv", "10.1101/2023.03.07.531414: Empowering Beginners, March 2023"},
    {424, 2023, "arxiv", "arXiv 2303.03378: PaLM-E, March 2023"},
};

const Work& work_at(int line) {
  const Listing* listing = find_line(new_snapshot(), line);
  EXPECT_NE(listing, nullptr) << line;
  return new_snapshot().works[static_cast<std::size_t>(listing == nullptr ? 0 : listing->work)];
}

TEST(YearSample, HoldsFortyWorks) { EXPECT_EQ(std::size(samples), 40u); }

TEST(YearSample, NoneIsWrong) {
  for (const Sample& sample : samples) {
    const Work& work = work_at(sample.line);
    EXPECT_EQ(work.year, sample.year) << sample.source;
    EXPECT_EQ(work.year_from, sample.from) << sample.source;
  }
}

TEST(YearSample, NoneIsInvented) {
  // OpenReview, IEEE Xplore, PubMed, Science, RSNA and ACS numbers, files on a host, blogs.
  for (const int line : {130, 132, 143, 157, 172, 176, 217, 227, 264, 283,
                         284, 290, 301, 302, 333, 338, 342, 344, 345, 431}) {
    EXPECT_EQ(work_at(line).year, std::nullopt) << line;
  }
}

TEST(YearSample, LawsHaveNoYear) {
  for (int line = 436; line <= 441; ++line) EXPECT_EQ(work_at(line).year, std::nullopt) << line;
}

TEST(YearSample, MostPapersHaveAYear) {
  const Catalog& catalog = new_snapshot();
  int papers = 0;
  int with_year = 0;
  for (const Work& work : catalog.works) {
    const Listing& listing = catalog.listings[static_cast<std::size_t>(work.listings.front())];
    const bool is_law =
        listing.section >= 0 &&
        catalog.sections[static_cast<std::size_t>(listing.section)].id == "ai-legislation";
    if (listing.shape == Shape::Row || is_law) continue;
    ++papers;
    with_year += work.year ? 1 : 0;
  }
  std::printf("%d of %d papers have a year\n", with_year, papers);
  EXPECT_EQ(papers, 189);
  EXPECT_GE(with_year * 100, papers * 85);
}

TEST(YearSample, IdentifierClaimedByAnotherTitleLoses) {
  const Work& convirt = work_at(375);
  EXPECT_EQ(convirt.arxiv, "2010.00747");
  EXPECT_EQ(convirt.year, 2020);
}

}  // namespace
}  // namespace lamplight::test
