// The search field as a combobox: keys, pointer, and what the semantic tree tells of it.
#include <algorithm>

#include "ui/screen.h"

namespace lamplight::test {
namespace {

using ui::Key;
using ui::Node;
using ui::Role;

const Node& field(const platform::Headless& screen) {
  return *screen.tree().find_all(Role::SearchBox).front();
}

const Node* popup(const platform::Headless& screen) {
  const std::vector<const Node*> lists = screen.tree().find_all(Role::ListBox);
  return lists.empty() ? nullptr : lists.front();
}

// Label of the active option, or empty.
std::string active(const platform::Headless& screen) {
  for (const Node* option : screen.tree().find_all(Role::Option)) {
    if ((option->flags & ui::flag_selected) != 0) return option->label;
  }
  return {};
}

TEST(Suggestions, ShowWhileTypingWithinTheWindow) {
  for (const float width : {1440.0f, 390.0f, 280.0f}) {
    const auto screen = open_flagship(width, 700);
    EXPECT_EQ(popup(*screen), nullptr);
    screen->type("prot");
    ASSERT_NE(popup(*screen), nullptr);
    const std::vector<const Node*> options = screen->tree().find_all(Role::Option);
    ASSERT_FALSE(options.empty());
    for (std::size_t i = 0; i < options.size(); ++i) {
      EXPECT_EQ(options[i]->position_in_set, static_cast<int>(i) + 1);
      EXPECT_EQ(options[i]->set_size, static_cast<int>(options.size()));
      EXPECT_EQ(parent_of(screen->tree(), *options[i])->role, Role::ListBox);
      EXPECT_GE(options[i]->rect.h, width < 500 ? 44 : 32);
    }
    expect_sound(*screen, width, 700);
    EXPECT_EQ(screen->settle(), 1);
  }
}

TEST(Suggestions, TheFieldTellsItsListAndTheActiveOption) {
  const auto screen = open_flagship();
  EXPECT_NE(field(*screen).flags & ui::flag_collapsed, 0u);
  EXPECT_EQ(field(*screen).options.size(), 1u);
  screen->type("prot");
  EXPECT_NE(field(*screen).flags & ui::flag_expanded, 0u);
  ASSERT_EQ(field(*screen).options.size(), 3u);
  EXPECT_EQ(field(*screen).options[1], std::to_string(popup(*screen)->id));
  EXPECT_EQ(field(*screen).options[2], "");
  screen->press(Key::Down);
  const Node* first = screen->tree().find_all(Role::Option).front();
  EXPECT_EQ(field(*screen).options[2], std::to_string(first->id));
}

TEST(Suggestions, ReadPlainWordsAsFieldsInOneClick) {
  const auto screen = open_flagship();
  screen->type("papers with code of 2022");
  const Node* first = screen->tree().find_all(Role::Option).front();
  EXPECT_EQ(first->label.rfind("has:code year:2022, did you mean · ", 0), 0u) << first->label;
  const std::string promised = first->label.substr(first->label.rfind("· ") + 3);
  ASSERT_TRUE(screen->click(Role::Option, first->label));
  const app::ViewModel& model = screen->session().view_model();
  EXPECT_EQ(model.query, "has:code year:2022 ");
  EXPECT_EQ(promised, std::to_string(model.rows.size()) + " works");
}

TEST(Suggestions, ArrowsGoThroughOptionsAndTheFieldItself) {
  const auto screen = open_flagship();
  screen->type("prot");
  const std::size_t count = screen->tree().find_all(Role::Option).size();
  const std::string first = screen->tree().find_all(Role::Option).front()->label;
  const std::string last = screen->tree().find_all(Role::Option).back()->label;
  screen->press(Key::Down);
  EXPECT_EQ(active(*screen), first);
  screen->press(Key::Up);
  EXPECT_EQ(active(*screen), "");
  screen->press(Key::Up);
  EXPECT_EQ(active(*screen), last);
  screen->press(Key::Down);
  EXPECT_EQ(active(*screen), "");
  for (std::size_t i = 0; i < count; ++i) screen->press(Key::Down);
  EXPECT_EQ(active(*screen), last);
  EXPECT_EQ(screen->session().state().work, "");
}

TEST(Suggestions, EnterTakesTheActiveOne) {
  const auto screen = open_flagship();
  screen->type("protei");
  screen->press(Key::Down);
  const std::string text = screen->session().suggestions().front().text;
  screen->press(Key::Enter);
  EXPECT_NE(screen->session().state().query.find(text), std::string::npos);
  EXPECT_EQ(popup(*screen), nullptr);
  // With the popup closed, the arrows are the list's.
  screen->press(Key::Down);
  EXPECT_NE(screen->session().state().work, "");
}

TEST(Suggestions, EnterWithNoneActiveClosesAndRemembers) {
  const auto screen = open_flagship();
  screen->type("protein struc");
  ASSERT_NE(popup(*screen), nullptr);
  screen->press(Key::Enter);
  EXPECT_EQ(popup(*screen), nullptr);
  EXPECT_EQ(screen->session().state().query, "protein struc");
  EXPECT_EQ(screen->session().state().recent, std::vector<std::string>{"protein struc"});
}

TEST(Suggestions, EscapeClosesThePopupBeforeAnythingElse) {
  const auto screen = open_flagship();
  screen->type("prot");
  screen->press(Key::Escape);
  EXPECT_EQ(popup(*screen), nullptr);
  EXPECT_EQ(screen->session().state().query, "prot");
  screen->press(Key::Escape);
  EXPECT_EQ(screen->session().state().query, "");
}

TEST(Suggestions, AFieldIsFollowedByItsValues) {
  const auto screen = open_flagship();
  screen->type("ha");
  const Node* field_option = nullptr;
  for (const Node* option : screen->tree().find_all(Role::Option)) {
    if (option->label.compare(0, 4, "has:") == 0) field_option = option;
  }
  ASSERT_NE(field_option, nullptr);
  ASSERT_TRUE(screen->ui().activate(field_option->id));
  screen->settle();
  EXPECT_EQ(screen->session().state().query, "has:");
  ASSERT_NE(popup(*screen), nullptr);
  const Node* value = find_begin(screen->tree(), Role::Option, "has:code");
  ASSERT_NE(value, nullptr);
  ASSERT_TRUE(screen->click(Role::Option, value->label));
  EXPECT_EQ(screen->session().state().query.substr(0, 8), "has:code");
  EXPECT_EQ(popup(*screen), nullptr);
}

TEST(Suggestions, APressTakesOneAndKeepsTheField) {
  const auto screen = open_flagship();
  screen->type("protei");
  const Node option = *screen->tree().find_all(Role::Option).front();
  ASSERT_TRUE(screen->point_and_click(option));
  EXPECT_NE(screen->session().state().query, "protei");
  EXPECT_EQ(screen->ui().focus(), field(*screen).id);
  EXPECT_EQ(screen->session().state().work, "");
}

TEST(Suggestions, CloseWhenTheFieldLosesTheKeyboard) {
  const auto screen = open_flagship();
  screen->type("prot");
  screen->ui().set_focus(0);
  screen->settle();
  EXPECT_EQ(popup(*screen), nullptr);
  screen->ui().set_focus(field(*screen).id);
  screen->settle();
  EXPECT_EQ(popup(*screen), nullptr) << "only typing opens it again";
}

TEST(Suggestions, AnEmptyFieldOffersWhatWasSearchedBefore) {
  const auto screen = open_flagship();
  screen->press(Key::Slash);
  EXPECT_EQ(popup(*screen), nullptr) << "there is nothing to offer yet";
  screen->session().dispatch(app::SetOwn{{}, {"protein", "has:code"}});
  screen->ui().set_focus(0);
  screen->settle();
  EXPECT_EQ(popup(*screen), nullptr);
  screen->press(Key::Slash);
  ASSERT_NE(popup(*screen), nullptr);
  EXPECT_EQ(popup(*screen)->label, "Searched before");
  ASSERT_EQ(screen->tree().find_all(Role::Option).size(), 3u);
  expect_sound(*screen, 1440, 900);
  screen->press(Key::Down);
  screen->press(Key::Down);
  screen->press(Key::Enter);
  EXPECT_EQ(screen->session().state().query, "has:code");
  EXPECT_EQ(screen->session().state().recent.front(), "has:code");
}

TEST(Suggestions, SearchesOfBeforeAreForgottenOnRequest) {
  const auto screen = open_flagship();
  screen->session().dispatch(app::SetOwn{{}, {"protein"}});
  screen->press(Key::Slash);
  screen->press(Key::Up);
  EXPECT_EQ(active(*screen), "Forget these searches");
  screen->press(Key::Enter);
  EXPECT_TRUE(screen->session().state().recent.empty());
  EXPECT_EQ(popup(*screen), nullptr);
}

TEST(Suggestions, AQueryIsRememberedWhenItLedSomewhere) {
  const auto screen = open_flagship();
  screen->type("openfold");
  EXPECT_TRUE(screen->session().state().recent.empty());
  ASSERT_TRUE(screen->click(Role::Link, row_titles(screen->tree()).front()));
  EXPECT_EQ(screen->session().state().recent, std::vector<std::string>{"openfold"});
  screen->press(Key::Escape);
  screen->type("chatcad");
  ASSERT_TRUE(screen->click(Role::Link, "Paper"));
  EXPECT_EQ(screen->session().state().recent.front(), "chatcad");
}

TEST(Corrections, SayWhatWasSearchedAndTakeIt) {
  for (const float width : {1440.0f, 390.0f}) {
    const auto screen = open_flagship(width, 844);
    screen->type("protien ");
    const auto& corrections = screen->session().view_model().corrections;
    ASSERT_EQ(corrections.size(), 1u);
    const std::string label = corrections.front().label;
    EXPECT_NE(screen->tree().find(Role::Status, corrections.front().text), nullptr);
    EXPECT_FALSE(screen->tree().find_all(Role::Row).empty());
    expect_sound(*screen, width, 844);
    ASSERT_TRUE(screen->click(Role::Button, label));
    EXPECT_NE(screen->session().state().query.find("protein"), std::string::npos);
    EXPECT_EQ(screen->tree().find(Role::Button, label), nullptr);
  }
}

TEST(Saved, AKeyAndAButtonSaveTheWork) {
  const auto screen = open_flagship();
  EXPECT_FALSE(screen->ui().press(Key::Save)) << "no work is chosen";
  screen->session().open_url("work=openfold");
  screen->settle();
  screen->press(Key::Save);
  EXPECT_EQ(screen->session().state().saved, std::vector<std::string>{"openfold"});
  EXPECT_NE(screen->tree().find(Role::Image, "Saved"), nullptr);
  expect_sound(*screen, 1440, 900);
  ASSERT_TRUE(screen->click(Role::Button, "Saved: take it off"));
  EXPECT_TRUE(screen->session().state().saved.empty());
  EXPECT_EQ(screen->tree().find(Role::Image, "Saved"), nullptr);
  ASSERT_TRUE(screen->click(Role::Button, "Save the work"));
  screen->press(Key::Escape);
  screen->type("is:saved");
  EXPECT_EQ(screen->session().view_model().rows.size(), 1u);
}

}  // namespace
}  // namespace lamplight::test
