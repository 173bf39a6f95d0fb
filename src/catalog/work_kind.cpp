#include "lamplight/work_kind.h"

#include <string>

#include "base/text.h"

namespace lamplight {
namespace {

struct KindWords {
  std::string_view name;
  std::string_view title;
};
constexpr KindWords kind_words[work_kind_count] = {
    {"paper", "Paper"},     {"dataset", "Dataset"}, {"model", "Model"}, {"software", "Software"},
    {"demo", "Demo"},       {"article", "Article"}, {"video", "Video"}, {"slides", "Slides"},
    {"website", "Website"}, {"other", "Other"},
};

WorkKind kind_of_link(LinkKind kind) {
  switch (kind) {
    case LinkKind::Paper:
      return WorkKind::Paper;
    case LinkKind::Code:
      return WorkKind::Software;
    case LinkKind::Project:
      return WorkKind::Website;
    case LinkKind::Blog:
      return WorkKind::Article;
    case LinkKind::Model:
      return WorkKind::Model;
    case LinkKind::Dataset:
      return WorkKind::Dataset;
    case LinkKind::Demo:
      return WorkKind::Demo;
    case LinkKind::Video:
      return WorkKind::Video;
    case LinkKind::Slides:
      return WorkKind::Slides;
    case LinkKind::Source:
    case LinkKind::Other:
      break;
  }
  return WorkKind::Other;
}

bool is_of_datasets(std::string_view heading) {
  const std::string folded = fold(heading);
  for (const std::string_view word : {"dataset", "data set", "数据集"}) {
    if (folded.find(word) != std::string::npos) return true;
  }
  return false;
}

}  // namespace

WorkKind kind_of(const Catalog& catalog, const Work& work) {
  const Link* first = nullptr;
  bool has_paper = work.arxiv.has_value() || work.doi.has_value();
  for (const int at : work.listings) {
    const Listing& listing = catalog.listings[static_cast<std::size_t>(at)];
    if (listing.section >= 0 &&
        is_of_datasets(catalog.sections[static_cast<std::size_t>(listing.section)].title)) {
      return WorkKind::Dataset;
    }
    for (const Link& link : listing.links) {
      if (first == nullptr) first = &link;
      has_paper = has_paper || link.kind == LinkKind::Paper;
    }
  }
  const bool is_titles_own = first != nullptr && first->label.empty();
  if (has_paper && !is_titles_own) return WorkKind::Paper;
  if (first == nullptr) return WorkKind::Other;
  const WorkKind kind = kind_of_link(first->kind);
  return kind == WorkKind::Other && has_paper ? WorkKind::Paper : kind;
}

std::string_view work_kind_name(WorkKind kind) {
  return kind_words[static_cast<std::size_t>(kind)].name;
}

std::string_view work_kind_title(WorkKind kind) {
  return kind_words[static_cast<std::size_t>(kind)].title;
}

}  // namespace lamplight
