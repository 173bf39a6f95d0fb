#include "base/url.h"

#include "base/text.h"

namespace lamplight {
namespace {

// RFC 3986, 3.1. A Windows path or a label with a colon has no "//" and is not taken for a scheme
// unless it is one of those written without slashes.
std::size_t scheme_size(std::string_view url) {
  if (url.empty() || !is_ascii_alpha(url[0])) return 0;
  for (std::size_t i = 1; i < url.size(); ++i) {
    const char c = url[i];
    if (c == ':') return i;
    if (!is_ascii_alnum(c) && c != '+' && c != '-' && c != '.') return 0;
  }
  return 0;
}

bool is_web_scheme(std::string_view scheme) {
  return equals_ignoring_ascii_case(scheme, "http") || equals_ignoring_ascii_case(scheme, "https");
}

std::string_view without_www(std::string_view host) {
  return host.substr(0, 4) == "www." && host.size() > 4 ? host.substr(4) : host;
}

void append_query(std::string& out, std::string_view query) {
  char separator = '?';
  while (!query.empty()) {
    const std::size_t end = query.find('&');
    const std::string_view parameter = query.substr(0, end);
    query = end == std::string_view::npos ? std::string_view() : query.substr(end + 1);
    if (parameter.empty() || is_tracking_parameter(parameter.substr(0, parameter.find('=')))) {
      continue;
    }
    out.push_back(separator);
    out.append(parameter);
    separator = '&';
  }
}

// github.com folds the case of owner and repository, and of nothing below them.
void append_github_path(std::string& out, std::string_view path) {
  std::size_t end = path.find('/', 1);
  if (end != std::string_view::npos) end = path.find('/', end + 1);
  const std::string_view rest =
      end == std::string_view::npos ? std::string_view() : path.substr(end);
  std::string_view repository = path.substr(0, end);
  if (repository.size() > 4 && repository.substr(repository.size() - 4) == ".git") {
    repository.remove_suffix(4);
  }
  out.append(to_lower_ascii(repository));
  out.append(rest);
}

}  // namespace

UrlParts split_url(std::string_view url) {
  UrlParts parts;
  const std::size_t scheme = scheme_size(url);
  if (scheme > 0) {
    parts.scheme = url.substr(0, scheme);
    url.remove_prefix(scheme + 1);
  }
  if (const std::size_t hash = url.find('#'); hash != std::string_view::npos) {
    parts.fragment = url.substr(hash + 1);
    url = url.substr(0, hash);
  }
  if (const std::size_t mark = url.find('?'); mark != std::string_view::npos) {
    parts.query = url.substr(mark + 1);
    url = url.substr(0, mark);
  }
  if (url.substr(0, 2) == "//") {
    url.remove_prefix(2);
    const std::size_t slash = url.find('/');
    std::string_view authority = url.substr(0, slash);
    url = slash == std::string_view::npos ? std::string_view() : url.substr(slash);
    if (const std::size_t at = authority.rfind('@'); at != std::string_view::npos) {
      authority.remove_prefix(at + 1);
    }
    const std::size_t colon = authority.rfind(':');
    // An IPv6 address holds colons inside its brackets.
    if (colon != std::string_view::npos && authority.find(']', colon) == std::string_view::npos) {
      parts.port = authority.substr(colon + 1);
      authority = authority.substr(0, colon);
    }
    parts.host = authority;
  }
  parts.path = url;
  return parts;
}

std::string url_host(std::string_view url) {
  return std::string(without_www(to_lower_ascii(split_url(url).host)));
}

bool is_host_of(std::string_view host, std::string_view domain) {
  if (host.size() < domain.size() || host.back() != domain.back()) return false;
  const std::size_t before = host.size() - domain.size();
  return host.substr(before) == domain && (before == 0 || host[before - 1] == '.');
}

std::string_view last_segment(std::string_view path) {
  while (!path.empty() && path.back() == '/') path.remove_suffix(1);
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

std::string canonical_url(std::string_view url) {
  url = trim(url);
  UrlParts parts = split_url(url);
  const bool is_web =
      parts.host.size() > 0 && (parts.scheme.empty() || is_web_scheme(parts.scheme));
  if (!is_web) return std::string(url);
  const std::string host = to_lower_ascii(parts.host);
  std::string out(without_www(host));
  out.reserve(url.size());
  const bool is_default_port = parts.port.empty() || parts.port == "80" || parts.port == "443";
  if (!is_default_port) out.append(":").append(parts.port);
  std::string_view path = parts.path;
  while (!path.empty() && path.back() == '/') path.remove_suffix(1);
  if (out == "github.com") {
    append_github_path(out, path);
  } else {
    out.append(path);
  }
  append_query(out, parts.query);
  return out;
}

bool is_tracking_parameter(std::string_view name) {
  // What search engines, networks, mailings and publishers add to say where a reader came from.
  static constexpr std::string_view names[] = {
      "_ga",   "_hsenc", "_hsmi",   "casa_token", "cmpid",          "fbclid",   "feature",
      "gclid", "gws_rd", "igshid",  "mc_cid",     "mc_eid",         "mkt_tok",  "msclkid",
      "ref",   "ref_",   "ref_src", "ref_url",    "redirectedFrom", "referrer", "share_id",
      "si",    "spm",    "trk",     "via",        "yclid",
  };
  if (name.substr(0, 4) == "utm_") return true;
  for (const std::string_view known : names) {
    if (equals_ignoring_ascii_case(name, known)) return true;
  }
  return false;
}

}  // namespace lamplight
