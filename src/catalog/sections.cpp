#include "catalog/sections.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "base/slug.h"
#include "catalog/names.h"

namespace lamplight::catalog {
namespace {

// What such headings say, folded, without what is no letter.
constexpr std::string_view apart_titles[] = {
    "acknowledgement",
    "acknowledgements",
    "acknowledgment",
    "acknowledgments",
    "changelog",
    "citation",
    "citing",
    "cite",
    "cite us",
    "citing this work",
    "code of conduct",
    "contact",
    "contact us",
    "contribute",
    "contributing",
    "contribution",
    "contributions",
    "contribution guidelines",
    "contributing guidelines",
    "contributors",
    "disclaimer",
    "how to contribute",
    "latest news",
    "license",
    "licence",
    "licensing",
    "maintainers",
    "news",
    "recent news",
    "reference format",
    "sponsors",
    "star history",
    "stargazers",
    "support us",
    "to do",
    "todo",
    "update",
    "updates",
    "update log",
    "update news",
    "version history",
    "贡献",
    "引用",
    "更新",
    "bibtex",
    "legend",
    "credits",
    "backers",
    "our team",
    "the team",
    "notice",
    "list of licenses",
    "how to cite",
    "news and updates",
    "news updates",
    "what s new",
    "whats new",
    "announcements",
    "announcement",
    "recent updates",
    "recent update",
    "latest updates",
    "thanks",
    "special thanks",
    "copyright",
    "feedback",
    "repo activity",
    "join us",
    "how to cite us",
    "installation",
    "getting started",
    "最新动态",
    "新闻",
    "贡献指南",
    "如何贡献",
    "许可证",
    "致谢",
    "联系我们",
    "联系方式",
    "交流群",
    "更新日志",
    "contribuir",
    "licencia",
    "contribuer",
    "mitwirken",
    "lizenz",
    "agradecimientos",
    "remerciements",
    "作者",
    "赞助",
};

}  // namespace

bool is_apart_section(const std::vector<SectionDraft>& sections, int section) {
  if (section < 0) return false;
  const std::string& title = sections[static_cast<std::size_t>(section)].title;
  if (title.size() > 80) return false;
  const std::string key = title_key(title);
  return std::find(std::begin(apart_titles), std::end(apart_titles), key) != std::end(apart_titles);
}

bool is_apart_label(std::string_view label) {
  static constexpr std::string_view labels[] = {
      "brought to you by", "created by",    "explanation", "get involved", "important",
      "important notes",   "maintained by", "note",        "notes",        "sponsored by"};
  if (label.size() > 80) return false;
  const std::string key = title_key(label);
  return std::find(std::begin(labels), std::end(labels), key) != std::end(labels) ||
         std::find(std::begin(apart_titles), std::end(apart_titles), key) != std::end(apart_titles);
}

bool SectionTree::add(int level, std::string title, int line) {
  const bool is_skipping = last_level_ > 0 ? level > last_level_ + 1 : level > 2;
  last_level_ = level;
  if (level == 1 && !has_title_ && sections_.empty()) {
    has_title_ = true;
    title_ = std::move(title);
    current_ = -1;
    return false;
  }
  while (!open_.empty() && sections_[static_cast<std::size_t>(open_.back())].level >= level) {
    open_.pop_back();
  }
  SectionDraft section;
  section.parent = open_.empty() ? -1 : open_.back();
  section.level = level;
  section.line = line;
  std::string path;
  if (section.parent >= 0) path = sections_[static_cast<std::size_t>(section.parent)].id + "/";
  const std::string slug = github_slug(title);
  path += slug.empty() ? "section" : slug;
  section.id = ids_.make(path);
  id_bytes_ += section.id.size();
  section.title = std::move(title);
  current_ = static_cast<int>(sections_.size());
  open_.push_back(current_);
  sections_.push_back(std::move(section));
  return is_skipping;
}

}  // namespace lamplight::catalog
