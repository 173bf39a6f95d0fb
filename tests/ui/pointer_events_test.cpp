// What the pointer did, in pieces of one frame each.
#include "platform/pointer_events.h"

#include <gtest/gtest.h>

namespace lamplight::platform {
namespace {

TEST(PointerEvents, APressAndItsReleaseComeInTwoFrames) {
  PointerEvents events;
  events.move(40, 12);
  events.press(0, true);
  events.press(0, false);
  const ui::Pointer first = events.take();
  EXPECT_TRUE(first.is_inside);
  EXPECT_EQ(first.x, 40);
  EXPECT_TRUE(first.was_pressed && first.is_down && !first.was_released);
  EXPECT_FALSE(events.is_empty());
  const ui::Pointer second = events.take();
  EXPECT_TRUE(second.was_released && !second.is_down && !second.was_pressed);
  EXPECT_TRUE(events.is_empty());
  EXPECT_FALSE(events.take().was_released);
}

TEST(PointerEvents, APressIsWhereThePointerWasThen) {
  PointerEvents events;
  events.move(10, 10);
  events.move(20, 10);
  events.press(0, true);
  events.move(90, 10);
  events.press(0, false);
  EXPECT_EQ(events.take().x, 20);
  const ui::Pointer dropped = events.take();
  EXPECT_EQ(dropped.x, 90);
  EXPECT_TRUE(dropped.was_released);
}

TEST(PointerEvents, TheWheelTurnsWhereThePointerIsAndAddsUp) {
  PointerEvents events;
  events.move(10, 10);
  events.turn_wheel(1);
  events.turn_wheel(2);
  events.leave();
  EXPECT_EQ(events.take().wheel, 0);
  const ui::Pointer turned = events.take();
  EXPECT_EQ(turned.wheel, 3);
  EXPECT_TRUE(turned.is_inside);
  EXPECT_FALSE(events.take().is_inside);
}

TEST(PointerEvents, AMiddleClickIsTheButtonsGoingDown) {
  PointerEvents events;
  events.press(2, true);
  events.press(1, true);
  EXPECT_TRUE(events.take().was_middle_clicked);
  events.press(2, false);
  EXPECT_FALSE(events.take().was_middle_clicked);
  EXPECT_FALSE(events.take().is_down);
}

}  // namespace
}  // namespace lamplight::platform
