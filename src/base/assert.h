// Assertions: for our own mistakes only. Odd input is a Finding or an Error, never an assertion.
//
//     LAMPLIGHT_ASSERT(index < items.size());  // debug builds only
//     LAMPLIGHT_VERIFY(index < items.size());  // every build: for check() functions
//
// Both print "file:line: condition" to standard error and abort.
#pragma once

namespace lamplight {

[[noreturn]] void fail_assertion(const char* condition, const char* file, int line);

}  // namespace lamplight

#define LAMPLIGHT_VERIFY(condition) \
  ((condition) ? static_cast<void>(0) : ::lamplight::fail_assertion(#condition, __FILE__, __LINE__))

// The operand is not evaluated in release builds, but still has to compile.
#ifdef NDEBUG
#define LAMPLIGHT_ASSERT(condition) static_cast<void>(sizeof((condition) ? 1 : 0))
#else
#define LAMPLIGHT_ASSERT(condition) LAMPLIGHT_VERIFY(condition)
#endif
