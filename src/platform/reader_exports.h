// The boundary of the reader's module: what web/reader_worker.js may call, and nothing else. It
// turns Markdown into a catalog's block, away from the page's thread.
//
// Text goes in and a lamplight_response comes out, as in web_exports.h. One instance reads one list
// and is thrown away with its memory. Where there is not enough memory a call does not come back:
// it throws a JavaScript error with the message "OutOfMemory" (web_memory.cpp).
#pragma once

#include <cstdint>

#include "platform/web_response.h"

extern "C" {

// Room for `length` bytes, which lamplight_reader_read takes over: the list's own address and
// behind it the Markdown.
const lamplight_response* lamplight_reader_allocate(std::uint32_t length);

// Reads what was put into that room, of which the first `address_bytes` bytes are where the list
// itself stands (0 where that is not known). Answer: the block, for read_catalog_block; it stays as
// long as the instance. Failures: NotText, TooLarge, OutOfMemory.
const lamplight_response* lamplight_reader_read(std::uint32_t address_bytes);

// A list in another format. The buffer holds its block, and behind the block's bytes the name of an
// exporter (lamplight/format.h) and the ids of works, each ending with "\n"; without ids all of the
// list is meant. Failures: InvalidArgument (there is no such format), those of read_catalog_block.
const lamplight_response* lamplight_reader_export(std::uint32_t block_bytes);

}  // extern "C"
