// lamplight parse: a list in another format.
#include "cli/command.h"
#include "cli/files.h"
#include "lamplight/format.h"

namespace lamplight::cli {
namespace {

std::string format_names() {
  std::string names;
  for (const Exporter& exporter : exporters()) {
    if (!names.empty()) names += ", ";
    names += exporter.name;
  }
  return names;
}

int run_parse(const Command& command, const Arguments& arguments) {
  const std::string format = arguments.value("--format").value_or("json");
  const Exporter* chosen = nullptr;
  for (const Exporter& exporter : exporters()) {
    if (exporter.name == format) chosen = &exporter;
  }
  if (!chosen) {
    return report_usage(command, "there is no format “" + format + "”, only " + format_names());
  }
  if (arguments.operands.size() != 1) return report_usage(command, "give one FILE");
  const Result<Catalog> read = read_catalog(arguments.operands[0]);
  const Catalog* catalog = read.value_if();
  if (!catalog) return report_unreadable(read.error().message);
  return write_output(chosen->write(*catalog)) ? exit_fine : exit_unreadable;
}

}  // namespace

Command parse_command() {
  return {"parse",
          "FILE [--format FORMAT]",
          "Write a list as JSON, CSV, BibTeX, RIS, Markdown or HTML",
          "Reads a curated list in Markdown and writes what is in it to standard output.\n"
          "What is derived from identifiers (years, venues) is marked as such in every format.",
          {{"--format", "FORMAT", "json (default), csv, bibtex, ris, markdown or html"}},
          OtherOptions::Refused,
          run_parse};
}

}  // namespace lamplight::cli
