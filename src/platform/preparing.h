// Preparing: the index of a long list is built between frames, a few milliseconds at a time.
#pragma once

#include "app/session.h"

namespace lamplight::platform {

// Half of what a frame has: the other half draws it.
inline constexpr double preparing_ms = 8;

// True: something was done, another frame is wanted. `now_ms` is the clock: milliseconds since
// any moment.
template <class Clock>
bool prepare_a_while(app::Session& session, Clock now_ms) {
  if (!session.is_preparing()) return false;
  const double end = now_ms() + preparing_ms;
  while (session.prepare_step() && now_ms() < end) {
  }
  return true;
}

}  // namespace lamplight::platform
