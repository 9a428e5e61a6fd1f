#ifndef GONGSHI_CBUILTIN_H
#define GONGSHI_CBUILTIN_H

#include <stddef.h>

/// A file that is part of the program.
typedef struct {
  /// Below the directory that it was taken from.
  const char *_Nonnull path;
  const unsigned char *_Nonnull bytes;
  size_t count;
} gongshi_built_in;

/// Files, in the order of their paths.
typedef struct {
  const gongshi_built_in *_Nonnull files;
  size_t count;
} gongshi_built_ins;

/// `themes/default`.
gongshi_built_ins gongshi_theme(void);
/// `content/holidays`.
gongshi_built_ins gongshi_holidays(void);
/// `Sources/Starter/Files`.
gongshi_built_ins gongshi_starter(void);

#endif
