# Tables compiled at build time from packages of the system into build/<preset>/data/ (Home::data).
# A step: a program of src/compile/, what it reads, the table it writes.
set(DATA_FOLDER ${CMAKE_BINARY_DIR}/data)
file(MAKE_DIRECTORY ${DATA_FOLDER})

# WordNet (wordnet-base): lemmas, parts of speech, antonyms, synonyms, hypernyms.
find_path(WORDNET_FOLDER index.noun PATHS /usr/share/wordnet REQUIRED NO_DEFAULT_PATH)
add_executable(compile-wordnet src/compile/wordnet.cpp src/rulebook/table_file.cpp)
target_include_directories(compile-wordnet PRIVATE src)
target_link_libraries(compile-wordnet PRIVATE PkgConfig::XXHASH)
add_custom_command(OUTPUT ${DATA_FOLDER}/wordnet.table
  COMMAND compile-wordnet ${WORDNET_FOLDER} ${DATA_FOLDER}/wordnet.table
  DEPENDS compile-wordnet COMMENT "Compiling WordNet")
list(APPEND DATA_TABLES ${DATA_FOLDER}/wordnet.table)

# Spelling (hunspell-en-us, hunspell-en-gb, wordnet-base, rules/words): what words there are. The medical dictionary
# is under the GPL: it is compiled where its package is installed, into a table of its own, and is not part of this
# repository.
find_path(HUNSPELL_FOLDER en_US.dic PATHS /usr/share/hunspell REQUIRED NO_DEFAULT_PATH)
add_executable(compile-words src/compile/words.cpp src/compile/hunspell.cpp)
target_link_libraries(compile-words PRIVATE rooms)
set(WORDS ${CMAKE_SOURCE_DIR}/rules/words)
add_custom_command(OUTPUT ${DATA_FOLDER}/words.table
  COMMAND compile-words ${DATA_FOLDER}/words.table
    --us ${HUNSPELL_FOLDER}/en_US.dic ${HUNSPELL_FOLDER}/en_US.aff --gb ${HUNSPELL_FOLDER}/en_GB.dic ${HUNSPELL_FOLDER}/en_GB.aff
    --wordnet ${WORDNET_FOLDER} --medical ${WORDS}/medical.dic --background ${WORDS}/background.txt ${WORDS}/not_words.txt --regions ${WORDS}/regions.yaml
  DEPENDS compile-words ${WORDS}/medical.dic ${WORDS}/background.txt ${WORDS}/not_words.txt ${WORDS}/regions.yaml COMMENT "Compiling the words")
list(APPEND DATA_TABLES ${DATA_FOLDER}/words.table)
if(EXISTS ${HUNSPELL_FOLDER}/en_med_glut.dic)
  add_custom_command(OUTPUT ${DATA_FOLDER}/en_med.table
    COMMAND compile-words ${DATA_FOLDER}/en_med.table --medical ${HUNSPELL_FOLDER}/en_med_glut.dic
    DEPENDS compile-words ${HUNSPELL_FOLDER}/en_med_glut.dic COMMENT "Compiling the medical dictionary")
  list(APPEND DATA_TABLES ${DATA_FOLDER}/en_med.table)
endif()

# The YAML of rules/, parsed. A file edited since is read as it is (rulebook/compiled_rules.h).
file(GLOB_RECURSE RULE_FILES CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/rules/*.yaml)
add_executable(compile-rules src/compile/rules.cpp)
target_link_libraries(compile-rules PRIVATE rooms)
add_custom_command(OUTPUT ${DATA_FOLDER}/rules.table
  COMMAND compile-rules ${DATA_FOLDER}/rules.table ${CMAKE_SOURCE_DIR}/rules
  DEPENDS compile-rules ${RULE_FILES} COMMENT "Compiling the rules")
list(APPEND DATA_TABLES ${DATA_FOLDER}/rules.table)

# What rules/words/background.txt was made with, and what its weights are fitted with.
foreach(program background spelling_grounds)
  string(REPLACE _ - name ${program})
  add_executable(compile-${name} src/compile/${program}.cpp)
  target_link_libraries(compile-${name} PRIVATE rooms)
endforeach()

add_custom_target(data ALL DEPENDS ${DATA_TABLES})
add_dependencies(crosscheck data)
