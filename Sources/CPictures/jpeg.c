#include "pictures.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jpeglib.h>
#include <jerror.h>

/// A picture that comes in passes; cameras and programs write about ten.
enum { most_passes = 100 };

typedef struct {
  struct jpeg_error_mgr errors;
  struct jpeg_progress_mgr progress;
  jmp_buf back;
  gongshi_picture_status status;
} jpeg_guard;

static void fail(j_common_ptr jpeg, gongshi_picture_status status) {
  jpeg_guard *guard = jpeg->client_data;
  guard->status = status;
  longjmp(guard->back, 1);
}

static void failed(j_common_ptr jpeg) {
  fail(jpeg, jpeg->err->msg_code == JERR_OUT_OF_MEMORY ? gongshi_picture_no_memory : gongshi_picture_damaged);
}

/// Of what libjpeg mends by itself, what leaves gray or shifted blocks is damage.
static void warned(j_common_ptr jpeg, int level) {
  if (level >= 0) return;
  switch (jpeg->err->msg_code) {
  case JWRN_HIT_MARKER: case JWRN_JPEG_EOF: case JWRN_HUFF_BAD_CODE: case JWRN_MUST_RESYNC: case JWRN_ARITH_BAD_CODE:
  case JWRN_BOGUS_PROGRESSION: fail(jpeg, gongshi_picture_damaged);
  default: return;
  }
}

static void unsaid(j_common_ptr jpeg) { (void)jpeg; }

static void passed(j_common_ptr jpeg) {
  if (jpeg->is_decompressor && ((j_decompress_ptr)jpeg)->input_scan_number > most_passes) fail(jpeg, gongshi_picture_damaged);
}

static void guarded(jpeg_guard *guard, struct jpeg_error_mgr **errors) {
  *errors = jpeg_std_error(&guard->errors);
  guard->errors.error_exit = failed;
  guard->errors.emit_message = warned;
  guard->errors.output_message = unsaid;
  guard->progress.progress_monitor = passed;
}

static int orientation(j_decompress_ptr jpeg) {
  for (jpeg_saved_marker_ptr marker = jpeg->marker_list; marker; marker = marker->next) {
    if (marker->marker == JPEG_APP0 + 1 && marker->data_length > 6 && !memcmp(marker->data, "Exif\0", 6)) {
      return gongshi_exif_orientation(marker->data, marker->data_length);
    }
  }
  return 1;
}

/// Bytes of the coefficients, which all are in memory where the picture comes in passes.
static uint64_t held(j_decompress_ptr jpeg) {
  if (!jpeg_has_multiple_scans(jpeg)) return 0;
  uint64_t blocks = 0;
  for (int at = 0; at < jpeg->num_components; at++) {
    blocks += (uint64_t)jpeg->comp_info[at].width_in_blocks * jpeg->comp_info[at].height_in_blocks;
  }
  return blocks * sizeof(JBLOCK);
}

/// From what libjpeg gives to RGBA.
static void spread(const JSAMPLE *from, uint8_t *to, int count, J_COLOR_SPACE space, void *colours, bool is_inverted) {
  if (colours && space != JCS_RGB) {
    gongshi_colours_convert(colours, from, to, count);
    for (int at = 0; at < count; at++) to[4 * at + 3] = 255;
    return;
  }
  for (int at = 0; at < count; at++, to += 4) {
    if (space == JCS_RGB) {
      to[0] = from[3 * at], to[1] = from[3 * at + 1], to[2] = from[3 * at + 2];
    } else if (space == JCS_GRAYSCALE) {
      to[0] = to[1] = to[2] = from[at];
    } else {
      const JSAMPLE *ink = from + 4 * at;
      for (int channel = 0; channel < 3; channel++) {
        int light = is_inverted ? ink[channel] : 255 - ink[channel], black = is_inverted ? ink[3] : 255 - ink[3];
        to[channel] = (uint8_t)((light * black + 127) / 255);
      }
    }
    to[3] = 255;
  }
}

gongshi_picture_status gongshi_read_jpeg(
  const uint8_t *bytes, size_t count, gongshi_picture_limits limits, gongshi_picture *picture) {
  struct jpeg_decompress_struct jpeg;
  jpeg_guard guard;
  gongshi_reading reading = {.picture = picture};
  // What is changed behind setjmp and read after it lies in volatile or in memory of its own.
  struct { JSAMPLE *row; uint8_t *spread; JOCTET *profile; void *colours; } *volatile own = calloc(1, sizeof *own);
  if (!own) return gongshi_picture_no_memory;
  memset(&jpeg, 0, sizeof jpeg);
  memset(&guard, 0, sizeof guard);
  guarded(&guard, &jpeg.err);
  jpeg.client_data = &guard;
  gongshi_reading *volatile kept = &reading;
  if (setjmp(guard.back) == 0) {
    jpeg_create_decompress(&jpeg);
    jpeg.client_data = &guard;
    jpeg.progress = &guard.progress;
    jpeg_mem_src(&jpeg, bytes, count);
    jpeg_save_markers(&jpeg, JPEG_APP0 + 1, 0xFFFF);
    jpeg_save_markers(&jpeg, JPEG_APP0 + 2, 0xFFFF);
    jpeg_read_header(&jpeg, TRUE);
    if (jpeg.data_precision != 8) fail((j_common_ptr)&jpeg, gongshi_picture_damaged);
    if (held(&jpeg) > limits.held_bytes) {
      picture->source_width = (int)jpeg.image_width, picture->source_height = (int)jpeg.image_height;
      fail((j_common_ptr)&jpeg, gongshi_picture_too_large_held);
    }
    gongshi_picture_status status =
      gongshi_reading_size(&reading, (int)jpeg.image_width, (int)jpeg.image_height, orientation(&jpeg), limits);
    if (status != gongshi_picture_read_well) fail((j_common_ptr)&jpeg, status);

    jpeg.dct_method = JDCT_ISLOW;
    switch (jpeg.num_components) {
    case 1: jpeg.out_color_space = JCS_GRAYSCALE; break;
    case 3: jpeg.out_color_space = JCS_RGB; break;
    case 4: jpeg.out_color_space = JCS_CMYK; break;
    default: fail((j_common_ptr)&jpeg, gongshi_picture_damaged);
    }
    // The transform itself gives halves, quarters and eighths, for a part of the time and memory.
    bool turned = reading.orientation >= 5;
    unsigned width = (unsigned)(turned ? picture->height : picture->width), height = (unsigned)(turned ? picture->width : picture->height);
    jpeg.scale_denom = 8;
    while (jpeg.scale_denom > 1
      && ((jpeg.image_width + jpeg.scale_denom - 1) / jpeg.scale_denom < width
        || (jpeg.image_height + jpeg.scale_denom - 1) / jpeg.scale_denom < height)) jpeg.scale_denom /= 2;
    jpeg.scale_num = 1;
    bool is_inverted = jpeg.saw_Adobe_marker;
    unsigned length = 0;
    if (jpeg_read_icc_profile(&jpeg, &own->profile, &length)) {
      gongshi_colours colours = jpeg.out_color_space == JCS_RGB ? gongshi_colours_rgba
        : jpeg.out_color_space == JCS_GRAYSCALE ? gongshi_colours_gray
        : is_inverted ? gongshi_colours_cmyk_inverted : gongshi_colours_cmyk;
      own->colours = gongshi_colours_new(own->profile, length, colours);
    }
    jpeg_start_decompress(&jpeg);
    status = gongshi_reading_begin(&reading, (int)jpeg.output_width, (int)jpeg.output_height);
    own->row = malloc((size_t)jpeg.output_width * (size_t)jpeg.output_components);
    own->spread = malloc(4 * (size_t)jpeg.output_width);
    if (status != gongshi_picture_read_well || !own->row || !own->spread) fail((j_common_ptr)&jpeg, gongshi_picture_no_memory);
    while (jpeg.output_scanline < jpeg.output_height) {
      jpeg_read_scanlines(&jpeg, &own->row, 1);
      spread(own->row, own->spread, (int)jpeg.output_width, jpeg.out_color_space, own->colours, is_inverted);
      if (own->colours && jpeg.out_color_space == JCS_RGB) {
        gongshi_colours_convert(own->colours, own->spread, own->spread, (int)jpeg.output_width);
      }
      gongshi_scaler_add(reading.scaler, own->spread);
    }
    jpeg_finish_decompress(&jpeg);
  }
  gongshi_colours_free(own->colours);
  free(own->profile);
  free(own->row);
  free(own->spread);
  free(own);
  jpeg_destroy_decompress(&jpeg);
  return gongshi_reading_end(kept, guard.status);
}

uint8_t *gongshi_write_jpeg(const gongshi_picture *picture, int quality, size_t *count) {
  struct jpeg_compress_struct jpeg;
  jpeg_guard guard;
  struct { unsigned char *bytes; unsigned long size; JSAMPLE *row; } *volatile own = calloc(1, sizeof *own);
  if (!own) return NULL;
  memset(&jpeg, 0, sizeof jpeg);
  memset(&guard, 0, sizeof guard);
  guarded(&guard, &jpeg.err);
  jpeg.client_data = &guard;
  if (setjmp(guard.back) == 0) {
    jpeg_create_compress(&jpeg);
    jpeg.client_data = &guard;
    jpeg_mem_dest(&jpeg, &own->bytes, &own->size);
    jpeg.image_width = (JDIMENSION)picture->width;
    jpeg.image_height = (JDIMENSION)picture->height;
    jpeg.input_components = picture->is_gray ? 1 : 3;
    jpeg.in_color_space = picture->is_gray ? JCS_GRAYSCALE : JCS_RGB;
    jpeg_set_defaults(&jpeg);
    jpeg_set_quality(&jpeg, quality, TRUE);
    jpeg.dct_method = JDCT_ISLOW;
    jpeg.optimize_coding = TRUE;
    own->row = malloc((size_t)picture->width * 3);
    if (!own->row) fail((j_common_ptr)&jpeg, gongshi_picture_no_memory);
    jpeg_start_compress(&jpeg, TRUE);
    while (jpeg.next_scanline < jpeg.image_height) {
      const uint8_t *from = picture->pixels + 4 * (size_t)picture->width * jpeg.next_scanline;
      JSAMPLE *to = own->row;
      for (int x = 0; x < picture->width; x++, from += 4) {
        // What is seen through stands on white.
        for (int channel = 0; channel < jpeg.input_components; channel++) {
          *to++ = (JSAMPLE)((from[channel] * from[3] + 255 * (255 - from[3]) + 127) / 255);
        }
      }
      jpeg_write_scanlines(&jpeg, &own->row, 1);
    }
    jpeg_finish_compress(&jpeg);
  }
  uint8_t *bytes = own->bytes;
  *count = own->size;
  free(own->row);
  free(own);
  jpeg_destroy_compress(&jpeg);
  if (guard.status == gongshi_picture_read_well) return bytes;
  free(bytes);
  return NULL;
}
