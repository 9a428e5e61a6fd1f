// What the files of this target share.
#include "CPictures.h"

/// How pixels are stored against how they are meant (EXIF's Orientation, TIFF 6.0): 1 to 8; 1 where nothing is said.
int gongshi_exif_orientation(const uint8_t *tiff, size_t count);

/// Rows as they come → a smaller picture, row by row.
typedef struct gongshi_scaler gongshi_scaler;
gongshi_scaler *gongshi_scaler_new(int width, int height, int out_width, int out_height, bool has_alpha, uint8_t *out);
/// A row of RGBA.
void gongshi_scaler_add(gongshi_scaler *scaler, const uint8_t *row);
void gongshi_scaler_free(gongshi_scaler *scaler);

/// Light of each stored value, 0 to 65,535; and the stored value of a light.
const float *gongshi_light_of(void);
uint8_t gongshi_stored_of(int light);

/// How colours of a profile are those of sRGB; NULL where they are the same, or the profile is none for them.
typedef enum { gongshi_colours_rgba, gongshi_colours_gray, gongshi_colours_cmyk, gongshi_colours_cmyk_inverted } gongshi_colours;
void *gongshi_colours_new(const uint8_t *profile, size_t count, gongshi_colours colours);
/// `from` → RGBA; alpha is left as it is in `to`.
void gongshi_colours_convert(void *transform, const void *from, uint8_t *to, int count);
void gongshi_colours_free(void *transform);

/// A picture while it is read: its rows in the order of the file, made smaller as they come.
typedef struct {
  gongshi_picture *picture;
  gongshi_scaler *scaler;
  int orientation;
  /// As the file stores them.
  int width, height;
} gongshi_reading;

/// Sets the picture's size from the file's, and takes its memory. The scaler is made by `gongshi_reading_begin`, when it is known how large
/// the rows come.
gongshi_picture_status gongshi_reading_size(
  gongshi_reading *reading, int width, int height, int orientation, gongshi_picture_limits limits);
gongshi_picture_status gongshi_reading_begin(gongshi_reading *reading, int width, int height);
/// Frees what reading took, and turns what was read; with another status than `read_well` the picture goes too.
gongshi_picture_status gongshi_reading_end(gongshi_reading *reading, gongshi_picture_status status);

gongshi_picture_status gongshi_read_jpeg(const uint8_t *, size_t, gongshi_picture_limits, gongshi_picture *);
gongshi_picture_status gongshi_read_png(const uint8_t *, size_t, gongshi_picture_limits, gongshi_picture *);
gongshi_picture_status gongshi_read_webp(const uint8_t *, size_t, gongshi_picture_limits, gongshi_picture *);
uint8_t *gongshi_write_jpeg(const gongshi_picture *, int quality, size_t *);
uint8_t *gongshi_write_png(const gongshi_picture *, size_t *);
uint8_t *gongshi_write_webp(const gongshi_picture *, int quality, size_t *);
