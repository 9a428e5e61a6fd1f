#ifndef GONGSHI_CLINUX_H
#define GONGSHI_CLINUX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

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

/// What the file system says of a file, without its names: where its bytes, its owner's rights or its place changed, this did.
typedef struct {
  uint64_t device, number, size, mode;
  int64_t modified, modified_nanoseconds, changed, changed_nanoseconds;
} gongshi_state;

/// Of what is at `path` itself, not of what a link leads to. Returns 0, or -1 with errno.
int gongshi_state_of(const char *path, gongshi_state *state);

/// Opens a directory for calls with paths below it. Returns its descriptor, or -1 with errno.
int gongshi_open_directory(const char *path);
void gongshi_close(int descriptor);

/// Of a path below an open directory: the system walks that alone.
int gongshi_state_below(int directory, const char *path, gongshi_state *state);

/// Reads a regular file of at most `capacity` bytes with the fewest calls; a link is not followed, a pipe not waited for. Returns how many bytes it
/// has, -1 with errno, or -2 where it has more or is something else. `state` is that after reading.
/// `path` is below an open directory.
long gongshi_read_small(int directory, const char *path, void *bytes, size_t capacity, gongshi_state *state);

/// The files that this process runs (the program and its libraries), a line each: the build id that the linker made of its contents, in hexadecimal
/// digits, or `-` where it has none, a blank and its path. Returns the length, or -1 where it does not fit or can't be told.
long gongshi_program_files(char *text, size_t capacity);

/// What a program of others may take: seconds of its own and, twice as many, of the clock's; bytes of memory and of what it writes.
typedef struct {
  unsigned int seconds;
  uint64_t memory;
  size_t output;
} gongshi_bounds;

/// Bytes for `free`, or NULL.
typedef struct {
  uint8_t *bytes;
  size_t count;
} gongshi_output;

/// In place of an exit code: it took too much, or was ended by a signal.
enum { gongshi_run_stopped = -2 };

/// Runs a program with the file `input` as its standard input, no environment to speak of, no network where the system allows that, and no right to
/// write a file. Returns its exit code, `gongshi_run_stopped`, or -1 with errno where it could not be begun.
int gongshi_run_bounded(
  const char *program, char *const *arguments, const char *input, gongshi_bounds bounds, gongshi_output *output,
  gongshi_output *errors);

/// Waits for so many microseconds.
void gongshi_pause(unsigned int microseconds);

#endif
