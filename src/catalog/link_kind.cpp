#include "catalog/link_kind.h"

#include <algorithm>
#include <iterator>

#include "base/text.h"
#include "base/url.h"
#include "catalog/identifiers.h"
#include "catalog/link_tables.h"
#include "catalog/statement_text.h"

namespace lamplight {
namespace {

constexpr std::string_view kind_names[link_kind_count] = {
    "paper", "code",  "project", "blog",   "model", "dataset",
    "demo",  "video", "slides",  "source", "other",
};

// As <, mostly by the first letters alone.
bool is_before(std::string_view a, std::string_view b) {
  if (a.empty() || b.empty() || a.front() == b.front()) return a < b;
  return static_cast<unsigned char>(a.front()) < static_cast<unsigned char>(b.front());
}

template <std::size_t Size>
std::optional<LinkKind> find_in(const LabelKind (&labels)[Size], std::string_view folded) {
  const LabelKind* found = std::partition_point(
      labels, labels + Size, [&](const LabelKind& each) { return is_before(each.label, folded); });
  if (found == labels + Size || found->label != folded) return std::nullopt;
  return found->kind;
}

}  // namespace

std::string_view link_kind_name(LinkKind kind) {
  const auto index = static_cast<std::size_t>(kind);
  return index < std::size(kind_names) ? kind_names[index] : "other";
}

std::optional<LinkKind> find_link_kind(std::string_view name) {
  return find_in(common_labels, fold(trim(name)));
}

bool has_link_kind_synonym(LinkKind kind, std::string_view beginning) {
  const std::string folded = fold(trim(beginning));
  if (folded.empty()) return false;
  return std::any_of(std::begin(common_labels), std::end(common_labels),
                     [&](const LabelKind& each) {
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

// Longer labels are sentences; folding them would only cost time.
constexpr std::size_t max_label_bytes = 64;

std::optional<LinkKind> find_label(std::string_view folded) {
  const std::optional<LinkKind> kind = find_in(common_labels, folded);
  return kind ? kind : find_in(more_labels, folded);
}

std::optional<LinkKind> find_word(std::string_view folded) {
  const std::optional<LinkKind> kind = find_label(folded);
  return kind ? kind : find_in(word_labels, folded);
}

bool begins(std::string_view text, std::string_view part) {
  return text.substr(0, part.size()) == part;
}

bool ends(std::string_view text, std::string_view part) {
  return text.size() >= part.size() && text.substr(text.size() - part.size()) == part;
}

// The first word of a folded label that has something added to it, or nothing.
std::string_view first_word(std::string_view folded) {
  std::size_t end = 0;
  while (end < folded.size() && is_ascii_alpha(folded[end])) ++end;
  // What is added must not be one more word: a "Code of Conduct" is no code.
  std::size_t next = end;
  while (next < folded.size() && folded[next] == ' ') ++next;
  if (end == 0 || next == folded.size() || is_ascii_alpha(folded[next])) return {};
  return folded.substr(0, end);
}

// By the table: the host itself first, then what it is a part of.
std::optional<LinkKind> find_host(std::string_view host, std::string_view path) {
  const std::size_t size = host.size();
  while (true) {
    const HostKind* row =
        std::partition_point(std::begin(host_kinds), std::end(host_kinds),
                             [&](const HostKind& each) { return is_before(each.host, host); });
    for (; row != std::end(host_kinds) && row->host == host; ++row) {
      if (!begins(path, row->path)) continue;
      // The front page of a host of code is no code: it is the host's own.
      const bool is_front = host.size() == size && (path.empty() || path == "/");
      return is_front && row->kind != LinkKind::Other ? LinkKind::Project : row->kind;
    }
    const std::size_t dot = host.find('.');
    if (dot == std::string_view::npos) return std::nullopt;
    host.remove_prefix(dot + 1);
  }
}

std::optional<LinkKind> find_path(std::string_view host, std::string_view path) {
  const std::string folded = to_lower_ascii(path);
  for (const PathKind& each : path_ends) {
    if (ends(folded, each.part)) return each.kind;
  }
  for (const PathKind& each : path_parts) {
    if (folded.find(each.part) != std::string::npos) return each.kind;
  }
  for (const PathKind& each : host_beginnings) {
    if (begins(host, each.part)) return each.kind;
  }
  return std::nullopt;
}

// What the address says, or nothing.
std::optional<LinkKind> find_kind(std::string_view url, bool is_archived = false) {
  const Address address = read_address(url);
  if (address.host.empty()) return std::nullopt;
  if (address.host == "web.archive.org") {
    // "/web/2015.../http://...": what was archived.
    const std::size_t inner = url.find("/http", url.find("/web/"));
    // An archived copy of the archive is no kind of page.
    if (inner == std::string_view::npos || is_archived) return LinkKind::Other;
    return find_kind(url.substr(inner + 1), true);
  }
  if (address.arxiv || address.doi) return LinkKind::Paper;
  if (address.parts.path.find("leaderboard") != std::string_view::npos) return LinkKind::Project;
  std::string_view host = address.host;
  if (begins(host, "www.")) host.remove_prefix(4);
  const std::optional<LinkKind> kind = find_host(host, address.parts.path);
  if (kind && *kind != LinkKind::Other) return kind;
  // Where files of all kinds lie, the file's name tells.
  const std::optional<LinkKind> by_path = find_path(host, address.parts.path);
  return by_path ? by_path : kind;
}

}  // namespace

std::optional<LinkKind> kind_by_label(std::string_view label) {
  if (label.size() > max_label_bytes) return std::nullopt;
  // "📄 Paper"
  const std::string folded = fold(without_symbols(trim(label)));
  if (const std::optional<LinkKind> kind = find_label(folded)) return kind;
  const std::string_view first = first_word(folded);
  return first.empty() ? std::nullopt : find_label(first);
}

bool is_label_word(std::string_view label) {
  if (label.size() > max_label_bytes) return false;
  const std::string folded = fold(trim(label));
  return find_word(folded) || find_in(weak_labels, folded);
}

LinkKind kind_by_url(std::string_view url) { return find_kind(url).value_or(LinkKind::Other); }

LinkKind kind_of_home(std::string_view url) {
  return find_kind(url).value_or(split_url(url).host.empty() ? LinkKind::Other : LinkKind::Project);
}

LinkKind kind_of_link(std::string_view label, std::string_view url, std::string_view column) {
  LinkKind fallback = LinkKind::Other;  // of words for any address
  for (const std::string_view written : {label, column}) {
    if (written.empty() || written.size() > max_label_bytes) continue;
    const std::string folded = fold(trim(written));
    for (const std::string_view known : {std::string_view(folded), first_word(folded)}) {
      if (known.empty()) continue;
      const std::optional<LinkKind> weak = find_in(weak_labels, known);
      if (weak == LinkKind::Project || weak == LinkKind::Other) {
        fallback = *weak;
        break;
      }
      if (weak) {
        // A model's documentation is still the model's.
        const LinkKind by_url = kind_by_url(url);
        const bool is_vague =
            by_url == LinkKind::Other || (by_url == LinkKind::Project && weak == LinkKind::Model);
        return is_vague ? *weak : by_url;
      }
      if (const std::optional<LinkKind> kind = find_word(known)) return *kind;
    }
  }
  if (const std::optional<LinkKind> by_url = find_kind(url)) return *by_url;
  if (fallback != LinkKind::Other || label.size() > max_label_bytes) return fallback;
  // "seastar.io", "https://x.org": what is called by its address is a home.
  const std::string host = url_host(url);
  if (!host.empty() && label.find(host) != std::string_view::npos) return LinkKind::Project;
  // "Nature Medicine paper", "PyTorch code".
  const std::size_t blank = label.rfind(' ');
  if (blank == std::string_view::npos) return LinkKind::Other;
  return find_in(common_labels, fold(label.substr(blank + 1))).value_or(LinkKind::Other);
}

bool is_status_badge(std::string_view image) {
  const UrlParts parts = split_url(image);
  const std::string host = to_lower_ascii(parts.host);
  // "https://github.com/o/r/actions/workflows/ci.yml/badge.svg"
  if (is_host_of(host, "github.com")) return ends(parts.path, "/badge.svg");
  if (!std::binary_search(std::begin(status_hosts), std::end(status_hosts), host)) return false;
  // Labels that somebody wrote: /badge/arXiv-2101.00001-red.
  return !begins(parts.path, "/badge/") && !begins(parts.path, "/static/");
}

}  // namespace catalog
}  // namespace lamplight
