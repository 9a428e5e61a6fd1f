#ifndef GONGSHI_CLETTERS_H
#define GONGSHI_CLETTERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Letters of a font file as pixels, by FreeType: outlines without hints, so that the same font gives the same pixels on every machine. A letter
// is a character by itself; nothing is joined or put in another order. Not for fonts that strangers may choose: the file is one of the machine's
// or of whoever runs the program.

typedef struct gongshi_face gongshi_face;

/// The face with a number (0…) of a font file; NULL for what is no font with outlines and Unicode's numbers.
///
/// count: how many faces the file has.
gongshi_face *gongshi_face_open(const char *path, int number, int *count);
void gongshi_face_close(gongshi_face *face);

/// What its maker calls it: `Noto Sans CJK SC`; empty where it says nothing.
const char *gongshi_face_family(const gongshi_face *face);
bool gongshi_face_is_bold(const gongshi_face *face);

/// Whether there is a letter for it; a letter that stands for all that are missing is none.
bool gongshi_face_has(const gongshi_face *face, uint32_t character);

/// How a letter lies, in 64ths of a pixel: how far the next one stands from it, and where its ink begins and ends from where it stands.
typedef struct {
  int32_t advance, ink_begin, ink_end;
} gongshi_letter;

/// size: pixels of an em, 1…1000. false where the font is damaged.
bool gongshi_face_measure(gongshi_face *face, uint32_t character, int size, gongshi_letter *letter);

/// A picture of one byte a pixel: the number of a colour.
typedef struct {
  uint8_t *pixels;
  int width, height;
} gongshi_canvas;

/// Draws a letter: `ramp` is the number of its ground's colour, and the `steps - 1` behind it lead to its own. What lies outside of the canvas
/// is left out.
///
/// x: where it stands, in 64ths of a pixel. baseline: in pixels from above.
bool gongshi_face_draw(
  gongshi_face *face, uint32_t character, int size, int32_t x, int baseline, uint8_t ramp, int steps, gongshi_canvas canvas);

/// FreeType's version, for keys of what was drawn by it.
const char *gongshi_letters_library(void);

#endif
