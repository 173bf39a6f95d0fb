// Suggestions: the popup of the search field, an editable combobox with a list of completions.
// The focus stays in the field; arrows move through field and options, Enter takes one.
#pragma once

#include "ui/frame.h"

namespace lamplight::ui {

// Whether the popup is to be seen now.
[[nodiscard]] bool is_suggesting(app::Session& session, const SearchField& field);

// The field got or lost the keyboard.
void follow_search_focus(const app::Session& session, SearchField& field, bool has_focus);

// A key while the field has the keyboard. False: it is not for the popup.
[[nodiscard]] bool press_in_suggestions(app::Session& session, SearchField& field, Key key,
                                        Outbox& out);

void accept_suggestion(SearchField& field, const AcceptSuggestion& accepted, Outbox& out);

// The reader has come to something by this query: it is worth coming back to.
void remember_query(const app::Session& session, Outbox& out);

void draw_suggestions(Frame& frame, const SearchField& field);

}  // namespace lamplight::ui
