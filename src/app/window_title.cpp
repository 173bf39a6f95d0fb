#include "app/view_model.h"

namespace lamplight::app {

std::string window_title(const ViewModel& model) {
  std::string text;
  if (model.detail) {
    text = model.detail->heading;
  } else {
    if (!model.query.empty()) text = "“" + model.query + "”";
    for (const ChipView& chip : model.chips) add_part(text, chip.text);
    if (model.view != View::List) add_part(text, view_title(model.view));
  }
  add_part(text, model.title);
  return text;
}

}  // namespace lamplight::app
