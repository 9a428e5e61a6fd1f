// Calls that Swift's Glibc overlay does not show: they need _GNU_SOURCE.
#define _GNU_SOURCE
#include "CLinux.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

const void *gongshi_find(const void *bytes, size_t count, const void *wanted, size_t wanted_count) {
  return memmem(bytes, count, wanted, wanted_count);
}

#ifdef __linux__

int gongshi_exchange(const char *first, const char *second) {
  return renameat2(AT_FDCWD, first, AT_FDCWD, second, RENAME_EXCHANGE);
}

int gongshi_rename_new(const char *from, const char *to) {
  return renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE);
}

int gongshi_sync_filesystem(const char *path) {
  int descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return -1;
  int result = syncfs(descriptor);
  int saved = errno;
  close(descriptor);
  errno = saved;
  return result;
}

#else

int gongshi_exchange(const char *first, const char *second) {
  (void)first;
  (void)second;
  errno = ENOSYS;
  return -1;
}

int gongshi_rename_new(const char *from, const char *to) { return rename(from, to); }

int gongshi_sync_filesystem(const char *path) {
  (void)path;
  sync();
  return 0;
}

#endif
