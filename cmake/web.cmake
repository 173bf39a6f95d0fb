# The web module: build/<preset>/dist/ is all that a site needs besides its lists.
include_guard(GLOBAL)

# Small rather than fast: the first load counts every byte. Last on the command line wins over the
# build type's -O3.
# The features named are in every browser that has WebGL 2.
set(web_options -Oz -flto -mnontrapping-fptoint -msign-ext -mbulk-memory)
set(web_options_cxx -fno-exceptions -fno-rtti)
foreach(target base markdown catalog search lint format app ui cmark imgui)
  get_target_property(kind lamplight_${target} TYPE)
  if(NOT kind STREQUAL "INTERFACE_LIBRARY")
    target_compile_options(lamplight_${target} PRIVATE
      ${web_options} "$<$<COMPILE_LANGUAGE:CXX>:${web_options_cxx}>")
  endif()
endforeach()

# But for what goes through every work of a list: a search at each key, and building the index.
set(hot_sources)
foreach(hot IN ITEMS columns find found links near_words order term_match text_index vocabulary)
  list(APPEND hot_sources "${PROJECT_SOURCE_DIR}/src/search/${hot}.cpp")
endforeach()
# With -Oz, Emscripten forbids inlining; a later -O2 alone does not allow it again.
set_source_files_properties(${hot_sources} "${PROJECT_SOURCE_DIR}/src/base/string_index.cpp"
  PROPERTIES COMPILE_OPTIONS "-O2;-sINLINING_LIMIT=0")

# No files, no shell, no built-in font. IMGUI_ENABLE_FREETYPE only leaves the TrueType rasteriser
# out: the loader it asks for by that name is the browser's (src/platform/browser_font.cpp).
target_compile_definitions(lamplight_imgui PUBLIC IMGUI_DISABLE_FILE_FUNCTIONS
  IMGUI_DISABLE_DEFAULT_FONT IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
  IMGUI_ENABLE_FREETYPE)

add_executable(lamplight_web
  src/platform/browser_font.cpp
  src/platform/drawing.cpp
  src/platform/pointer_events.cpp
  src/platform/web.cpp
  src/platform/web_graphics.cpp
  src/platform/web_libc.cpp
  src/platform/web_tree.cpp)
lamplight_target(lamplight_web)
target_compile_options(lamplight_web PRIVATE ${web_options} ${web_options_cxx})
target_link_libraries(lamplight_web PRIVATE lamplight_ui lamplight_app lamplight_imgui)
target_link_options(lamplight_web PRIVATE ${web_options} ${web_options_cxx} --no-entry
  -sMODULARIZE=1 -sEXPORT_ES6=1 -sEXPORT_NAME=createLamplight -sENVIRONMENT=web
  -sFILESYSTEM=0 -sALLOW_MEMORY_GROWTH=1 -sINITIAL_MEMORY=16777216 -sMALLOC=emmalloc
  -sEXPORTED_RUNTIME_METHODS=HEAPU8 -sINCOMING_MODULE_JS_API=instantiateWasm,glyphs)
set_target_properties(lamplight_web PROPERTIES OUTPUT_NAME lamplight_web SUFFIX .js
  RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/dist")

# What is served beside it, copied whenever it changes.
find_program(LAMPLIGHT_NODE node REQUIRED NO_CMAKE_FIND_ROOT_PATH)
file(GLOB web_files CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/web/*.js"
  "${PROJECT_SOURCE_DIR}/web/*.css" "${PROJECT_SOURCE_DIR}/web/index.html")
set(copied)
foreach(file ${web_files})
  get_filename_component(name "${file}" NAME)
  set(strip "${PROJECT_SOURCE_DIR}/cmake/strip_comments.mjs")
  if(name MATCHES "\\.js$")
    set(copy "${LAMPLIGHT_NODE}" "${strip}")
  else()
    set(copy "${CMAKE_COMMAND}" -E copy)
  endif()
  add_custom_command(OUTPUT "${CMAKE_BINARY_DIR}/dist/${name}"
    COMMAND ${copy} "${file}" "${CMAKE_BINARY_DIR}/dist/${name}"
    DEPENDS "${file}" "${strip}" VERBATIM)
  list(APPEND copied "${CMAKE_BINARY_DIR}/dist/${name}")
endforeach()
add_custom_target(lamplight_web_files ALL DEPENDS ${copied})
