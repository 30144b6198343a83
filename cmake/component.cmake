# entente_library(NAME SOURCES … HEADERS … [LINKS …] [PRIVATE_LINKS …])
#
# One library per room, `entente_NAME`, alias `entente::NAME`: static, or shared with BUILD_SHARED_LIBS, which together
# with -Wl,--no-undefined shows undeclared and circular dependencies. Sources and headers are listed by hand, relative
# to the calling folder. LINKS are what the headers show, PRIVATE_LINKS what only the sources use.
add_library(entente_flags INTERFACE)
target_compile_features(entente_flags INTERFACE cxx_std_20)
# Members that a designated initialiser leaves out have their defaults on purpose.
target_compile_options(entente_flags INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow
    -Wno-missing-field-initializers
    $<$<BOOL:${ENTENTE_WERROR}>:-Werror>)
# nlohmann/json converts silently to anything otherwise.
target_compile_definitions(entente_flags INTERFACE JSON_USE_IMPLICIT_CONVERSIONS=0)

function(entente_library name)
    cmake_parse_arguments(ARG "" "" "SOURCES;HEADERS;LINKS;PRIVATE_LINKS" ${ARGN})
    set(target entente_${name})
    add_library(${target} ${ARG_SOURCES})
    add_library(entente::${name} ALIAS ${target})
    set_target_properties(${target} PROPERTIES EXPORT_NAME ${name} POSITION_INDEPENDENT_CODE ON
        CXX_EXTENSIONS OFF DEFINE_SYMBOL "")
    target_compile_features(${target} PUBLIC cxx_std_20)
    target_sources(${target} PUBLIC FILE_SET HEADERS BASE_DIRS "${PROJECT_SOURCE_DIR}" FILES ${ARG_HEADERS})
    target_link_libraries(${target} PUBLIC ${ARG_LINKS} PRIVATE ${ARG_PRIVATE_LINKS} $<BUILD_INTERFACE:entente_flags>)
    set_property(GLOBAL APPEND PROPERTY ENTENTE_LIBRARIES ${target})
endfunction()
