# cmake -DBUILD=… -DSOURCE=… -DWORK=… -DCONFIG=… -DCOMPILER=… -DFLAGS=… -DGENERATOR=… -P run.cmake
#
# Installs the build folder BUILD to a prefix below WORK, builds the consumer in SOURCE against it, and runs both.
function(run)
    execute_process(COMMAND ${ARGN} RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE output)
    if(NOT status EQUAL 0)
        string(JOIN " " command ${ARGN})
        message(FATAL_ERROR "${command}: ${status}\n${output}")
    endif()
endfunction()

file(REMOVE_RECURSE "${WORK}")
set(prefix "${WORK}/prefix")
run("${CMAKE_COMMAND}" --install "${BUILD}" --prefix "${prefix}")
run("${CMAKE_COMMAND}" -S "${SOURCE}" -B "${WORK}/build" -G "${GENERATOR}" "-DCMAKE_PREFIX_PATH=${prefix}"
    "-DCMAKE_BUILD_TYPE=${CONFIG}" "-DCMAKE_CXX_COMPILER=${COMPILER}" "-DCMAKE_CXX_FLAGS=${FLAGS}")
run("${CMAKE_COMMAND}" --build "${WORK}/build")
run("${CMAKE_COMMAND}" -E env "ENTENTE_MODELS=${prefix}/share/entente/models" "${WORK}/build/consumer")
run("${prefix}/bin/entente" --version)
