// To be preloaded: the calendar clock is ANOTHER_DAY seconds ahead (or behind) for this process and those it starts, and so are the times of
// files. Clocks that count from the machine's start stay, so what waits waits as long as ever.
//
// libfaketime was tried first: with jemalloc gongshi does not start, and Chromium's renderers end.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

// A calendar time, rather than one counted from the machine's start.
#define IS_CALENDAR_TIME(seconds) ((seconds) > 1000000000)

static int64_t ahead(void) {
  static int64_t seconds;
  static int is_known;
  if (!is_known) {
    const char *text = getenv("ANOTHER_DAY");
    seconds = text ? strtoll(text, NULL, 10) : 0;
    is_known = 1;
  }
  return seconds;
}

// Reading the clock.

int clock_gettime(clockid_t clock, struct timespec *time) {
  int result = syscall(SYS_clock_gettime, clock, time);
  if (result == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE || clock == CLOCK_TAI)) time->tv_sec += ahead();
  return result;
}

int gettimeofday(struct timeval *restrict time, void *restrict zone) {
  struct timespec now;
  (void)zone;
  if (clock_gettime(CLOCK_REALTIME, &now) != 0) return -1;
  time->tv_sec = now.tv_sec;
  time->tv_usec = now.tv_nsec / 1000;
  return 0;
}

time_t time(time_t *result) {
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  if (result) *result = now.tv_sec;
  return now.tv_sec;
}

int timespec_get(struct timespec *time, int base) {
  return base == TIME_UTC && clock_gettime(CLOCK_REALTIME, time) == 0 ? base : 0;
}

// Waiting until a time of the calendar.

static struct timespec real(const struct timespec *time) {
  struct timespec copy = *time;
  if (IS_CALENDAR_TIME(copy.tv_sec)) copy.tv_sec -= ahead();
  return copy;
}

int pthread_cond_timedwait(pthread_cond_t *restrict condition, pthread_mutex_t *restrict mutex, const struct timespec *restrict until) {
  static int (*next)(pthread_cond_t *, pthread_mutex_t *, const struct timespec *);
  if (!next) next = dlvsym(RTLD_NEXT, "pthread_cond_timedwait", "GLIBC_2.3.2");
  struct timespec time = real(until);
  return next(condition, mutex, &time);
}

int sem_timedwait(sem_t *restrict semaphore, const struct timespec *restrict until) {
  static int (*next)(sem_t *, const struct timespec *);
  if (!next) next = dlsym(RTLD_NEXT, "sem_timedwait");
  struct timespec time = real(until);
  return next(semaphore, &time);
}

int clock_nanosleep(clockid_t clock, int flags, const struct timespec *request, struct timespec *rest) {
  struct timespec time = flags & TIMER_ABSTIME ? real(request) : *request;
  return syscall(SYS_clock_nanosleep, clock, flags, &time, rest) == 0 ? 0 : errno;
}

// The times of files.

static int moved(int result, struct stat *file) {
  if (result == 0) {
    file->st_atim.tv_sec += ahead();
    file->st_mtim.tv_sec += ahead();
    file->st_ctim.tv_sec += ahead();
  }
  return result;
}

int fstatat(int directory, const char *restrict path, struct stat *restrict file, int flags) {
  return moved(syscall(SYS_newfstatat, directory, path, file, flags), file);
}
int stat(const char *restrict path, struct stat *restrict file) { return fstatat(AT_FDCWD, path, file, 0); }
int lstat(const char *restrict path, struct stat *restrict file) { return fstatat(AT_FDCWD, path, file, AT_SYMLINK_NOFOLLOW); }
int fstat(int descriptor, struct stat *file) { return moved(syscall(SYS_fstat, descriptor, file), file); }

// The same on 64-bit Linux, under the names that programs for large files call.
int fstatat64(int directory, const char *restrict path, struct stat64 *restrict file, int flags) {
  return fstatat(directory, path, (struct stat *)file, flags);
}
int stat64(const char *restrict path, struct stat64 *restrict file) { return stat(path, (struct stat *)file); }
int lstat64(const char *restrict path, struct stat64 *restrict file) { return lstat(path, (struct stat *)file); }
int fstat64(int descriptor, struct stat64 *file) { return fstat(descriptor, (struct stat *)file); }

int statx(int directory, const char *restrict path, int flags, unsigned mask, struct statx *restrict file) {
  int result = syscall(SYS_statx, directory, path, flags, mask, file);
  if (result == 0) {
    file->stx_atime.tv_sec += ahead();
    file->stx_btime.tv_sec += ahead();
    file->stx_ctime.tv_sec += ahead();
    file->stx_mtime.tv_sec += ahead();
  }
  return result;
}

static int set(int directory, const char *path, const struct timespec *times, int flags) {
  struct timespec copy[2];
  if (times) {
    for (int i = 0; i < 2; i++) {
      copy[i] = times[i];
      if (copy[i].tv_nsec != UTIME_NOW && copy[i].tv_nsec != UTIME_OMIT) copy[i].tv_sec -= ahead();
    }
  }
  return syscall(SYS_utimensat, directory, path, times ? copy : NULL, flags);
}

int utimensat(int directory, const char *path, const struct timespec times[2], int flags) { return set(directory, path, times, flags); }
int futimens(int descriptor, const struct timespec times[2]) { return set(descriptor, NULL, times, 0); }
int utimes(const char *path, const struct timeval times[2]) {
  struct timespec copy[2];
  for (int i = 0; times && i < 2; i++) copy[i] = (struct timespec){times[i].tv_sec, times[i].tv_usec * 1000};
  return set(AT_FDCWD, path, times ? copy : NULL, 0);
}
