#include "ui/semantic.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <utility>

#include "base/assert.h"

namespace lamplight::ui {
namespace {

// FNV-1a: small, and the same on every platform.
constexpr std::uint32_t hash_start = 2166136261u;

std::uint32_t hash_byte(std::uint32_t hash, unsigned char byte) {
  return (hash ^ byte) * 16777619u;
}

std::uint32_t hash_number(std::uint32_t hash, std::uint32_t number) {
  for (int shift = 0; shift < 32; shift += 8) {
    hash = hash_byte(hash, static_cast<unsigned char>(number >> shift));
  }
  return hash;
}

std::uint32_t hash_text(std::uint32_t hash, std::string_view text) {
  for (const char c : text) hash = hash_byte(hash, static_cast<unsigned char>(c));
  return hash;
}

void require(bool holds, const char* what, const Node& node) {
  if (holds) return;
  char claim[256];
  std::snprintf(claim, sizeof claim, "semantic tree: %s (role %d, label \"%s\")", what,
                static_cast<int>(node.role), node.label.c_str());
  fail_assertion(claim, __FILE__, __LINE__);
}

}  // namespace

const Node* Tree::find(Role role, std::string_view label) const {
  for (const Node& node : nodes) {
    if (node.role == role && node.label == label) return &node;
  }
  return nullptr;
}

const Node* Tree::find_id(std::uint32_t id) const {
  for (const Node& node : nodes) {
    if (node.id == id) return &node;
  }
  return nullptr;
}

std::vector<const Node*> Tree::find_all(Role role) const {
  std::vector<const Node*> found;
  for (const Node& node : nodes) {
    if (node.role == role) found.push_back(&node);
  }
  return found;
}

std::string Tree::text_below(const Node& node) const {
  std::string text;
  // Parents come before their children, so one pass marks everything below the node.
  std::vector<char> is_below(nodes.size(), 0);
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const Node& each = nodes[i];
    const bool is_here = each.id == node.id || (each.parent >= 0 && is_below[each.parent] != 0);
    is_below[i] = is_here ? 1 : 0;
    if (!is_here || each.role != Role::Text || each.label.empty()) continue;
    if (!text.empty()) text += ' ';
    text += each.label;
  }
  return text;
}

void Tree::check() const {
  std::vector<std::uint32_t> ids;
  ids.reserve(nodes.size());
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const Node& node = nodes[i];
    require(node.id != 0, "an id is zero", node);
    require(node.parent >= -1 && node.parent < static_cast<std::int32_t>(i),
            "a parent comes after its child", node);
    require(std::isfinite(node.rect.x) && std::isfinite(node.rect.y) &&
                std::isfinite(node.rect.w) && std::isfinite(node.rect.h),
            "a rectangle is not finite", node);
    require(node.rect.w >= 0 && node.rect.h >= 0, "a rectangle is inside out", node);
    ids.push_back(node.id);
  }
  std::sort(ids.begin(), ids.end());
  const auto repeated = std::adjacent_find(ids.begin(), ids.end());
  if (repeated != ids.end()) require(false, "an id repeats", *find_id(*repeated));
}

void Recorder::begin_frame() {
  building_.clear();
  stack_.clear();
  child_counts_.clear();
  std::fill(used_ids_.begin(), used_ids_.end(), 0u);
  used_count_ = 0;
}

// Puts `id` into the open-addressed set; false when it is there already.
bool Recorder::take_id(std::uint32_t id) {
  if (used_ids_.size() < (used_count_ + 1) * 2) {
    std::vector<std::uint32_t> former(std::max<std::size_t>(256, used_ids_.size() * 2), 0u);
    former.swap(used_ids_);
    used_count_ = 0;
    for (const std::uint32_t each : former) {
      if (each != 0) take_id(each);
    }
  }
  const std::size_t mask = used_ids_.size() - 1;
  std::size_t slot = id & mask;
  while (used_ids_[slot] != 0) {
    if (used_ids_[slot] == id) return false;
    slot = (slot + 1) & mask;
  }
  used_ids_[slot] = id;
  ++used_count_;
  return true;
}

Node& Recorder::leaf(Role role, std::string_view key) {
  std::uint32_t ordinal = 0;
  std::uint32_t hash = hash_number(hash_start, open_id());
  if (!child_counts_.empty()) ordinal = child_counts_.back()++;
  hash = hash_byte(hash, static_cast<unsigned char>(role));
  // Without a key, a node is known by its position among its siblings.
  hash = key.empty() ? hash_number(hash, ordinal) : hash_text(hash, key);
  // Odd input may repeat a key (a facet value listed twice); its nodes are still told apart.
  while (hash == 0 || !take_id(hash)) hash = hash_number(hash, 1);
  Node& node = building_.emplace_back();
  node.id = hash;
  node.parent = stack_.empty() ? -1 : stack_.back();
  node.role = role;
  return node;
}

Node& Recorder::open(Role role, std::string_view key) {
  leaf(role, key);
  stack_.push_back(static_cast<std::int32_t>(building_.size()) - 1);
  child_counts_.push_back(0);
  return building_.back();
}

Node& Recorder::close() {
  Node& node = building_[static_cast<std::size_t>(stack_.back())];
  stack_.pop_back();
  child_counts_.pop_back();
  return node;
}

bool Recorder::end_frame() {
  const bool is_different = building_ != tree_.nodes;
  if (is_different) {
    tree_.nodes.swap(building_);
    ++tree_.version;
  }
  return is_different;
}

Node* Recorder::find_recorded(std::uint32_t id) {
  for (Node& node : building_) {
    if (node.id == id) return &node;
  }
  return nullptr;
}

std::uint32_t Recorder::open_id() const {
  return stack_.empty() ? 0 : building_[static_cast<std::size_t>(stack_.back())].id;
}

}  // namespace lamplight::ui
