// A profile's own words for kinds of links, and its hosts.
#include <algorithm>
#include <utility>
#include <vector>

#include "base/sort.h"
#include "base/text.h"
#include "base/url.h"
#include "catalog/block_reference.h"
#include "lamplight/profile.h"

namespace lamplight {
namespace {

class Rules {
 public:
  explicit Rules(const Profile& profile) {
    for (const LinkRule& rule : profile.labels) {
      if (rule.host.empty()) {
        labels_.emplace_back(fold(trim(rule.label)), rule.kind);
        longest_ = std::max(longest_, rule.label.size());
      } else {
        hosts_.push_back(&rule);
      }
    }
    // Of two rules for one label the first stands first.
    sort_stably(labels_, [](const auto& a, const auto& b) { return a.first < b.first; });
  }

  [[nodiscard]] LinkKind kind_of(const Link& link) const {
    const std::string_view label = trim(link.label);
    // Folding makes a label shorter by a few letters, never by half.
    if (!labels_.empty() && !label.empty() && label.size() <= 2 * longest_) {
      const std::string folded = fold(label);
      const auto found = std::lower_bound(
          labels_.begin(), labels_.end(), folded,
          [](const auto& each, const std::string& one) { return each.first < one; });
      if (found != labels_.end() && found->first == folded) return found->second;
    }
    if (hosts_.empty() || !link.url || find_link_kind(label)) return link.kind;
    const std::string host = url_host(*link.url);
    for (const LinkRule* rule : hosts_) {
      if (is_host_of(host, rule->host)) return rule->kind;
    }
    return link.kind;
  }

 private:
  std::vector<std::pair<std::string, LinkKind>> labels_;  // folded, sorted
  std::vector<const LinkRule*> hosts_;
  std::size_t longest_ = 0;
};

}  // namespace

Catalog with_labels(Catalog catalog, const Profile& profile) {
  if (profile.labels.empty()) return catalog;
  const Rules rules(profile);
  for (Link& link : BlockReference::links(catalog)) link.kind = rules.kind_of(link);
  return catalog;
}

}  // namespace lamplight
