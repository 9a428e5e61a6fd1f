// Scripts and styles lie in the rooms they belong to, as files that editors, linters and tests read. `#embed` (C23) makes them part of the
// program: 75 KB take 0.7 s to build, where SwiftPM's .embedInCode took 22 s, and an edit to one of them is a reason to build.
// Modules are joined in the order in which they stand here: what a file does when it is read comes after what it needs for that.
#include "CBrowserFiles.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char closure[] = {
#embed "closure.js"
};

static const unsigned char player[] = {
#embed "../Screens/Player/page.js" suffix(, )
#embed "../Screens/Player/moment.js" suffix(, )
#embed "../Screens/Player/clock.js" suffix(, )
#embed "../Screens/Player/programme.js" suffix(, )
#embed "../Screens/Player/text.js" suffix(, )
#embed "../Screens/Player/fonts.js" suffix(, )
#embed "../Screens/Player/code.js" suffix(, )
#embed "../Screens/Player/pictures.js" suffix(, )
#embed "../Screens/Player/films.js" suffix(, )
#embed "../Screens/Player/prose.js" suffix(, )
#embed "../Screens/Player/chart.js" suffix(, )
#embed "../Screens/Player/blocks.js" suffix(, )
#embed "../Screens/Player/weather.js" suffix(, )
#embed "../Screens/Player/frames.js" suffix(, )
#embed "../Screens/Player/cuts.js" suffix(, )
#embed "../Screens/Player/pages.js" suffix(, )
#embed "../Screens/Player/band.js" suffix(, )
#embed "../Screens/Player/stage.js" suffix(, )
#embed "../Screens/Player/contact.js" suffix(, )
#embed "../Screens/Player/main.js" suffix(, )
};

static const unsigned char screen_style[] = {
#embed "../Screens/Player/screen.css" suffix(, )
#embed "../Screens/Player/faces.css"
};

static const unsigned char screen_worker[] = {
#embed "../Screens/Player/worker.js"
};

static const unsigned char finder[] = {
#embed "../Finder/Client/text.js" suffix(, )
#embed "../Finder/Client/book.js" suffix(, )
#embed "../Finder/Client/page.js" suffix(, )
};

static const unsigned char preview[] = {
#embed "../Preview/Client/clock.js" suffix(, )
#embed "../Preview/Client/elements.js" suffix(, )
#embed "../Preview/Client/moments.js" suffix(, )
#embed "../Preview/Client/problems.js" suffix(, )
#embed "../Preview/Client/panels.js" suffix(, )
#embed "../Preview/Client/bar.js" suffix(, )
#embed "../Preview/Client/frames.js" suffix(, )
#embed "../Preview/Client/main.js" suffix(, )
};

static const unsigned char preview_style[] = {
#embed "../Preview/Client/preview.css"
};

static const unsigned char address_rules[] = {
#embed "../Finder/Client/text.js" suffix(, )
#embed "../Finder/Client/book.js" suffix(, )
#embed "../Finder/Client/lent.js" suffix(, )
};

static const unsigned char search[] = {
#embed "../Search/Client/page.js" suffix(, )
#embed "../Search/Client/words.js" suffix(, )
#embed "../Search/Client/traditional.js" suffix(, )
#embed "../Search/Client/texts.js" suffix(, )
#embed "../Search/Client/queries.js" suffix(, )
#embed "../Search/Client/finder.js" suffix(, )
#embed "../Search/Client/results.js" suffix(, )
#embed "../Search/Client/addresses.js" suffix(, )
#embed "../Search/Client/main.js" suffix(, )
};

#define FILE_OF(name) \
  gongshi_file gongshi_##name(void) { return (gongshi_file){name, sizeof name}; }

FILE_OF(address_rules)
FILE_OF(closure)
FILE_OF(finder)
FILE_OF(player)
FILE_OF(preview)
FILE_OF(preview_style)
FILE_OF(screen_style)
FILE_OF(screen_worker)
FILE_OF(search)
