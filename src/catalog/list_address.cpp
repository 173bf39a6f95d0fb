#include "catalog/list_address.h"

#include <algorithm>

#include "base/text.h"
#include "base/url.h"

namespace lamplight::catalog {
namespace {

// "/ann/list/edit/main/README.md": where what stands in the repository at "main" begins.
std::size_t repository_size(std::string_view path, int segments) {
  std::size_t at = 0;
  while (segments-- > 0) {
    at = path.find('/', at + 1);
    if (at == std::string_view::npos) return path.size();
  }
  return at;
}

}  // namespace

ListAddress::ListAddress(std::string_view address) {
  const UrlParts parts = split_url(address);
  const bool is_web = equals_ignoring_ascii_case(parts.scheme, "https") ||
                      equals_ignoring_ascii_case(parts.scheme, "http");
  if (!is_web || parts.host.empty()) return;
  std::string host = to_lower_ascii(parts.host);
  std::string path(parts.path.substr(0, parts.path.rfind('/') + 1));
  if (host == "raw.githubusercontent.com") {
    // "/ann/list/main/README.md": the page of a file says what it is, its bytes do not.
    const std::size_t repository = repository_size(path, 2);
    if (repository == path.size()) return;
    path.insert(repository, "/blob");
    host = "github.com";
  }
  const bool is_code = host == "github.com" || host == "gitlab.com";
  const int segments = host == "gitlab.com" ? 5 : 4;  // gitlab: "/ann/list/-/blob/main/"
  std::size_t root = is_code ? repository_size(path, segments) : 0;
  if (is_code) {
    // What is edited is read elsewhere.
    if (root == path.size()) {  // "https://github.com/ann/list"
      path = parts.path;
      while (!path.empty() && path.back() == '/') path.pop_back();
      if (std::count(path.begin(), path.end(), '/') != 2) return;
      path += host == "gitlab.com" ? "/-/blob/HEAD/" : "/blob/HEAD/";
      root = path.size() - 1;
    } else if (const std::size_t edit = path.find("/edit/"); edit < root) {
      path.replace(edit, 6, "/blob/");
    }
  }
  root_ = std::string(to_lower_ascii(parts.scheme)) + "://" + host;
  if (!parts.port.empty()) root_ += ":" + std::string(parts.port);
  root_ += path.substr(0, root);
  folder_ = path.size() > root ? path.substr(root) : "/";
}

std::optional<std::string> ListAddress::resolve(std::string_view url) const {
  if (root_.empty() || url.empty() || url.front() == '#' || url.front() == '?') return std::nullopt;
  if (url.substr(0, 2) == "//" || url.substr(0, 4) == "www.") return std::nullopt;
  const std::size_t end = std::min(url.find_first_of("?#"), url.size());
  std::string_view path = url.substr(0, end);
  // "mailto:x", "C:\x", "a b": no path.
  if (path.find_first_of(": \\") != std::string_view::npos) return std::nullopt;
  std::string out = path.front() == '/' ? "/" : folder_;
  while (!path.empty()) {
    const std::size_t slash = path.find('/');
    const std::string_view segment = path.substr(0, slash);
    const bool is_last = slash == std::string_view::npos;
    path = is_last ? std::string_view() : path.substr(slash + 1);
    if (segment.empty() || segment == ".") continue;
    if (segment == "..") {
      if (out.size() < 2) return std::nullopt;
      out.erase(out.rfind('/', out.size() - 2) + 1);
      continue;
    }
    out.append(segment);
    if (!is_last) out += '/';
  }
  return root_ + out + std::string(url.substr(end));
}

}  // namespace lamplight::catalog
