// A disk that fails: loaded before the C library (LD_PRELOAD), it counts the calls that change something below the directory FAULT_BELOW
// and lets the FAULT_AT-th fail with FAULT_ERROR (a number of errno.h), or ends the process before it (FAULT_ERROR=kill). With FAULT_LOG
// the number of calls is written there at the end. A call on a descriptor counts where what is open lies below the directory.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static atomic_long calls;
static long at;
static int error, kills;
static char below[PATH_MAX];
static size_t below_length;

__attribute__((constructor)) static void begin(void) {
  const char *directory = getenv("FAULT_BELOW"), *number = getenv("FAULT_AT"), *kind = getenv("FAULT_ERROR");
  if (directory && realpath(directory, below)) below_length = strlen(below);
  at = number ? atol(number) : 0;
  kills = kind && strcmp(kind, "kill") == 0;
  error = kind ? atoi(kind) : 0;
}

__attribute__((destructor)) static void end(void) {
  const char *log = getenv("FAULT_LOG");
  FILE *file = log ? fopen(log, "w") : NULL;
  if (!file) return;
  below_length = 0;
  fprintf(file, "%ld\n", atomic_load(&calls));
  fclose(file);
}

static int counts(const char *path) {
  char whole[PATH_MAX * 2];
  if (below_length == 0) return 0;
  if (path[0] != '/') {
    if (!getcwd(whole, PATH_MAX)) return 0;
    strcat(whole, "/");
    strncat(whole, path, PATH_MAX - 1);
    path = whole;
  }
  return strncmp(path, below, below_length) == 0 && (path[below_length] == '/' || path[below_length] == 0);
}

static int counts_descriptor(int descriptor) {
  char name[64], path[PATH_MAX];
  if (below_length == 0) return 0;
  snprintf(name, sizeof name, "/proc/self/fd/%d", descriptor);
  ssize_t length = readlink(name, path, sizeof path - 1);
  if (length <= 0) return 0;
  path[length] = 0;
  return counts(path);
}

// Whether this call is the one that fails.
static int fails(int is_counted) {
  if (!is_counted || atomic_fetch_add(&calls, 1) + 1 != at) return 0;
  if (kills) raise(SIGKILL);
  errno = error;
  return 1;
}

#define NEXT(result, name, ...) \
  static result (*next)(__VA_ARGS__); \
  if (!next) next = (result(*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)

#define OPEN(function) \
  int function(const char *path, int flags, ...) { \
    NEXT(int, #function, const char *, int, ...); \
    va_list rest; \
    va_start(rest, flags); \
    mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0; \
    va_end(rest); \
    if (fails((flags & (O_WRONLY | O_RDWR | O_CREAT)) && counts(path))) return -1; \
    return next(path, flags, mode); \
  }
OPEN(open)
OPEN(open64)

ssize_t write(int descriptor, const void *bytes, size_t count) {
  NEXT(ssize_t, "write", int, const void *, size_t);
  if (fails(counts_descriptor(descriptor))) return -1;
  return next(descriptor, bytes, count);
}

int close(int descriptor) {
  NEXT(int, "close", int);
  int flags = fcntl(descriptor, F_GETFL);
  if (fails(flags >= 0 && (flags & (O_WRONLY | O_RDWR)) && counts_descriptor(descriptor))) {
    // As the kernel does: the descriptor is gone, whatever it says.
    int said = errno;
    next(descriptor);
    errno = said;
    return -1;
  }
  return next(descriptor);
}

#define ON_PATH(function) \
  int function(const char *path) { \
    NEXT(int, #function, const char *); \
    return fails(counts(path)) ? -1 : next(path); \
  }
ON_PATH(unlink)
ON_PATH(rmdir)

#define ON_PATHS(function) \
  int function(const char *from, const char *to) { \
    NEXT(int, #function, const char *, const char *); \
    return fails(counts(from) || counts(to)) ? -1 : next(from, to); \
  }
ON_PATHS(rename)
ON_PATHS(link)
ON_PATHS(symlink)

#define WITH_MODE(function) \
  int function(const char *path, mode_t mode) { \
    NEXT(int, #function, const char *, mode_t); \
    return fails(counts(path)) ? -1 : next(path, mode); \
  }
WITH_MODE(mkdir)
WITH_MODE(chmod)

int renameat2(int from_directory, const char *from, int to_directory, const char *to, unsigned flags) {
  NEXT(int, "renameat2", int, const char *, int, const char *, unsigned);
  return fails(counts(from) || counts(to)) ? -1 : next(from_directory, from, to_directory, to, flags);
}

int utimensat(int directory, const char *path, const struct timespec times[2], int flags) {
  NEXT(int, "utimensat", int, const char *, const struct timespec *, int);
  return fails(counts(path)) ? -1 : next(directory, path, times, flags);
}

#define ON_DESCRIPTOR(function) \
  int function(int descriptor) { \
    NEXT(int, #function, int); \
    return fails(counts_descriptor(descriptor)) ? -1 : next(descriptor); \
  }
ON_DESCRIPTOR(fsync)
ON_DESCRIPTOR(syncfs)

int fchmod(int descriptor, mode_t mode) {
  NEXT(int, "fchmod", int, mode_t);
  return fails(counts_descriptor(descriptor)) ? -1 : next(descriptor, mode);
}
