// See reader_exports.h.
#include "platform/reader_exports.h"

#include <emscripten.h>

#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lamplight/catalog.h"
#include "lamplight/catalog_draft.h"
#include "lamplight/format.h"

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

// Parts what each ends with "\n".
std::vector<std::string_view> parse_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::size_t end = 0; (end = text.find('\n')) != std::string_view::npos;) {
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end + 1);
  }
  return lines;
}

const Exporter* find_exporter(std::string_view name) {
  for (const Exporter& each : exporters()) {
    if (each.name == name) return &each;
  }
  return nullptr;
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

EMSCRIPTEN_KEEPALIVE const lamplight_response* lamplight_reader_export(std::uint32_t block_bytes) {
  Reader& r = reader();
  const std::string order(r.text + block_bytes, r.length - block_bytes);
  BlockBytes block = BlockBytes::adopt(std::exchange(r.text, nullptr), block_bytes);
  r.length = 0;
  std::vector<std::string_view> ids = parse_lines(order);
  const Exporter* const exporter = ids.empty() ? nullptr : find_exporter(ids.front());
  if (exporter == nullptr) {
    std::string message = "There is no such format; there are:";
    for (const Exporter& each : exporters()) message.append(" ").append(each.name);
    return respond_failure(Status::InvalidArgument, message + ".");
  }
  ids.erase(ids.begin());
  Result<Catalog> read = read_catalog_block(std::move(block));
  Catalog* catalog = read.value_if();
  if (catalog == nullptr) return respond_failure(status_of(read.error()), read.error().message);
  if (!ids.empty()) *catalog = select_works(*catalog, ids);
  r.message = exporter->write(*catalog);
  return respond(Status::Ok, r.message.data(), r.message.size());
}

}  // extern "C"
