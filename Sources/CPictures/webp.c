#include "pictures.h"

#include <stdlib.h>
#include <string.h>

#include <webp/decode.h>
#include <webp/encode.h>

static uint32_t number(const uint8_t *at, int width) {
  uint32_t value = 0;
  for (int byte = width - 1; byte >= 0; byte--) value = value << 8 | at[byte];
  return value;
}

/// What stands in a RIFF chunk, from an offset on; NULL where there is none.
static const uint8_t *chunk(const uint8_t *bytes, size_t count, size_t at, const char *name, size_t *length) {
  while (at + 8 <= count) {
    size_t size = number(bytes + at + 4, 4);
    if (size > count - at - 8) return NULL;
    if (!memcmp(bytes + at, name, 4)) {
      *length = size;
      return bytes + at + 8;
    }
    at += 8 + size + (size & 1);
  }
  return NULL;
}

/// The first of a moving picture's, as a file of its own (WebP container, "Animation").
static uint8_t *first_picture(const uint8_t *bytes, size_t count, size_t *size) {
  size_t length;
  const uint8_t *frame = chunk(bytes, count, 12, "ANMF", &length);
  if (!frame || length < 24) return NULL;
  uint8_t *file = calloc(1, 30 + length - 16);
  if (!file) return NULL;
  *size = 30 + length - 16;
  uint32_t riff = (uint32_t)(*size - 8);
  memcpy(file, "RIFF", 4);
  for (int byte = 0; byte < 4; byte++) file[4 + byte] = (uint8_t)(riff >> 8 * byte);
  memcpy(file + 8, "WEBPVP8X\x0A", 13);
  file[20] = 0x10;
  memcpy(file + 24, frame + 6, 6);
  memcpy(file + 30, frame + 16, length - 16);
  return file;
}

static gongshi_picture_status read_still(
  const uint8_t *bytes, size_t count, const uint8_t *whole, size_t whole_count, gongshi_picture_limits limits, gongshi_picture *picture) {
  WebPDecoderConfig config;
  if (!WebPInitDecoderConfig(&config)) return gongshi_picture_damaged;
  if (WebPGetFeatures(bytes, count, &config.input) != VP8_STATUS_OK) return gongshi_picture_damaged;
  if (config.input.has_animation) return gongshi_picture_damaged;
  size_t length = 0;
  const uint8_t *exif = chunk(whole, whole_count, 12, "EXIF", &length);
  int orientation = exif ? gongshi_exif_orientation(exif, length) : 1;
  int width = config.input.width, height = config.input.height;
  size_t row = 4 * (size_t)width, held = row * (size_t)height;
  gongshi_reading reading = {.picture = picture};
  gongshi_picture_status status = gongshi_reading_size(&reading, width, height, orientation, limits);
  // Without loss it is unpacked into memory of its own first.
  if (status == gongshi_picture_read_well && held * (config.input.format == 2 ? 2 : 1) > limits.held_bytes) {
    status = gongshi_picture_too_large_held;
  }
  uint8_t *all = status == gongshi_picture_read_well ? malloc(held) : NULL;
  if (status == gongshi_picture_read_well && !all) status = gongshi_picture_no_memory;
  if (status == gongshi_picture_read_well) {
    config.output.colorspace = MODE_RGBA;
    config.output.is_external_memory = 1;
    config.output.u.RGBA.rgba = all;
    config.output.u.RGBA.stride = (int)row;
    config.output.u.RGBA.size = held;
    VP8StatusCode code = WebPDecode(bytes, count, &config);
    if (code != VP8_STATUS_OK) status = code == VP8_STATUS_OUT_OF_MEMORY ? gongshi_picture_no_memory : gongshi_picture_damaged;
    WebPFreeDecBuffer(&config.output);
  }
  if (status == gongshi_picture_read_well) {
    picture->has_alpha = config.input.has_alpha;
    status = gongshi_reading_begin(&reading, width, height);
  }
  if (status == gongshi_picture_read_well) {
    const uint8_t *profile = chunk(whole, whole_count, 12, "ICCP", &length);
    void *colours = profile ? gongshi_colours_new(profile, length, gongshi_colours_rgba) : NULL;
    for (int y = 0; y < height; y++) {
      uint8_t *line = all + row * (size_t)y;
      if (colours) gongshi_colours_convert(colours, line, line, width);
      gongshi_scaler_add(reading.scaler, line);
    }
    gongshi_colours_free(colours);
  }
  free(all);
  return gongshi_reading_end(&reading, status);
}

gongshi_picture_status gongshi_read_webp(
  const uint8_t *bytes, size_t count, gongshi_picture_limits limits, gongshi_picture *picture) {
  if (count < 20 || memcmp(bytes, "RIFF", 4) || memcmp(bytes + 8, "WEBP", 4)) return gongshi_picture_damaged;
  size_t size = 8 + (size_t)number(bytes + 4, 4);
  if (size > count || size < 20) return gongshi_picture_damaged;
  WebPBitstreamFeatures features;
  if (WebPGetFeatures(bytes, size, &features) != VP8_STATUS_OK) return gongshi_picture_damaged;
  if (!features.has_animation) return read_still(bytes, size, bytes, size, limits, picture);
  size_t first_size;
  uint8_t *first = first_picture(bytes, size, &first_size);
  if (!first) return gongshi_picture_damaged;
  picture->is_moving = true;
  gongshi_picture_status status = read_still(first, first_size, bytes, size, limits, picture);
  free(first);
  return status;
}

uint8_t *gongshi_write_webp(const gongshi_picture *picture, int quality, size_t *count) {
  if (picture->width > WEBP_MAX_DIMENSION || picture->height > WEBP_MAX_DIMENSION) return NULL;
  WebPConfig config;
  WebPPicture webp;
  WebPMemoryWriter writer;
  if (!WebPConfigPreset(&config, WEBP_PRESET_PHOTO, (float)(quality ? quality : 75)) || !WebPPictureInit(&webp)) return NULL;
  if (quality) config.method = 2;
  else if (!WebPConfigLosslessPreset(&config, 3)) return NULL;
  WebPMemoryWriterInit(&writer);
  webp.use_argb = quality == 0;
  webp.width = picture->width;
  webp.height = picture->height;
  webp.writer = WebPMemoryWrite;
  webp.custom_ptr = &writer;
  int stride = 4 * picture->width;
  bool is_done = (picture->has_alpha ? WebPPictureImportRGBA(&webp, picture->pixels, stride)
                                     : WebPPictureImportRGBX(&webp, picture->pixels, stride))
    && WebPEncode(&config, &webp);
  WebPPictureFree(&webp);
  uint8_t *bytes = NULL;
  if (is_done && (bytes = malloc(writer.size))) {
    memcpy(bytes, writer.mem, writer.size);
    *count = writer.size;
  }
  WebPMemoryWriterClear(&writer);
  return bytes;
}
