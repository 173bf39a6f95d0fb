// What a browser keeps of a site for reading offline: the manifest it is installed by, and which
// files its service worker has.
#include <algorithm>

#include "base/sha256.h"
#include "base/text.h"
#include "format/json_writer.h"
#include "format/page_writer.h"
#include "lamplight/format.h"

namespace lamplight {
namespace {

// As many digits as tell a site's files apart for good, and no more: every file has them.
constexpr std::size_t hash_digits = 32;

struct Icon {
  std::string_view file;
  std::string_view sizes;
  std::string_view type;
  std::string_view purpose;
};
constexpr Icon icons[] = {
    {"icon.svg", "any", "image/svg+xml", "any"},
    {"icon-192.png", "192x192", "image/png", "any"},
    {"icon-512.png", "512x512", "image/png", "any"},
    {"icon-maskable-512.png", "512x512", "image/png", "maskable"},
};

// Those with a smaller number are kept before the others.
enum class Place { Page, Block, List, WhenRead };

Place place_of(const SiteFile& file) {
  if (file.name.starts_with("pages/") || file.name == "sitemap.xml") return Place::WhenRead;
  if (!file.name.starts_with("lists/")) return Place::Page;
  return file.name.ends_with(".block") ? Place::Block : Place::List;
}

}  // namespace

std::string web_manifest(const SitePage& site) {
  const std::string title = format::page_title(site);
  format::JsonWriter out;
  out.begin_object();
  const auto member = [&](std::string_view key, std::string_view value) {
    out.key(key);
    out.text(value);
  };
  member("name", title);
  member("description", format::page_description(site));
  member("id", "./");
  member("start_url", "./");
  member("scope", "./");
  member("display", "standalone");
  member("background_color", "#f6f7f9");
  member("theme_color", "#ffffff");
  out.key("icons");
  out.begin_array();
  for (const Icon& icon : icons) {
    out.begin_object();
    member("src", icon.file);
    member("sizes", icon.sizes);
    member("type", icon.type);
    member("purpose", icon.purpose);
    out.end_object();
  }
  out.end_array();
  out.end_object();
  return out.take();
}

std::string offline_worker(const std::vector<SiteFile>& files, std::string_view script) {
  std::vector<const SiteFile*> all;
  for (const SiteFile& file : files) {
    if (file.bytes <= max_kept_bytes) all.push_back(&file);
  }
  std::stable_sort(all.begin(), all.end(), [](const SiteFile* a, const SiteFile* b) {
    return place_of(*a) < place_of(*b);
  });
  // A version's cache is its own, also where the script alone is another.
  std::string identity(script);
  format::JsonWriter list;
  list.begin_object();
  std::size_t kept = 0;
  for (const SiteFile* file : all) {
    const std::string_view hash = std::string_view(file->sha256).substr(0, hash_digits);
    const bool is_kept = place_of(*file) != Place::WhenRead && kept + file->bytes <= max_kept_bytes;
    if (is_kept) kept += file->bytes;
    list.key(file->name);
    list.begin_array();
    list.text(hash);
    list.number(is_kept ? 1 : 0);
    list.end_array();
    identity.append(file->name).append("\n").append(hash).append("\n");
  }
  list.end_object();
  const std::string version = sha256_hex(identity).substr(0, hash_digits);
  std::string out = "self.lamplightSite = { version: \"" + version + "\", files: ";
  out += trim(list.take());
  out += " };\n";
  out += script;
  return out;
}

}  // namespace lamplight
