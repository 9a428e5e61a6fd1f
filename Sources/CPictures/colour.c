#include "pictures.h"

#include <lcms2.h>
#include <stdlib.h>

/// Profiles of phones and cameras have a few kilobytes, those of presses two megabytes.
enum { largest_profile = 8 << 20 };

static void silent(cmsContext context, cmsUInt32Number code, const char *text) {
  (void)context, (void)code, (void)text;
}

/// Whether a transform leaves colours where they are, but for rounding.
static bool is_identity(cmsHTRANSFORM transform) {
  for (int red = 0; red <= 255; red += 51) {
    for (int green = 0; green <= 255; green += 51) {
      for (int blue = 0; blue <= 255; blue += 51) {
        uint8_t from[4] = {(uint8_t)red, (uint8_t)green, (uint8_t)blue, 255}, to[4] = {0, 0, 0, 255};
        cmsDoTransform(transform, from, to, 1);
        for (int channel = 0; channel < 3; channel++) {
          if (abs(from[channel] - to[channel]) > 1) return false;
        }
      }
    }
  }
  return true;
}

void *gongshi_colours_new(const uint8_t *bytes, size_t count, gongshi_colours colours) {
  if (count < 128 || count > largest_profile) return NULL;
  cmsContext context = cmsCreateContext(NULL, NULL);
  if (!context) return NULL;
  cmsSetLogErrorHandlerTHR(context, silent);
  cmsHPROFILE profile = cmsOpenProfileFromMemTHR(context, bytes, (cmsUInt32Number)count), srgb = cmsCreate_sRGBProfileTHR(context);
  cmsHTRANSFORM transform = NULL;
  if (profile && srgb) {
    cmsColorSpaceSignature space = cmsGetColorSpace(profile);
    cmsUInt32Number format = 0;
    if (colours == gongshi_colours_rgba && space == cmsSigRgbData) format = TYPE_RGBA_8;
    if (colours == gongshi_colours_gray && space == cmsSigGrayData) format = TYPE_GRAY_8;
    if (colours == gongshi_colours_cmyk && space == cmsSigCmykData) format = TYPE_CMYK_8;
    if (colours == gongshi_colours_cmyk_inverted && space == cmsSigCmykData) format = TYPE_CMYK_8_REV;
    if (format) {
      transform = cmsCreateTransformTHR(
        context, profile, format, srgb, TYPE_RGBA_8, INTENT_RELATIVE_COLORIMETRIC, cmsFLAGS_BLACKPOINTCOMPENSATION);
    }
  }
  if (profile) cmsCloseProfile(profile);
  if (srgb) cmsCloseProfile(srgb);
  if (transform && colours == gongshi_colours_rgba && is_identity(transform)) {
    cmsDeleteTransform(transform);
    transform = NULL;
  }
  if (!transform) cmsDeleteContext(context);
  return transform;
}

void gongshi_colours_convert(void *transform, const void *from, uint8_t *to, int count) {
  cmsDoTransform(transform, from, to, (cmsUInt32Number)count);
}

void gongshi_colours_free(void *transform) {
  if (!transform) return;
  cmsContext context = cmsGetTransformContextID(transform);
  cmsDeleteTransform(transform);
  cmsDeleteContext(context);
}
