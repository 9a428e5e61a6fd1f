// Written by Sources/CBuiltIn/list.sh (make built-in): the files of Sources/Starter/Files.
#include "CBuiltIn.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char file1[] = {
#embed "../../Sources/Starter/Files/en/new/brand.md"
};

static const unsigned char file2[] = {
#embed "../../Sources/Starter/Files/en/new/classroom.md"
};

static const unsigned char file3[] = {
#embed "../../Sources/Starter/Files/en/new/council.md"
};

static const unsigned char file4[] = {
#embed "../../Sources/Starter/Files/en/new/list.md"
};

static const unsigned char file5[] = {
#embed "../../Sources/Starter/Files/en/new/menu.md"
};

static const unsigned char file6[] = {
#embed "../../Sources/Starter/Files/en/new/notice.md"
};

static const unsigned char file7[] = {
#embed "../../Sources/Starter/Files/en/new/page.md"
};

static const unsigned char file8[] = {
#embed "../../Sources/Starter/Files/en/new/partner.md"
};

static const unsigned char file9[] = {
#embed "../../Sources/Starter/Files/en/new/team.md"
};

static const unsigned char file10[] = {
#embed "../../Sources/Starter/Files/en/new/venue.md"
};

static const unsigned char file11[] = {
#embed "../../Sources/Starter/Files/en/site/content/data/activity.csv"
};

static const unsigned char file12[] = {
#embed "../../Sources/Starter/Files/en/site/content/data/activity_change.csv"
};

static const unsigned char file13[] = {
#embed "../../Sources/Starter/Files/en/site/content/data/unit.csv"
};

static const unsigned char file14[] = {
#embed "../../Sources/Starter/Files/en/site/content/data/venue.csv"
};

static const unsigned char file15[] = {
#embed "../../Sources/Starter/Files/en/site/content/index.md"
};

static const unsigned char file16[] = {
#embed "../../Sources/Starter/Files/en/site/content/notices/welcome.md"
};

static const unsigned char file17[] = {
#embed "../../Sources/Starter/Files/en/site/content/screens/hall.yaml"
};

static const unsigned char file18[] = {
#embed "../../Sources/Starter/Files/en/site/content/site.yaml"
};

static const unsigned char file19[] = {
#embed "../../Sources/Starter/Files/zh-Hans/new/brand.md"
};

static const unsigned char file20[] = {
#embed "../../Sources/Starter/Files/zh-Hans/new/classroom.md"
};

static const unsigned char file21[] = {
#embed "../../Sources/Starter/Files/zh-Hans/new/council.md"
};

static const unsigned char file22[] = {
#embed "../../Sources/Starter/Files/zh-Hans/new/list.md"
};

static const unsigned char file23[] = {
#embed "../../Sources/Starter/Files/zh-Hans/new/menu.md"
};

static const unsigned char file24[] = {
#embed "../../Sources/Starter/Files/zh-Hans/new/notice.md"
};

static const unsigned char file25[] = {
#embed "../../Sources/Starter/Files/zh-Hans/new/page.md"
};

static const unsigned char file26[] = {
#embed "../../Sources/Starter/Files/zh-Hans/new/partner.md"
};

static const unsigned char file27[] = {
#embed "../../Sources/Starter/Files/zh-Hans/new/team.md"
};

static const unsigned char file28[] = {
#embed "../../Sources/Starter/Files/zh-Hans/new/venue.md"
};

static const unsigned char file29[] = {
#embed "../../Sources/Starter/Files/zh-Hans/site/content/data/单位.csv"
};

static const unsigned char file30[] = {
#embed "../../Sources/Starter/Files/zh-Hans/site/content/data/变更.csv"
};

static const unsigned char file31[] = {
#embed "../../Sources/Starter/Files/zh-Hans/site/content/data/场所.csv"
};

static const unsigned char file32[] = {
#embed "../../Sources/Starter/Files/zh-Hans/site/content/data/活动.csv"
};

static const unsigned char file33[] = {
#embed "../../Sources/Starter/Files/zh-Hans/site/content/index.md"
};

static const unsigned char file34[] = {
#embed "../../Sources/Starter/Files/zh-Hans/site/content/notices/欢迎.md"
};

static const unsigned char file35[] = {
#embed "../../Sources/Starter/Files/zh-Hans/site/content/screens/门厅.yaml"
};

static const unsigned char file36[] = {
#embed "../../Sources/Starter/Files/zh-Hans/site/content/site.yaml"
};

static const unsigned char file37[] = {
#embed "../../Sources/Starter/Files/zh-Hant/new/brand.md"
};

static const unsigned char file38[] = {
#embed "../../Sources/Starter/Files/zh-Hant/new/classroom.md"
};

static const unsigned char file39[] = {
#embed "../../Sources/Starter/Files/zh-Hant/new/council.md"
};

static const unsigned char file40[] = {
#embed "../../Sources/Starter/Files/zh-Hant/new/list.md"
};

static const unsigned char file41[] = {
#embed "../../Sources/Starter/Files/zh-Hant/new/menu.md"
};

static const unsigned char file42[] = {
#embed "../../Sources/Starter/Files/zh-Hant/new/notice.md"
};

static const unsigned char file43[] = {
#embed "../../Sources/Starter/Files/zh-Hant/new/page.md"
};

static const unsigned char file44[] = {
#embed "../../Sources/Starter/Files/zh-Hant/new/partner.md"
};

static const unsigned char file45[] = {
#embed "../../Sources/Starter/Files/zh-Hant/new/team.md"
};

static const unsigned char file46[] = {
#embed "../../Sources/Starter/Files/zh-Hant/new/venue.md"
};

static const unsigned char file47[] = {
#embed "../../Sources/Starter/Files/zh-Hant/site/content/data/單位.csv"
};

static const unsigned char file48[] = {
#embed "../../Sources/Starter/Files/zh-Hant/site/content/data/場所.csv"
};

static const unsigned char file49[] = {
#embed "../../Sources/Starter/Files/zh-Hant/site/content/data/活動.csv"
};

static const unsigned char file50[] = {
#embed "../../Sources/Starter/Files/zh-Hant/site/content/data/變更.csv"
};

static const unsigned char file51[] = {
#embed "../../Sources/Starter/Files/zh-Hant/site/content/index.md"
};

static const unsigned char file52[] = {
#embed "../../Sources/Starter/Files/zh-Hant/site/content/notices/歡迎.md"
};

static const unsigned char file53[] = {
#embed "../../Sources/Starter/Files/zh-Hant/site/content/screens/門廳.yaml"
};

static const unsigned char file54[] = {
#embed "../../Sources/Starter/Files/zh-Hant/site/content/site.yaml"
};

static const gongshi_built_in all[] = {
  {"en/new/brand.md", file1, sizeof file1},
  {"en/new/classroom.md", file2, sizeof file2},
  {"en/new/council.md", file3, sizeof file3},
  {"en/new/list.md", file4, sizeof file4},
  {"en/new/menu.md", file5, sizeof file5},
  {"en/new/notice.md", file6, sizeof file6},
  {"en/new/page.md", file7, sizeof file7},
  {"en/new/partner.md", file8, sizeof file8},
  {"en/new/team.md", file9, sizeof file9},
  {"en/new/venue.md", file10, sizeof file10},
  {"en/site/content/data/activity.csv", file11, sizeof file11},
  {"en/site/content/data/activity_change.csv", file12, sizeof file12},
  {"en/site/content/data/unit.csv", file13, sizeof file13},
  {"en/site/content/data/venue.csv", file14, sizeof file14},
  {"en/site/content/index.md", file15, sizeof file15},
  {"en/site/content/notices/welcome.md", file16, sizeof file16},
  {"en/site/content/screens/hall.yaml", file17, sizeof file17},
  {"en/site/content/site.yaml", file18, sizeof file18},
  {"zh-Hans/new/brand.md", file19, sizeof file19},
  {"zh-Hans/new/classroom.md", file20, sizeof file20},
  {"zh-Hans/new/council.md", file21, sizeof file21},
  {"zh-Hans/new/list.md", file22, sizeof file22},
  {"zh-Hans/new/menu.md", file23, sizeof file23},
  {"zh-Hans/new/notice.md", file24, sizeof file24},
  {"zh-Hans/new/page.md", file25, sizeof file25},
  {"zh-Hans/new/partner.md", file26, sizeof file26},
  {"zh-Hans/new/team.md", file27, sizeof file27},
  {"zh-Hans/new/venue.md", file28, sizeof file28},
  {"zh-Hans/site/content/data/单位.csv", file29, sizeof file29},
  {"zh-Hans/site/content/data/变更.csv", file30, sizeof file30},
  {"zh-Hans/site/content/data/场所.csv", file31, sizeof file31},
  {"zh-Hans/site/content/data/活动.csv", file32, sizeof file32},
  {"zh-Hans/site/content/index.md", file33, sizeof file33},
  {"zh-Hans/site/content/notices/欢迎.md", file34, sizeof file34},
  {"zh-Hans/site/content/screens/门厅.yaml", file35, sizeof file35},
  {"zh-Hans/site/content/site.yaml", file36, sizeof file36},
  {"zh-Hant/new/brand.md", file37, sizeof file37},
  {"zh-Hant/new/classroom.md", file38, sizeof file38},
  {"zh-Hant/new/council.md", file39, sizeof file39},
  {"zh-Hant/new/list.md", file40, sizeof file40},
  {"zh-Hant/new/menu.md", file41, sizeof file41},
  {"zh-Hant/new/notice.md", file42, sizeof file42},
  {"zh-Hant/new/page.md", file43, sizeof file43},
  {"zh-Hant/new/partner.md", file44, sizeof file44},
  {"zh-Hant/new/team.md", file45, sizeof file45},
  {"zh-Hant/new/venue.md", file46, sizeof file46},
  {"zh-Hant/site/content/data/單位.csv", file47, sizeof file47},
  {"zh-Hant/site/content/data/場所.csv", file48, sizeof file48},
  {"zh-Hant/site/content/data/活動.csv", file49, sizeof file49},
  {"zh-Hant/site/content/data/變更.csv", file50, sizeof file50},
  {"zh-Hant/site/content/index.md", file51, sizeof file51},
  {"zh-Hant/site/content/notices/歡迎.md", file52, sizeof file52},
  {"zh-Hant/site/content/screens/門廳.yaml", file53, sizeof file53},
  {"zh-Hant/site/content/site.yaml", file54, sizeof file54},
};

gongshi_built_ins gongshi_starter(void) { return (gongshi_built_ins){all, sizeof all / sizeof *all}; }
