// URLs: taking them apart and comparing them. Nothing here changes a URL that is shown or opened.
//
//     lamplight::canonical_url("http://www.x.org/a/?utm_source=y#top");  // "x.org/a"
//     lamplight::UrlParts parts = lamplight::split_url("https://arxiv.org/abs/2101.00001v2");
//     parts.host;  // "arxiv.org"
//     parts.path;  // "/abs/2101.00001v2"
#pragma once

#include <string>
#include <string_view>

namespace lamplight {

// Views into the text given to split_url. Parts that are missing are empty.
//
//     https://user@www.Example.org:8080/path/to?query=1#fragment
//     scheme       host            port path     query   fragment
struct UrlParts {
  std::string_view scheme;  // without ':'; empty for a relative reference
  std::string_view host;    // as written, without user and port
  std::string_view port;
  std::string_view path;
  std::string_view query;     // without '?'
  std::string_view fragment;  // without '#'
};
[[nodiscard]] UrlParts split_url(std::string_view url);

// Lower case host without "www."; empty where there is none.
[[nodiscard]] std::string url_host(std::string_view url);

// True when `host` is `domain` or one of its subdomains. Both in lower case.
[[nodiscard]] bool is_host_of(std::string_view host, std::string_view domain);

// What stands after the last slash of a path, slashes at its end left out.
[[nodiscard]] std::string_view last_segment(std::string_view path);

// Key for comparing: without scheme (http and https only), user, default port, "www.", trailing
// slashes, fragment and tracking parameters; host in lower case. For github.com the owner and the
// repository are in lower case too, and a ".git" at the end is dropped. Other schemes and
// relative references are only trimmed.
[[nodiscard]] std::string canonical_url(std::string_view url);

// "utm_source", "fbclid", ... : parameters that say where a reader came from, not what is meant.
[[nodiscard]] bool is_tracking_parameter(std::string_view name);

}  // namespace lamplight
