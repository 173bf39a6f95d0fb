// StatementReader: reads one entry's words from front to end (statement.h says in which order).
// For the statement*.cpp of src/catalog only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/people.h"
#include "catalog/publication.h"
#include "catalog/statement.h"
#include "catalog/statement_text.h"
#include "catalog/styled_text.h"

namespace lamplight::catalog {

class StatementReader {
 public:
  explicit StatementReader(const Entry& entry)
      : entry_(entry), styled_(entry.styled), text_(entry.styled.text) {}

  Statement read();

 private:
  // Looking at the text (statement.cpp). Places are bytes of it.
  [[nodiscard]] std::string words(std::size_t begin, std::size_t end) const {
    return styled_.words(begin, end);
  }
  [[nodiscard]] std::size_t skip_marks(std::size_t at) const;
  [[nodiscard]] std::size_t find_close(std::size_t at) const;
  [[nodiscard]] std::size_t opener_at(std::size_t at) const { return one_at(text_, at, openers); }
  [[nodiscard]] std::size_t end_of_style(std::size_t at, std::uint8_t how) const;
  [[nodiscard]] bool has_words_ahead(std::size_t at) const;

  // Taking what was found (statement.cpp).
  void take(const Publication& found);
  static bool is_medium(std::string_view venue);
  void add_tags(std::string_view inside);
  void add_mark(std::string_view inside);

  // Up to the end of the title (statement_title.cpp), and who wrote it (statement_credits.cpp).
  void read_leading_groups();
  bool read_leading_publication();
  void read_title();
  void read_linked_title(std::size_t begin, std::size_t end);
  bool read_quoted_title(bool is_sure = false);
  bool read_dated_title();
  bool read_slanted_title();
  [[nodiscard]] bool tells_credits(std::size_t at) const;
  void read_bold_title();
  [[nodiscard]] bool may_be_title(std::string_view plain, bool has_colon) const;
  [[nodiscard]] bool has_paper() const;
  static std::string_view first_sentence(std::string_view text);
  [[nodiscard]] std::size_t end_of_plain(std::size_t at) const;
  [[nodiscard]] bool begins_credits(std::size_t at) const;
  [[nodiscard]] std::size_t trim_open(std::size_t begin, std::size_t end) const;
  void read_plain_title();
  static bool has_year_at_end(std::string_view text);
  [[nodiscard]] bool begins_clause(std::size_t at) const;
  void take_prefix(const std::string& before);
  void set_name(std::string_view name);

  // After the title (statement_rest.cpp, statement_description.cpp).
  void read_rest();
  bool read_title_after_name();
  bool read_group(std::size_t open);
  bool read_code();
  bool read_emphasis(bool& after_authors);
  void refuse(std::size_t end);
  bool read_clause(bool& after_authors);
  [[nodiscard]] bool begins_publication(std::size_t at) const;
  bool read_byline(std::string_view text);
  void read_stars();
  void read_description();
  [[nodiscard]] std::size_t end_of_labels(std::size_t at, std::size_t end) const;
  [[nodiscard]] std::string words_without_labels(std::size_t begin, std::size_t end) const;
  std::size_t end_before_code();
  bool read_numbered_cell(std::size_t end);
  void part_description();

  // What labels, and the title's own parts, say (statement.cpp).
  static std::string_view peel_group(std::string_view text, std::vector<std::string>& marks);
  void read_labels();
  void split_tail(std::string& title, Statement* out) const;
  static void split_people(std::string& title, Statement& out);
  bool read_title_after_people();
  static void take_into(Statement& out, const Publication& found);
  static bool is_small_mark(std::string_view mark);
  void take_more();
  void finish();
  void part_given_name();

  const Entry& entry_;
  const StyledText& styled_;
  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t end_of_bare_ = 0;  // from the title's first byte: nothing but letters and blanks
  std::string title_;
  bool is_linked_ = false;      // the title is the entry's own link
  bool has_clear_end_ = false;  // style or quotation marks say where the title ends
  bool has_lead_ = false;       // a dash or colon came after the title
  bool is_new_line_ = false;    // a break came after the title
  std::size_t end_of_refused_ = 0;
  bool is_only_date_ = false;  // the year came from a date without a venue
  Statement out_;
};

}  // namespace lamplight::catalog
