#include "CLetters.h"

#include <stdio.h>
#include <stdlib.h>

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H

struct gongshi_face {
  /// Its own: a library may be used by one thread at a time.
  FT_Library library;
  FT_Face face;
};

/// Outlines alone, as they were drawn: hints would follow the library's settings.
enum { loading = FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP | FT_LOAD_NO_AUTOHINT };

gongshi_face *gongshi_face_open(const char *path, int number, int *count) {
  gongshi_face *face = calloc(1, sizeof *face);
  if (!face) return NULL;
  if (FT_Init_FreeType(&face->library)) {
    free(face);
    return NULL;
  }
  if (FT_New_Face(face->library, path, number, &face->face)) {
    face->face = NULL;
    gongshi_face_close(face);
    return NULL;
  }
  *count = (int)face->face->num_faces;
  if (!FT_IS_SCALABLE(face->face) || FT_Select_Charmap(face->face, FT_ENCODING_UNICODE)) {
    gongshi_face_close(face);
    return NULL;
  }
  return face;
}

void gongshi_face_close(gongshi_face *face) {
  if (!face) return;
  if (face->face) FT_Done_Face(face->face);
  FT_Done_FreeType(face->library);
  free(face);
}

const char *gongshi_face_family(const gongshi_face *face) {
  return face->face->family_name ? face->face->family_name : "";
}

bool gongshi_face_is_bold(const gongshi_face *face) { return face->face->style_flags & FT_STYLE_FLAG_BOLD; }

bool gongshi_face_has(const gongshi_face *face, uint32_t character) {
  return FT_Get_Char_Index(face->face, character) != 0;
}

static bool load(gongshi_face *face, uint32_t character, int size) {
  FT_UInt letter = FT_Get_Char_Index(face->face, character);
  return letter && !FT_Set_Pixel_Sizes(face->face, 0, (FT_UInt)size) && !FT_Load_Glyph(face->face, letter, loading)
    && face->face->glyph->format == FT_GLYPH_FORMAT_OUTLINE;
}

bool gongshi_face_measure(gongshi_face *face, uint32_t character, int size, gongshi_letter *letter) {
  if (!load(face, character, size)) return false;
  FT_Glyph_Metrics *metrics = &face->face->glyph->metrics;
  // Not rounded to whole pixels: 16.16.
  letter->advance = (int32_t)(face->face->glyph->linearHoriAdvance / 1024);
  letter->ink_begin = (int32_t)metrics->horiBearingX;
  letter->ink_end = (int32_t)(metrics->horiBearingX + metrics->width);
  return true;
}

bool gongshi_face_draw(
  gongshi_face *face, uint32_t character, int size, int32_t x, int baseline, uint8_t ramp, int steps, gongshi_canvas canvas) {
  if (!load(face, character, size)) return false;
  FT_GlyphSlot slot = face->face->glyph;
  int32_t whole = x & ~63;
  FT_Outline_Translate(&slot->outline, x - whole, 0);
  if (FT_Render_Glyph(slot, FT_RENDER_MODE_NORMAL)) return false;
  FT_Bitmap *bitmap = &slot->bitmap;
  if (bitmap->pixel_mode != FT_PIXEL_MODE_GRAY || bitmap->pitch < 0) return bitmap->rows == 0;
  int left = whole / 64 + slot->bitmap_left, top = baseline - slot->bitmap_top;
  for (int row = 0; row < (int)bitmap->rows; row++) {
    int y = top + row;
    if (y < 0 || y >= canvas.height) continue;
    const uint8_t *from = bitmap->buffer + (size_t)row * (size_t)bitmap->pitch;
    uint8_t *to = canvas.pixels + (size_t)y * (size_t)canvas.width;
    for (int column = 0; column < (int)bitmap->width; column++) {
      int at = left + column;
      int step = (from[column] * (steps - 1) + 127) / 255;
      if (at < 0 || at >= canvas.width || !step) continue;
      // Where two letters touch, the darker one.
      int old = to[at] >= ramp && to[at] < ramp + steps ? to[at] - ramp : 0;
      if (step > old) to[at] = (uint8_t)(ramp + step);
    }
  }
  return true;
}

const char *gongshi_letters_library(void) {
  static const char version[] = "freetype " 
#define text_of(number) #number
#define version_of(a, b, c) text_of(a) "." text_of(b) "." text_of(c)
    version_of(FREETYPE_MAJOR, FREETYPE_MINOR, FREETYPE_PATCH);
  return version;
}
