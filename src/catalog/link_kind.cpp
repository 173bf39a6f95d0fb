#include "catalog/link_kind.h"

#include <algorithm>
#include <iterator>

#include "base/text.h"
#include "base/url.h"
#include "catalog/identifiers.h"

namespace lamplight {
namespace {

constexpr std::string_view kind_names[link_kind_count] = {
    "paper", "code",  "project", "blog",   "model", "dataset",
    "demo",  "video", "slides",  "source", "other",
};

struct LabelKind {
  std::string_view label;  // folded
  LinkKind kind;
};

// Labels met in real lists. Ordered by label.
constexpr LabelKind label_kinds[] = {
    {"abs", LinkKind::Paper},
    {"abstract", LinkKind::Paper},
    {"arxiv", LinkKind::Paper},
    {"article", LinkKind::Paper},
    {"biorxiv", LinkKind::Paper},
    {"blog", LinkKind::Blog},
    {"blog post", LinkKind::Blog},
    {"blogpost", LinkKind::Blog},
    {"checkpoint", LinkKind::Model},
    {"checkpoints", LinkKind::Model},
    {"code", LinkKind::Code},
    {"colab", LinkKind::Demo},
    {"data", LinkKind::Dataset},
    {"data set", LinkKind::Dataset},
    {"database", LinkKind::Dataset},
    {"dataset", LinkKind::Dataset},
    {"datasets", LinkKind::Dataset},
    {"demo", LinkKind::Demo},
    {"doi", LinkKind::Paper},
    {"gitee", LinkKind::Code},
    {"github", LinkKind::Code},
    {"gitlab", LinkKind::Code},
    {"hf", LinkKind::Model},
    {"home page", LinkKind::Project},
    {"homepage", LinkKind::Project},
    {"hugging face", LinkKind::Model},
    {"huggingface", LinkKind::Model},
    {"implementation", LinkKind::Code},
    {"journal", LinkKind::Paper},
    {"live demo", LinkKind::Demo},
    {"medium", LinkKind::Blog},
    {"medrxiv", LinkKind::Paper},
    {"model", LinkKind::Model},
    {"model card", LinkKind::Model},
    {"model weight", LinkKind::Model},
    {"model weights", LinkKind::Model},
    {"models", LinkKind::Model},
    {"notebook", LinkKind::Demo},
    {"official code", LinkKind::Code},
    {"openreview", LinkKind::Paper},
    {"other", LinkKind::Other},
    {"page", LinkKind::Project},
    {"paper", LinkKind::Paper},
    {"papers", LinkKind::Paper},
    {"pdf", LinkKind::Paper},
    {"playground", LinkKind::Demo},
    {"post", LinkKind::Blog},
    {"poster", LinkKind::Slides},
    {"ppt", LinkKind::Slides},
    {"preprint", LinkKind::Paper},
    {"presentation", LinkKind::Slides},
    {"project", LinkKind::Project},
    {"project homepage", LinkKind::Project},
    {"project page", LinkKind::Project},
    {"project site", LinkKind::Project},
    {"project website", LinkKind::Project},
    {"pytorch", LinkKind::Code},
    {"repo", LinkKind::Code},
    {"repository", LinkKind::Code},
    {"site", LinkKind::Project},
    {"slide", LinkKind::Slides},
    {"slides", LinkKind::Slides},
    {"source", LinkKind::Source},
    {"source code", LinkKind::Code},
    {"talk", LinkKind::Video},
    {"technical report", LinkKind::Paper},
    {"tensorflow", LinkKind::Code},
    {"video", LinkKind::Video},
    {"video demo", LinkKind::Video},
    {"videos", LinkKind::Video},
    {"web", LinkKind::Project},
    {"web page", LinkKind::Project},
    {"webpage", LinkKind::Project},
    {"website", LinkKind::Project},
    {"weights", LinkKind::Model},
    {"youtube", LinkKind::Video},
};

std::optional<LinkKind> find_label(std::string_view folded) {
  const LabelKind* found =
      std::partition_point(std::begin(label_kinds), std::end(label_kinds),
                           [&](const LabelKind& each) { return each.label < folded; });
  if (found == std::end(label_kinds) || found->label != folded) return std::nullopt;
  return found->kind;
}

}  // namespace

std::string_view link_kind_name(LinkKind kind) {
  const auto index = static_cast<std::size_t>(kind);
  return index < std::size(kind_names) ? kind_names[index] : "other";
}

std::optional<LinkKind> find_link_kind(std::string_view name) {
  return find_label(fold(trim(name)));
}

bool has_link_kind_synonym(LinkKind kind, std::string_view beginning) {
  const std::string folded = fold(trim(beginning));
  if (folded.empty()) return false;
  return std::any_of(std::begin(label_kinds), std::end(label_kinds), [&](const LabelKind& each) {
    return each.kind == kind && each.label.substr(0, folded.size()) == folded;
  });
}

bool is_clickable_url(std::string_view url) {
  for (const char c : url) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) return false;
  }
  const UrlParts parts = split_url(url);
  if (equals_ignoring_ascii_case(parts.scheme, "mailto")) return !parts.path.empty();
  const bool is_web = equals_ignoring_ascii_case(parts.scheme, "https") ||
                      equals_ignoring_ascii_case(parts.scheme, "http");
  return is_web && !parts.host.empty();
}

namespace catalog {
namespace {

struct HostKind {
  std::string_view host;  // and its subdomains
  std::string_view path;  // what the path begins with
  LinkKind kind;
};

// The first that matches.
constexpr HostKind host_kinds[] = {
    {"arxiv.org", "", LinkKind::Paper},
    {"colab.research.google.com", "", LinkKind::Demo},
    {"github.com", "", LinkKind::Code},
    {"gitlab.com", "", LinkKind::Code},
    {"bitbucket.org", "", LinkKind::Code},
    {"gitee.com", "", LinkKind::Code},
    {"huggingface.co", "/datasets/", LinkKind::Dataset},
    {"huggingface.co", "/spaces/", LinkKind::Demo},
    {"huggingface.co", "/papers/", LinkKind::Paper},
    {"huggingface.co", "/blog/", LinkKind::Blog},
    {"huggingface.co", "/docs/", LinkKind::Project},
    {"huggingface.co", "", LinkKind::Model},
    {"doi.org", "", LinkKind::Paper},
    {"biorxiv.org", "", LinkKind::Paper},
    {"medrxiv.org", "", LinkKind::Paper},
    {"nature.com", "", LinkKind::Paper},
    {"science.org", "", LinkKind::Paper},
    {"sciencemag.org", "", LinkKind::Paper},
    {"pnas.org", "", LinkKind::Paper},
    {"cell.com", "", LinkKind::Paper},
    {"thelancet.com", "", LinkKind::Paper},
    {"nejm.org", "", LinkKind::Paper},
    {"jamanetwork.com", "", LinkKind::Paper},
    {"pubs.acs.org", "", LinkKind::Paper},
    {"pubs.rsna.org", "", LinkKind::Paper},
    {"academic.oup.com", "", LinkKind::Paper},
    {"aclanthology.org", "", LinkKind::Paper},
    {"aclweb.org", "", LinkKind::Paper},
    {"openaccess.thecvf.com", "", LinkKind::Paper},
    {"ecva.net", "", LinkKind::Paper},
    {"openreview.net", "", LinkKind::Paper},
    {"proceedings.mlr.press", "", LinkKind::Paper},
    {"jmlr.org", "", LinkKind::Paper},
    {"proceedings.neurips.cc", "", LinkKind::Paper},
    {"papers.nips.cc", "", LinkKind::Paper},
    {"papers.neurips.cc", "", LinkKind::Paper},
    {"ieeexplore.ieee.org", "", LinkKind::Paper},
    {"dl.acm.org", "", LinkKind::Paper},
    {"link.springer.com", "", LinkKind::Paper},
    {"sciencedirect.com", "", LinkKind::Paper},
    {"onlinelibrary.wiley.com", "", LinkKind::Paper},
    {"mdpi.com", "", LinkKind::Paper},
    {"frontiersin.org", "", LinkKind::Paper},
    {"plos.org", "", LinkKind::Paper},
    {"pubmed.ncbi.nlm.nih.gov", "", LinkKind::Paper},
    {"ncbi.nlm.nih.gov", "/pmc/", LinkKind::Paper},
    {"ncbi.nlm.nih.gov", "/pubmed/", LinkKind::Paper},
    {"semanticscholar.org", "", LinkKind::Paper},
    {"youtube.com", "", LinkKind::Video},
    {"youtu.be", "", LinkKind::Video},
    {"vimeo.com", "", LinkKind::Video},
    {"bilibili.com", "", LinkKind::Video},
    {"kaggle.com", "/datasets/", LinkKind::Dataset},
    {"physionet.org", "", LinkKind::Dataset},
    {"zenodo.org", "", LinkKind::Dataset},
    {"figshare.com", "", LinkKind::Dataset},
    {"slideshare.net", "", LinkKind::Slides},
    {"medium.com", "", LinkKind::Blog},
    {"substack.com", "", LinkKind::Blog},
    {"blogspot.com", "", LinkKind::Blog},
};

}  // namespace

std::optional<LinkKind> kind_by_label(std::string_view label) {
  // Longer labels are sentences; folding them would only cost time.
  if (label.size() > 64) return std::nullopt;
  const std::string folded = fold(trim(label));
  if (const std::optional<LinkKind> kind = find_label(folded)) return kind;
  std::size_t end = 0;
  while (end < folded.size() && is_ascii_alpha(folded[end])) ++end;
  // What is added must not be one more word: a "Code of Conduct" is no code.
  std::size_t next = end;
  while (next < folded.size() && folded[next] == ' ') ++next;
  if (end == 0 || next == folded.size() || is_ascii_alpha(folded[next])) return std::nullopt;
  return find_label(std::string_view(folded).substr(0, end));
}

LinkKind kind_by_url(std::string_view url) {
  const Address address = read_address(url);
  if (address.arxiv || address.doi) return LinkKind::Paper;
  const std::string_view host = address.host;
  const std::string_view path = address.parts.path;
  for (const HostKind& each : host_kinds) {
    if (is_host_of(host, each.host) && path.substr(0, each.path.size()) == each.path) {
      return each.kind;
    }
  }
  return LinkKind::Other;
}

}  // namespace catalog
}  // namespace lamplight
