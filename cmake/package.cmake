# install and find_package(entente)
include(CMakePackageConfigHelpers)

get_property(libraries GLOBAL PROPERTY ENTENTE_LIBRARIES)
install(TARGETS ${libraries} EXPORT ententeTargets
    ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR}
    FILE_SET HEADERS DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/entente
    INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/entente)
install(EXPORT ententeTargets NAMESPACE entente:: DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/entente)
configure_package_config_file(cmake/ententeConfig.cmake.in ententeConfig.cmake
    INSTALL_DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/entente)
write_basic_package_version_file(ententeConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES "${CMAKE_CURRENT_BINARY_DIR}/ententeConfig.cmake" "${CMAKE_CURRENT_BINARY_DIR}/ententeConfigVersion.cmake"
              cmake/dependencies.cmake
    DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/entente)
install(DIRECTORY models/ DESTINATION ${CMAKE_INSTALL_DATADIR}/entente/models FILES_MATCHING PATTERN "*.model")
