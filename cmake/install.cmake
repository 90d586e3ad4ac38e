# What an installed crosscheck consists of, and the Debian package of it (`cpack` in the build folder).
include(GNUInstallDirs)
install(TARGETS crosscheck RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY ${CMAKE_SOURCE_DIR}/rules/ DESTINATION ${CMAKE_INSTALL_DATADIR}/crosscheck/rules)
# The table of the GPL medical dictionary stays on the machine that made it.
install(DIRECTORY ${CMAKE_BINARY_DIR}/data/ DESTINATION ${CMAKE_INSTALL_DATADIR}/crosscheck/data PATTERN en_med.table EXCLUDE)
install(FILES ${CMAKE_SOURCE_DIR}/LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME copyright)
install(FILES ${CMAKE_SOURCE_DIR}/README.md ${CMAKE_SOURCE_DIR}/CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR})

# The man page and the completions come from the program itself.
set(PAGES ${CMAKE_BINARY_DIR}/pages)
file(MAKE_DIRECTORY ${PAGES})
add_custom_command(OUTPUT ${PAGES}/crosscheck.1 ${PAGES}/crosscheck ${PAGES}/_crosscheck
  COMMAND crosscheck man > ${PAGES}/crosscheck.1
  COMMAND crosscheck completion bash > ${PAGES}/crosscheck
  COMMAND crosscheck completion zsh > ${PAGES}/_crosscheck
  DEPENDS crosscheck data VERBATIM)
add_custom_target(pages ALL DEPENDS ${PAGES}/crosscheck.1)
install(FILES ${PAGES}/crosscheck.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${PAGES}/crosscheck DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(FILES ${PAGES}/_crosscheck DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME crosscheck)
set(CPACK_PACKAGE_CONTACT "the crosscheck authors <crosscheck@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "shows an editor where a set of documents disagrees with itself")
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "poppler-utils")  # PDF is read by its pdftotext
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "hunspell-en-med")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_STRIP_FILES ON)
include(CPack)
