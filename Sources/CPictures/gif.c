#include "pictures.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <gif_lib.h>
#include <jpeglib.h>
#include <lcms2.h>
#include <png.h>
#include <webp/encode.h>

typedef struct {
  const uint8_t *bytes;
  size_t count, at;
} gif_source;

typedef struct {
  uint8_t *bytes;
  size_t count, room;
  bool is_full;
} gif_target;

static int take(GifFileType *gif, GifByteType *to, int count) {
  gif_source *source = gif->UserData;
  size_t left = source->count - source->at, taken = (size_t)count < left ? (size_t)count : left;
  memcpy(to, source->bytes + source->at, taken);
  source->at += taken;
  return (int)taken;
}

static int put(GifFileType *gif, const GifByteType *from, int count) {
  gif_target *target = gif->UserData;
  if ((size_t)count > target->room - target->count) {
    size_t room = 2 * target->room + (size_t)count + 4096;
    uint8_t *larger = realloc(target->bytes, room);
    if (!larger) {
      target->is_full = true;
      return 0;
    }
    target->bytes = larger;
    target->room = room;
  }
  memcpy(target->bytes + target->count, from, (size_t)count);
  target->count += (size_t)count;
  return count;
}

/// How a picture is shown, and how often they run, and no other extension.
static bool copy_extension(GifFileType *from, GifFileType *to) {
  int code;
  GifByteType *block;
  if (DGifGetExtension(from, &code, &block) == GIF_ERROR) return false;
  bool is_control = code == GRAPHICS_EXT_FUNC_CODE && block && block[0] == 4;
  bool is_loop = code == APPLICATION_EXT_FUNC_CODE && block && block[0] == 11 && !memcmp(block + 1, "NETSCAPE2.0", 11);
  if (is_control && EGifPutExtension(to, code, 4, block + 1) == GIF_ERROR) return false;
  while (block) {
    if (DGifGetExtensionNext(from, &block) == GIF_ERROR) return false;
    if (!is_loop || !block || block[0] != 3 || block[1] != 1) continue;
    if (EGifPutExtensionLeader(to, code) == GIF_ERROR || EGifPutExtensionBlock(to, 11, "NETSCAPE2.0") == GIF_ERROR
      || EGifPutExtensionBlock(to, 3, block + 1) == GIF_ERROR || EGifPutExtensionTrailer(to) == GIF_ERROR) return false;
    is_loop = false;
  }
  return true;
}

static gongshi_picture_status copy_picture(GifFileType *from, GifFileType *to, uint64_t *pixels, gongshi_picture_limits limits) {
  if (DGifGetImageDesc(from) == GIF_ERROR) return gongshi_picture_damaged;
  GifImageDesc image = from->Image;
  if (image.Width <= 0 || image.Height <= 0) return gongshi_picture_damaged;
  // What lies beyond the canvas nobody sees, but everybody gets.
  if (image.Left < 0 || image.Top < 0 || image.Left + image.Width > from->SWidth || image.Top + image.Height > from->SHeight) {
    return gongshi_picture_damaged;
  }
  if (!image.ColorMap && !from->SColorMap) return gongshi_picture_damaged;
  *pixels += (uint64_t)image.Width * (uint64_t)image.Height;
  if (*pixels > limits.held_bytes) return gongshi_picture_too_large_held;
  GifColorType used[256];
  uint8_t *all = malloc((size_t)image.Width * (size_t)image.Height);
  if (!all) return gongshi_picture_no_memory;
  bool is_well = true;
  static const int begin[] = {0, 4, 2, 1}, step[] = {8, 8, 4, 2};
  for (int pass = 0; is_well && pass < (image.Interlace ? 4 : 1); pass++) {
    for (int y = image.Interlace ? begin[pass] : 0; is_well && y < image.Height; y += image.Interlace ? step[pass] : 1) {
      is_well = DGifGetLine(from, all + (size_t)y * (size_t)image.Width, image.Width) != GIF_ERROR;
    }
  }
  // A number without a colour would be written as one of another picture.
  int colours = (image.ColorMap ? image.ColorMap : from->SColorMap)->ColorCount;
  bool is_used[256] = {false};
  for (size_t at = 0; is_well && at < (size_t)image.Width * (size_t)image.Height; at++) {
    if (all[at] >= colours) all[at] = 0;
    is_used[all[at]] = true;
  }
  // The picture's own colours, without those that no pixel has: somebody's text may stand there.
  ColorMapObject *own = image.ColorMap ? image.ColorMap : from->SColorMap;
  for (int at = 0; at < own->ColorCount; at++) used[at] = is_used[at] ? own->Colors[at] : (GifColorType){0, 0, 0};
  ColorMapObject *kept = GifMakeMapObject(own->ColorCount, used);
  if (!kept) { free(all); return gongshi_picture_no_memory; }
  is_well = is_well && EGifPutImageDesc(to, image.Left, image.Top, image.Width, image.Height, false, kept) != GIF_ERROR;
  GifFreeMapObject(kept);
  for (int y = 0; is_well && y < image.Height; y++) {
    is_well = EGifPutLine(to, all + (size_t)y * (size_t)image.Width, image.Width) != GIF_ERROR;
  }
  free(all);
  return is_well ? gongshi_picture_read_well : gongshi_picture_damaged;
}

static gongshi_picture_status copy_all(GifFileType *from, GifFileType *to, gongshi_picture_limits limits, int *pictures) {
  enum { most_records = 10000 };
  EGifSetGifVersion(to, true);
  if (EGifPutScreenDesc(to, from->SWidth, from->SHeight, from->SColorResolution, 0, NULL) == GIF_ERROR) {
    return gongshi_picture_damaged;
  }
  uint64_t pixels = 0;
  for (int record = 0; record < most_records; record++) {
    GifRecordType type;
    if (DGifGetRecordType(from, &type) == GIF_ERROR) return gongshi_picture_damaged;
    if (type == TERMINATE_RECORD_TYPE) return *pictures ? gongshi_picture_read_well : gongshi_picture_damaged;
    if (type == EXTENSION_RECORD_TYPE) {
      if (!copy_extension(from, to)) return gongshi_picture_damaged;
    } else if (type == IMAGE_DESC_RECORD_TYPE) {
      gongshi_picture_status status = copy_picture(from, to, &pixels, limits);
      if (status != gongshi_picture_read_well) return status;
      ++*pictures;
    }
  }
  return gongshi_picture_damaged;
}

gongshi_picture_status gongshi_gif_rewrite(
  const uint8_t *bytes, size_t count, gongshi_picture_limits limits, uint8_t **written, size_t *written_count, int *width,
  int *height, bool *is_moving) {
  gif_source source = {.bytes = bytes, .count = count};
  gif_target target = {0};
  int error = 0, pictures = 0;
  GifFileType *from = DGifOpen(&source, take, &error);
  if (!from) return error == D_GIF_ERR_NOT_ENOUGH_MEM ? gongshi_picture_no_memory : gongshi_picture_damaged;
  *width = from->SWidth;
  *height = from->SHeight;
  gongshi_picture_status status = gongshi_picture_damaged;
  if (from->SWidth > 0 && from->SHeight > 0) {
    uint64_t pixels = (uint64_t)from->SWidth * (uint64_t)from->SHeight;
    GifFileType *to = pixels > limits.held_bytes ? NULL : EGifOpen(&target, put, &error);
    if (to) {
      status = copy_all(from, to, limits, &pictures);
      if (EGifCloseFile(to, &error) == GIF_ERROR && status == gongshi_picture_read_well) status = gongshi_picture_damaged;
    } else {
      status = pixels > limits.held_bytes ? gongshi_picture_too_large_held : gongshi_picture_no_memory;
    }
  }
  DGifCloseFile(from, &error);
  *is_moving = pictures > 1;
  if (target.is_full) status = gongshi_picture_no_memory;
  if (status == gongshi_picture_read_well) {
    *written = target.bytes;
    *written_count = target.count;
  } else {
    free(target.bytes);
  }
  return status;
}

#define TEXT_OF(macro) #macro
#define TEXT(macro) TEXT_OF(macro)

const char *gongshi_picture_libraries(void) {
  static char text[160];
  if (!text[0]) {
    snprintf(text, sizeof text, "libjpeg-turbo %s, libpng %s, libwebp %d.%d.%d, giflib %d.%d.%d, Little CMS %d.%02d",
      TEXT(LIBJPEG_TURBO_VERSION), png_get_libpng_ver(NULL), WebPGetEncoderVersion() >> 16, WebPGetEncoderVersion() >> 8 & 255,
      WebPGetEncoderVersion() & 255, GIFLIB_MAJOR, GIFLIB_MINOR, GIFLIB_RELEASE, cmsGetEncodedCMMversion() / 1000,
      cmsGetEncodedCMMversion() % 1000 / 10);
  }
  return text;
}
