// BibTeX: what the list states, and what was derived from its identifiers with a note that says
// so. Entries are @misc: whether a venue is a journal or a conference no list says, and nothing is
// made up.
#include "base/text.h"
#include "format/citation_keys.h"
#include "format/escape.h"
#include "format/work_facts.h"
#include "lamplight/format.h"

namespace lamplight {
namespace {

// Styles put titles in lower case; words with a capital or digit inside are kept as they are.
bool keeps_case(std::string_view word) {
  for (std::size_t i = 1; i < word.size(); ++i) {
    if (is_ascii_upper(word[i]) || is_ascii_digit(word[i])) return true;
  }
  return false;
}

std::string tex_title(std::string_view title) {
  std::string out;
  while (!title.empty()) {
    const std::size_t end = title.find(' ');
    const std::string_view word = title.substr(0, end);
    if (keeps_case(word)) out += '{';
    format::append_tex(out, word);
    if (keeps_case(word)) out += '}';
    if (end == std::string_view::npos) break;
    out += ' ';
    title.remove_prefix(end + 1);
  }
  return out;
}

std::string tex(std::string_view text) {
  std::string out;
  format::append_tex(out, text);
  return out;
}

std::string tex_authors(std::string_view authors) {
  std::string out;
  for (const std::string_view name : split_authors(authors)) {
    if (!out.empty()) out += " and ";
    out += name == other_authors ? "others" : tex(name);
  }
  return out;
}

std::string verbatim(std::string_view text) {
  std::string out;
  format::append_tex_verbatim(out, text);
  return out;
}

void append_field(std::string& out, std::string_view name, std::string_view value) {
  if (value.empty()) return;
  out += ",\n  ";
  out += name;
  out += " = {";
  out += value;
  out += '}';
}

void append_entry(std::string& out, std::string_view key, const Work& work,
                  const Catalog& catalog) {
  const WorkFacts facts = facts_of(catalog, work);
  out += "@misc{";
  out += key;
  append_field(out, "title", tex_title(full_title(work)));
  append_field(out, "author", tex_authors(facts.authors));
  if (facts.year) append_field(out, "year", std::to_string(*facts.year));
  append_field(out, "howpublished", tex(facts.venue));
  if (work.arxiv) {
    append_field(out, "eprint", verbatim(*work.arxiv));
    append_field(out, "archiveprefix", "arXiv");
  }
  if (work.doi) append_field(out, "doi", verbatim(*work.doi));
  append_field(out, "url", verbatim(format::main_url(work, catalog)));
  append_field(out, "note", tex(format::derivation_note(facts)));
  out += "\n}\n";
}

}  // namespace

std::string to_bibtex(const Catalog& catalog) {
  std::string out;
  format::CitationKeys keys(catalog);
  for (const Work& work : catalog.works) {
    if (!out.empty()) out += '\n';
    append_entry(out, keys.next(work), work, catalog);
  }
  if (out.empty()) out = "\n";
  return out;
}

std::string to_bibtex(const Work& work, const Catalog& catalog) {
  std::string out;
  append_entry(out, format::citation_key(catalog, work), work, catalog);
  return out;
}

}  // namespace lamplight
