#include "catalog/identifiers.h"

#include "base/text.h"
#include "base/url.h"

namespace lamplight::catalog {
namespace {

// Hosts that put an arXiv id into the path. Subdomains (browse., export., www.) are included.
constexpr std::string_view arxiv_hosts[] = {
    "arxiv.org", "ar5iv.org", "alphaxiv.org", "arxiv-vanity.com", "xxx.lanl.gov",
};

std::size_t count_digits(std::string_view text) {
  std::size_t count = 0;
  while (count < text.size() && is_ascii_digit(text[count])) ++count;
  return count;
}

// "2311.06025" at the beginning of `text`: arXiv's form since April 2007, YYMM.NNNN(N).
std::size_t new_id_size(std::string_view text) {
  if (count_digits(text) != 4 || text.size() < 9 || text[4] != '.') return 0;
  const int month = (text[2] - '0') * 10 + (text[3] - '0');
  const std::size_t digits = count_digits(text.substr(5));
  return month >= 1 && month <= 12 && (digits == 4 || digits == 5) ? 5 + digits : 0;
}

// "hep-th/9901001": the form before, archive/YYMMNNN.
std::size_t old_id_size(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos || slash < 2 || slash > 16) return 0;
  for (const char c : text.substr(0, slash)) {
    if (!is_ascii_alpha(c) && c != '-' && c != '.') return 0;
  }
  return count_digits(text.substr(slash + 1)) == 7 ? slash + 8 : 0;
}

std::optional<std::string> arxiv_id_in(std::string_view path) {
  for (std::size_t begin = 0; begin < path.size();) {
    const std::string_view rest = path.substr(begin);
    std::size_t size = new_id_size(rest);
    if (size == 0) size = old_id_size(rest);
    if (size > 0 && (size == rest.size() || !is_ascii_digit(rest[size]))) {
      return std::string(rest.substr(0, size));
    }
    const std::size_t slash = path.find('/', begin);
    if (slash == std::string_view::npos) break;
    begin = slash + 1;
  }
  return std::nullopt;
}

// "10.1126/science.abj8754" in `text`: up to the query, with what publishers add taken off.
std::optional<std::string> doi_in(std::string_view text) {
  std::size_t begin = text.find("10.");
  while (begin != std::string_view::npos) {
    const std::string_view rest = text.substr(begin);
    const std::size_t registrant = count_digits(rest.substr(3));
    const bool is_start = begin == 0 || text[begin - 1] == '/' || text[begin - 1] == '=';
    if (is_start && registrant >= 4 && registrant <= 9 && rest.size() > registrant + 4 &&
        rest[3 + registrant] == '/') {
      std::string_view doi = rest.substr(0, find_any<'?', '#', '&'>(rest));
      for (const std::string_view added : {".full.pdf", ".pdf", ".full", ".abstract", "/full",
                                           "/abstract", "/pdf", "/epdf", ".short", "/meta"}) {
        if (doi.size() > added.size() && doi.substr(doi.size() - added.size()) == added) {
          doi.remove_suffix(added.size());
          break;
        }
      }
      while (!doi.empty() && doi.back() == '/') doi.remove_suffix(1);
      return to_lower_ascii(doi);
    }
    begin = text.find("10.", begin + 3);
  }
  return std::nullopt;
}

// bioRxiv and medRxiv add a version to the DOI: 10.1101/2022.11.20.517210v2.
void remove_preprint_version(std::string& doi) {
  std::size_t end = doi.size();
  while (end > 0 && is_ascii_digit(doi[end - 1])) --end;
  if (end < doi.size() && end > 1 && doi[end - 1] == 'v' && is_ascii_digit(doi[end - 2])) {
    doi.resize(end - 1);
  }
}

bool has_prefix(std::string_view text, std::string_view prefix) {
  return text.substr(0, prefix.size()) == prefix;
}

std::optional<std::string> find_arxiv(const Address& address) {
  const std::string_view path = address.parts.path;
  for (const std::string_view known : arxiv_hosts) {
    if (is_host_of(address.host, known)) return arxiv_id_in(path);
  }
  if (address.host == "huggingface.co" && has_prefix(path, "/papers/")) return arxiv_id_in(path);
  // arXiv's own DOIs: 10.48550/arXiv.2303.11032
  if (path.find("10.") == std::string_view::npos) return std::nullopt;
  const std::size_t own = path.find("10.48550/");
  return own == std::string_view::npos || path.size() < own + 15
             ? std::nullopt
             : arxiv_id_in(path.substr(own + 15));
}

std::optional<std::string> find_doi(const Address& address) {
  const UrlParts& parts = address.parts;
  std::optional<std::string> doi = doi_in(parts.path);
  if (!doi && !parts.query.empty()) doi = doi_in(parts.query);
  if (doi) {
    if (has_prefix(*doi, "10.1101/") || has_prefix(*doi, "10.64898/")) {
      remove_preprint_version(*doi);
    }
    return doi;
  }
  // nature.com/articles/X is 10.1038/X.
  if (is_host_of(address.host, "nature.com") && has_prefix(parts.path, "/articles/")) {
    std::string_view article = last_segment(parts.path);
    // Older article numbers hold dots (nature.2016.19); only a file's ending goes.
    const std::size_t dot = article.rfind('.');
    if (dot != std::string_view::npos && article.substr(dot) == ".pdf") {
      article = article.substr(0, dot);
    }
    if (!article.empty()) return "10.1038/" + to_lower_ascii(article);
  }
  return std::nullopt;
}

}  // namespace

Address read_address(std::string_view url) {
  Address address;
  address.parts = split_url(url);
  address.host = to_lower_ascii(address.parts.host);
  if (address.host.empty()) return address;
  address.arxiv = find_arxiv(address);
  // What arXiv serves has an arXiv id and no publisher's DOI.
  if (!address.arxiv) address.doi = find_doi(address);
  return address;
}

std::optional<std::string> find_repository(std::string_view url) {
  const UrlParts parts = split_url(url);
  const std::string host = to_lower_ascii(parts.host);
  if (host != "github.com" && host != "www.github.com") return std::nullopt;
  std::string_view path = parts.path;
  while (!path.empty() && path.front() == '/') path.remove_prefix(1);
  const std::size_t slash = path.find('/');
  if (slash == std::string_view::npos || slash == 0) return std::nullopt;
  const std::string_view owner = path.substr(0, slash);
  std::string_view name = path.substr(slash + 1);
  name = name.substr(0, name.find('/'));
  if (name.size() > 4 && name.substr(name.size() - 4) == ".git") name.remove_suffix(4);
  // Pages of GitHub itself that look like owner/name.
  for (const std::string_view page : {"topics", "sponsors", "orgs", "features", "search"}) {
    if (owner == page) return std::nullopt;
  }
  if (name.empty()) return std::nullopt;
  return std::string(owner) + "/" + std::string(name);
}

}  // namespace lamplight::catalog
