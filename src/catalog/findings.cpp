#include "catalog/findings.h"

#include <utility>

#include "base/text.h"

namespace lamplight::catalog {

void Findings::add(std::string_view rule, Level level, int line, std::string_view message) {
  Count* count = nullptr;
  for (Count& each : counts_) {
    if (each.rule == rule) count = &each;
  }
  if (count == nullptr) count = &counts_.emplace_back(Count{rule, 0});
  if (++count->found <= max_of_rule) write(rule, level, line, message);
}

void Findings::add_notice(std::string_view rule, Level level, int line, std::string_view message) {
  notices_.push_back(writer_.findings().size());
  write(rule, level, line, message);
}

void Findings::write(std::string_view rule, Level level, int line, std::string_view message) {
  CatalogWriter::FindingRow& row = writer_.add_finding();
  row.rule = writer_.keep_common(rule);
  row.message = writer_.keep(message);
  row.line = line;
  row.level = level;
}

void Findings::go_back(const CatalogWriter::Mark& mark, const std::vector<Count>& counts) {
  struct Told {
    std::string rule;
    std::string message;
    Level level;
    int line;
  };
  std::vector<Told> told;
  std::size_t kept = notices_.size();
  while (kept > 0 && notices_[kept - 1] >= mark.findings) --kept;
  for (std::size_t i = kept; i < notices_.size(); ++i) {
    const CatalogWriter::FindingRow& row = writer_.findings()[notices_[i]];
    told.push_back({std::string(writer_.text(row.rule)), std::string(writer_.text(row.message)),
                    row.level, row.line});
  }
  notices_.resize(kept);
  writer_.go_back(mark);
  counts_ = counts;
  for (const Told& each : told) add_notice(each.rule, each.level, each.line, each.message);
}

void Findings::add_left_out(int last_line) {
  for (const Count& each : counts_) {
    if (each.found <= max_of_rule) continue;
    write(each.rule, Level::Warning, last_line,
          "The same holds for " + counted(each.found - max_of_rule, "more place") + ".");
  }
}

}  // namespace lamplight::catalog
