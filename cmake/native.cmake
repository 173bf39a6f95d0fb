# The native window: the same Ui in a GLFW window, where GLFW is to be had.
include_guard(GLOBAL)

lamplight_use_glfw()
if(NOT TARGET glfw)
  message(STATUS "lamplight: no GLFW: lamplight_native is not built")
  return()
endif()
file(GLOB native_sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/src/platform/native*.cpp")
list(APPEND native_sources "${PROJECT_SOURCE_DIR}/src/platform/word_boxes.cpp")
set(native_backends "${LAMPLIGHT_IMGUI_DIR_USED}/backends/imgui_impl_glfw.cpp"
  "${LAMPLIGHT_IMGUI_DIR_USED}/backends/imgui_impl_opengl3.cpp")
set_source_files_properties(${native_backends} PROPERTIES COMPILE_OPTIONS -w)
add_executable(lamplight_native ${native_sources} ${native_backends})
lamplight_target(lamplight_native)
target_link_libraries(lamplight_native PRIVATE lamplight_ui lamplight_imgui glfw ${CMAKE_DL_LIBS})
if(UNIX AND NOT APPLE)
  # The GLFW backend asks X11 for what GLFW does not tell.
  find_package(X11 QUIET)
  if(X11_FOUND)
    target_link_libraries(lamplight_native PRIVATE ${X11_LIBRARIES})
  endif()
endif()
