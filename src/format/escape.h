// Escaping: text made harmless for the format it is put into.
#pragma once

#include <string>
#include <string_view>

namespace lamplight::format {

// HTML text and double-quoted attribute values: & < > " '. Bytes that are no UTF-8 become U+FFFD,
// control characters are dropped.
void append_html(std::string& out, std::string_view text);

// A TeX argument. Braces stay balanced as BibTeX counts them, which it does even after a backslash.
void append_tex(std::string& out, std::string_view text);

// A BibTeX field that packages read verbatim (url, doi): what would end the field, or break the
// line, is percent-encoded.
void append_tex_verbatim(std::string& out, std::string_view text);

// Markdown text in the middle of a line: punctuation that would start markup, an automatic link or
// an entity is escaped.
void append_markdown(std::string& out, std::string_view text);

// A Markdown link's target, in angle brackets where it needs them.
void append_markdown_target(std::string& out, std::string_view url);

// One CSV field (RFC 4180), quoted where it must be. A field that a spreadsheet would run as a
// formula gets an apostrophe in front.
void append_csv(std::string& out, std::string_view text);

}  // namespace lamplight::format
