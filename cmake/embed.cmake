# entente_embed(TARGET NAME FILE…)
#
# Adds to TARGET a source that holds the bytes of each FILE, and the function
#     std::span<const entente::EmbeddedFile> entente::NAME();
# declared in knowledge/embedded.hpp, sorted by file name (without folder).
function(entente_embed target name)
    set(assembly "${CMAKE_CURRENT_BINARY_DIR}/${name}_bytes.S")
    set(source "${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp")
    set(files ${ARGN})
    set(asm_text "    .section .rodata\n")
    set(declarations "")
    set(entries "")
    set(index 0)
    foreach(file IN LISTS files)
        get_filename_component(path "${file}" ABSOLUTE)
        get_filename_component(base "${file}" NAME)
        set(symbol "entente_${name}_${index}")
        string(APPEND asm_text "    .global ${symbol}\n    .global ${symbol}_end\n    .balign 16\n${symbol}:\n    .incbin \"${path}\"\n${symbol}_end:\n    .byte 0\n")
        string(APPEND declarations "extern \"C\" const char ${symbol}[];\nextern \"C\" const char ${symbol}_end[];\n")
        string(APPEND entries "        {\"${base}\", {${symbol}, static_cast<std::size_t>(${symbol}_end - ${symbol})}},\n")
        list(APPEND paths "${path}")
        math(EXPR index "${index} + 1")
    endforeach()
    string(APPEND asm_text "    .section .note.GNU-stack,\"\",@progbits\n")
    file(CONFIGURE OUTPUT "${assembly}" CONTENT "${asm_text}" @ONLY)
    file(CONFIGURE OUTPUT "${source}" CONTENT
"#include \"knowledge/embedded.hpp\"

${declarations}
namespace entente {

std::span<const EmbeddedFile> ${name}();

std::span<const EmbeddedFile> ${name}() {
    static const EmbeddedFile files[] = {
${entries}    };
    return files;
}

}  // namespace entente
" @ONLY)
    set_source_files_properties("${assembly}" PROPERTIES OBJECT_DEPENDS "${paths}" LANGUAGE ASM)
    target_sources(${target} PRIVATE "${assembly}" "${source}")
endfunction()
