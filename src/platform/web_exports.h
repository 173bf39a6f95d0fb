// The boundary of the web module: every function that JavaScript may call, and nothing else.
// web/boundary.js is the other side; tests/mirrored_tables_test.mjs checks that both say the same.
//
// Numbers and (pointer, length) pairs go in, text is UTF-8. Every function gives the address of
// one lamplight_response. One module instance belongs to one element of the page; JavaScript holds
// handles (node ids), never copies of state.
//
// Where memory ends in the middle of a call, it does not come back: it throws a JavaScript error
// with the message "OutOfMemory" (web_memory.cpp), and the instance is of no more use.
#pragma once

#include <cstddef>
#include <cstdint>

#include "platform/web_response.h"

extern "C" {

// Names of the statuses in order, joined by "\n": "Ok\nInvalidArgument\n...".
const lamplight_response* lamplight_status_list();

// Room for `length` bytes that go in, to be given back with lamplight_buffer_free. Failure:
// OutOfMemory.
const lamplight_response* lamplight_buffer_allocate(std::uint32_t length);
const lamplight_response* lamplight_buffer_free(void* pointer);

// The list's profile (JSON). Failure: Syntax.
const lamplight_response* lamplight_profile_load(const char* json, std::uint32_t length);
// A dated list as a block (lamplight/catalog.h), from lamplight_buffer_allocate: it is taken over,
// read in place and never given back, whatever becomes of it. Failures: Syntax, InvalidArgument
// (a block of another version), Unreadable (a list without entries), OutOfMemory (for it and its
// index); what was loaded stays.
const lamplight_response* lamplight_block_load(void* block, std::uint32_t block_length,
                                               const char* date, std::uint32_t date_length);
// Dates of all lists that there are, loaded or not yet, joined by "\n"; what is no date in the
// order from newer to older.
const lamplight_response* lamplight_snapshots_expect(const char* dates, std::uint32_t length);
// The date that the reader asks for and that is not loaded, or empty.
const lamplight_response* lamplight_snapshot_missing();

// State as the fragment of a URL, without "#".
const lamplight_response* lamplight_url_open(const char* fragment, std::uint32_t length);
const lamplight_response* lamplight_url_get();

// One key of the state, by its name in the URL, set to plain text (commas separate the values of a
// filter); empty takes it out. It holds now, and in every URL opened later that does not name it.
const lamplight_response* lamplight_state_set(const char* key, std::uint32_t key_length,
                                              const char* text, std::uint32_t text_length);
// The keys there are, those of the profile's facets too, joined by "\n".
const lamplight_response* lamplight_state_keys();

// The selected work as id "\0" heading "\0" subtitle "\0" meta, or empty.
const lamplight_response* lamplight_selection_get();

// 0 system, 1 light, 2 dark: the reader's choice.
const lamplight_response* lamplight_theme_set(std::uint32_t theme);
// One byte: the same numbers.
const lamplight_response* lamplight_theme_get();

// What is the reader's own and kept by the page: lines "saved\tWORK" and "recent\tQUERY", each
// ending with "\n". Lines of other kinds are ignored.
const lamplight_response* lamplight_own_set(const char* lines, std::uint32_t length);
const lamplight_response* lamplight_own_get();

// The drawing context is gone, or another: the next frame brings all textures anew.
const lamplight_response* lamplight_textures_forget();
// Glyphs are asked for anew (the page's fonts, or its colours, have changed).
const lamplight_response* lamplight_glyphs_forget();

// CSS px, and pixels of the device per CSS px.
const lamplight_response* lamplight_view_resize(float width, float height, float density);
// Each 0 or 1: the system is dark, motion is to be reduced, the pointer can hover. `place` is a
// ui::Place: 0 alone, 1 a guest, 2 a guest that links to the atlas itself.
const lamplight_response* lamplight_environment_set(std::uint32_t is_dark,
                                                    std::uint32_t has_reduced_motion,
                                                    std::uint32_t has_hover, std::uint32_t place);
// What the page wants of the colours (0xAABBGGRR, 0: as designed), and of the radius of controls
// (CSS px, negative: as designed), in light or in dark. Answer, 32 bits each: panel, ink, third ink
// and accent as they are drawn then, and 1 where their ground is dark.
const lamplight_response* lamplight_palette_set(std::uint32_t is_dark, std::uint32_t bg,
                                                std::uint32_t panel, std::uint32_t hover,
                                                std::uint32_t ink, std::uint32_t line,
                                                std::uint32_t accent, float radius);

// Pointer, CSS px from the top left corner of the canvas; button 0 is the main one.
const lamplight_response* lamplight_pointer_move(float x, float y);
const lamplight_response* lamplight_pointer_leave();
const lamplight_response* lamplight_pointer_press(std::uint32_t button, std::uint32_t is_down);

// What was done to the DOM. Failure: InvalidArgument when there is no such node (any more).
// `modifiers`: what was held, 1 Shift, 2 Control (or Command), 4 Alt, or-ed.
const lamplight_response* lamplight_node_activate(std::uint32_t node, std::uint32_t modifiers);
const lamplight_response* lamplight_node_value_set(std::uint32_t node, const char* value,
                                                   std::uint32_t length);
// A link to another page was followed by the browser itself.
const lamplight_response* lamplight_link_follow();
// 0: none. `is_shown`: 1 where the browser would show it (:focus-visible).
const lamplight_response* lamplight_node_focus(std::uint32_t node, std::uint32_t is_shown);
const lamplight_response* lamplight_region_scroll(std::uint32_t node, float y, float x);
// `key` is a ui::Key: a named one, or the sign of it, 32 to 126. Answer: one byte, 1 when it was
// used.
const lamplight_response* lamplight_key_press(std::uint32_t key, std::uint32_t modifiers);
// Its row begins at `y` of the canvas then, or at the top of the list where that is further down.
const lamplight_response* lamplight_work_reveal(float y, const char* id, std::uint32_t length);

// The page without the canvas: lines "title\taddress", of which the first leads to all of it and
// the others to its headings.
const lamplight_response* lamplight_page_links_set(const char* lines, std::uint32_t length);

// What the title of the window says: the work, the query or the view, and the list.
const lamplight_response* lamplight_title_get();

// The result as text, whether it is in sight or not, each field ending with "\0". First the list's
// title, the date of the snapshot or nothing, the count ("18 of 208 works"), and what was asked
// ("protein · Bioinformatics"). Then the works from position `first`, at most `count`: id, name,
// title, description, meta and tags, and for each link label and URL (or nothing); an empty field
// ends the links.
const lamplight_response* lamplight_works_get(std::uint32_t first, std::uint32_t count);
// The same of what a query finds in all of the shown list; the state stays as it is. The count and
// what was asked are those of the state.
const lamplight_response* lamplight_works_find(std::uint32_t count, const char* query,
                                               std::uint32_t length);

// The shown list, as lamplight_block_load took it. Valid until the next call.
const lamplight_response* lamplight_block_get();

// Makes one frame, for the page to render (web/renderer.js). Failure: InvalidArgument before the
// view has got a size. Answer: one lamplight_frame, 32 bits a field, all little endian:
//
//      0       4            8       12       16            20             24
//      +-------+------------+-------+--------+-------------+--------------+
//      | flags | background | width | height | pixel width | pixel height |
//      +-------+------------+-------+--------+-------------+--------------+
//      24         28      32        36      40         44      48         52      56     60
//      +----------+-------+---------+-------+----------+-------+----------+-------+------+
//      | vertices | count | indices | count | commands | count | textures | count | wait |
//      +----------+-------+---------+-------+----------+-------+----------+-------+------+
//
//   flags are lamplight_frame_flag, or-ed. Only with lamplight_frame_has_picture is the rest to be
//   rendered: the canvas shows another picture, or has lost it. The background is 0xAABBGGRR; width
//   and height are floats, CSS px; wait, a float, are the seconds after which another frame shows
//   something new though nothing happens, 0 for never. What the addresses point to stays valid
//   until the next call:
//
//   vertex, 20 bytes:  x, y, u, v (floats), color (red, green, blue, alpha: a byte each)
//   index:             16 bits
//   command, 32 bytes: texture, first index, count of indices, first vertex (added to each index);
//                      left, bottom, width, height of the clip in pixels, from the bottom left
//   texture, 32 bytes: number, task (0 create, 1 update, 2 destroy), pixels in a row of the whole,
//                      x, y, width, height, address of the first pixel (RGBA); in this order
const lamplight_response* lamplight_frame_draw(double time_s);

struct lamplight_draw_command {
  std::uint32_t texture;
  std::uint32_t first_index;
  std::uint32_t index_count;
  std::uint32_t first_vertex;
  std::int32_t left, bottom, width, height;
};

struct lamplight_texture_task {
  std::uint32_t texture;
  std::uint32_t task;
  std::uint32_t row_pixels;
  std::uint32_t x, y, width, height;
  const void* pixels;
};

struct lamplight_frame {
  std::uint32_t flags;
  std::uint32_t background;
  float width, height;
  std::uint32_t pixel_width, pixel_height;
  const void* vertices;
  std::uint32_t vertex_count;
  const void* indices;
  std::uint32_t index_count;
  const lamplight_draw_command* commands;
  std::uint32_t command_count;
  const lamplight_texture_task* textures;
  std::uint32_t texture_count;
  float wait_s;
};

enum lamplight_frame_flag : std::uint32_t {
  lamplight_frame_wants_another = 1u << 0,
  lamplight_frame_tree_changed = 1u << 1,
  lamplight_frame_url_changed = 1u << 2,
  lamplight_frame_url_is_step = 1u << 3,  // deserves an entry in the history
  lamplight_frame_has_effects = 1u << 4,
  lamplight_frame_theme_changed = 1u << 5,
  lamplight_frame_selection_changed = 1u << 6,
  lamplight_frame_own_changed = 1u << 7,
  lamplight_frame_has_picture = 1u << 8,
  lamplight_frame_works_changed = 1u << 9,  // other works are found, or in another order
  lamplight_frame_title_changed = 1u << 10,
};

// The semantic tree of the last frame. `s` is an offset from `strings`, `n` a length in bytes.
//
//      0      4           8               12
//      +------+-----------+---------------+----------------+-----------+
//      |count | node size | strings offset| strings length | nodes ... | strings ...
//      +------+-----------+---------------+----------------+-----------+
//                                         12               16
//   one node, 92 bytes:
//      0     4         8      9      10      11   12      16  20  24  28  32
//      +-----+---------+------+------+-------+----+-------+---+---+---+---+-----------+
//      | id  | parent  | role | face | level | 0  | flags | x | y | w | h | font size |
//      +-----+---------+------+------+-------+----+-------+---+---+---+---+-----------+
//      36         40         44               48         52              56         60
//      +----------+----------+----------------+----------+---------------+----------+
//      | set size | position | content height | scroll y | content width | scroll x |
//      +----------+----------+----------------+----------+---------------+----------+
//      60         68         76       84           92
//      +----------+----------+--------+------------+
//      | label sn | value sn | url sn | options sn |
//      +----------+----------+--------+------------+
//   ids, flags, s and n are unsigned, parent, set size and position signed, the rest floats;
//   options are id "\0" title "\0" id "\0" title.
const lamplight_response* lamplight_tree_get();

// What only the page can do, since the last call: three fields each, a "\0" after every field:
// "open\0URL\0\0", "copy\0TEXT\0SAID\0", "focus\0NODE\0\0",
// "say\0TEXT\0\0".
const lamplight_response* lamplight_effects_take();

}  // extern "C"
