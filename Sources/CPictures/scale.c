#include "pictures.h"

#include <math.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#pragma STDC FP_CONTRACT OFF

// Each pixel is the average of the area that it stands for, in linear light: averages of the stored values make fine patterns, leaves and
// text on a board, too dark. The tables are whole numbers, so that no machine's `pow` is seen in the bytes.

static float linear[256];
static uint8_t stored[65536];

static double light(double value) { return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4); }

static void make_tables(void) {
  int next = 0;
  for (int value = 0; value < 256; value++) {
    linear[value] = (float)lround(light(value / 255.0) * 65535);
    int end = value == 255 ? 65535 : (int)floor(light((value + 0.5) / 255.0) * 65535);
    while (next <= end) stored[next++] = (uint8_t)value;
  }
}

static pthread_once_t tables = PTHREAD_ONCE_INIT;

const float *gongshi_light_of(void) {
  pthread_once(&tables, make_tables);
  return linear;
}

uint8_t gongshi_stored_of(int light) {
  pthread_once(&tables, make_tables);
  return stored[light < 0 ? 0 : light > 65535 ? 65535 : light];
}

struct gongshi_scaler {
  int width, height, out_width, out_height;
  bool has_alpha;
  uint8_t *out;
  /// Rows that came, and that are done.
  int rows, done;
  /// Of the row of the result that is being made.
  double filled;
  float *sums, *line;
  /// Where each pixel of the result begins, and which part of its first and last pixel is its own.
  int *first;
  float *head, *tail;
};

gongshi_scaler *gongshi_scaler_new(int width, int height, int out_width, int out_height, bool has_alpha, uint8_t *out) {
  pthread_once(&tables, make_tables);
  gongshi_scaler *scaler = calloc(1, sizeof *scaler);
  if (!scaler) return NULL;
  scaler->width = width;
  scaler->height = height;
  scaler->out_width = out_width;
  scaler->out_height = out_height;
  scaler->has_alpha = has_alpha;
  scaler->out = out;
  if (width == out_width && height == out_height) return scaler;
  size_t columns = (size_t)out_width;
  scaler->sums = calloc(columns * 4, sizeof(float));
  scaler->line = malloc(columns * 4 * sizeof(float));
  scaler->first = malloc((columns + 1) * sizeof(int));
  scaler->head = malloc((columns + 1) * sizeof(float));
  scaler->tail = malloc((columns + 1) * sizeof(float));
  if (!scaler->sums || !scaler->line || !scaler->first || !scaler->head || !scaler->tail) {
    gongshi_scaler_free(scaler);
    return NULL;
  }
  for (int x = 0; x <= out_width; x++) {
    int64_t place = (int64_t)x * width;
    scaler->first[x] = (int)(place / out_width);
    double part = (double)(place % out_width) / out_width;
    scaler->head[x] = (float)(1 - part);
    scaler->tail[x] = (float)part;
  }
  return scaler;
}

void gongshi_scaler_free(gongshi_scaler *scaler) {
  if (!scaler) return;
  free(scaler->sums);
  free(scaler->line);
  free(scaler->first);
  free(scaler->head);
  free(scaler->tail);
  free(scaler);
}

static inline void add_pixel(float *sum, const uint8_t *pixel, float weight, bool has_alpha) {
  if (has_alpha) {
    weight *= pixel[3];
    sum[3] += weight;
  }
  sum[0] += linear[pixel[0]] * weight;
  sum[1] += linear[pixel[1]] * weight;
  sum[2] += linear[pixel[2]] * weight;
}

/// A row as wide as the result, not yet divided.
static void narrow(const gongshi_scaler *scaler, const uint8_t *row) {
  for (int x = 0; x < scaler->out_width; x++) {
    int from = scaler->first[x], to = scaler->first[x + 1];
    float sum[4] = {0, 0, 0, 0};
    if (from == to) {
      add_pixel(sum, row + 4 * (size_t)from, scaler->tail[x + 1] - scaler->tail[x], scaler->has_alpha);
    } else {
      add_pixel(sum, row + 4 * (size_t)from, scaler->head[x], scaler->has_alpha);
      for (int at = from + 1; at < to; at++) add_pixel(sum, row + 4 * (size_t)at, 1, scaler->has_alpha);
      if (to < scaler->width && scaler->tail[x + 1] > 0) {
        add_pixel(sum, row + 4 * (size_t)to, scaler->tail[x + 1], scaler->has_alpha);
      }
    }
    memcpy(scaler->line + 4 * (size_t)x, sum, sizeof sum);
  }
}

static uint8_t store(float value) {
  if (value <= 0) return 0;
  return value >= 65535 ? 255 : stored[(int)(value + 0.5f)];
}

static void finish_row(gongshi_scaler *scaler) {
  uint8_t *out = scaler->out + 4 * (size_t)scaler->out_width * (size_t)scaler->done;
  float area = (float)((double)scaler->width / scaler->out_width * ((double)scaler->height / scaler->out_height));
  for (int x = 0; x < scaler->out_width; x++, out += 4) {
    const float *sum = scaler->sums + 4 * (size_t)x;
    float whole = scaler->has_alpha ? sum[3] : area;
    for (int channel = 0; channel < 3; channel++) out[channel] = whole > 0 ? store(sum[channel] / whole) : 0;
    float alpha = sum[3] / area + 0.5f;
    out[3] = !scaler->has_alpha || alpha >= 255 ? 255 : (uint8_t)alpha;
  }
  memset(scaler->sums, 0, 4 * (size_t)scaler->out_width * sizeof(float));
  scaler->done++;
}

static void add_line(gongshi_scaler *scaler, float weight) {
  size_t count = 4 * (size_t)scaler->out_width;
  for (size_t at = 0; at < count; at++) scaler->sums[at] += scaler->line[at] * weight;
}

void gongshi_scaler_add(gongshi_scaler *scaler, const uint8_t *row) {
  if (scaler->rows >= scaler->height) return;
  if (!scaler->sums) {
    size_t length = 4 * (size_t)scaler->width;
    uint8_t *out = scaler->out + length * (size_t)scaler->rows++;
    memcpy(out, row, length);
    // What was made invisible is not to be brought back.
    for (size_t at = 0; at < length; at += 4) if (out[at + 3] == 0) out[at] = out[at + 1] = out[at + 2] = 0;
    return;
  }
  narrow(scaler, row);
  // Rows of the result end where whole numbers of 1/out_height of the file's do.
  int64_t begin = (int64_t)scaler->rows * scaler->out_height, end = begin + scaler->out_height;
  scaler->rows++;
  while (begin < end && scaler->done < scaler->out_height) {
    int64_t border = (int64_t)(scaler->done + 1) * scaler->height;
    int64_t to = border < end ? border : end;
    add_line(scaler, (float)((double)(to - begin) / scaler->out_height));
    begin = to;
    if (to == border) finish_row(scaler);
  }
}
