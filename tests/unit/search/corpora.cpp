#include "unit/search/corpora.h"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace lamplight::test {
namespace {

Profile test_profile(std::vector<FacetValue> families) {
  Profile profile;
  profile.facets = {facet("family", FacetSource::Values), facet("has", FacetSource::Links),
                    facet("year", FacetSource::Year),     facet("venue", FacetSource::Venue),
                    facet("tree", FacetSource::Sections), facet("label", FacetSource::Groups),
                    facet("sort-of", FacetSource::Kind),  facet("licence", FacetSource::Tags),
                    facet("tag", FacetSource::Tags)};
  profile.facets[0].values = std::move(families);
  profile.facets[0].values.push_back(value("rows", {}, {Shape::Row}));
  return profile;
}

// Characters that stand in many orders, so that most pairs of them are met.
std::string random_chinese(Random& random, std::uint32_t most) {
  static const char* const characters[] = {"语", "言", "模", "型", "图", "像", "大", "デ", "タ"};
  std::string text;
  for (std::uint32_t i = 0; i <= random.below(most); ++i) {
    text += characters[random.below(std::size(characters))];
  }
  return text;
}

// A long list with some works in Chinese, and with findings.
Corpus made(std::uint32_t works, std::uint64_t seed) {
  CatalogDraft draft = generated_draft(works, seed);
  Random random(seed + 100);
  for (WorkDraft& work : draft.works) {
    if (!random.one_in(30)) continue;
    work.title = random_chinese(random, 9) + " " + random_word(random) + random_chinese(random, 4);
    ListingDraft& listing = draft.listings[static_cast<std::size_t>(work.listings.front())];
    listing.title = work.title;
    listing.text = work.name ? *work.name + ": " + work.title : work.title;
  }
  for (ListingDraft& listing : draft.listings) {
    if (random.one_in(3)) {
      static const char* const tags[] = {"MIT", "mit", "Apache-2.0", "Apache2", "oral", "ORAL"};
      for (int i = 0; i < 2; ++i) listing.tags.emplace_back(tags[random.below(std::size(tags))]);
    }
    if (!random.one_in(20)) continue;
    draft.findings.push_back(
        {"some-rule", static_cast<Level>(random.below(3)), listing.line, "It is odd."});
  }
  std::vector<FacetValue> families{value("first", {draft.sections.front().id}),
                                   value("domain", {"*/" + word_of_rank(41) + "-domain"})};
  return {make_catalog(draft), test_profile(std::move(families))};
}

Corpus read_flagship() {
  std::ifstream file(std::string(LAMPLIGHT_SOURCE_DIR) + "/data/lists/2024-03-11.md",
                     std::ios::binary);
  const std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  Result<Catalog> parsed = parse_catalog(text);
  return {parsed.value_if() != nullptr ? std::move(*parsed.value_if()) : Catalog(),
          test_profile({value("language", {"large-language-models"}),
                        value("healthcare", {"*/healthcare-domain"}),
                        value("bio", {"*/bioinformatics", "large-audio-models"})})};
}

std::string misspelt(std::string word, std::uint32_t edits, Random& random) {
  for (std::uint32_t i = 0; i < edits && word.size() > 1; ++i) {
    const std::size_t at = random.below(static_cast<std::uint32_t>(word.size()) - 1);
    switch (random.below(4)) {
      case 0:
        word.erase(at, 1);
        break;
      case 1:
        word.insert(at, 1, "abcdefghijklmnopqrstuvwxyz0123"[random.below(30)]);
        break;
      case 2:
        word[at] = "abcdefghijklmnopqrstuvwxyz0123"[random.below(30)];
        break;
      default:
        std::swap(word[at], word[at + 1]);
        break;
    }
  }
  return word;
}

// Words of one work of the list, as they are written.
class SomeWork {
 public:
  SomeWork(const Corpus& corpus, Random& random) : random_(random) {
    const std::span<const Work> works = corpus.catalog.works;
    const Work& work = works[random.below(static_cast<std::uint32_t>(works.size()))];
    std::string word;
    for (const char c : std::string(*work.name) + " " + work.title.str() + " ") {
      if (c != ' ') {
        word += c;
      } else if (!word.empty()) {
        words_.push_back(std::move(word));
        word.clear();
      }
    }
  }
  // Any of them; at least `size` bytes long if one is.
  std::string word(std::size_t size = 1) {
    if (words_.empty()) return "x";
    for (int tries = 0;; ++tries) {
      const std::string& word = words_[random_.below(static_cast<std::uint32_t>(words_.size()))];
      if (word.size() >= size || tries == 9) return word;
    }
  }
  std::string first_two() { return words_.size() < 2 ? word() : words_[0] + " " + words_[1]; }

 private:
  Random& random_;
  std::vector<std::string> words_;
};

}  // namespace

Corpus::Corpus(Catalog a_catalog, Profile a_profile)
    : catalog(std::move(a_catalog)),
      profile(std::move(a_profile)),
      index(build_index(catalog, profile)),
      reference(catalog, profile) {
  std::vector<Mark> some{{"new", {}}, {"saved", {}}};
  for (std::uint32_t work = 0; work < catalog.works.size(); ++work) {
    if (work % 5 == 2) some[0].works.push_back(work);
    if (work % 11 == 3) some[1].works.insert(some[1].works.begin(), work);
  }
  marks = std::make_shared<const std::vector<Mark>>(std::move(some));
}

const Corpus& flagship() {
  static const Corpus corpus = read_flagship();
  return corpus;
}

const Corpus& generated() {
  static const Corpus corpus = made(10000, 1);
  return corpus;
}

const Corpus& small() {
  static const Corpus corpus = made(1000, 2);
  return corpus;
}

std::string random_query(const Corpus& corpus, QueryClass query_class, Random& random) {
  SomeWork work(corpus, random);
  SomeWork other(corpus, random);
  const std::span<const Section> sections = corpus.catalog.sections;
  const std::string word = work.word();
  switch (query_class) {
    case QueryClass::Nothing:
      break;
    case QueryClass::Word:
      return word;
    case QueryClass::Beginning:
      return word.substr(0, 1 + random.below(4));
    case QueryClass::TwoWords:
      return word + " " + work.word();
    case QueryClass::ThreeWords:
      return word + " " + work.word().substr(0, 3) + " " + work.word().substr(0, 2);
    case QueryClass::Phrase:
      return "\"" + work.first_two() + (random.one_in(3) ? "" : "\"");
    case QueryClass::Quoted:
      return "\"" + word.substr(0, word.size() - random.below(2)) + (random.one_in(3) ? "" : "\"");
    case QueryClass::Negation:
      return random.one_in(2) ? "-" + other.word() : word + " -" + other.word();
    case QueryClass::Alternatives:
      return word + " | " + other.word() + (random.one_in(2) ? " " + other.word() : "") +
             (random.one_in(2) ? " | has:slides" : "");
    case QueryClass::Brackets:
      if (random.one_in(3)) {
        return "-(" + word + " -(" + misspelt(work.word(6), 1, random) + " | " + other.word() +
               ")) " + other.word();
      }
      return "(" + word + " | " + other.word() + ") -(" + other.word() + " " + work.word(5) +
             ") (" + (random.one_in(2) ? "is:new | " : "") + work.word() + " | -(year:2020.. " +
             other.word().substr(0, 2);
    case QueryClass::In:
      return "in:" + sections[random.below(12)].id.str().substr(0, 3 + random.below(9));
    case QueryClass::Has:
      return "has:" + std::string(link_kind_name(static_cast<LinkKind>(random.below(11)))) + " " +
             word.substr(0, 2);
    case QueryClass::Venue:
      return random.one_in(2) ? "venue:nature " + word : "-venue:\"nature me\" venue:a";
    case QueryClass::Year:
      return "year:" + std::to_string(2015 + random.below(8)) + ".. -has:code";
    case QueryClass::Name:
      return "name:" + word.substr(0, random.one_in(2) ? 3 : word.size());
    case QueryClass::Mark:
      return random.one_in(3)   ? "is:new " + word
             : random.one_in(2) ? "is:flagged -is:saved"
                                : "is:saved | (is:flagged -has:code)";
    case QueryClass::TypoOfOne:
      return misspelt(work.word(5), 1, random) + (random.one_in(2) ? " " : "");
    case QueryClass::TypoOfTwo:
      return misspelt(work.word(9), 2, random) + (random.one_in(2) ? " " : "");
    case QueryClass::TypoInName:
      return "name:" + misspelt(work.word(5), 1 + random.below(2), random);
    case QueryClass::TypoAmongOthers:
      return (random.one_in(3) ? "-" : "") + misspelt(work.word(6), 1, random) + " " + word +
             " | " + misspelt(other.word(8).substr(0, 7), 1, random);
    case QueryClass::Chinese:
      return (random.one_in(4) ? word.substr(0, 3) : "") + random_chinese(random, 3) +
             (random.one_in(4) ? " " + random_chinese(random, 2) : "");
    case QueryClass::Absent:
      return "zzzabsent " + word;
  }
  return {};
}

std::string random_query(const Corpus& corpus, Random& random) {
  return random_query(corpus, static_cast<QueryClass>(random.below(query_class_count)), random);
}

SearchRequest random_request(const Corpus& corpus, std::string_view query, Random& random,
                             std::string& name) {
  SearchRequest request;
  const bool is_complete = random.one_in(3);
  request.query = parse_query(query, is_complete ? LastWord::Complete : LastWord::Typing);
  request.marks = corpus.marks;
  request.sort = static_cast<Sort>(random.one_in(2) ? 0 : random.below(4));
  name = "[" + std::string(query) + (is_complete ? "] complete, " : "], ") +
         std::string(sort_name(request.sort));
  if (random.one_in(3)) return request;
  const auto add = [&](const std::string& facet, std::vector<std::string> values) {
    name += ", " + facet + "=" + values.front();
    request.filters.push_back({facet, std::move(values)});
  };
  const std::span<const Section> sections = corpus.catalog.sections;
  const auto section = [&] {
    return sections[random.below(static_cast<std::uint32_t>(sections.size()))].id.str();
  };
  if (random.one_in(4)) add("family", {corpus.profile.facets[0].values[random.below(3)].id});
  if (random.one_in(6)) add("has", {"code", "project"});
  if (random.one_in(6)) add("venue", {random.one_in(2) ? "Nature" : "nature", "arXiv"});
  if (random.one_in(8)) add("licence", {random.one_in(2) ? "mit" : "Apache 2.0", "gpl"});
  if (random.one_in(8)) add("tag", {"oral"});
  if (random.one_in(8)) add("sort-of", {"paper", "software"});
  if (random.one_in(6)) add("tree", {section(), section()});
  if (random.one_in(6)) add("in", {section().substr(0, 8)});
  if (random.one_in(4)) {
    request.years = {2012 + static_cast<int>(random.below(9)), 2022};
    name += ", year=" + print_year_range(request.years);
  }
  return request;
}

std::vector<std::uint32_t> find_works(const Corpus& corpus, const Query& query) {
  SearchRequest request;
  request.query = query;
  request.sort = Sort::List;
  request.marks = corpus.marks;
  std::vector<std::uint32_t> works = corpus.index.search(request).works.to_vector();
  std::sort(works.begin(), works.end());
  return works;
}

}  // namespace lamplight::test
