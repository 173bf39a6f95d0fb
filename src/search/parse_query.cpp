#include <string>
#include <utility>
#include <vector>

#include "lamplight/query.h"
#include "search/query_pieces.h"
#include "search/query_terms.h"

namespace lamplight {
namespace {

using search::Piece;
using search::PieceKind;

// Keeps the tree as deep as a stack can bear.
constexpr int max_depth = 32;

// Adds a clause to those that are joined by `kind`; what it joins in the same way joins them.
void add_joined(Clause::Kind kind, Clause clause, std::vector<Clause>& clauses) {
  if (clause.kind != kind || clause.is_negated) {
    clauses.push_back(std::move(clause));
    return;
  }
  for (Clause& each : clause.clauses) clauses.push_back(std::move(each));
}

// `clauses` joined by `kind`: itself where it is only one. There is at least one.
Clause join(Clause::Kind kind, std::vector<Clause> clauses) {
  if (clauses.size() == 1) return std::move(clauses.front());
  Clause joined;
  joined.kind = kind;
  joined.clauses = std::move(clauses);
  return joined;
}

// Brackets and bars: from the pieces of the text to a tree in its normal form.
class Parser {
 public:
  Parser(std::string_view text, LastWord last) : pieces_(text), terms_(text, last), last_(last) {}

  Query run() {
    Query query;
    query.clauses = read_clauses(0);
    query.notices = terms_.take_notices();
    return query;
  }

 private:
  // What stands between two bars, or a bar and a bracket.
  struct Side {
    std::vector<Clause> clauses;
    Span bar;  // before it; nothing before the first
    bool is_first = true;
    std::size_t told = 0;  // before it
  };

  // What stands up to the closing bracket, or else the end of the text: clauses that must all hold.
  std::vector<Clause> read_clauses(int depth) {
    std::vector<Clause> alternatives;
    Side side{{}, {}, true, terms_.told()};
    while (true) {
      const Piece piece = pieces_.next();
      end_ = terms_.is_full() ? PieceKind::End : piece.kind;
      switch (end_) {
        case PieceKind::Term:
          terms_.read(piece, side.clauses);
          continue;
        case PieceKind::Open:
          read_bracket(piece, depth, side.clauses);
          continue;
        case PieceKind::Bar:
          if (side.is_first) side.bar = piece.place;
          end_side(side, alternatives);
          side = {{}, piece.place, false, terms_.told()};
          continue;
        case PieceKind::Close:
          if (depth > 0) break;
          terms_.tell(piece.place, "This bracket closes nothing: left out.");
          continue;
        case PieceKind::End:
          break;
      }
      break;
    }
    if (side.is_first) return std::move(side.clauses);
    end_side(side, alternatives);
    std::vector<Clause> clauses;
    if (!alternatives.empty()) {
      add_joined(Clause::Kind::All, join(Clause::Kind::Any, std::move(alternatives)), clauses);
    }
    return clauses;
  }

  void end_side(Side& side, std::vector<Clause>& alternatives) {
    if (!side.clauses.empty()) {
      add_joined(Clause::Kind::Any, join(Clause::Kind::All, std::move(side.clauses)), alternatives);
    } else if (terms_.told() == side.told && !may_go_on()) {
      terms_.tell(side.bar, side.is_first ? "Nothing stands before this bar: left out."
                                          : "Nothing stands behind this bar: left out.");
    }
  }

  void read_bracket(const Piece& open, int depth, std::vector<Clause>& clauses) {
    if (depth == max_depth) {
      terms_.tell({open.place.begin, skip_bracket()},
                  "Brackets stand too deep in brackets: left out.");
      return;
    }
    const std::size_t told = terms_.told();
    std::vector<Clause> inside = read_clauses(depth + 1);
    const bool is_closed = end_ == PieceKind::Close;
    if (!is_closed && !may_go_on()) {
      terms_.tell(open.body, "This bracket is not closed: it reaches to the end of the query.");
    }
    if (inside.empty()) {
      if (terms_.told() == told && !may_go_on()) {
        terms_.tell(open.body, "Nothing stands in this bracket: left out.");
      }
      return;
    }
    Clause clause = join(Clause::Kind::All, std::move(inside));
    clause.is_negated = clause.is_negated != open.is_negated;
    add_joined(Clause::Kind::All, std::move(clause), clauses);
  }

  // Its end.
  std::size_t skip_bracket() {
    int depth = 1;
    while (true) {
      const Piece piece = pieces_.next();
      if (piece.kind == PieceKind::Open) ++depth;
      if (piece.kind == PieceKind::Close) --depth;
      if (depth == 0 || piece.kind == PieceKind::End) return piece.place.end;
    }
  }

  // Whether what is missing at the end of the text may yet be typed, or has been cut off.
  [[nodiscard]] bool may_go_on() const {
    return end_ == PieceKind::End && (last_ == LastWord::Typing || terms_.is_full());
  }

  search::PieceReader pieces_;
  search::TermReader terms_;
  LastWord last_;
  PieceKind end_ = PieceKind::Term;  // what was read last
};

}  // namespace

Query parse_query(std::string_view text, LastWord last) {
  return Parser(search::without_blanks_behind(text), last).run();
}

}  // namespace lamplight
