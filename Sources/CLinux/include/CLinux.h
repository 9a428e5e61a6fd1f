#ifndef GONGSHI_CLINUX_H
#define GONGSHI_CLINUX_H

#include <stddef.h>

/// The first place where `wanted` stands within `bytes` (memmem), or NULL.
const void *gongshi_find(const void *bytes, size_t count, const void *wanted, size_t wanted_count);

/// Exchanges two paths of one file system in a single step (renameat2, RENAME_EXCHANGE).
/// Returns 0, or -1 with errno: ENOSYS where the system has no such call, EINVAL where the file system
/// cannot, EXDEV or EBUSY where one of the two is a mount.
int gongshi_exchange(const char *first, const char *second);

/// Renames without replacing (renameat2, RENAME_NOREPLACE). Returns 0, or -1 with errno.
int gongshi_rename_new(const char *from, const char *to);

/// Whether the directory `path` is the root of a mount (statx, STATX_ATTR_MOUNT_ROOT; by its device where the system is too old to
/// say): 1 or 0, or -1 with errno. A link is not followed.
int gongshi_is_mount(const char *path);

/// The kind of file system that holds `path`, as <linux/magic.h> numbers them (statfs); 0 where that can't be told.
unsigned int gongshi_filesystem_type(const char *path);

/// Flushes the file system that holds the directory `path`. Returns 0, or -1 with errno.
int gongshi_sync_filesystem(const char *path);

#endif
