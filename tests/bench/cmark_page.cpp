// Turns a Markdown file into the barest page there is: cmark-gfm's own HTML
// inside a document of the fewest tags. first_paint.mjs measures Lamplight's
// page against it.
//
//     cmark_page README.md > page.html
#include <cstdio>
#include <cstdlib>
#include <string>

#include "cmark_gfm.h"

namespace {

bool read_file(const char* path, std::string& text) {
  std::FILE* file = std::fopen(path, "rb");
  if (file == nullptr) return false;
  char buffer[65536];
  for (std::size_t got; (got = std::fread(buffer, 1, sizeof buffer, file)) > 0;) {
    text.append(buffer, got);
  }
  const bool is_whole = std::ferror(file) == 0;
  std::fclose(file);
  return is_whole;
}

}  // namespace

int main(int argc, char** argv) {
  std::string markdown;
  if (argc != 2 || !read_file(argv[1], markdown)) {
    std::fputs("usage: cmark_page FILE > page.html\n", stderr);
    return 2;
  }
  const lamplight::bench::CmarkDocument document(markdown);
  char* html = cmark_render_html(document.root(), CMARK_OPT_DEFAULT, document.extensions());
  std::printf(
      "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" "
      "content=\"width=device-width\">\n<title>List</title>\n</head>\n"
      "<body>\n%s</body>\n</html>\n",
      html);
  std::free(html);
  return 0;
}
