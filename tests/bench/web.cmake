# WebAssembly modules for measuring; no part of a site. Comes in at the end of the project's own
# CMakeLists.txt, so that it finds the layers with the flags that they are shipped with:
#
#     cmake --preset web -B build/web-bench -DLAMPLIGHT_BENCH=ON \
#       -DCMAKE_PROJECT_lamplight_INCLUDE="$PWD/tests/bench/web.cmake"
#
# LAMPLIGHT_BENCH   search_module, for Node: the search layer behind numbers
# LAMPLIGHT_STRESS  stress_web_files, for a site: the web module that fills itself with works, and
#                   the page's JavaScript that asks it to
#
# build_web.sh does it.
include_guard(GLOBAL)
option(LAMPLIGHT_STRESS "Build the web module that makes its own list of any length" OFF)

function(lamplight_add_web_benches)
  set(bench "${PROJECT_SOURCE_DIR}/tests/bench")
  include("${bench}/search/flagship.cmake")
  lamplight_embed_flagship("${CMAKE_BINARY_DIR}/flagship")
  add_library(stress_list_maker STATIC "${bench}/search/catalog_maker.cpp"
    "${bench}/search/flagship.cpp" "${bench}/search/stress_list.cpp" "${bench}/search/word_urn.cpp")
  lamplight_target(stress_list_maker)
  target_include_directories(stress_list_maker PUBLIC "${bench}/search"
    PRIVATE "${CMAKE_BINARY_DIR}/flagship")
  target_compile_options(stress_list_maker PRIVATE ${web_options} ${web_options_cxx})
  target_link_libraries(stress_list_maker PUBLIC lamplight_catalog)

  if(LAMPLIGHT_BENCH)
    add_executable(search_module "${bench}/search/search_module.cpp"
      "${bench}/search/floor_index.cpp")
    lamplight_target(search_module)
    target_compile_options(search_module PRIVATE ${web_options} ${web_options_cxx})
    target_link_libraries(search_module PRIVATE stress_list_maker lamplight_core)
    # The shipped module's, but for Node and without a screen.
    target_link_options(search_module PRIVATE ${web_options} ${web_options_cxx} --no-entry
      -sMODULARIZE=1 -sEXPORT_NAME=createSearchModule -sENVIRONMENT=node -sFILESYSTEM=0
      -sALLOW_MEMORY_GROWTH=1 -sINITIAL_MEMORY=16777216 -sMALLOC=emmalloc
      -sEXPORTED_RUNTIME_METHODS=HEAPU8)
    set_target_properties(search_module PROPERTIES SUFFIX .cjs
      RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bench")
  endif()

  if(LAMPLIGHT_STRESS)
    lamplight_add_web_variant(stress_web stress)
    get_target_property(sources stress_web SOURCES)
    list(REMOVE_ITEM sources src/platform/web.cpp)
    set_target_properties(stress_web PROPERTIES
      SOURCES "${bench}/search/stress_web.cpp;${sources}")
    target_link_libraries(stress_web PRIVATE stress_list_maker)
    lamplight_web_files(stress_web_files "${CMAKE_BINARY_DIR}/stress-dist" VIEWER stress_web
      BUNDLE --instead "boundary.js=${bench}/search/stress_boundary.js")
  endif()
endfunction()

# The shipped web module once more, in a folder of its own.
function(lamplight_add_web_variant target folder)
  get_target_property(sources lamplight_web SOURCES)
  get_target_property(link_options lamplight_web LINK_OPTIONS)
  add_executable(${target} ${sources})
  lamplight_target(${target})
  target_compile_options(${target} PRIVATE ${web_options} ${web_options_cxx})
  target_link_libraries(${target} PRIVATE lamplight_ui lamplight_app lamplight_imgui)
  target_link_options(${target} PRIVATE ${link_options})
  set_target_properties(${target} PROPERTIES OUTPUT_NAME lamplight_web SUFFIX .js
    RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/${folder}")
endfunction()
cmake_language(DEFER CALL lamplight_add_web_benches)
