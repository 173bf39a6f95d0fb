#include "cli/site_files.h"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>

#include "base/sha256.h"
#include "cli/files.h"

namespace lamplight::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view template_name = "index.html";
constexpr std::string_view style_name = "page.css";
// What every page of a site holds, and no page of anyone else's.
constexpr std::string_view page_mark = "<div class=\"page\">\n<header>\n<h1";
constexpr std::string_view pages_folder = "pages";
constexpr std::string_view sitemap_name = "sitemap.xml";
constexpr std::string_view worker_name = "offline_worker.js";
// What a service worker of a site begins with, and none of anyone else's.
constexpr std::string_view worker_mark = "self.lamplightSite = ";
// Without these the page would never come to life.
constexpr std::string_view required[] = {"lamplight.js",       "catalog_element.js",
                                         "lamplight_web.wasm", "lamplight_rest.wasm",
                                         template_name,        style_name};

Error system_error(std::string_view what, const fs::path& path, const std::error_code& code) {
  return {ErrorCode::Unreadable,
          "cannot " + std::string(what) + " “" + path.string() + "”: " + code.message(), 0};
}

std::vector<fs::path> candidates() {
  if (const char* given = std::getenv("LAMPLIGHT_WEB_DIR"); given && *given) {
    return {given};  // whoever names a folder wants that one or none
  }
  std::vector<fs::path> folders;
  std::error_code failed;
  const fs::path program = fs::read_symlink("/proc/self/exe", failed);
  if (!failed) {
    const fs::path home = program.parent_path().parent_path();
    folders.push_back(home / "web" / "dist");
    folders.push_back(home / "share" / "lamplight" / "web");
  }
  return folders;
}

bool is_complete(const fs::path& folder) {
  return std::all_of(std::begin(required), std::end(required), [&](std::string_view name) {
    std::error_code failed;
    return fs::is_regular_file(folder / name, failed);
  });
}

// The address in a line of a site's sitemap; empty where it is none.
std::string_view sitemap_address(std::string_view line) {
  constexpr std::string_view begin = "<url><loc>";
  constexpr std::string_view end = "</loc></url>";
  if (!line.starts_with(begin) || !line.ends_with(end)) return {};
  return line.substr(begin.size(), line.size() - begin.size() - end.size());
}

// Whether it names a site's first page and further ones in pages/, one a line, and nothing else.
bool is_sitemap_of_site(std::string_view text) {
  const std::size_t head = text.find("<url>");
  const std::size_t tail = text.rfind("</urlset>");
  if (head == std::string_view::npos || tail == std::string_view::npos || tail < head) return false;
  std::string_view rest = text.substr(head, tail - head);
  const std::string_view first = sitemap_address(rest.substr(0, rest.find('\n')));
  const std::string pages = std::string(first) + std::string(pages_folder) + "/";
  bool is_first = true;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size() - 1);
    const std::string_view address = sitemap_address(rest.substr(0, end));
    if (address.empty() || (!is_first && !address.starts_with(pages))) return false;
    is_first = false;
    rest = rest.substr(end + 1);
  }
  return true;
}

bool is_hidden(const fs::path& path) { return path.filename().string().front() == '.'; }

}  // namespace

Result<BrowserFiles> find_browser_files() {
  const std::vector<fs::path> folders = candidates();
  const auto found = std::find_if(folders.begin(), folders.end(), is_complete);
  if (found == folders.end()) {
    std::string message =
        "the browser files are not built. Build them with “cmake --preset web && cmake --build "
        "--preset web”, or name their folder in LAMPLIGHT_WEB_DIR. Looked in:";
    for (const fs::path& folder : folders) message += "\n  " + folder.string();
    return Error{ErrorCode::Unreadable, message, 0};
  }
  BrowserFiles files;
  files.folder = *found;
  Result<std::string> page = read_input((*found / template_name).string());
  Result<std::string> style = read_input((*found / style_name).string());
  if (!page.is_ok()) return page.error();
  if (!style.is_ok()) return style.error();
  Result<std::string> worker = read_input((*found / worker_name).string());
  if (!worker.is_ok()) return worker.error();
  files.offline_worker = std::move(*worker.value_if());
  files.page_template = std::move(*page.value_if());
  files.style = std::move(*style.value_if());

  std::error_code failed;
  for (fs::recursive_directory_iterator at(*found, failed), end; !failed && at != end;
       at.increment(failed)) {
    if (is_hidden(at->path())) {
      at.disable_recursion_pending();
      continue;
    }
    const fs::path name = at->path().lexically_relative(*found);
    if (name == template_name || name == worker_name || !at->is_regular_file(failed)) continue;
    (name.string().starts_with("icon") ? files.icons : files.copied).push_back(name);
  }
  if (failed) return system_error("read", *found, failed);
  std::sort(files.copied.begin(), files.copied.end());
  std::sort(files.icons.begin(), files.icons.end());
  return files;
}

Result<SiteFolder> SiteFolder::open(const fs::path& folder) {
  std::error_code failed;
  const fs::file_status status = fs::status(folder, failed);
  const auto refuse = [&](std::string_view why) {
    return Error{ErrorCode::InvalidArgument, "“" + folder.string() + "” " + std::string(why), 0};
  };
  if (fs::exists(status) && !fs::is_directory(status)) return refuse("is a file, not a folder");
  if (fs::exists(folder / template_name, failed)) {
    const Result<std::string> page = read_input((folder / template_name).string());
    const std::string* text = page.value_if();
    if (!text || text->find("<lamplight-catalog") == std::string::npos ||
        text->find("{{catalog}}") != std::string::npos) {
      return refuse("holds an index.html that “lamplight site” did not write; choose another one");
    }
  }
  SiteFolder site;
  site.folder_ = folder;
  site.is_new_ = !fs::exists(status);
  site.draft_ = folder / (".lamplight-" + std::to_string(::getpid()));
  fs::create_directories(site.draft_, failed);
  if (failed) return system_error("make", folder, failed);
  return site;
}

SiteFolder::SiteFolder(SiteFolder&& other) noexcept
    : folder_(std::move(other.folder_)),
      draft_(std::move(other.draft_)),
      names_(std::move(other.names_)),
      is_new_(other.is_new_) {
  other.draft_.clear();
}

SiteFolder::~SiteFolder() {
  std::error_code ignored;  // there is no one left to tell
  if (draft_.empty()) return;
  fs::remove_all(draft_, ignored);
  if (is_new_ && fs::is_empty(folder_, ignored)) fs::remove(folder_, ignored);
}

Result<bool> SiteFolder::add(const fs::path& name, std::string_view bytes) {
  std::error_code failed;
  fs::create_directories((draft_ / name).parent_path(), failed);
  if (failed) return system_error("make", draft_ / name, failed);
  names_.push_back(name);
  return write_file(draft_ / name, bytes);
}

Result<bool> SiteFolder::add_copy(const fs::path& name, const fs::path& source) {
  const Result<std::string> bytes = read_input(source.string());
  if (!bytes.is_ok()) return bytes.error();
  return add(name, *bytes.value_if());
}

Result<std::vector<SiteFile>> SiteFolder::files() const {
  std::vector<SiteFile> all;
  for (const fs::path& name : names_) {
    const Result<std::string> bytes = read_input((draft_ / name).string());
    const std::string* text = bytes.value_if();
    if (!text) return bytes.error();
    all.push_back({name.generic_string(), sha256_hex(*text), text->size()});
  }
  return all;
}

Result<bool> SiteFolder::publish() {
  // A page must never name files that are not there yet, nor must a service worker look for them.
  for (const std::string_view last : {template_name, worker_name}) {
    std::stable_partition(names_.begin(), names_.end(),
                          [&](const fs::path& name) { return name != last; });
  }
  for (const fs::path& name : names_) {
    std::error_code failed;
    fs::create_directories((folder_ / name).parent_path(), failed);
    if (failed) return system_error("make", (folder_ / name).parent_path(), failed);
    fs::rename(draft_ / name, folder_ / name, failed);
    if (failed) return system_error("write", folder_ / name, failed);
  }
  remove_old_pages();
  remove_old_sitemap();
  remove_old_offline_files();
  return true;
}

// A page that nothing leads to any more would still be found by search engines, and say what the
// list said once. One that cannot be removed does no harm to the others.
void SiteFolder::remove_old_pages() const {
  std::error_code failed;
  std::vector<fs::path> old;
  for (fs::directory_iterator at(folder_ / pages_folder, failed), end; !failed && at != end;
       at.increment(failed)) {
    const fs::path name = at->path().lexically_relative(folder_);
    if (std::find(names_.begin(), names_.end(), name) != names_.end()) continue;
    const Result<std::string> page = read_input(at->path().string());
    const std::string* text = page.value_if();
    if (text && text->find(page_mark) != std::string::npos) old.push_back(at->path());
  }
  for (const fs::path& path : old) fs::remove(path, failed);
}

// Search engines would still be led to the addresses of the site that was here, some gone by now.
void SiteFolder::remove_old_sitemap() const {
  if (std::find(names_.begin(), names_.end(), sitemap_name) != names_.end()) return;
  const fs::path path = folder_ / sitemap_name;
  std::error_code failed;
  if (!fs::is_regular_file(path, failed)) return;
  const Result<std::string> sitemap = read_input(path.string());
  const std::string* text = sitemap.value_if();
  if (text && is_sitemap_of_site(*text)) fs::remove(path, failed);
}

// A browser would go on to show the site that was here.
void SiteFolder::remove_old_offline_files() const {
  if (std::find(names_.begin(), names_.end(), worker_name) != names_.end()) return;
  const Result<std::string> worker = read_input((folder_ / worker_name).string());
  const std::string* text = worker.value_if();
  if (!text || !text->starts_with(worker_mark)) return;
  std::error_code failed;
  fs::remove(folder_ / worker_name, failed);
  fs::remove(folder_ / "manifest.webmanifest", failed);
}

}  // namespace lamplight::cli
