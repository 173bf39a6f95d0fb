# Toolchain file of the preset `web`: finds emcc and hands over to Emscripten's own toolchain file.
#
# Any emcc from 3.1.6 will do. It is looked for in the folder of an emsdk that is in use (EMSDK in
# the environment), then on the PATH. Emscripten's file lies beside it, in a place that differs
# by distribution, so a compiler that is none of the usual ones is asked where its root is.
set(lamplight_emscripten_oldest 3.1.6)

find_program(LAMPLIGHT_EMCC NAMES emcc HINTS "$ENV{EMSDK}/upstream/emscripten"
  NO_CMAKE_FIND_ROOT_PATH)
if(NOT LAMPLIGHT_EMCC)
  message(FATAL_ERROR "There is no emcc on this machine. Run `cmake/setup.sh web`, which installs "
    "it or says how to get it.")
endif()

# CMake reads a toolchain file many times over; emcc takes half a second to start.
if(NOT LAMPLIGHT_EMSCRIPTEN_VERSION)
  execute_process(COMMAND "${LAMPLIGHT_EMCC}" --version OUTPUT_VARIABLE said ERROR_QUIET)
  if(NOT said MATCHES "\\) ([0-9]+\\.[0-9]+\\.[0-9]+)")
    message(FATAL_ERROR "`${LAMPLIGHT_EMCC} --version` names no version: ${said}")
  endif()
  set(LAMPLIGHT_EMSCRIPTEN_VERSION "${CMAKE_MATCH_1}" CACHE INTERNAL "Version of emcc")
  if(LAMPLIGHT_EMSCRIPTEN_VERSION VERSION_LESS lamplight_emscripten_oldest)
    message(FATAL_ERROR "${LAMPLIGHT_EMCC} is ${LAMPLIGHT_EMSCRIPTEN_VERSION}, older than "
      "${lamplight_emscripten_oldest}. Install the emsdk that emsdk.env names.")
  endif()
endif()

if(NOT LAMPLIGHT_EMSCRIPTEN_ROOT)
  get_filename_component(beside "${LAMPLIGHT_EMCC}" REALPATH)
  get_filename_component(beside "${beside}" DIRECTORY)
  foreach(folder "${beside}" /usr/share/emscripten /usr/lib/emscripten)
    if(EXISTS "${folder}/cmake/Modules/Platform/Emscripten.cmake")
      set(root "${folder}")
      break()
    endif()
  endforeach()
  if(NOT root)
    find_program(LAMPLIGHT_EM_CONFIG NAMES em-config HINTS "${beside}" NO_CMAKE_FIND_ROOT_PATH)
    if(LAMPLIGHT_EM_CONFIG)
      execute_process(COMMAND "${LAMPLIGHT_EM_CONFIG}" EMSCRIPTEN_ROOT
        OUTPUT_VARIABLE root OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
    endif()
  endif()
  if(NOT EXISTS "${root}/cmake/Modules/Platform/Emscripten.cmake")
    message(FATAL_ERROR "${LAMPLIGHT_EMCC} has no Emscripten.cmake beside it.")
  endif()
  set(LAMPLIGHT_EMSCRIPTEN_ROOT "${root}" CACHE INTERNAL "Folder of Emscripten")
endif()

# Compiler checks run as projects of their own and read this file again; what was found here must
# reach them, or each would search and start emcc anew.
list(APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES
  LAMPLIGHT_EMCC LAMPLIGHT_EMSCRIPTEN_VERSION LAMPLIGHT_EMSCRIPTEN_ROOT)

# Debian's optimizer finds its acorn only with this path, and builds run without our environment.
if(EXISTS /usr/share/nodejs/acorn AND LAMPLIGHT_EMSCRIPTEN_ROOT STREQUAL "/usr/share/emscripten")
  set(CMAKE_C_LINKER_LAUNCHER "${CMAKE_COMMAND};-E;env;NODE_PATH=/usr/share/nodejs")
  set(CMAKE_CXX_LINKER_LAUNCHER "${CMAKE_C_LINKER_LAUNCHER}")
endif()

include("${LAMPLIGHT_EMSCRIPTEN_ROOT}/cmake/Modules/Platform/Emscripten.cmake")
