// Any lines as what a page hands over: dates, a profile, addresses, the reader's own, queries. The
// first character of a line says which; its rest is the value.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/own_text.h"
#include "app/session.h"
#include "base/assert.h"
#include "base/text.h"

namespace {

using namespace lamplight;

constexpr std::string_view list =
    "# Tools\n\n## Text\n- Fmt: a formatter [[Code]](https://example.org/fmt)\n"
    "- Vi: an editor [[Paper]](https://arxiv.org/abs/2101.00001)\n\n"
    "## Sound\n- Sox: cuts [[Code]](https://example.org/sox)\n";

void check_own(const app::SetOwn& own) {
  const app::State state = app::apply({}, own);
  LAMPLIGHT_VERIFY(state.recent.size() <= 8);
  // Printing makes blanks of tabs and line ends; what has been printed once comes back as it is.
  const std::string printed = app::print_own(state);
  const app::State again = app::apply({}, app::parse_own(printed));
  LAMPLIGHT_VERIFY(app::print_own(app::apply({}, app::parse_own(app::print_own(again)))) ==
                   app::print_own(again));
}

void take(app::Session& session, char what, std::string_view value) {
  const std::string text(value);
  switch (what) {
    case 'd': {
      const Result<bool> added = session.add_snapshot(value, list);
      LAMPLIGHT_VERIFY(added.is_ok() || !added.error().message.empty());
      break;
    }
    case 'e':
      session.expect_snapshots({text, "2020-02-30"});
      break;
    case 'p': {
      const Result<bool> set = session.set_profile(value);
      LAMPLIGHT_VERIFY(set.is_ok() || !set.error().message.empty());
      break;
    }
    case 'u':
      session.open_url(value);
      break;
    case 'o': {
      std::string lines = text;
      std::replace(lines.begin(), lines.end(), '|', '\n');
      std::replace(lines.begin(), lines.end(), ':', '\t');
      const app::SetOwn own = app::parse_own(lines);
      check_own(own);
      session.dispatch(own);
      break;
    }
    case 'a':
      session.dispatch(app::SetSnapshot{text});
      break;
    case 's':
      session.dispatch(app::ToggleSaved{text});
      break;
    case 'w':
      session.dispatch(app::SelectWork{text});
      break;
    case 'r':
      session.dispatch(app::RememberQuery{});
      break;
    case 'x':
      session.dispatch(app::StepBack{});
      break;
    default:
      session.dispatch(app::SetQuery{text});
      break;
  }
}

void check_session(app::Session& session) {
  const app::ViewModel& model = session.view_model();
  for (std::size_t i = 0; i < std::min<std::size_t>(model.rows.size(), 3); ++i) {
    LAMPLIGHT_VERIFY(!session.row(i).id.empty());
  }
  LAMPLIGHT_VERIFY(is_valid_utf8(session.state().query));
  const std::string url = session.url();
  // An address of more than that is not read, as no browser keeps one.
  if (url.size() > 1 << 16) return;
  session.open_url(url);
  LAMPLIGHT_VERIFY(session.url() == url);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  std::string_view text(reinterpret_cast<const char*>(bytes), size);
  app::Session session;
  for (int lines = 0; !text.empty() && lines < 64; ++lines) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (end > 0) take(session, text[0], text.substr(1, end - 1));
    text.remove_prefix(std::min(end + 1, text.size()));
    check_session(session);
  }
  (void)session.suggestions();
  return 0;
}
