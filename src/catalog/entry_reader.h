// EntryReader: reads the inlines of an entry into its text, with the style of every byte, and its
// links (entry.h says how labels, titles and words are told apart). For entry*.cpp of src/catalog
// only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/entry.h"

namespace lamplight::catalog {

// A label longer than this is a sentence in brackets.
inline constexpr std::size_t max_entry_label_bytes = 40;

class EntryReader {
 public:
  EntryReader(const markdown::Document& document, int line, Entry& entry)
      : document_(document), line_(line), entry_(entry) {}

  void read(std::uint32_t begin, std::uint32_t end);

 private:
  // Memory for what the inlines hold, at once: entries are many, and short.
  void reserve(std::uint32_t begin, std::uint32_t end);

  // Asked at every link: looks only at what was added since it said no.
  bool text_has_words();

  // What Markdown and HTML say of the style here.
  [[nodiscard]] std::uint8_t current_style() const;

  // [[A title of some words]](u) before anything else.
  bool is_bracketed_title(std::string_view words);

  // Nothing was said yet, or only where and when: "[2024/05] [A title](u)".
  bool may_be_title(std::string_view link);

  void add_words(std::string_view text);

  void add_image(std::string alternative);

  // A tag that people write in Markdown. Returns the last inline that it took.
  std::uint32_t read_tag(std::uint32_t index, std::uint32_t end);

  void set_html_style(std::uint8_t how, bool is_on);

  // In brackets the parser sees no bare addresses: "[[Code] \\ (https://...)]",
  // "[Net][https://...]".
  void add_text(std::string_view text);

  // Takes [[Label]] without a target out of the text.
  void add_bracketed(std::string_view text);

  // A link over the inlines [begin, last); what follows it begins at `next`.
  void add_link(std::uint32_t begin, std::uint32_t last, std::string_view url, std::uint32_t next,
                std::uint32_t end);

  // The words of a link with the styles within it.
  void add_styled(std::uint32_t begin, std::uint32_t last, std::uint8_t how);

  // Whether a sentence, or another label, ends before here: what is linked then is no word of it.
  [[nodiscard]] bool follows_sentence() const;
  // Whether nothing but separators and other links follows, as far as the next few tell.
  [[nodiscard]] bool is_last(std::uint32_t next, std::uint32_t end) const;

  // A link whose text is a word like "Code" is a title when it stands alone or leads a description.
  bool is_title_position(std::uint32_t next, std::uint32_t end) const;

  void add_badge(std::uint32_t begin, std::uint32_t last, std::string_view url);

  void add_address(const std::string& text, std::string_view url);

  // "[Paper](https://x.org/a b)": what stands behind the blank is of the address. Gives its bytes.
  std::size_t add_rest_of_address(std::string_view text);

  void add_label(std::string_view label, std::string_view url);

  void add_label(std::string_view label, LinkKind kind, std::optional<std::string_view> url);

  // "[[pdf]] (" before the address that is taken: the bracket is no text.
  void take_gap_from_styled();

  void push_link(std::string_view label, LinkKind kind, std::optional<std::string_view> url);

  void push_link(std::string_view label, LinkKind kind, std::string_view url);

  struct Open {
    std::uint32_t end = 0;
    std::uint8_t how = 0;
  };

  const markdown::Document& document_;
  int line_;
  Entry& entry_;
  std::vector<Open> open_;  // styles around the inline, the innermost last
  std::uint8_t html_style_ = 0;
  bool is_cut_address_ = false;               // an address stands right behind "[Label]("
  std::uint32_t no_anchor_end_ = 0xFFFFFFFF;  // from here on no <a> is closed
};

}  // namespace lamplight::catalog
