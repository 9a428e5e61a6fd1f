#include "pictures.h"

#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

#include <png.h>
#include <zlib.h>

typedef struct {
  const uint8_t *bytes;
  size_t count, at;
  /// What is written.
  uint8_t *written;
  size_t size, room;
  /// Freed at the end, whichever way that comes.
  uint8_t *row, *all;
  png_bytep *rows;
  void *colours;
  gongshi_picture_status status;
} png_work;

static void failed(png_structp png, png_const_charp text) {
  png_work *work = png_get_error_ptr(png);
  if (work->status == gongshi_picture_read_well) {
    work->status = strstr(text, "emory") ? gongshi_picture_no_memory : gongshi_picture_damaged;
  }
  png_longjmp(png, 1);
}

static void fail(png_structp png, gongshi_picture_status status) {
  ((png_work *)png_get_error_ptr(png))->status = status;
  png_error(png, "");
}

static void warned(png_structp png, png_const_charp text) { (void)png, (void)text; }

static void take(png_structp png, png_bytep to, size_t count) {
  png_work *work = png_get_io_ptr(png);
  if (count > work->count - work->at) png_error(png, "end");
  memcpy(to, work->bytes + work->at, count);
  work->at += count;
}

static void put(png_structp png, png_bytep from, size_t count) {
  png_work *work = png_get_io_ptr(png);
  if (count > work->room - work->size) {
    size_t room = 2 * work->room + count + 4096;
    uint8_t *larger = realloc(work->written, room);
    if (!larger) fail(png, gongshi_picture_no_memory);
    work->written = larger;
    work->room = room;
  }
  memcpy(work->written + work->size, from, count);
  work->size += count;
}

static void flushed(png_structp png) { (void)png; }

static uint32_t number(const uint8_t *at) {
  return (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | (uint32_t)at[3];
}

/// What stands in a chunk; NULL where there is none. What stands behind the picture's end is none of it.
static const uint8_t *chunk(const uint8_t *bytes, size_t count, const char *name, size_t *length) {
  for (size_t at = 8; at + 12 <= count;) {
    size_t size = number(bytes + at);
    if (size > count - at - 12 || !memcmp(bytes + at + 4, "IEND", 4)) return NULL;
    if (!memcmp(bytes + at + 4, name, 4)) {
      *length = size;
      return bytes + at + 8;
    }
    at += 12 + size;
  }
  return NULL;
}

static void read_rows(png_structp png, png_infop info, png_work *work, gongshi_reading *reading, gongshi_picture_limits limits) {
  int width = reading->width, height = reading->height;
  size_t length = 4 * (size_t)width;
  if (png_get_rowbytes(png, info) != length) fail(png, gongshi_picture_damaged);
  bool is_interlaced = png_get_interlace_type(png, info) != PNG_INTERLACE_NONE;
  if (is_interlaced) {
    if (length * (size_t)height > limits.held_bytes) fail(png, gongshi_picture_too_large_held);
    work->all = malloc(length * (size_t)height);
    work->rows = malloc((size_t)height * sizeof *work->rows);
    if (!work->all || !work->rows) fail(png, gongshi_picture_no_memory);
    for (int y = 0; y < height; y++) work->rows[y] = work->all + length * (size_t)y;
    png_read_image(png, work->rows);
  } else {
    work->row = malloc(length);
    if (!work->row) fail(png, gongshi_picture_no_memory);
  }
  for (int y = 0; y < height; y++) {
    uint8_t *row = is_interlaced ? work->rows[y] : work->row;
    if (!is_interlaced) png_read_row(png, row, NULL);
    if (work->colours) gongshi_colours_convert(work->colours, row, row, width);
    gongshi_scaler_add(reading->scaler, row);
  }
}

static void read_all(
  png_structp png, png_infop info, png_work *work, gongshi_reading *reading, gongshi_picture_limits limits) {
  gongshi_picture *picture = reading->picture;
  png_set_user_limits(png, 0x7FFFFFFF, 0x7FFFFFFF);
  png_set_chunk_malloc_max(png, 16 << 20);
  png_set_crc_action(png, PNG_CRC_ERROR_QUIT, PNG_CRC_WARN_DISCARD);
  png_set_read_fn(png, work, take);
  png_read_info(png, info);
  size_t length = 0;
  const uint8_t *exif = chunk(work->bytes, work->count, "eXIf", &length);
  int orientation = exif ? gongshi_exif_orientation(exif, length) : 1;
  picture->is_moving = chunk(work->bytes, work->count, "acTL", &length) != NULL;
  gongshi_picture_status status = gongshi_reading_size(
    reading, (int)png_get_image_width(png, info), (int)png_get_image_height(png, info), orientation, limits);
  if (status != gongshi_picture_read_well) fail(png, status);

  int type = png_get_color_type(png, info);
  picture->has_alpha = (type & PNG_COLOR_MASK_ALPHA) || png_get_valid(png, info, PNG_INFO_tRNS);
  png_charp name;
  png_bytep profile;
  png_uint_32 profile_length;
  int method;
  double gamma;
  png_set_expand(png);
  png_set_scale_16(png);
  if (png_get_iCCP(png, info, &name, &method, &profile, &profile_length)) {
    // A profile of grays would need the row before it is colours; those that are met say what sRGB says.
    if (type & PNG_COLOR_MASK_COLOR) work->colours = gongshi_colours_new(profile, profile_length, gongshi_colours_rgba);
  } else if (!png_get_valid(png, info, PNG_INFO_sRGB) && png_get_gAMA(png, info, &gamma) && gamma > 0.05 && gamma < 5) {
    png_set_gamma(png, PNG_DEFAULT_sRGB, gamma);
  }
  png_set_gray_to_rgb(png);
  png_set_add_alpha(png, 0xFF, PNG_FILLER_AFTER);
  png_set_interlace_handling(png);
  png_read_update_info(png, info);
  status = gongshi_reading_begin(reading, reading->width, reading->height);
  if (status != gongshi_picture_read_well) fail(png, status);
  read_rows(png, info, work, reading, limits);
  png_read_end(png, NULL);
}

gongshi_picture_status gongshi_read_png(
  const uint8_t *bytes, size_t count, gongshi_picture_limits limits, gongshi_picture *picture) {
  if (count < 8 || png_sig_cmp(bytes, 0, 8)) return gongshi_picture_damaged;
  png_work work = {.bytes = bytes, .count = count};
  gongshi_reading reading = {.picture = picture};
  // Both are read after a longjmp through these, which do not change.
  png_work *volatile kept = &work;
  gongshi_reading *volatile begun = &reading;
  png_structp png = png_create_read_struct(PNG_LIBPNG_VER_STRING, kept, failed, warned);
  png_infop info = png ? png_create_info_struct(png) : NULL;
  if (!info) {
    png_destroy_read_struct(&png, NULL, NULL);
    return gongshi_picture_no_memory;
  }
  if (setjmp(png_jmpbuf(png)) == 0) read_all(png, info, kept, begun, limits);
  png_destroy_read_struct(&png, &info, NULL);
  gongshi_colours_free(kept->colours);
  free(kept->row);
  free(kept->rows);
  free(kept->all);
  return gongshi_reading_end(begun, kept->status);
}

// MARK: Writing

static int index_of(const gongshi_picture *picture, uint32_t colour) {
  for (int at = 0; at < picture->colours; at++) {
    if (picture->palette[at] == colour) return at;
  }
  return 0;
}

static void write_all(png_structp png, png_infop info, png_work *work, const void *what) {
  const gongshi_picture *picture = what;
  png_set_write_fn(png, work, put, flushed);
  png_set_user_limits(png, 0x7FFFFFFF, 0x7FFFFFFF);
  // Many grays pack better by their differences than by their numbers.
  bool has_palette = picture->colours && !(picture->is_gray && picture->colours > 16);
  int channels = has_palette || picture->is_gray ? 1 : picture->has_alpha ? 4 : 3;
  int type = has_palette ? PNG_COLOR_TYPE_PALETTE
    : picture->is_gray ? PNG_COLOR_TYPE_GRAY : picture->has_alpha ? PNG_COLOR_TYPE_RGB_ALPHA : PNG_COLOR_TYPE_RGB;
  int depth = !has_palette ? 8 : picture->colours <= 2 ? 1 : picture->colours <= 4 ? 2 : picture->colours <= 16 ? 4 : 8;
  png_set_IHDR(png, info, (png_uint_32)picture->width, (png_uint_32)picture->height, depth, type, PNG_INTERLACE_NONE,
    PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  if (has_palette) {
    png_color colours[256];
    png_byte alphas[256];
    for (int at = 0; at < picture->colours; at++) {
      uint8_t pixel[4];
      memcpy(pixel, &picture->palette[at], 4);
      colours[at] = (png_color){pixel[0], pixel[1], pixel[2]};
      alphas[at] = pixel[3];
    }
    png_set_PLTE(png, info, colours, picture->colours);
    if (picture->has_alpha) png_set_tRNS(png, info, alphas, picture->colours, NULL);
  }
  png_write_info(png, info);
  if (depth < 8) png_set_packing(png);
  work->row = malloc((size_t)picture->width * 4);
  if (!work->row) fail(png, gongshi_picture_no_memory);
  uint32_t last = 0;
  int last_index = -1;
  for (int y = 0; y < picture->height; y++) {
    const uint8_t *from = picture->pixels + 4 * (size_t)picture->width * (size_t)y;
    uint8_t *to = work->row;
    for (int x = 0; x < picture->width; x++, from += 4) {
      if (has_palette) {
        uint32_t colour;
        memcpy(&colour, from, 4);
        if (last_index < 0 || colour != last) last_index = index_of(picture, colour);
        last = colour;
        *to++ = (uint8_t)last_index;
      } else {
        memcpy(to, from, (size_t)channels);
        to += channels;
      }
    }
    png_write_row(png, work->row);
  }
  png_write_end(png, NULL);
}

/* Writes with `draw`, which gives libpng what it draws; NULL where that failed. */
static uint8_t *write_png(void (*draw)(png_structp, png_infop, png_work *, const void *), const void *what, size_t *count) {
  png_work work = {0};
  png_work *volatile kept = &work;
  png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, kept, failed, warned);
  png_infop info = png ? png_create_info_struct(png) : NULL;
  if (!info) {
    png_destroy_write_struct(&png, NULL);
    return NULL;
  }
  if (setjmp(png_jmpbuf(png)) == 0) draw(png, info, kept, what);
  png_destroy_write_struct(&png, &info);
  free(kept->row);
  *count = kept->size;
  if (kept->status == gongshi_picture_read_well) return kept->written;
  free(kept->written);
  return NULL;
}

uint8_t *gongshi_write_png(const gongshi_picture *picture, size_t *count) { return write_png(write_all, picture, count); }

typedef struct {
  const uint8_t *pixels;
  int width, height;
  const uint8_t *colours;
  int colour_count;
} numbered;

static void write_numbered(png_structp png, png_infop info, png_work *work, const void *what) {
  const numbered *drawn = what;
  png_set_write_fn(png, work, put, flushed);
  // Of flat colours with letters on them: a quarter of the time of the default, and as few bytes.
  png_set_filter(png, PNG_FILTER_TYPE_BASE, PNG_FILTER_UP);
  png_set_compression_level(png, 1);
  png_set_compression_strategy(png, Z_RLE);
  png_set_IHDR(png, info, (png_uint_32)drawn->width, (png_uint_32)drawn->height, 8, PNG_COLOR_TYPE_PALETTE, PNG_INTERLACE_NONE,
    PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_color palette[256];
  for (int at = 0; at < drawn->colour_count; at++) {
    palette[at] = (png_color){drawn->colours[3 * at], drawn->colours[3 * at + 1], drawn->colours[3 * at + 2]};
  }
  png_set_PLTE(png, info, palette, drawn->colour_count);
  png_write_info(png, info);
  for (int y = 0; y < drawn->height; y++) png_write_row(png, drawn->pixels + (size_t)drawn->width * (size_t)y);
  png_write_end(png, NULL);
}

uint8_t *gongshi_png_write_numbered(
  const uint8_t *pixels, int width, int height, const uint8_t *colours, int colour_count, size_t *count) {
  numbered what = {pixels, width, height, colours, colour_count};
  return write_png(write_numbered, &what, count);
}
