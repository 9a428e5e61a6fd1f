#include "pictures.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static int16_t exif_short(const uint8_t *at, bool little) { return (int16_t)(little ? at[0] | at[1] << 8 : at[0] << 8 | at[1]); }

static uint32_t exif_long(const uint8_t *at, bool little) {
  return little ? (uint32_t)at[0] | (uint32_t)at[1] << 8 | (uint32_t)at[2] << 16 | (uint32_t)at[3] << 24
                : (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | (uint32_t)at[3];
}

int gongshi_exif_orientation(const uint8_t *tiff, size_t count) {
  if (count >= 6 && !memcmp(tiff, "Exif\0", 6)) tiff += 6, count -= 6;
  if (count < 8 || (memcmp(tiff, "II", 2) && memcmp(tiff, "MM", 2))) return 1;
  bool little = tiff[0] == 'I';
  size_t directory = exif_long(tiff + 4, little);
  if (directory > count || count - directory < 2) return 1;
  size_t entries = (uint16_t)exif_short(tiff + directory, little);
  for (size_t entry = 0; entry < entries; entry++) {
    size_t at = directory + 2 + 12 * entry;
    if (at + 12 > count) return 1;
    if ((uint16_t)exif_short(tiff + at, little) != 0x0112) continue;
    int value = exif_short(tiff + at + 8, little);
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}

gongshi_picture_status gongshi_reading_size(
  gongshi_reading *reading, int width, int height, int orientation, gongshi_picture_limits limits) {
  gongshi_picture *picture = reading->picture;
  bool turned = orientation >= 5;
  reading->width = width;
  reading->height = height;
  reading->orientation = orientation;
  picture->source_width = turned ? height : width;
  picture->source_height = turned ? width : height;
  if (width <= 0 || height <= 0) return gongshi_picture_damaged;
  uint64_t pixels = (uint64_t)width * (uint64_t)height;
  if (pixels > limits.pixels) return gongshi_picture_too_large;
  double scale = 1;
  if (picture->source_width > limits.width) scale = (double)limits.width / picture->source_width;
  if ((double)pixels * scale * scale > (double)limits.result_pixels) scale = sqrt((double)limits.result_pixels / (double)pixels);
  picture->width = (int)lround(picture->source_width * scale);
  picture->height = (int)lround(picture->source_height * scale);
  if (picture->width < 1) picture->width = 1;
  if (picture->height < 1) picture->height = 1;
  picture->pixels = malloc(4 * (size_t)picture->width * (size_t)picture->height);
  return picture->pixels ? gongshi_picture_read_well : gongshi_picture_no_memory;
}

gongshi_picture_status gongshi_reading_begin(gongshi_reading *reading, int width, int height) {
  gongshi_picture *picture = reading->picture;
  bool turned = reading->orientation >= 5;
  int out_width = turned ? picture->height : picture->width, out_height = turned ? picture->width : picture->height;
  reading->scaler = gongshi_scaler_new(width, height, out_width, out_height, picture->has_alpha, picture->pixels);
  return reading->scaler ? gongshi_picture_read_well : gongshi_picture_no_memory;
}

/// Where the pixel at x, y of the upright picture is stored.
static size_t place(int orientation, int x, int y, int width, int height) {
  switch (orientation) {
  case 2: return (size_t)y * width + (width - 1 - x);
  case 3: return (size_t)(height - 1 - y) * width + (width - 1 - x);
  case 4: return (size_t)(height - 1 - y) * width + x;
  // Stored with width and height exchanged.
  case 5: return (size_t)x * height + y;
  case 6: return (size_t)(width - 1 - x) * height + y;
  case 7: return (size_t)(width - 1 - x) * height + (height - 1 - y);
  default: return (size_t)x * height + (height - 1 - y);
  }
}

static gongshi_picture_status turn(gongshi_picture *picture, int orientation) {
  if (orientation == 1) return gongshi_picture_read_well;
  uint32_t *turned = malloc(4 * (size_t)picture->width * (size_t)picture->height), *next = turned;
  if (!turned) return gongshi_picture_no_memory;
  const uint32_t *from = (const uint32_t *)(const void *)picture->pixels;
  for (int y = 0; y < picture->height; y++) {
    for (int x = 0; x < picture->width; x++) *next++ = from[place(orientation, x, y, picture->width, picture->height)];
  }
  free(picture->pixels);
  picture->pixels = (uint8_t *)turned;
  return gongshi_picture_read_well;
}

/// Whether it is gray, seen through, and of few colours: what it can be written as without loss.
static void look(gongshi_picture *picture) {
  enum { slots = 1024 };
  int table[slots];
  memset(table, -1, sizeof table);
  size_t count = (size_t)picture->width * (size_t)picture->height;
  bool gray = true, alpha = false;
  int colours = 0;
  uint32_t last = 0;
  for (size_t at = 0; at < count; at++) {
    const uint8_t *pixel = picture->pixels + 4 * at;
    uint32_t colour;
    memcpy(&colour, pixel, 4);
    if (at && colour == last) continue;
    last = colour;
    if (pixel[0] != pixel[1] || pixel[1] != pixel[2]) gray = false;
    if (pixel[3] != 255) alpha = true;
    if (colours > 256) {
      if (!gray && alpha) break;
      continue;
    }
    unsigned slot = (unsigned)((pixel[0] * 2654435761u) ^ (pixel[1] * 40503u) ^ (pixel[2] * 2246822519u) ^ pixel[3]) >> 7 & (slots - 1);
    while (table[slot] >= 0 && picture->palette[table[slot]] != colour) slot = (slot + 1) & (slots - 1);
    if (table[slot] >= 0) continue;
    if (colours < 256) {
      table[slot] = colours;
      picture->palette[colours] = colour;
    }
    colours++;
  }
  picture->is_gray = gray && !alpha;
  picture->has_alpha = alpha;
  picture->colours = colours > 256 ? 0 : colours;
}

gongshi_picture_status gongshi_reading_end(gongshi_reading *reading, gongshi_picture_status status) {
  gongshi_scaler_free(reading->scaler);
  reading->scaler = NULL;
  if (status == gongshi_picture_read_well) status = turn(reading->picture, reading->orientation);
  if (status == gongshi_picture_read_well) look(reading->picture); else gongshi_picture_free(reading->picture);
  return status;
}

gongshi_picture_status gongshi_picture_read(
  gongshi_picture_format format, const uint8_t *bytes, size_t count, gongshi_picture_limits limits, gongshi_picture *picture) {
  memset(picture, 0, sizeof *picture);
  switch (format) {
  case gongshi_picture_jpeg: return gongshi_read_jpeg(bytes, count, limits, picture);
  case gongshi_picture_png: return gongshi_read_png(bytes, count, limits, picture);
  case gongshi_picture_webp: return gongshi_read_webp(bytes, count, limits, picture);
  default: return gongshi_picture_damaged;
  }
}

gongshi_picture_status gongshi_picture_scale(const gongshi_picture *picture, int width, int height, gongshi_picture *scaled) {
  *scaled = *picture;
  scaled->width = width;
  scaled->height = height;
  scaled->pixels = malloc(4 * (size_t)width * (size_t)height);
  if (!scaled->pixels) return gongshi_picture_no_memory;
  gongshi_reading reading = {.picture = scaled, .orientation = 1};
  gongshi_picture_status status = gongshi_reading_begin(&reading, picture->width, picture->height);
  for (int y = 0; status == gongshi_picture_read_well && y < picture->height; y++) {
    gongshi_scaler_add(reading.scaler, picture->pixels + 4 * (size_t)picture->width * (size_t)y);
  }
  return gongshi_reading_end(&reading, status);
}

void gongshi_picture_free(gongshi_picture *picture) {
  free(picture->pixels);
  picture->pixels = NULL;
}

uint8_t *gongshi_picture_write(const gongshi_picture *picture, gongshi_picture_format format, int quality, size_t *count) {
  switch (format) {
  case gongshi_picture_jpeg: return gongshi_write_jpeg(picture, quality, count);
  case gongshi_picture_png: return gongshi_write_png(picture, count);
  case gongshi_picture_webp: return gongshi_write_webp(picture, quality, count);
  default: return NULL;
  }
}
