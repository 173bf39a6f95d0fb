// lamplight: the command line. Finds the command and hands over; everything else is in cmd_*.cpp.
#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/files.h"

namespace lamplight::cli {
namespace {

std::string program_help() {
  std::string text =
      "Usage: lamplight COMMAND ...\n\n"
      "Turns a curated list in Markdown into data, answers, or a website.\n\n"
      "Commands:\n";
  for (const Command& command : commands()) {
    std::string left = "  " + std::string(command.name);
    left.resize(12, ' ');
    text += left + std::string(command.summary) + "\n";
  }
  text +=
      "\n“lamplight COMMAND --help” tells more; “lamplight --version” which one this is.\n"
      "A FILE may be “-”: standard input.\n";
  return text;
}

// Edits that turn one word into the other, for “did you mean”.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0u : 1u)});
      diagonal = above;
    }
  }
  return row[b.size()];
}

int report_unknown(const std::string& name) {
  const bool is_option = name.compare(0, 1, "-") == 0;
  std::fprintf(stderr, "lamplight: there is no %s “%s”.", is_option ? "option" : "command",
               name.c_str());
  const Command* nearest = nullptr;
  for (const Command& command : commands()) {
    if (name.size() < 40 && distance(name, command.name) <= 2) nearest = &command;
  }
  if (nearest && !is_option) {
    std::fprintf(stderr, " Did you mean “%s”?\n", std::string(nearest->name).c_str());
  } else {
    std::fputs(" Try “lamplight --help”.\n", stderr);
  }
  return exit_usage;
}

bool asks_for_help(const std::vector<std::string>& words) {
  for (const std::string& word : words) {
    if (word == "--") return false;
    if (word == "--help" || word == "-h") return true;
  }
  return false;
}

int print(const std::string& text) { return write_output(text) ? exit_fine : exit_unreadable; }

int run(const std::vector<std::string>& words) {
  if (words.empty()) {
    std::fputs(program_help().c_str(), stderr);
    return exit_usage;
  }
  if (words[0] == "--help" || words[0] == "-h" || words[0] == "help") return print(program_help());
  if (words[0] == "--version") return print("lamplight " LAMPLIGHT_VERSION "\n");
  const std::vector<std::string> rest(words.begin() + 1, words.end());
  for (const Command& command : commands()) {
    if (command.name != words[0]) continue;
    if (asks_for_help(rest)) return print(help_text(command));
    std::string error;
    const std::optional<Arguments> arguments = read_arguments(command, rest, error);
    if (!arguments) return report_usage(command, error);
    return command.run(command, *arguments);
  }
  return report_unknown(words[0]);
}

}  // namespace
}  // namespace lamplight::cli

int main(int argc, char** argv) {
  return lamplight::cli::run(std::vector<std::string>(argv + (argc > 0 ? 1 : 0), argv + argc));
}
