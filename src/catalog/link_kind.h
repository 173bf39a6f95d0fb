// Link kinds: what a label or an address says about a link, by the tables of link_tables.h. For
// src/catalog only; the names and their folding are public (lamplight/catalog.h).
//
//     kind_of_link("Paper", "https://x.org/1");                            // Paper
//     kind_of_link("Hugging Face", "https://huggingface.co/datasets/a/b");  // Dataset
//     kind_of_home("https://www.sqlite.org");                              // Project
#pragma once

#include <optional>
#include <string_view>

#include "lamplight/catalog.h"

namespace lamplight::catalog {

// Kind by label, of labels that a text does not hold otherwise; labels with something added ("HF
// (7B)", "paper-2018", "Github 2") go by their first word. None when the label is not known.
[[nodiscard]] std::optional<LinkKind> kind_by_label(std::string_view label);

// Whether the whole of a label is one that tells a kind or says where to go, words that sentences
// have included.
[[nodiscard]] bool is_label_word(std::string_view label);

// Kind by where the link leads: host, then path; Other when that says nothing.
[[nodiscard]] LinkKind kind_by_url(std::string_view url);

// The same of a title's own link: where nothing else is known, it leads to the thing's home.
[[nodiscard]] LinkKind kind_of_home(std::string_view url);

// By the label, then by the heading of the column that the link stands in, then by where it leads,
// then by the label's last word ("PyTorch code"). A label or heading that says less than an address
// ("GitHub", "link") comes after it.
[[nodiscard]] LinkKind kind_of_link(std::string_view label, std::string_view url,
                                    std::string_view column = {});

// Whether an image tells the state of a repository (its build, its stars, its version): a link
// under it is neither code nor anything else, whatever the host says.
[[nodiscard]] bool is_status_badge(std::string_view image);

}  // namespace lamplight::catalog
