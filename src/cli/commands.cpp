// The one list of commands. A new one: cmd_<name>.cpp, its two lines here, a test in tests/cli/.
// Here it is declared and listed.
#include "cli/command.h"

namespace lamplight::cli {

Command parse_command();
Command search_command();
Command diff_command();
Command site_command();

const std::vector<Command>& commands() {
  static const std::vector<Command> all = {
      parse_command(),
      search_command(),
      diff_command(),
      site_command(),
  };
  return all;
}

}  // namespace lamplight::cli
