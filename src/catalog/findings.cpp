#include "catalog/findings.h"

#include <iterator>
#include <utility>

#include "base/text.h"

namespace lamplight::catalog {

void Findings::add(std::string_view rule, Level level, int line, std::string message) {
  Count* count = nullptr;
  for (Count& each : counts_) {
    if (each.rule == rule) count = &each;
  }
  if (count == nullptr) count = &counts_.emplace_back(Count{rule, 0});
  if (++count->found > max_of_rule) return;
  findings_.push_back({std::string(rule), level, line, std::move(message)});
}

void Findings::add_notice(std::string_view rule, Level level, int line, std::string message) {
  notices_.push_back({std::string(rule), level, line, std::move(message)});
}

void Findings::go_back(const Mark& mark) {
  findings_.resize(mark.size);
  counts_ = mark.counts;
}

std::vector<FindingDraft> Findings::take(int last_line) {
  std::vector<FindingDraft> all = std::move(notices_);
  all.insert(all.end(), std::make_move_iterator(findings_.begin()),
             std::make_move_iterator(findings_.end()));
  for (const Count& each : counts_) {
    if (each.found <= max_of_rule) continue;
    all.push_back({std::string(each.rule), Level::Warning, last_line,
                   "The same holds for " + counted(each.found - max_of_rule, "more place") + "."});
  }
  return all;
}

std::string quoted(std::string_view text) {
  std::size_t size = text.size();
  if (size > 60) {
    size = 60;
    while (size > 0 && is_utf8_continuation(text[size])) --size;
  }
  std::string out = "“";
  out.append(text.substr(0, size));
  if (size < text.size()) out.append("…");
  return out.append("”");
}

std::string counted(std::size_t count, std::string_view noun) {
  std::string out = std::to_string(count) + " ";
  out.append(noun);
  if (count != 1) out.push_back('s');
  return out;
}

}  // namespace lamplight::catalog
