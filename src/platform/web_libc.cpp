// Functions of the C library in the small form that the web module needs. The library's own
// bring long-double arithmetic along: 9 kB of the compressed download.
#include <cstdarg>
#include <cstdio>
#include <cstdlib>

extern "C" {

// Literal text and %d, as Dear ImGui's renderer needs to read "#version 300 es". Its settings file,
// which asks for more, does not exist on the web. Anything else ends the reading.
int sscanf(const char* text, const char* format, ...) {
  va_list places;
  va_start(places, format);
  int count = 0;
  for (; *format != '\0'; ++format) {
    if (*format != '%') {
      if (*text++ != *format) break;
      continue;
    }
    ++format;
    const bool is_negative = *text == '-';
    if (is_negative) ++text;
    if (*format != 'd' || *text < '0' || *text > '9') break;
    int value = 0;
    for (; *text >= '0' && *text <= '9'; ++text) {
      if (value < 100'000'000) value = value * 10 + (*text - '0');
    }
    *va_arg(places, int*) = is_negative ? -value : value;
    ++count;
  }
  va_end(places);
  return count;
}

// A number in the form of JSON: [-]digits[.digits][e[+-]digits]. Within one unit in the last place
// for what lists hold; whole numbers up to 2^53 are exact.
double strtod(const char* text, char** end) {
  const char* at = text;
  const bool is_negative = *at == '-';
  if (*at == '-' || *at == '+') ++at;
  const char* const digits = at;
  double value = 0;
  int scale = 0;
  for (; *at >= '0' && *at <= '9'; ++at) value = value * 10 + (*at - '0');
  bool has_digits = at != digits;
  if (*at == '.') {
    const char* const fraction = ++at;
    for (; *at >= '0' && *at <= '9'; ++at) {
      value = value * 10 + (*at - '0');
      --scale;
    }
    has_digits = has_digits || at != fraction;
  }
  if (!has_digits) {
    if (end != nullptr) *end = const_cast<char*>(text);
    return 0;
  }
  if (*at == 'e' || *at == 'E') {
    const char* power = at + 1;
    const bool is_small = *power == '-';
    if (*power == '-' || *power == '+') ++power;
    if (*power >= '0' && *power <= '9') {
      int exponent = 0;
      for (; *power >= '0' && *power <= '9'; ++power) {
        if (exponent < 10000) exponent = exponent * 10 + (*power - '0');
      }
      scale += is_small ? -exponent : exponent;
      at = power;
    }
  }
  for (; scale > 0 && value != 0 && value <= 1e308; --scale) value *= 10;
  for (; scale < 0 && value != 0; ++scale) value /= 10;
  if (end != nullptr) *end = const_cast<char*>(at);
  return is_negative ? -value : value;
}

// The library has these in one piece with strtod, so that they must be here, too.
float strtof(const char* text, char** end) { return static_cast<float>(strtod(text, end)); }
long double strtold(const char* text, char** end) { return strtod(text, end); }

}  // extern "C"
