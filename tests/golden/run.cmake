# cmake -D CASE=DIR -D BIN=DIR:DIR -D WORK=DIR [-D APPROVE=ON] -P run.cmake
#
# Runs the shell commands of CASE/command in a fresh copy of the case's files and compares standard output, standard
# error and the exit status with the case's files stdout, stderr (none: empty) and status (none: 0), byte for byte but for
# the numbers of steady.sed.
# With APPROVE they are written anew instead.
cmake_minimum_required(VERSION 3.25)

file(REMOVE_RECURSE "${WORK}")
file(MAKE_DIRECTORY "${WORK}")
file(GLOB inputs "${CASE}/*")
list(FILTER inputs EXCLUDE REGEX "/(command|stdout|stderr|status)$")
foreach(input IN LISTS inputs)
    file(COPY "${input}" DESTINATION "${WORK}")
endforeach()
file(COPY "${CMAKE_CURRENT_LIST_DIR}/world.txt" DESTINATION "${WORK}")

set(ENV{PATH} "${BIN}:$ENV{PATH}")
set(ENV{LC_ALL} C.UTF-8)
foreach(variable ENTENTE_DB NO_COLOR COLUMNS)
    unset(ENV{${variable}})
endforeach()
# Output goes to files: CMake's variables do not hold every byte.
execute_process(COMMAND sh "${CASE}/command" WORKING_DIRECTORY "${WORK}" RESULT_VARIABLE status
    INPUT_FILE /dev/null OUTPUT_FILE "${WORK}.stdout" ERROR_FILE "${WORK}.stderr")
file(WRITE "${WORK}.status" "${status}\n")
execute_process(COMMAND sed -E -i -f "${CMAKE_CURRENT_LIST_DIR}/steady.sed" "${WORK}.stdout" COMMAND_ERROR_IS_FATAL ANY)

file(READ "${WORK}.stderr" complaints LIMIT 1000)
if(complaints MATCHES "failed to create pseudo-terminal")
    message("skipped: there is no terminal to be had here (script: no pseudo-terminal)")
    return()
endif()

set(different "")
foreach(what stdout stderr status)
    set(expected "${CASE}/${what}")
    set(found "${WORK}.${what}")
    set(usual "")
    if(what STREQUAL "status")
        set(usual "0\n")
    endif()
    if(APPROVE)
        file(SIZE "${found}" size)
        if(size EQUAL 0 OR (what STREQUAL "status" AND status STREQUAL "0"))
            file(REMOVE "${expected}")
        else()
            file(COPY_FILE "${found}" "${expected}" ONLY_IF_DIFFERENT)
        endif()
        continue()
    endif()
    if(NOT EXISTS "${expected}")
        set(expected "${WORK}.expected")
        file(WRITE "${expected}" "${usual}")
    endif()
    execute_process(COMMAND diff -u --label expected/${what} --label found/${what} "${expected}" "${found}"
        RESULT_VARIABLE differs)
    if(NOT differs EQUAL 0)
        list(APPEND different ${what})
    endif()
endforeach()
if(different)
    message(FATAL_ERROR "${CASE}: ${different} differ; if that is right: cmake --build --preset release --target "
        "approve_golden, and read the diff")
endif()
