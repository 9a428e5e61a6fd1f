// Written by Sources/CBuiltIn/list.sh (make built-in): the files of content/holidays.
#include "CBuiltIn.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char file1[] = {
#embed "../../content/holidays/2024.yaml"
};

static const unsigned char file2[] = {
#embed "../../content/holidays/2025.yaml"
};

static const unsigned char file3[] = {
#embed "../../content/holidays/2026.yaml"
};

static const gongshi_built_in all[] = {
  {"2024.yaml", file1, sizeof file1},
  {"2025.yaml", file2, sizeof file2},
  {"2026.yaml", file3, sizeof file3},
};

gongshi_built_ins gongshi_holidays(void) { return (gongshi_built_ins){all, sizeof all / sizeof *all}; }
