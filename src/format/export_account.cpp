// An account of links, for people and for programs.
#include "base/wording.h"
#include "format/json_names.h"
#include "format/json_writer.h"
#include "lamplight/account.h"
#include "lamplight/format.h"

namespace lamplight {

std::string to_text(const Account& account) {
  std::string text = counted(account.links, "web link") + "\n";
  const auto line = [&](std::size_t count, std::string_view where) {
    if (count == 0) return;
    std::string number = number_text(count);
    number.insert(0, number.size() < 9 ? 9 - number.size() : 0, ' ');
    text.append(number).append("  ").append(where).append("\n");
  };
  line(account.in_listings, "in listings");
  for (std::size_t i = 0; i < account.in_prose.size(); ++i) {
    line(account.in_prose[i], "in prose (" + std::string(format::prose_kind_names[i]) + ")");
  }
  line(account.in_citation, "in the list's own citation");
  line(account.images, "images and badges");
  line(account.in_comments, "in comments");
  line(account.unused, "definitions that no link uses");
  line(account.in_findings, "only named by a finding");
  line(account.unplaced, "lost");
  for (const UnplacedLink& link : account.first_unplaced) {
    text += "           line " + std::to_string(link.line) + ": " + link.url + "\n";
  }
  if (account.unplaced > account.first_unplaced.size()) {
    text += "           and " +
            counted(account.unplaced - account.first_unplaced.size(), "more link") + "\n";
  }
  if (account.unplaced == 0) text += "none lost\n";
  return text;
}

std::string to_json(const Account& account) {
  format::JsonWriter out;
  const auto number = [&](std::string_view key, std::size_t value) {
    out.key(key);
    out.number(static_cast<int>(value));
  };
  out.begin_object();
  number("schema", 1);
  number("links", account.links);
  number("listings", account.in_listings);
  out.key("prose");
  out.begin_object();
  for (std::size_t i = 0; i < account.in_prose.size(); ++i) {
    number(format::prose_kind_names[i], account.in_prose[i]);
  }
  out.end_object();
  number("citation", account.in_citation);
  number("images", account.images);
  number("comments", account.in_comments);
  number("unused_definitions", account.unused);
  number("findings", account.in_findings);
  number("unplaced", account.unplaced);
  out.key("unplaced_links");
  out.begin_array();
  for (const UnplacedLink& link : account.first_unplaced) {
    out.begin_object();
    number("line", static_cast<std::size_t>(link.line));
    out.key("url");
    out.text(link.url);
    out.end_object();
  }
  out.end_array();
  out.end_object();
  return out.take();
}

}  // namespace lamplight
