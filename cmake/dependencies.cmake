# Third-party code. Each is looked for in this order:
#   1. a folder with its sources, given as LAMPLIGHT_<NAME>_DIR
#   2. a system package (not Dear ImGui and cmark-gfm: their versions are pinned)
#   3. what cmake/get-deps.sh brings: the Debian source package, then the GitHub tag
# Targets: lamplight_cmark, lamplight_json, lamplight_imgui. On demand: lamplight_use_googletest,
# lamplight_use_benchmark, lamplight_use_glfw. For the licences that a binary must carry:
# lamplight_licenses.
include_guard(GLOBAL)
include(FetchContent)

foreach(name IMGUI CMARK_GFM JSON GOOGLETEST BENCHMARK GLFW)
  set(LAMPLIGHT_${name}_DIR "" CACHE PATH "Sources of this dependency, instead of any other")
endforeach()
mark_as_advanced(LAMPLIGHT_GOOGLETEST_DIR LAMPLIGHT_BENCHMARK_DIR LAMPLIGHT_GLFW_DIR)

# The folder with the sources of `name`, or empty where they are not to be had and OPTIONAL.
# BUILD adds the dependency's own CMake targets.
function(lamplight_fetch out name)
  cmake_parse_arguments(arg "BUILD;OPTIONAL" "" "" ${ARGN})
  string(TOUPPER "${name}" upper)
  string(REPLACE "-" "_" option "LAMPLIGHT_${upper}_DIR")
  if(${option})
    set(folder "${${option}}")
    message(STATUS "lamplight: ${name} from ${folder}, as ${option} says")
  else()
    execute_process(COMMAND "${PROJECT_SOURCE_DIR}/cmake/get-deps.sh" "${name}"
      OUTPUT_VARIABLE folder RESULT_VARIABLE failed OUTPUT_STRIP_TRAILING_WHITESPACE)
    if(failed AND arg_OPTIONAL)
      set(${out} "" PARENT_SCOPE)
      return()
    elseif(failed)
      message(FATAL_ERROR "${name} is missing; the line above says what to do.")
    endif()
  endif()
  # FetchContent takes a populated folder as it is; it joins in so that a project which builds
  # Lamplight as a part of itself can put its own copy in the way of ours.
  if(arg_BUILD)
    FetchContent_Declare(${name} SYSTEM)
  else()
    FetchContent_Declare(${name} SOURCE_SUBDIR lamplight-has-targets-of-its-own)
  endif()
  if(NOT FETCHCONTENT_SOURCE_DIR_${upper})
    set(FETCHCONTENT_SOURCE_DIR_${upper} "${folder}")
  endif()
  FetchContent_MakeAvailable(${name})
  set(${out} "${FETCHCONTENT_SOURCE_DIR_${upper}}" PARENT_SCOPE)
endfunction()

# Third-party code is built without our warnings; address checks reach into it, because our
# mistakes with its memory show up there.
function(lamplight_third_party target)
  target_compile_options(${target} PRIVATE -w)
  if(LAMPLIGHT_SANITIZE)
    target_compile_options(${target} PRIVATE -fsanitize=address -fno-omit-frame-pointer -g -O1)
  endif()
  if(LAMPLIGHT_FUZZ)
    target_compile_options(${target} PRIVATE -fsanitize=fuzzer-no-link)
  endif()
endfunction()

# cmark-gfm: library and extensions, without its program, tests and man pages. Its own build
# would generate these four headers; all they hold is what every supported compiler has.
lamplight_fetch(cmark_dir cmark-gfm)
file(GLOB cmark_sources "${cmark_dir}/src/*.c" "${cmark_dir}/extensions/*.c")
list(FILTER cmark_sources EXCLUDE REGEX "/main\\.c$")
add_library(lamplight_cmark STATIC ${cmark_sources})
set(cmark_generated "${CMAKE_CURRENT_BINARY_DIR}/cmark-gfm")
file(CONFIGURE OUTPUT "${cmark_generated}/config.h" @ONLY CONTENT [[
#define HAVE_STDBOOL_H
#include <stdbool.h>
#define HAVE___BUILTIN_EXPECT
#define HAVE___ATTRIBUTE__
#define CMARK_ATTRIBUTE(list) __attribute__ (list)
#define CMARK_INLINE inline
]])
file(CONFIGURE OUTPUT "${cmark_generated}/cmark-gfm_version.h" @ONLY CONTENT [[
#ifndef CMARK_GFM_VERSION_H
#define CMARK_GFM_VERSION_H
#define CMARK_GFM_VERSION ((0 << 24) | (29 << 16) | (0 << 8) | 13)
#define CMARK_GFM_VERSION_STRING "0.29.0.gfm.13"
#endif
]])
file(CONFIGURE OUTPUT "${cmark_generated}/cmark-gfm_export.h" @ONLY CONTENT [[
#define CMARK_GFM_EXPORT
#define CMARK_GFM_NO_EXPORT
#define CMARK_GFM_DEPRECATED
]])
file(CONFIGURE OUTPUT "${cmark_generated}/cmark-gfm-extensions_export.h" @ONLY CONTENT [[
#define CMARK_GFM_EXTENSIONS_EXPORT
]])
target_include_directories(lamplight_cmark SYSTEM PUBLIC "${cmark_generated}" "${cmark_dir}/src"
  "${cmark_dir}/extensions")
lamplight_third_party(lamplight_cmark)

# nlohmann/json: headers only; copied, so that a cross build never sees /usr/include. A system
# package whose licence does not lie where packages keep it is passed over.
set(lamplight_json_oldest 3.11)
function(lamplight_find_json out_include out_license)
  if(NOT LAMPLIGHT_JSON_DIR)
    find_path(LAMPLIGHT_JSON_INCLUDE nlohmann/json.hpp PATHS /usr/include NO_CMAKE_FIND_ROOT_PATH)
    find_file(LAMPLIGHT_JSON_LICENSE NAMES copyright LICENSE.MIT NO_DEFAULT_PATH
      NO_CMAKE_FIND_ROOT_PATH
      PATHS "${LAMPLIGHT_JSON_INCLUDE}/../share/doc/nlohmann-json3-dev"
        "${LAMPLIGHT_JSON_INCLUDE}/../opt/nlohmann-json")
    mark_as_advanced(LAMPLIGHT_JSON_INCLUDE LAMPLIGHT_JSON_LICENSE)
    set(version 0)
    if(LAMPLIGHT_JSON_INCLUDE AND EXISTS "${LAMPLIGHT_JSON_INCLUDE}/nlohmann/detail/abi_macros.hpp")
      file(STRINGS "${LAMPLIGHT_JSON_INCLUDE}/nlohmann/detail/abi_macros.hpp" lines
        REGEX "define NLOHMANN_JSON_VERSION_(MAJOR|MINOR|PATCH) ")
      list(TRANSFORM lines REPLACE "^.*VERSION_[A-Z]+ +([0-9]+).*$" "\\1")
      list(JOIN lines "." version)
    endif()
    if(LAMPLIGHT_JSON_LICENSE AND version VERSION_GREATER_EQUAL lamplight_json_oldest)
      message(STATUS "lamplight: nlohmann/json ${version} from the system")
      set(${out_include} "${LAMPLIGHT_JSON_INCLUDE}" PARENT_SCOPE)
      set(${out_license} "${LAMPLIGHT_JSON_LICENSE}" PARENT_SCOPE)
      return()
    endif()
  endif()
  lamplight_fetch(dir json)
  set(${out_include} "${dir}/include" PARENT_SCOPE)
  if(EXISTS "${dir}/LICENSE.MIT")
    set(${out_license} "${dir}/LICENSE.MIT" PARENT_SCOPE)
  else()
    set(${out_license} "${dir}/share/doc/nlohmann-json3-dev/copyright" PARENT_SCOPE)
  endif()
endfunction()
lamplight_find_json(json_include json_license)
file(COPY "${json_include}/nlohmann" DESTINATION "${CMAKE_CURRENT_BINARY_DIR}/json")
add_library(lamplight_json INTERFACE)
target_include_directories(lamplight_json SYSTEM INTERFACE "${CMAKE_CURRENT_BINARY_DIR}/json")

# Dear ImGui: the library alone; each platform adds its own backend.
lamplight_fetch(imgui_dir imgui)
add_library(lamplight_imgui STATIC "${imgui_dir}/imgui.cpp" "${imgui_dir}/imgui_draw.cpp"
  "${imgui_dir}/imgui_tables.cpp" "${imgui_dir}/imgui_widgets.cpp")
target_include_directories(lamplight_imgui SYSTEM PUBLIC "${imgui_dir}" "${imgui_dir}/backends")
target_compile_definitions(lamplight_imgui PUBLIC IMGUI_USE_WCHAR32 IMGUI_DISABLE_DEMO_WINDOWS
  IMGUI_DISABLE_OBSOLETE_FUNCTIONS $<$<NOT:$<CONFIG:Debug>>:IMGUI_DISABLE_DEBUG_TOOLS>)
target_compile_features(lamplight_imgui PUBLIC cxx_std_20)
lamplight_third_party(lamplight_imgui)
set(LAMPLIGHT_IMGUI_DIR_USED "${imgui_dir}" CACHE INTERNAL "")

# GTest::gtest_main.
macro(lamplight_use_googletest)
  if(NOT LAMPLIGHT_GOOGLETEST_DIR)
    find_package(GTest 1.11 QUIET)
  endif()
  if(GTest_FOUND)
    message(STATUS "lamplight: GoogleTest ${GTest_VERSION} from the system")
  else()
    set(INSTALL_GTEST OFF)
    set(BUILD_GMOCK OFF)
    lamplight_fetch(googletest_dir googletest BUILD)
  endif()
endmacro()

# benchmark::benchmark_main.
macro(lamplight_use_benchmark)
  if(NOT LAMPLIGHT_BENCHMARK_DIR)
    find_package(benchmark QUIET)
  endif()
  if(benchmark_FOUND)
    message(STATUS "lamplight: Google Benchmark ${benchmark_VERSION} from the system")
  else()
    set(BENCHMARK_ENABLE_TESTING OFF)
    set(BENCHMARK_ENABLE_INSTALL OFF)
    lamplight_fetch(benchmark_dir benchmark BUILD)
  endif()
endmacro()

# Target `glfw`, where GLFW is to be had; a command-line build goes on without the window.
macro(lamplight_use_glfw)
  if(NOT LAMPLIGHT_GLFW_DIR)
    find_package(glfw3 3.3 QUIET)
  endif()
  if(glfw3_FOUND)
    message(STATUS "lamplight: GLFW ${glfw3_VERSION} from the system")
  else()
    set(GLFW_BUILD_DOCS OFF)
    set(GLFW_BUILD_TESTS OFF)
    set(GLFW_BUILD_EXAMPLES OFF)
    set(GLFW_INSTALL OFF)
    lamplight_fetch(glfw_dir glfw BUILD OPTIONAL)
  endif()
endmacro()

# Writes the licences of all that is linked into a web module to one file, THIRD_PARTY.txt in the
# build folder, and sets `out` to its path.
function(lamplight_licenses out)
  set(licenses
    "Dear ImGui" "${imgui_dir}/LICENSE.txt"
    "cmark-gfm" "${cmark_dir}/COPYING"
    "nlohmann/json" "${json_license}")
  if(EXISTS "${LAMPLIGHT_EMSCRIPTEN_ROOT}/system/lib/libc/musl/COPYRIGHT")
    list(APPEND licenses
      "musl, the C library of Emscripten" "${LAMPLIGHT_EMSCRIPTEN_ROOT}/system/lib/libc/musl/COPYRIGHT")
  endif()
  set(text "Lamplight's web module holds code of these projects, under these licences.\n")
  while(licenses)
    list(POP_FRONT licenses title file)
    file(READ "${file}" license)
    string(APPEND text "\n==== ${title} ====\n\n${license}")
  endwhile()
  file(CONFIGURE OUTPUT "${CMAKE_CURRENT_BINARY_DIR}/THIRD_PARTY.txt" CONTENT "@text@" @ONLY)
  set(${out} "${CMAKE_CURRENT_BINARY_DIR}/THIRD_PARTY.txt" PARENT_SCOPE)
endfunction()
