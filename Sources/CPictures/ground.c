#include "pictures.h"

#include <stdlib.h>

// What lies behind a screen's text. Whole numbers alone, so that every machine makes the same bytes.

/// The average of 2 × radius + 1 values along a line; beyond its ends they go on as they are there.
static void blur_line(const uint16_t *from, uint16_t *to, int count, size_t step, int radius) {
  int64_t size = 2 * (int64_t)radius + 1, sum = 0;
  for (int at = -radius; at <= radius; at++) sum += from[step * (size_t)(at < 0 ? 0 : at >= count ? count - 1 : at)];
  for (int at = 0; at < count; at++) {
    to[step * (size_t)at] = (uint16_t)((sum + size / 2) / size);
    int leaves = at - radius, comes = at + radius + 1;
    sum += from[step * (size_t)(comes >= count ? count - 1 : comes)] - from[step * (size_t)(leaves < 0 ? 0 : leaves)];
  }
}

static void blur(uint16_t *light, uint16_t *other, int width, int height, int radius) {
  for (int pass = 0; pass < 3; pass++) {
    for (int y = 0; y < height; y++) {
      for (int channel = 0; channel < 3; channel++) {
        size_t place = 3 * (size_t)width * (size_t)y + (size_t)channel;
        blur_line(light + place, other + place, width, 3, radius);
      }
    }
    for (int x = 0; x < 3 * width; x++) blur_line(other + x, light + x, height, 3 * (size_t)width, radius);
  }
}

/// Relative luminance (WCAG 2.2), 0 to 65,535.
static int64_t luminance(const uint16_t *light) { return (2126 * (int64_t)light[0] + 7152 * (int64_t)light[1] + 722 * (int64_t)light[2]) / 10000; }

gongshi_picture_status gongshi_picture_ground(
  const gongshi_picture *picture, int width, int height, int radius, int most, gongshi_picture *ground) {
  gongshi_picture_status status = gongshi_picture_scale(picture, width, height, ground);
  if (status != gongshi_picture_read_well) return status;
  size_t count = (size_t)width * (size_t)height;
  uint16_t *light = malloc(count * 3 * sizeof *light), *other = malloc(count * 3 * sizeof *other);
  if (!light || !other) {
    free(light);
    free(other);
    gongshi_picture_free(ground);
    return gongshi_picture_no_memory;
  }
  const float *light_of = gongshi_light_of();
  for (size_t at = 0; at < count; at++) {
    const uint8_t *pixel = ground->pixels + 4 * at;
    for (int channel = 0; channel < 3; channel++) light[3 * at + (size_t)channel] = (uint16_t)(light_of[pixel[channel]] * pixel[3] / 255);
  }
  blur(light, other, width, height, radius);
  int64_t brightest = 0;
  for (size_t at = 0; at < count; at++) {
    int64_t own = luminance(light + 3 * at);
    if (own > brightest) brightest = own;
  }
  for (size_t at = 0; at < count; at++) {
    uint8_t *pixel = ground->pixels + 4 * at;
    // The brightest comes to be `most`, what is dark stays nearly as it is.
    int64_t own = luminance(light + 3 * at), divisor = brightest > most ? most + own * (brightest - most) / brightest : most;
    for (int channel = 0; channel < 3; channel++) {
      pixel[channel] = gongshi_stored_of((int)(light[3 * at + (size_t)channel] * (int64_t)most / divisor));
    }
    pixel[3] = 255;
  }
  free(light);
  free(other);
  ground->has_alpha = ground->is_gray = false;
  ground->colours = 0;
  return gongshi_picture_read_well;
}
