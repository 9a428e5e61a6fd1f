// A program of others that reads what strangers wrote: with a file as its input, pipes as its outputs, and bounds that it can't leave.
#define _GNU_SOURCE
#include "CLinux.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#ifdef __linux__
#include <sched.h>
#include <sys/prctl.h>
#endif

static void bound(int resource, rlim_t value) {
  struct rlimit limit = {value, value};
  setrlimit(resource, &limit);
}

// Between fork and exec only what is safe there is called.
static void become(const char *program, char *const *arguments, int input, int output, int errors, gongshi_bounds bounds) {
  static char *const environment[] = {"PATH=/usr/bin:/bin", "LC_ALL=C", "HOME=/nonexistent", NULL};
  if (dup2(input, 0) < 0 || dup2(output, 1) < 0 || dup2(errors, 2) < 0) _exit(127);
  for (int descriptor = 3; descriptor < 1024; descriptor += 1) close(descriptor);
  setpgid(0, 0);
  bound(RLIMIT_CPU, bounds.seconds);
  bound(RLIMIT_AS, bounds.memory);
  // It writes to its pipes alone.
  bound(RLIMIT_FSIZE, 0);
  bound(RLIMIT_CORE, 0);
  bound(RLIMIT_NOFILE, 64);
#ifdef __linux__
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  // Without a network, where the system lets that be asked for.
  if (unshare(CLONE_NEWNET) != 0) unshare(CLONE_NEWUSER | CLONE_NEWNET);
#endif
  signal(SIGPIPE, SIG_DFL);
  execve(program, arguments, environment);
  _exit(127);
}

static int64_t milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

// Reads both pipes to their ends; false where there was too much, or it took too long.
static bool drain(const int ends[2], gongshi_output *outputs[2], const size_t most[2], int64_t deadline) {
  bool is_open[2] = {true, true};
  while (is_open[0] || is_open[1]) {
    struct pollfd polled[2];
    for (int index = 0; index < 2; index += 1) polled[index] = (struct pollfd){is_open[index] ? ends[index] : -1, POLLIN, 0};
    int64_t left = deadline - milliseconds();
    if (left <= 0) return false;
    int count = poll(polled, 2, (int)left);
    if (count < 0 && errno != EINTR) return false;
    if (count <= 0) continue;
    for (int index = 0; index < 2; index += 1) {
      if (!polled[index].revents) continue;
      uint8_t piece[1 << 16];
      ssize_t length = read(ends[index], piece, sizeof piece);
      if (length < 0 && errno == EINTR) continue;
      if (length <= 0) {
        is_open[index] = false;
        continue;
      }
      gongshi_output *output = outputs[index];
      if (output->count + (size_t)length > most[index]) {
        // What it complains of may be cut; what it makes may not.
        if (index == 1) continue;
        return false;
      }
      uint8_t *longer = realloc(output->bytes, output->count + (size_t)length);
      if (!longer) return false;
      memcpy(longer + output->count, piece, (size_t)length);
      output->bytes = longer;
      output->count += (size_t)length;
    }
  }
  return true;
}

int gongshi_run_bounded(
  const char *program, char *const *arguments, const char *input, gongshi_bounds bounds, gongshi_output *output,
  gongshi_output *errors) {
  int result = -1, out[2] = {-1, -1}, err[2] = {-1, -1};
  int file = open(input, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  *output = (gongshi_output){NULL, 0};
  *errors = (gongshi_output){NULL, 0};
  if (file < 0 || pipe2(out, O_CLOEXEC) != 0 || pipe2(err, O_CLOEXEC) != 0) goto end;
  pid_t child = fork();
  if (child < 0) goto end;
  if (child == 0) become(program, arguments, file, out[1], err[1], bounds);
  close(out[1]);
  close(err[1]);
  out[1] = err[1] = -1;
  gongshi_output *outputs[2] = {output, errors};
  const int ends[2] = {out[0], err[0]};
  const size_t most[2] = {bounds.output, 1 << 14};
  bool is_done = drain(ends, outputs, most, milliseconds() + (int64_t)bounds.seconds * 2000);
  if (!is_done) {
    kill(-child, SIGKILL);
    kill(child, SIGKILL);
  }
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {}
  result = !is_done || !WIFEXITED(status) ? gongshi_run_stopped : WEXITSTATUS(status);
end:
  if (file >= 0) close(file);
  for (int index = 0; index < 2; index += 1) {
    if (out[index] >= 0) close(out[index]);
    if (err[index] >= 0) close(err[index]);
  }
  return result;
}
