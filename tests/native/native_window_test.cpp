// The native window, run under a virtual screen: it writes what it drew, and the picture is read.
#include <sys/wait.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "gtest/gtest.h"

namespace lamplight::platform {
namespace {

struct Picture {
  int width = 0;
  int height = 0;
  std::string pixels;  // three bytes each

  [[nodiscard]] int count(int red, int green, int blue) const {
    int found = 0;
    for (std::size_t at = 0; at + 2 < pixels.size(); at += 3) {
      const auto near = [&](std::size_t i, int value) {
        return std::abs(static_cast<unsigned char>(pixels[at + i]) - value) <= 2;
      };
      if (near(0, red) && near(1, green) && near(2, blue)) ++found;
    }
    return found;
  }
};

// Exit status of the program with these options on a virtual screen; 256 and more: a signal.
int run_program(const std::string& options) {
  // The software driver keeps memory at exit, which is not ours to free.
  const std::string command =
      "LIBGL_ALWAYS_SOFTWARE=1 ASAN_OPTIONS=detect_leaks=0 '" LAMPLIGHT_XVFB_RUN
      "' -a -s '-screen 0 1600x1200x24' '" LAMPLIGHT_NATIVE_PROGRAM "' " +
      options;
  const int status = std::system(command.c_str());
  return WIFEXITED(status) ? WEXITSTATUS(status) : 256 + status;
}

Picture take_picture(const std::string& name, const std::string& options) {
  const std::string source = LAMPLIGHT_SOURCE_DIR;
  const std::string file = (std::filesystem::temp_directory_path() / (name + ".ppm")).string();
  EXPECT_EQ(run_program("'" + source + "/data/lists/2024-03-11.md' --profile '" + source +
                        "/data/profile.json' --scale 1 --screenshot '" + file + "' " + options),
            0);
  std::ifstream in(file, std::ios::binary);
  Picture picture;
  std::string kind;
  int most = 0;
  in >> kind >> picture.width >> picture.height >> most;
  in.get();
  picture.pixels.assign(std::istreambuf_iterator<char>(in), {});
  std::filesystem::remove(file);
  EXPECT_EQ(kind, "P6");
  return picture;
}

TEST(NativeWindow, DrawsTheLightScreen) {
  const Picture picture =
      take_picture("lamplight_light", "--size 1200x800 --theme light --state work=openfold");
  EXPECT_EQ(picture.width, 1200);
  EXPECT_EQ(picture.height, 800);
  ASSERT_EQ(picture.pixels.size(), 1200u * 800u * 3u);
  EXPECT_GT(picture.count(0xff, 0xff, 0xff), 300'000);  // panels
  EXPECT_GT(picture.count(0x1f, 0x5f, 0xd6), 1'000);    // accent: the primary button
  EXPECT_GT(picture.count(0xe8, 0xf0, 0xfe), 5'000);    // the selected row
  EXPECT_GT(picture.count(0x00, 0x72, 0xb2), 500);      // bars of the language models
  EXPECT_GT(picture.count(0x16, 0x19, 0x1d), 500);      // ink
}

TEST(NativeWindow, DrawsTheDarkPhoneScreenAtTwiceTheDensity) {
  const Picture picture =
      take_picture("lamplight_dark", "--size 390x500 --scale 2 --theme dark --state q=protein");
  EXPECT_EQ(picture.width, 780);
  EXPECT_EQ(picture.height, 1000);
  EXPECT_GT(picture.count(0x18, 0x1c, 0x22), 300'000);  // panels
  EXPECT_GT(picture.count(0x5b, 0x4c, 0x00), 2'000);    // marks
  EXPECT_GT(picture.count(0xe8, 0xeb, 0xf0), 1'000);    // ink
}

TEST(NativeWindow, TellsWhatItCannotRead) {
  EXPECT_EQ(run_program("/there/is/no/such/list.md --screenshot x.ppm 2>/dev/null"), 3);
  EXPECT_EQ(run_program("--wrong 2>/dev/null"), 2);
}

}  // namespace
}  // namespace lamplight::platform
