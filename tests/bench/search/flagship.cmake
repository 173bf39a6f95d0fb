# flagship_markdown.h in `folder`: the newest flagship list as bytes.
function(lamplight_embed_flagship folder)
  set(list "${PROJECT_SOURCE_DIR}/data/lists/2024-03-11.md")
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${list}")
  file(READ "${list}" bytes HEX)
  string(REGEX REPLACE "(..)" "0x\\1," bytes "${bytes}")
  file(CONFIGURE OUTPUT "${folder}/flagship_markdown.h" @ONLY
    CONTENT "inline constexpr unsigned char flagship_markdown[] = {@bytes@};\n")
endfunction()
