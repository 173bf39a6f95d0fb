// People: who made something, as lists write it. For src/catalog only.
//
//     "A. Vaswani, N. Shazeer"     "Ann Lee, Bo Chi, and Cy Dee"     "Jason Wei et al."
#pragma once

#include <optional>
#include <string_view>

#include "catalog/publication.h"

namespace lamplight::catalog {

// Names of people or bodies, and nothing else; with `tolerant` one word in six may be another, as
// where only authors are to be expected.
[[nodiscard]] bool are_people(std::string_view text, bool tolerant = false);

// The text up to and with its "et al."; empty when it has none.
[[nodiscard]] std::string_view until_et_al(std::string_view text);

// At least `least` names, each a given name or initials and a family name, or one and "et al.":
// so written that no title and no list of topics is. Where only the words tell.
[[nodiscard]] bool are_surely_people(std::string_view text, std::size_t least = 2);

// "Ann Lee, Bo Chi. ICLR 2024", "Ann Lee and Bo Chi, Nature, 2024", "Ann Lee, Bo Chi": authors, and
// where and when, as the whole of a text; none when it says something else, or names nobody.
struct Credits {
  std::string_view authors;
  std::optional<Publication> publication;
};
[[nodiscard]] std::optional<Credits> read_credits(std::string_view text);

// Whether the full stop at the end is that of the sentence, and neither of an initial nor of
// "et al.".
[[nodiscard]] bool ends_sentence(std::string_view authors);

}  // namespace lamplight::catalog
