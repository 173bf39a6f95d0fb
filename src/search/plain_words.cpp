// Plain words: a query as one would say it, read as fields and values of facets.
#include <algorithm>
#include <utility>

#include "base/text.h"
#include "base/wording.h"
#include "search/index.h"
#include "search/link_kinds.h"
#include "search/query_pieces.h"
#include "search/tokens.h"

namespace lamplight {
namespace {

constexpr std::size_t max_value_words = 4;

// Words that say that something is asked for, and no more.
constexpr std::string_view asking_words =
    " article articles entries entry list paper papers published publication publications show "
    "work works ";

std::string in_blanks(std::string_view word) { return ' ' + std::string(word) + ' '; }

// "datasets" is as good as "dataset".
void append_singular(std::string& text, std::string_view word) {
  if (word.size() > 3 && word.back() == 's') word.remove_suffix(1);
  text += word;
  text += ' ';
}

std::optional<int> year_of(std::string_view word) {
  const std::optional<YearRange> years = parse_year_range(word);
  const bool is_year = years && (word.substr(0, 2) == "19" || word.substr(0, 2) == "20");
  return is_year ? years->from : std::nullopt;
}

}  // namespace

class PlainReader {
 public:
  PlainReader(const Index::Impl& index, std::string_view text) : index_(index), text_(text) {}

  // Without `works`.
  std::optional<PlainReading> run() {
    search::PieceReader pieces(text_);
    for (search::Piece piece = pieces.next(); piece.kind != search::PieceKind::End;
         piece = pieces.next()) {
      if (piece.kind != search::PieceKind::Term) return std::nullopt;
      const bool is_plain = !piece.is_negated && !piece.is_quoted && piece.field.empty();
      words_.push_back(
          {piece.place, is_plain ? search::words_of(piece.value) : std::vector<std::string>()});
    }
    for (std::size_t at = 0; at < words_.size();) at += read(at);
    const bool says_enough = kept_.empty() || dropped_ > 0 || read_ > 1 || has_years_;
    if (read_ == 0 || !says_enough) return std::nullopt;
    reading_.query = kept_ + fields_;
    reading_.text = std::string(trim(reading_.query)) + reading_.text;
    if (reading_.query.empty()) reading_.text.erase(0, separator.size());
    return std::move(reading_);
  }

 private:
  struct Word {
    Span place;
    std::vector<std::string> words;  // none: as it stands
  };

  static constexpr std::string_view separator = " · ";

  // Reads what stands there, and returns how many words it took: at least one.
  std::size_t read(std::size_t at) {
    const std::vector<std::string>& words = words_[at].words;
    const bool was_behind_with = std::exchange(is_behind_with_, false);
    if (!words.empty()) {
      const std::string& word = words.front();
      if (const std::size_t taken = read_years(at)) return taken;
      if (words.size() == 1 && asking_words.find(in_blanks(word)) != std::string_view::npos) {
        ++dropped_;
        return 1;
      }
      if (was_behind_with && read_kind(word)) return 1;
      if (const std::size_t taken = read_value(at)) return taken;
      const bool is_link = !was_behind_with && (word == "code" || word == "github");
      if (is_link && words.size() == 1 && read_kind(word)) return 1;
      if (words.size() == 1 && is_stop_word(word)) {
        is_behind_with_ =
            word == "with" || word == "has" || word == "have" || (has_kind_ && word == "and");
        ++dropped_;
        return 1;
      }
    }
    has_kind_ = false;
    (kept_ +=
     text_.substr(words_[at].place.begin, words_[at].place.end - words_[at].place.begin)) += ' ';
    return 1;
  }

  [[nodiscard]] std::string_view word_at(std::size_t at) const {
    const bool is_one = at < words_.size() && words_[at].words.size() == 1;
    return is_one ? std::string_view(words_[at].words.front()) : std::string_view();
  }

  // "2022", "2020-2022", "since 2020", "2020 to 2022"; 0 for anything else.
  std::size_t read_years(std::size_t begin) {
    if (has_years_) return 0;
    const std::string_view before = word_at(begin);
    const bool is_since = before == "since" || before == "after";
    const bool is_until = before == "until" || before == "before";
    const bool has_word = is_since || is_until || before == "from" || before == "between";
    std::size_t at = begin + (has_word ? 1 : 0);
    if (at >= words_.size()) return 0;
    const std::vector<std::string>& words = words_[at].words;
    YearRange years;
    if (words.empty() || words.size() > 2 || !(years.from = year_of(words.front()))) return 0;
    if (!(years.to = year_of(words.back()))) return 0;
    ++at;
    const std::string_view between = word_at(at);
    if (between == "to" || between == "and" || between == "or") {
      if (const std::optional<int> last = year_of(word_at(at + 1))) {
        years.to = last;
        at += 2;
      }
    }
    if (is_since) {
      if (before == "after") ++*years.from;
      years.to.reset();
    } else if (is_until) {
      if (before == "before") --*years.to;
      years.from.reset();
    }
    has_years_ = true;
    add_field("year:", print_year_range(years));
    return at - begin;
  }

  bool read_kind(std::string_view word) {
    std::optional<LinkKind> kind = find_link_kind(word);
    if (!kind && word.size() > 3 && word.back() == 's') {
      kind = find_link_kind(word.substr(0, word.size() - 1));
    }
    if (!kind || *kind == LinkKind::Other) return false;
    add_field("has:", link_kind_name(*kind));
    has_kind_ = true;
    return true;
  }

  // The most words that are the title of a facet's value; 0 for none.
  std::size_t read_value(std::size_t begin) {
    const search::FacetColumn* facet = nullptr;
    const search::FacetColumnValue* value = nullptr;
    std::size_t taken = 0;
    std::string wanted;
    for (std::size_t at = begin; at < std::min(words_.size(), begin + max_value_words); ++at) {
      if (words_[at].words.empty()) break;
      for (const std::string& word : words_[at].words) append_singular(wanted, word);
      for (const search::FacetColumn& column : index_.facets) {
        const FacetSource source = column.facet().source;
        if (source == FacetSource::Year || source == FacetSource::Links) continue;
        for (const search::FacetColumnValue& each : column.values()) {
          if (taken == at + 1 - begin || !is_called(each.title, wanted)) continue;
          facet = &column;
          value = &each;
          taken = at + 1 - begin;
        }
      }
    }
    if (value == nullptr) return 0;
    if (facet->facet().source == FacetSource::Sections) {
      add_field("in:", value->id);
    } else if (facet->facet().source == FacetSource::Venue) {
      add_field("venue:", search::as_value(value->id));
    } else {
      reading_.filters.push_back({facet->facet().id, {value->id}});
      ((reading_.text += separator) += facet->facet().title + ": ") += value->title;
      ++read_;
    }
    return taken;
  }

  [[nodiscard]] static bool is_called(std::string_view title, std::string_view wanted) {
    // Most are told apart by their first letter.
    if (title.empty() || (static_cast<unsigned char>(title.front()) < 0x80 &&
                          (title.front() | 0x20) != (wanted.front() | 0x20))) {
      return false;
    }
    std::string name;
    for (const std::string& word : search::words_of(title)) append_singular(name, word);
    return name == wanted;
  }

  void add_field(std::string_view field, std::string_view value) {
    ((fields_ += field) += value) += ' ';
    ++read_;
  }

  const Index::Impl& index_;
  const std::string_view text_;
  std::vector<Word> words_;
  PlainReading reading_;
  std::string fields_;
  std::string kept_;
  std::size_t dropped_ = 0;
  std::size_t read_ = 0;
  bool has_years_ = false;
  bool has_kind_ = false;  // just before, so that "and" may go on
  bool is_behind_with_ = false;
};

std::optional<PlainReading> Index::read_plain_words(std::string_view text,
                                                    const SearchRequest& under) const {
  std::optional<PlainReading> reading = PlainReader(*impl_, text).run();
  if (!reading) return std::nullopt;
  SearchRequest request = under;
  request.query = parse_query(reading->query);
  for (const Filter& filter : reading->filters) {
    std::erase_if(request.filters, [&](const Filter& each) { return each.facet == filter.facet; });
    request.filters.push_back(filter);
  }
  reading->works = count(request);
  if (reading->works == 0) return std::nullopt;
  return reading;
}

}  // namespace lamplight
