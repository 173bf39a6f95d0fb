// Terms of a query: what each piece of its text means, and what to say where it means nothing.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lamplight/query.h"
#include "search/query_pieces.h"

namespace lamplight::search {

class TermReader {
 public:
  TermReader(std::string_view text, LastWord last) : text_(text), last_(last) {}

  // Adds to `clauses` what the piece, a Term, means: mostly one clause; none for what has no words
  // or is only being begun; two for an unknown field and its value.
  void read(const Piece& piece, std::vector<Clause>& clauses);

  // As many words as a query may have have been read: the rest of the text is left out.
  [[nodiscard]] bool is_full() const { return is_full_; }

  void tell(Span place, std::string message);
  // How often something was told, to know whether what is missing has been explained already.
  [[nodiscard]] std::size_t told() const { return told_; }
  [[nodiscard]] std::vector<QueryNotice> take_notices() { return std::move(notices_); }

 private:
  void read_field(const Piece& piece, TermField field, std::vector<Clause>& clauses);
  void read_unknown_field(const Piece& piece, std::vector<Clause>& clauses);
  void add_words(const Piece& piece, Term term, std::string_view value,
                 std::vector<Clause>& clauses);
  void add(const Piece& piece, Term term, std::vector<Clause>& clauses);
  [[nodiscard]] bool is_being_typed(const Piece& piece) const {
    return last_ == LastWord::Typing && piece.is_open;
  }

  std::string_view text_;
  LastWord last_;
  std::size_t words_ = 0;
  std::size_t told_ = 0;
  bool is_full_ = false;
  std::vector<QueryNotice> notices_;
};

}  // namespace lamplight::search
