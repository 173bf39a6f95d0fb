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

# The page and each worker have a module, and a memory, of their own: in none there are threads.
target_compile_definitions(lamplight_markdown PRIVATE LAMPLIGHT_WITHOUT_THREADS)

# But for what goes through every work of a list: a search at each key, and building the index.
set(hot_sources)
foreach(hot IN ITEMS columns find found links near_words order term_match text_index vocabulary)
  list(APPEND hot_sources "${PROJECT_SOURCE_DIR}/src/search/${hot}.cpp")
endforeach()
foreach(hot ${hot_sources})
  if(NOT EXISTS "${hot}")
    message(FATAL_ERROR "${hot} is named as hot, but is not there")
  endif()
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
  src/platform/web_memory.cpp
  src/platform/web_tree.cpp)
lamplight_target(lamplight_web)
target_compile_options(lamplight_web PRIVATE ${web_options} ${web_options_cxx})
target_link_libraries(lamplight_web PRIVATE lamplight_ui lamplight_app lamplight_imgui)
target_link_options(lamplight_web PRIVATE ${web_options} ${web_options_cxx} --no-entry
  -sMODULARIZE=1 -sEXPORT_ES6=1 -sEXPORT_NAME=createLamplight -sENVIRONMENT=web
  -sFILESYSTEM=0 -sALLOW_MEMORY_GROWTH=1 -sINITIAL_MEMORY=16777216 -sMALLOC=emmalloc
  -sEXPORTED_RUNTIME_METHODS=HEAPU8 -sINCOMING_MODULE_JS_API=instantiateWasm,glyphs
  --profiling-funcs)  # names, by which it is parted
set_target_properties(lamplight_web PROPERTIES OUTPUT_NAME lamplight_web SUFFIX .js
  RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/modules")

# The reader: what turns Markdown into a catalog's block, and a block into other formats, in a worker
# (web/reader_worker.js). The page needs it only for a list that has no block, and to export.
add_executable(lamplight_reader
  src/platform/reader_exports.cpp
  src/platform/web_memory.cpp)
lamplight_target(lamplight_reader)
target_compile_options(lamplight_reader PRIVATE ${web_options} ${web_options_cxx})
target_link_libraries(lamplight_reader PRIVATE lamplight_catalog lamplight_format)
target_link_options(lamplight_reader PRIVATE ${web_options} ${web_options_cxx} --no-entry
  -sMODULARIZE=1 -sEXPORT_ES6=1 -sEXPORT_NAME=createReader -sENVIRONMENT=worker -sFILESYSTEM=0
  -sALLOW_MEMORY_GROWTH=1 -sINITIAL_MEMORY=16777216 -sMALLOC=emmalloc
  -sEXPORTED_RUNTIME_METHODS=HEAPU8 -sINCOMING_MODULE_JS_API=instantiateWasm)
set_target_properties(lamplight_reader PROPERTIES OUTPUT_NAME lamplight_reader SUFFIX .js
  RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/modules")

# esbuild, of the version that cmake/package-lock.json names. npm leaves a copy of what it
# installed: the same lock file means nothing to do, and no network is asked.
find_program(LAMPLIGHT_NODE node REQUIRED NO_CMAKE_FIND_ROOT_PATH)
set(tools "${PROJECT_SOURCE_DIR}/cmake")
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${tools}/package-lock.json")
set(installed "${tools}/node_modules/.package-lock.json")
if(NOT EXISTS "${installed}" OR "${tools}/package-lock.json" IS_NEWER_THAN "${installed}")
  find_program(LAMPLIGHT_NPM npm NO_CMAKE_FIND_ROOT_PATH)
  if(NOT LAMPLIGHT_NPM)
    message(FATAL_ERROR "There is no npm on this machine, which brings esbuild. Run "
      "`cmake/setup.sh web`, which installs it or says how to get it.")
  endif()
  message(STATUS "lamplight: npm brings esbuild")
  execute_process(COMMAND "${LAMPLIGHT_NPM}" ci --no-audit --no-fund WORKING_DIRECTORY "${tools}"
    RESULT_VARIABLE failed OUTPUT_VARIABLE said ERROR_VARIABLE said)
  if(failed)
    message(FATAL_ERROR "npm could not bring esbuild (`npm ci` in ${tools}):\n${said}")
  endif()
endif()

# wasm-split comes with Emscripten's Binaryen.
find_program(LAMPLIGHT_WASM_SPLIT wasm-split NO_CMAKE_FIND_ROOT_PATH
  HINTS "$ENV{EMSDK}/upstream/bin" "${EMSCRIPTEN_ROOT_PATH}/../bin" REQUIRED)

# A target that leaves in `folder` all that a site copies: the modules, each the .wasm of a target,
# with their functions laid out, that of the page in two parts; the page's JavaScript, bundled;
# template and style. VIEWER is the page's module, BUNDLE is for cmake/bundle.mjs.
file(GLOB_RECURSE shown_lists CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/data/*"
  "${PROJECT_SOURCE_DIR}/tests/golden/input.md")
file(GLOB web_scripts CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/web/*.js")
function(lamplight_web_files target folder)
  cmake_parse_arguments(arg "" "VIEWER" "BUNDLE" ${ARGN})
  set(viewer "$<TARGET_FILE_DIR:${arg_VIEWER}>")
  set(reader "$<TARGET_FILE_DIR:lamplight_reader>")
  set(first "${folder}-parts/lamplight_web.wasm")
  set(rest "${folder}-parts/lamplight_rest.wasm")
  add_custom_command(OUTPUT "${first}" "${rest}"
    COMMAND "${LAMPLIGHT_NODE}" "${tools}/split_module.mjs" --wasm-split "${LAMPLIGHT_WASM_SPLIT}"
      --viewer "${viewer}/lamplight_web" --reader "${reader}/lamplight_reader"
      --first "${first}" --rest "${rest}"
    DEPENDS ${arg_VIEWER} lamplight_reader "${tools}/split_module.mjs" "${tools}/bare_modules.mjs"
      ${shown_lists}
    VERBATIM)
  set(made)
  foreach(linked "${first}" "${rest}" "${reader}/lamplight_reader.wasm")
    cmake_path(GET linked FILENAME name)
    set(depends "${linked}")
    if(name STREQUAL "lamplight_reader.wasm")
      set(depends lamplight_reader)  # what is linked is known by its target, not by its file
    endif()
    add_custom_command(OUTPUT "${folder}/${name}"
      COMMAND "${LAMPLIGHT_NODE}" "${tools}/layout_functions.mjs" "${linked}" "${folder}/${name}"
      DEPENDS ${depends} "${tools}/layout_functions.mjs" VERBATIM)
    list(APPEND made "${folder}/${name}")
  endforeach()
  add_custom_command(OUTPUT "${folder}/catalog_element.js"
    COMMAND "${LAMPLIGHT_NODE}" "${tools}/bundle.mjs" --modules "${viewer}" --modules "${reader}"
      --out "${folder}" ${arg_BUNDLE}
    DEPENDS ${web_scripts} ${arg_VIEWER} lamplight_reader "${tools}/bundle.mjs"
      "${tools}/package-lock.json"
    VERBATIM)
  list(APPEND made "${folder}/catalog_element.js")
  set(icons icon.svg icon-192.png icon-512.png icon-maskable-512.png)
  list(TRANSFORM icons PREPEND "${folder}/")
  add_custom_command(OUTPUT ${icons}
    COMMAND "${LAMPLIGHT_NODE}" "${tools}/draw_icons.mjs" --out "${folder}"
    DEPENDS "${tools}/draw_icons.mjs" VERBATIM)
  list(APPEND made ${icons})
  foreach(name page.css index.html)
    add_custom_command(OUTPUT "${folder}/${name}"
      COMMAND "${CMAKE_COMMAND}" -E copy "${PROJECT_SOURCE_DIR}/web/${name}" "${folder}/${name}"
      DEPENDS "${PROJECT_SOURCE_DIR}/web/${name}" VERBATIM)
    list(APPEND made "${folder}/${name}")
  endforeach()
  add_custom_target(${target} ALL DEPENDS ${made})
endfunction()

lamplight_web_files(lamplight_web_files "${CMAKE_BINARY_DIR}/dist" VIEWER lamplight_web)
