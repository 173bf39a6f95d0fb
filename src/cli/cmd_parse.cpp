// lamplight parse: a list in another format.
#include "cli/command.h"
#include "cli/files.h"
#include "lamplight/account.h"
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

// The links of a list, counted.
int run_account(const Command& command, const Arguments& arguments, const Profile& profile) {
  const std::string format = arguments.value("--format").value_or("text");
  if (format != "text" && format != "json") {
    return report_usage(command, "an account has no format “" + format + "”, only text, json");
  }
  const Result<std::string> read = read_input(arguments.operands[0]);
  const std::string* text = read.value_if();
  if (!text) return report_unreadable(read.error().message);
  const Result<Catalog> parsed = parse_list(*text, profile);
  const Catalog* catalog = parsed.value_if();
  if (!catalog) return report_unreadable(arguments.operands[0] + ": " + parsed.error().message);
  const Account account = account_of(*text, *catalog);
  return write_output(format == "json" ? to_json(account) : to_text(account)) ? exit_fine
                                                                              : exit_unreadable;
}

int run_parse(const Command& command, const Arguments& arguments) {
  if (arguments.operands.size() != 1) return report_usage(command, "give one FILE");
  const Result<Profile> read_first = read_profile(arguments.value("--profile"));
  const Profile* profile = read_first.value_if();
  if (!profile) return report_unreadable(read_first.error().message);
  if (arguments.value("--account")) return run_account(command, arguments, *profile);
  const std::string format = arguments.value("--format").value_or("json");
  const Exporter* chosen = nullptr;
  for (const Exporter& exporter : exporters()) {
    if (exporter.name == format) chosen = &exporter;
  }
  if (!chosen) {
    return report_usage(command, "there is no format “" + format + "”, only " + format_names());
  }
  const Result<Catalog> read = read_catalog(arguments.operands[0], *profile);
  const Catalog* catalog = read.value_if();
  if (!catalog) return report_unreadable(read.error().message);
  return write_output(chosen->write(*catalog)) ? exit_fine : exit_unreadable;
}

}  // namespace

Command parse_command() {
  return {"parse",
          "FILE [--format FORMAT] [--account] [--profile P.json]",
          "Write a list as JSON, CSV, BibTeX, RIS, Markdown or HTML",
          "Reads a curated list in Markdown and writes what is in it to standard output.\n"
          "What is derived from identifiers (years, venues) is marked as such in every format.\n"
          "With --account it says instead where each web link of the file went, and names those\n"
          "that were lost.",
          {{"--format", "FORMAT",
            "json (default), csv, bibtex, ris, markdown or html; an account: text or json"},
           {"--profile", "P.json", "the list's profile: its own labels, and where it stands"},
           {"--account", "", "count the links of the file by where they went"}},
          OtherOptions::Refused,
          run_parse};
}

}  // namespace lamplight::cli
