#include "cli/files.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <memory>
#include <utility>

#include "cli/command.h"

namespace lamplight::cli {
namespace {

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

std::string shown_path(const std::string& path) {
  return path == "-" ? "standard input" : "“" + path + "”";
}

Error unreadable(const std::string& path, std::string_view reason) {
  return {ErrorCode::Unreadable, "cannot read " + shown_path(path) + ": " + std::string(reason), 0};
}

// One byte more than the limit is enough to know that it was passed.
Result<std::string> read_all(std::FILE* file, const std::string& path) {
  std::string bytes;
  char buffer[1 << 16];
  while (bytes.size() <= max_input_bytes) {
    const std::size_t read = std::fread(buffer, 1, sizeof buffer, file);
    bytes.append(buffer, read);
    if (read == sizeof buffer) continue;
    if (std::ferror(file)) return unreadable(path, std::strerror(errno));
    return bytes;
  }
  return Error{
      ErrorCode::TooLarge,
      shown_path(path) + " is larger than " + std::to_string(max_input_bytes >> 20) + " MB", 0};
}

// A line on the terminal while something takes long; gone afterwards.
class Progress {
 public:
  Progress(const std::string& path, std::size_t bytes)
      : is_shown_(bytes > (std::size_t{8} << 20) && ::isatty(STDERR_FILENO) == 1) {
    if (!is_shown_) return;
    std::fprintf(stderr, "Parsing %s (%zu MB) ...", shown_path(path).c_str(), bytes >> 20);
    std::fflush(stderr);
  }
  ~Progress() {
    if (is_shown_) std::fputs("\r\x1b[K", stderr);
  }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

 private:
  bool is_shown_;
};

}  // namespace

Result<std::string> read_input(const std::string& path) {
  if (path == "-") return read_all(stdin, path);
  std::error_code failed;
  // Opening a folder succeeds; only reading it fails, with a less helpful reason.
  if (std::filesystem::is_directory(path, failed)) return unreadable(path, "it is a folder");
  const File file(std::fopen(path.c_str(), "rb"));
  if (!file) return unreadable(path, std::strerror(errno));
  return read_all(file.get(), path);
}

Result<Catalog> parse_list(std::string_view markdown, const Profile& profile) {
  Result<Catalog> parsed = parse_catalog(markdown, profile.source_url);
  Catalog* catalog = parsed.value_if();
  if (!catalog) return parsed;
  return with_labels(std::move(*catalog), profile);
}

Result<Profile> read_profile(const std::optional<std::string>& path) {
  if (!path) return Profile();
  const Result<std::string> json = read_input(*path);
  if (!json.is_ok()) return json.error();
  Result<Profile> parsed = parse_profile(*json.value_if());
  if (parsed.is_ok()) return parsed;
  return Error{parsed.error().code, *path + ": " + parsed.error().message, parsed.error().line};
}

Result<Catalog> read_catalog(const std::string& path, const Profile& profile) {
  const Result<std::string> text = read_input(path);
  const std::string* bytes = text.value_if();
  if (!bytes) return text.error();
  const Progress progress(path, bytes->size());
  Result<Catalog> catalog = parse_list(*bytes, profile);
  if (catalog.is_ok()) return catalog;
  return Error{catalog.error().code, shown_path(path) + ": " + catalog.error().message,
               catalog.error().line};
}

std::string change_time(const std::string& path) {
  struct stat status = {};
  const bool is_file = path != "-" && ::stat(path.c_str(), &status) == 0;
  const std::time_t time = is_file ? status.st_mtime : std::time(nullptr);
  std::tm parts = {};
  char text[32] = "";
  if (::gmtime_r(&time, &parts)) std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
  return text;
}

int report_unreadable(std::string_view message) {
  std::fprintf(stderr, "lamplight: %.*s\n", static_cast<int>(message.size()), message.data());
  return exit_unreadable;
}

bool write_output(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0) {
    return true;
  }
  std::fprintf(stderr, "lamplight: cannot write: %s\n", std::strerror(errno));
  return false;
}

Result<bool> write_file(const std::filesystem::path& path, std::string_view bytes) {
  File file(std::fopen(path.c_str(), "wb"));
  if (file && std::fwrite(bytes.data(), 1, bytes.size(), file.get()) == bytes.size() &&
      std::fclose(file.release()) == 0) {
    return true;
  }
  return Error{ErrorCode::Unreadable,
               "cannot write “" + path.string() + "”: " + std::strerror(errno), 0};
}

bool output_has_color() {
  const char* no_color = std::getenv("NO_COLOR");
  const char* terminal = std::getenv("TERM");
  return ::isatty(STDOUT_FILENO) == 1 && (!no_color || !*no_color) &&
         !(terminal && std::strcmp(terminal, "dumb") == 0);
}

}  // namespace lamplight::cli
