// lamplight diff: what changed between two lists.
#include <array>

#include "cli/command.h"
#include "cli/dated_file.h"
#include "cli/diff_text.h"
#include "cli/files.h"
#include "lamplight/format.h"

namespace lamplight::cli {
namespace {

constexpr std::array<std::string_view, 4> formats = {"text", "json", "markdown", "atom"};

bool is_format(std::string_view name) {
  for (const std::string_view format : formats) {
    if (format == name) return true;
  }
  return false;
}

std::string_view name_of(const DatedFile& file) {
  return file.date.empty() ? file.path : file.date;
}

int run_diff(const Command& command, const Arguments& arguments) {
  const std::string format = arguments.value("--format").value_or("text");
  if (!is_format(format)) {
    return report_usage(command,
                        "there is no format “" + format + "”, only text, json, markdown and atom");
  }
  if (arguments.operands.size() != 2) return report_usage(command, "give two files, OLD and NEW");
  const DatedFile old_file = read_dated_file(arguments.operands[0]);
  const DatedFile new_file = read_dated_file(arguments.operands[1]);
  if (old_file.path == "-" && new_file.path == "-") {
    return report_usage(command, "only one of both can be standard input");
  }
  const Result<Catalog> old_read = read_catalog(old_file.path);
  const Catalog* old_list = old_read.value_if();
  if (!old_list) return report_unreadable(old_read.error().message);
  const Result<Catalog> new_read = read_catalog(new_file.path);
  const Catalog* new_list = new_read.value_if();
  if (!new_list) return report_unreadable(new_read.error().message);

  const Diff diff = diff_catalogs(*old_list, *new_list);
  const DiffNames names{name_of(old_file), name_of(new_file)};
  std::string text;
  if (format == "json") {
    text = to_json(diff, names);
  } else if (format == "markdown") {
    text = to_markdown(diff, names);
  } else if (format == "atom") {
    const Result<std::string> feed =
        to_atom(diff, new_file.date.empty() ? change_time(new_file.path) : new_file.date);
    if (!feed.is_ok()) return report_usage(command, feed.error().message);
    text = *feed.value_if();
  } else {
    text = diff_text(diff, names, output_has_color() ? Color::On : Color::Off);
  }
  if (!write_output(text)) return exit_unreadable;
  const bool asks_for_code = arguments.value("--exit-code").has_value();
  return asks_for_code && !diff.empty() ? exit_differences : exit_fine;
}

}  // namespace

Command diff_command() {
  return {
      "diff",
      "OLD NEW [--format FORMAT] [--exit-code]",
      "Tell what changed between two lists",
      "Compares two states of a list: what was added, removed, moved or edited, and which\n"
      "sections and texts changed. OLD and NEW are files, or DATE=FILE; one of them may be “-”.\n"
      "markdown is for a change log; atom is a feed with an entry for each work that came,\n"
      "dated as NEW is: by DATE, by its name, or by when the file was changed.",
      {{"--format", "FORMAT", "text (default), json, markdown or atom"},
       {"--exit-code", "", "exit with 1 when anything changed"}},
      OtherOptions::Refused,
      run_diff};
}

}  // namespace lamplight::cli
