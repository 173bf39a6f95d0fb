// List maker: a large curated list out of nothing, always the same for the same
// size.
//
//     std::string markdown = lamplight::bench::make_list(16 << 20);
//
// It has what the flagship has, in about the same shares: a heading tree,
// bullets with one to three labels, short names, repeated titles, bold groups,
// wrapped bullets, tables, prose, and some text beyond ASCII.
#pragma once

#include <cstddef>
#include <string>

namespace lamplight::bench {

[[nodiscard]] std::string make_list(std::size_t bytes);

}  // namespace lamplight::bench
