#include "ui/semantic.h"

#include <limits>
#include <set>

#include "gtest/gtest.h"

namespace lamplight::ui {
namespace {

TEST(Recorder, KeepsIdsWhileTheThingIsTheSame) {
  Recorder recorder;
  recorder.begin_frame();
  recorder.open(Role::List, "works");
  const std::uint32_t first = recorder.leaf(Role::ListItem, "openfold").id;
  recorder.close();
  recorder.end_frame();
  recorder.begin_frame();
  recorder.leaf(Role::Heading, "new");
  recorder.open(Role::List, "works");
  recorder.leaf(Role::ListItem, "alphafold");
  EXPECT_EQ(recorder.leaf(Role::ListItem, "openfold").id, first);
  recorder.close();
  recorder.end_frame();
}

TEST(Recorder, TellsApartWhatHasTheSameKey) {
  Recorder recorder;
  recorder.begin_frame();
  std::set<std::uint32_t> ids;
  for (int i = 0; i < 1000; ++i) ids.insert(recorder.leaf(Role::Button, "same").id);
  recorder.end_frame();
  EXPECT_EQ(ids.size(), 1000u);
  EXPECT_EQ(ids.count(0), 0u);
  recorder.tree().check();
}

TEST(Recorder, CountsVersionsOnlyWhenSomethingChanged) {
  Recorder recorder;
  for (int frame = 0; frame < 3; ++frame) {
    recorder.begin_frame();
    recorder.leaf(Role::Button, "a").label = "A";
    EXPECT_EQ(recorder.end_frame(), frame == 0);
  }
  EXPECT_EQ(recorder.tree().version, 1u);
  recorder.begin_frame();
  recorder.leaf(Role::Button, "a").label = "B";
  EXPECT_TRUE(recorder.end_frame());
  EXPECT_EQ(recorder.tree().version, 2u);
}

TEST(Tree, JoinsTheTextBelowANode) {
  Recorder recorder;
  recorder.begin_frame();
  recorder.open(Role::ListItem, "a");
  recorder.open(Role::Link, "b");
  recorder.leaf(Role::Text, {}).label = "OpenFold:";
  recorder.leaf(Role::Text, {}).label = "Retraining";
  recorder.close();
  recorder.leaf(Role::Text, {}).label = "2022";
  recorder.close();
  recorder.leaf(Role::Text, {}).label = "elsewhere";
  recorder.end_frame();
  const Tree& tree = recorder.tree();
  EXPECT_EQ(tree.text_below(tree.nodes[0]), "OpenFold: Retraining 2022");
  EXPECT_EQ(tree.text_below(tree.nodes[1]), "OpenFold: Retraining");
}

TEST(TreeDeath, CheckAbortsOnARepeatedId) {
  Tree tree;
  tree.nodes.resize(2);
  tree.nodes[0].id = tree.nodes[1].id = 7;
  EXPECT_DEATH(tree.check(), "an id repeats");
}

TEST(TreeDeath, CheckAbortsOnARectangleThatIsNotFinite) {
  Tree tree;
  tree.nodes.resize(1);
  tree.nodes[0].id = 7;
  tree.nodes[0].rect.w = std::numeric_limits<float>::infinity();
  EXPECT_DEATH(tree.check(), "not finite");
}

}  // namespace
}  // namespace lamplight::ui
