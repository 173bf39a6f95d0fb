#include "platform/native_window.h"

#include <imgui.h>
#include <imgui_impl_glfw.h>
#include <imgui_impl_opengl3.h>
// Dear ImGui's own loader of OpenGL; the backend holds its implementation.
#include <imgui_impl_opengl3_loader.h>
#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <string>
#include <vector>

#include "platform/native_fonts.h"
#include "platform/native_keyboard.h"
#include "platform/native_picture.h"
#include "platform/native_text_field.h"
#include "platform/preparing.h"
#include "platform/word_boxes.h"
#include "ui/ui.h"

namespace lamplight::platform {
namespace {

// Dear ImGui answers input one frame late, and takes a press and its release in two frames.
constexpr int frames_after_input = 3;

// Where all is drawn: without a background, since the window was cleared to Ui::background().
void begin_canvas(const ui::FrameInput& input) {
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize({input.width, input.height});
  ImGui::Begin("lamplight", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                   ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoSavedSettings |
                   ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoBringToFrontOnFocus |
                   ImGuiWindowFlags_NoNav);
}

// Over the window that was begun last.
ui::Pointer read_pointer() {
  const ImGuiIO& io = ImGui::GetIO();
  ui::Pointer pointer;
  pointer.is_inside = ImGui::IsWindowHovered(ImGuiHoveredFlags_AllowWhenBlockedByActiveItem);
  if (pointer.is_inside) {
    pointer.x = io.MousePos.x;
    pointer.y = io.MousePos.y;
    pointer.was_pressed = io.MouseClicked[0];
    pointer.was_middle_clicked = io.MouseClicked[2];
    pointer.wheel = io.MouseWheel;
  }
  pointer.modifiers = {io.KeyShift, io.KeyCtrl || io.KeySuper, io.KeyAlt};
  pointer.is_down = io.MouseDown[0];
  pointer.was_released = io.MouseReleased[0];
  return pointer;
}

class Window {
 public:
  Window(app::Session& session, const NativeOptions& options)
      : session_(session), options_(options) {}
  ~Window();
  Window(const Window&) = delete;
  Window& operator=(const Window&) = delete;

  [[nodiscard]] bool open();
  [[nodiscard]] int run();

 private:
  static Window& of(GLFWwindow* window) {
    return *static_cast<Window*>(glfwGetWindowUserPointer(window));
  }
  void listen();
  static void press_key(GLFWwindow* window, int key, int code, int action, int modifiers);
  void move_pointer(double x, double y);
  bool draw();
  void show_metrics();
  void perform(const ui::Effect& effect);
  [[nodiscard]] bool save_screenshot() const;
  [[nodiscard]] float pixels_per_unit() const;

  app::Session& session_;
  const NativeOptions& options_;
  GLFWwindow* window_ = nullptr;
  ui::ShapedWords words_;
  ui::Ui ui_;
  float scale_ = 1;
  int frames_owed_ = frames_after_input;
  bool shows_metrics_ = false;
};

Window::~Window() {
  if (window_ != nullptr) {
    ImGui_ImplOpenGL3_Shutdown();
    ImGui_ImplGlfw_Shutdown();
    ImGui::DestroyContext();
    glfwDestroyWindow(window_);
  }
  glfwTerminate();
}

bool Window::open() {
  glfwSetErrorCallback(
      [](int, const char* what) { std::fprintf(stderr, "lamplight_native: %s\n", what); });
  if (!glfwInit()) return false;
  glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 2);
  glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
  glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
  glfwWindowHint(GLFW_SCALE_TO_MONITOR, options_.scale == 0 ? GLFW_TRUE : GLFW_FALSE);
  const float factor = options_.scale > 0 ? options_.scale : 1;
  const std::string& title = session_.view_model().title;
  window_ = glfwCreateWindow(static_cast<int>(static_cast<float>(options_.width) * factor),
                             static_cast<int>(static_cast<float>(options_.height) * factor),
                             title.empty() ? "Lamplight" : title.c_str(), nullptr, nullptr);
  if (window_ == nullptr) return false;
  glfwMakeContextCurrent(window_);
  glfwSwapInterval(1);
  scale_ = options_.scale;
  if (scale_ == 0) glfwGetWindowContentScale(window_, &scale_, nullptr);

  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.ConfigInputTextCursorBlink = false;  // a blinking caret would draw for ever
  ImGuiStyle& style = ImGui::GetStyle();
  style.WindowPadding = {0, 0};
  style.WindowBorderSize = 0;
  style.WindowRounding = 0;
  style.WindowMinSize = {1, 1};
  style.CircleTessellationMaxError = 0.1f;
  listen();
  if (!ImGui_ImplGlfw_InitForOpenGL(window_, true)) return false;
  // Instead of Dear ImGui's own, which knows no CSS px.
  glfwSetCursorPosCallback(
      window_, [](GLFWwindow* window, double x, double y) { of(window).move_pointer(x, y); });
  glfwSetKeyCallback(window_, press_key);
  if (!ImGui_ImplOpenGL3_Init("#version 150")) return false;
  ui_.set_fonts(load_system_fonts(words_));
  ui_.set_text_field(draw_native_text_field);
  return true;
}

// Pixels of the framebuffer for one unit of the window's coordinates.
float Window::pixels_per_unit() const {
  int width = 0;
  int pixels = 0;
  glfwGetWindowSize(window_, &width, nullptr);
  glfwGetFramebufferSize(window_, &pixels, nullptr);
  return width > 0 ? static_cast<float>(pixels) / static_cast<float>(width) : 1;
}

// Set before Dear ImGui's own callbacks, which call these after their work.
void Window::listen() {
  glfwSetWindowUserPointer(window_, this);
  glfwSetCharCallback(
      window_, [](GLFWwindow* window, unsigned) { of(window).frames_owed_ = frames_after_input; });
  glfwSetMouseButtonCallback(window_, [](GLFWwindow* window, int, int, int) {
    of(window).frames_owed_ = frames_after_input;
  });
  glfwSetScrollCallback(window_, [](GLFWwindow* window, double, double) {
    of(window).frames_owed_ = frames_after_input;
  });
  glfwSetWindowRefreshCallback(
      window_, [](GLFWwindow* window) { of(window).frames_owed_ = frames_after_input; });
  glfwSetFramebufferSizeCallback(
      window_, [](GLFWwindow* window, int, int) { of(window).frames_owed_ = frames_after_input; });
}

// What the field of text has no use for, or the application more, does not reach it.
void Window::press_key(GLFWwindow* window, int key, int code, int action, int modifiers) {
  Window& self = of(window);
  self.frames_owed_ = frames_after_input;
  if (action == GLFW_PRESS && key == GLFW_KEY_F12) self.shows_metrics_ = !self.shows_metrics_;
  if (action != GLFW_RELEASE) {
    if (!ImGui::GetIO().WantTextInput) {
      press_native_key(self.ui_, key, modifiers);
    } else if (press_native_field_key(self.ui_, key, modifiers)) {
      return;
    }
  }
  ImGui_ImplGlfw_KeyCallback(window, key, code, action, modifiers);
}

// The window's own units to CSS px.
void Window::move_pointer(double x, double y) {
  const float factor = pixels_per_unit() / scale_;
  ImGui::GetIO().AddMousePosEvent(static_cast<float>(x) * factor, static_cast<float>(y) * factor);
  frames_owed_ = frames_after_input;
}

void Window::perform(const ui::Effect& effect) {
  if (const auto* open = std::get_if<ui::OpenLink>(&effect)) {
    ImGuiPlatformIO& platform = ImGui::GetPlatformIO();
    if (platform.Platform_OpenInShellFn != nullptr && is_clickable_url(open->url)) {
      platform.Platform_OpenInShellFn(ImGui::GetCurrentContext(), open->url.c_str());
    }
  } else if (const auto* copy = std::get_if<ui::CopyText>(&effect)) {
    glfwSetClipboardString(window_, copy->text.c_str());
  } else if (const auto* focus = std::get_if<ui::FocusNode>(&effect)) {
    ui_.set_focus(focus->id);
  }
}

// Dear ImGui's own metrics and debugger, on F12 of a debug build.
void Window::show_metrics() {
#ifndef IMGUI_DISABLE_DEBUG_TOOLS
  if (shows_metrics_) ImGui::ShowMetricsWindow(&shows_metrics_);
#endif
}

bool Window::draw() {
  int pixel_width = 0;
  int pixel_height = 0;
  glfwGetFramebufferSize(window_, &pixel_width, &pixel_height);
  if (pixel_width <= 0 || pixel_height <= 0) return false;
  ui::FrameInput input;
  input.width = static_cast<float>(pixel_width) / scale_;
  input.height = static_cast<float>(pixel_height) / scale_;
  input.time_s = glfwGetTime();
  const bool has_prepared = prepare_a_while(session_, [] { return glfwGetTime() * 1000; });
  word_boxes_limit(*ImGui::GetIO().Fonts, words_,
                   static_cast<float>(pixel_width) * static_cast<float>(pixel_height));
  ImGui_ImplOpenGL3_NewFrame();
  ImGui_ImplGlfw_NewFrame();
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {input.width, input.height};
  io.DisplayFramebufferScale = {scale_, scale_};
  ImGui::NewFrame();
  // Dear ImGui sets this for the current font alone; the others would be drawn at 1x.
  for (ImFont* face : io.Fonts->Fonts) face->CurrentRasterizerDensity = scale_;
  begin_canvas(input);
  input.pointer = read_pointer();
  bool wants_more = ui_.frame(session_, input, *ImGui::GetWindowDrawList()) || has_prepared;
  ImGui::End();
  show_metrics();
  ImGui::Render();
  glViewport(0, 0, pixel_width, pixel_height);
  const ImVec4 color = ImGui::ColorConvertU32ToFloat4(ui_.background());
  glClearColor(color.x, color.y, color.z, color.w);
  glClear(GL_COLOR_BUFFER_BIT);
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
  for (const app::Action& action : ui_.take_actions()) {
    session_.dispatch(action);
    wants_more = true;
  }
  for (const ui::Effect& effect : ui_.take_effects()) perform(effect);
  return wants_more;
}

bool Window::save_screenshot() const {
  int width = 0;
  int height = 0;
  glfwGetFramebufferSize(window_, &width, &height);
  std::vector<unsigned char> pixels(static_cast<std::size_t>(width) *
                                    static_cast<std::size_t>(height) * 3);
  glPixelStorei(GL_PACK_ALIGNMENT, 1);
  constexpr GLenum rgb = 0x1907;  // GL_RGB, which the small loader does not name
  glReadPixels(0, 0, width, height, rgb, GL_UNSIGNED_BYTE, pixels.data());
  return write_picture(options_.screenshot, width, height, pixels);
}

int Window::run() {
  int drawn = 0;
  while (!glfwWindowShouldClose(window_)) {
    if (frames_owed_ > 0) {
      glfwPollEvents();
    } else if (const float wait_s = ui_.wait_s(); wait_s > 0) {
      // Something is to be shown then, whatever happens till then.
      glfwWaitEventsTimeout(static_cast<double>(wait_s));
      frames_owed_ = std::max(frames_owed_, 1);
    } else {
      glfwWaitEvents();
    }
    if (frames_owed_ <= 0 && options_.screenshot.empty()) continue;
    frames_owed_ = std::max(0, frames_owed_ - 1);
    if (draw()) frames_owed_ = std::max(frames_owed_, 1);
    ++drawn;
    if (!options_.screenshot.empty()) {
      frames_owed_ = 1;
      if (drawn >= options_.frames) {
        if (save_screenshot()) return 0;
        std::fprintf(stderr, "lamplight_native: cannot write %s\n", options_.screenshot.c_str());
        return 3;
      }
    }
    glfwSwapBuffers(window_);
  }
  return 0;
}

}  // namespace

int run_native_window(app::Session& session, const NativeOptions& options) {
  Window window(session, options);
  if (!window.open()) {
    std::fprintf(stderr, "lamplight_native: no window could be opened\n");
    return 3;
  }
  return window.run();
}

}  // namespace lamplight::platform
