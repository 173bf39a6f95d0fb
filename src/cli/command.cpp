#include "cli/command.h"

#include <cstdio>

namespace lamplight::cli {
namespace {

const Option* find_option(const Command& command, std::string_view name) {
  for (const Option& option : command.options) {
    if (option.name == name) return &option;
  }
  return nullptr;
}

}  // namespace

std::optional<std::string> Arguments::value(std::string_view name) const {
  std::optional<std::string> last;
  for (const auto& [key, given] : options) {
    if (key == name) last = given;
  }
  return last;
}

std::vector<std::string> Arguments::values(std::string_view name) const {
  std::vector<std::string> all;
  for (const auto& [key, given] : options) {
    if (key == name) all.push_back(given);
  }
  return all;
}

std::optional<Arguments> read_arguments(const Command& command,
                                        const std::vector<std::string>& words, std::string& error) {
  Arguments arguments;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i];
    if (word == "--") {
      arguments.operands.insert(arguments.operands.end(), words.begin() + i + 1, words.end());
      break;
    }
    const bool is_long = word.size() > 2 && word.compare(0, 2, "--") == 0;
    // One dash is an option only where the command has it: "-survey" is a query.
    if (!is_long && !find_option(command, word)) {
      arguments.operands.push_back(word);
      continue;
    }
    const std::size_t equals = is_long ? word.find('=') : std::string::npos;
    const std::string name = word.substr(0, equals);
    const Option* option = find_option(command, name);
    const bool is_known = option != nullptr;
    if (!is_known && command.other_options == OtherOptions::Refused) {
      error = "there is no option “" + name + "”";
      return std::nullopt;
    }
    std::string given;
    if (is_known && option->value.empty()) {
      if (equals != std::string::npos) {
        error = "“" + name + "” takes no value";
        return std::nullopt;
      }
    } else if (equals != std::string::npos) {
      given = word.substr(equals + 1);
    } else if (i + 1 < words.size()) {
      given = words[++i];
    } else {
      error = "“" + name + "” needs a value";
      return std::nullopt;
    }
    (is_known ? arguments.options : arguments.others).emplace_back(name, std::move(given));
  }
  return arguments;
}

int report_usage(const Command& command, std::string_view message) {
  const std::string name(command.name);
  std::fprintf(stderr, "lamplight %s: %.*s\nTry “lamplight %s --help”.\n", name.c_str(),
               static_cast<int>(message.size()), message.data(), name.c_str());
  return exit_usage;
}

std::string help_text(const Command& command) {
  std::string text = "Usage: lamplight ";
  text += command.name;
  text += ' ';
  text += command.usage;
  text += "\n\n";
  text += command.details;
  text += "\n\nOptions:\n";
  constexpr std::size_t column = 22;
  for (const Option& option : command.options) {
    std::string left = "  ";
    left += option.name;
    if (!option.value.empty()) left += ' ';
    left += option.value;
    left.append(left.size() < column ? column - left.size() : 1, ' ');
    text += left;
    text += option.help;
    text += '\n';
  }
  return text;
}

}  // namespace lamplight::cli
