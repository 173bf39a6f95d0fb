// Files and streams.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "lamplight/catalog.h"
#include "lamplight/profile.h"
#include "lamplight/result.h"

namespace lamplight::cli {

// The bytes of a file, or of standard input for "-". Failure: Unreadable, TooLarge.
[[nodiscard]] Result<std::string> read_input(const std::string& path);

// Parses a list as its profile wants it: its own address, its own words for kinds of links.
[[nodiscard]] Result<Catalog> parse_list(std::string_view markdown, const Profile& profile);

// Reads and parses a list; says on standard error that long work is under way, if that is a
// terminal. Failure: as read_input and parse_catalog, with the path in the message.
[[nodiscard]] Result<Catalog> read_catalog(const std::string& path, const Profile& profile = {});

// The profile in the file, an empty one without a path. Failure: as read_input and parse_profile,
// with the path in the message.
[[nodiscard]] Result<Profile> read_profile(const std::optional<std::string>& path);

// When a file was last changed, "2024-03-11T08:15:00Z"; now for "-", or when it cannot be told.
[[nodiscard]] std::string change_time(const std::string& path);

// Prints "lamplight: message" to standard error; gives exit_unreadable.
int report_unreadable(std::string_view message);

// Writes everything to standard output. False, and a message, when that fails.
[[nodiscard]] bool write_output(std::string_view text);

// Writes a new file. Failure: Unreadable, with the system's reason.
[[nodiscard]] Result<bool> write_file(const std::filesystem::path& path, std::string_view bytes);

// Whether to colour what goes to standard output: a terminal, no NO_COLOR, no dumb terminal.
[[nodiscard]] bool output_has_color();

}  // namespace lamplight::cli
