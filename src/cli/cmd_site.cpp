// lamplight site: one list, at one date or several, as a finished static site.
#include <algorithm>
#include <cstdio>
#include <filesystem>

#include "base/snapshot_date.h"
#include "base/text.h"
#include "base/wording.h"
#include "cli/command.h"
#include "cli/dated_file.h"
#include "cli/files.h"
#include "cli/site_files.h"
#include "lamplight/format.h"

namespace lamplight::cli {
namespace {

namespace fs = std::filesystem;

// One FILE of the command line.
struct Source {
  std::string date;  // or what stands for it
  std::string path;
  std::string bytes;
  Catalog catalog;
};

// A name that is safe in file names, addresses and the element's attributes.
std::string safe_name(std::string_view text) {
  std::string name;
  for (char c : text) {
    const bool is_safe = is_ascii_alnum(c) || c == '-' || c == '_' || (c == '.' && !name.empty());
    name += is_safe ? c : '-';
  }
  return name.find_first_not_of('-') == std::string::npos ? "list" : name;
}

Source read_source(const std::string& operand) {
  DatedFile file = read_dated_file(operand);
  if (!file.date.empty()) return {std::move(file.date), std::move(file.path), {}, {}};
  if (operand == "-") return {"list", operand, {}, {}};
  return {safe_name(fs::path(operand).stem().string()), operand, {}, {}};
}

bool is_web_address(std::string_view url) {
  const std::string lower = to_lower_ascii(url.substr(0, 8));
  return lower == "https://" || lower.compare(0, 7, "http://") == 0;
}

// The address of the page itself, which is that of its folder.
std::string page_address(std::string url) {
  const bool names_page = url.size() > 5 && url.compare(url.size() - 5, 5, ".html") == 0;
  if (!url.empty() && url.back() != '/' && !names_page) url += '/';
  return url;
}

// A site must not overwrite the lists it is made of.
const Source* find_overwritten(const fs::path& folder, const std::vector<Source>& sources) {
  for (const Source& target : sources) {
    const fs::path place = folder / "lists" / (target.date + ".md");
    for (const Source& source : sources) {
      std::error_code failed;
      if (&source != &target && source.path != "-" && fs::equivalent(place, source.path, failed)) {
        return &source;
      }
    }
  }
  return nullptr;
}

int report(const Error& error) { return report_unreadable(error.message); }

// What a browser keeps the site by, for reading offline: last, for it names all the others.
Result<bool> add_offline_files(SiteFolder& site, const BrowserFiles& browser,
                               const SitePage& page) {
  for (const fs::path& name : browser.icons) {
    Result<bool> copied = site.add_copy(name, browser.folder / name);
    if (!copied.is_ok()) return copied;
  }
  Result<bool> manifest = site.add("manifest.webmanifest", web_manifest(page));
  if (!manifest.is_ok()) return manifest;
  const Result<std::vector<SiteFile>> files = site.files();
  const std::vector<SiteFile>* all = files.value_if();
  if (!all) return files.error();
  return site.add("offline_worker.js", offline_worker(*all, browser.offline_worker));
}

int run_site(const Command& command, const Arguments& arguments) {
  const std::string folder = arguments.value("-o").value_or("");
  const std::string url = arguments.value("--url").value_or("");
  if (arguments.operands.empty()) return report_usage(command, "give at least one FILE");
  if (folder.empty()) return report_usage(command, "say with -o DIR where the site goes");
  if (!url.empty() && !is_web_address(url)) {
    return report_usage(command, "--url takes an address that starts with https:// or http://");
  }

  std::vector<Source> sources;
  for (const std::string& operand : arguments.operands) sources.push_back(read_source(operand));
  std::stable_sort(sources.begin(), sources.end(),
                   [](const Source& a, const Source& b) { return is_newer(a.date, b.date); });
  for (std::size_t i = 0; i < sources.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      // Some file systems do not tell upper case from lower.
      if (equals_ignoring_ascii_case(sources[i].date, sources[j].date)) {
        return report_usage(command, "two lists are called “" + sources[i].date +
                                         "”; tell them apart as DATE=FILE");
      }
    }
  }
  if (const Source* lost = find_overwritten(folder, sources)) {
    return report_usage(command,
                        "writing to “" + folder + "” would overwrite “" + lost->path + "”");
  }

  // Everything is read and checked before anything is written.
  Profile profile;
  std::string profile_bytes;
  const std::optional<std::string> profile_path = arguments.value("--profile");
  if (profile_path) {
    Result<std::string> bytes = read_input(*profile_path);
    if (!bytes.is_ok()) return report(bytes.error());
    profile_bytes = std::move(*bytes.value_if());
    Result<Profile> parsed = parse_profile(profile_bytes);
    if (!parsed.is_ok()) return report_unreadable(*profile_path + ": " + parsed.error().message);
    profile = std::move(*parsed.value_if());
  }
  for (Source& source : sources) {
    Result<std::string> bytes = read_input(source.path);
    if (!bytes.is_ok()) return report(bytes.error());
    source.bytes = std::move(*bytes.value_if());
    Result<Catalog> catalog = parse_list(source.bytes, profile);
    if (!catalog.is_ok()) return report_unreadable(source.path + ": " + catalog.error().message);
    source.catalog = std::move(*catalog.value_if());
  }
  const Catalog& newest = sources.front().catalog;
  profile = default_profile(newest, std::move(profile));
  const Result<BrowserFiles> found = find_browser_files();
  const BrowserFiles* browser = found.value_if();
  if (!browser) return report(found.error());

  SitePage page;
  page.catalog = &newest;
  page.profile = &profile;
  for (const Source& source : sources) {
    page.snapshots.push_back({source.date, "lists/" + source.date + ".md"});
  }
  page.has_blocks = true;
  if (profile_path) page.profile_file = "profile.json";
  page.base_url = page_address(url);
  page.style = browser->style;
  page.is_kept = !arguments.value("--no-offline");
  const SitePages pages(page);

  Result<SiteFolder> opened = SiteFolder::open(folder);
  SiteFolder* site = opened.value_if();
  if (!site) {
    if (opened.error().code == ErrorCode::InvalidArgument) {
      return report_usage(command, opened.error().message);
    }
    return report(opened.error());
  }
  for (const fs::path& name : browser->copied) {
    const Result<bool> copied = site->add_copy(name, browser->folder / name);
    if (!copied.is_ok()) return report(copied.error());
  }
  for (std::size_t i = 0; i < sources.size(); ++i) {
    const Result<bool> added = site->add(page.snapshots[i].file, sources[i].bytes);
    if (!added.is_ok()) return report(added.error());
    // Read in place of the Markdown by browsers: no parser need be loaded.
    const Result<bool> block =
        site->add("lists/" + sources[i].date + ".block", sources[i].catalog.bytes());
    if (!block.is_ok()) return report(block.error());
  }
  if (profile_path) {
    const Result<bool> added = site->add(page.profile_file, profile_bytes);
    if (!added.is_ok()) return report(added.error());
  }
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const Result<std::string> html = pages.fill(browser->page_template, i);
    if (!html.is_ok()) return report(html.error());
    const Result<bool> added = site->add(pages.file(i), *html.value_if());
    if (!added.is_ok()) return report(added.error());
  }
  if (!page.base_url.empty()) {
    const Result<bool> added = site->add("sitemap.xml", pages.sitemap());
    if (!added.is_ok()) return report(added.error());
  }
  if (page.is_kept) {
    const Result<bool> added = add_offline_files(*site, *browser, page);
    if (!added.is_ok()) return report(added.error());
  }
  const Result<bool> published = site->publish();
  if (!published.is_ok()) return report(published.error());
  std::fprintf(stderr, "%s: %s, %s, %s", folder.c_str(),
               counted(newest.works.size(), "work").c_str(),
               counted(newest.listings.size(), "listing").c_str(),
               counted(sources.size(), "snapshot").c_str());
  if (pages.size() > 1) std::fprintf(stderr, ", %s", counted(pages.size(), "page").c_str());
  std::fputs("\n", stderr);
  return exit_fine;
}

}  // namespace

Command site_command() {
  return {
      "site",
      "FILE [FILE...] -o DIR [OPTIONS]",
      "Make a static website of a list",
      "Writes a folder that any web server can serve: a page that holds the whole list as HTML,\n"
      "the list itself, and what makes the page an atlas in browsers that can. A list with more\n"
      "than 3,000 entries is several pages of up to 500, and the first becomes the atlas.\n"
      "Several FILEs are the same list at several dates. A FILE may be DATE=FILE; without a\n"
      "DATE its name stands for one. The newest is shown first.",
      {{"-o", "DIR", "the folder to write; made when it is not there"},
       {"--profile", "P.json", "facets and titles for this list"},
       {"--url", "BASE", "address of the site, for search engines; writes a sitemap.xml"},
       {"--no-offline", "", "browsers keep nothing for reading without a network"}},
      OtherOptions::Refused,
      run_site};
}

}  // namespace lamplight::cli
