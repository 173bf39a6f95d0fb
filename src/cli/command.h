// Commands of the program, and what all of them share: exit codes and the way options are read.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lamplight::cli {

// Exit codes.
inline constexpr int exit_fine = 0;
inline constexpr int exit_differences = 1;  // diff --exit-code: the lists differ
inline constexpr int exit_usage = 2;        // the command line makes no sense
inline constexpr int exit_unreadable = 3;   // an input cannot be read, or the output not written

struct Option {
  std::string_view name;   // "--format", "-o"
  std::string_view value;  // what its value is called in the help: "N"; empty: it takes none
  std::string_view help;
};

// Options that are not in a command's table: refused, or kept in Arguments::others.
enum class OtherOptions { Refused, Kept };

struct Command {
  std::string_view name;
  std::string_view usage;    // "FILE [--format FORMAT]"
  std::string_view summary;  // one line, for the program's help
  std::string_view details;  // more, for the command's own help
  std::vector<Option> options;
  OtherOptions other_options = OtherOptions::Refused;
  int (*run)(const Command& command, const class Arguments& arguments);
};

// The one list of commands.
[[nodiscard]] const std::vector<Command>& commands();

// What stands after the command's name. Options and operands may be mixed; "--name value" and
// "--name=value" are the same; "--" ends the options; "-" alone is an operand.
class Arguments {
 public:
  std::vector<std::string> operands;
  std::vector<std::pair<std::string, std::string>> options;  // in order, by full name
  std::vector<std::pair<std::string, std::string>> others;   // OtherOptions::Kept

  // The last value given for an option.
  [[nodiscard]] std::optional<std::string> value(std::string_view name) const;
  [[nodiscard]] std::vector<std::string> values(std::string_view name) const;
};

// None, and a message in `error`, when an option is not known or lacks its value.
[[nodiscard]] std::optional<Arguments> read_arguments(const Command& command,
                                                      const std::vector<std::string>& words,
                                                      std::string& error);

// Prints "lamplight COMMAND: message" and how to get help; gives exit_usage.
int report_usage(const Command& command, std::string_view message);

[[nodiscard]] std::string help_text(const Command& command);

}  // namespace lamplight::cli
