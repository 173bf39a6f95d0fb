// See reader_exports.h.
#include "platform/reader_exports.h"

#include <emscripten.h>

#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>

#include "lamplight/catalog.h"

namespace lamplight::platform {
namespace {

struct Reader {
  char* text = nullptr;
  std::uint32_t length = 0;
  Catalog catalog;
  std::string message;
  lamplight_response response{};
};

Reader& reader() {
  static Reader* const one = new Reader;  // as long as the module
  return *one;
}

const lamplight_response* respond(Status status, const void* pointer, std::size_t length) {
  reader().response = {static_cast<std::uint32_t>(status), pointer,
                       static_cast<std::uint32_t>(length)};
  return &reader().response;
}

const lamplight_response* respond_failure(Status status, std::string message) {
  reader().message = std::move(message);
  return respond(status, reader().message.data(), reader().message.size());
}

}  // namespace
}  // namespace lamplight::platform

using namespace lamplight;
using namespace lamplight::platform;

extern "C" {

EMSCRIPTEN_KEEPALIVE const lamplight_response* lamplight_reader_allocate(std::uint32_t length) {
  Reader& r = reader();
  std::free(r.text);
  r.text = static_cast<char*>(std::malloc(length == 0 ? 1 : length));
  r.length = r.text == nullptr ? 0 : length;
  if (r.text == nullptr) {
    return respond(Status::OutOfMemory, out_of_memory_message.data(), out_of_memory_message.size());
  }
  return respond(Status::Ok, r.text, length);
}

EMSCRIPTEN_KEEPALIVE const lamplight_response* lamplight_reader_read(std::uint32_t address_bytes) {
  Reader& r = reader();
  const std::string_view given(r.text, r.length);
  Result<Catalog> parsed =
      parse_catalog(given.substr(address_bytes), given.substr(0, address_bytes));
  std::free(r.text);
  r.text = nullptr;
  r.length = 0;
  Catalog* catalog = parsed.value_if();
  if (catalog == nullptr) return respond_failure(status_of(parsed.error()), parsed.error().message);
  r.catalog = std::move(*catalog);
  return respond(Status::Ok, r.catalog.bytes().data(), r.catalog.bytes().size());
}

}  // extern "C"
