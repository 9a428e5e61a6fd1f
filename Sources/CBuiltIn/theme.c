// Written by Sources/CBuiltIn/list.sh (make built-in): the files of themes/default.
#include "CBuiltIn.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char file1[] = {
#embed "../../themes/default/static/circle.js"
};

static const unsigned char file2[] = {
#embed "../../themes/default/static/site.js"
};

static const unsigned char file3[] = {
#embed "../../themes/default/static/style.css"
};

static const unsigned char file4[] = {
#embed "../../themes/default/static/view.js"
};

static const unsigned char file5[] = {
#embed "../../themes/default/templates/404.mustache"
};

static const unsigned char file6[] = {
#embed "../../themes/default/templates/activity.mustache"
};

static const unsigned char file7[] = {
#embed "../../themes/default/templates/article.mustache"
};

static const unsigned char file8[] = {
#embed "../../themes/default/templates/blocks/activities.mustache"
};

static const unsigned char file9[] = {
#embed "../../themes/default/templates/blocks/footer.mustache"
};

static const unsigned char file10[] = {
#embed "../../themes/default/templates/blocks/head.mustache"
};

static const unsigned char file11[] = {
#embed "../../themes/default/templates/blocks/ledger.mustache"
};

static const unsigned char file12[] = {
#embed "../../themes/default/templates/blocks/list.mustache"
};

static const unsigned char file13[] = {
#embed "../../themes/default/templates/blocks/method.mustache"
};

static const unsigned char file14[] = {
#embed "../../themes/default/templates/blocks/metrics.mustache"
};

static const unsigned char file15[] = {
#embed "../../themes/default/templates/blocks/navigation.mustache"
};

static const unsigned char file16[] = {
#embed "../../themes/default/templates/blocks/points.mustache"
};

static const unsigned char file17[] = {
#embed "../../themes/default/templates/blocks/posts.mustache"
};

static const unsigned char file18[] = {
#embed "../../themes/default/templates/blocks/qr.mustache"
};

static const unsigned char file19[] = {
#embed "../../themes/default/templates/blocks/rosters.mustache"
};

static const unsigned char file20[] = {
#embed "../../themes/default/templates/blocks/services.mustache"
};

static const unsigned char file21[] = {
#embed "../../themes/default/templates/blocks/teams.mustache"
};

static const unsigned char file22[] = {
#embed "../../themes/default/templates/blocks/venues.mustache"
};

static const unsigned char file23[] = {
#embed "../../themes/default/templates/brand.mustache"
};

static const unsigned char file24[] = {
#embed "../../themes/default/templates/classroom.mustache"
};

static const unsigned char file25[] = {
#embed "../../themes/default/templates/council.mustache"
};

static const unsigned char file26[] = {
#embed "../../themes/default/templates/data.mustache"
};

static const unsigned char file27[] = {
#embed "../../themes/default/templates/home.mustache"
};

static const unsigned char file28[] = {
#embed "../../themes/default/templates/layout.mustache"
};

static const unsigned char file29[] = {
#embed "../../themes/default/templates/layouts/board.mustache"
};

static const unsigned char file30[] = {
#embed "../../themes/default/templates/layouts/circle.mustache"
};

static const unsigned char file31[] = {
#embed "../../themes/default/templates/layouts/council.mustache"
};

static const unsigned char file32[] = {
#embed "../../themes/default/templates/layouts/disclosure.mustache"
};

static const unsigned char file33[] = {
#embed "../../themes/default/templates/layouts/exchange.mustache"
};

static const unsigned char file34[] = {
#embed "../../themes/default/templates/layouts/finder-roads.mustache"
};

static const unsigned char file35[] = {
#embed "../../themes/default/templates/layouts/finder.mustache"
};

static const unsigned char file36[] = {
#embed "../../themes/default/templates/layouts/menu.mustache"
};

static const unsigned char file37[] = {
#embed "../../themes/default/templates/list.mustache"
};

static const unsigned char file38[] = {
#embed "../../themes/default/templates/listed.mustache"
};

static const unsigned char file39[] = {
#embed "../../themes/default/templates/menu.mustache"
};

static const unsigned char file40[] = {
#embed "../../themes/default/templates/month.mustache"
};

static const unsigned char file41[] = {
#embed "../../themes/default/templates/notice.mustache"
};

static const unsigned char file42[] = {
#embed "../../themes/default/templates/page.mustache"
};

static const unsigned char file43[] = {
#embed "../../themes/default/templates/partials/attachments.mustache"
};

static const unsigned char file44[] = {
#embed "../../themes/default/templates/partials/badges.mustache"
};

static const unsigned char file45[] = {
#embed "../../themes/default/templates/partials/board-section.mustache"
};

static const unsigned char file46[] = {
#embed "../../themes/default/templates/partials/brand-link.mustache"
};

static const unsigned char file47[] = {
#embed "../../themes/default/templates/partials/brand-tree.mustache"
};

static const unsigned char file48[] = {
#embed "../../themes/default/templates/partials/calendars.mustache"
};

static const unsigned char file49[] = {
#embed "../../themes/default/templates/partials/card.mustache"
};

static const unsigned char file50[] = {
#embed "../../themes/default/templates/partials/cards.mustache"
};

static const unsigned char file51[] = {
#embed "../../themes/default/templates/partials/coming.mustache"
};

static const unsigned char file52[] = {
#embed "../../themes/default/templates/partials/council-section.mustache"
};

static const unsigned char file53[] = {
#embed "../../themes/default/templates/partials/day.mustache"
};

static const unsigned char file54[] = {
#embed "../../themes/default/templates/partials/facts.mustache"
};

static const unsigned char file55[] = {
#embed "../../themes/default/templates/partials/figures.mustache"
};

static const unsigned char file56[] = {
#embed "../../themes/default/templates/partials/group.mustache"
};

static const unsigned char file57[] = {
#embed "../../themes/default/templates/partials/ledger-figures.mustache"
};

static const unsigned char file58[] = {
#embed "../../themes/default/templates/partials/ledger.mustache"
};

static const unsigned char file59[] = {
#embed "../../themes/default/templates/partials/listed.mustache"
};

static const unsigned char file60[] = {
#embed "../../themes/default/templates/partials/matter-folded.mustache"
};

static const unsigned char file61[] = {
#embed "../../themes/default/templates/partials/matter.mustache"
};

static const unsigned char file62[] = {
#embed "../../themes/default/templates/partials/method.mustache"
};

static const unsigned char file63[] = {
#embed "../../themes/default/templates/partials/metrics.mustache"
};

static const unsigned char file64[] = {
#embed "../../themes/default/templates/partials/occurrence-whole.mustache"
};

static const unsigned char file65[] = {
#embed "../../themes/default/templates/partials/occurrence.mustache"
};

static const unsigned char file66[] = {
#embed "../../themes/default/templates/partials/occurrences.mustache"
};

static const unsigned char file67[] = {
#embed "../../themes/default/templates/partials/offer.mustache"
};

static const unsigned char file68[] = {
#embed "../../themes/default/templates/partials/phone.mustache"
};

static const unsigned char file69[] = {
#embed "../../themes/default/templates/partials/points-rules.mustache"
};

static const unsigned char file70[] = {
#embed "../../themes/default/templates/partials/points.mustache"
};

static const unsigned char file71[] = {
#embed "../../themes/default/templates/partials/posts.mustache"
};

static const unsigned char file72[] = {
#embed "../../themes/default/templates/partials/premises.mustache"
};

static const unsigned char file73[] = {
#embed "../../themes/default/templates/partials/rosters.mustache"
};

static const unsigned char file74[] = {
#embed "../../themes/default/templates/partials/shifts.mustache"
};

static const unsigned char file75[] = {
#embed "../../themes/default/templates/partials/steps.mustache"
};

static const unsigned char file76[] = {
#embed "../../themes/default/templates/partials/subscribe.mustache"
};

static const unsigned char file77[] = {
#embed "../../themes/default/templates/partials/task-icons.mustache"
};

static const unsigned char file78[] = {
#embed "../../themes/default/templates/partials/team.mustache"
};

static const unsigned char file79[] = {
#embed "../../themes/default/templates/partials/teams.mustache"
};

static const unsigned char file80[] = {
#embed "../../themes/default/templates/partials/text-below.mustache"
};

static const unsigned char file81[] = {
#embed "../../themes/default/templates/partials/turns.mustache"
};

static const unsigned char file82[] = {
#embed "../../themes/default/templates/partials/unit-tree.mustache"
};

static const unsigned char file83[] = {
#embed "../../themes/default/templates/partials/units.mustache"
};

static const unsigned char file84[] = {
#embed "../../themes/default/templates/partials/venue.mustache"
};

static const unsigned char file85[] = {
#embed "../../themes/default/templates/partials/video.mustache"
};

static const unsigned char file86[] = {
#embed "../../themes/default/templates/partials/videos.mustache"
};

static const unsigned char file87[] = {
#embed "../../themes/default/templates/partner.mustache"
};

static const unsigned char file88[] = {
#embed "../../themes/default/templates/schedule.mustache"
};

static const unsigned char file89[] = {
#embed "../../themes/default/templates/search.mustache"
};

static const unsigned char file90[] = {
#embed "../../themes/default/templates/status.mustache"
};

static const unsigned char file91[] = {
#embed "../../themes/default/templates/team.mustache"
};

static const unsigned char file92[] = {
#embed "../../themes/default/templates/unit.mustache"
};

static const unsigned char file93[] = {
#embed "../../themes/default/templates/venue.mustache"
};

static const gongshi_built_in all[] = {
  {"static/circle.js", file1, sizeof file1},
  {"static/site.js", file2, sizeof file2},
  {"static/style.css", file3, sizeof file3},
  {"static/view.js", file4, sizeof file4},
  {"templates/404.mustache", file5, sizeof file5},
  {"templates/activity.mustache", file6, sizeof file6},
  {"templates/article.mustache", file7, sizeof file7},
  {"templates/blocks/activities.mustache", file8, sizeof file8},
  {"templates/blocks/footer.mustache", file9, sizeof file9},
  {"templates/blocks/head.mustache", file10, sizeof file10},
  {"templates/blocks/ledger.mustache", file11, sizeof file11},
  {"templates/blocks/list.mustache", file12, sizeof file12},
  {"templates/blocks/method.mustache", file13, sizeof file13},
  {"templates/blocks/metrics.mustache", file14, sizeof file14},
  {"templates/blocks/navigation.mustache", file15, sizeof file15},
  {"templates/blocks/points.mustache", file16, sizeof file16},
  {"templates/blocks/posts.mustache", file17, sizeof file17},
  {"templates/blocks/qr.mustache", file18, sizeof file18},
  {"templates/blocks/rosters.mustache", file19, sizeof file19},
  {"templates/blocks/services.mustache", file20, sizeof file20},
  {"templates/blocks/teams.mustache", file21, sizeof file21},
  {"templates/blocks/venues.mustache", file22, sizeof file22},
  {"templates/brand.mustache", file23, sizeof file23},
  {"templates/classroom.mustache", file24, sizeof file24},
  {"templates/council.mustache", file25, sizeof file25},
  {"templates/data.mustache", file26, sizeof file26},
  {"templates/home.mustache", file27, sizeof file27},
  {"templates/layout.mustache", file28, sizeof file28},
  {"templates/layouts/board.mustache", file29, sizeof file29},
  {"templates/layouts/circle.mustache", file30, sizeof file30},
  {"templates/layouts/council.mustache", file31, sizeof file31},
  {"templates/layouts/disclosure.mustache", file32, sizeof file32},
  {"templates/layouts/exchange.mustache", file33, sizeof file33},
  {"templates/layouts/finder-roads.mustache", file34, sizeof file34},
  {"templates/layouts/finder.mustache", file35, sizeof file35},
  {"templates/layouts/menu.mustache", file36, sizeof file36},
  {"templates/list.mustache", file37, sizeof file37},
  {"templates/listed.mustache", file38, sizeof file38},
  {"templates/menu.mustache", file39, sizeof file39},
  {"templates/month.mustache", file40, sizeof file40},
  {"templates/notice.mustache", file41, sizeof file41},
  {"templates/page.mustache", file42, sizeof file42},
  {"templates/partials/attachments.mustache", file43, sizeof file43},
  {"templates/partials/badges.mustache", file44, sizeof file44},
  {"templates/partials/board-section.mustache", file45, sizeof file45},
  {"templates/partials/brand-link.mustache", file46, sizeof file46},
  {"templates/partials/brand-tree.mustache", file47, sizeof file47},
  {"templates/partials/calendars.mustache", file48, sizeof file48},
  {"templates/partials/card.mustache", file49, sizeof file49},
  {"templates/partials/cards.mustache", file50, sizeof file50},
  {"templates/partials/coming.mustache", file51, sizeof file51},
  {"templates/partials/council-section.mustache", file52, sizeof file52},
  {"templates/partials/day.mustache", file53, sizeof file53},
  {"templates/partials/facts.mustache", file54, sizeof file54},
  {"templates/partials/figures.mustache", file55, sizeof file55},
  {"templates/partials/group.mustache", file56, sizeof file56},
  {"templates/partials/ledger-figures.mustache", file57, sizeof file57},
  {"templates/partials/ledger.mustache", file58, sizeof file58},
  {"templates/partials/listed.mustache", file59, sizeof file59},
  {"templates/partials/matter-folded.mustache", file60, sizeof file60},
  {"templates/partials/matter.mustache", file61, sizeof file61},
  {"templates/partials/method.mustache", file62, sizeof file62},
  {"templates/partials/metrics.mustache", file63, sizeof file63},
  {"templates/partials/occurrence-whole.mustache", file64, sizeof file64},
  {"templates/partials/occurrence.mustache", file65, sizeof file65},
  {"templates/partials/occurrences.mustache", file66, sizeof file66},
  {"templates/partials/offer.mustache", file67, sizeof file67},
  {"templates/partials/phone.mustache", file68, sizeof file68},
  {"templates/partials/points-rules.mustache", file69, sizeof file69},
  {"templates/partials/points.mustache", file70, sizeof file70},
  {"templates/partials/posts.mustache", file71, sizeof file71},
  {"templates/partials/premises.mustache", file72, sizeof file72},
  {"templates/partials/rosters.mustache", file73, sizeof file73},
  {"templates/partials/shifts.mustache", file74, sizeof file74},
  {"templates/partials/steps.mustache", file75, sizeof file75},
  {"templates/partials/subscribe.mustache", file76, sizeof file76},
  {"templates/partials/task-icons.mustache", file77, sizeof file77},
  {"templates/partials/team.mustache", file78, sizeof file78},
  {"templates/partials/teams.mustache", file79, sizeof file79},
  {"templates/partials/text-below.mustache", file80, sizeof file80},
  {"templates/partials/turns.mustache", file81, sizeof file81},
  {"templates/partials/unit-tree.mustache", file82, sizeof file82},
  {"templates/partials/units.mustache", file83, sizeof file83},
  {"templates/partials/venue.mustache", file84, sizeof file84},
  {"templates/partials/video.mustache", file85, sizeof file85},
  {"templates/partials/videos.mustache", file86, sizeof file86},
  {"templates/partner.mustache", file87, sizeof file87},
  {"templates/schedule.mustache", file88, sizeof file88},
  {"templates/search.mustache", file89, sizeof file89},
  {"templates/status.mustache", file90, sizeof file90},
  {"templates/team.mustache", file91, sizeof file91},
  {"templates/unit.mustache", file92, sizeof file92},
  {"templates/venue.mustache", file93, sizeof file93},
};

gongshi_built_ins gongshi_theme(void) { return (gongshi_built_ins){all, sizeof all / sizeof *all}; }
