#ifndef GONGSHI_CBROWSERFILES_H
#define GONGSHI_CBROWSERFILES_H

#include <stddef.h>

/// Bytes that are part of the program.
typedef struct {
  const unsigned char *_Nonnull bytes;
  size_t count;
} gongshi_file;

/// What modules are published in: their place is the line `/* modules */`.
gongshi_file gongshi_closure(void);
/// The modules of the preview’s script, one after another, and what its bar looks like.
gongshi_file gongshi_preview(void);
gongshi_file gongshi_preview_style(void);
/// The modules of a screen's player, one after another.
gongshi_file gongshi_player(void);
/// What screens look like.
gongshi_file gongshi_screen_style(void);
/// The service worker of the screens.
gongshi_file gongshi_screen_worker(void);
/// The modules of the finder's script, one after another.
gongshi_file gongshi_finder(void);
/// The finder's rules alone, for the search page's script to ask for.
gongshi_file gongshi_address_rules(void);
/// The modules of the search page's script, one after another.
gongshi_file gongshi_search(void);

#endif
