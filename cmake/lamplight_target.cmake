# Flags of our own targets, in one place.
function(lamplight_target target)
  target_compile_features(${target} PUBLIC cxx_std_20)
  target_include_directories(${target} PUBLIC "${PROJECT_SOURCE_DIR}/include"
    PRIVATE "${PROJECT_SOURCE_DIR}/src")
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wshadow -Wconversion -Wno-sign-conversion)
  # What is shipped names no folder of the machine that built it.
  target_compile_options(${target} PRIVATE "-fmacro-prefix-map=${PROJECT_SOURCE_DIR}/=")
  if(LAMPLIGHT_SANITIZE)
    target_compile_options(${target} PUBLIC -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer -g)
    target_link_options(${target} PUBLIC -fsanitize=address,undefined)
  endif()
  # A fuzzer is led by what its input reaches in the libraries.
  if(LAMPLIGHT_FUZZ)
    target_compile_options(${target} PRIVATE -fsanitize=fuzzer-no-link)
  endif()
  if(EMSCRIPTEN)
    target_compile_options(${target} PRIVATE -fno-exceptions -fno-rtti)
  endif()
endfunction()

# Where nearly all the time of the tests is spent. With sanitizers these layers are optimised a
# little, as the sanitizers' manual advises: their checks are the same, and take half the time.
set(LAMPLIGHT_READING_LAYERS base markdown catalog search format lint)

# A layer: every .cpp of src/<name>/, as the library lamplight_<name> (lamplight::<name>).
function(lamplight_layer name)
  cmake_parse_arguments(arg "" "" "USES;PRIVATELY" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/src/${name}/*.cpp")
  if(NOT sources)
    add_library(lamplight_${name} INTERFACE)
    return()
  endif()
  add_library(lamplight_${name} STATIC ${sources})
  add_library(lamplight::${name} ALIAS lamplight_${name})
  lamplight_target(lamplight_${name})
  if(LAMPLIGHT_SANITIZE AND "${name}" IN_LIST LAMPLIGHT_READING_LAYERS)
    target_compile_options(lamplight_${name} PRIVATE -O1)
  endif()
  foreach(used ${arg_USES})
    target_link_libraries(lamplight_${name} PUBLIC lamplight_${used})
  endforeach()
  if(arg_PRIVATELY)
    target_link_libraries(lamplight_${name} PRIVATE ${arg_PRIVATELY})
  endif()
endfunction()
