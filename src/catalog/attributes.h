// Attributes: bullets and lines below an entry that say something of it, and are no entries:
//
//     * ChatGLM                              an entry
//       * 地址：https://github.com/...         its link
//       * Description: a model               its description
//       * [Paper](https://...)               its link
//       * Features: a, b                     a tag
//
// For src/catalog only.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "catalog/entry.h"

namespace lamplight::catalog {

enum class Role {
  Entry,      // a thing of its own
  Attribute,  // says something of what it stands below
  Words,      // text without a link: either, as the bullets around it tell
  Keyed,      // "Key: ..." with links, of an unknown key, or "[Notes](u)": either, too
};

// What a bullet or line below an entry is. It must be read, and not be finished.
[[nodiscard]] Role role_of(const Entry& below);

// "Key: value" of a bullet or line; the key is empty where there is none.
struct KeyedText {
  std::string key;
  std::string value;
};
[[nodiscard]] KeyedText split_key(const Entry& below);

// Whether it begins with a key that lists put before what they say of an entry, and before nothing
// else: "Authors: ...", "Paper: [a](u)", "主页：https://...".
[[nodiscard]] bool is_keyed_attribute(const Entry& below);

// Adds to `entry` what `below` says of it, and takes its links over.
void add_attribute(Entry& below, Entry& entry);

}  // namespace lamplight::catalog
