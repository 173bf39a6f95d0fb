// A diff as an Atom feed (RFC 4287): one entry for each work that has new listings.
#include <algorithm>

#include "base/text.h"
#include "format/escape.h"
#include "format/work_facts.h"
#include "lamplight/format.h"

namespace lamplight {
namespace {

std::uint64_t hash_text(std::string_view text, std::uint64_t hash) {
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
  return hash;
}

void append_hex(std::string& out, std::uint64_t value, int digits) {
  constexpr std::string_view hex = "0123456789abcdef";
  for (int i = digits; i-- > 0;) out += hex[value >> (4 * i) & 15];
}

// A UUID of version 8 (RFC 9562: its bits are the writer's choice) made of what must stay the same
// for the id to stay the same.
std::string urn_of(std::string_view list, std::string_view what) {
  std::uint64_t high = hash_text(list, 14695981039346656037u);
  high = hash_text(what, hash_text("\n", high));
  std::uint64_t low = hash_text(what, 1099511628211u);
  low = hash_text(list, hash_text("\n", low));
  std::string urn = "urn:uuid:";
  append_hex(urn, high >> 32, 8);
  urn += '-';
  append_hex(urn, high >> 16 & 0xFFFF, 4);
  urn += '-';
  append_hex(urn, (high & 0x0FFF) | 0x8000, 4);
  urn += '-';
  append_hex(urn, (low >> 48 & 0x3FFF) | 0x8000, 4);
  urn += '-';
  append_hex(urn, low & 0xFFFFFFFFFFFF, 12);
  return urn;
}

// XML has no place for most controls, nor for U+FFFE and U+FFFF.
void append_xml(std::string& out, std::string_view text) {
  std::size_t done = 0;
  for (std::size_t at = text.find("\xEF\xBF"); at != std::string_view::npos;
       at = text.find("\xEF\xBF", at + 2)) {
    if (at + 2 >= text.size() || (text[at + 2] != '\xBE' && text[at + 2] != '\xBF')) continue;
    format::append_html(out, text.substr(done, at - done));
    done = at + 3;
  }
  format::append_html(out, text.substr(done));
}

bool is_hex_digit(char c) {
  return is_ascii_digit(c) || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f');
}

// An address as an attribute: what an IRI must not hold is percent-encoded.
void append_iri(std::string& out, std::string_view url) {
  constexpr std::string_view hex = "0123456789ABCDEF";
  constexpr std::string_view not_allowed = "<>\"{}|\\^`[] \x7F";
  std::string iri;
  for (std::size_t i = 0; i < url.size(); ++i) {
    const char c = url[i];
    const auto byte = static_cast<unsigned char>(c);
    const bool is_escape =
        c == '%' && i + 2 < url.size() && is_hex_digit(url[i + 1]) && is_hex_digit(url[i + 2]);
    if (byte < 0x20 || not_allowed.find(c) != std::string_view::npos || (c == '%' && !is_escape)) {
      iri += '%';
      iri += hex[byte >> 4];
      iri += hex[byte & 15];
    } else {
      iri += c;
    }
  }
  append_xml(out, iri);
}

// A number of so many digits as the text begins with at a position; -1: there is none.
int number_at(std::string_view text, std::size_t at, std::size_t digits) {
  if (at + digits > text.size()) return -1;
  int value = 0;
  for (const char c : text.substr(at, digits)) {
    if (!is_ascii_digit(c)) return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

bool is_within(int value, int least, int most) { return value >= least && value <= most; }

int days_of(int year, int month) {
  constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return month == 2 && is_leap ? 29 : days[month - 1];
}

// RFC 3339 for a day, a month (its first day), a year (its first day) or a point in time that ends
// with "Z". Empty: it is none of them.
std::string time_of(std::string_view date) {
  std::string time(date);
  if (time.size() == 4) time += "-01";
  if (time.size() == 7) time += "-01";
  if (time.size() == 10) time += "T00:00:00Z";
  if (time.size() != 20) return {};
  constexpr std::string_view signs = "    -  -  T  :  :  Z";
  for (std::size_t i = 0; i < signs.size(); ++i) {
    if (signs[i] != ' ' && time[i] != signs[i]) return {};
  }
  const int year = number_at(time, 0, 4);
  const int month = number_at(time, 5, 2);
  if (year < 0 || !is_within(month, 1, 12)) return {};
  const bool is_time = is_within(number_at(time, 8, 2), 1, days_of(year, month)) &&
                       is_within(number_at(time, 11, 2), 0, 23) &&
                       is_within(number_at(time, 14, 2), 0, 59) &&
                       is_within(number_at(time, 17, 2), 0, 59);
  return is_time ? time : std::string();
}

class AtomFeed {
 public:
  AtomFeed(const Diff& diff, std::string time)
      : diff_(diff), list_(*diff.new_list), time_(std::move(time)) {}

  std::string write() {
    const std::string_view title = list_.title;
    const std::string_view shown = title.empty() ? std::string_view("A list") : title;
    out_ =
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
        "<feed xmlns=\"http://www.w3.org/2005/Atom\">\n";
    element("  ", "id", urn_of(title, ""));
    element("  ", "title", shown);
    element("  ", "updated", time_);
    out_ += "  <author>\n";
    element("    ", "name", shown);
    out_ += "  </author>\n";
    element("  ", "generator", "Lamplight");
    entries();
    out_ += "</feed>\n";
    return std::move(out_);
  }

 private:
  void element(std::string_view indent, std::string_view name, std::string_view value) {
    out_ += indent;
    out_ += '<';
    out_ += name;
    out_ += '>';
    append_xml(out_, value);
    out_ += "</";
    out_ += name;
    out_ += ">\n";
  }

  // Works in the order in which their first new listing stands.
  void entries() {
    std::vector<std::vector<int>> listings(list_.works.size());
    std::vector<std::size_t> works;
    for (const ListingChange& each : diff_.listings) {
      if (each.change != Change::Added && each.change != Change::AlsoListed) continue;
      const Listing& listing = list_.listings[static_cast<std::size_t>(each.new_listing)];
      const auto work = static_cast<std::size_t>(listing.work);
      if (listings[work].empty()) {
        works.push_back(work);
        is_known_.push_back(each.change == Change::AlsoListed);
      }
      listings[work].push_back(each.new_listing);
    }
    for (std::size_t i = 0; i < works.size(); ++i) {
      entry(list_.works[works[i]], listings[works[i]], is_known_[i]);
    }
  }

  void entry(const Work& work, const std::vector<int>& listings, bool is_known) {
    std::vector<int> sections;
    for (const int at : listings) {
      const int section = list_.listings[static_cast<std::size_t>(at)].section;
      if (section >= 0 && (sections.empty() || sections.back() != section)) {
        sections.push_back(section);
      }
    }
    std::string id(work.id);
    if (is_known) {
      // It had an entry of its own when it came.
      for (const int section : sections) {
        id += '\n';
        id += list_.sections[static_cast<std::size_t>(section)].id;
      }
      id += "\nalso";
    }
    out_ += "  <entry>\n";
    element("    ", "id", urn_of(list_.title, "work " + id));
    const std::string title = full_title(work);
    element("    ", "title", title.empty() ? work.id.view() : title);
    element("    ", "updated", time_);
    const std::string_view url = format::main_url(work, list_);
    if (!url.empty()) {
      out_ += "    <link rel=\"alternate\" href=\"";
      append_iri(out_, url);
      out_ += "\"/>\n";
    }
    for (const int section : sections) {
      out_ += "    <category term=\"";
      append_xml(out_, list_.sections[static_cast<std::size_t>(section)].id);
      out_ += "\" label=\"";
      append_xml(out_, list_.sections[static_cast<std::size_t>(section)].title);
      out_ += "\"/>\n";
    }
    out_ += "    <content type=\"html\">";
    append_xml(out_, content(work, listings, is_known));
    out_ += "</content>\n  </entry>\n";
  }

  // HTML, to be escaped once more.
  std::string content(const Work& work, const std::vector<int>& listings, bool is_known) const {
    std::string html = "<p>";
    const Listing& first = list_.listings[static_cast<std::size_t>(listings.front())];
    format::append_html(html, first.text);
    html += is_known ? "</p><p>Now also listed under:</p><ul>" : "</p><p>Listed under:</p><ul>";
    for (const int at : listings) {
      const Listing& listing = list_.listings[static_cast<std::size_t>(at)];
      const std::string path = section_path_title(list_, listing.section);
      html += "<li>";
      format::append_html(html, path.empty() ? std::string_view(list_.title) : path);
      html += "</li>";
    }
    html += "</ul>";
    const std::vector<const Link*> links = links_of(list_, work);
    if (links.empty()) return html;
    html += "<p>";
    for (const Link* link : links) {
      if (link != links.front()) html += " · ";
      const std::string_view label = link->label;
      const std::string_view shown = label.empty() ? link_kind_name(link->kind) : label;
      const bool is_clickable = link->url && is_clickable_url(*link->url);
      if (is_clickable) {
        html += "<a href=\"";
        format::append_html(html, *link->url);
        html += "\">";
      }
      format::append_html(html, shown);
      if (is_clickable) html += "</a>";
    }
    html += "</p>";
    return html;
  }

  const Diff& diff_;
  const Catalog& list_;
  const std::string time_;
  std::vector<bool> is_known_;
  std::string out_;
};

}  // namespace

Result<std::string> to_atom(const Diff& diff, std::string_view date) {
  std::string time = time_of(date);
  if (time.empty()) {
    return Error{ErrorCode::InvalidArgument,
                 "“" + std::string(date) + "” is no date: give the new list as YYYY-MM-DD=FILE", 0};
  }
  return AtomFeed(diff, std::move(time)).write();
}

}  // namespace lamplight
