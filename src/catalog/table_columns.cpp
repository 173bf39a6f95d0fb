// What the columns of a table hold, and which of them holds the titles (recognise.h).
#include <algorithm>

#include "base/text.h"
#include "catalog/inline_text.h"
#include "catalog/link_kind.h"
#include "catalog/people.h"
#include "catalog/publication.h"
#include "catalog/recognise.h"
#include "catalog/statement_text.h"

namespace lamplight::catalog {

using markdown::Block;
using markdown::Document;
using markdown::Inline;
using markdown::InlineKind;

bool is_who_wrote_it(std::string_view text) {
  const std::string_view known = until_et_al(text);
  return !known.empty() && are_people(known) &&
         std::none_of(text.begin() + static_cast<std::ptrdiff_t>(known.size()), text.end(),
                      is_ascii_alpha);
}

namespace {

// Whether the words of a link can be what the row is about: no label, no address, no number, and
// neither who wrote it nor where it came out.
bool may_name_it(std::string_view text) {
  if (text.empty() || text.front() == '[' || !has_word(text)) return false;
  if (kind_by_label(text) || is_label_word(text) || is_who_wrote_it(text)) return false;
  if (std::all_of(text.begin(), text.end(), [](char c) { return !is_ascii_alpha(c) && c > 0; })) {
    return false;
  }
  return text.find("://") == std::string_view::npos && !read_publication(text, Asked::Known);
}

}  // namespace

void TableTitles::add(const Document& document, std::uint32_t table) {
  const std::uint32_t end = document.blocks[table].end;
  for (std::uint32_t row = table + 1; row < end; row = document.blocks[row].end) {
    if (document.blocks[row].is_header) {
      for (std::uint32_t cell = row + 1; cell < document.blocks[row].end; ++cell) {
        const Block& block = document.blocks[cell];
        kinds.push_back(column_kind(
            visible_text(document, block.first_inline, block.end_inline, Images::Keep)));
      }
      continue;
    }
    ++rows;
    std::size_t column = 0;
    for (std::uint32_t cell = row + 1; cell < document.blocks[row].end; ++cell, ++column) {
      if (column >= links.size()) {
        links.resize(column + 1);
        phrases.resize(column + 1);
      }
      const Block& block = document.blocks[cell];
      const std::string words =
          visible_text(document, block.first_inline, block.end_inline, Images::Leave);
      if (count_words(words) >= 3 && !kind_by_label(words) && !is_who_wrote_it(words)) {
        ++phrases[column];
      }
      for (std::uint32_t i = block.first_inline; i < block.end_inline; ++i) {
        const Inline& each = document.inlines[i];
        if (each.kind != InlineKind::Link) continue;
        const std::string text = visible_text(document, i + 1, each.end, Images::Leave);
        if (may_name_it(text)) {
          ++links[column];
          break;
        }
      }
    }
  }
}

namespace {

struct Header {
  std::string_view word;  // folded
  ColumnKind kind;
};

// What lists write over their columns. A reader may add to them.
constexpr Header headers[] = {
    {"article", ColumnKind::Title},
    {"article title", ColumnKind::Title},
    {"paper", ColumnKind::Title},
    {"paper name", ColumnKind::Title},
    {"paper title", ColumnKind::Title},
    {"papers", ColumnKind::Title},
    {"publication", ColumnKind::Title},
    {"title", ColumnKind::Title},
    {"titles", ColumnKind::Title},
    {"work title", ColumnKind::Title},
    {"文章", ColumnKind::Title},
    {"标题", ColumnKind::Title},
    {"论文", ColumnKind::Title},
    {"论文标题", ColumnKind::Title},
    {"论文题目", ColumnKind::Title},
    {"题目", ColumnKind::Title},
    {"agent", ColumnKind::Name},
    {"algorithm", ColumnKind::Name},
    {"api", ColumnKind::Name},
    {"app", ColumnKind::Name},
    {"application", ColumnKind::Name},
    {"approach", ColumnKind::Name},
    {"benchmark", ColumnKind::Name},
    {"benchmarks", ColumnKind::Name},
    {"book", ColumnKind::Name},
    {"collection", ColumnKind::Name},
    {"company", ColumnKind::Name},
    {"competition", ColumnKind::Name},
    {"corpus", ColumnKind::Name},
    {"course", ColumnKind::Name},
    {"data", ColumnKind::Name},
    {"data set", ColumnKind::Name},
    {"data sets", ColumnKind::Name},
    {"database", ColumnKind::Name},
    {"dataset", ColumnKind::Name},
    {"dataset name", ColumnKind::Name},
    {"datasets", ColumnKind::Name},
    {"extension", ColumnKind::Name},
    {"framework", ColumnKind::Name},
    {"game", ColumnKind::Name},
    {"item", ColumnKind::Name},
    {"library", ColumnKind::Name},
    {"method", ColumnKind::Name},
    {"methods", ColumnKind::Name},
    {"model", ColumnKind::Name},
    {"model name", ColumnKind::Name},
    {"models", ColumnKind::Name},
    {"movie", ColumnKind::Name},
    {"name", ColumnKind::Name},
    {"package", ColumnKind::Name},
    {"plugin", ColumnKind::Name},
    {"product", ColumnKind::Name},
    {"project", ColumnKind::Name},
    {"project name", ColumnKind::Name},
    {"resource", ColumnKind::Name},
    {"resource name", ColumnKind::Name},
    {"resources", ColumnKind::Name},
    {"service", ColumnKind::Name},
    {"software", ColumnKind::Name},
    {"system", ColumnKind::Name},
    {"tool", ColumnKind::Name},
    {"tool name", ColumnKind::Name},
    {"tools", ColumnKind::Name},
    {"书名", ColumnKind::Name},
    {"名字", ColumnKind::Name},
    {"名称", ColumnKind::Name},
    {"工具", ColumnKind::Name},
    {"数据集", ColumnKind::Name},
    {"数据集名称", ColumnKind::Name},
    {"方法", ColumnKind::Name},
    {"模型", ColumnKind::Name},
    {"模型名称", ColumnKind::Name},
    {"课程", ColumnKind::Name},
    {"资源", ColumnKind::Name},
    {"项目", ColumnKind::Name},
    {"项目名", ColumnKind::Name},
    {"项目名称", ColumnKind::Name},
    {"about", ColumnKind::Description},
    {"abstract", ColumnKind::Description},
    {"brief", ColumnKind::Description},
    {"brief description", ColumnKind::Description},
    {"brief introduction", ColumnKind::Description},
    {"comment", ColumnKind::Description},
    {"comments", ColumnKind::Description},
    {"content", ColumnKind::Description},
    {"contents", ColumnKind::Description},
    {"desc", ColumnKind::Description},
    {"description", ColumnKind::Description},
    {"descriptions", ColumnKind::Description},
    {"details", ColumnKind::Description},
    {"highlight", ColumnKind::Description},
    {"highlights", ColumnKind::Description},
    {"info", ColumnKind::Description},
    {"intro", ColumnKind::Description},
    {"introduction", ColumnKind::Description},
    {"main contribution", ColumnKind::Description},
    {"note", ColumnKind::Description},
    {"notes", ColumnKind::Description},
    {"overview", ColumnKind::Description},
    {"remark", ColumnKind::Description},
    {"remarks", ColumnKind::Description},
    {"short description", ColumnKind::Description},
    {"summary", ColumnKind::Description},
    {"tl;dr", ColumnKind::Description},
    {"tldr", ColumnKind::Description},
    {"what it does", ColumnKind::Description},
    {"介绍", ColumnKind::Description},
    {"内容", ColumnKind::Description},
    {"备注", ColumnKind::Description},
    {"描述", ColumnKind::Description},
    {"摘要", ColumnKind::Description},
    {"简介", ColumnKind::Description},
    {"说明", ColumnKind::Description},
    {"author", ColumnKind::Authors},
    {"author list", ColumnKind::Authors},
    {"author(s", ColumnKind::Authors},
    {"authors", ColumnKind::Authors},
    {"by", ColumnKind::Authors},
    {"written by", ColumnKind::Authors},
    {"作者", ColumnKind::Authors},
    {"创作者", ColumnKind::Authors},
    {"booktitle", ColumnKind::Venue},
    {"conf", ColumnKind::Venue},
    {"conf.", ColumnKind::Venue},
    {"conference", ColumnKind::Venue},
    {"conferences", ColumnKind::Venue},
    {"journal", ColumnKind::Venue},
    {"journals", ColumnKind::Venue},
    {"proceeding", ColumnKind::Venue},
    {"proceedings", ColumnKind::Venue},
    {"pub", ColumnKind::Venue},
    {"pub.", ColumnKind::Venue},
    {"publication venue", ColumnKind::Venue},
    {"publish", ColumnKind::Venue},
    {"published", ColumnKind::Venue},
    {"published at", ColumnKind::Venue},
    {"published in", ColumnKind::Venue},
    {"published on", ColumnKind::Venue},
    {"publisher", ColumnKind::Venue},
    {"venue", ColumnKind::Venue},
    {"venues", ColumnKind::Venue},
    {"会议", ColumnKind::Venue},
    {"会议期刊", ColumnKind::Venue},
    {"出处", ColumnKind::Venue},
    {"刊物", ColumnKind::Venue},
    {"发表", ColumnKind::Venue},
    {"发表于", ColumnKind::Venue},
    {"期刊", ColumnKind::Venue},
    {"date", ColumnKind::Date},
    {"date of release", ColumnKind::Date},
    {"date published", ColumnKind::Date},
    {"date released", ColumnKind::Date},
    {"first release", ColumnKind::Date},
    {"first released", ColumnKind::Date},
    {"launch date", ColumnKind::Date},
    {"pub date", ColumnKind::Date},
    {"pub. date", ColumnKind::Date},
    {"publication date", ColumnKind::Date},
    {"publication year", ColumnKind::Date},
    {"publish date", ColumnKind::Date},
    {"publish time", ColumnKind::Date},
    {"publish year", ColumnKind::Date},
    {"published date", ColumnKind::Date},
    {"release", ColumnKind::Date},
    {"release date", ColumnKind::Date},
    {"release time", ColumnKind::Date},
    {"release year", ColumnKind::Date},
    {"released", ColumnKind::Date},
    {"released on", ColumnKind::Date},
    {"time", ColumnKind::Date},
    {"year", ColumnKind::Date},
    {"year of publication", ColumnKind::Date},
    {"years", ColumnKind::Date},
    {"发布日期", ColumnKind::Date},
    {"发布时间", ColumnKind::Date},
    {"发表年份", ColumnKind::Date},
    {"发表时间", ColumnKind::Date},
    {"年", ColumnKind::Date},
    {"年份", ColumnKind::Date},
    {"日期", ColumnKind::Date},
    {"时间", ColumnKind::Date},
    {"access", ColumnKind::Links},
    {"arxiv", ColumnKind::Links},
    {"available at", ColumnKind::Links},
    {"code", ColumnKind::Links},
    {"code link", ColumnKind::Links},
    {"codes", ColumnKind::Links},
    {"dataset link", ColumnKind::Links},
    {"demo", ColumnKind::Links},
    {"doi", ColumnKind::Links},
    {"download", ColumnKind::Links},
    {"download link", ColumnKind::Links},
    {"downloads", ColumnKind::Links},
    {"git", ColumnKind::Links},
    {"github", ColumnKind::Links},
    {"github link", ColumnKind::Links},
    {"github repo", ColumnKind::Links},
    {"home page", ColumnKind::Links},
    {"homepage", ColumnKind::Links},
    {"implementation", ColumnKind::Links},
    {"link", ColumnKind::Links},
    {"link to code", ColumnKind::Links},
    {"link to paper", ColumnKind::Links},
    {"links", ColumnKind::Links},
    {"official code", ColumnKind::Links},
    {"page", ColumnKind::Links},
    {"paper link", ColumnKind::Links},
    {"pdf", ColumnKind::Links},
    {"project page", ColumnKind::Links},
    {"repo", ColumnKind::Links},
    {"repository", ColumnKind::Links},
    {"site", ColumnKind::Links},
    {"source", ColumnKind::Links},
    {"source code", ColumnKind::Links},
    {"source link", ColumnKind::Links},
    {"tweet", ColumnKind::Links},
    {"url", ColumnKind::Links},
    {"urls", ColumnKind::Links},
    {"web", ColumnKind::Links},
    {"web site", ColumnKind::Links},
    {"webpage", ColumnKind::Links},
    {"website", ColumnKind::Links},
    {"websites", ColumnKind::Links},
    {"下载", ColumnKind::Links},
    {"下载地址", ColumnKind::Links},
    {"主页", ColumnKind::Links},
    {"代码", ColumnKind::Links},
    {"地址", ColumnKind::Links},
    {"官网", ColumnKind::Links},
    {"开源地址", ColumnKind::Links},
    {"网址", ColumnKind::Links},
    {"论文链接", ColumnKind::Links},
    {"链接", ColumnKind::Links},
    {"项目主页", ColumnKind::Links},
    {"项目地址", ColumnKind::Links},
    {"#", ColumnKind::Number},
    {"id", ColumnKind::Number},
    {"index", ColumnKind::Number},
    {"no", ColumnKind::Number},
    {"no.", ColumnKind::Number},
    {"nr", ColumnKind::Number},
    {"nr.", ColumnKind::Number},
    {"num", ColumnKind::Number},
    {"rank", ColumnKind::Number},
    {"s.no", ColumnKind::Number},
    {"s.no.", ColumnKind::Number},
    {"sl. no.", ColumnKind::Number},
    {"sr. no.", ColumnKind::Number},
    {"序号", ColumnKind::Number},
    {"排名", ColumnKind::Number},
    {"编号", ColumnKind::Number},
};

}  // namespace

std::string header_text(std::string_view header) {
  return std::string(cut(header, max_label_bytes));
}

namespace {

ColumnKind kind_of_words(std::string_view key) {
  for (const Header& each : headers) {
    if (each.word == key) return each.kind;
  }
  return ColumnKind::Unknown;
}

// "Venue & Year" and "Conf./Journal" name two things that one cell tells: a venue with its date, or
// two words for one kind.
ColumnKind kind_of_both(std::string_view key) {
  for (const std::string_view sign : {"&", "/", " and ", " or ", "(", ",", "、"}) {
    const std::size_t at = key.find(sign);
    if (at == std::string_view::npos) continue;
    const ColumnKind first = kind_of_words(trim(key.substr(0, at)));
    const ColumnKind second = kind_of_words(trim(key.substr(at + sign.size())));
    if (first == second) return first;
    const bool is_dated = first == ColumnKind::Date || second == ColumnKind::Date;
    const bool has_venue = first == ColumnKind::Venue || second == ColumnKind::Venue;
    return is_dated && has_venue ? ColumnKind::Venue : ColumnKind::Unknown;
  }
  return ColumnKind::Unknown;
}

}  // namespace

ColumnKind column_kind(std::string_view header) {
  if (header.size() > 40) return ColumnKind::Unknown;
  const std::string folded = fold(trim(header));
  std::string_view key = without_symbols(folded);
  while (!key.empty() && (key.back() == ':' || key.back() == ' ' || key.back() == ')')) {
    key.remove_suffix(1);
  }
  const ColumnKind kind = kind_of_words(key);
  return kind != ColumnKind::Unknown ? kind : kind_of_both(key);
}

std::size_t TableTitles::column() const {
  const auto kind = [&](std::size_t column) {
    return column < kinds.size() ? kinds[column] : ColumnKind::Unknown;
  };
  // A column of titles in full goes before one of names.
  for (std::size_t column = 0; column < links.size(); ++column) {
    if (kind(column) != ColumnKind::Title) continue;
    if (links[column] * 2 > rows || phrases[column] * 2 > rows) return column;
  }
  for (std::size_t column = 0; column < links.size(); ++column) {
    const ColumnKind each = kind(column);
    if (each == ColumnKind::Links || each == ColumnKind::Description || each == ColumnKind::Date ||
        each == ColumnKind::Number || each == ColumnKind::Venue) {
      continue;
    }
    if (links[column] * 2 > rows) return column;
  }
  for (const ColumnKind wanted : {ColumnKind::Name, ColumnKind::Title}) {
    for (std::size_t column = 0; column < kinds.size(); ++column) {
      // "Paper" over cells that hold labels only is a column of links.
      if (kind(column) == wanted && (wanted == ColumnKind::Name || column == 0)) return column;
    }
  }
  for (std::size_t column = 0; column < kinds.size(); ++column) {
    const ColumnKind each = kind(column);
    if (each == ColumnKind::Unknown || each == ColumnKind::Title) return column;
  }
  return 0;
}

}  // namespace lamplight::catalog
