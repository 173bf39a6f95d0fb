// Where a list itself stands, and what its own relative links lead to from there. For src/catalog
// only.
//
//     ListAddress address("https://github.com/ann/list/edit/main/README.md#L{line}");
//     address.resolve("docs/a.md");   // "https://github.com/ann/list/blob/main/docs/a.md"
//     address.resolve("/papers/b.pdf");  // on hosts of code the repository's, else the host's
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace lamplight::catalog {

class ListAddress {
 public:
  // Of none: nothing is resolved. An address that is no http or https address is none.
  explicit ListAddress(std::string_view address = {});

  // The address that a relative link leads to; none for what is no relative link (an address of
  // any scheme, an anchor, nothing, "www.x.org") or would leave the list's host or repository.
  [[nodiscard]] std::optional<std::string> resolve(std::string_view url) const;

 private:
  std::string root_;    // "https://github.com/ann/list/blob/main", without a slash at its end
  std::string folder_;  // below it, "/docs/"; ends in a slash
};

}  // namespace lamplight::catalog
