// What the title of a window says.
#include "app/session.h"
#include "gtest/gtest.h"

namespace lamplight::app {
namespace {

class WindowTitle : public testing::Test {
 protected:
  WindowTitle() {
    const Result<bool> added = session_.add_snapshot(
        "2024-01-01",
        "# Things\n\n## Big\n- AlphaFold: Proteins [[Paper]](https://a.b/1)\n\n## Small\n- Grains "
        "[[Code]](https://a.b/2)\n");
    EXPECT_TRUE(added.is_ok());
  }
  std::string title(std::string_view url) {
    session_.open_url(url);
    return window_title(session_.view_model());
  }

 private:
  Session session_;
};

TEST_F(WindowTitle, IsThatOfTheListAtFirst) { EXPECT_EQ(title(""), "Things"); }

TEST_F(WindowTitle, SaysWhatWasAskedFor) {
  EXPECT_EQ(title("q=proteins"), "“proteins” · Things");
  EXPECT_EQ(title("q=proteins&in=big"), "“proteins” · Big · Things");
}

TEST_F(WindowTitle, SaysTheViewUnlessItIsTheFirst) {
  EXPECT_EQ(title("view=table"), "Table · Things");
  EXPECT_EQ(title("q=proteins&view=table"), "“proteins” · Table · Things");
}

TEST_F(WindowTitle, IsThatOfTheWorkThatIsOpen) {
  EXPECT_EQ(title("q=proteins&work=alphafold"), "AlphaFold · Things");
  EXPECT_EQ(title("work=grains"), "Grains · Things");
}

}  // namespace
}  // namespace lamplight::app
