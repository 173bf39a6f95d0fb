// Where the words of a list came to stand. Told from the blocks of its Markdown and from the
// catalog alone, without the code that makes one of the other:
//
//     each paragraph, heading, table row, block of code and line of HTML belongs to one record (a
//     listing, a prose, a section or the catalog itself), which holds all its words and addresses
//
// and that record is one of the few that begin with it or right before it: the last three listings
// or pieces of prose up to its line, a bullet that it stands below, the section that it heads; a
// label is the group, and a header the columns, of a listing after it. So every line that is not
// blank belongs to exactly one record: the one that its block begins, or the one before that goes
// on.
//
// What is no word of the list: pictures (a finding counts them), tags, comments and definitions;
// the key of "Key: value" below an entry, which tells the field that the value came into; and what
// a finding on its line says was left out.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "base/text.h"
#include "catalog/html_units.h"
#include "catalog/statement_text.h"
#include "lamplight/catalog.h"
#include "markdown/markdown.h"

namespace lamplight::test {

class Placement {
 public:
  Placement(std::string_view text, const Catalog& catalog) : catalog_(catalog) {
    markdown::Reader reader(text, SIZE_MAX);
    gather_records();
    while (reader.next(run_)) read_run();
  }

  // "12: word" for each block that no record holds, by one of its words.
  [[nodiscard]] const std::vector<std::string>& lost() const { return lost_; }

 private:
  // Words, and the texts that they stand in: where a picture parts a word, its halves do.
  struct Words {
    std::unordered_set<std::string> words;
    std::string texts;
    [[nodiscard]] bool has(const std::string& word) const {
      constexpr std::size_t max_searched_bytes = 20'000;
      return words.count(word) > 0 ||
             (texts.size() < max_searched_bytes && texts.find(word) != std::string::npos);
    }
  };

  // Runs of letters and digits, in normal form C; signs beyond ASCII go with the letters.
  template <typename Use>
  static void for_each_word(std::string_view text, Use use) {
    std::string folded = to_nfc(squeeze_space(text));
    for (std::size_t at = 0; (at = folded.find("：", at)) != std::string::npos;) {
      folded.replace(at, std::string_view("：").size(), ":");
    }
    const auto is_part = [](char c) {
      return is_ascii_alnum(c) || static_cast<unsigned char>(c) >= 0x80;
    };
    for (std::size_t at = 0; at < folded.size();) {
      if (!is_part(folded[at])) {
        ++at;
        continue;
      }
      const std::size_t begin = at;
      bool has_ascii = false;
      while (at < folded.size() && is_part(folded[at])) {
        has_ascii = has_ascii || is_ascii_alnum(folded[at]);
        ++at;
      }
      const std::string word = folded.substr(begin, at - begin);
      if (has_ascii || has_word(word)) use(word);
    }
  }
  static void add(Words& words, std::string_view text) {
    words.texts.append(" ").append(to_nfc(squeeze_space(text)));
    for_each_word(text, [&](const std::string& word) { words.words.insert(word); });
  }
  static void add(Words& words, const OptionalText& text) {
    if (text) add(words, std::string_view(*text));
  }

  struct Record {
    int line = 0;
    Words words;
  };

  void gather_records() {
    for (const Listing& listing : catalog_.listings) {
      Record record{listing.line, {}};
      Words& words = record.words;
      add(words, std::string_view(listing.text));
      add(words, listing.authors);
      add(words, listing.venue);
      add(words, listing.description);
      if (listing.year) add(words, std::to_string(*listing.year));
      for (const std::string_view tag : listing.tags) add(words, tag);
      for (const Cell& cell : listing.cells) add(words, std::string_view(cell.text));
      add_links(words, listing.links);
      listings_.push_back(std::move(record));
      // What gathers it stands before it.
      Record above{listing.line, {}};
      add(above.words, listing.group);
      for (const Cell& cell : listing.cells) add(above.words, std::string_view(cell.column));
      above_.push_back(std::move(above));
    }
    for (const Prose& prose : catalog_.prose) {
      Record record{prose.line, {}};
      add(record.words, std::string_view(prose.text));
      add_links(record.words, prose.links);
      prose_.push_back(std::move(record));
    }
    for (const Section& section : catalog_.sections) {
      Record record{section.line, {}};
      add(record.words, std::string_view(section.title));
      sections_.push_back(std::move(record));
    }
    add(own_, catalog_.title);
    if (catalog_.bibtex) add(own_, *catalog_.bibtex);
    const auto sort = [](std::vector<Record>& records) {
      std::stable_sort(records.begin(), records.end(),
                       [](const Record& a, const Record& b) { return a.line < b.line; });
    };
    sort(listings_);
    sort(above_);
    sort(prose_);
    sort(sections_);
  }
  template <typename Links>
  static void add_links(Words& words, const Links& links) {
    for (const Link& link : links) {
      add(words, std::string_view(link.label));
      add(words, link.url);
    }
  }

  // One thing that has to stand in one record.
  struct Piece {
    int line = 0;
    int end_line = 0;
    Words key;  // of "Key: value"
    std::vector<std::string> words;
    std::vector<int> bullets;  // lines of those that it stands in
  };

  void read_run() {
    std::vector<std::uint32_t> open;
    for (std::uint32_t i = 0; i < run_.blocks.size(); ++i) {
      while (!open.empty() && run_.blocks[open.back()].end <= i) open.pop_back();
      const markdown::Block& block = run_.blocks[i];
      Piece piece;
      piece.line = block.line;
      piece.end_line = block.end_line;
      for (const std::uint32_t each : open) {
        if (run_.blocks[each].kind == markdown::BlockKind::Item) {
          piece.bullets.push_back(run_.blocks[each].line);
        }
      }
      open.push_back(i);
      switch (block.kind) {
        case markdown::BlockKind::Heading: {
          // Its words are the section's, its links prose.
          Piece addresses = piece;
          read_inlines(run_, block.first_inline, block.end_inline, piece, addresses);
          place(piece);
          place(addresses);
          break;
        }
        case markdown::BlockKind::Paragraph:
          read_inlines(run_, block.first_inline, block.end_inline, piece, piece);
          place(piece);
          break;
        case markdown::BlockKind::Row:
          for (std::uint32_t cell = i + 1; cell < block.end; ++cell) {
            read_inlines(run_, run_.blocks[cell].first_inline, run_.blocks[cell].end_inline, piece,
                         piece);
          }
          read_text(run_.text(block.text), piece);
          place(piece);
          break;
        case markdown::BlockKind::Code:
          read_text(run_.text(block.text), piece);
          place(piece);
          break;
        case markdown::BlockKind::Html:
          read_html(block, piece);
          break;
        default:
          break;
      }
    }
  }

  static void read_text(std::string_view text, Piece& piece) {
    for_each_word(text, [&](const std::string& word) { piece.words.push_back(word); });
  }

  static void read_inlines(const markdown::Document& document, std::uint32_t begin,
                           std::uint32_t end, Piece& piece, Piece& addresses) {
    // Words go on over the ends of inlines: "**B**ERT" is one.
    std::string text;
    for (std::uint32_t i = begin; i < end; ++i) {
      const markdown::Inline& each = document.inlines[i];
      switch (each.kind) {
        case markdown::InlineKind::Text:
        case markdown::InlineKind::Code:
          text.append(document.text(each.text));
          break;
        case markdown::InlineKind::SoftBreak:
        case markdown::InlineKind::HardBreak:
          text.push_back('\n');
          break;
        case markdown::InlineKind::Html:
          if (document.text(each.text).substr(0, 3) == "<br") text.push_back('\n');
          break;
        case markdown::InlineKind::Link:
          read_text(document.text(each.url), addresses);
          break;
        case markdown::InlineKind::Image:
          text.push_back(' ');
          i = each.end - 1;
          break;
        default:
          break;
      }
    }
    text = without_shortcodes(text);
    // A key has a few words and begins a line; each line may have one.
    constexpr std::size_t max_key_bytes = 32;
    for (std::size_t line = 0; line < text.size(); line = text.find('\n', line) + 1) {
      const std::string_view begin = std::string_view(text).substr(line, max_key_bytes);
      const std::size_t colon = std::min(begin.find(':'), begin.find("："));
      if (colon != std::string_view::npos) add(piece.key, begin.substr(0, colon));
      if (text.find('\n', line) == std::string::npos) break;
    }
    read_text(text, piece);
  }

  // ":book:" is a picture.
  static std::string without_shortcodes(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t size = catalog::shortcode_at(text, at);
      if (size == 0) out.push_back(text[at]);
      at += std::max<std::size_t>(size, 1);
    }
    return out;
  }

  void read_html(const markdown::Block& block, const Piece& around) {
    const catalog::HtmlUnits html = catalog::read_html_units(run_.text(block.text), block.line);
    for (const catalog::HtmlUnit& unit : html.units) {
      Piece piece = around;
      read_inlines(html.document, unit.begin, unit.end, piece, piece);
      piece.line = unit.line;
      if (unit.kind == catalog::HtmlUnit::Kind::HeaderCell && is_column(piece)) continue;
      // A summary may say no more than what is folded away: "Abstract", "More details".
      if (unit.kind == catalog::HtmlUnit::Kind::Summary && piece.words.size() <= 2) {
        for (const std::string& word : piece.words) add(piece.key, word);
      }
      place(piece);
    }
  }

  // Whether a row below the header tells other columns: where that row's first cells are those of
  // the row above, as rowspan says, it lacks theirs.
  [[nodiscard]] bool is_column(const Piece& piece) const {
    return std::any_of(above_.begin(), above_.end(), [&](const Record& above) {
      return above.line >= piece.line && above.line <= piece.end_line && !above.words.words.empty();
    });
  }

  static bool holds(const Words& words, const std::vector<std::string>& wanted,
                    const Words& spared = {}) {
    return std::all_of(wanted.begin(), wanted.end(), [&](const std::string& word) {
      return words.has(word) || spared.has(word);
    });
  }

  void place(const Piece& piece) {
    if (piece.words.empty()) return;
    for (const Finding& finding : catalog_.findings) {
      if (finding.line != piece.line) continue;
      Words told;
      std::string message(finding.message);
      for (const std::string_view quote : {"“", "”"}) {
        for (std::size_t at = 0; (at = message.find(quote, at)) != std::string::npos;) {
          message.replace(at, quote.size(), " ");
        }
      }
      add(told, message);
      if (finding.rule == "empty-bullet" || holds(told, piece.words)) return;
    }
    const auto upto = [&](const std::vector<Record>& records, int line) {
      return std::upper_bound(records.begin(), records.end(), line,
                              [](int at, const Record& record) { return at < record.line; });
    };
    for (const std::vector<Record>* records : {&listings_, &prose_, &sections_}) {
      // That begin with it: HTML has several on a line.
      for (auto at = upto(*records, piece.line - 1);
           at != records->end() && at->line <= piece.end_line; ++at) {
        if (holds(at->words, piece.words)) return;
      }
      // The last ones before: code and labels may stand between the paragraphs of an entry.
      auto before = upto(*records, piece.line);
      for (int seen = 0; seen < 3 && before != records->begin(); ++seen) {
        if (holds((--before)->words, piece.words, piece.key)) return;
      }
      for (const int bullet : piece.bullets) {
        const auto of = upto(*records, bullet);
        if (of != records->begin() && (of - 1)->line == bullet &&
            holds((of - 1)->words, piece.words, piece.key)) {
          return;
        }
      }
    }
    for (auto next = upto(above_, piece.line); next != above_.end(); ++next) {
      if (holds(next->words, piece.words)) return;
    }
    if (holds(own_, piece.words)) return;
    std::string told = std::to_string(piece.line) + ":";
    for (const std::string& word : piece.words) told.append(" ").append(word);
    lost_.push_back(told.substr(0, 300));
  }

  const Catalog& catalog_;
  markdown::Document run_;
  std::vector<Record> listings_;
  std::vector<Record> above_;
  std::vector<Record> prose_;
  std::vector<Record> sections_;
  Words own_;
  std::vector<std::string> lost_;
};

}  // namespace lamplight::test
