# Third-party code: found in this order: a folder given with LAMPLIGHT_<NAME>_DIR, a system
# package, the pinned source that get-deps.sh brings.
include_guard(GLOBAL)

function(lamplight_source out name)
  string(TOUPPER "${name}" upper)
  string(REPLACE "-" "_" upper "${upper}")
  if(LAMPLIGHT_${upper}_DIR)
    set(folder "${LAMPLIGHT_${upper}_DIR}")
  else()
    execute_process(COMMAND "${PROJECT_SOURCE_DIR}/cmake/get-deps.sh" "${name}"
      OUTPUT_VARIABLE said RESULT_VARIABLE failed OUTPUT_STRIP_TRAILING_WHITESPACE)
    if(failed)
      message(FATAL_ERROR "cmake/get-deps.sh ${name} failed")
    endif()
    string(REGEX REPLACE "^.*\n" "" folder "${said}")
  endif()
  set(${out} "${folder}" PARENT_SCOPE)
endfunction()

# cmark-gfm: library and extensions, without its program, tests and man pages.
lamplight_source(cmark_dir cmark-gfm)
file(GLOB cmark_sources "${cmark_dir}/src/*.c" "${cmark_dir}/extensions/*.c")
list(FILTER cmark_sources EXCLUDE REGEX "/main\\.c$")
add_library(lamplight_cmark STATIC ${cmark_sources})
set(cmark_generated "${CMAKE_CURRENT_BINARY_DIR}/cmark-gfm")
file(WRITE "${cmark_generated}/config.h" "#define HAVE_STDBOOL_H\n#include <stdbool.h>\n#define HAVE___BUILTIN_EXPECT\n#define HAVE___ATTRIBUTE__\n#define CMARK_ATTRIBUTE(list) __attribute__ (list)\n#define CMARK_INLINE inline\n")
file(WRITE "${cmark_generated}/cmark-gfm_version.h" "#ifndef CMARK_GFM_VERSION_H\n#define CMARK_GFM_VERSION_H\n#define CMARK_GFM_VERSION ((0 << 24) | (29 << 16) | (0 << 8) | 13)\n#define CMARK_GFM_VERSION_STRING \"0.29.0.gfm.13\"\n#endif\n")
file(WRITE "${cmark_generated}/cmark-gfm_export.h" "#define CMARK_GFM_EXPORT\n#define CMARK_GFM_NO_EXPORT\n#define CMARK_GFM_DEPRECATED\n")
file(WRITE "${cmark_generated}/cmark-gfm-extensions_export.h" "#define CMARK_GFM_EXTENSIONS_EXPORT\n")
target_include_directories(lamplight_cmark SYSTEM PUBLIC "${cmark_generated}" "${cmark_dir}/src" "${cmark_dir}/extensions")
target_compile_options(lamplight_cmark PRIVATE -w)

# nlohmann/json: headers only; copied, so that a cross build never sees /usr/include.
find_path(json_dir nlohmann/json.hpp PATHS /usr/include NO_CMAKE_FIND_ROOT_PATH REQUIRED)
file(COPY "${json_dir}/nlohmann" DESTINATION "${CMAKE_CURRENT_BINARY_DIR}/json")
add_library(lamplight_json INTERFACE)
target_include_directories(lamplight_json SYSTEM INTERFACE "${CMAKE_CURRENT_BINARY_DIR}/json")

# Dear ImGui: the library alone; each platform adds its own backend.
lamplight_source(imgui_dir imgui)
add_library(lamplight_imgui STATIC "${imgui_dir}/imgui.cpp" "${imgui_dir}/imgui_draw.cpp"
  "${imgui_dir}/imgui_tables.cpp" "${imgui_dir}/imgui_widgets.cpp")
target_include_directories(lamplight_imgui SYSTEM PUBLIC "${imgui_dir}" "${imgui_dir}/backends")
target_compile_definitions(lamplight_imgui PUBLIC IMGUI_USE_WCHAR32 IMGUI_DISABLE_DEMO_WINDOWS
  IMGUI_DISABLE_DEBUG_TOOLS IMGUI_DISABLE_OBSOLETE_FUNCTIONS)
target_compile_features(lamplight_imgui PUBLIC cxx_std_20)
target_compile_options(lamplight_imgui PRIVATE -w)
set(LAMPLIGHT_IMGUI_DIR_USED "${imgui_dir}" CACHE INTERNAL "")
