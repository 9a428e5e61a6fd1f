// Calls that Swift's Glibc overlay does not show: they need _GNU_SOURCE.
#define _GNU_SOURCE
#include "CLinux.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#ifdef __linux__
#include <sys/vfs.h>
#endif
#include <unistd.h>

const void *gongshi_find(const void *bytes, size_t count, const void *wanted, size_t wanted_count) {
  return memmem(bytes, count, wanted, wanted_count);
}

// A mount of the same file system (a bind mount) is not told by this.
static int gongshi_has_other_device(const char *path) {
  struct stat own, above;
  char parent[4096];
  int length = snprintf(parent, sizeof parent, "%s/..", path);
  if (length < 0 || (size_t)length >= sizeof parent) {
    errno = ENAMETOOLONG;
    return -1;
  }
  if (lstat(path, &own) != 0) return -1;
  if (!S_ISDIR(own.st_mode)) return 0;
  if (stat(parent, &above) != 0) return -1;
  return own.st_dev != above.st_dev || own.st_ino == above.st_ino ? 1 : 0;
}

#ifdef __linux__

int gongshi_exchange(const char *first, const char *second) {
  return renameat2(AT_FDCWD, first, AT_FDCWD, second, RENAME_EXCHANGE);
}

int gongshi_rename_new(const char *from, const char *to) {
  return renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE);
}

int gongshi_is_mount(const char *path) {
  struct statx about;
  if (statx(AT_FDCWD, path, AT_SYMLINK_NOFOLLOW | AT_NO_AUTOMOUNT, STATX_TYPE, &about) == 0 &&
      about.stx_attributes_mask & STATX_ATTR_MOUNT_ROOT)
    return about.stx_attributes & STATX_ATTR_MOUNT_ROOT ? 1 : 0;
  return gongshi_has_other_device(path);
}

unsigned int gongshi_filesystem_type(const char *path) {
  struct statfs about;
  return statfs(path, &about) == 0 ? (unsigned int)about.f_type : 0;
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

int gongshi_is_mount(const char *path) { return gongshi_has_other_device(path); }

unsigned int gongshi_filesystem_type(const char *path) {
  (void)path;
  return 0;
}

int gongshi_sync_filesystem(const char *path) {
  (void)path;
  sync();
  return 0;
}

#endif
