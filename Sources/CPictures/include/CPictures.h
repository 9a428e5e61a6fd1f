#ifndef GONGSHI_CPICTURES_H
#define GONGSHI_CPICTURES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Pictures read and written by the libraries that browsers use too: libjpeg-turbo, libpng, libwebp, giflib, Little CMS. What a file holds
// beside its pixels (EXIF, XMP, IPTC, profiles, comments, further pictures, anything behind its end) is read where it says how the pixels
// are meant, and never written. No input ends the program; memory is bounded by `gongshi_picture_limits`.

typedef enum {
  gongshi_picture_jpeg,
  gongshi_picture_png,
  gongshi_picture_webp,
  gongshi_picture_gif,
} gongshi_picture_format;

typedef enum {
  gongshi_picture_read_well,
  /// Cut short, or not what the format allows.
  gongshi_picture_damaged,
  /// More pixels than the limits allow; width and height are set.
  gongshi_picture_too_large,
  /// So many only where they can be read row by row, which this file does not let be done (progressive, interlaced, WebP).
  gongshi_picture_too_large_held,
  gongshi_picture_no_memory,
} gongshi_picture_status;

typedef struct {
  /// Of the file.
  uint64_t pixels;
  /// Bytes that a file needs at once which can't be read row by row.
  uint64_t held_bytes;
  /// Of what comes of it: what is larger is made smaller while it is read.
  int width;
  uint64_t result_pixels;
} gongshi_picture_limits;

/// Upright pixels: red, green, blue and alpha (not multiplied), 8 bits each, sRGB.
typedef struct {
  uint8_t *pixels;
  int width, height;
  /// Of the file, upright.
  int source_width, source_height;
  bool has_alpha;
  bool is_gray;
  /// The file is a moving picture, of which this is the first.
  bool is_moving;
  /// How many colours there are, if no more than 256; else 0.
  int colours;
  uint32_t palette[256];
} gongshi_picture;

/// Reads a JPEG, PNG or WebP. With any status but `read_well` there are no pixels.
gongshi_picture_status gongshi_picture_read(
  gongshi_picture_format format, const uint8_t *bytes, size_t count, gongshi_picture_limits limits, gongshi_picture *picture);

/// The same smaller, averaged in linear light. `read_well` or `no_memory`.
gongshi_picture_status gongshi_picture_scale(const gongshi_picture *picture, int width, int height, gongshi_picture *scaled);

/// The same as a ground for white letters: smaller, blurred by three boxes of 2 × radius + 1 pixels, what is seen through on black, and no pixel with more
/// than `most` of 65,535 parts of white's luminance; what is darker keeps its light as far as that lets it. `read_well` or `no_memory`.
gongshi_picture_status gongshi_picture_ground(
  const gongshi_picture *picture, int width, int height, int radius, int most, gongshi_picture *ground);

void gongshi_picture_free(gongshi_picture *picture);

/// Bytes for `free`; NULL where there is no memory, or the format can't hold it.
/// quality: 1 to 100; a WebP of 0 keeps every pixel as it is.
uint8_t *gongshi_picture_write(const gongshi_picture *picture, gongshi_picture_format format, int quality, size_t *count);

/// A PNG of at most 256 colours, from one byte a pixel. `colours`: red, green and blue of each. Bytes for `free`; NULL where there is no memory.
uint8_t *gongshi_png_write_numbered(
  const uint8_t *pixels, int width, int height, const uint8_t *colours, int colour_count, size_t *count);

/// A GIF written anew: its pictures, their times and how often they run, and nothing else. `bytes` for `free`.
gongshi_picture_status gongshi_gif_rewrite(
  const uint8_t *bytes, size_t count, gongshi_picture_limits limits, uint8_t **written, size_t *written_count, int *width,
  int *height, bool *is_moving);

/// The libraries with their versions, for keys of what was made by them.
const char *gongshi_picture_libraries(void);

#endif
