#include <string>
#include <utility>

#include "base/text.h"
#include "lamplight/query.h"
#include "search/link_kinds.h"
#include "search/tokens.h"

namespace lamplight {
namespace {

// Keeps the work bounded for a query that is a whole pasted file.
constexpr std::size_t max_words = 128;

struct FieldName {
  std::string_view name;
  TermField field;
};
constexpr FieldName field_names[] = {
    {"name", TermField::Name},   {"in", TermField::In},     {"has", TermField::Has},
    {"venue", TermField::Venue}, {"year", TermField::Year},
};

bool is_quote(char32_t c) {
  return c == '"' || (c >= 0x201C && c <= 0x201F) || c == 0xAB || c == 0xBB || c == 0xFF02;
}

bool is_dash(char32_t c) {
  return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFF0D;
}

bool is_colon(char32_t c) { return c == ':' || c == 0xFF1A; }

// One piece of the text, taken apart but not yet understood.
struct Piece {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool is_negated = false;
  bool is_quoted = false;  // the value stands in quotes
  bool is_open = false;    // bare, or its closing quote is missing
  std::string_view field;  // before the colon; empty when there is none
  std::string_view value;
  std::string_view whole;  // field, colon and value
};

class Parser {
 public:
  Parser(std::string_view text, LastWord last) : text_(text), last_(last) {}

  Query run() {
    while (skip_space()) understand(read_piece());
    return std::move(query_);
  }

 private:
  [[nodiscard]] char32_t peek() const {
    return at_ < text_.size() ? decode_utf8(text_, at_).value : 0;
  }
  void step() { at_ += decode_utf8(text_, at_).size; }
  [[nodiscard]] bool is_at_end() const { return at_ >= text_.size(); }

  bool skip_space() {
    while (!is_at_end() && is_space(peek())) step();
    return !is_at_end();
  }

  // Everything up to the closing quote; stands behind it afterwards.
  std::string_view read_quoted(Piece& piece) {
    piece.is_quoted = true;
    step();
    const std::size_t begin = at_;
    while (!is_at_end() && !is_quote(peek())) step();
    const std::string_view value = text_.substr(begin, at_ - begin);
    piece.is_open = is_at_end();
    if (!is_at_end()) step();
    return value;
  }

  Piece read_piece() {
    Piece piece;
    piece.begin = at_;
    while (!is_at_end() && is_dash(peek())) {
      piece.is_negated = true;
      step();
    }
    const std::size_t body = at_;
    if (!is_at_end() && is_quote(peek())) {
      piece.value = read_quoted(piece);
    } else {
      read_bare(piece);
    }
    piece.end = at_;
    piece.whole = text_.substr(body, at_ - body);
    return piece;
  }

  void read_bare(Piece& piece) {
    const std::size_t begin = at_;
    std::size_t value = at_;
    bool may_be_field = true;
    while (!is_at_end() && !is_space(peek()) && !is_quote(peek())) {
      const char32_t c = peek();
      if (may_be_field && is_colon(c) && at_ > begin) {
        piece.field = text_.substr(begin, at_ - begin);
        step();
        value = at_;
        may_be_field = false;
        if (!is_at_end() && is_quote(peek())) {
          piece.value = read_quoted(piece);
          return;
        }
        continue;
      }
      if (c >= 0x80 || !is_ascii_alpha(static_cast<char>(c))) may_be_field = false;
      step();
    }
    piece.is_open = is_at_end();
    piece.value = text_.substr(value, at_ - value);
  }

  void understand(const Piece& piece) {
    if (!piece.field.empty()) {
      for (const FieldName& known : field_names) {
        if (equals_ignoring_ascii_case(piece.field, known.name)) {
          understand_field(piece, known.field);
          return;
        }
      }
      // "OpenFold:" at the end of a pasted name and the scheme of a URL are no fields.
      if (!piece.value.empty() && piece.value.substr(0, 2) != "//") {
        notice(piece, "There is no field “" + std::string(piece.field) + "”: searched as words.");
        if (!piece.is_negated) {
          add_words(piece, TermField::Text, piece.field, Prefix::Never);
          add_words(piece, TermField::Text, piece.value, Prefix::WhileTyping);
          return;
        }
      }
      add_words(piece, TermField::Text, piece.whole, Prefix::WhileTyping);
      return;
    }
    if (!add_words(piece, TermField::Text, piece.value, Prefix::WhileTyping)) {
      // A lone dash or quote is the beginning of something; anything else is told.
      if (!piece.value.empty() && !piece.is_quoted) {
        notice(piece, "“" + std::string(piece.value) + "” has no letters or digits: left out.");
      }
    }
  }

  void understand_field(const Piece& piece, TermField field) {
    const std::string value = squeeze_space(piece.value);
    if (value.empty()) return;  // "in:" on the way to "in:vision"
    if (field == TermField::Name) {
      add_words(piece, field, value, Prefix::WhileTyping);
      return;
    }
    Term term;
    term.field = field;
    term.is_negated = piece.is_negated;
    if (field == TermField::Year) {
      const std::optional<YearRange> years = parse_year_range(value);
      if (!years) {
        if (is_being_typed(piece) && is_beginning_of_years(value)) return;
        notice(piece, "“" + value + "” is no year: write year:2021 or year:2020..2022.");
        add_words(piece, TermField::Text, value, Prefix::WhileTyping);
        return;
      }
      term.years = *years;
    } else if (field == TermField::Has && search::find_kinds(value) == 0) {
      notice(piece, "There is no kind of link “" + value + "”: searched as words.");
      add_words(piece, TermField::Text, value, Prefix::WhileTyping);
      return;
    } else {
      term.value = value;
    }
    add(std::move(term), 1);
  }

  enum class Prefix { Never, WhileTyping };

  // False when there is no word in `value`.
  bool add_words(const Piece& piece, TermField field, std::string_view value, Prefix prefix) {
    Term term;
    term.field = field;
    term.is_negated = piece.is_negated;
    term.words = search::words_of(value);
    if (term.words.empty()) return false;
    term.is_phrase = term.words.size() > 1;
    term.is_prefix = prefix == Prefix::WhileTyping && is_being_typed(piece);
    const std::size_t words = term.words.size();
    add(std::move(term), words);
    return true;
  }

  void add(Term term, std::size_t words) {
    if (words_ + words > max_words) {
      if (!is_full_) {
        query_.notices.push_back(
            {0, text_.size(), "The query is too long: only its first words are searched."});
      }
      is_full_ = true;
    }
    if (is_full_) return;
    words_ += words;
    query_.terms.push_back(std::move(term));
  }

  [[nodiscard]] bool is_being_typed(const Piece& piece) const {
    return last_ == LastWord::Typing && piece.is_open;
  }

  static bool is_beginning_of_years(std::string_view value) {
    return value.find_first_not_of("0123456789.") == std::string_view::npos && value.size() < 10;
  }

  void notice(const Piece& piece, std::string message) {
    query_.notices.push_back({piece.begin, piece.end, std::move(message)});
  }

  std::string_view text_;
  LastWord last_;
  std::size_t at_ = 0;
  std::size_t words_ = 0;
  bool is_full_ = false;
  Query query_;
};

}  // namespace

Query parse_query(std::string_view text, LastWord last) { return Parser(text, last).run(); }

}  // namespace lamplight
