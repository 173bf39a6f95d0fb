#include "platform/native_fonts.h"

#include <imgui.h>

#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "platform/word_boxes.h"

namespace lamplight::platform {
namespace {

namespace fs = std::filesystem;

// File names of one face, best first.
constexpr const char* regular_files[] = {"Inter-Regular.otf", "Inter-Regular.ttf",
                                         "NotoSans-Regular.ttf", "DejaVuSans.ttf",
                                         "LiberationSans-Regular.ttf"};
constexpr const char* medium_files[] = {"Inter-Medium.otf", "Inter-Medium.ttf",
                                        "NotoSans-Medium.ttf", "DejaVuSans.ttf",
                                        "LiberationSans-Regular.ttf"};
constexpr const char* bold_files[] = {"Inter-SemiBold.otf", "Inter-SemiBold.ttf",
                                      "NotoSans-SemiBold.ttf", "DejaVuSans-Bold.ttf",
                                      "LiberationSans-Bold.ttf"};
constexpr const char* mono_files[] = {"DejaVuSansMono.ttf", "NotoSansMono-Regular.ttf",
                                      "LiberationMono-Regular.ttf"};
// For signs that the face itself lacks.
constexpr const char* further_files[] = {"DejaVuSans.ttf",         "NotoSansCJK-Regular.ttc",
                                         "NotoSansSC-Regular.otf", "NotoSansJP-Regular.otf",
                                         "wqy-zenhei.ttc",         "wqy-microhei.ttc"};

std::vector<fs::path> font_folders() {
  std::vector<fs::path> folders = {"/usr/share/fonts", "/usr/local/share/fonts", "/Library/Fonts",
                                   "/System/Library/Fonts", "C:/Windows/Fonts"};
  if (const char* home = std::getenv("HOME")) {
    folders.push_back(fs::path(home) / ".fonts");
    folders.push_back(fs::path(home) / ".local/share/fonts");
  }
  return folders;
}

std::vector<fs::path> find_font_files() {
  std::vector<fs::path> files;
  for (const fs::path& folder : font_folders()) {
    std::error_code failed;
    fs::recursive_directory_iterator entry(folder, fs::directory_options::skip_permission_denied,
                                           failed);
    for (; !failed && entry != fs::recursive_directory_iterator(); entry.increment(failed)) {
      const std::string kind = entry->path().extension().string();
      if (kind == ".ttf" || kind == ".otf" || kind == ".ttc") files.push_back(entry->path());
    }
  }
  return files;
}

const fs::path* find_file(const std::vector<fs::path>& files, const char* name) {
  for (const fs::path& file : files) {
    if (file.filename() == name) return &file;
  }
  return nullptr;
}

template <std::size_t count>
ImFont* load_face(const std::vector<fs::path>& files, const char* const (&names)[count],
                  ui::ShapedWords& words) {
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  ImFontConfig config;
  config.Flags = ImFontFlags_NoLoadError;
  // Negative: the size is that of the em square, as in style sheets, not that of the line.
  constexpr float em_size = 14;
  config.SizePixels = -em_size;
  ImFont* face = nullptr;
  for (const char* name : names) {
    const fs::path* file = find_file(files, name);
    if (file != nullptr) face = atlas.AddFontFromFileTTF(file->string().c_str(), 0, &config);
    if (face != nullptr) break;
  }
  if (face == nullptr) return nullptr;
  config.MergeMode = true;
  for (const char* name : further_files) {
    const fs::path* file = find_file(files, name);
    if (file != nullptr) atlas.AddFontFromFileTTF(file->string().c_str(), 0, &config);
  }
  word_boxes_add(atlas, words);
  // The loader has taken its scale from the sign; all that reads the size later expects it
  // positive (Dear ImGui 1.92.2b clamps advances with it).
  face->LegacySize = em_size;
  for (ImFontConfig* source : face->Sources) source->SizePixels = em_size;
  return face;
}

}  // namespace

ui::Ui::Fonts load_system_fonts(ui::ShapedWords& words) {
  const std::vector<fs::path> files = find_font_files();
  ImFont* faces[] = {load_face(files, regular_files, words), load_face(files, medium_files, words),
                     load_face(files, bold_files, words), load_face(files, mono_files, words)};
  ImFont* fallback = faces[0];
  if (fallback == nullptr) {
    fallback = ImGui::GetIO().Fonts->AddFontDefault();
    word_boxes_add(*ImGui::GetIO().Fonts, words);
  }
  ui::Ui::Fonts fonts;
  fonts.words = &words;
  for (int i = 0; i < 4; ++i) fonts.faces[i] = faces[i] != nullptr ? faces[i] : fallback;
  return fonts;
}

}  // namespace lamplight::platform
