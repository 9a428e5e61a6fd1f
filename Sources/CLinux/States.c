// What files are, with few calls: a build that may have nothing to do asks it of each of them.
#define _GNU_SOURCE
#include "CLinux.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#ifdef __linux__
#include <elf.h>
#include <link.h>
#endif

static void take(const struct stat *status, gongshi_state *state) {
  state->device = (uint64_t)status->st_dev;
  state->number = (uint64_t)status->st_ino;
  state->size = (uint64_t)status->st_size;
  state->mode = (uint64_t)status->st_mode;
#ifdef __APPLE__
  state->modified = status->st_mtimespec.tv_sec;
  state->modified_nanoseconds = status->st_mtimespec.tv_nsec;
  state->changed = status->st_ctimespec.tv_sec;
  state->changed_nanoseconds = status->st_ctimespec.tv_nsec;
#else
  state->modified = status->st_mtim.tv_sec;
  state->modified_nanoseconds = status->st_mtim.tv_nsec;
  state->changed = status->st_ctim.tv_sec;
  state->changed_nanoseconds = status->st_ctim.tv_nsec;
#endif
}

int gongshi_state_of(const char *path, gongshi_state *state) {
  struct stat status;
  if (lstat(path, &status) != 0) return -1;
  take(&status, state);
  return 0;
}

int gongshi_open_directory(const char *path) { return open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC); }

void gongshi_close(int descriptor) { close(descriptor); }

int gongshi_state_below(int directory, const char *path, gongshi_state *state) {
  struct stat status;
  if (fstatat(directory, path, &status, AT_SYMLINK_NOFOLLOW) != 0) return -1;
  take(&status, state);
  return 0;
}

long gongshi_read_small(int directory, const char *path, void *bytes, size_t capacity, gongshi_state *state) {
  int descriptor = openat(directory, path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  if (descriptor < 0) return -1;
  size_t count = 0;
  long result = -2;
  struct stat status;
  while (count < capacity) {
    ssize_t got = read(descriptor, (char *)bytes + count, capacity - count);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) {
      result = -1;
      break;
    }
    count += (size_t)got;
    // Of a regular file a short answer is the last one; its size says so below.
    if (got == 0 || count < capacity) {
      result = (long)count;
      break;
    }
  }
  if (fstat(descriptor, &status) != 0)
    result = -1;
  else {
    take(&status, state);
    if (result >= 0 && (!S_ISREG(status.st_mode) || (size_t)status.st_size != count)) result = -2;
  }
  int saved = errno;
  close(descriptor);
  errno = saved;
  return result;
}

void gongshi_pause(unsigned int microseconds) { usleep(microseconds); }

#ifdef __linux__

typedef struct {
  char *text;
  size_t capacity, length;
  int is_first, failed;
} program_files;

static void append(program_files *files, const char *text, size_t count) {
  if (files->failed || count > files->capacity - files->length) {
    files->failed = 1;
    return;
  }
  memcpy(files->text + files->length, text, count);
  files->length += count;
}

static int add(struct dl_phdr_info *info, size_t size, void *context) {
  (void)size;
  program_files *files = context;
  char own[4096];
  const char *name = info->dlpi_name;
  if (files->is_first) {
    ssize_t length = readlink("/proc/self/exe", own, sizeof own - 1);
    if (length <= 0) files->failed = 1;
    own[length > 0 ? length : 0] = 0;
    name = own;
  }
  files->is_first = 0;
  // The kernel's own page is no file.
  if (strchr(name, '/') == NULL) return 0;
  int is_known = 0;
  for (int header = 0; header < info->dlpi_phnum && !is_known; header++) {
    const ElfW(Phdr) *part = &info->dlpi_phdr[header];
    if (part->p_type != PT_NOTE) continue;
    const char *note = (const char *)(info->dlpi_addr + part->p_vaddr), *end = note + part->p_memsz;
    size_t step = part->p_align == 8 ? 8 : 4;
    while (note + sizeof(ElfW(Nhdr)) <= end) {
      const ElfW(Nhdr) *head = (const void *)note;
      size_t count = head->n_descsz;
      const char *label = note + sizeof *head;
      const unsigned char *value = (const void *)(note + (sizeof *head + head->n_namesz + step - 1) / step * step);
      if ((const char *)value + count > end) break;
      if (head->n_type == NT_GNU_BUILD_ID && head->n_namesz == 4 && memcmp(label, "GNU", 4) == 0 && count >= 16 && count <= 64) {
        char digits[3];
        for (size_t index = 0; index < count; index++) {
          snprintf(digits, sizeof digits, "%02x", value[index]);
          append(files, digits, 2);
        }
        is_known = 1;
        break;
      }
      note = (const char *)value + (count + step - 1) / step * step;
    }
  }
  if (!is_known) append(files, "-", 1);
  append(files, " ", 1);
  append(files, name, strlen(name));
  append(files, "\n", 1);
  return files->failed;
}

long gongshi_program_files(char *text, size_t capacity) {
  program_files files = {text, capacity, 0, 1, 0};
  dl_iterate_phdr(add, &files);
  return files.failed || files.length == 0 ? -1 : (long)files.length;
}

#else

long gongshi_program_files(char *text, size_t capacity) {
  (void)text;
  (void)capacity;
  return -1;
}

#endif
