# Tables compiled at build time from packages of the system into build/<preset>/data/ (Home::data).
# A step: a program of src/compile/, what it reads, the table it writes.
set(DATA_FOLDER ${CMAKE_BINARY_DIR}/data)
file(MAKE_DIRECTORY ${DATA_FOLDER})

# WordNet (wordnet-base): lemmas, parts of speech, antonyms, synonyms, hypernyms.
find_path(WORDNET_FOLDER index.noun PATHS /usr/share/wordnet REQUIRED NO_DEFAULT_PATH)
add_executable(compile-wordnet src/compile/wordnet.cpp src/language/table_file.cpp)
target_include_directories(compile-wordnet PRIVATE src)
target_link_libraries(compile-wordnet PRIVATE PkgConfig::XXHASH)
add_custom_command(OUTPUT ${DATA_FOLDER}/wordnet.table
  COMMAND compile-wordnet ${WORDNET_FOLDER} ${DATA_FOLDER}/wordnet.table
  DEPENDS compile-wordnet COMMENT "Compiling WordNet")
list(APPEND DATA_TABLES ${DATA_FOLDER}/wordnet.table)

add_custom_target(data ALL DEPENDS ${DATA_TABLES})
add_dependencies(crosscheck data)
